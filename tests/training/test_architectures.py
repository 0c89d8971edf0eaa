"""The network: attention that sums to one and never falls on what is absent; the same in both Keras."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.fit import library
from tests.training.networks import CLASSES, NETWORK, SPEC, WINDOW_FRAMES


@pytest.fixture(scope="module")
def model() -> Any:
    keras.utils.set_random_seed(3)
    return NETWORK.build(library(), WINDOW_FRAMES, SPEC.features, CLASSES)


@given(frames=st.integers(1, 3000), stride=st.integers(1, 8))
def test_windows_come_in_whole_steps(frames: int, stride: int) -> None:
    """A step for each ``stride`` frames, no rest: the program draws attention on the time axis by that."""
    network = AttentionBilstm(stride=stride)
    whole = network.whole_steps(frames)
    assert whole % stride == 0
    assert whole > 0
    assert network.steps(whole) == whole // stride
    assert abs(whole - frames) <= max(stride / 2, stride - frames)


@pytest.mark.parametrize("stride", [1, 2, 3, 5])
def test_outputs_have_the_promised_shapes(stride: int) -> None:
    """Probabilities [B, C] and attention [B, S], each summing to one, at any stride."""
    network = AttentionBilstm(stem=4, kernel=3, stride=stride, units=(3,), attention=3)
    frames = network.whole_steps(31)
    built = network.build(library(), frames, 5, 4)
    told = built(np.random.default_rng(0).normal(size=(2, frames, 5)).astype(np.float32))
    assert told["probabilities"].shape == (2, 4)
    assert told["attention"].shape == (2, network.steps(frames))
    for output in told.values():
        assert np.asarray(keras.ops.sum(output, 1)) == pytest.approx([1, 1], abs=1e-5)


def test_attention_never_falls_on_what_is_absent(model: Any) -> None:
    """A window's zero rows are not there: exactly no weight, wherever the utterance begins."""
    rng = np.random.default_rng(1)
    windows = np.zeros((WINDOW_FRAMES, WINDOW_FRAMES, SPEC.features), np.float32)
    for absent, window in enumerate(windows):
        window[absent:] = rng.normal(size=(WINDOW_FRAMES - absent, SPEC.features))
    attention = keras.ops.convert_to_numpy(model(windows)["attention"])
    assert attention.sum(1) == pytest.approx(np.ones(WINDOW_FRAMES), abs=1e-5)
    for absent, weights in enumerate(attention):
        assert not weights[: absent // NETWORK.stride].any()
        assert (weights[-(-absent // NETWORK.stride) :] > 0).all()


def test_the_shipped_size_is_small_enough() -> None:
    """At most two million parameters, for an ordinary computer's one core."""
    assert AttentionBilstm().build(library(), 300, 30, 9).count_params() < 2_000_000
