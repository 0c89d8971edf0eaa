"""The network of the shipped models: what a clip is like as a whole, and how it goes along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ser_desktop.training.architectures.functionals import cosines, coupling, smoothed, statistics
from ser_desktop.training.architectures.network import Library
from ser_desktop.training.architectures.presence import attend, frames_exist
from ser_desktop.training.architectures.recurrence import recur

_FARTHEST = 6.0  # deviations; rarer values say nothing more
_TINY = 1e-4


@dataclass(frozen=True)
class FunctionalBilstm:
    """Two opinions, added before the decision: one on functionals, one on the course of time.

    Functionals are statistics of each feature over the time that is there; a linear layer on thousands of
    them has long been hard to beat on few speakers (Schuller et al., 2009; Eyben et al., 2016). The course
    is heard by a convolution that shortens time, bidirectional LSTMs with a shortcut, and attention, whose
    weighted mean and deviation decide (Mirsamadi et al., 2017; Okabe et al., 2018).

    Attributes
    ----------
    bands
        How many of the first features are levels of neighbouring mel bands.
    cepstra
        Cosine coefficients of these bands that the functionals are taken of, too; 0 for none.
    contour
        Highest of the polynomials of time that each feature is measured by; 1 knows the slope alone.
    voiced
        Column that is positive where the voice has a pitch: mean and deviation are then taken of voiced and
        of other frames apart, too. 0 where there is no such column.
    coupled, coupled_cepstra, lag
        How many of the features behind the bands, and of the cosine coefficients, are correlated with each
        other ``lag`` frames before; 0 of the first for none.
    functionals_dropout
        Share of the functionals that a training step does without.
    """

    bands: int = 64
    cepstra: int = 30
    contour: int = 6
    voiced: int = 78
    coupled: int = 17
    coupled_cepstra: int = 12
    lag: int = 8
    functionals_dropout: float = 0.6
    stem: int = 96
    kernel: int = 9
    stride: int = 4
    units: tuple[int, ...] = (64,)
    attention: int = 64
    dropout: float = 0.4

    def whole_steps(self, frames: int) -> int:
        """Window length next to ``frames`` that the network cuts without a rest, in frames."""
        return max(1, round(frames / self.stride)) * self.stride

    def steps(self, window_frames: int) -> int:
        """Attention weights over a window of whole steps."""
        return window_frames // self.stride

    def build(self, keras: Library, window_frames: int, features: int, classes: int) -> Any:
        """Return a model: features [B, T, F] in, "probabilities" [B, C] and "attention" [B, S] out.

        Also "personal" [B, C], logits for people whose average is known; they are learned after all else.
        """
        layers = keras.layers
        inputs = layers.Input((window_frames, features), name="features")
        exists = frames_exist(keras, inputs)
        heard = keras.ops.maximum(keras.ops.minimum(inputs, _FARTHEST), -_FARTHEST)
        functionals = self._functionals(keras, heard, exists)
        whole = layers.Dropout(self.functionals_dropout, name="functionals_dropout")(functionals)
        course, weights = self._course(keras, heard, exists)
        logits = layers.Add(name="logits")(
            [
                layers.Dense(classes, kernel_initializer="zeros", name="functionals_logits")(whole),
                layers.Dense(classes, name="course_logits")(course),
            ]
        )
        probabilities = layers.Softmax(name="probabilities")(logits)
        attention = layers.Flatten(name="attention")(weights)
        personal = layers.Dense(
            classes, use_bias=False, kernel_initializer="zeros", trainable=False, name="personal_logits"
        )(functionals)
        answers = {"probabilities": probabilities, "attention": attention, "personal": personal}
        return keras.Model(inputs, answers)

    def _functionals(self, keras: Library, heard: Any, exists: Any) -> Any:
        """Statistics [B, D] of each feature, and of pairs of them, over the frames that exist."""
        layers, ops = keras.layers, keras.ops
        voiced = heard[:, :, self.voiced : self.voiced + 1] if self.voiced else None
        features = heard.shape[-1]
        if self.cepstra:
            cepstra = ops.matmul(heard[:, :, : self.bands], cosines(self.cepstra, self.bands))
            heard = layers.Concatenate(name="with_cepstra")([heard, cepstra])
        frames = smoothed(keras, heard, exists, voiced)
        found = statistics(keras, frames, self.contour)
        x = layers.Flatten(name="functionals")(layers.Concatenate(name="statistics")(found))
        if self.coupled:
            some = replace(frames, x=self._coupled(keras, frames.x, features))
            mean, deviation = (self._coupled(keras, told, features) for told in found[:2])
            pairs = layers.Flatten(name="pairs")(coupling(keras, some, (mean, deviation), self.lag))
            x = layers.Concatenate(name="with_pairs")([x, pairs])
        x = layers.BatchNormalization(momentum=0.95, center=False, scale=False, name="functionals_norm")(x)
        return ops.maximum(ops.minimum(x, _FARTHEST), -_FARTHEST)

    def _coupled(self, keras: Library, x: Any, features: int) -> Any:
        """Of [B, T, features and cepstra] the columns that are correlated with each other."""
        descriptors = x[:, :, self.bands : self.bands + self.coupled]
        if not self.cepstra:
            return descriptors
        return keras.layers.Concatenate()([x[:, :, features : features + self.coupled_cepstra], descriptors])

    def _course(self, keras: Library, heard: Any, exists: Any) -> tuple[Any, Any]:
        """Mean and deviation [B, D] over time of what the recurrence heard, and the weights [B, S, 1]."""
        layers, ops = keras.layers, keras.ops
        x = recur(
            keras,
            heard,
            stem=self.stem,
            kernel=self.kernel,
            stride=self.stride,
            units=self.units,
            dropout=self.dropout,
        )
        exists = layers.MaxPooling1D(self.stride, name="step_exists")(exists)
        weights = attend(keras, x, exists, self.attention)
        mean = layers.Flatten(name="course_mean")(layers.Dot(axes=1, name="weighted")([weights, x]))
        squares = layers.Dot(axes=1, name="weighted_squares")([weights, ops.square(x)])
        squares = layers.Flatten(name="course_squares")(squares)
        deviation = ops.sqrt(ops.maximum(squares - ops.square(mean), 0.0) + _TINY)
        course = layers.Concatenate(name="course")([mean, deviation])
        return layers.Dropout(self.dropout, name="course_dropout")(course), weights
