"""A system's row in the results: from its answers over folds and seeds to plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ser_desktop import __version__
from ser_desktop.training.evaluate import Answers, figures, joined, uar, uar_draws
from ser_desktop.training.protocols.definitions import Protocol

Heard = Mapping[int, Mapping[str, Answers]]
"""Answers of each seed, and in it of each fold by its name."""

_MEANS = ("uar", "accuracy", "macro_f1", "expected_calibration_error", "chance_uar", "majority_accuracy")


def row(protocol: Protocol, labels: Sequence[str], heard: Heard, **facts: Any) -> dict[str, Any]:
    """Return the row: ``facts`` (system, command, …) and every figure; fractions, not percent.

    A figure is that of all folds' clips together, or the mean over the folds where the protocol says so;
    then the mean over seeds. The interval resamples speakers, within each fold where the folds are averaged.
    """
    groups = {seed: _groups(protocol, folds) for seed, folds in heard.items()}
    scores = [
        [figures(answers, labels, seed) for answers in of_seed.values()] for seed, of_seed in groups.items()
    ]
    uars = [_mean(score["uar"] for score in of_seed) for of_seed in scores]
    over_seeds = {
        name: joined([of_seed[name] for of_seed in groups.values()]) for name in next(iter(groups.values()))
    }
    first = joined(list(next(iter(heard.values())).values()))
    return {
        **facts,
        "program": f"ser-desktop {__version__}",
        "labels": list(labels),
        "clips": len(first.targets),
        "speakers": len(set(first.speakers)),
        "seeds": list(heard),
        "uar_per_seed": uars,
        "uar_deviation": round(float(np.std(uars, ddof=1)), 4) if len(uars) > 1 else None,
        "uar_interval_95": _interval(list(over_seeds.values())),
        **{name: _mean(_mean(score[name] for score in of_seed) for of_seed in scores) for name in _MEANS},
        "recall": _recall(over_seeds.values(), labels),
        "sexes": _by_sex(over_seeds.values()),
        "folds": _by_fold(heard),
        "confusion": _confusion(over_seeds.values(), len(labels)),
    }


def _groups(protocol: Protocol, folds: Mapping[str, Answers]) -> Mapping[str, Answers]:
    return folds if protocol.mean_of_folds else {"all": joined(list(folds.values()))}


def _interval(groups: Sequence[Answers]) -> list[float] | None:
    """95 % interval; None where a group is one speaker, who cannot be resampled."""
    if any(len(set(answers.speakers)) < 2 for answers in groups):
        return None
    draws = np.mean([uar_draws(answers, seed) for seed, answers in enumerate(groups)], axis=0)
    return [round(float(value), 4) for value in np.quantile(draws, [0.025, 0.975])]


def _recall(groups: Any, labels: Sequence[str]) -> dict[str, float]:
    """Recall of each class, averaged over the groups that hold it."""
    found: dict[str, list[float]] = {}
    for answers in groups:
        right = answers.probabilities.argmax(1) == answers.targets
        for target in np.unique(answers.targets):
            found.setdefault(labels[target], []).append(float(right[answers.targets == target].mean()))
    return {label: _mean(found[label]) for label in labels if label in found}


def _by_sex(groups: Any) -> dict[str, float]:
    everyone = joined(list(groups))
    sexes = np.array(everyone.sexes)
    return {str(sex): _uar(everyone.where(sexes == sex)) for sex in np.unique(sexes)}


def _by_fold(heard: Heard) -> dict[str, float]:
    """UAR of each fold, the mean over seeds; what a fold lacks of the classes is left out of it."""
    names = next(iter(heard.values()))
    return {name: _mean(_uar(folds[name]) for folds in heard.values()) for name in names}


def _confusion(groups: Any, classes: int) -> list[list[int]]:
    everyone = joined(list(groups))
    counts = np.zeros((classes, classes), int)
    np.add.at(counts, (everyone.targets, everyone.probabilities.argmax(1)), 1)
    return [[int(count) for count in line] for line in counts]


def _uar(answers: Answers) -> float:
    return round(uar(answers.targets, answers.probabilities.argmax(1)), 4)


def _mean(values: Any) -> float:
    return round(float(np.mean(list(values))), 4)
