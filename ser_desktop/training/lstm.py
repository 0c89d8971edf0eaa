"""Keras' LSTM as one operator, for TensorFlow on a processor: its graph then holds no loop over time."""

from __future__ import annotations

from typing import Any

import keras

if keras.backend.backend() == "tensorflow":
    import tensorflow as tf


@keras.saving.register_keras_serializable(package="ser_desktop")
class LSTM(keras.layers.LSTM):  # type: ignore[misc]  # Keras has no types
    """The same layer with the same weights, faster in training.

    It is Keras' own where that is faster still, with a graphics card, and where the operator cannot do what
    is asked for: masks, dropout within, other activations.
    """

    def inner_loop(
        self,
        sequences: Any,
        initial_state: Any,
        mask: Any,
        training: bool = False,  # noqa: FBT001, FBT002  # as Keras has it
    ) -> Any:
        """Return the last output [B, U], all outputs [B, T, U] and the last state, each [B, U]."""
        if mask is not None or not self._fits():
            return super().inner_loop(sequences, initial_state, mask, training=training)
        ops, cell = keras.ops, self.cell
        x = ops.transpose(sequences, (1, 0, 2))
        if self.go_backwards:
            x = ops.flip(x, axis=0)
        weights = ops.concatenate([cell.kernel, cell.recurrent_kernel])
        output, state = initial_state
        outputs, states = _block(x, output, state, weights, tf.identity(ops.convert_to_tensor(cell.bias)))
        return outputs[-1], ops.transpose(outputs, (1, 0, 2)), [outputs[-1], states[-1]]

    def _fits(self) -> bool:
        usual = keras.activations.tanh, keras.activations.sigmoid
        plain = (self.activation, self.recurrent_activation) == usual and self.use_bias
        on_tensorflow = keras.backend.backend() == "tensorflow" and not tf.config.list_physical_devices("GPU")
        return plain and on_tensorflow and not self.dropout and not self.recurrent_dropout


def _block(x: Any, output: Any, state: Any, weights: Any, bias: Any) -> tuple[Any, Any]:
    """Go through the steps [T, B, F]; return outputs and states [T, B, U] after each.

    ``output`` and ``state`` [B, U] are those before; ``weights`` [F + U, 4U] are of the input, then of the
    output before, and like ``bias`` [4U] in Keras' order of the gates.
    """
    nothing = tf.zeros_like(output[0])
    same = {
        "seq_len_max": tf.shape(x, out_type=tf.int64)[0],
        **dict.fromkeys(("wci", "wcf", "wco"), nothing),
        "use_peephole": False,
    }

    def run(x: Any, output: Any, state: Any, weights: Any, bias: Any) -> tuple[tuple[Any, Any], Any]:
        given = {**same, "x": x, "h_prev": output, "cs_prev": state, "w": weights, "b": bias}
        told = tf.raw_ops.BlockLSTMV2(cell_clip=0.0, **given)

        def gradient(of_outputs: Any, of_states: Any) -> tuple[Any, ...]:
            found = tf.raw_ops.BlockLSTMGradV2(
                h_grad=of_outputs, cs_grad=of_states, **given, **told._asdict()
            )
            return found.x_grad, found.h_prev_grad, found.cs_prev_grad, found.w_grad, found.b_grad

        return (told.h, told.cs), gradient

    # The gradient that TensorFlow has registered for this operator takes the gates to be in another order.
    outputs, states = tf.custom_gradient(run)(x, output, state, weights, bias)
    return outputs, states
