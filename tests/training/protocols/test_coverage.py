"""Confidence and what it is worth: figures by hand, and the curve's properties on anything."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.training.evaluate import Answers, calibration_error, uar
from ser_desktop.training.protocols.coverage import coverage, coverage_picture


def told(confidence: list[float], right: list[bool]) -> Answers:
    """Two classes by turns; each decision is as sure as told, and right or wrong."""
    targets = np.arange(len(right)) % 2
    decisions = np.where(right, targets, 1 - targets)
    sure = np.array(confidence)
    probabilities = np.stack([np.where(decisions == c, sure, 1 - sure) for c in range(2)], axis=1)
    names = ("x",) * len(right)
    return Answers(probabilities, targets, names, names, names)


def test_a_model_that_knows_what_it_does_not_know() -> None:
    """All errors among the less certain half: withholding it leaves none."""
    sure = [0.9, 0.8, 0.95, 0.85, 0.6, 0.55, 0.65, 0.7, 0.9, 0.9]
    right = [True, True, True, True, False, False, True, False, True, True]
    measured = coverage(told(sure, right))
    assert [point.coverage for point in measured.curve] == pytest.approx(np.arange(100, 45, -5) / 100)
    assert measured.curve[0].accuracy == pytest.approx(0.7)
    assert measured.curve[0].least_confidence == pytest.approx(0.55)
    assert measured.curve[-1].accuracy == 1
    assert measured.curve[-1].least_confidence == pytest.approx(0.85)
    assert measured.mean_confidence == pytest.approx(np.mean(sure))


def test_confidence_without_accuracy_is_the_error() -> None:
    """Sure of 0.9 and right half the time: 0.4, in one bin."""
    measured = coverage(told([0.9] * 4, [True, True, False, False]))
    assert measured.expected_calibration_error == pytest.approx(0.4)
    (only,) = measured.bins
    assert only.confidence == pytest.approx(0.9)
    assert (only.accuracy, only.clips) == (0.5, 4)


decisions = st.lists(st.tuples(st.floats(0.5, 1), st.booleans()), min_size=1, max_size=60)


@given(decisions)
def test_the_bins_make_the_error(made: list[tuple[float, bool]]) -> None:
    """The picture's dots and the printed figure are one thing."""
    answers = told([sure for sure, _ in made], [right for _, right in made])
    measured = coverage(answers)
    gaps = [abs(bin_.confidence - bin_.accuracy) * bin_.clips for bin_ in measured.bins]
    assert sum(bin_.clips for bin_ in measured.bins) == measured.clips == len(made)
    assert sum(gaps) / len(made) == pytest.approx(calibration_error(answers))


@given(decisions)
def test_the_surest_are_kept(made: list[tuple[float, bool]]) -> None:
    """At full coverage the curve is the plain figures; then the threshold only rises."""
    answers = told([sure for sure, _ in made], [right for _, right in made])
    curve = coverage(answers).curve
    decided = answers.probabilities.argmax(1)
    assert curve[0].accuracy == pytest.approx(np.mean(decided == answers.targets))
    assert curve[0].uar == pytest.approx(uar(answers.targets, decided))
    thresholds = [point.least_confidence for point in curve]
    assert thresholds == sorted(thresholds)
    confidence = answers.probabilities.max(1)
    for point in curve:
        assert np.sum(confidence > point.least_confidence) <= max(1, round(point.coverage * len(made)))


def test_a_report_can_hold_it() -> None:
    """Plain data as JSON, and a picture that is a PNG, the same each time."""
    measured = coverage(told([0.9, 0.6, 0.7], [True, False, True]))
    assert json.loads(json.dumps(measured.to_json()))["curve"][0]["coverage"] == 1.0
    image = coverage_picture(measured)
    assert image.startswith(b"\x89PNG")
    assert image == coverage_picture(measured)
