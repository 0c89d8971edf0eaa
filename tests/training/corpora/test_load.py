"""Walking, skipping and refusing are the same for all corpora."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.corpora import NAMES, load_corpus, parse_corpus_argument

Make = Callable[..., Path]


def test_unreadable_recordings_are_named_and_counted(make: Make) -> None:
    """A broken download must neither stop the training nor vanish from its report."""
    folder = make("03a01Fa.wav", "03a01Wa.wav")
    (folder / "03a01Wa.wav").write_bytes(b"not a sound" * 100)
    (folder / "03a02Na.wav").touch()
    corpus = load_corpus("emodb", folder)
    assert [clip.path.name for clip in corpus.clips] == ["03a01Fa.wav"]
    assert {item.path.name: item.reason for item in corpus.skipped} == {
        "03a01Wa.wav": "03a01Wa.wav is not a sound file that can be read.",
        "03a02Na.wav": "03a02Na.wav holds no sound.",
    }


def test_what_is_no_recording_is_passed_over(make: Make) -> None:
    """Readmes and what systems leave behind are not lost recordings, and not counted as such."""
    folder = make("03a01Fa.wav", "._03a01Wa.wav")
    for name in ("README.txt", ".DS_Store", "labels.csv", "03a01Fa.lab"):
        (folder / name).write_text("words")
    corpus = load_corpus("emodb", folder)
    assert (len(corpus.clips), len(corpus.skipped)) == (1, 0)


def test_a_second_copy_is_left_out(make: Make) -> None:
    """Popular downloads hold a corpus twice; a clip must not count double."""
    corpus = load_corpus("ravdess", make("Actor_01/03-01-05-01-01-01-01.wav", "b/03-01-05-01-01-01-01.flac"))
    (skipped,) = corpus.skipped
    assert len(corpus.clips) == 1
    assert skipped.reason == f"a copy of {corpus.clips[0].path}"


def test_the_order_is_the_one_a_person_would_give(make: Make, tmp_path: Path) -> None:
    """A fixed natural order makes runs repeatable on every file system."""
    corpus = load_corpus(
        "folder", make("sad/10.wav", "sad/9.wav", "Sad 1/x.wav", "angry/2/1.wav", "Angry 2/1.wav")
    )
    names = [clip.path.relative_to(tmp_path).as_posix() for clip in corpus.clips]
    assert names == ["angry/2/1.wav", "Angry 2/1.wav", "sad/9.wav", "sad/10.wav", "Sad 1/x.wav"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "csv"])
def test_an_empty_corpus_says_what_was_expected(make: Make, name: str) -> None:
    """Somebody who chose the wrong folder or the wrong name learns what belongs there and what was found."""
    folder = make("holiday.wav")
    with pytest.raises(UserError) as caught:
        load_corpus(name, folder)
    assert caught.value.code == "empty-corpus"
    assert "holiday.wav" in caught.value.detail
    assert ".wav" in caught.value.detail.split("Found")[0]
    (folder / "holiday.wav").unlink()
    with pytest.raises(UserError, match="no recordings at all"):
        load_corpus(name, folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A typing error in a path is told as such."""
    with pytest.raises(UserError, match="nowhere") as caught:
        load_corpus("emodb", tmp_path / "nowhere")
    assert caught.value.code == "corpus-not-found"


@pytest.mark.parametrize("text", ["emodb=data/emo=db", "EMO-DB=data/emo=db", " emodb = data/emo=db "])
def test_a_corpus_is_given_as_name_and_folder(text: str) -> None:
    """The first equals sign divides; the name may be written as its authors do."""
    assert parse_corpus_argument(text) == ("emodb", Path("data/emo=db"))


@pytest.mark.parametrize("text", ["emodb", "emodb=", "=data", "iemocap=data"])
def test_a_name_that_is_none_lists_those_that_are(text: str) -> None:
    """Whoever mistypes sees every name there is."""
    with pytest.raises(UserError) as caught:
        parse_corpus_argument(text)
    assert all(name in caught.value.remedy for name in NAMES)


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    """A program's own mistake is told as clearly as a person's."""
    with pytest.raises(UserError) as caught:
        load_corpus("iemocap", tmp_path)
    assert caught.value.code == "unknown-corpus"
