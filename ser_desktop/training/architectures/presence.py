"""Which rows of a window are there: those that came before the utterance began are exactly zero."""

from __future__ import annotations

from typing import Any

from ser_desktop.training.architectures.network import Library


def frames_exist(keras: Library, inputs: Any) -> Any:
    """Return 1 for each row [B, T, 1] of a window [B, T, F] that is there, 0 for the others."""
    ops = keras.ops
    return keras.layers.Reshape((-1, 1), name="frame_exists")(ops.sign(ops.max(ops.abs(inputs), -1)))


def mean_over_time(keras: Library, inputs: Any) -> Any:
    """Mean [B, F] over the rows of a window [B, T, F] that are there; zero rows add nothing to the sum."""
    ops = keras.ops
    count = ops.maximum(ops.sum(frames_exist(keras, inputs), 1), 1.0)
    return ops.sum(inputs, 1) / count


def attend(keras: Library, x: Any, exists: Any, hidden: int) -> Any:
    """Weights [B, S, 1] that sum to one over the steps [B, S, D] that exist [B, S, 1]; others get none.

    Attention over the steps of a recurrent network for emotion: Mirsamadi, Barsoum and Zhang (2017).
    """
    layers = keras.layers
    score = layers.Dense(hidden, activation="tanh", name="attention_hidden")(x)
    score = layers.Dense(1, name="attention_score")(score)
    return layers.Softmax(axis=1, name="attention_weights")(score + (exists - 1.0) * 1e4)
