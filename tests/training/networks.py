"""Small networks and made-up features: enough to learn from, small enough to train in a second."""

from __future__ import annotations

import numpy as np

from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.windows import Example

NETWORK = AttentionBilstm(stem=8, kernel=5, stride=2, units=(8,), attention=8)
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
        features = swing[None] + rng.normal(0, 4, (2, len(time), SPEC.features))
        speaker = f"c/{number // clips_each}"
        made.append(Example(features.astype(np.float32), target, "c", speaker, "f"))
    return made
