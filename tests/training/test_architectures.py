"""Every kind of network: what it promises of its outputs, that all of it learns, what counts as absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.results import Float32
from ser_desktop.training.architectures import KINDS, AttentionBilstm, DcnnBlstm, dcnn_blstm
from ser_desktop.training.fit import compiled, library
from ser_desktop.training.opinion import OUTPUT
from ser_desktop.training.schedule import Schedule
from tests.training.networks import CLASSES, SMALL

ATTENDING = tuple(kind for kind, (network, frames, _) in SMALL.items() if network.steps(frames))
AVERAGING = tuple(kind for kind in SMALL if kind.startswith("mean-"))


@cache
def model(kind: str) -> Any:
    """Build the small network of a kind, once."""
    network, frames, features = SMALL[kind]
    keras.utils.set_random_seed(3)
    return network.build(library(), frames, features, CLASSES)


def windows_of_all_lengths(kind: str) -> Float32:
    """One window for each number of rows that are absent at its beginning: none, one, up to all but one."""
    _, frames, features = SMALL[kind]
    rng = np.random.default_rng(1)
    windows = np.zeros((frames, frames, features), np.float32)
    for absent, window in enumerate(windows):
        window[absent:] = rng.normal(size=(frames - absent, features))
    return windows


def answers(kind: str, windows: Float32) -> dict[str, np.ndarray]:
    return {name: keras.ops.convert_to_numpy(told) for name, told in model(kind)(windows).items()}


def test_every_kind_is_tested() -> None:
    """A new kind needs a small one here, and then meets all tests below and those of the export."""
    assert {kind: type(network) for kind, (network, _, _) in SMALL.items()} == dict(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@given(frames=st.integers(1, 3000))
def test_windows_come_in_whole_steps(kind: str, frames: int) -> None:
    """Steps cover the window without a rest: the program draws attention on the time axis by that."""
    network = SMALL[kind][0]
    whole = network.whole_steps(frames)
    assert whole > 0
    assert network.whole_steps(whole) == whole
    steps = network.steps(whole)
    assert steps == 0 or whole % steps == 0
    step_frames = whole // steps if steps else 1
    assert abs(whole - frames) <= max(step_frames / 2, step_frames - frames)


@pytest.mark.parametrize("stride", [1, 2, 3, 5])
def test_any_stride_will_do(stride: int) -> None:
    """Probabilities [B, C] and attention [B, S], each summing to one."""
    network = AttentionBilstm(stem=4, kernel=3, stride=stride, units=(3,), attention=3)
    frames = network.whole_steps(31)
    built = network.build(library(), frames, 5, 4)
    told = built(np.random.default_rng(0).normal(size=(2, frames, 5)).astype(np.float32))
    assert told["probabilities"].shape == (2, 4)
    assert told["attention"].shape == (2, frames // stride)
    for output in told.values():
        assert np.asarray(keras.ops.sum(output, 1)) == pytest.approx([1, 1], abs=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_outputs_are_as_promised(kind: str) -> None:
    """Probabilities [B, C] and, where there are steps, attention [B, S]; each sums to one for any window.

    An opinion [B, C] on people who are known is of those networks that have functionals alone.
    """
    network, frames, _ = SMALL[kind]
    told = answers(kind, windows_of_all_lengths(kind))
    steps = network.steps(frames)
    wanted = {"probabilities": (frames, CLASSES)}
    wanted |= {"attention": (frames, steps)} if steps else {}
    wanted |= {OUTPUT: (frames, CLASSES)} if kind == "functional-bilstm" else {}
    assert {name: output.shape for name, output in told.items()} == wanted
    for name in set(told) - {OUTPUT}:
        assert told[name].sum(1) == pytest.approx(np.ones(frames), abs=1e-5)


@pytest.mark.parametrize("kind", ATTENDING)
def test_attention_never_falls_on_what_is_absent(kind: str) -> None:
    """A window's zero rows are not there: exactly no weight, wherever the utterance begins."""
    network, frames, _ = SMALL[kind]
    attention = answers(kind, windows_of_all_lengths(kind))["attention"]
    step_frames = frames // network.steps(frames)
    for absent, weights in enumerate(attention):
        assert not weights[: absent // step_frames].any()
        assert (weights[-(-absent // step_frames) :] > 0).all()


@pytest.mark.parametrize("kind", AVERAGING)
def test_means_are_over_what_is_there(kind: str) -> None:
    """Neither how many rows are absent nor where they lie matters, nor the order of the others."""
    _, frames, features = SMALL[kind]
    rng = np.random.default_rng(2)
    present = rng.normal(rng.normal(0, 2, features), 1, (7, features)).astype(np.float32)
    early, late, twice = np.zeros((3, frames, features), np.float32)
    early[:7], late[-7:], twice[3:17] = present, present[::-1], np.concatenate([present, present])
    told = answers(kind, np.stack([early, late, twice]))["probabilities"]
    assert np.abs(told - told[0]).max() < 1e-5
    other = answers(kind, np.stack([late, late + (late != 0)]))["probabilities"]
    assert np.abs(other[0] - other[1]).max() > 1e-4


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=[pytest.mark.soak] if kind == "dcnn-blstm" else []) for kind in KINDS],
)
def test_all_of_it_learns(kind: str) -> None:
    """A few batches move every weight but a bias before a softmax: nothing is cut off from the loss."""
    _, frames, features = SMALL[kind]
    learner = compiled(model(kind), Schedule(weight_decay=0.0))
    learner.jit_compile = False  # quicker for a few batches
    before = [variable.numpy() for variable in learner.trainable_variables]
    rng = np.random.default_rng(4)
    windows = rng.normal(size=(16, frames, features)).astype(np.float32)
    targets = np.eye(CLASSES, dtype=np.float32)[rng.integers(CLASSES, size=16)]
    for _ in range(3):
        told = learner.train_on_batch(windows, {"probabilities": targets}, return_dict=True)
        assert np.isfinite(told["loss"])
    still = [
        variable.path
        for variable, old in zip(learner.trainable_variables, before, strict=True)
        if np.array_equal(variable.numpy(), old) and "attention_score/bias" not in variable.path
    ]
    assert still == []


def test_pictures_begin_with_the_weights_of_a_file(tmp_path: Path) -> None:
    """Those of another training, say; the rest of the network begins anew."""
    network, frames, features = SMALL["dcnn-blstm"]
    assert isinstance(network, DcnnBlstm)
    shape = (network.segment, features // dcnn_blstm.CHANNELS, dcnn_blstm.CHANNELS)
    seen = keras.applications.MobileNetV2(
        shape, alpha=network.width, include_top=False, weights=None, pooling="avg"
    )
    seen.save_weights(tmp_path / "seen.weights.h5")
    begun = DcnnBlstm(segment=32, width=0.35, units=6, weights=str(tmp_path / "seen.weights.h5"))
    built = begun.build(library(), frames, features, CLASSES)
    inner = next(layer for layer in built.layers if isinstance(layer, keras.Model))
    for ours, theirs in zip(inner.get_weights(), seen.get_weights(), strict=True):
        assert np.array_equal(ours, theirs)


def test_weights_that_cannot_be_had_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A missing or a wrong file, or no network: in words, with the way out."""

    def offline(*_: object, **__: object) -> None:
        raise Exception("URL fetch failure on https://example.org: None -- unreachable")  # noqa: TRY002 -- as Keras

    monkeypatch.setattr("keras.src.applications.mobilenet_v2.file_utils.get_file", offline)
    _, frames, features = SMALL["dcnn-blstm"]
    (tmp_path / "wrong.weights.h5").write_bytes(b"no weights")
    for weights, told in (
        ("imagenet", "could not be downloaded"),
        (str(tmp_path / "none.weights.h5"), "cannot be used"),
        (str(tmp_path / "wrong.weights.h5"), "cannot be used"),
    ):
        network = DcnnBlstm(segment=32, width=0.35, weights=weights)
        with pytest.raises(UserError) as caught:
            network.build(library(), frames, features, CLASSES)
        assert caught.value.code == "no-weights"
        assert told in caught.value.title
        assert "none" in caught.value.remedy


def test_pictures_need_three_channels() -> None:
    """Static, delta and delta-delta of at least 32 bands: else a person is told what to give."""
    network, frames, _ = SMALL["dcnn-blstm"]
    for features in (30, 97):
        with pytest.raises(UserError) as caught:
            network.build(library(), frames, features, CLASSES)
        assert "delta_order = 2" in caught.value.remedy
