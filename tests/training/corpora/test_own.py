"""A person's own folders and tables: understood in several languages, never guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.results import EMOTIONS
from ser_desktop.training.corpora import load_corpus
from ser_desktop.training.corpora.labels import SYNONYMS, label_of

Make = Callable[..., Path]

WORDS = [(word, label) for label, words in SYNONYMS.items() for word in words.split()]


@pytest.mark.parametrize(("word", "label"), WORDS)
def test_a_word_means_its_emotion_however_it_is_written(word: str, label: str) -> None:
    """Case, numbering, and the two ways in which systems store an umlaut make no difference."""
    for written in (word.upper(), f"02_{word.title()}", f" {word}-1", unicodedata.normalize("NFD", word)):
        assert label_of(written) == label


def test_every_emotion_has_words_and_no_word_has_two() -> None:
    """A word in two rows would mean whichever comes last."""
    assert tuple(SYNONYMS) == EMOTIONS
    folded = [label_of(word) for word, _ in WORDS]
    assert folded == [label for _, label in WORDS]
    assert all(label_of(label) == label for label in EMOTIONS)


@pytest.mark.parametrize("word", ["", "tea", "123", "anger management", "not happy"])
def test_other_words_mean_nothing(word: str) -> None:
    """A guess would be a wrong label."""
    assert label_of(word) is None


def test_a_folder_for_each_emotion(make: Make) -> None:
    """The first folder is the emotion, the second the speaker; without one the speaker is unknown."""
    corpus = load_corpus(
        "folder", make("Ärger/anna/1.wav", "gioia/anna/day 2/2.wav", "pleasant_surprise/3.wav")
    )
    assert [(clip.label, clip.speaker, clip.speaker_known) for clip in corpus.clips] == [
        ("happiness", "folder/anna", True),
        ("surprise", "folder/unknown", False),
        ("anger", "folder/anna", True),
    ]
    assert {clip.sex for clip in corpus.clips} == {"unknown"}


def voices(folder: Path) -> list[tuple[str, str]]:
    """Emotion and speaker of each clip, in order."""
    return sorted(
        (clip.label, clip.speaker.removeprefix("folder/")) for clip in load_corpus("folder", folder).clips
    )


def test_a_folder_for_each_speaker(make: Make) -> None:
    """The other way round: people who keep a folder for each person."""
    folder = make("anna/Wut/1.wav", "anna/traurig/take 2/2.wav", "ben/Wut/3.wav", "ben/Tee/4.wav")
    assert voices(folder) == [("anger", "anna"), ("anger", "ben"), ("sadness", "anna")]
    assert [item.why.values for item in load_corpus("folder", folder).skipped] == [{"name": "Tee"}]


def test_a_speaker_may_be_called_like_an_emotion(make: Make) -> None:
    """Joy is a name too: the depth at which most folders are emotions says where they stand."""
    folder = make("a/Joy/anger/1.wav", "a/Joy/sad/2.wav", "a/ben/anger/3.wav", "a/ben/sad/4.wav")
    assert voices(folder / "a") == [
        ("anger", "Joy"),
        ("anger", "ben"),
        ("sadness", "Joy"),
        ("sadness", "ben"),
    ]
    assert voices(make("b/anger/Felice/1.wav", "b/sad/Felice/2.wav") / "b") == [
        ("anger", "Felice"),
        ("sadness", "Felice"),
    ]


def test_one_speaker_and_folders_above(make: Make) -> None:
    """One person's folder names them; folders that gather recordings name nobody."""
    one = make("a/anna/anger/1.wav", "a/anna/sad/2.wav") / "a"
    assert voices(one) == [("anger", "anna"), ("sadness", "anna")]
    below = make("b/data/anger/anna/1.wav", "b/data/sad/ben/2.wav") / "b"
    assert voices(below) == [("anger", "anna"), ("sadness", "ben")]
    nobody = make("c/train/anger/1.wav", "c/test/sad/2.wav") / "c"
    assert voices(nobody) == [("anger", "unknown"), ("sadness", "unknown")]


def test_a_folder_that_is_no_emotion_is_named(make: Make) -> None:
    """Recordings outside the emotions are listed, with the word that was not understood."""
    corpus = load_corpus("folder", make("sad/1.wav", "tea/2.wav", "3.wav"))
    assert len(corpus.clips) == 1
    reasons = {item.path.name: item.reason for item in corpus.skipped}
    assert "tea" in reasons["2.wav"]
    assert reasons["3.wav"] == "in no folder"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table(make: Make, separator: str, encoding: str) -> None:
    """Tables come with three separators and two kinds of UTF-8, and lie beside their files."""
    folder = make("a/1.wav", "a/2.wav", "3.wav")
    rows = [
        ("Speaker", " File", "emotion", "sex", "note"),
        ("Zoë", "a/1.wav", "Rabbia", "Female", "first"),
        ("Zoë", "a/2.wav", "calm", "", ""),
        ("", "3.wav", "fear", "man"),
        ("Max", "3.wav", "sad", "m"),
        ("Max", "4.wav", "sad", "m"),
        ("Max", "a/1.txt", "tea", "m"),
        (),
    ]
    table = folder / "labels.csv"
    table.write_text("\n".join(separator.join(row) for row in rows), encoding=encoding)
    corpus = load_corpus("csv", table)
    assert [(c.path, c.speaker, c.sex, c.label, c.speaker_known) for c in corpus.clips] == [
        (folder / "a/1.wav", "csv/Zoë", "f", "anger", True),
        (folder / "a/2.wav", "csv/Zoë", "f", "calm", True),
        (folder / "3.wav", "csv/unknown", "m", "fear", False),
    ]
    assert [(item.path.name, item.reason) for item in corpus.skipped] == [
        ("3.wav", "named twice in the table"),
        ("4.wav", "4.wav is not there."),
        ("1.txt", "“tea” is not the name of an emotion"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table-without-columns"),
        (b"path,emotion\na.wav,sad", "table-without-columns"),
        ("file,emotion,speaker\na.wav,Ärger,x".encode("latin-1"), "table-not-readable"),
        (b"file,emotion,speaker\n", "empty-corpus"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_in_words(tmp_path: Path, content: bytes, code: str) -> None:
    """A missing column and a wrong encoding are the usual faults of exported tables."""
    table = tmp_path / "labels.csv"
    table.write_bytes(content)
    with pytest.raises(UserError) as caught:
        load_corpus("csv", table)
    assert caught.value.code == code
    assert "speaker" in str(caught.value) or "UTF-8" in caught.value.remedy


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    """The csv loader wants the file itself."""
    with pytest.raises(UserError) as caught:
        load_corpus("csv", tmp_path)
    assert caught.value.code == "table-not-readable"
