"""One window in, the same answer out, whatever was asked before; and nothing runs that does not fit."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.calibration import centred, opinion_of
from ser_desktop.inference.manifest import Model, Tensors
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.results import Float32
from tests.inference.flatbuffer import changed, foreign, operators


@pytest.fixture(scope="module")
def windows(model: Model) -> list[Float32]:
    """Five windows: random ones, an almost empty one and an empty one."""
    rng = np.random.default_rng(3)
    shape = (model.manifest.window_frames, model.manifest.spec.features)
    full = [rng.standard_normal(shape).astype(np.float32) for _ in range(3)]
    short = full[0].copy()
    short[:-20] = 0
    return [*full, short, np.zeros(shape, np.float32)]


@pytest.fixture(scope="module")
def answers(model: Model, windows: list[Float32]) -> list[Answer]:
    """Answer each window with an interpreter that never ran before."""
    return [Runner(model).run(window) for window in windows]


@settings(max_examples=20)
@given(order=st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_the_order_of_questions_does_not_matter(
    runner: Runner, windows: list[Float32], answers: list[Answer], order: list[int]
) -> None:
    """Twice the same, forwards, backwards, interleaved."""
    for index in order:
        for told, wanted in zip(runner.run(windows[index]), answers[index], strict=True):
            np.testing.assert_array_equal(told, wanted)


def test_threads_do_not_get_each_other_s_answers(
    runner: Runner, windows: list[Float32], answers: list[Answer]
) -> None:
    """What is listened to and a file that is analysed ask the same model at the same time."""

    def ask(index: int) -> list[Float32]:
        return [runner.run(windows[index]).probabilities for _ in range(40)]

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(ask, range(4)))
    for index, said in enumerate(told):
        for probabilities in said:
            np.testing.assert_array_equal(probabilities, answers[index].probabilities)


@pytest.fixture(scope="module")
def stateful(model: Model) -> Model:
    """Export as other programs do: with LiteRT's own LSTM, which keeps its state between calls."""
    import tensorflow as tf
    import tf_keras

    manifest = model.manifest
    features = tf_keras.Input((manifest.window_frames, manifest.spec.features), batch_size=1, name="features")
    heard = tf_keras.layers.LSTM(8, return_sequences=True)(features)
    heard = tf_keras.layers.GlobalAveragePooling1D()(heard)  # what it ends with has forgotten the beginning
    told = tf_keras.layers.Dense(len(manifest.labels), activation="softmax", name="probabilities")(heard)
    content = tf.lite.TFLiteConverter.from_keras_model(tf_keras.Model(features, told)).convert()
    assert "UNIDIRECTIONAL_SEQUENCE_LSTM" in foreign(content)
    return Model(
        dataclasses.replace(manifest, attention_steps=0, tensors=Tensors(personal="")), content, model.folder
    )


@pytest.mark.parametrize("reset", [True, False])
def test_the_state_of_an_lstm_is_reset(stateful: Model, windows: list[Float32], *, reset: bool) -> None:
    """The second answer is the first; without the reset it is not, so this test can fail."""
    runner = Runner(stateful)
    if not reset:
        runner._interpreter.reset_all_variables = lambda: None
    first, again = (runner.run(windows[0]).probabilities for _ in range(2))
    assert np.array_equal(first, again) is reset


def test_answers_stay_as_they_are(runner: Runner, windows: list[Float32]) -> None:
    """What was handed out is the caller's: a later question does not write into it."""
    answer = runner.run(windows[0])
    before = [told.copy() for told in answer]
    runner.run(windows[1])
    for told, kept in zip(answer, before, strict=True):
        np.testing.assert_array_equal(told, kept)


def test_answers_are_distributions(model: Model, answers: list[Answer]) -> None:
    """Probabilities and attention are not negative and sum to one; an opinion's logits sum to zero."""
    for probabilities, attention, opinion in answers:
        assert opinion.shape == probabilities.shape
        assert opinion.dtype == np.float32
        assert opinion.sum() == pytest.approx(0, abs=1e-4)
        assert probabilities.shape == (len(model.manifest.labels),)
        assert attention.shape == (model.manifest.attention_steps,)
        for shares in (probabilities, attention):
            assert shares.dtype == np.float32
            assert (shares >= 0).all()
            assert shares.sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("frames", [1, 2, 3, 20, 150, 299])
def test_no_attention_falls_on_what_is_absent(
    model: Model, runner: Runner, demo: Float32, frames: int
) -> None:
    """Steps in which no frame exists get exactly none; the others share all of it."""
    manifest = model.manifest
    features = clip_features(demo[22_400:80_000], manifest.spec)[:frames]
    attention = runner.predict(features).attention
    per_step = manifest.window_frames // manifest.attention_steps
    absent = manifest.attention_steps - -(-frames // per_step)
    assert not attention[:absent].any()
    assert (attention[absent:] > 0).all()


def test_predict_takes_the_last_window(model: Model, runner: Runner, demo: Float32) -> None:
    """Of a longer history only the window's own frames count."""
    features = clip_features(demo[22_400:102_400], model.manifest.spec)
    assert len(features) > model.manifest.window_frames
    whole = runner.predict(features)
    last = runner.predict(features[-model.manifest.window_frames :])
    np.testing.assert_array_equal(whole.probabilities, last.probabilities)


@pytest.mark.parametrize("temperature", [0.5, 2.0, 20.0])
def test_temperature_softens_and_keeps_the_order(
    model: Model, windows: list[Float32], temperature: float
) -> None:
    """Probabilities are ``p ** (1 / temperature)``, renormalised; opinions are softer alike."""
    plain, hot = (
        Runner(dataclasses.replace(model, manifest=dataclasses.replace(model.manifest, temperature=value)))
        for value in (1.0, temperature)
    )
    cold, warm = plain.run(windows[0]), hot.run(windows[0])
    expected = cold.probabilities.astype(np.float64) ** (1 / temperature)
    np.testing.assert_allclose(warm.probabilities, expected / expected.sum(), rtol=1e-5)
    if model.manifest.tensors.personal:
        np.testing.assert_allclose(warm.opinion, cold.opinion / temperature, rtol=1e-4)


def _without_opinion(inside: Any) -> None:
    signature = inside.signatureDefs[0]
    signature.outputs = [told for told in signature.outputs if told.name != b"personal"]


def _answer_as_opinion(inside: Any) -> None:
    """Tell the probabilities twice: once under their own name, once as if they were the opinion."""
    _without_opinion(inside)
    outputs = inside.signatureDefs[0].outputs
    (answer,) = (told for told in outputs if told.name == b"probabilities")
    again = schema.TensorMapT()
    again.name, again.tensorIndex = b"personal", answer.tensorIndex
    outputs.append(again)


@pytest.mark.parametrize("temperature", [1.0, 2.0])
def test_a_network_without_an_opinion_gives_its_answer_for_one(
    model: Model, windows: list[Float32], temperature: float
) -> None:
    """The logarithms of the probabilities, as the temperature makes them."""
    silent = Runner(changed(model, _without_opinion, tensors=Tensors(), temperature=temperature))
    for window in windows:
        answer = silent.run(window)
        np.testing.assert_allclose(answer.opinion, opinion_of(answer.probabilities), atol=1e-4)


@pytest.mark.parametrize("temperature", [1.0, 2.0])
def test_a_network_s_own_opinion_is_told(model: Model, windows: list[Float32], temperature: float) -> None:
    """As the tensor that the manifest names has it: centred, and divided by the temperature."""
    tensors = Tensors(personal="personal")
    telling = Runner(changed(model, _answer_as_opinion, tensors=tensors, temperature=temperature))
    cold = Runner(changed(model, _without_opinion, tensors=Tensors(), temperature=1.0))
    for window in windows:
        wanted = centred(cold.run(window).probabilities) / temperature
        np.testing.assert_allclose(telling.run(window).opinion, wanted, atol=1e-6)


@pytest.mark.parametrize(
    ("change", "named"), [(_without_opinion, "personal"), (_answer_as_opinion, "")], ids=["lacks", "hides"]
)
def test_an_opinion_that_the_manifest_gets_wrong_is_refused(
    model: Model, change: Callable[[Any], None], named: str
) -> None:
    """Named and not there, or there and not named."""
    with pytest.raises(UserError) as refused:
        Runner(changed(model, change, tensors=Tensors(personal=named)))
    assert refused.value.code == "bad-model"


def test_nothing_is_foreign(model: Model) -> None:
    """No loops, no Flex, no custom operator; none that keeps a state."""
    assert {"TANH", "LOGISTIC", "BATCH_MATMUL"} <= set(operators(model.content))
    assert not foreign(model.content)


def _rename_output(inside: Any) -> None:
    inside.signatureDefs[0].outputs[0].name = b"something"


def _no_signature(inside: Any) -> None:
    inside.signatureDefs = []


def _foreign_operator(inside: Any) -> None:
    code = inside.operatorCodes[0]
    code.deprecatedBuiltinCode = code.builtinCode = schema.BuiltinOperator.CUSTOM
    code.customCode = b"FlexErf"


def _integer_features(inside: Any) -> None:
    graph = inside.subgraphs[0]
    graph.tensors[graph.inputs[0]].type = schema.TensorType.INT8


@pytest.mark.parametrize("change", [_rename_output, _no_signature, _foreign_operator, _integer_features])
def test_a_network_of_another_kind_is_refused(model: Model, change: Callable[[Any], None]) -> None:
    """Whole as a file, vouched for by its manifest, and yet not what the program can run."""
    with pytest.raises(UserError) as refused:
        Runner(changed(model, change))
    assert refused.value.code == "bad-model"
    assert not refused.value.detail.endswith("..")


def test_a_changed_network_still_runs(model: Model, windows: list[Float32]) -> None:
    """The refusals above are for the change alone: one that only renames the description runs."""

    def describe(inside: Any) -> None:
        inside.description = b"another description"

    Runner(changed(model, describe)).run(windows[0])


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": ("anger", "fear"), "calibration": None},
        {"window_frames": 225},
        {"attention_steps": 150},
        {"attention_steps": 0},
    ],
    ids=str,
)
def test_a_manifest_for_other_shapes_is_refused(model: Model, changes: dict[str, Any]) -> None:
    """Both sides are named, so that one sees which of them is wrong."""
    manifest = dataclasses.replace(model.manifest, **changes)
    with pytest.raises(UserError) as refused:
        Runner(dataclasses.replace(model, manifest=manifest))
    assert refused.value.code == "bad-model"
    assert "the manifest says" in refused.value.detail


@settings(max_examples=30)
@given(share=st.floats(0, 1, exclude_max=True))
def test_truncated_weights_are_refused(model: Model, share: float) -> None:
    """Even where the sum was made to fit: LiteRT verifies the structure, and the process lives on."""
    content = model.content[: int(share * len(model.content))]
    manifest = dataclasses.replace(model.manifest, sha256=hashlib.sha256(content).hexdigest())
    with pytest.raises(UserError) as refused:
        Runner(Model(manifest, content, model.folder))
    assert refused.value.code == "bad-model"
