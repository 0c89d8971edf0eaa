"""Valence and arousal are the probabilities in other clothes, and nothing more."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.results import EMOTIONS, Prediction
from ser_desktop.ui.plots.affect import POSITIONS, TRAIL_S, Trail, apart, place_of

shares = st.lists(st.floats(0.01, 1.0), min_size=len(EMOTIONS), max_size=len(EMOTIONS))


def said(values: list[float]) -> Prediction:
    """Return a prediction of all emotions with these shares, brought to a sum of one."""
    array = np.array(values, np.float32)
    return Prediction(EMOTIONS, array / array.sum(), None)


def test_every_emotion_has_a_place() -> None:
    """None that a model may know is missing, and calm and bored, happy and sad lie where the words say."""
    assert POSITIONS.keys() == set(EMOTIONS)
    assert all(-1 <= value <= 1 for place in POSITIONS.values() for value in place)
    assert POSITIONS["happiness"][0] > 0 > POSITIONS["sadness"][0]
    assert POSITIONS["anger"][1] > 0 > POSITIONS["calm"][1]


@pytest.mark.parametrize("label", EMOTIONS)
def test_certainty_is_the_emotions_own_place(label: str) -> None:
    """Who sounds angry and nothing else is where anger is."""
    place = place_of(said([float(one == label) for one in EMOTIONS]))
    assert (place.valence, place.arousal) == pytest.approx(POSITIONS[label])


@given(shares, shares, st.floats(0, 1))
def test_a_mixture_lies_between(one: list[float], other: list[float], share: float) -> None:
    """The place of a mixture of two answers is the same mixture of their places."""
    first, second = said(one), said(other)
    mixed = Prediction(EMOTIONS, share * first.probabilities + (1 - share) * second.probabilities, None)
    places = [place_of(prediction) for prediction in (first, second, mixed)]
    expected = share * places[0].valence + (1 - share) * places[1].valence
    assert places[2].valence == pytest.approx(expected, abs=1e-5)


def test_the_trail_is_eight_seconds_long() -> None:
    """What is older is gone; while nobody speaks there is no point, and the next utterance begins anew."""
    trail = Trail()
    for number in range(100):
        trail.advance(said([1.0 + number, *[1.0] * (len(EMOTIONS) - 1)]), 0.2)
    ages = [age_s for age_s, _ in trail.points]
    assert max(ages) <= TRAIL_S
    assert len(ages) == pytest.approx(TRAIL_S / 0.2, abs=1.5)
    there = [trail.now is not None]
    trail.advance(None, 0.2)
    there.append(trail.now is not None)
    assert there == [True, False]
    trail.advance(said([1.0] * len(EMOTIONS)), 1.0)
    assert [place is None for _, place in trail.points][-2:] == [True, False]
    assert not [trail.advance(None, 1.0) for _ in range(20)][-1]
    assert trail.points == []


def test_a_steady_answer_stays_in_sight() -> None:
    """Somebody who speaks evenly for long still has a point."""
    trail, answer = Trail(), said([1.0] * len(EMOTIONS))
    for _ in range(100):
        trail.advance(answer, 0.2)
    assert trail.now is not None


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200)), min_size=2, max_size=9, unique=True))
def test_faces_do_not_cover_each_other(points: list[tuple[int, int]]) -> None:
    """Neighbours are moved apart, those that stand apart already are not moved."""
    moved = apart(points, 20.0)
    gaps = [np.hypot(a[0] - b[0], a[1] - b[1]) for a, b in itertools.combinations(moved, 2)]
    assert min(gaps) > 14.0
    far = [(100.0 * index, 0.0) for index in range(5)]
    assert apart(far, 20.0) == far
