"""A convolutional network for pictures looks at segments of the spectrogram, a BLSTM at their sequence."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.training.architectures.network import Library
from ser_desktop.training.architectures.presence import attend, frames_exist

CHANNELS = 3
"""Static, delta and delta-delta: what red, green and blue are to a picture."""


@dataclass(frozen=True)
class DcnnBlstm:
    """Segments as pictures, a bidirectional LSTM over them, attention, a decision.

    After Zhang, Zhang, Huang and Gao (2018), who give log-mel segments as pictures to a network made for
    pictures. Here that is MobileNetV2 (Sandler et al., 2018), for an ordinary computer's sake.

    Attributes
    ----------
    segment
        Frames in a picture; it is as high as there are mel bands. The features are log-mel levels with
        deltas of two orders.
    width
        Multiple of the channels that MobileNetV2 has; ImageNet's weights are for 0.35, 0.5, 0.75, 1.0.
    weights
        What the convolutional network begins with: "none", "imagenet" (downloaded by Keras), or the path
        of a file of its weights.
    """

    segment: int = 64
    width: float = 0.5
    weights: str = "none"
    units: int = 64
    attention: int = 64
    hidden: int = 64
    dropout: float = 0.4

    def whole_steps(self, frames: int) -> int:
        """Window length next to ``frames`` that is cut into segments without a rest."""
        return max(1, round(frames / self.segment)) * self.segment

    def steps(self, window_frames: int) -> int:
        """One attention weight a segment."""
        return window_frames // self.segment

    def build(self, keras: Library, window_frames: int, features: int, classes: int) -> Any:
        """Return a model: features [B, T, F] in, "probabilities" [B, C] and "attention" [B, S] out."""
        layers = keras.layers
        inputs = layers.Input((window_frames, features), name="features")
        x = self._look(keras, inputs, self.steps(window_frames))
        x = layers.Dropout(self.dropout, name="segment_dropout")(x)
        cell = layers.LSTM(self.units, return_sequences=True, name="lstm")
        x = layers.Bidirectional(cell, name="bilstm")(x)
        x = layers.Dropout(self.dropout, name="bilstm_dropout")(x)
        exists = layers.MaxPooling1D(self.segment, name="exists")(frames_exist(keras, inputs))
        weights = attend(keras, x, exists, self.attention)
        summary = layers.Dot(axes=1, name="summary")([weights, x])
        summary = layers.Flatten(name="summary_flat")(summary)
        summary = layers.Dense(self.hidden, activation="relu", name="hidden")(summary)
        summary = layers.Dropout(self.dropout, name="hidden_dropout")(summary)
        probabilities = layers.Dense(classes, activation="softmax", name="probabilities")(summary)
        attention = layers.Flatten(name="attention")(weights)
        return keras.Model(inputs, {"probabilities": probabilities, "attention": attention})

    def _look(self, keras: Library, inputs: Any, steps: int) -> Any:
        """Describe each segment: [B, T, F] to [B, S, D]. Segments go through as so many pictures."""
        layers, ops = keras.layers, keras.ops
        bands, rest = divmod(inputs.shape[-1], CHANNELS)
        if rest or min(bands, self.segment) < _SMALLEST:
            raise UserError(
                "bad-request",
                "The training cannot begin.",
                "This network needs {channels} channels of at least {least} bands and frames.",
                "Give it log-mel levels with delta_order = 2.",
                channels=CHANNELS,
                least=_SMALLEST,
            )
        pictures = ops.reshape(inputs, (-1, self.segment, CHANNELS, bands))
        pictures = layers.Permute((1, 3, 2), name="pictures")(pictures)
        seen = self._pictures_network(keras, (self.segment, bands, CHANNELS))(pictures)
        return ops.reshape(seen, (-1, steps, seen.shape[-1]))

    def _pictures_network(self, keras: Library, shape: tuple[int, int, int]) -> Any:
        build = partial(keras.applications.MobileNetV2, shape, self.width, include_top=False, pooling="avg")
        if self.weights == "none":
            return build(weights=None)
        weights = "imagenet" if self.weights == "imagenet" else str(Path(self.weights).expanduser())
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # ImageNet's weights were made for larger pictures: known
                return build(weights=weights)
        except Exception as error:  # Keras tells of a failed download by nothing more special
            raise _no_weights(weights, error) from error


_SMALLEST = 32


def _no_weights(weights: str, error: Exception) -> UserError:
    if weights == "imagenet":
        return UserError(
            "no-weights",
            "ImageNet's weights could not be downloaded.",
            "Keras says: {reason}",
            'See that this computer is online; or begin without them: weights = "none".',
            reason=str(error),
        )
    return UserError(
        "no-weights",
        "The weights to begin with cannot be used.",
        "{path}: {reason}",
        "Give a file that the same MobileNetV2 was saved to, “imagenet” or “none”.",
        path=weights,
        reason=str(error),
    )
