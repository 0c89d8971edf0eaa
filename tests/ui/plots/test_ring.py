"""The waveform that grows column by column: it always looks as if it were drawn anew."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.results import Trace
from ser_desktop.ui.plots.ring import Tones, WaveRing, columns_of

TONES = Tones((0, 0, 0), (40, 40, 40), (100, 100, 100), (250, 150, 50), (200, 120, 40))
STEPS, STEP_S, SPAN_S = 200, 0.01, 2.0


def sound(seed: int, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Return an envelope [N, 2] and attention [N] of somebody who speaks."""
    rng = np.random.default_rng(seed)
    loud = np.abs(np.sin(np.arange(steps) / 9)) * rng.uniform(0, 1, steps)
    attention = np.clip(np.sin(np.arange(steps) / 15), 0, 1)
    return np.stack([-loud, loud], axis=1).astype(np.float32), attention.astype(np.float32)


def trace(envelope: np.ndarray, attention: np.ndarray, end: int) -> Trace:
    """Return the last columns up to step ``end``."""
    return Trace(end * STEP_S, STEP_S, envelope[end - STEPS : end], attention[end - STEPS : end])


def picture(ring: WaveRing) -> np.ndarray:
    """Return what is seen, the oldest column to the left."""
    seen = np.empty_like(ring.pixels)
    for source, target, count in ring.parts():
        seen[:, target : target + count] = ring.pixels[:, source : source + count]
    return seen


@settings(max_examples=60)
@given(
    width=st.integers(30, 500),
    height=st.integers(20, 120),
    moves=st.lists(st.tuples(st.integers(0, 250), st.integers(0, 60)), min_size=1, max_size=12),
    seed=st.integers(0, 100),
)
def test_what_is_added_is_what_is_drawn_anew(
    width: int, height: int, moves: list[tuple[int, int]], seed: int
) -> None:
    """However far it moves, and however far back attention changes, no pixel differs."""
    envelope, attention = sound(seed, STEPS + 250 * 12 + 1)
    ring, end = WaveRing(width, height, SPAN_S, TONES), STEPS
    for moved, changed in moves:
        end += moved
        attention[end - changed : end] = np.roll(attention[end - changed : end], 3)
        ring.advance(trace(envelope, attention.copy(), end))
    anew = WaveRing(width, height, SPAN_S, TONES)
    anew.advance(trace(envelope, attention, end))
    np.testing.assert_array_equal(picture(ring), picture(anew))


def test_only_what_is_new_is_drawn() -> None:
    """A moment later a few columns are drawn, and none where nothing is new."""
    envelope, attention = sound(1, STEPS + 100)
    ring = WaveRing(400, 80, SPAN_S, TONES)
    assert ring.advance(trace(envelope, attention, STEPS)) == 400
    assert ring.advance(trace(envelope, attention, STEPS + 3)) <= 8
    assert ring.advance(trace(envelope, attention, STEPS + 3)) == 0


@given(width=st.integers(20, 200), at=st.integers(5, STEPS - 5))
def test_no_click_is_lost(width: int, at: int) -> None:
    """One loud column of the trace is seen, however many share a column of pixels; so is attention."""
    envelope, attention = np.zeros((STEPS, 2), np.float32), np.zeros(STEPS, np.float32)
    envelope[at] = -0.25, 0.81
    attention[at] = 1.0
    columns = columns_of(Trace(SPAN_S, STEP_S, envelope, attention), 0, width, SPAN_S / width)
    found = np.array([columns.low.min(), columns.high.max(), columns.attention.max()])
    np.testing.assert_allclose(found, [-0.5, 0.9, 1.0], atol=1e-3)


def test_nothing_is_seen_outside_the_trace() -> None:
    """Before the beginning and after the end there is silence, not the edge drawn on and on."""
    envelope, attention = np.full((STEPS, 2), 0.5, np.float32), np.ones(STEPS, np.float32)
    for column_s in (0.004, 0.02):
        count = round(3 * SPAN_S / column_s)
        columns = columns_of(Trace(SPAN_S, STEP_S, envelope, attention), -count // 3, count, column_s)
        third = count // 3
        assert not columns.high[: third - 2].any()
        assert not columns.attention[2 * third + 3 :].any()
        assert columns.high[third + 2 : 2 * third - 2].all()


def test_an_empty_picture_is_a_line() -> None:
    """Without sound there is the zero line, and nothing of what was there before."""
    envelope, attention = sound(2, STEPS)
    ring = WaveRing(100, 60, SPAN_S, TONES)
    ring.advance(trace(envelope, attention, STEPS))
    ring.clear()
    assert len(np.unique(ring.pixels)) == 2
    assert len(np.unique(ring.pixels, axis=1).T) == 1
