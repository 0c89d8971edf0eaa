"""Smoothing stays between what it heard, settles, does not flicker, and says when it is unsure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.inference.smoothing import Smoother, decide
from ser_desktop.results import Float32

LABELS = ("anger", "fear", "neutral")


def shares(*values: float) -> Float32:
    """Return probabilities [C]."""
    return np.array(values, np.float32)


@st.composite
def distributions(draw: st.DrawFn, classes: int = len(LABELS)) -> Float32:
    """Draw probabilities [C] that sum to one."""
    weights = np.array(draw(st.lists(st.floats(0, 1), min_size=classes, max_size=classes))) + 1e-6
    return np.asarray(weights / weights.sum(), np.float32)


@given(
    heard=st.lists(st.tuples(distributions(), st.floats(0, 5)), min_size=1, max_size=20),
    unsure_below=st.floats(0, 1),
)
def test_the_mean_stays_between_what_was_heard(
    heard: list[tuple[Float32, float]], unsure_below: float
) -> None:
    """Each smoothed probability lies in the range heard so far, all sum to one, and the label follows."""
    smoother = Smoother(LABELS, unsure_below)
    for count, (probabilities, elapsed_s) in enumerate(heard, 1):
        said = smoother.push(probabilities, elapsed_s)
        so_far = np.stack([one for one, _ in heard[:count]])
        assert (said.probabilities >= so_far.min(0) - 1e-5).all()
        assert (said.probabilities <= so_far.max(0) + 1e-5).all()
        assert said.probabilities.sum() == pytest.approx(1, abs=1e-4)
        if said.label is None:
            assert said.confidence < unsure_below + 0.04
        else:
            named = dict(said.ranked)[said.label]
            assert said.confidence >= unsure_below or said.confidence >= 0.999
            assert said.confidence - named < 0.04


@given(first=distributions(), then=distributions())
def test_it_settles_on_what_lasts(first: Float32, then: Float32) -> None:
    """After some seconds of the same answers the old ones are forgotten."""
    smoother = Smoother(LABELS, 0.4)
    smoother.push(first, 0.2)
    for _ in range(60):
        said = smoother.push(then, 0.2)
    np.testing.assert_allclose(said.probabilities, then, atol=1e-4)


@given(first=distributions(), then=distributions(), parts=st.integers(1, 10))
def test_only_time_counts(first: Float32, then: Float32, parts: int) -> None:
    """One answer after a second weighs as ten of the same, a tenth of a second apart."""
    at_once, often = Smoother(LABELS, 0.4), Smoother(LABELS, 0.4)
    at_once.push(first, 0)
    often.push(first, 0)
    expected = at_once.push(then, 1.0).probabilities
    for _ in range(parts):
        said = often.push(then, 1.0 / parts)
    np.testing.assert_allclose(said.probabilities, expected, atol=1e-5)


def test_the_first_answer_is_taken_as_it_is() -> None:
    """Nothing is averaged with a made-up beginning; after a reset neither."""
    smoother = Smoother(LABELS, 0.4)
    for _ in range(2):
        np.testing.assert_array_equal(
            smoother.push(shares(0.7, 0.2, 0.1), 9.0).probabilities, shares(0.7, 0.2, 0.1)
        )
        smoother.push(shares(0, 0, 1), 0.2)
        smoother.reset()


def test_two_close_labels_do_not_flicker() -> None:
    """A rival must lead clearly before the shown label changes; then it does."""
    smoother = Smoother(LABELS, 0.2, tau_s=1e-3)
    said = [
        smoother.push(shares(0.5 + lead, 0.5 - lead, 0), 1.0).label for lead in (0.05, -0.01, 0.01, -0.019)
    ]
    assert said == ["anger"] * 4
    assert smoother.push(shares(0.47, 0.53, 0), 1.0).label == "fear"
    assert smoother.push(shares(0.51, 0.49, 0), 1.0).label == "fear"


def test_unsure_does_not_flicker() -> None:
    """Unsure begins below the threshold and ends clearly above it."""
    smoother = Smoother(LABELS, 0.5, tau_s=1e-3)
    said = [smoother.push(shares(best, 1 - best, 0), 1.0).label for best in (0.52, 0.55, 0.51, 0.5)]
    assert said == [None, "anger", "anger", "anger"]
    low = [smoother.push(shares(best, 0.3, 0.7 - best), 1.0).label for best in (0.49, 0.52, 0.55)]
    assert low == [None, None, "anger"]


def test_certainty_is_never_unsure() -> None:
    """Even where a model asks for certainty, one label at a hundred percent is named."""
    assert Smoother(LABELS, 1.0).push(shares(0, 1, 0), 0.2).label == "fear"
    assert Smoother(("anger",), 1.0).push(shares(1), 0.2).label == "anger"


def test_answers_stay_as_they_are() -> None:
    """A window may still draw an older prediction, and the caller its own array."""
    smoother = Smoother(LABELS, 0.4)
    own = shares(1, 0, 0)
    first = smoother.push(own, 0.2)
    smoother.push(shares(0, 1, 0), 0.2)
    np.testing.assert_array_equal(first.probabilities, shares(1, 0, 0))
    np.testing.assert_array_equal(own, shares(1, 0, 0))


@given(probabilities=distributions(), unsure_below=st.floats(0, 1))
def test_decide_names_the_best_or_none(probabilities: Float32, unsure_below: float) -> None:
    """The best label from the threshold on, none below it."""
    said = decide(LABELS, probabilities, unsure_below)
    best = LABELS[int(probabilities.argmax())]
    assert said.label == (best if probabilities.max() >= unsure_below else None)
    assert said.ranked[0] == (best, said.confidence)


@given(
    heard=st.lists(st.tuples(distributions(), st.floats(0, 5)), min_size=1, max_size=20), more=st.floats(0, 1)
)
def test_who_gains_gains_in_the_mean(heard: list[tuple[Float32, float]], more: float) -> None:
    """Where every answer gives more to one label and less to the others, so does what is shown."""
    less, favoured = Smoother(LABELS, 0.4), Smoother(LABELS, 0.4)
    towards = shares(0, 1, 0)
    for probabilities, elapsed_s in heard:
        plain = less.push(probabilities, elapsed_s).probabilities
        moved = np.asarray(probabilities + np.float32(more) * (towards - probabilities), np.float32)
        shown = favoured.push(moved, elapsed_s).probabilities
        assert shown[1] >= plain[1] - 1e-5
        assert (shown[[0, 2]] <= plain[[0, 2]] + 1e-5).all()


@given(
    heard=st.lists(st.tuples(distributions(), st.floats(0, 5)), min_size=1, max_size=20),
    order=st.permutations(range(len(LABELS))),
)
def test_the_order_of_labels_does_not_matter(heard: list[tuple[Float32, float]], order: list[int]) -> None:
    """No label is favoured for its place in the list."""
    one, other = Smoother(LABELS, 0.4), Smoother(tuple(LABELS[at] for at in order), 0.4)
    for probabilities, elapsed_s in heard:
        said = one.push(probabilities, elapsed_s)
        mirrored = other.push(probabilities[order], elapsed_s)
        np.testing.assert_array_equal(mirrored.probabilities, said.probabilities[order])
        lead = np.ptp(np.sort(said.probabilities)[-2:])
        if lead > 1e-6:  # of two that are exactly equal, the first is named
            assert mirrored.label == said.label
        else:
            break


@given(
    heard=st.lists(st.tuples(distributions(), st.floats(0, 5)), min_size=1, max_size=20),
    unsure_below=st.floats(0, 0.9),
    tau_s=st.floats(0, 3),
)
def test_a_label_goes_only_for_a_reason(
    heard: list[tuple[Float32, float]], unsure_below: float, tau_s: float
) -> None:
    """Another leads it by the margin, or all are too unlikely; "unsure" ends a margin above its begin."""
    smoother = Smoother(LABELS, unsure_below, tau_s)
    shown: str | None = None
    for probabilities, elapsed_s in heard:
        said = smoother.push(probabilities, elapsed_s)
        share = dict(said.ranked)
        if said.label is None:
            assert said.confidence < unsure_below + (0.04 if shown is None else 0)
        elif shown is None:
            assert said.confidence >= unsure_below + 0.04 - 1e-6
        elif said.label != shown:
            assert share[said.label] - share[shown] >= 0.04 - 1e-6
        shown = said.label
