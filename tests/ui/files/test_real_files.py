"""Real recordings, dropped on the real window over the real queue."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.inference.runner import Runner
from ser_desktop.ui.files import words
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.plots.viewport import Selection
from tests.ui.files.conftest import Drag, files
from tests.ui.files.heartbeat import Heartbeat

CORPORA = ("emodb", "ravdess", "emovo", "tess", "ased", "urdu")
KINDS = (
    ("WAV", "PCM_24", ".wav"),
    ("FLAC", "PCM_16", ".flac"),
    ("MP3", "MPEG_LAYER_III", ".mp3"),
    ("OGG", "OPUS", ".opus"),
    ("AIFF", "PCM_16", ".aiff"),
    ("WAV", "FLOAT", ".wav"),
)
DEMO = paths.assets() / "demo.flac"
PATIENCE_MS = 580_000


def ended(window: MainWindow, count: int) -> bool:
    """Whether so many rows are there and none waits."""
    rows = window.files.list.model.rows
    return len(rows) == count and not rows.busy and not window.files._jobs.searching


def rows_of(window: MainWindow) -> dict[str, Job]:
    """Return the jobs by name."""
    return {job.path.name: job for job in window.files.list.model.rows.all()}


def drop(window: MainWindow, *names: Path) -> None:
    """Drag files over the window and let go."""
    drag = Drag(window, files(*names))
    assert drag.enter()
    assert drag.drop()


def broken(folder: Path) -> dict[str, str]:
    """Make recordings that cannot be analysed; return what their rows are to say."""
    noise = (0.05 * np.random.default_rng(1).standard_normal(16_000)).astype(np.float32)
    (folder / "letter.wav").write_text("Dear reader, this is no sound.")
    (folder / "empty.wav").touch()
    (folder / "folder.wav").mkdir()
    soundfile.write(folder / "short.wav", noise[:800], 16_000)
    soundfile.write(folder / "whole.flac", noise, 16_000)
    (folder / "cut.flac").write_bytes((folder / "whole.flac").read_bytes()[:200])
    (folder / "whole.flac").unlink()
    soundfile.write(folder / "halved.wav", np.tile(noise, 4), 16_000)
    data = (folder / "halved.wav").read_bytes()
    (folder / "halved.wav").write_bytes(data[: len(data) // 2])
    return {
        "letter.wav": "Not audio",
        "empty.wav": "Empty",
        "short.wav": "Too short",
        "cut.flac": "Damaged",
        "halved.wav": "Cut off",
        "gone.wav": "Not there",
    }


def test_each_broken_recording_says_why_and_the_others_go_on(
    real: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """In a word in its row, in full below; a folder that is named as a file holds none."""
    expected = broken(tmp_path)
    drop(real, tmp_path, tmp_path / "gone.wav", DEMO)
    qtbot.waitUntil(lambda: ended(real, len(expected) + 1), timeout=PATIENCE_MS)
    rows = rows_of(real)
    assert {name: words.state(job) for name, job in rows.items()} == {**expected, DEMO.name: "Done"}
    for name in expected:
        real.files.list.select(rows[name].number)
        assert real.files.list.title.text()
        assert real.files.list.line.text()
    assert rows["halved.wav"].stage is Stage.DONE


def test_a_selection_sounds_as_the_file_that_is_cut_there(
    real: MainWindow, runner: Runner, tmp_path: Path, qtbot: QtBot
) -> None:
    """The same pipeline on the same samples, to the last bit."""
    drop(real, DEMO)
    qtbot.waitUntil(lambda: ended(real, 1), timeout=PATIENCE_MS)
    real.files.see(real.files.list.model.rows[0])
    view = real.files.view
    qtbot.waitUntil(lambda: view._overview is not None and view._overview.complete, timeout=PATIENCE_MS)
    view.select(Selection(1.25, 7.5))
    qtbot.waitUntil(
        lambda: view.region.job is not None and view.region.job.stage is Stage.DONE, timeout=PATIENCE_MS
    )
    sound, rate_hz = soundfile.read(DEMO, dtype="float32")
    soundfile.write(
        tmp_path / "cut.wav", sound[round(1.25 * rate_hz) : round(7.5 * rate_hz)], rate_hz, "FLOAT"
    )
    cut = analyze_file(runner, tmp_path / "cut.wav")
    assert view.region.job is not None
    found = view.region.job.analysis
    assert found is not None
    np.testing.assert_array_equal(found.course.probabilities, cut.course.probabilities)
    qtbot.waitUntil(lambda: words.sentence(cut.prediction) in view.texts()[1], timeout=PATIENCE_MS)


def mixed(corpora: Path, folder: Path, count: int) -> list[Path]:
    """Choose recordings from all corpora, every fourth in another format and at another rate."""
    rng = random.Random(7)  # noqa: S311 - a choice of files
    found = []
    for corpus in CORPORA:
        there = sorted(
            path for path in (corpora / corpus).rglob("*") if path.suffix in {".wav", ".flac", ".ogg"}
        )
        found += rng.sample(there, count // len(CORPORA) + 1)
    rng.shuffle(found)
    chosen = []
    for number, path in enumerate(found[:count]):
        if number % 4:
            chosen.append(path)
            continue
        kind, subtype, suffix = KINDS[number // 4 % len(KINDS)]
        samples, rate_hz = soundfile.read(path, dtype="float32")
        chosen.append(folder / f"{path.stem}-{number}{suffix}")
        soundfile.write(chosen[-1], np.stack([samples, samples], axis=1), rate_hz, subtype, format=kind)
    return chosen


@pytest.mark.corpora
@pytest.mark.parametrize("count", [40, pytest.param(200, marks=pytest.mark.soak)])
def test_many_recordings_are_dropped(
    real: MainWindow, corpora: Path, tmp_path: Path, qtbot: QtBot, count: int
) -> None:
    """As many rows, right counts, and the window lives on; closing leaves no process behind.

    Forty of all corpora and formats, and two hundred in a soak.
    """
    chosen = mixed(corpora, tmp_path, count - 5)
    expected = broken(tmp_path)
    (tmp_path / "folder.wav").rmdir()
    bad = [tmp_path / name for name in expected if name != "gone.wav"]
    heart = Heartbeat()
    drop(real, *chosen, *bad)
    qtbot.waitUntil(lambda: ended(real, count), timeout=PATIENCE_MS)
    qtbot.wait(400)  # what is written changes four times a second
    longest_s = heart.stop()
    print(f"longest without an event: {1000 * longest_s:.0f} ms")
    rows = rows_of(real)
    assert len(rows) == count
    assert Counter(job.stage for job in rows.values()) == {Stage.DONE: count - 4, Stage.FAILED: 4}
    assert real.files.list.counts.text() == f"{count} files · {count - 4} done · 4 failed"
    assert all(rows[path.name].duration_s > 0.3 for path in chosen)
    assert longest_s < 5.0
    real.close()
    assert not [child for child in multiprocessing.active_children() if child.name == "files"]
