"""Figures: what a model is worth on speakers that it never met.

The measure is UAR, the unweighted mean of the recall of each class, with a bootstrap interval that
draws speakers, not clips: clips of one voice are not independent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

Ints = NDArray[np.int64]
Float64 = NDArray[np.float64]


@dataclass(frozen=True)
class Answers:
    """Decisions on N clips: probabilities [N, C] beside the true classes [N] and whose voice it was."""

    probabilities: Float64
    targets: Ints
    speakers: tuple[str, ...]
    corpora: tuple[str, ...]
    sexes: tuple[str, ...]

    def where(self, chosen: NDArray[np.bool_]) -> Answers:
        """Only the clips [N] chosen."""
        kept = np.flatnonzero(chosen)
        names = (tuple(values[i] for i in kept) for values in (self.speakers, self.corpora, self.sexes))
        return Answers(self.probabilities[kept], self.targets[kept], *names)


def joined(parts: Sequence[Answers]) -> Answers:
    """Answers of several models, or on several sets of clips, one after another."""
    names = ("speakers", "corpora", "sexes")
    return Answers(
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate([part.targets for part in parts]),
        *(tuple(value for part in parts for value in getattr(part, name)) for name in names),
    )


def uar(targets: Ints, decisions: Ints) -> float:
    """Unweighted average recall over the classes present in ``targets``; chance is 1 / their number."""
    return float(np.mean([np.mean(decisions[targets == target] == target) for target in np.unique(targets)]))


def uar_interval(answers: Answers, seed: int, draws: int = 1000) -> tuple[float, float] | None:
    """95 % interval of the UAR, resampling speakers (Efron, 1979); None where there is only one."""
    if len(set(answers.speakers)) < 2:
        return None
    low, high = np.quantile(uar_draws(answers, seed, draws), [0.025, 0.975])
    return float(low), float(high)


def uar_draws(answers: Answers, seed: int, draws: int = 1000) -> Float64:
    """UAR [draws] on as many speakers as there are, each time drawn anew from among them."""
    names, speaker = np.unique(answers.speakers, return_inverse=True)
    right = answers.probabilities.argmax(1) == answers.targets
    clips = np.zeros((2, len(names), answers.probabilities.shape[1]))  # all, and those decided rightly
    np.add.at(clips[0], (speaker, answers.targets), 1)
    np.add.at(clips[1], (speaker, answers.targets), right)
    times = np.random.default_rng(seed).multinomial(len(names), np.full(len(names), 1 / len(names)), draws)
    heard, hit = times @ clips
    recall = np.divide(hit, heard, out=np.full_like(hit, np.nan), where=heard > 0)
    return np.asarray(np.nanmean(recall, axis=1))


def figures(answers: Answers, labels: Sequence[str], seed: int) -> dict[str, Any]:
    """All figures of one set of clips, as plain data for the manifest; fractions, not percent."""
    decisions = answers.probabilities.argmax(1)
    targets = answers.targets
    present = np.unique(targets)
    interval = uar_interval(answers, seed)
    return {
        "clips": len(targets),
        "speakers": len(set(answers.speakers)),
        "uar": _short(uar(targets, decisions)),
        "uar_interval_95": interval and [_short(value) for value in interval],
        "accuracy": _short(accuracy_score(targets, decisions)),
        "macro_f1": _short(f1_score(targets, decisions, average="macro", labels=present, zero_division=0)),
        "chance_uar": _short(1 / len(present)),
        "majority_accuracy": _short(np.bincount(targets).max() / len(targets)),
        "recall": {labels[t]: _short(np.mean(decisions[targets == t] == t)) for t in present},
        "confusion": confusion_matrix(targets, decisions, labels=range(len(labels))).tolist(),
        "expected_calibration_error": _short(calibration_error(answers)),
    }


def breakdown(answers: Answers, labels: Sequence[str], seed: int) -> dict[str, Any]:
    """Figures over all clips, for each corpus and for each sex."""
    groups = {"corpora": np.array(answers.corpora), "sexes": np.array(answers.sexes)}
    result: dict[str, Any] = {"all": figures(answers, labels, seed)}
    for name, values in groups.items():
        result[name] = {
            str(value): figures(answers.where(values == value), labels, seed) for value in np.unique(values)
        }
    return result


def calibration_error(answers: Answers, bins: int = 15) -> float:
    """Return the mean gap between confidence and accuracy (ECE; Naeini et al., 2015)."""
    confidence = answers.probabilities.max(1)
    right = answers.probabilities.argmax(1) == answers.targets
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[bin_of == b].mean() - right[bin_of == b].mean()) * np.mean(bin_of == b)
        for b in np.unique(bin_of)
    ]
    return float(np.sum(gaps))


def fit_temperature(windows: Sequence[Float64], targets: Ints) -> float:
    """Temperature at which the true classes are least surprising (Guo et al., 2017); validation only.

    ``windows`` holds the raw probabilities [K, C] of each clip's windows. As in the program, each window
    is softened and the clip is their mean.
    """
    logs = np.log(np.maximum(np.concatenate(windows), 1e-12))
    counts = [len(probabilities) for probabilities in windows]
    rows = np.arange(len(targets))

    def surprise(temperature: float) -> float:
        soft = np.exp(logs / temperature)
        clips = clip_means(soft / soft.sum(1, keepdims=True), counts)
        return float(-np.log(clips[rows, targets]).mean())

    return float(min(np.geomspace(0.5, 4, 61), key=surprise))


def clip_means(windows: Float64, counts: Sequence[int]) -> Float64:
    """Mean [N, C] over each clip's windows, of which ``counts`` [N] follow each other in [M, C]."""
    starts = np.cumsum([0, *counts[:-1]])
    return np.asarray(np.add.reduceat(windows, starts, axis=0) / np.array(counts)[:, None])


def _short(value: Any) -> float:
    return round(float(value), 4)
