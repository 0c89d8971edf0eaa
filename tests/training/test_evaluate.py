"""The figures that a card prints: held against scikit-learn, and against cases that one can do by hand."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import balanced_accuracy_score

from ser_desktop.training.evaluate import (
    Answers,
    breakdown,
    calibration_error,
    clip_means,
    figures,
    fit_temperature,
    uar,
    uar_interval,
)

LABELS = ("anger", "fear", "neutral", "sadness")
decided = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 6)), min_size=1, max_size=80
)


def answers(rows: list[tuple[int, int, int]], confidence: float = 0.7) -> Answers:
    """Make decisions from rows of (true class, decided class, speaker); odd speakers are men of corpus b."""
    targets, decisions, speakers = np.array(rows).T
    probabilities = np.full((len(rows), 4), (1 - confidence) / 3)
    probabilities[np.arange(len(rows)), decisions] = confidence
    return Answers(
        probabilities,
        targets,
        tuple(f"{'ab'[speaker % 2]}/{speaker}" for speaker in speakers),
        tuple("ab"[speaker % 2] for speaker in speakers),
        tuple("fm"[speaker % 2] for speaker in speakers),
    )


@given(rows=decided)
def test_uar_is_balanced_accuracy(rows: list[tuple[int, int, int]]) -> None:
    """The headline figure is the one that everybody else means."""
    targets, decisions, _ = np.array(rows).T
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # scikit-learn remarks on decisions for absent classes
        expected = balanced_accuracy_score(targets, decisions)
    assert uar(targets, decisions) == pytest.approx(expected)


@settings(max_examples=30, deadline=None)
@given(rows=decided, seed=st.integers(0, 1000))
def test_the_interval_is_what_drawing_speakers_gives(rows: list[tuple[int, int, int]], seed: int) -> None:
    """The quick count by speakers equals drawing speakers with all their clips, one draw after another."""
    given_answers = answers(rows)
    names = sorted(set(given_answers.speakers))
    interval = uar_interval(given_answers, seed, draws=50)
    if len(names) == 1:
        assert interval is None
        return
    decisions = given_answers.probabilities.argmax(1)
    of = [np.flatnonzero(np.array(given_answers.speakers) == name) for name in names]
    times = np.random.default_rng(seed).multinomial(len(names), np.full(len(names), 1 / len(names)), 50)
    drawn = [np.concatenate([of[i] for i, n in enumerate(row) for _ in range(n)]) for row in times]
    slow = [uar(given_answers.targets[clips], decisions[clips]) for clips in drawn]
    assert interval == pytest.approx(np.quantile(slow, [0.025, 0.975]))


def test_speakers_are_drawn_not_clips() -> None:
    """A voice always right and one always wrong: hundreds of clips make that no surer."""
    rows = [(n % 4, n % 4 if speaker else (n + 1) % 4, speaker) for speaker in (0, 1) for n in range(400)]
    assert uar_interval(answers(rows), seed=1) == pytest.approx((0, 1))
    rows = [(n % 4, n % 4 if n % 8 < 4 else (n + 1) % 4, speaker) for speaker in range(6) for n in range(80)]
    assert uar_interval(answers(rows), seed=1) == pytest.approx((0.5, 0.5))


def test_figures_by_hand() -> None:
    """Every figure of a small case, written out."""
    rows = [(0, 0, 0), (0, 0, 1), (0, 1, 2), (0, 0, 2), (2, 2, 0), (2, 0, 1)]
    found = figures(answers(rows), LABELS, seed=1)
    assert found["clips"] == 6
    assert found["speakers"] == 3
    assert found["uar"] == pytest.approx((0.75 + 0.5) / 2)
    assert found["recall"] == {"anger": 0.75, "neutral": 0.5}
    assert found["accuracy"] == pytest.approx(4 / 6, abs=1e-4)
    assert found["majority_accuracy"] == pytest.approx(4 / 6, abs=1e-4)
    assert found["chance_uar"] == 0.5
    assert found["macro_f1"] == pytest.approx((2 * 3 / (4 + 4) + 2 * 1 / (2 + 1)) / 2, abs=1e-4)
    assert found["confusion"] == [[3, 1, 0, 0], [0, 0, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]]
    assert found["expected_calibration_error"] == pytest.approx(0.7 - 4 / 6, abs=1e-4)


@given(rows=decided)
@settings(max_examples=20, deadline=None)
def test_groups_add_up(rows: list[tuple[int, int, int]]) -> None:
    """Corpora and sexes each hold all clips once, and each group's figures are of its own clips."""
    given_answers = answers(rows)
    found = breakdown(given_answers, LABELS, seed=1)
    for kind, names in (("corpora", given_answers.corpora), ("sexes", given_answers.sexes)):
        assert sum(group["clips"] for group in found[kind].values()) == len(rows) == found["all"]["clips"]
        total = sum(np.array(group["confusion"]) for group in found[kind].values())
        assert np.array_equal(total, found["all"]["confusion"])
        for name, group in found[kind].items():
            own = given_answers.where(np.array(names) == name)
            assert group["uar"] == pytest.approx(uar(own.targets, own.probabilities.argmax(1)), abs=1e-4)


@pytest.mark.parametrize(("confidence", "right", "gap"), [(0.9, 0.9, 0.0), (0.9, 0.5, 0.4), (0.4, 0.8, 0.4)])
def test_calibration_error_is_the_gap(confidence: float, right: float, gap: float) -> None:
    """Confidence that keeps its word costs nothing; too much and too little cost what they are off by."""
    rows = [(0, 0 if n < 100 * right else 1, n % 3) for n in range(100)]
    assert calibration_error(answers(rows, confidence)) == pytest.approx(gap, abs=1e-9)


def test_calibration_gaps_do_not_cancel() -> None:
    """Overconfidence here is not made good by doubt there."""
    sure, unsure = answers([(0, 1, 0)] * 50, 0.9), answers([(0, 0, 0)] * 50, 0.5)
    both = Answers(
        np.concatenate([sure.probabilities, unsure.probabilities]),
        np.concatenate([sure.targets, unsure.targets]),
        sure.speakers + unsure.speakers,
        sure.corpora + unsure.corpora,
        sure.sexes + unsure.sexes,
    )
    assert calibration_error(both) == pytest.approx((0.9 + 0.5) / 2)


@pytest.mark.parametrize("temperature", [0.7, 1.0, 1.8, 3.0])
def test_the_temperature_that_was_applied_is_found(temperature: float) -> None:
    """Answers drawn from known probabilities and then sharpened: the fit undoes the sharpening."""
    rng = np.random.default_rng(3)
    honest = rng.dirichlet(np.full(4, 0.8), 20_000)
    targets = np.array([rng.choice(4, p=row) for row in honest])
    told = honest**temperature
    told /= told.sum(1, keepdims=True)
    assert fit_temperature(list(told[:, None]), targets) == pytest.approx(temperature, rel=0.06)


def test_the_temperature_is_fitted_to_what_the_program_does() -> None:
    """Windows are softened one by one, then averaged; fitted to the mean it would be another."""
    rng = np.random.default_rng(4)
    targets = rng.integers(0, 4, 500)
    windows = []
    for target in targets:
        logits = rng.normal(0, 3, (int(rng.integers(1, 8)), 4))
        logits[:, target] += 2
        windows.append(np.exp(logits) / np.exp(logits).sum(1, keepdims=True))
    best = fit_temperature(windows, targets)

    def surprise(temperature: float) -> float:
        soft = [clip ** (1 / temperature) for clip in windows]
        means = np.array([(clip / clip.sum(1, keepdims=True)).mean(0) for clip in soft])
        return float(-np.log(means[np.arange(500), targets]).mean())

    assert surprise(best) <= min(surprise(best * factor) for factor in (0.8, 0.95, 1.05, 1.25))


@given(counts=st.lists(st.integers(1, 9), min_size=1, max_size=30))
def test_a_clip_is_the_mean_over_its_own_windows(counts: list[int]) -> None:
    """However many windows each clip has, none leaks into its neighbour."""
    windows = np.random.default_rng(0).random((sum(counts), 3))
    clips = np.split(windows, np.cumsum(counts)[:-1])
    assert np.allclose(clip_means(windows, counts), [clip.mean(0) for clip in clips])
