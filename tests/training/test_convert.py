"""The exported file is the trained network: plain operators only, equal to Keras in any order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter
from tensorflow.lite.python.schema_py_generated import StridedSliceOptionsT, TensorType
from tensorflow.lite.tools import flatbuffer_utils

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import EMOTIONS, Float32
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.convert import to_both
from ser_desktop.training.corpora import NAMES, load_corpus
from ser_desktop.training.fit import library
from ser_desktop.training.prepare import fit_normaliser
from ser_desktop.training.windows import Example, evaluation_windows
from tests.inference.flatbuffer import foreign, operators

LABELS = EMOTIONS[:7]
NETWORK = AttentionBilstm()
SPEC = FeatureSpec(delta_order=0, normaliser=Normaliser("level", mean=(0.0,) * 30, scale=(1.0,) * 30))
WINDOW_FRAMES = 300
FLOAT, BYTES = TensorType.FLOAT32, TensorType.INT8


@dataclass(frozen=True)
class Export:
    """A file, and how far its answers may be from Keras's."""

    content: bytes
    dynamic_range: bool
    limit: float


@pytest.fixture(scope="module")
def model() -> Any:
    """Build the network of shipped models with random weights: steep, and with cells that grow large."""
    keras.utils.set_random_seed(11)
    rng = np.random.default_rng(11)
    built = NETWORK.build(library(), WINDOW_FRAMES, SPEC.features, len(LABELS))
    norm = built.get_layer("stem_norm")
    norm.set_weights([rng.uniform(0.5, 1.5, weight.shape) for weight in norm.get_weights()])
    for bidirectional in (built.get_layer(f"bilstm_{number}") for number in range(len(NETWORK.units))):
        bidirectional.set_weights([_remembering(weight, rng) for weight in bidirectional.get_weights()])
    for name, gain in (("attention_score", 3), ("probabilities", 8)):
        layer = built.get_layer(name)
        layer.set_weights([gain * weight for weight in layer.get_weights()])
    return built


def _remembering(weight: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Open an LSTM's input and forget gates (the first half of its bias), as training may."""
    if weight.ndim == 2:
        return weight
    quarter = len(weight) // 4
    return np.concatenate([np.full(quarter, 1.0), np.full(quarter, 4.0), rng.normal(0, 1, 2 * quarter)])


@pytest.fixture(scope="module")
def files(model: Any) -> tuple[bytes, bytes]:
    """Convert once for all tests."""
    return to_both(model, NETWORK)


@pytest.fixture(scope="module", params=[False, True], ids=["float", "dynamic-range"])
def export(files: tuple[bytes, bytes], request: pytest.FixtureRequest) -> Export:
    """Return either export; the 8-bit weights of this steep network were off by up to 0.063."""
    return Export(files[request.param], request.param, 0.1 if request.param else 1e-4)


def runner(content: bytes, spec: FeatureSpec) -> Runner:
    manifest = Manifest(
        name="test",
        title="Test",
        labels=LABELS,
        spec=spec,
        window_frames=WINDOW_FRAMES,
        attention_steps=NETWORK.steps(WINDOW_FRAMES),
        sha256=hashlib.sha256(content).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence="",
    )
    return Runner(Model(manifest, content, Path()))


def assert_alike(model: Any, export: Export, spec: FeatureSpec, windows: Float32) -> None:
    """Run all windows through one interpreter, forwards and shuffled; each time they are Keras's answers."""
    wanted = model.predict(windows, batch_size=64, verbose=0)
    ours = runner(export.content, spec)
    orders = [np.arange(len(windows)), np.random.default_rng(2).permutation(len(windows))]
    for order in orders:
        for index in order:
            probabilities, attention, _ = ours.run(windows[index])
            assert np.abs(probabilities - wanted["probabilities"][index]).max() < export.limit
            assert np.abs(attention - wanted["attention"][index]).max() < export.limit
    best = wanted["probabilities"].max(1)
    assert len(np.unique(wanted["probabilities"].argmax(1))) > 1  # else agreement would mean little
    assert best.std() > 0.05


def graph_of(content: bytes) -> tuple[Any, list[Any]]:
    """Read the graph of a file, and which of its tensors are constants."""
    flat = flatbuffer_utils.convert_bytearray_to_object(bytearray(content))
    graph = flat.subgraphs[0]
    return graph, [tensor for tensor in graph.tensors if flat.buffers[tensor.buffer].data is not None]


def test_operators_are_plain(export: Export) -> None:
    """No loop, nothing that keeps a state from window to window, nothing that the app's runtime lacks."""
    assert {"TANH", "LOGISTIC"} <= set(operators(export.content))
    assert not foreign(export.content)


def test_axes_are_not_taken_away_by_index(export: Export) -> None:
    """LiteRT has only a slow operator for that, which once took an eighth of the network's time."""
    graph, _ = graph_of(export.content)
    options = [operator.builtinOptions for operator in graph.operators]
    slices = [option for option in options if isinstance(option, StridedSliceOptionsT)]
    assert not [option for option in slices if option.shrinkAxisMask]


def test_cells_grow_as_in_keras(model: Any, export: Export) -> None:
    """The converter's own LSTM clips cells at 10, which Keras does not; those of this network go past 20."""
    layer = model.get_layer("bilstm_0").forward_layer
    window = np.random.default_rng(4).normal(size=(1, WINDOW_FRAMES, SPEC.features)).astype(np.float32)
    before = keras.Model(model.input, model.get_layer("bilstm_0").input)(window)
    cell = keras.layers.RNN(layer.cell, return_state=True)(before)[2]
    assert np.abs(keras.ops.convert_to_numpy(cell)).max() > 20
    wanted = keras.ops.convert_to_numpy(model(window)["probabilities"])[0]
    assert np.abs(runner(export.content, SPEC).run(window[0]).probabilities - wanted).max() < export.limit


def test_large_weights_have_8_bits(files: tuple[bytes, bytes]) -> None:
    """Those of the LSTMs too; the file is less than half of the float one."""
    large, small = files
    numbers = [
        (tensor.type, np.prod(tensor.shape)) for tensor in graph_of(small)[1] if tensor.type in (FLOAT, BYTES)
    ]
    kinds = [kind for kind, size in numbers if size >= 1024]
    assert set(kinds) == {BYTES}
    assert len(kinds) >= 1 + 2 * len(NETWORK.units)
    assert len(small) < len(large) / 2


def test_tensors_are_named_and_of_one_window(export: Export) -> None:
    """The app asks for them by name; a static shape is what makes the LSTMs fuse."""
    signature = Interpreter(model_content=export.content).get_signature_runner()
    shapes = {
        name: tuple(int(n) for n in entry["shape"])
        for details in (signature.get_input_details(), signature.get_output_details())
        for name, entry in details.items()
    }
    assert shapes == {
        "features": (1, WINDOW_FRAMES, SPEC.features),
        "probabilities": (1, len(LABELS)),
        "attention": (1, NETWORK.steps(WINDOW_FRAMES)),
    }


def test_keras_and_litert_agree_on_windows_of_any_length(model: Any, export: Export) -> None:
    """Full windows and padded ones, down to a single frame; absent steps get no attention in either."""
    rng = np.random.default_rng(5)
    windows = np.zeros((60, WINDOW_FRAMES, SPEC.features), np.float32)
    present = [*rng.integers(1, WINDOW_FRAMES, 50), *[1] * 5, *[WINDOW_FRAMES] * 5]
    for window, count in zip(windows, present, strict=True):
        window[-count:] = rng.normal(0, 1.5, (count, SPEC.features))
    assert_alike(model, export, SPEC, windows)
    ours = runner(export.content, SPEC)
    for window, count in zip(windows, present, strict=True):
        attention = ours.run(window).attention
        assert not attention[: (WINDOW_FRAMES - count) // NETWORK.stride].any()
        assert attention.sum() == pytest.approx(1, abs=1e-5)


def test_training_leaves_no_trace_in_the_export(model: Any, files: tuple[bytes, bytes]) -> None:
    """Dropout is off and batch statistics are the moving ones: converting twice gives one answer."""
    window = np.random.default_rng(6).normal(size=(WINDOW_FRAMES, SPEC.features)).astype(np.float32)
    for once, again in zip(files, to_both(model, NETWORK), strict=True):
        answers = [runner(content, SPEC).run(window).probabilities for content in (once, once, again)]
        assert np.array_equal(answers[0], answers[1])
        assert np.array_equal(answers[0], answers[2])


@pytest.fixture(scope="module")
def real(corpora: Path) -> tuple[FeatureSpec, Float32]:
    """Hear a window [240, T, F] of each of 240 recordings of all corpora there are."""
    found = [load_corpus(name, corpora / name).clips for name in NAMES if (corpora / name).is_dir()]
    share = -(-240 // len(found))
    clips = [clip for part in found for clip in part[:: max(1, len(part) // share)][:share]]
    assert len(clips) >= 200
    features = [clip_features(read_at_rate(clip.path, SPEC.rate_hz, clip.channel), SPEC) for clip in clips]
    examples = [Example((frames,), 0, "", "", "") for frames in features]
    spec = FeatureSpec(delta_order=0, normaliser=fit_normaliser(examples, SPEC))
    rng = np.random.default_rng(8)
    windows = [rng.choice(evaluation_windows(frames, spec, WINDOW_FRAMES)) for frames in features]
    return spec, np.stack(windows)


@pytest.mark.corpora
def test_keras_and_litert_agree_on_real_clips(
    model: Any, export: Export, real: tuple[FeatureSpec, Float32]
) -> None:
    """One recording after another in one interpreter, and in any order."""
    assert_alike(model, export, *real)
