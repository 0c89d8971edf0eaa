"""The history of a stream: every sample in its place, for as long as it is promised, and no longer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.recorder import LONGEST_S, History
from ser_desktop.results import Float32, Gap

CAPACITY = 50


def ramp(start: int, end: int) -> Float32:
    """Make samples that are their own numbers."""
    return np.arange(start, end, dtype=np.float32)


def filled(sizes: list[int]) -> History:
    """Append chunks of these sizes to a history of 50 samples."""
    history = History(10, CAPACITY / 10)
    for size in sizes:
        history.append(ramp(history.end, history.end + size))
    return history


@given(sizes=st.lists(st.integers(0, 130), max_size=30), data=st.data())
def test_any_span_is_the_stream_s_own(sizes: list[int], data: st.DataObject) -> None:
    """Whatever chunks came, a clip holds exactly the samples of its numbers; the last ones are all there."""
    history = filled(sizes)
    assert history.end == sum(sizes)
    assert history.end - history.first == min(sum(sizes), CAPACITY)
    start = data.draw(st.integers(history.first, history.end))
    end = data.draw(st.integers(start, history.end))
    samples, gaps = history.cut(start, end)
    np.testing.assert_array_equal(samples, ramp(start, end))
    assert gaps == ()


@pytest.mark.parametrize(("start", "end"), [(9, 30), (20, 61), (30, 20), (-1, 5)])
def test_what_is_not_there_is_refused(start: int, end: int) -> None:
    """Neither what was overwritten nor what has yet to come is made up."""
    with pytest.raises(ValueError, match="is not within"):
        filled([60]).cut(start, end)


def test_a_clip_stays_as_it_is() -> None:
    """The history goes on; the clip is a copy."""
    history = filled([60])
    samples, _ = history.cut(10, 60)
    history.append(ramp(60, 110))
    np.testing.assert_array_equal(samples, ramp(10, 60))


def test_gaps_are_told_where_they_are() -> None:
    """Counted from the clip's beginning, those of one place as one, and none outside of it."""
    history = filled([20])
    history.miss(3)
    history.append(ramp(20, 30))
    history.miss(4)
    history.miss(5)
    history.append(ramp(30, 40))
    history.miss(6)
    history.miss(None)
    history.append(ramp(40, 45))
    assert history.cut(0, 45)[1] == (Gap(20, 3), Gap(30, 9), Gap(40, None))
    assert history.cut(20, 40)[1] == (Gap(10, 9),)
    history.append(ramp(45, 75))
    assert history.cut(25, 75)[1] == (Gap(5, 9), Gap(15, None))
    for _ in range(1000):
        history.miss(1)
    assert len(history._gaps) <= 3, "a stream that loses samples for days fills no memory"


def test_what_is_no_number_is_silence() -> None:
    """As it is when a file is read: the clip and its file hold the same."""
    history = History(10, 1.0)
    history.append(np.array([1, np.nan, np.inf, -np.inf, 2], np.float32))
    np.testing.assert_array_equal(history.cut(0, 5)[0], [1, 0, 0, 0, 2])


def test_the_longest_clip_fits() -> None:
    """By default half a minute is kept, at any rate."""
    history = History(192_000)
    history.append(np.ones(round(LONGEST_S * 192_000), np.float32))
    assert history.first == 0
