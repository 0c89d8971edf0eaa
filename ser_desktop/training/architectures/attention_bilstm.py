"""A network of the course of time: it cuts it short, hears it in both directions, and attends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ser_desktop.training.architectures.network import Library
from ser_desktop.training.architectures.presence import attend, frames_exist


@dataclass(frozen=True)
class AttentionBilstm:
    """A convolution that shortens time, two bidirectional LSTMs with a shortcut, attention, a decision.

    Long short-term memory: Hochreiter and Schmidhuber (1997); attention over frames for emotion:
    Mirsamadi, Barsoum and Zhang (2017). Cutting the sequence before the recurrence (``stride``)
    is what makes it cheap enough to run several times a second.
    """

    stem: int = 96
    kernel: int = 9
    stride: int = 3
    units: tuple[int, ...] = (64, 64)
    attention: int = 64
    dropout: float = 0.4

    def whole_steps(self, frames: int) -> int:
        """Window length next to ``frames`` that the network cuts without a rest, in frames."""
        return max(1, round(frames / self.stride)) * self.stride

    def steps(self, window_frames: int) -> int:
        """Attention weights over a window of whole steps."""
        return window_frames // self.stride

    def build(self, keras: Library, window_frames: int, features: int, classes: int) -> Any:
        """Return a model: features [B, T, F] in, "probabilities" [B, C] and "attention" [B, S] out."""
        layers = keras.layers
        inputs = layers.Input((window_frames, features), name="features")
        x = layers.Conv1D(self.stem, self.kernel, strides=self.stride, padding="same", name="stem")(inputs)
        x = layers.BatchNormalization(name="stem_norm")(x)
        x = layers.Activation("relu", name="stem_relu")(x)
        x = layers.SpatialDropout1D(self.dropout / 2, name="stem_dropout")(x)
        for number, units in enumerate(self.units):
            cell = layers.LSTM(units, return_sequences=True, name=f"lstm_{number}")
            y = layers.Bidirectional(cell, name=f"bilstm_{number}")(x)
            y = layers.Dropout(self.dropout, name=f"dropout_{number}")(y)
            x = layers.Concatenate(name=f"shortcut_{number}")([x, y])
        exists = layers.MaxPooling1D(self.stride, name="exists")(frames_exist(keras, inputs))
        weights = attend(keras, x, exists, self.attention)
        summary = layers.Dot(axes=1, name="summary")([weights, x])
        summary = layers.Flatten(name="summary_flat")(summary)
        summary = layers.Dropout(self.dropout, name="summary_dropout")(summary)
        probabilities = layers.Dense(classes, activation="softmax", name="probabilities")(summary)
        attention = layers.Flatten(name="attention")(weights)
        return keras.Model(inputs, {"probabilities": probabilities, "attention": attention})
