"""A recording's waveform: what is drawn is the least and the greatest of what is there, at every zoom."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop.audio.files import AudioFile
from ser_desktop.engine.overview import Overview
from ser_desktop.errors import UserError
from ser_desktop.results import Float32

RATE_HZ = 16_000


def until(true: Callable[[], bool]) -> None:
    """Wait until it is so."""
    deadline_s = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline_s
        time.sleep(0.005)


@pytest.fixture
def noise() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Make 30 s of noise [n]."""
    return np.random.default_rng(3).uniform(-1, 1, 30 * RATE_HZ).astype(np.float32)


@pytest.fixture
def overview(tmp_path: Path, noise: np.ndarray[tuple[int], np.dtype[np.float32]]) -> Iterator[Overview]:
    """Read that noise."""
    path = tmp_path / "noise.wav"
    soundfile.write(path, noise, RATE_HZ, subtype="FLOAT")
    found = Overview(path)
    until(lambda: found.complete)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("start_s", "end_s"), [(0, 30), (3, 25), (7, 9), (12.5, 13.2), (20, 20.05), (29.9, 30)]
)
def test_columns_are_what_is_there(
    overview: Overview,
    noise: np.ndarray[tuple[int], np.dtype[np.float32]],
    start_s: float,
    end_s: float,
) -> None:
    """From all of it down to single samples; no more columns than pixels, and none is missing."""
    start, end, most = round(start_s * RATE_HZ), round(end_s * RATE_HZ), 900
    version = overview.version
    first, width, columns = overview.columns(start, end, most)
    if end - start < 256 * most:  # nearer than the finest column: it is read, and comes
        until(lambda: overview.version != version)
        first, width, columns = overview.columns(start, end, most)
        assert width == max(1, -(-(end - start) // most))
    assert len(columns) <= most + 1
    assert first <= start
    assert first + width * len(columns) >= end
    for index, (low, high) in enumerate(columns):
        piece = noise[first + index * width : first + (index + 1) * width]
        if first + (index + 1) * width <= end:
            assert (low, high) == (piece.min(), piece.max())


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    """In words, and there is nothing to play."""
    (tmp_path / "letter.wav").write_text("no sound")
    overview = Overview(tmp_path / "letter.wav")
    until(lambda: overview.complete)
    assert overview.error is not None
    assert overview.error.code == "not-audio"
    assert overview.sound is None
    assert len(overview.columns(0, 100, 10)[2]) == 0


def test_before_it_was_opened_there_is_nothing_to_draw(tmp_path: Path) -> None:
    """And nothing that says how long it is; nor afterwards, where there is no file."""
    overview = Overview(tmp_path / "nowhere.wav")
    until(lambda: overview.complete)
    assert (overview.rate_hz, overview.n_samples) == (0, 0)
    overview.close()


def test_a_file_that_gets_lost_while_it_is_looked_at_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that was pulled out: what was drawn stays, and the reason is there."""
    path = tmp_path / "noise.wav"
    soundfile.write(path, np.random.default_rng(3).uniform(-1, 1, 5 * RATE_HZ), RATE_HZ)
    overview = Overview(path)
    until(lambda: overview.complete)
    assert overview.rate_hz == RATE_HZ

    def pulled_out(_sound: AudioFile, _start: int, _end: int) -> Float32:
        raise UserError("file-not-found", "It is not there.")

    monkeypatch.setattr(AudioFile, "span", pulled_out)
    overview.columns(100, 200, 100)
    until(lambda: overview.error is not None)
    assert len(overview.columns(0, 5 * RATE_HZ, 10)[2]) > 0
    overview.close()


def test_a_fault_of_the_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view says that nothing is drawn, and of which file."""
    path = tmp_path / "noise.wav"
    soundfile.write(path, np.zeros(RATE_HZ), RATE_HZ)

    def fail(_sound: AudioFile, _seconds: float) -> Float32:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(AudioFile, "blocks", fail)
    overview = Overview(path)
    until(lambda: overview.complete)
    assert overview.error is not None
    assert overview.error.code == "internal"
    assert "noise.wav" in overview.error.title
    overview.close()
