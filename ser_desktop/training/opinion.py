"""A network's second answer: its opinion of people whose average it knows, learned once the first is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import to_window
from ser_desktop.results import Float32
from ser_desktop.training.windows import Example, sampling_weights

OUTPUT = "personal"
"""Name of the output, for networks that have one."""

LAYER = "personal_logits"
"""Name of the layer without bias that makes the opinion of what it hears; ``fit`` leaves it as it is."""

_STEPS, _BATCH, _RATE, _DECAY, _SMOOTHING, _DROPOUT = 1200, 64, 2e-3, 1e-3, 0.1, 0.6
_FARTHEST = 6.0  # deviations
_AT_ONCE = 256  # windows, through the network


def learn_opinion(
    model: Any,
    training: Sequence[Example],
    spec: FeatureSpec,
    window_frames: int,
    *,
    seed: int,
) -> None:
    """Teach :data:`LAYER` of a trained ``model`` to tell emotions by what differs from a speaker's average.

    What the layer hears [N, D] of every clip and variant as a whole is centred by the mean of its speaker,
    each emotion alike; a variant of a speaker's clips counts as one more speaker. The network around the
    layer stays as it is.
    """
    layer = model.get_layer(LAYER)
    heard = _heard(keras.Model(model.input, layer.input), training, spec, window_frames)
    apart = _centred(heard, training)
    scale = apart.std((0, 1)) + np.float32(1e-2)
    apart = np.clip(apart / scale, -_FARTHEST, _FARTHEST)
    kernel = _linear(apart, training, classes=layer.output.shape[-1], seed=seed)
    layer.set_weights([kernel / scale[:, None]])


def _heard(network: Any, training: Sequence[Example], spec: FeatureSpec, window_frames: int) -> Float32:
    """Ask what the layer hears [N, sounds, D] of each clip and of its variants, each as a whole."""
    sounds = min(len(example.features) for example in training)
    windows = (
        to_window(np.asarray(sound, np.float32), spec, window_frames)
        for example in training
        for sound in example.features[:sounds]
    )
    told, batch = [], []
    for window in windows:
        batch.append(window)
        if len(batch) == _AT_ONCE:
            told.append(network.predict(np.stack(batch), batch_size=_AT_ONCE, verbose=0))
            batch = []
    if batch:
        told.append(network.predict(np.stack(batch), batch_size=_AT_ONCE, verbose=0))
    heard = np.concatenate(told).astype(np.float32)
    return heard.reshape(len(training), sounds, -1)


def _centred(heard: Float32, training: Sequence[Example]) -> Float32:
    """Take off each speaker's mean [sounds, D], in which every emotion counts alike."""
    apart = heard.copy()
    for members in speakers(training).values():
        targets = np.array([training[index].target for index in members])
        means = [heard[members[targets == target]].mean(0) for target in np.unique(targets)]
        apart[members] -= np.mean(means, axis=0)
    return apart


def speakers(examples: Sequence[Example]) -> dict[str, NDArray[np.int64]]:
    """Numbers of each speaker's clips."""
    numbers: dict[str, list[int]] = {}
    for index, example in enumerate(examples):
        numbers.setdefault(example.speaker, []).append(index)
    return {speaker: np.array(members) for speaker, members in numbers.items()}


def _linear(apart: Float32, training: Sequence[Example], *, classes: int, seed: int) -> Float32:
    """Weights [D, C] of a linear softmax on what is heard [N, sounds, D]; half of what is drawn is plain."""
    keras.utils.set_random_seed(seed)
    machine = keras.Sequential(
        [
            keras.layers.Input((apart.shape[-1],)),
            keras.layers.Dropout(_DROPOUT),
            keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros"),
        ]
    )
    rate = keras.optimizers.schedules.CosineDecay(_RATE, _STEPS)
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=_SMOOTHING)
    machine.compile(keras.optimizers.AdamW(rate, weight_decay=_DECAY, clipnorm=1.0), loss=loss)
    wanted = np.eye(classes, dtype=np.float32)[[example.target for example in training]]
    shares, rng = sampling_weights(training), np.random.default_rng(seed)
    for _ in range(_STEPS):
        clips = rng.choice(len(apart), _BATCH, p=shares)
        sounds = rng.integers(0, apart.shape[1], _BATCH) * (rng.random(_BATCH) < 0.5)
        machine.train_on_batch(apart[clips, sounds], wanted[clips])
    return np.asarray(machine.layers[-1].get_weights()[0])
