"""A run over many files: deterministic, resumable, nothing lost, nothing in the way of anything else."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from ser_desktop.audio.find import recordings
from ser_desktop.batch.index import INDEX_FILE, JOURNAL_FILE, ORIGIN_FILE
from ser_desktop.batch.run import Summary, placed, run
from ser_desktop.errors import UserError
from ser_desktop.export.formats import FORMATS
from ser_desktop.export.tables import read_csv
from tests.batch.fake_work import FakeWork
from tests.export.analyses import ORIGIN

SOURCES = {"a/one.wav": "1", "a/two.wav": "2", "b/deep/one.wav": "3", "b/one.flac": "4", "b/bad.wav": "noise"}


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Make recordings of one name in several folders, and a broken one."""
    folder = tmp_path / "clips"
    for name, text in SOURCES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def analyse(clips: Path, out: Path, work: FakeWork, *, resume: bool = False, form: str = "csv") -> Summary:
    """Run over the whole folder."""
    return run(placed(list(recordings([clips])), [clips]), work, out, form, ORIGIN, resume=resume)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_folders_are_mirrored(clips: Path, tmp_path: Path) -> None:
    """Each recording's results lie where it lies, so that one name in two folders, or endings, do no harm."""
    summary = analyse(clips, tmp_path / "out", FakeWork())
    written = set(contents(tmp_path / "out")) - {INDEX_FILE, ORIGIN_FILE}
    assert written == {f"{name}.csv" for name, text in SOURCES.items() if text != "noise"}
    for name in written:
        analysis = read_csv((tmp_path / "out" / name).read_text(encoding="utf-8"))
        assert str(len(analysis.segments)) == SOURCES[name.removesuffix(".csv")]
    assert (summary.files, summary.kept, summary.labels) == (5, 0, {"anger": 4})
    assert [path.name for path, _ in summary.failed] == ["bad.wav"]
    assert summary.heard_s == 2 * (1 + 2 + 3 + 4)


def test_the_table_has_every_file_in_order(clips: Path, tmp_path: Path) -> None:
    """Whatever the order in which they were done; a broken one with its reason."""
    analyse(clips, tmp_path / "out", FakeWork())
    with (tmp_path / "out" / INDEX_FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    files = ["a/one.wav", "a/two.wav", "b/bad.wav", "b/one.flac", "b/deep/one.wav"]
    assert [row["file"] for row in rows] == files
    assert [row["label"] for row in rows] == ["anger", "anger", "", "anger", "anger"]
    assert rows[2]["error"] == "bad.wav is no sound. Why."
    assert ORIGIN.sha256 in (tmp_path / "out" / ORIGIN_FILE).read_text()
    assert not (tmp_path / "out" / JOURNAL_FILE).exists()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stop_after", [0, 1, 3])
def test_interrupted_and_resumed_is_as_if_never_interrupted(
    clips: Path, tmp_path: Path, form: str, stop_after: int
) -> None:
    """To the last byte; what failed is done again, what was done is not, and all files are whole."""
    analyse(clips, tmp_path / "straight", FakeWork(), form=form)
    out = tmp_path / "out"
    stopped = FakeWork(stop_after)
    with pytest.raises(KeyboardInterrupt):
        analyse(clips, out, stopped, form=form)
    assert stopped.closed
    straight = contents(tmp_path / "straight")
    assert all(straight[name] == text for name, text in contents(out).items() if name != JOURNAL_FILE)
    resumed = FakeWork()
    summary = analyse(clips, out, resumed, resume=True, form=form)
    left = list(recordings([clips]))[: 5 - stop_after]
    assert set(resumed.asked) == {*left, clips / "b" / "bad.wav"}
    assert summary.kept == 5 - len(resumed.asked)
    assert contents(out) == straight


def test_a_half_written_note_does_no_harm(clips: Path, tmp_path: Path) -> None:
    """A process that is killed may leave half a line; the file that it was about is done again."""
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        analyse(clips, out, FakeWork(3))
    journal = out / JOURNAL_FILE
    for cut in (5, 400):
        os.truncate(journal, journal.stat().st_size - cut)
    analyse(clips, out, FakeWork(), resume=True)
    analyse(clips, tmp_path / "straight", FakeWork())
    assert contents(out) == contents(tmp_path / "straight")


def test_a_finished_run_resumed_does_nothing_but_what_changed(clips: Path, tmp_path: Path) -> None:
    """A changed recording, a new one, one whose results are gone, one that failed; the others are kept."""
    out = tmp_path / "out"
    analyse(clips, out, FakeWork())
    (clips / "a/one.wav").write_text("12")
    (clips / "a/new.wav").write_text("5")
    (out / "a/two.wav.csv").unlink()
    work = FakeWork()
    summary = analyse(clips, out, work, resume=True)
    assert {path.relative_to(clips).as_posix() for path in work.asked} == {
        "a/one.wav",
        "a/new.wav",
        "a/two.wav",
        "b/bad.wav",
    }
    assert summary.kept == 2
    analyse(clips, tmp_path / "straight", FakeWork())
    assert contents(out) == contents(tmp_path / "straight")


def test_results_are_not_overwritten_in_silence(clips: Path, tmp_path: Path) -> None:
    """Neither earlier ones, nor a file of somebody else in their place: that one recording fails."""
    out = tmp_path / "out"
    mine = out / "a" / "one.wav.csv"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    summary = analyse(clips, out, FakeWork())
    assert mine.read_text() == "mine"
    assert [(path.name, error.code) for path, error in summary.failed] == [
        ("one.wav", "file-exists"),
        ("bad.wav", "not-audio"),
    ]
    with pytest.raises(UserError) as refused:
        analyse(clips, out, FakeWork())
    assert refused.value.code == "results-exist"


def test_results_of_another_kind_are_not_mixed(clips: Path, tmp_path: Path) -> None:
    """Another format, or model: the folder is refused, finished or not."""
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        analyse(clips, out, FakeWork(2))
    for work in (FakeWork(), None):
        before = contents(out)
        with pytest.raises(UserError) as refused:
            analyse(clips, out, FakeWork(), resume=True, form="json")
        assert refused.value.code == "other-results"
        assert contents(out) == before
        if work:
            analyse(clips, out, work, resume=True)


@pytest.mark.parametrize("damage", ["", "no table", "file,label\nx"])
def test_a_damaged_table_is_told(clips: Path, tmp_path: Path, damage: str) -> None:
    """Rather than guessed at: whoever edited it is asked to choose another folder."""
    out = tmp_path / "out"
    analyse(clips, out, FakeWork())
    (out / ORIGIN_FILE).write_text(damage)
    with pytest.raises(UserError) as refused:
        analyse(clips, out, FakeWork(), resume=True)
    assert refused.value.code == "bad-index"


def test_files_and_folders_named_apart_are_placed_below_what_they_share(clips: Path) -> None:
    """Two folders of one name do not fall into one; a single file lies at the top."""
    names = [clips / "a", clips / "b" / "deep" / "one.wav"]
    found = placed(list(recordings(names)), names)
    assert [one.key for one in found] == ["a/one.wav", "a/two.wav", "b/deep/one.wav"]
    single = clips / "a" / "one.wav"
    assert [one.key for one in placed([single], [single])] == ["one.wav"]


def test_odd_names_come_through(tmp_path: Path) -> None:
    """Newlines, quotes and bytes that are no text: saved, tabled and resumed."""
    clips = tmp_path / "clips"
    clips.mkdir()
    names = [b"a\nb.wav", b'q"u,ote.wav', "naïve 😀.wav".encode(), b"raw\xff.wav"]
    for name in names:
        (clips / os.fsdecode(name)).write_text("1")
    out = tmp_path / "out"
    analyse(clips, out, FakeWork())
    assert {os.fsencode(path.name) for path in out.glob("*.wav.csv")} == {name + b".csv" for name in names}
    work = FakeWork()
    assert analyse(clips, out, work, resume=True).files == 4
    assert len(work.asked) <= 1  # a name that is no text cannot be found in the table again
