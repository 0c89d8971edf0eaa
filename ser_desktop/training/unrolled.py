"""LSTMs for export: each step written out in plain operators, both directions side by side.

LiteRT has one operator for a whole LSTM, but goes through it with eight small products a step. Plain
operators run in XNNPACK: a network of them took three quarters of the time. They keep no state, either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tensorflow as tf
import tf_keras


class LSTM(tf_keras.layers.LSTM):  # type: ignore[misc]  # tf_keras has no types
    """The layer of this name, for one window at a time."""

    def call(self, sequences: Any, **_: Any) -> Any:
        """Hear [1, T, F]; return all outputs [1, T, U], or the last one [1, U]."""
        outputs = _outputs(sequences, [self])
        return outputs if self.return_sequences else outputs[:, -1]


class Bidirectional(tf_keras.layers.Bidirectional):  # type: ignore[misc]
    """Two LSTMs, of which one hears the sequence from its end."""

    def call(self, sequences: Any, **_: Any) -> Any:
        """Hear [1, T, F]; return all outputs [1, T, 2U], those of the same time side by side."""
        return _outputs(sequences, [self.forward_layer, self.backward_layer])


def _outputs(sequences: Any, directions: Sequence[LSTM]) -> Any:
    """Return outputs [1, T, D * U] to [1, T, F] of an LSTM for each direction; the second hears it backwards.

    Nothing takes an axis away by an index: LiteRT has only a slow operator for that.
    """
    cells = [layer.cell for layer in directions]
    steps, features = sequences.shape[1:]
    kernels = tf.concat([cell.kernel for cell in cells], -1)
    biases = tf.concat([cell.bias for cell in cells], -1)
    inputs = tf.matmul(tf.reshape(sequences, (steps, features)), kernels) + biases
    inputs = tf.reshape(inputs, (1, steps, inputs.shape[-1]))
    inputs = tf.concat(_turned(tf.split(inputs, len(cells), -1)), 0)  # [D, T, 4U]
    weights = tf.stack([cell.recurrent_kernel for cell in cells])
    output, state, heard = None, None, []
    for step in tf.split(inputs, steps, 1):
        gates = step if output is None else step + tf.matmul(output, weights)
        entry, keep, news, tell = tf.split(gates, 4, -1)
        new = tf.sigmoid(entry) * tf.tanh(news)
        state = new if state is None else tf.sigmoid(keep) * state + new
        output = tf.sigmoid(tell) * tf.tanh(state)
        heard.append(output)
    return tf.concat(_turned(tf.split(tf.concat(heard, 1), len(cells))), -1)


def _turned(sequences: Sequence[Any]) -> list[Any]:
    """Turn the second of two directions [1, T, ...] round in time."""
    first, *others = sequences
    return [first, *(tf.reverse(other, [1]) for other in others)]
