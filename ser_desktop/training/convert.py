"""From a trained Keras 3 model to ``model.tflite`` with plain operators and named outputs.

TensorFlow's converter makes loops of Keras 3's LSTMs. So the same network is built in ``tf_keras`` with LSTMs
whose steps are written out, takes the weights over, and is exported with a static shape.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import tensorflow as tf
import tf_keras

from ser_desktop.training import unrolled
from ser_desktop.training.architectures import Network


def _application(*sizes: Any, **options: Any) -> Any:
    """Build a published network without loading weights: the twin takes them from the trained one."""
    return tf_keras.applications.MobileNetV2(*sizes, **{**options, "weights": None})


class _Layers:
    """Those of ``tf_keras``, but for the recurrent ones."""

    LSTM, Bidirectional = unrolled.LSTM, unrolled.Bidirectional

    def __getattr__(self, name: str) -> Any:
        return getattr(tf_keras.layers, name)


_TWIN_LIBRARY = SimpleNamespace(
    layers=_Layers(),
    ops=SimpleNamespace(
        abs=tf.abs,
        cumsum=tf.cumsum,
        matmul=tf.matmul,
        max=tf.reduce_max,
        maximum=tf.maximum,
        min=tf.reduce_min,
        minimum=tf.minimum,
        reshape=tf.reshape,
        sign=tf.sign,
        sqrt=tf.sqrt,
        square=tf.square,
        sum=tf.reduce_sum,
    ),
    applications=SimpleNamespace(MobileNetV2=_application),
    Model=tf_keras.Model,
)


def to_tflite(model: Any, network: Network) -> bytes:
    """Convert a trained ``model`` of ``network``; builtin operators only."""
    with _saved(model, network) as folder:
        return _converted(folder, dynamic_range=False)


def to_both(model: Any, network: Network) -> tuple[bytes, bytes]:
    """Convert a trained ``model`` of ``network`` with float weights, and with 8-bit ones.

    Of the second file all large weights, those of the LSTMs too, are kept in 8 bits, a scale for each tensor
    or channel; of a shipped network it is less than a third as large. What comes in and goes out stays float.
    """
    with _saved(model, network) as folder:
        return _converted(folder, dynamic_range=False), _converted(folder, dynamic_range=True)


@contextmanager
def _saved(model: Any, network: Network) -> Iterator[str]:
    """Give the weights to a twin in ``tf_keras``, and save it where the converter can read it."""
    _, window_frames, features = model.input_shape
    classes = model.output["probabilities"].shape[-1]
    twin = network.build(_TWIN_LIBRARY, window_frames, features, classes)
    layers = {layer.name: layer for layer in _layers(twin)}
    for layer in _layers(model):
        if layer.weights:
            layers[layer.name].set_weights(layer.get_weights())

    shape = tf.TensorSpec((1, window_frames, features), tf.float32, name="features")
    module = tf.Module()
    module.variables_held = (
        twin.variables
    )  # not the model itself: each of its layers would be traced and saved
    module.serve = tf.function(lambda features: twin(features, training=False), input_signature=[shape])
    concrete = module.serve.get_concrete_function()
    with tempfile.TemporaryDirectory() as folder:
        tf.saved_model.save(module, folder, signatures={"serving_default": concrete})
        yield folder


def _converted(folder: str, *, dynamic_range: bool) -> bytes:
    converter = tf.lite.TFLiteConverter.from_saved_model(folder, signature_keys=["serving_default"])
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS]
    if dynamic_range:
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    return bytes(converter.convert())


def _layers(model: Any) -> Iterator[Any]:
    """All layers, also those of networks within the network: these are named otherwise in either Keras."""
    for layer in model.layers:
        yield from _layers(layer) if hasattr(layer, "layers") else (layer,)
