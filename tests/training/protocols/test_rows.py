"""A row sums up folds and seeds; each of its figures must be what its name says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.training.evaluate import Answers, joined, uar
from ser_desktop.training.protocols.definitions import find
from ser_desktop.training.protocols.rows import Heard, row

LABELS = ("anger", "neutral", "sadness")
POOLED = replace(find("P1"), mean_of_folds=False)
AVERAGED = replace(POOLED, mean_of_folds=True)


def answered(rng: np.random.Generator, fold: int, clips: int, skill: float) -> Answers:
    """Decisions of which a share is right, on clips of three speakers of this fold."""
    targets = np.arange(clips) % len(LABELS)
    decisions = np.where(rng.random(clips) < skill, targets, rng.integers(0, len(LABELS), clips))
    speakers = tuple(f"c/{fold}{number // 3 % 3}" for number in range(clips))
    sexes = tuple("fm"[number // 3 % 2] for number in range(clips))
    return Answers(0.5 + 0.5 * np.eye(len(LABELS))[decisions], targets, speakers, ("c",) * clips, sexes)


@st.composite
def heard(draw: st.DrawFn) -> Heard:
    """Draw answers of one to three seeds on the same two or three folds of different sizes."""
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    sizes = draw(st.lists(st.integers(9, 60), min_size=2, max_size=3))
    skill = draw(st.floats(0, 1))
    return {
        seed: {f"fold {n}": answered(rng, n, size, skill) for n, size in enumerate(sizes)}
        for seed in range(1, draw(st.integers(1, 3)) + 1)
    }


def of(answers: Answers) -> float:
    return uar(answers.targets, answers.probabilities.argmax(1))


@given(heard())
def test_figures_are_of_all_clips_or_the_mean_of_the_folds(heard: Heard) -> None:
    """As the protocol says: pooled where folds are parts of one corpus, averaged where they are corpora."""
    pooled, averaged = row(POOLED, LABELS, heard), row(AVERAGED, LABELS, heard)
    for seed, folds in enumerate(heard.values()):
        assert pooled["uar_per_seed"][seed] == pytest.approx(of(joined(list(folds.values()))), abs=1e-4)
        assert averaged["uar_per_seed"][seed] == pytest.approx(
            np.mean([of(told) for told in folds.values()]), abs=1e-4
        )
    for each in (pooled, averaged):
        assert each["uar"] == pytest.approx(np.mean(each["uar_per_seed"]), abs=1e-4)
        assert each["uar"] == pytest.approx(np.mean(list(each["recall"].values())), abs=2e-4)
        assert each["seeds"] == list(heard)


@given(heard())
def test_confusions_count_every_clip_of_every_seed(heard: Heard) -> None:
    """The matrix is a sum; clips and speakers are those of one seed."""
    told = row(POOLED, LABELS, heard)
    clips = sum(len(answers.targets) for answers in heard[1].values())
    assert told["clips"] == clips
    assert np.sum(told["confusion"]) == clips * len(heard)
    assert told["speakers"] == 3 * len(heard[1])


@given(heard())
def test_the_interval_holds_the_figure(heard: Heard) -> None:
    """95 % of draws of the speakers lie around the mean over seeds, in both ways to average."""
    for protocol in (POOLED, AVERAGED):
        told = row(protocol, LABELS, heard)
        low, high = told["uar_interval_95"]
        assert low - 0.02 <= told["uar"] <= high + 0.02


def test_spread_and_interval_need_more_than_one() -> None:
    """One seed has no deviation, one speaker a fold no interval: no figure is given rather than 0."""
    rng = np.random.default_rng(0)
    alone = replace(answered(rng, 0, 9, 0.5), speakers=("c/0",) * 9)
    told = row(AVERAGED, LABELS, {1: {"a": alone, "b": alone}})
    assert told["uar_deviation"] is None
    assert told["uar_interval_95"] is None


def test_facts_are_kept() -> None:
    """Who made the row, and with which words, stands in it."""
    rng = np.random.default_rng(0)
    told = row(POOLED, LABELS, {1: {"a": answered(rng, 0, 9, 1.0)}}, system="x", command="ser-desktop …")
    assert (told["system"], told["command"]) == ("x", "ser-desktop …")
    assert told["program"].startswith("ser-desktop ")
    assert told["uar"] == told["accuracy"] == 1.0
