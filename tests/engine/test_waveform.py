"""A recording of any length on the screen: the same waveform at every zoom, and ready to be played."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.envelope import bounds
from ser_desktop.audio.files import read_audio
from ser_desktop.engine.playback import Sound
from ser_desktop.engine.waveform import Waveform
from ser_desktop.errors import UserError
from ser_desktop.results import Float32

RATE_HZ = 8_000


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a minute of stereo noise under a slow swell."""
    time_s = np.arange(60 * RATE_HZ) / RATE_HZ
    swell = (0.4 * np.sin(time_s / 3) ** 2)[:, None]
    path = tmp_path_factory.mktemp("waveform") / "minute.flac"
    soundfile.write(path, swell * np.random.default_rng(0).uniform(-1, 1, (len(time_s), 2)), RATE_HZ)
    return path


@pytest.fixture(scope="module")
def samples(recording: Path) -> Float32:
    """Read all of it."""
    return read_audio(recording)[0]


@pytest.fixture(scope="module")
def waveform(recording: Path) -> Waveform:
    """Open it and go through it."""
    waveform = Waveform(recording)
    waveform.read()
    return waveform


@given(start=st.integers(-10, 480_010), length=st.integers(0, 480_010), most=st.integers(1, 3_000))
def test_every_view_is_that_of_the_samples(
    waveform: Waveform, samples: Float32, start: int, length: int, most: int
) -> None:
    """From a whole minute to a single sample: it covers what was asked for, and every column is right."""
    view = waveform.view(start, start + length, most)
    first, end = max(0, start), min(start + length, len(samples))
    if first >= end:
        assert view.envelope.shape == (0, 2)
        return
    assert view.first_sample <= first < view.first_sample + view.column_samples
    covered = view.first_sample + len(view.envelope) * view.column_samples
    assert covered >= end
    shown = samples[view.first_sample : end if view.column_samples < 256 else covered]
    np.testing.assert_array_equal(view.envelope, bounds(shown, view.column_samples))
    assert len(view.envelope) <= max(most, 300)


def test_it_is_there_before_it_was_read(recording: Path, samples: Float32) -> None:
    """Near by at once; far away as far as was read; a stop in the middle ends the reading."""
    waveform = Waveform(recording)
    assert (waveform.rate_hz, waveform.n_samples, waveform.read_samples) == (RATE_HZ, len(samples), 0)
    assert len(waveform.view(0, len(samples), 100).envelope) == 0
    np.testing.assert_array_equal(waveform.view(1_000, 1_010, 10).envelope[:, 0], samples[1_000:1_010])
    told: list[int] = []
    waveform.read(lambda: len(told) >= 3, lambda: told.append(waveform.read_samples))
    assert told == [16_000, 32_000, 48_000] == [*told[:2], waveform.read_samples]
    view = waveform.view(0, len(samples), 100)
    assert len(view.envelope) * view.column_samples >= 48_000
    waveform.close()


def test_it_can_be_played(waveform: Waveform, samples: Float32) -> None:
    """While it is drawn: as a sound, by spans."""
    sound: Sound = waveform
    np.testing.assert_array_equal(sound.span(70_000, 70_500), samples[70_000:70_500])
    assert len(sound.span(50, 40)) == 0


def test_a_fault_is_told_at_the_door(tmp_path: Path) -> None:
    """As for any other reader."""
    (tmp_path / "text.wav").write_text("no sound")
    with pytest.raises(UserError):
        Waveform(tmp_path / "text.wav")
