"""Two hours of answers become no more points than pixels, and say the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.results import Course
from ser_desktop.ui.plots.stacks import attention_between, stacks

HOP_S = 0.2


def course(spoken: list[bool], seed: int = 1) -> Course:
    """Make a course with an answer at each hop in which somebody spoke."""
    rng = np.random.default_rng(seed)
    hops = np.flatnonzero(spoken)
    shares = rng.dirichlet(np.ones(3), len(hops)).astype(np.float32).reshape(-1, 3)
    attention = rng.random(20 * len(spoken)).astype(np.float32)
    times_s = np.asarray((hops + 1) * HOP_S, np.float64)
    return Course(("anger", "neutral", "sadness"), times_s, shares, attention)


@given(st.lists(st.booleans(), min_size=1, max_size=400), st.integers(1, 300), st.data())
def test_never_more_points_than_pixels(spoken: list[bool], most: int, data: st.DataObject) -> None:
    """Edges rise from 0 to 1, times rise, and there are about as many points as pixels."""
    length_s = len(spoken) * HOP_S
    start_s = data.draw(st.floats(0, length_s))
    end_s = data.draw(st.floats(start_s, length_s)) + 0.01
    found = stacks(course(spoken), start_s, end_s, most, HOP_S)
    assert sum(len(stack.times_s) for stack in found) <= max(2 * most + 4, 2 * (end_s - start_s) / HOP_S + 6)
    for stack in found:
        assert (np.diff(stack.times_s) >= -1e-9).all()
        np.testing.assert_allclose(stack.edges[:, 0], 0.0)
        np.testing.assert_allclose(stack.edges[:, -1], 1.0)
        assert (np.diff(stack.edges, axis=1) >= -1e-9).all()


def test_near_every_answer_is_drawn_as_it_is() -> None:
    """Each at its time, in one run for each stretch of speech, that begins a hop before."""
    whole = course([True, True, True, False, False, True, True])
    first, second = stacks(whole, 0.0, 2.0, 500, HOP_S)
    np.testing.assert_allclose(first.times_s, [0.0, 0.2, 0.4, 0.6])
    np.testing.assert_allclose(second.times_s, [1.0, 1.2, 1.4])
    np.testing.assert_allclose(first.edges[1:, 1:], np.cumsum(whole.probabilities[:3], axis=1), rtol=1e-5)


def test_from_afar_means_are_drawn() -> None:
    """A pixel that covers many answers shows their mean."""
    whole = course([True] * 1000)
    (stack,) = stacks(whole, 0.0, 200.0, 10, HOP_S)
    mean = np.concatenate([whole.probabilities.mean(axis=0)[:1], [1.0]])
    assert len(stack.times_s) <= 12
    assert stack.edges[1:, 1].mean() == pytest.approx(mean[0], abs=0.02)


@given(st.integers(1, 200), st.floats(0.0, 5.0), st.floats(0.001, 3.0))
def test_no_peak_of_attention_is_missed(count: int, start_s: float, width_s: float) -> None:
    """The greatest of what a pixel covers, as looking one by one finds it; 0 beyond the end."""
    whole = course([True] * 20)
    times_s = np.asarray(start_s + width_s * np.arange(count), np.float64)
    found = attention_between(whole, times_s, width_s)
    wide = max(1, round(width_s / whole.attention_step_s))
    for time_s, value in zip(times_s, found, strict=True):
        at = int(np.floor(time_s / whole.attention_step_s + 1e-6))
        assert value == whole.attention[at : at + wide].max(initial=0.0)
