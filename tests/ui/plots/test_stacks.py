"""Two hours of answers become no more than pixels, and say the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.results import Course
from ser_desktop.ui.plots.stacks import attention_between, pixels, stacks

HOP_S = 0.2


def course(spoken: list[bool], seed: int = 1) -> Course:
    """Make a course with an answer at each hop in which somebody spoke."""
    rng = np.random.default_rng(seed)
    hops = np.flatnonzero(spoken)
    shares = rng.dirichlet(np.ones(3), len(hops)).astype(np.float32).reshape(-1, 3)
    attention = rng.random(20 * len(spoken)).astype(np.float32)
    times_s = np.asarray((hops + 1) * HOP_S, np.float64)
    return Course(("anger", "neutral", "sadness"), times_s, shares, attention)


@given(st.lists(st.booleans(), min_size=1, max_size=400), st.data())
def test_areas_rise_and_times_follow(spoken: list[bool], data: st.DataObject) -> None:
    """Edges rise from 0 to 1, times rise, and there are only the answers that are seen."""
    length_s = len(spoken) * HOP_S
    start_s = data.draw(st.floats(0, length_s))
    end_s = data.draw(st.floats(start_s, length_s)) + 0.01
    found = stacks(course(spoken), start_s, end_s, HOP_S)
    assert sum(len(stack.times_s) - 1 for stack in found) <= (end_s - start_s) / HOP_S + 4
    for stack in found:
        assert (np.diff(stack.times_s) > 0).all()
        np.testing.assert_allclose(stack.edges[:, 0], 0.0)
        np.testing.assert_allclose(stack.edges[:, -1], 1.0)
        assert (np.diff(stack.edges, axis=1) >= -1e-9).all()


def test_near_every_answer_is_drawn_as_it_is() -> None:
    """Each at its time, in one run for each stretch of speech, that begins a hop before."""
    whole = course([True, True, True, False, False, True, True])
    first, second = stacks(whole, 0.0, 2.0, HOP_S)
    np.testing.assert_allclose(first.times_s, [0.0, 0.2, 0.4, 0.6])
    np.testing.assert_allclose(second.times_s, [1.0, 1.2, 1.4])
    np.testing.assert_allclose(first.edges[1:, 1:], np.cumsum(whole.probabilities[:3], axis=1), rtol=1e-5)


@given(st.lists(st.booleans(), min_size=1, max_size=300), st.integers(1, 60), st.integers(1, 40))
def test_from_afar_each_column_shows_the_mean_of_its_answers(
    spoken: list[bool], width: int, height: int
) -> None:
    """As looking at them one by one finds it, to half a pixel; where nobody spoke, nothing."""
    whole = course(spoken)
    length_s = len(spoken) * HOP_S
    found = pixels(whole, 0.0, length_s, width, height, HOP_S)
    assert found.shape == (height, width)
    for column in range(width):
        from_s, to_s = column * length_s / width, (column + 1) * length_s / width
        inside = (whole.times_s > from_s - 1e-9) & (whole.times_s - HOP_S < to_s + 1e-9)
        certain = (whole.times_s > from_s + 1e-9) & (whole.times_s - HOP_S < to_s - 1e-9)
        if not inside.any():
            assert (found[:, column] == 3).all()
        elif (inside == certain).all():
            mean = whole.probabilities[inside].astype(np.float64).mean(axis=0)
            covered = np.bincount(found[:, column], minlength=4)[:3]
            np.testing.assert_allclose(covered / height, mean, atol=1.01 / height)


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
