"""From jumping probabilities to a decision that one can read."""

from __future__ import annotations

import math

import numpy as np

from ser_desktop.results import Float32, Prediction

_SHORTEST_S = 1e-6  # of a time constant: nothing is left of the answer before


class Smoother:
    """Averages over time, holds on to its label, and admits to being unsure.

    The average forgets with time constant ``tau_s``; with 0 nothing is averaged. A new label must lead the
    shown one by ``margin``; "unsure" ends only when the best is ``margin`` above ``unsure_below``.
    """

    def __init__(
        self, labels: tuple[str, ...], unsure_below: float, tau_s: float = 0.8, margin: float = 0.04
    ) -> None:
        self._labels = labels
        self._unsure_below = unsure_below
        self._tau_s = tau_s
        self._margin = margin
        self.reset()

    def reset(self) -> None:
        """Forget; the next probabilities are taken as they are."""
        self._mean: Float32 | None = None
        self._shown: str | None = None

    def push(self, probabilities: Float32, elapsed_s: float) -> Prediction:
        """Take the next probabilities [C], ``elapsed_s`` after the last ones."""
        if self._mean is None:
            self._mean = probabilities.astype(np.float32)
        else:
            weight = np.float32(1 - math.exp(-elapsed_s / max(self._tau_s, _SHORTEST_S)))
            self._mean = self._mean + weight * (probabilities - self._mean)
        self._shown = self._decide(self._mean)
        return Prediction(self._labels, self._mean, self._shown)

    def _decide(self, mean: Float32) -> str | None:
        best = int(mean.argmax())
        needed = self._unsure_below + (self._margin if self._shown is None else 0.0)
        if mean[best] < min(needed, 0.999):
            return None
        if self._shown is not None and mean[best] - mean[self._labels.index(self._shown)] < self._margin:
            return self._shown
        return self._labels[best]


def decide(labels: tuple[str, ...], probabilities: Float32, unsure_below: float) -> Prediction:
    """Return the decision on a finished stretch: the best label, or none where it is not likely enough."""
    best = int(probabilities.argmax())
    return Prediction(labels, probabilities, labels[best] if probabilities[best] >= unsure_below else None)
