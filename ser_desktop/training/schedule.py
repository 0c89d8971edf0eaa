"""How long and how fast a network learns, and the line that each epoch leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Epoch:
    """One line of the history; ``number`` counts from 0, ``validation_uar`` is a fraction from 0 to 1.

    ``validation_loss`` is the mean surprise at the true classes, in nats; None in histories that lack it.
    """

    number: int
    loss: float
    validation_uar: float
    validation_loss: float | None = None


@dataclass(frozen=True)
class Schedule:
    """At most ``epochs`` of ``steps`` batches of freshly drawn windows; the rate falls as a cosine.

    Attributes
    ----------
    patience
        So many epochs in a row without a better one on validation speakers end the training.
    averaged
        Momentum of the running average of the weights that is kept in place of the epoch that was best for
        validation speakers (Polyak and Juditsky, 1992); 0 keeps that epoch.
    mixup
        Both parameters of the beta distribution by which pairs of windows are mixed (Zhang et al., 2018);
        0 mixes none.
    """

    seed: int = 1
    epochs: int = 60
    patience: int = 15
    steps: int = 120
    batch: int = 64
    learning_rate: float = 1e-3
    label_smoothing: float = 0.1
    weight_decay: float = 1e-3
    averaged: float = 0.0
    mixup: float = 0.0

    def over(self, history: Sequence[Epoch]) -> bool:
        """Whether all epochs are done, or ``patience`` of them in a row brought nothing better."""
        if self.averaged:
            return len(history) >= self.epochs
        uars = [epoch.validation_uar for epoch in history]
        since_best = len(uars) - 1 - int(np.argmax(uars)) if uars else 0
        return len(uars) >= self.epochs or since_best >= self.patience
