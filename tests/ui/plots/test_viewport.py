"""What is seen stays within the recording, and the place that one looks at stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.ui.plots.viewport import NEAREST_S, Selection, Viewport, ticks

LENGTHS = st.floats(0.05, 7200.0)
SHARES = st.floats(0.0, 1.0)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("zoom"), st.floats(0.1, 10.0), SHARES),
        st.tuples(st.just("move"), st.floats(-10_000.0, 10_000.0), SHARES),
        st.tuples(st.just("show"), SHARES, SHARES),
        st.tuples(st.just("follow"), SHARES, SHARES),
        st.tuples(st.just("length"), st.floats(0.5, 2.0), SHARES),
    ),
    max_size=20,
)


@given(LENGTHS, DEEDS)
def test_nothing_outside_the_recording_is_ever_seen(
    length_s: float, deeds: list[tuple[str, float, float]]
) -> None:
    """Whatever is done, in whatever order."""
    view = Viewport.whole(length_s)
    for deed, one, other in deeds:
        at_s = view.start_s + other * view.span_s
        if deed == "zoom":
            view = view.zoomed(one, at_s)
        elif deed == "move":
            view = view.moved(one)
        elif deed == "show":
            view = view.showing(*sorted((one * view.length_s, other * view.length_s)))
        elif deed == "follow":
            view = view.following(one * view.length_s)
            assert view.start_s - 1e-6 <= one * view.length_s <= view.end_s + 1e-6
        else:
            view = view.of_length(view.length_s * one)
        assert -1e-6 <= view.start_s < view.end_s <= view.length_s + 1e-6
        assert view.span_s >= min(NEAREST_S, view.length_s) - 1e-6


@given(LENGTHS, st.floats(1.0, 4.0), SHARES)
def test_coming_nearer_keeps_the_place_under_the_pointer(
    length_s: float, factor: float, share: float
) -> None:
    """The moment pointed at stays under the pointer."""
    view = Viewport.whole(length_s)
    at_s = share * length_s
    near = view.zoomed(factor, at_s)
    if near.span_s > NEAREST_S:
        assert (at_s - near.start_s) / near.span_s == pytest.approx(share, abs=1e-6)


def test_who_sees_all_goes_on_seeing_all() -> None:
    """A recording that turns out longer does not slide out of view."""
    assert Viewport.whole(3.0).of_length(5.0) == Viewport.whole(5.0)
    near = Viewport.whole(10.0).showing(2.0, 4.0)
    assert near.of_length(20.0) == Viewport(20.0, 2.0, 4.0)


@given(st.floats(0, 7000.0), st.floats(0.01, 7200.0), st.integers(2, 20))
def test_a_ruler_has_few_marks_and_all_are_seen(start_s: float, span_s: float, most: int) -> None:
    """No more than asked for, in order, within what is seen, each with another word."""
    marks = ticks(start_s, start_s + span_s, most)
    assert len(marks) <= most + 1
    assert all(start_s - 1e-6 <= time_s <= start_s + span_s + 1e-3 for time_s, _ in marks)
    assert len({text for _, text in marks}) == len(marks)


def test_times_are_written_as_people_do() -> None:
    """Seconds, minutes, hours."""
    assert [text for _, text in ticks(0, 2, 3)] == ["0 s", "1 s", "2 s"]
    assert [text for _, text in ticks(0, 240, 5)] == ["0:00", "1:00", "2:00", "3:00", "4:00"]
    assert ticks(3600, 7200, 3)[-1][1] == "2:00:00"


def test_a_selection_may_be_led_either_way() -> None:
    """Its start is the earlier end."""
    assert (Selection(3.0, 1.0).start_s, Selection(3.0, 1.0).end_s) == (1.0, 3.0)
