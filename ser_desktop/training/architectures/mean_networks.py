"""Networks without attention: they hear only the mean of each feature over the time that is there.

Rooted in the many published systems that average 13 to 50 coefficients over a clip. The mean is taken
inside the network, so that the windows and the runtime of all other networks serve these too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ser_desktop.training.architectures.network import Library
from ser_desktop.training.architectures.presence import mean_over_time


class _MeanNetwork:
    """What the three have in common: any window will do, and no step of it is attended to."""

    def whole_steps(self, frames: int) -> int:
        """Any length is whole."""
        return max(1, frames)

    def steps(self, _window_frames: int) -> int:
        """No attention."""
        return 0

    def build(self, keras: Library, window_frames: int, features: int, classes: int) -> Any:
        """Return a model: features [B, T, F] in, "probabilities" [B, C] out."""
        layers = keras.layers
        inputs = layers.Input((window_frames, features), name="features")
        # Means vary less than frames do, whose deviation the features were scaled by.
        means = layers.BatchNormalization(name="means")(mean_over_time(keras, inputs))
        x = self._hear(keras, means)
        return keras.Model(
            inputs,
            {"probabilities": layers.Dense(classes, activation="softmax", name="probabilities")(x)},
        )

    def _hear(self, keras: Library, means: Any) -> Any:
        """From means [B, F] to what the decision is taken from [B, D]."""
        raise NotImplementedError


@dataclass(frozen=True)
class MeanMlp(_MeanNetwork):
    """A multilayer perceptron over the means; ``hidden`` are the sizes of its layers."""

    hidden: tuple[int, ...] = (300,)
    dropout: float = 0.3

    def _hear(self, keras: Library, means: Any) -> Any:
        x = means
        for number, units in enumerate(self.hidden):
            x = keras.layers.Dense(units, activation="relu", name=f"hidden_{number}")(x)
            x = keras.layers.Dropout(self.dropout, name=f"dropout_{number}")(x)
        return x


@dataclass(frozen=True)
class MeanCnn(_MeanNetwork):
    """Convolutions along the means, as if their order were time; pooled after each but the last."""

    filters: tuple[int, ...] = (128, 128)
    kernel: int = 5
    pool: int = 8
    dropout: float = 0.2

    def _hear(self, keras: Library, means: Any) -> Any:
        layers = keras.layers
        x = layers.Reshape((-1, 1), name="sequence")(means)
        for number, filters in enumerate(self.filters):
            if number:
                x = layers.MaxPooling1D(self.pool, padding="same", name=f"pool_{number}")(x)
            x = layers.Conv1D(filters, self.kernel, padding="same", name=f"conv_{number}")(x)
            x = layers.Activation("relu", name=f"relu_{number}")(x)
            x = layers.Dropout(self.dropout, name=f"dropout_{number}")(x)
        return layers.Flatten(name="flat")(x)


@dataclass(frozen=True)
class MeanLstm(_MeanNetwork):
    """An LSTM along the means, as if their order were time, then a hidden layer."""

    units: int = 128
    hidden: int = 64
    dropout: float = 0.3

    def _hear(self, keras: Library, means: Any) -> Any:
        layers = keras.layers
        x = layers.Reshape((-1, 1), name="sequence")(means)
        x = layers.LSTM(self.units, name="lstm")(x)
        x = layers.Dropout(self.dropout, name="lstm_dropout")(x)
        x = layers.Dense(self.hidden, activation="relu", name="hidden")(x)
        return layers.Dropout(self.dropout, name="hidden_dropout")(x)
