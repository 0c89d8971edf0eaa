"""The shipped models' network: functionals are those of what is there, and the program runs it exactly."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import fft, special

from ser_desktop.features.spec import Normaliser
from ser_desktop.inference.calibration import centred
from ser_desktop.inference.manifest import Manifest, Model, Tensors
from ser_desktop.inference.runner import Runner
from ser_desktop.results import EMOTIONS, Float32
from ser_desktop.training.architectures import FunctionalBilstm
from ser_desktop.training.convert import to_tflite
from ser_desktop.training.fit import library
from ser_desktop.training.opinion import LAYER, OUTPUT
from ser_desktop.training.recipes import Recipe, load, names
from tests.inference.flatbuffer import foreign
from tests.training.networks import CLASSES, SMALL

SHIPPED: tuple[Recipe, ...] = tuple(
    recipe for recipe in map(load, names()) if isinstance(recipe.network, FunctionalBilstm)
)
RECIPE = load("general")
LABELS = EMOTIONS[:7]
LIMIT = 5e-5  # of steep answers to some few frames, which were off by 2.2e-5
KIND = "functional-bilstm"
NETWORK, FRAMES, FEATURES = SMALL[KIND]
DEGREE, VOICED, LAG = 4, 7, 3


def walk(frames: int, seed: int) -> Float32:
    """Frames [T, F] that wander, as speech does, each feature about a mean of its own."""
    rng = np.random.default_rng(seed)
    steps = np.cumsum(rng.normal(0, 0.3, (frames, FEATURES)), 0) + rng.normal(0, 1, FEATURES)
    return np.asarray(steps, np.float32)


@cache
def functionals_of(cepstra: int) -> Any:
    """Build the model from a window to its functionals, of features and of pairs, not yet normalised."""
    network = dataclasses.replace(NETWORK, cepstra=cepstra, contour=DEGREE)
    whole = network.build(library(), FRAMES, FEATURES, CLASSES)
    return keras.Model(whole.input, [whole.get_layer(name).output for name in ("functionals", "pairs")])


def functionals(windows: Float32, cepstra: int = 3) -> list[Float32]:
    return [keras.ops.convert_to_numpy(told) for told in functionals_of(cepstra)(windows)]


@settings(deadline=None, max_examples=30)
@given(frames=st.integers(1, FRAMES), at=st.lists(st.integers(0, FRAMES), min_size=2, max_size=4))
def test_functionals_are_of_what_is_there(frames: int, at: list[int]) -> None:
    """Neither how many rows are absent before the speech nor after it matters."""
    speech = walk(frames, seed=frames)
    windows = np.zeros((len(at), FRAMES, FEATURES), np.float32)
    for window, place in zip(windows, at, strict=True):
        start = min(place, FRAMES - frames)
        window[start : start + frames] = speech
    for told in functionals(windows):
        assert np.isfinite(told).all()
        assert np.abs(told - told[0]).max() < 1e-4


@settings(deadline=None, max_examples=30)
@given(frames=st.integers(LAG + 4, FRAMES), seed=st.integers(0, 1000))
def test_functionals_are_the_statistics_they_are_named_for(frames: int, seed: int) -> None:
    """Mean, deviation, agility, twice, extremes, contour; of voiced and other frames; of cepstra too."""
    speech = np.clip(walk(frames, seed), -6, 6)
    window = np.zeros((1, FRAMES, FEATURES), np.float32)
    window[0, -frames:] = speech
    cepstra = np.sqrt([2, 1, 1]) * fft.dct(speech[:, :6], norm="ortho")[:, :3]
    x = three_at_a_time(np.concatenate([speech, cepstra], 1))
    change = np.diff(x, axis=0)
    time = 2 * (np.arange(len(x)) + 0.5) / len(x) - 1
    voiced = three_at_a_time(speech[:, VOICED] > 0) == 1
    wanted = [
        x.mean(0),
        x.std(0),
        np.abs(change).sum(0) / len(x),
        np.sqrt(np.square(change).sum(0) / len(x)),
        x.max(0),
        x.min(0),
        *(special.eval_legendre(degree, time) @ x / len(x) for degree in range(1, DEGREE + 1)),
        *(statistic for part in (x[voiced], x[~voiced]) for statistic in moments(part)),
    ]
    told, _ = functionals(window)
    assert told[0].reshape(len(wanted), -1) == pytest.approx(np.stack(wanted), rel=2e-3, abs=1.5e-2)
    without, _ = functionals(window, cepstra=0)
    told_of_features = told[0].reshape(len(wanted), -1)[:, :FEATURES]
    assert without[0].reshape(len(wanted), -1) == pytest.approx(told_of_features, abs=1e-5)


@settings(deadline=None, max_examples=30)
@given(frames=st.integers(LAG + 4, FRAMES), seed=st.integers(0, 1000))
def test_pairs_are_correlations_with_what_came_before(frames: int, seed: int) -> None:
    """Each of the coupled features with each other, so many frames before; of the whole stretch."""
    speech = np.clip(walk(frames, seed), -6, 6)
    window = np.zeros((1, FRAMES, FEATURES), np.float32)
    window[0, -frames:] = speech
    cepstra = np.sqrt([2, 1]) * fft.dct(speech[:, :6], norm="ortho")[:, :2]
    x = three_at_a_time(np.concatenate([cepstra, speech[:, 6:9]], 1))
    apart = (x - x.mean(0)) / np.sqrt(x.var(0) + 1e-4)
    _, pairs = functionals(window)
    assert pairs[0].reshape(5, 5) == pytest.approx(apart[LAG:].T @ apart[:-LAG] / len(x), abs=1e-2)


def three_at_a_time(x: np.ndarray) -> np.ndarray:
    x = x.astype(np.float64)
    return np.asarray((x[:-2] + x[1:-1] + x[2:]) / 3)


def moments(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation; 0 of nothing."""
    if not len(x):
        return np.zeros(x.shape[1]), np.zeros(x.shape[1])
    return x.mean(0), x.std(0)


def test_what_is_far_out_says_no_more() -> None:
    """A broken value, however large, moves an answer no more than a rare one."""
    model = NETWORK.build(library(), FRAMES, FEATURES, CLASSES)
    windows = np.stack([walk(FRAMES, seed=4)] * 3)
    windows[1, 20, 3], windows[2, 20, 3] = 6.0, 1e6
    told = keras.ops.convert_to_numpy(model(windows)["probabilities"])
    assert np.abs(told[1] - told[2]).max() < 1e-6
    assert np.abs(told[0] - told[1]).max() > 1e-5


@cache
def built() -> Any:
    """Build the network of a shipped model with weights as of a training: steep, and cells grow large."""
    keras.utils.set_random_seed(13)
    rng = np.random.default_rng(13)
    model = RECIPE.network.build(library(), RECIPE.window_frames, RECIPE.spec.features, len(LABELS))
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([rng.uniform(0.5, 1.5, weight.shape) for weight in layer.get_weights()])
        elif isinstance(layer, keras.layers.Bidirectional):
            layer.set_weights([_remembering(weight, rng) for weight in layer.get_weights()])
    deviations = {"functionals_logits": 0.03, "course_logits": 0.3, "attention_score": 0.5, LAYER: 0.03}
    for name, deviation in deviations.items():
        layer = model.get_layer(name)
        layer.set_weights([rng.normal(0, deviation, weight.shape) for weight in layer.get_weights()])
    return model


def _remembering(weight: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Open an LSTM's input and forget gates (the first half of its bias), as training may."""
    if weight.ndim == 2:
        return weight
    quarter = len(weight) // 4
    return np.concatenate([np.full(quarter, 1.0), np.full(quarter, 4.0), rng.normal(0, 1, 2 * quarter)])


@cache
def exported() -> bytes:
    return to_tflite(built(), RECIPE.network)


def test_the_shipped_networks_are_small_enough() -> None:
    """At most two million parameters, for one core of an ordinary computer."""
    assert RECIPE in SHIPPED
    for recipe in SHIPPED:
        model = recipe.network.build(library(), recipe.window_frames, recipe.spec.features, len(EMOTIONS))
        assert model.count_params() < 2_000_000, recipe.name


def test_operators_are_plain() -> None:
    """No loop, nothing that keeps a state, nothing that the app's runtime lacks, sums over time or not."""
    assert not foreign(exported())


def test_the_program_runs_it_as_keras_does() -> None:
    """At its shipped size: one frame, two, three, any number; attention is zero where nothing is.

    The opinion on people who are known comes out, too.
    """
    frames, features = RECIPE.window_frames, RECIPE.spec.features
    steps = RECIPE.network.steps(frames)
    manifest = Manifest(
        name="test",
        title="Test",
        labels=LABELS,
        spec=dataclasses.replace(RECIPE.spec, normaliser=Normaliser("none")),
        window_frames=frames,
        attention_steps=steps,
        sha256=hashlib.sha256(exported()).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence="",
        tensors=Tensors(personal=OUTPUT),
    )
    runner = Runner(Model(manifest, exported(), Path()))
    rng = np.random.default_rng(14)
    present = [1, 2, 3, 4, 5, frames - 1, frames, *rng.integers(6, frames, 25)]
    windows = np.zeros((len(present), frames, features), np.float32)
    for window, count in zip(windows, present, strict=True):
        window[-count:] = rng.normal(rng.normal(0, 1, features), 1.5, (count, features))
    wanted = built().predict(windows, batch_size=16, verbose=0)
    for index in [*range(len(windows)), *rng.permutation(len(windows))]:
        probabilities, attention, opinion = runner.run(windows[index])
        assert np.abs(probabilities - wanted["probabilities"][index]).max() < LIMIT
        assert np.abs(attention - wanted["attention"][index]).max() < LIMIT
        assert np.abs(opinion - centred(wanted[OUTPUT][index])).max() < LIMIT
        assert not attention[: (frames - present[index]) * steps // frames].any()
        assert attention.sum() == pytest.approx(1, abs=1e-5)
    assert np.median(wanted["probabilities"].std(0)) > 0.05  # else agreement would mean little
    assert np.median(wanted[OUTPUT].std(0)) > 0.3
