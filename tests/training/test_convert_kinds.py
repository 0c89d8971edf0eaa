"""Every kind of network leaves Keras whole: builtin operators only, the same answers in any order."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.inference.calibration import centred
from ser_desktop.inference.manifest import Manifest, Model, Tensors
from ser_desktop.inference.runner import Runner
from ser_desktop.results import EMOTIONS, Float32
from ser_desktop.training.architectures import (
    KINDS,
    AttentionBilstm,
    MeanCnn,
    MeanLstm,
    MeanMlp,
    Network,
)
from ser_desktop.training.convert import to_both
from ser_desktop.training.fit import library
from ser_desktop.training.opinion import LAYER, OUTPUT
from tests.inference.flatbuffer import foreign
from tests.training.networks import CLASSES, SMALL

DECIDING = {"probabilities", "course_logits", "functionals_logits"}
LIMIT = 1e-5
NETWORKS: Mapping[str, tuple[Network, int, int]] = {
    "attention-bilstm": (AttentionBilstm(stem=34, kernel=5, stride=2, units=(34,), attention=8), 40, 9),
    "functional-bilstm": (
        dataclasses.replace(SMALL["functional-bilstm"][0], stem=34, units=(34,)),
        40,
        9,
    ),
    "mean-mlp": (MeanMlp(hidden=(120, 10)), 40, 9),
    "mean-cnn": (MeanCnn(filters=(34, 34), kernel=3, pool=2), 40, 9),
    "mean-lstm": (MeanLstm(units=34, hidden=34), 40, 9),
    "dcnn-blstm": SMALL["dcnn-blstm"],
}
"""One of each kind, with weights of more than the 1,024 numbers below which the converter leaves them."""
LIMIT_8_BITS = 0.05  # the worst of them was off by 0.024
WITH_OPINION = {"functional-bilstm"}


@cache
def built(kind: str) -> Any:
    """Build a network that looks trained: statistics of its own, a steep decision."""
    network, frames, features = NETWORKS[kind]
    keras.utils.set_random_seed(5)
    rng = np.random.default_rng(5)
    model = network.build(library(), frames, features, CLASSES)
    for layer in model._flatten_layers():
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([rng.uniform(0.5, 1.5, weight.shape) for weight in layer.get_weights()])
    _decide(model, windows_of(frames, features), rng)
    if kind in WITH_OPINION:
        layer = model.get_layer(LAYER)
        layer.set_weights([rng.normal(0, layer.kernel.shape[0] ** -0.5, layer.kernel.shape)])
    return model


@cache
def exported(kind: str) -> tuple[bytes, bytes]:
    """Convert, with float weights and with 8-bit ones, once for all tests."""
    return to_both(built(kind), NETWORKS[kind][0])


def _decide(model: Any, windows: Float32, rng: np.random.Generator) -> None:
    """Let the answers differ from window to window: random directions, centred, of one unit of logits."""
    layers = [layer for layer in model._flatten_layers() if layer.name in DECIDING and layer.weights]
    kernels = [rng.normal(0, layer.kernel.shape[0] ** -0.5, layer.kernel.shape) for layer in layers]
    for layer, kernel in zip(layers, kernels, strict=True):
        layer.set_weights([kernel, np.zeros(CLASSES)])
    logs = np.log(keras.ops.convert_to_numpy(model(windows)["probabilities"]))
    scale = 1 / logs.std(0).max()
    for layer, kernel in zip(layers, kernels, strict=True):
        layer.set_weights([scale * kernel, np.zeros(CLASSES)])
    layers[-1].set_weights([scale * kernels[-1], -scale * logs.mean(0)])


def windows_of(frames: int, features: int) -> Float32:
    """Windows [40, T, F] of voices that differ, full ones and padded ones down to a single frame."""
    rng = np.random.default_rng(6)
    windows = np.zeros((40, frames, features), np.float32)
    for window, count in zip(windows, [frames, 1, *rng.integers(1, frames, 38)], strict=True):
        window[-count:] = rng.normal(rng.normal(0, 1.5, features), 1, (count, features))
    return windows


def runner_of(kind: str, content: bytes) -> Runner:
    network, frames, features = NETWORKS[kind]
    manifest = Manifest(
        name="test",
        title="Test",
        labels=EMOTIONS[:CLASSES],
        spec=FeatureSpec(coefficients=features, mels=max(64, features), delta_order=0),
        window_frames=frames,
        attention_steps=network.steps(frames),
        sha256=hashlib.sha256(content).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence="",
        tensors=Tensors(personal=OUTPUT if kind in WITH_OPINION else ""),
    )
    return Runner(Model(manifest, content, Path()))


@pytest.mark.parametrize("kind", KINDS)
def test_operators_are_plain(kind: str) -> None:
    """No loop, nothing that keeps a state, nothing that the app's runtime lacks."""
    assert not foreign(exported(kind)[0])


@pytest.mark.parametrize("kind", KINDS)
def test_the_program_runs_it_as_keras_does(kind: str) -> None:
    """Through the app's runner: windows of any length, forwards and shuffled, one after another.

    Where the network has an opinion of its own, it is told as well.
    """
    network, frames, features = NETWORKS[kind]
    runner = runner_of(kind, exported(kind)[0])
    windows = windows_of(frames, features)
    wanted = {name: keras.ops.convert_to_numpy(told) for name, told in built(kind)(windows).items()}
    for index in [*range(len(windows)), *np.random.default_rng(7).permutation(len(windows))]:
        probabilities, attention, opinion = runner.run(windows[index])
        assert np.abs(probabilities - wanted["probabilities"][index]).max() < LIMIT
        if network.steps(frames):
            assert np.abs(attention - wanted["attention"][index]).max() < LIMIT
        else:
            assert not len(attention)
        if kind in WITH_OPINION:
            assert np.abs(opinion - centred(wanted[OUTPUT][index])).max() < 10 * LIMIT
    assert (OUTPUT in wanted) == (kind in WITH_OPINION)
    assert wanted["probabilities"].std(0).min() > 0.02  # else agreement would mean little


@pytest.mark.parametrize("kind", KINDS)
def test_with_8_bit_weights_it_answers_nearly_alike(kind: str) -> None:
    """Forwards and shuffled; some weights do have 8 bits, else agreement would mean little."""
    _, frames, features = NETWORKS[kind]
    large, small = exported(kind)
    assert len(small) < len(large)
    runner = runner_of(kind, small)
    windows = windows_of(frames, features)
    wanted = {name: keras.ops.convert_to_numpy(told) for name, told in built(kind)(windows).items()}
    for index in [*range(len(windows)), *np.random.default_rng(7).permutation(len(windows))]:
        probabilities, _, opinion = runner.run(windows[index])
        assert np.abs(probabilities - wanted["probabilities"][index]).max() < LIMIT_8_BITS
        if kind in WITH_OPINION:
            assert np.abs(opinion - centred(wanted[OUTPUT][index])).max() < LIMIT_8_BITS
    assert wanted["probabilities"].std(0).min() > 0.02
    if kind in WITH_OPINION:
        assert wanted[OUTPUT].std(0).min() > 0.3
