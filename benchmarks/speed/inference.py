"""One window through the default model: our way, the converter's default, ONNX Runtime, and the floor.

All of it on one thread. The peers get the default recipe's network as Keras 3 builds it, with weights of
chance: they decide nothing of the time. What they answer is held to Keras' own answer before it is measured.

- "while": ``TFLiteConverter.from_keras_model``, run by LiteRT with its defaults. The converter takes an LSTM
  of Keras 3 only with a batch of one, and no sum that Keras then writes as a bias; both are seen to.
- "onnx": tf2onnx, run by ONNX Runtime. tf2onnx mistakes the shape of one pooling; it gets it as a maximum.
- "floor": the multiply-adds of convolution, LSTMs, dense layers and products of matrices, at the rate of
  NumPy's product of two float32 matrices of 1024 rows and columns. What else a network does is not counted.

    python -m benchmarks.speed.inference
"""

from __future__ import annotations

import contextlib
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np
from ai_edge_litert.interpreter import Interpreter

from benchmarks.speed.measuring import Outcome, median_ms, ratios, side_by_side, tell
from ser_desktop.inference.manifest import Manifest, load
from ser_desktop.inference.runner import Runner
from ser_desktop.paths import home
from ser_desktop.results import Float32

REPEATS = 9
SIZE = 1024
_AGREE = 1e-4
Answers = Mapping[str, Float32]


def main() -> None:
    """Measure, and tell."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    model = load(home() / "models" / "general")
    runner = Runner(model)
    window = np.random.default_rng(0).normal(size=window_shape(model.manifest)[1:]).astype(np.float32)
    matrix = np.random.default_rng(1).normal(size=(SIZE, SIZE)).astype(np.float32)
    taken = side_by_side(
        {
            "ours": lambda: runner.run(window),
            **peers(model.manifest, window),
            "product": lambda: matrix @ matrix,
        },
        repeats=REPEATS,
    )
    count = multiply_adds(model.content)
    floor_s = [count / SIZE**3 * product_s for product_s in taken["product"]]
    facts: dict[str, float | str] = {
        "ours, ms": median_ms(taken["ours"]),
        "WHILE loops, ms": median_ms(taken["while"]),
        "ONNX Runtime, ms": median_ms(taken["onnx"]),
        "floor, ms": median_ms(floor_s),
        "multiply-adds, millions": round(count / 1e6, 2),
        "NumPy's product, thousand million multiply-adds a second": round(
            SIZE**3 / statistics.median(taken["product"]) / 1e9, 1
        ),
        **accuracy(model.manifest),
    }
    tell(
        [
            Outcome("while", ratios(taken["while"], taken["ours"]), facts),
            Outcome("onnx", ratios(taken["ours"], taken["onnx"]), facts),
            Outcome("floor", ratios(taken["ours"], floor_s), facts),
        ]
    )


def accuracy(manifest: Manifest) -> dict[str, float]:
    """Return what 8-bit weights cost, as the training that made the model measured both."""
    return {
        f"UAR of {of} speakers, {weights.replace('_', ' ')}": round(100 * figures[f"{of}_uar"], 1)
        for weights, figures in manifest.training.get("exports", {}).items()
        for of in ("validation", "test")
    }


def window_shape(manifest: Manifest) -> tuple[int, int, int]:
    """Shape of one window as networks take it."""
    return 1, manifest.window_frames, manifest.spec.features


def peers(manifest: Manifest, window: Float32) -> dict[str, Callable[[], object]]:
    """Return what answers to the window in the others' ways, once each is seen to answer as Keras does."""
    network = keras_network(manifest, pooled=True)
    told = {name: np.asarray(answer) for name, answer in network(window[None]).items()}
    ways = {
        "while": by_while_loops(keras_network(manifest, pooled=True), window),
        "onnx": by_onnx(keras_network(manifest, pooled=False), window),
    }
    for name, way in ways.items():
        found = way()
        for answer in told.values():
            alike = [other for other in found if other.shape == answer.shape]
            if not any(np.allclose(other, answer, atol=_AGREE) for other in alike):
                raise SystemExit(f"{name} does not answer as Keras does")
    return dict(ways)


def keras_network(manifest: Manifest, *, pooled: bool) -> Any:
    """Build the default recipe's network for one window at a time, always with the same weights of chance."""
    import keras

    from ser_desktop.training.recipes import load as recipe

    class Layers:
        """Keras' layers, but for what the converters cannot take."""

        def __getattr__(self, name: str) -> Any:
            return getattr(keras.layers, name)

        def Input(self, shape: tuple[int, ...], name: str) -> Any:  # noqa: N802 - the library's name
            return keras.layers.Input(batch_shape=(1 if pooled else None, *shape), name=name)

        def MaxPooling1D(self, size: int, name: str) -> Any:  # noqa: N802 - the library's name
            if pooled:
                return keras.layers.MaxPooling1D(size, name=name)
            return lambda x: keras.ops.max(keras.ops.reshape(x, (-1, x.shape[1] // size, size, 1)), 2)

    keras.utils.set_random_seed(1)
    library = SimpleNamespace(layers=Layers(), ops=keras.ops, applications=None, Model=keras.Model)
    _, frames, features = window_shape(manifest)
    network = recipe("general").network.build(library, frames, features, len(manifest.labels))
    rng = np.random.default_rng(2)
    for variable in network.weights:  # layers that begin with zeros would answer alike whatever comes in
        if variable.path.endswith("kernel") and "logits" in variable.path:
            variable.assign(0.05 * rng.normal(size=variable.shape))
    return network


def by_while_loops(network: Any, window: Float32) -> Callable[[], list[Float32]]:
    """Convert by the converter's default, and run by the interpreter's."""
    import tensorflow as tf
    from keras.src.backend.tensorflow import numpy as operations

    with mock.patch.object(operations, "add", tf.add), quietly():
        content = tf.lite.TFLiteConverter.from_keras_model(network).convert()
    interpreter = Interpreter(model_content=content, num_threads=1)
    interpreter.allocate_tensors()
    (taken,) = (detail["index"] for detail in interpreter.get_input_details())
    told = [detail["index"] for detail in interpreter.get_output_details()]

    def answer() -> list[Float32]:
        interpreter.reset_all_variables()
        interpreter.set_tensor(taken, window[None])
        interpreter.invoke()
        return [interpreter.get_tensor(at) for at in told]

    return answer


def by_onnx(network: Any, window: Float32) -> Callable[[], list[Float32]]:
    """Convert by tf2onnx, and run by ONNX Runtime."""
    import onnxruntime
    import tensorflow as tf

    with mock.patch.object(np, "object", object, create=True):  # tf2onnx 1.17 still asks NumPy for it
        import tf2onnx

    answers = tf.function(lambda features: network(features, training=False))
    shape = tf.TensorSpec((None, *window.shape), tf.float32, name="features")
    with tempfile.TemporaryDirectory() as folder, quietly():
        file = Path(folder) / "network.onnx"
        tf2onnx.convert.from_function(answers, input_signature=[shape], output_path=str(file))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda: list(session.run(None, {name: window[None]}))


def multiply_adds(content: bytes) -> int:
    """Count those of one answer, in the operators that are products of matrices."""
    from ai_edge_litert.interpreter import OpResolverType

    interpreter = Interpreter(
        model_content=content,
        experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    )
    interpreter.allocate_tensors()
    shapes = {
        detail["index"]: [int(size) for size in detail["shape"]]
        for detail in interpreter.get_tensor_details()
    }
    total = 0
    for operator in interpreter._get_ops_details():  # noqa: SLF001 - nothing else names them
        kind = operator["op_name"]
        inputs = [shapes.get(int(at), []) for at in operator["inputs"]]
        made = int(np.prod(shapes[int(operator["outputs"][0])]))
        if kind in {"FULLY_CONNECTED", "BATCH_MATMUL"}:
            total += made * inputs[0][-1]
        elif kind == "CONV_2D":
            total += made * int(np.prod(inputs[1][1:]))
    return total


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Keep from the terminal what the converters say of themselves."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        yield


if __name__ == "__main__":
    main()
