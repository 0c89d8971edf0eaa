"""The meter tells the truth about level, clipping and digital silence."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.meter import FLOOR_DBFS, Meter, dbfs
from ser_desktop.results import Level
from tests.sounds import noise, silence, tone

RATE_HZ = 16_000


@pytest.mark.parametrize(
    ("amplitude", "db"),
    [(1.0, 0.0), (0.5, -6.0206), (0.1, -20.0), (2.0, 6.0206), (1e-6, -120.0), (1e-9, -120.0), (0.0, -120.0)],
)
def test_dbfs(amplitude: float, db: float) -> None:
    """Full scale is 0, a tenth is 20 dB less, and nothing is below the floor."""
    assert dbfs(amplitude) == pytest.approx(db, abs=1e-3)


def test_a_sine_is_3_db_below_its_peak() -> None:
    """The known ratio of peak and root mean square."""
    meter = Meter(RATE_HZ)
    meter.push(tone(100.0, 1.0, 0.5))
    assert meter.level.peak_dbfs == pytest.approx(-6.02, abs=0.01)
    assert meter.level.rms_dbfs == pytest.approx(-9.03, abs=0.01)
    assert not meter.level.clipped


@pytest.mark.parametrize(
    ("peak", "clipped"), [(0.99, False), (-0.99, False), (1.0, True), (-1.0, True), (1.5, True)]
)
def test_clipping_is_seen(peak: float, *, clipped: bool) -> None:
    """One sample at full scale, of either sign, is enough; the next block is judged by itself."""
    meter = Meter(RATE_HZ)
    block = noise(0.1, 0.01)
    block[7] = peak
    meter.push(block)
    assert meter.level.clipped == clipped
    meter.push(noise(0.1, 0.01))
    assert not meter.level.clipped


def test_an_empty_block_changes_nothing() -> None:
    """Between two callbacks nothing comes; the needle does not fall for that."""
    meter = Meter(RATE_HZ)
    assert meter.level == Level()
    meter.push(silence(0))
    assert meter.level == Level()
    meter.push(tone(100.0, 0.1))
    before = meter.level
    meter.push(silence(0))
    assert meter.level == before


@given(blocks=st.lists(st.lists(st.sampled_from([0.0, -0.0, 1e-30, 0.25, -1.0]), max_size=12), max_size=20))
def test_zeros_are_counted_across_blocks(blocks: list[list[float]]) -> None:
    """The run of exact zeros at the end of all that came, however it was cut; -0 is zero, 1e-30 is not."""
    meter = Meter(1000)
    came: list[float] = []
    for block in blocks:
        meter.push(np.array(block, np.float32))
        came += block
        run = next((n for n, sample in enumerate(reversed(came)) if sample != 0), len(came))
        assert meter.level.zeros_s == pytest.approx(run / 1000)


@given(st.lists(st.floats(-2, 2, width=32), min_size=1, max_size=50))
def test_level_is_that_of_the_last_block(samples: list[float]) -> None:
    """Peak and root mean square as one would compute them by hand."""
    meter = Meter(RATE_HZ)
    meter.push(tone(100.0, 0.1))
    meter.push(np.array(samples, np.float32))
    rms = math.sqrt(sum(sample**2 for sample in samples) / len(samples))
    assert meter.level.peak_dbfs == pytest.approx(dbfs(max(abs(sample) for sample in samples)), abs=1e-3)
    assert meter.level.rms_dbfs == pytest.approx(dbfs(rms), abs=1e-3)
    assert FLOOR_DBFS <= meter.level.rms_dbfs <= meter.level.peak_dbfs + 1e-3
