"""The faster LSTM is Keras': the same answers, the same gradients, the same weights under the same names."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ser_desktop.results import Float32
from ser_desktop.training.lstm import LSTM

pytestmark = pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="an operator of TensorFlow")


def built(layer: Any, frames: int, features: int, **options: Any) -> Any:
    """Build a model of one LSTM, in both directions where all outputs are asked for."""
    inputs = keras.layers.Input((frames, features))
    lstm = layer(5, name="lstm", **options)
    return keras.Model(inputs, keras.layers.Bidirectional(lstm)(inputs) if options else lstm(inputs))


def twins(frames: int, features: int, **options: Any) -> tuple[Any, Any]:
    """Build ours and Keras', with the same weights: steep ones, so that gates open and close."""
    rng = np.random.default_rng(frames)
    ours, theirs = (built(layer, frames, features, **options) for layer in (LSTM, keras.layers.LSTM))
    theirs.set_weights([rng.normal(0, 1, weight.shape) for weight in theirs.get_weights()])
    ours.set_weights(theirs.get_weights())
    return ours, theirs


def gradients(model: Any, windows: Float32) -> list[np.ndarray]:
    """Slopes of some figure of the outputs by the inputs and by all weights."""
    import tensorflow as tf

    given = tf.constant(windows)
    with tf.GradientTape() as tape:
        tape.watch(given)
        told = tf.reduce_mean(tf.sin(3 * model(given, training=True)))
    return [np.array(slope) for slope in tape.gradient(told, [given, *model.trainable_variables])]


@settings(deadline=None, max_examples=15, phases=[Phase.generate])  # each shrinks for minutes
@given(
    frames=st.integers(1, 20),
    features=st.integers(1, 7),
    batch=st.integers(1, 6),
    options=st.sampled_from([{}, {"return_sequences": True}]),
)
def test_answers_and_gradients_are_those_of_keras(
    frames: int, features: int, batch: int, options: dict[str, bool]
) -> None:
    """A network learns the same: to single precision, by every weight, in both directions."""
    ours, theirs = twins(frames, features, **options)
    windows = np.random.default_rng(batch).normal(0, 2, (batch, frames, features)).astype(np.float32)
    assert np.abs(np.asarray(ours(windows)) - np.asarray(theirs(windows))).max() < 1e-5
    for slope, wanted in zip(gradients(ours, windows), gradients(theirs, windows), strict=True):
        assert np.abs(slope - wanted).max() < 1e-5
    assert max(np.abs(slope).max() for slope in gradients(ours, windows)) > 1e-4


def test_it_is_one_operator() -> None:
    """Else it were as slow as a loop."""
    import tensorflow as tf

    for layer, wanted in ((LSTM, True), (keras.layers.LSTM, False)):
        model = built(layer, 4, 3)
        graph = tf.function(model).get_concrete_function(tf.TensorSpec((2, 4, 3))).graph
        kinds = {operation.type for operation in graph.get_operations()}
        assert ("BlockLSTMV2" in kinds) == wanted
        assert bool(kinds & {"While", "StatelessWhile"}) != wanted


@pytest.mark.parametrize(
    "options", [{"activation": "relu"}, {"dropout": 0.5}, {"recurrent_dropout": 0.5}, {"use_bias": False}]
)
def test_what_the_operator_cannot_do_is_left_to_keras(options: dict[str, Any]) -> None:
    """Never silently something else."""
    inputs = np.random.default_rng(0).normal(size=(2, 6, 3)).astype(np.float32)
    ours, theirs = LSTM(4, **options), keras.layers.LSTM(4, **options)
    told, _ = ours(inputs), theirs(inputs)
    theirs.set_weights(ours.get_weights())
    assert np.abs(np.asarray(told) - np.asarray(theirs(inputs))).max() < 1e-5


def test_absent_steps_are_left_to_keras() -> None:
    """A mask holds the state where nothing is."""
    inputs = np.random.default_rng(0).normal(size=(2, 6, 3)).astype(np.float32)
    mask = np.array([[True, True, False, True, False, False], [True] * 6])
    ours, theirs = LSTM(4), keras.layers.LSTM(4)
    told, _ = ours(inputs, mask=mask), theirs(inputs)
    theirs.set_weights(ours.get_weights())
    assert np.abs(np.asarray(told) - np.asarray(theirs(inputs, mask=mask))).max() < 1e-5


def test_weights_are_kept_under_the_same_names() -> None:
    """A training that was begun with either goes on with the other."""
    ours, theirs = twins(4, 3, return_sequences=True)
    names = [[variable.path.split("/", 1)[1] for variable in model.variables] for model in (ours, theirs)]
    assert names[0] == names[1]
