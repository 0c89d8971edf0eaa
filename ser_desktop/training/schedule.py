"""How long and how fast a network learns, and the line that each epoch leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Epoch:
    """One line of the history; ``number`` counts from 0, ``validation_uar`` is a fraction from 0 to 1."""

    number: int
    loss: float
    validation_uar: float


@dataclass(frozen=True)
class Schedule:
    """At most ``epochs`` of ``steps`` batches of freshly drawn windows; the rate falls as a cosine."""

    seed: int = 1
    epochs: int = 60
    patience: int = 15
    steps: int = 120
    batch: int = 64
    learning_rate: float = 1e-3
    label_smoothing: float = 0.1
    weight_decay: float = 1e-3

    def over(self, history: Sequence[Epoch]) -> bool:
        """Whether all epochs are done, or ``patience`` of them in a row brought nothing better."""
        uars = [epoch.validation_uar for epoch in history]
        since_best = len(uars) - 1 - int(np.argmax(uars)) if uars else 0
        return len(uars) >= self.epochs or since_best >= self.patience
