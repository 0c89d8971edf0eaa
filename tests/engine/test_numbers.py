"""Bad numbers through the real pipeline: finite answers or a refusal in words, never a silent wrong answer.

NumPy's warnings are errors here: an overflow on the way would show.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from ai_edge_litert.schema_py_generated import TensorType
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.ring import Ring
from ser_desktop.engine.jobs import analyze_file, analyze_samples
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, State
from tests.engine.streams import answers_of, assert_same, finished, segments_of, steps_of
from tests.inference.flatbuffer import changed
from tests.sounds import RATE_HZ, noise, pieces, silence

LOUD = np.float32(9.9e9)
SMALLEST = np.float32(1e-45)
SPEECH_S = 3.2


def full_scale_square(hz: float, seconds: float, rate_hz: int = RATE_HZ) -> Float32:
    """Return a square wave [n] between the two ends of the scale."""
    half_periods = np.floor(np.arange(round(seconds * rate_hz)) * 2 * hz / rate_hz)
    return np.where(half_periods % 2 == 0, 1, -1).astype(np.float32)


NO_SPEECH = {
    **{f"a square of {hz} Hz": full_scale_square(hz, 2.0) for hz in (1, 50, 110, 220, 1_000, 4_000, 7_999)},
    "DC at full scale": np.ones(2 * RATE_HZ, np.float32),
    "DC beyond it": np.full(2 * RATE_HZ, -LOUD),
    "from end to end of what is taken": np.where(np.arange(2 * RATE_HZ) % 2, LOUD, -LOUD).astype(np.float32),
    "the smallest numbers": np.full(2 * RATE_HZ, SMALLEST),
    "noise of the smallest numbers": np.float32(1e-38) * noise(2.0, 1e-3),
    "the smallest and the largest": np.where(np.arange(2 * RATE_HZ) % 2, SMALLEST, LOUD),
    "NaN": np.full(2 * RATE_HZ, np.nan, np.float32),
    "infinity of both signs": np.where(np.arange(2 * RATE_HZ) % 3, np.inf, -np.inf).astype(np.float32),
    "zeros below zero": np.full(2 * RATE_HZ, -0.0, np.float32),
}


@pytest.fixture(scope="module")
def speech(demo: Float32) -> Float32:
    """Return the demo's first sentence [n], a little room before it."""
    return demo[round(1.2 * RATE_HZ) : round((1.2 + SPEECH_S) * RATE_HZ)]


def assert_numbers(pipeline: Pipeline, steps: list[Step]) -> None:
    """All that is told of a stream is a number within its bounds."""
    told = [step.probabilities for step in steps if step.probabilities is not None]
    told += [step.prediction.probabilities for step in steps if step.prediction is not None]
    told += [segment.prediction.probabilities for segment in segments_of(steps)]
    for probabilities in told:
        assert ((probabilities >= 0) & (probabilities <= 1)).all()
        assert probabilities.sum() == pytest.approx(1, abs=1e-4)
    trace, level = pipeline.trace(), pipeline.level
    assert np.isfinite(trace.envelope).all()
    assert ((trace.attention >= 0) & (trace.attention <= 1)).all()
    assert all(map(math.isfinite, (level.peak_dbfs, level.rms_dbfs, level.zeros_s)))
    times_s = [step.time_s for step in steps]
    assert times_s == sorted(times_s)


@pytest.mark.parametrize("rate_hz", [8_000, RATE_HZ, 44_100])
@pytest.mark.parametrize("sound", NO_SPEECH.values(), ids=NO_SPEECH)
def test_what_no_mouth_can_say_gets_no_answer(runner: Runner, sound: Float32, rate_hz: int) -> None:
    """Squares, DC, NaN, the ends of the scale of numbers: "no speech", at any rate, and all finite."""
    pipeline = Pipeline(runner, rate_hz)
    steps = finished(pipeline, [sound])
    assert_numbers(pipeline, steps)
    assert {step.state for step in steps} == {State.NO_SPEECH}
    assert not answers_of(steps)


BADLY: dict[str, Callable[[Float32], Float32]] = {
    "NaN": lambda part: np.full_like(part, np.nan),
    "infinity": lambda part: np.full_like(part, np.inf),
    "every third sample NaN": lambda part: np.where(np.arange(len(part)) % 3, part, np.nan),
    "the largest": lambda part: np.full_like(part, LOUD),
    "beyond the largest": lambda part: np.full_like(part, -3e38),
    "the smallest": lambda part: part * SMALLEST,
    "DC": lambda part: part + np.float32(0.7),
    "clipped": lambda part: np.clip(100 * part, -1, 1),
    "a square": lambda part: np.where(part < 0, -1, 1).astype(np.float32),
    "as integers": lambda part: np.round(part * 32_768),
}


@st.composite
def spoiled(draw: st.DrawFn) -> list[tuple[float, float, str]]:
    """Draw where a recording is spoiled, in parts of its length, and how."""
    spans = st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from(sorted(BADLY)))
    return draw(st.lists(spans, min_size=1, max_size=4))


def spoil(speech: Float32, spans: list[tuple[float, float, str]]) -> Float32:
    """Spoil a copy, one span after the other."""
    made = speech.copy()
    for *ends, kind in spans:
        start, end = sorted(round(at * len(made)) for at in ends)
        with np.errstate(over="ignore", invalid="ignore"):  # it is what comes of it that counts
            made[start:end] = BADLY[kind](made[start:end])
    return made


@settings(max_examples=12)
@given(spans=spoiled())
def test_speech_with_anything_in_it_stays_finite(
    runner: Runner, speech: Float32, spans: list[tuple[float, float, str]]
) -> None:
    """Speech, spoiled here and there, in odd chunks: what is told is finite, and the same as at once."""
    made = spoil(speech, spans)
    pipeline = Pipeline(runner, RATE_HZ)
    steps = finished(pipeline, pieces(made, [1, 0, 4_321, 2, 17_000]))
    assert_numbers(pipeline, steps)
    assert_same(steps, steps_of(runner, [made]))


@pytest.mark.soak
def test_much_speech_with_anything_in_it_stays_finite(
    runner: Runner, speech: Float32, measured: Callable[[str], None]
) -> None:
    """The same a thousand times, at the rates of microphones."""
    answers = 0

    @settings(max_examples=1_000, database=None)
    @given(spans=spoiled(), rate_hz=st.sampled_from([8_000, 16_000, 44_100, 48_000]))
    def spoil_often(spans: list[tuple[float, float, str]], rate_hz: int) -> None:
        nonlocal answers
        pipeline = Pipeline(runner, rate_hz)
        steps = finished(pipeline, [spoil(speech, spans)])
        assert_numbers(pipeline, steps)
        answers += len(answers_of(steps))

    spoil_often()
    assert answers > 1_000
    measured(f"1000 spoiled recordings, {answers} answers, all of them finite and summing to one")


def test_a_bad_sample_is_a_silent_one(runner: Runner, speech: Float32) -> None:
    """Exactly: no filter keeps it, no frame after it knows of it."""
    where = np.random.default_rng(3).integers(0, len(speech), 300)
    silent, broken = speech.copy(), speech.copy()
    silent[where] = 0
    broken[where] = np.resize(np.array([np.nan, np.inf, -np.inf, 3e38], np.float32), 300)
    assert_same(steps_of(runner, [broken]), steps_of(runner, [silent]))


def test_sample_by_sample(runner: Runner, speech: Float32) -> None:
    """A driver that hands over one sample at a time gets the answers of the whole."""
    short = speech[: round(1.3 * RATE_HZ)]
    one_by_one = steps_of(runner, list(short.reshape(-1, 1)))
    assert answers_of(one_by_one)
    assert_same(one_by_one, steps_of(runner, [short]))


@pytest.mark.parametrize("scale", [1e-2, 32_768.0, 2.0**31, 9e9])
def test_the_unit_of_amplitude_does_not_matter(runner: Runner, speech: Float32, scale: float) -> None:
    """Integers stored as floats, at any full scale: the same utterance, the same answer."""
    (plain,) = segments_of(steps_of(runner, [speech]))
    (scaled,) = segments_of(steps_of(runner, [np.float32(scale) * speech]))
    assert scaled.start_s == pytest.approx(plain.start_s, abs=0.1)
    assert scaled.prediction.label == plain.prediction.label
    np.testing.assert_allclose(scaled.prediction.probabilities, plain.prediction.probabilities, atol=0.05)


@pytest.mark.parametrize("offset", [-0.5, 0.01, 0.1, 0.3])
def test_speech_beside_dc_is_heard(runner: Runner, speech: Float32, offset: float) -> None:
    """A cheap microphone adds DC: the utterance is found where it is, and named the same."""
    (plain,) = segments_of(steps_of(runner, [speech]))
    (beside,) = segments_of(steps_of(runner, [speech + np.float32(offset)]))
    assert beside.start_s == pytest.approx(plain.start_s, abs=0.2)
    assert beside.end_s == pytest.approx(plain.end_s, abs=0.2)
    assert beside.prediction.label == plain.prediction.label


@settings(max_examples=10)
@given(
    blocks=st.lists(st.integers(1, 6_000), min_size=1, max_size=40),
    reads=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_a_lapped_reader_hears_what_is_left_and_counts_the_rest(
    runner: Runner, speech: Float32, blocks: list[int], reads: list[bool]
) -> None:
    """A quarter second of ring, an engine that comes late: the answer is that of what was not overwritten."""
    ring, capacity = Ring(RATE_HZ // 4), RATE_HZ // 4
    live, kept = Pipeline(runner, RATE_HZ), []
    steps: list[Step] = []
    read = written = 0
    for block, now in zip(pieces(speech, blocks), [*reads, True], strict=False):
        ring.write(block)
        written += len(block)
        if now:
            steps += live.push(ring.read())
            kept.append(speech[max(read, written - capacity) : written])
            read = written
    steps += [*live.push(ring.read()), *live.flush()]
    kept.append(speech[max(read, written - capacity) : written])
    heard = np.concatenate(kept)
    assert ring.lost_samples == written - len(heard)
    assert_same(steps, steps_of(runner, [heard]))
    assert_numbers(live, steps)


@pytest.mark.parametrize(
    ("bad", "share"), [(np.nan, 1e-3), (np.inf, 1e-3), (-3e38, 1e-3), (np.nan, 0.5)], ids=str
)
def test_a_dropped_file_with_bad_numbers_says_so(
    runner: Runner, speech: Float32, tmp_path: Path, bad: float, share: float
) -> None:
    """A float WAV with NaN inside: the answer of the file with silence there, and a note."""
    where = np.random.default_rng(4).random(len(speech)) < share
    broken, silent = speech.copy(), speech.copy()
    broken[where], silent[where] = bad, 0
    path = tmp_path / "broken.wav"
    soundfile.write(path, broken, RATE_HZ, subtype="FLOAT")
    heard = analyze_file(runner, path)
    assert "no numbers" in heard.note
    expected = analyze_samples(runner, silent, RATE_HZ, path.name)
    assert heard.label == expected.label
    assert_same(heard.segments, expected.segments)


@pytest.mark.parametrize("stereo", [False, True])
@pytest.mark.parametrize("span", [None, (8_000, 24_000)])
def test_a_file_without_a_number_is_refused(
    runner: Runner, tmp_path: Path, span: tuple[int, int] | None, *, stereo: bool
) -> None:
    """Not "no speech": nobody knows what was said. So too of a part that was chosen."""
    samples = np.full((2 * RATE_HZ, 1 + stereo), np.nan, np.float32)
    samples[:8_000] = 0.1 if span else np.inf
    path = tmp_path / "nothing.wav"
    soundfile.write(path, samples, RATE_HZ, subtype="FLOAT")
    with pytest.raises(UserError, match="damaged") as refused:
        analyze_file(runner, path, span=span)
    assert refused.value.code == "damaged-audio"
    assert "number" in refused.value.detail


def test_a_channel_without_a_number_is_not_the_whole_file(
    runner: Runner, speech: Float32, tmp_path: Path
) -> None:
    """The other one is heard, and the note tells."""
    path = tmp_path / "half.wav"
    soundfile.write(path, np.stack([speech, np.full_like(speech, np.nan)], 1), RATE_HZ, subtype="FLOAT")
    heard = analyze_file(runner, path)
    assert len(heard.segments) == 1
    assert "no numbers" in heard.note


def test_silence_is_no_damage(runner: Runner, tmp_path: Path) -> None:
    """A muted recording holds numbers: zeros. It is answered without a note."""
    path = tmp_path / "muted.wav"
    soundfile.write(path, silence(2.0), RATE_HZ, subtype="FLOAT")
    heard = analyze_file(runner, path)
    assert (heard.label, heard.note) == ("no speech", "")


def spoiled_model(model: Model, value: float) -> Model:
    """Return the model with a value in place of the biases of its last layers."""

    def spoil_weights(inside: Any) -> None:
        (graph,) = inside.subgraphs
        last = [tensor for tensor in graph.tensors if list(tensor.shape) == [len(model.manifest.labels)]]
        biases = [
            tensor
            for tensor in last
            if tensor.type == TensorType.FLOAT32 and inside.buffers[tensor.buffer].data is not None
        ]
        assert biases
        for tensor in biases:
            inside.buffers[tensor.buffer].data = np.full(tensor.shape, value, np.float32).view(np.uint8)

    return changed(model, spoil_weights)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf], ids=str)
def test_a_models_nonsense_is_refused_and_is_no_damage_of_the_file(
    model: Model, speech: Float32, tmp_path: Path, value: float
) -> None:
    """Weights that give NaN: the recording is whole, it is the model that is named."""
    path = tmp_path / "whole.wav"
    soundfile.write(path, np.concatenate([silence(4.0), speech]), RATE_HZ)
    nonsense = Runner(spoiled_model(model, value))
    with pytest.raises(UserError) as refused:
        analyze_file(nonsense, path)
    assert refused.value.code == "bad-answer"
    assert model.manifest.title in refused.value.detail


@pytest.mark.parametrize("sum_to", [0.0, 0.5, 7.0])
def test_an_answer_that_is_no_probabilities_is_refused(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, sum_to: float
) -> None:
    """A network without its softmax: divided by their sum, any numbers would look like an answer."""
    read, probabilities = (
        runner._interpreter.get_tensor,
        runner._outputs[runner.manifest.tensors.probabilities],
    )

    def unnormalised(number: int) -> Float32:
        values: Float32 = read(number)
        return values * np.float32(sum_to) if number == probabilities else values

    monkeypatch.setattr(runner._interpreter, "get_tensor", unnormalised)
    with pytest.raises(UserError) as refused:
        runner.predict(np.zeros((300, runner.manifest.spec.features), np.float32))
    assert refused.value.code == "bad-answer"
