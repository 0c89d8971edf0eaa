"""What a stream sounded like over time is kept whole, however long it lasts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.course import CourseBuilder
from ser_desktop.engine.pipeline import Step
from ser_desktop.results import Prediction, Segment, State

LABELS = ("anger", "neutral")


def step(number: int, *, answered: bool, ended: bool) -> Step:
    """Return a decision that can be told from the others."""
    share = np.float32(1 / (number + 2))
    probabilities = np.array([share, 1 - share], np.float32)
    told = Prediction(LABELS, probabilities, "neutral")
    segment = Segment(float(number), number + 0.5, told) if ended else None
    return Step(number / 5, State.LISTENING, probabilities if answered else None, None, segment)


@given(
    st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30), st.sampled_from([0, 255, 256, 257, 1100])
)
def test_each_answer_is_kept_once_and_in_order(kinds: list[tuple[bool, bool]], first: int) -> None:
    """With its time, also beyond the room that was made at first; steps without an answer are none."""
    steps = [step(number, answered=True, ended=False) for number in range(first)]
    steps += [step(first + at, answered=told, ended=ended) for at, (told, ended) in enumerate(kinds)]
    builder = CourseBuilder(LABELS)
    builder.take(steps[: first // 2])
    early = builder.course()
    builder.take(steps[first // 2 :])
    course = builder.course()
    expected = [one for one in steps if one.probabilities is not None]
    assert len(course) == len(expected)
    assert course.times_s.tolist() == [one.time_s for one in expected]
    for row, one in zip(course.probabilities, expected, strict=True):
        np.testing.assert_array_equal(row, one.probabilities)
    assert builder.segments == tuple(one.segment for one in steps if one.segment is not None)
    assert len(early) == first // 2
    assert early.probabilities.sum() == pytest.approx(first // 2)
