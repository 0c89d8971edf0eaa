"""Small networks and made-up features: enough to learn from, small enough to train in a second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.training.architectures import (
    AttentionBilstm,
    DcnnBlstm,
    FunctionalBilstm,
    MeanCnn,
    MeanLstm,
    MeanMlp,
    Network,
)
from ser_desktop.training.windows import Example

NETWORK = AttentionBilstm(stem=8, kernel=5, stride=2, units=(8,), attention=8)
OPINIONATED = FunctionalBilstm(
    bands=6,
    cepstra=0,
    contour=1,
    voiced=0,
    coupled=0,
    stem=8,
    kernel=5,
    stride=2,
    units=(),
    attention=8,
)
"""The least network that has an opinion of people whom it knows: soon begun, and soon converted."""
SMALL: Mapping[str, tuple[Network, int, int]] = {
    "attention-bilstm": (NETWORK, 40, 9),
    "functional-bilstm": (
        replace(OPINIONATED, cepstra=3, contour=2, voiced=7, coupled=3, coupled_cepstra=2, lag=3, units=(6,)),
        40,
        9,
    ),
    "mean-mlp": (MeanMlp(hidden=(8, 6)), 40, 9),
    "mean-cnn": (MeanCnn(filters=(6, 6), kernel=3, pool=2), 40, 9),
    "mean-lstm": (MeanLstm(units=6, hidden=6), 40, 9),
    "dcnn-blstm": (DcnnBlstm(segment=32, width=0.35, units=6, attention=6, hidden=6), 64, 96),
}
"""A small network of each kind, with the window frames and features that suit it."""
SPEC = FeatureSpec(
    delta_order=0, coefficients=6, normaliser=Normaliser("training", mean=(0.0,) * 6, scale=(10.0,) * 6)
)
WINDOW_FRAMES = 40
CLASSES = 3


def examples(speakers: int, seed: int, clips_each: int = 6) -> list[Example]:
    """Make clips whose class shows in which of their features swing widest."""
    rng = np.random.default_rng(seed)
    made = []
    for number in range(speakers * clips_each):
        target = number % CLASSES
        time = np.arange(int(rng.integers(30, 130)))
        width = np.where(np.arange(SPEC.features) // 2 == target, 20, 5)
        swing = width * np.sin(time / 3.0)[:, None]
        plain, variant = swing[None] + rng.normal(0, 4, (2, len(time), SPEC.features))
        heard = (plain.astype(np.float32), variant[len(time) // 10 :].astype(np.float16))
        speaker = f"c/{number // clips_each}"
        made.append(Example(heard, target, "c", speaker, "f"))
    return made
