"""How needles and bars move, whatever the frame rate."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.results import Level
from ser_desktop.ui.widgets.ballistics import FLOOR_DBFS, Easing, MeterBallistics

LOUD, QUIET = Level(-6.0, -12.0), Level()
STEPS = st.lists(st.floats(0.001, 0.2), min_size=1, max_size=40)


def test_a_peak_is_shown_at_once_and_falls_by_20_db_in_1_7_s() -> None:
    """Nothing loud is missed, and the fall can be followed by the eye."""
    meter = MeterBallistics()
    assert meter.advance(LOUD, 0.01).peak_dbfs == -6.0
    assert meter.advance(QUIET, 1.7).peak_dbfs == pytest.approx(-26.0)
    assert meter.advance(QUIET, 60.0).peak_dbfs == FLOOR_DBFS


@given(STEPS)
def test_the_frame_rate_does_not_matter_to_the_meter(steps_s: list[float]) -> None:
    """Many small steps lead where one long step leads, held peak included."""
    often, once = MeterBallistics(), MeterBallistics()
    for meter in (often, once):
        meter.advance(LOUD, 0.0)
    for step_s in steps_s:
        often.advance(QUIET, step_s)
    once.advance(QUIET, sum(steps_s))
    assert often.needles.peak_dbfs == pytest.approx(once.needles.peak_dbfs)
    assert often.needles.rms_dbfs == pytest.approx(once.needles.rms_dbfs)
    assert often.needles.hold_dbfs == pytest.approx(once.needles.hold_dbfs)


def test_rms_reaches_a_steady_tone_in_300_ms() -> None:
    """99 % of the way, as a volume indicator does."""
    meter = MeterBallistics()
    needle = meter.advance(LOUD, 0.3).rms_dbfs
    assert (needle - FLOOR_DBFS) / (-12.0 - FLOOR_DBFS) == pytest.approx(0.99)


def test_the_highest_peak_is_held_for_two_seconds() -> None:
    """Then it falls as the needle does, and a higher one replaces it at once."""
    meter = MeterBallistics()
    meter.advance(LOUD, 0.0)
    assert meter.advance(QUIET, 1.9).hold_dbfs == -6.0
    assert meter.advance(QUIET, 0.95).hold_dbfs == pytest.approx(-16.0)
    assert meter.advance(Level(-3.0, -9.0), 0.01).hold_dbfs == -3.0


def test_clipping_is_latched() -> None:
    """Seen later as well, until it is reset."""
    meter = MeterBallistics()
    meter.advance(Level(0.0, -3.0, clipped=True), 0.01)
    assert meter.advance(QUIET, 30.0).clipped
    meter.reset_clip()
    assert not meter.advance(QUIET, 0.01).clipped


@given(st.floats(-300.0, 40.0), st.floats(-300.0, 40.0), STEPS)
def test_needles_stay_on_the_scale(peak_dbfs: float, rms_dbfs: float, steps_s: list[float]) -> None:
    """Whatever is measured, nothing is drawn outside the meter."""
    meter = MeterBallistics()
    for step_s in steps_s:
        needles = meter.advance(Level(peak_dbfs, rms_dbfs), step_s)
        for dbfs in (needles.peak_dbfs, needles.rms_dbfs, needles.hold_dbfs):
            assert FLOOR_DBFS <= dbfs <= 0.0


@given(STEPS)
def test_bars_settle_alike_at_every_frame_rate(steps_s: list[float]) -> None:
    """Many small steps lead where one long step leads."""
    often, once = Easing(2), Easing(2)
    for easing in (often, once):
        easing.targets[:] = (0.7, 0.1)
    for step_s in steps_s:
        often.advance(step_s)
    once.advance(sum(steps_s))
    np.testing.assert_allclose(often.values, once.values, atol=2 * Easing.NEAR)


def test_bars_ease_over_150_ms_and_then_rest() -> None:
    """95 % of the way in 150 ms; once there, nothing moves and nothing need be drawn."""
    easing = Easing(1)
    easing.targets[:] = 0.8
    assert easing.advance(0.150)
    assert easing.values[0] == pytest.approx(0.8 * 0.95)
    assert easing.advance(5.0)
    assert easing.values[0] == 0.8
    assert not easing.advance(0.033)
