"""How networks hear the course of time: cut short by a convolution, then heard in both directions."""

from __future__ import annotations

from typing import Any

from ser_desktop.training.architectures.network import Library


def recur(
    keras: Library, x: Any, *, stem: int, kernel: int, stride: int, units: tuple[int, ...], dropout: float
) -> Any:
    """From frames [B, T, F] to steps [B, T / stride, D]: a strided convolution, LSTMs, shortcuts past them.

    Cutting the sequence before the recurrence is what makes it cheap enough to run several times a second.
    Long short-term memory: Hochreiter and Schmidhuber (1997).
    """
    layers = keras.layers
    x = layers.Conv1D(stem, kernel, strides=stride, padding="same", name="stem")(x)
    x = layers.BatchNormalization(name="stem_norm")(x)
    x = layers.Activation("relu", name="stem_relu")(x)
    x = layers.SpatialDropout1D(dropout / 2, name="stem_dropout")(x)
    for number, size in enumerate(units):
        cell = layers.LSTM(size, return_sequences=True, name=f"lstm_{number}")
        y = layers.Bidirectional(cell, name=f"bilstm_{number}")(x)
        y = layers.Dropout(dropout, name=f"dropout_{number}")(y)
        x = layers.Concatenate(name=f"shortcut_{number}")([x, y])
    return x
