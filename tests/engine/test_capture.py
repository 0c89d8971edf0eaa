"""What is said of a recording as a recording: each fault is put into a good one, and found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.capture import judge
from ser_desktop.engine.quality import Quality
from ser_desktop.results import Float32, Prediction, Segment

RATE_HZ = 48_000
SAID = Prediction(("neutral",), np.ones(1, np.float32), "neutral")
SPOKEN = (Segment(0.6, 2.4, SAID),)


def noise(level_dbfs: float, seed: int = 1) -> Float32:
    """Return three seconds of white noise with this mean level [n]."""
    drawn = np.random.default_rng(seed).standard_normal(3 * RATE_HZ)
    return np.asarray(drawn * 10 ** (level_dbfs / 20), np.float32)


def voice(level_dbfs: float = -24.0, room_dbfs: float = -60.0) -> Float32:
    """Return a voiced sound in syllables from 0.6 to 2.4 s, in a room with this noise [n]."""
    t = np.arange(3 * RATE_HZ) / RATE_HZ
    syllables = np.abs(np.sin(2 * np.pi * 2.0 * t)) * ((t >= 0.6) & (t < 2.4))
    tone = sum(np.sin(2 * np.pi * 137.0 * k * t + k * k) / k for k in range(1, 20)) * syllables
    spoken = tone / np.sqrt(np.mean(np.square(tone[round(0.6 * RATE_HZ) : round(2.4 * RATE_HZ)])))
    return np.asarray(spoken * 10 ** (level_dbfs / 20), np.float32) + noise(room_dbfs)


def hum(level_dbfs: float, mains_hz: float) -> Float32:
    """Return the mains and some of its harmonics [n]."""
    t = np.arange(3 * RATE_HZ) / RATE_HZ
    tone = sum(np.sin(2 * np.pi * mains_hz * k * t) / k for k in (1, 2, 3, 5))
    return np.asarray(tone / np.sqrt(np.mean(np.square(tone))) * 10 ** (level_dbfs / 20), np.float32)


def test_a_voice_in_a_quiet_room_is_fine() -> None:
    """Nothing is found where nothing is, and the levels are those that were made."""
    found = judge(voice(), RATE_HZ, SPOKEN)
    assert found.quality is Quality.GOOD
    assert found.voice_dbfs == pytest.approx(-24.0, abs=2.0)
    assert found.room_dbfs == pytest.approx(-60.0, abs=2.0)


@pytest.mark.parametrize(
    ("samples", "quality"),
    [
        (np.zeros(3 * RATE_HZ, np.float32), Quality.SILENT),
        (np.clip(voice(-3.0) * 8, -1.0, 1.0), Quality.CLIPPED),
        (voice(-60.0, -100.0), Quality.TOO_QUIET),
        (voice(-24.0, -32.0), Quality.TOO_NOISY),
        (voice() + hum(-32.0, 50.0), Quality.HUM),
        (voice() + hum(-32.0, 60.0), Quality.HUM),
    ],
    ids=["silent", "clipped", "quiet", "noisy", "hum at 50 Hz", "hum at 60 Hz"],
)
def test_each_fault_is_found(samples: Float32, quality: Quality) -> None:
    """A fault that a person can mend is named, and no other."""
    assert judge(samples, RATE_HZ, SPOKEN).quality is quality


def test_a_room_without_a_voice_is_told_as_such() -> None:
    """Where the detector heard nobody, a lively noise is no voice."""
    assert judge(noise(-30.0), RATE_HZ, ()).quality is Quality.NOBODY


def test_silence_is_told_before_that_nobody_spoke() -> None:
    """A muted microphone hears nobody, and that is not what has to be mended."""
    assert judge(np.zeros(RATE_HZ, np.float32), RATE_HZ, ()).quality is Quality.SILENT


def test_a_knock_is_no_clipping() -> None:
    """One sample at full scale in three seconds does not make a recording too loud."""
    samples = voice()
    samples[RATE_HZ] = 1.0
    assert judge(samples, RATE_HZ, SPOKEN).quality is Quality.GOOD


@given(
    st.integers(min_value=1_000, max_value=9_000),
    st.sampled_from([8_000, 16_000, 44_100, 48_000]),
    st.floats(min_value=0.0, max_value=1.0),
)
def test_any_recording_can_be_judged(length: int, rate_hz: int, level: float) -> None:
    """Whatever comes, at any rate and length, there is one quality and no fault; all numbers are numbers."""
    samples = (np.random.default_rng(length).uniform(-level, level, length)).astype(np.float32)
    found = judge(samples, rate_hz, (Segment(0.0, 0.1, SAID),))
    assert found.quality in set(Quality)
    figures = (found.peak_dbfs, found.voice_dbfs, found.room_dbfs, found.clipped_share, found.hum_share)
    assert np.isfinite(figures).all()
