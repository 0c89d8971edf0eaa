"""A network of the course of time: it cuts it short, hears it in both directions, and attends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ser_desktop.training.architectures.network import Library
from ser_desktop.training.architectures.presence import attend, frames_exist
from ser_desktop.training.architectures.recurrence import recur


@dataclass(frozen=True)
class AttentionBilstm:
    """A convolution that shortens time, two bidirectional LSTMs with a shortcut, attention, a decision.

    Attention over frames for emotion: Mirsamadi, Barsoum and Zhang (2017).
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
        x = recur(
            keras,
            inputs,
            stem=self.stem,
            kernel=self.kernel,
            stride=self.stride,
            units=self.units,
            dropout=self.dropout,
        )
        exists = layers.MaxPooling1D(self.stride, name="exists")(frames_exist(keras, inputs))
        weights = attend(keras, x, exists, self.attention)
        summary = layers.Dot(axes=1, name="summary")([weights, x])
        summary = layers.Flatten(name="summary_flat")(summary)
        summary = layers.Dropout(self.dropout, name="summary_dropout")(summary)
        probabilities = layers.Dense(classes, activation="softmax", name="probabilities")(summary)
        attention = layers.Flatten(name="attention")(weights)
        return keras.Model(inputs, {"probabilities": probabilities, "attention": attention})
