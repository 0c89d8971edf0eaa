"""The picture of the last seconds: no sample drawn twice or left out, attention where it belongs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from ser_desktop.engine.pipeline import Pipeline
from ser_desktop.engine.trace import TraceBuilder
from ser_desktop.features.windows import level_db
from ser_desktop.inference.calibration import Adaptation
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.results import Float32
from tests.engine.streams import ScriptedDetector
from tests.sounds import RATE_HZ, chunk_sizes, noise, pieces

COLUMN = 160


def built(chunks: list[Float32], length_s: float = 1.0) -> TraceBuilder:
    """Push chunks into a new picture of a hundred columns."""
    builder = TraceBuilder(RATE_HZ, COLUMN, length_s)
    for chunk in chunks:
        builder.push(chunk)
    return builder


@given(sizes=chunk_sizes())
def test_the_envelope_is_that_of_the_samples(sizes: list[int]) -> None:
    """Each column holds the least and the greatest of its own samples, whatever chunks they came in."""
    sound = noise(1.7, 0.1)
    trace = built(pieces(sound, sizes)).trace()
    columns = sound[: len(sound) // COLUMN * COLUMN].reshape(-1, COLUMN)[-100:]
    np.testing.assert_array_equal(trace.envelope, np.stack([columns.min(1), columns.max(1)], axis=1))
    assert trace.end_s == pytest.approx(1.7)
    assert trace.step_s == 0.01


def test_before_it_is_full_the_picture_is_empty_on_the_left() -> None:
    """A stream that has just begun stands at the right edge."""
    sound = noise(0.3, 0.1)
    trace = built([sound]).trace()
    assert trace.envelope.shape == (100, 2)
    assert not trace.envelope[:70].any()
    assert trace.envelope[70:].any(axis=1).all()


def test_attention_lies_where_it_was_paid() -> None:
    """Each step covers its own columns, with its peak at one; steps without weight change nothing."""
    builder = built([noise(2.0, 0.1)])
    builder.attend(150, np.array([0.0, 0.2, 0.8], np.float32), 10)
    builder.attend(150, np.array([0.0, 0.0, 1.0], np.float32), 5)
    expected = np.zeros(100, np.float32)
    expected[30:40], expected[40:50] = 0.25, 1.0
    np.testing.assert_allclose(builder.trace().attention, expected)


def test_attention_moves_with_the_sound() -> None:
    """It scrolls as the samples do, and what lies outside the picture is not drawn at its other end."""
    builder = built([noise(1.0, 0.1)])
    builder.attend(100, np.ones(1, np.float32), 10)
    builder.push(noise(0.5, 0.1))
    np.testing.assert_array_equal(np.flatnonzero(builder.trace().attention), np.arange(40, 50))
    builder.push(noise(0.55, 0.1))
    np.testing.assert_array_equal(np.flatnonzero(builder.trace().attention), [])
    builder.attend(60, np.ones(2, np.float32), 10)
    np.testing.assert_array_equal(np.flatnonzero(builder.trace().attention), [])


@pytest.mark.parametrize("attention", [np.zeros(5, np.float32), np.zeros(0, np.float32)])
def test_no_attention_is_none(attention: Float32) -> None:
    """A model without attention, or a window without frames, leaves the picture as it is."""
    builder = built([noise(1.0, 0.1)])
    builder.attend(100, attention, 10)
    assert not builder.trace().attention.any()


def test_a_picture_handed_out_stays_as_it_is() -> None:
    """The window draws it while the engine goes on."""
    builder = built([noise(1.0, 0.1)])
    trace = builder.trace()
    envelope, attention = trace.envelope.copy(), trace.attention.copy()
    builder.attend(100, np.ones(3, np.float32), 10)
    builder.push(noise(0.3, 0.5))
    np.testing.assert_array_equal(trace.envelope, envelope)
    np.testing.assert_array_equal(trace.attention, attention)


class Spotlight(Runner):
    """The model, but all its attention falls on the loudest frame."""

    def predict(self, frames: Float32, adaptation: Adaptation | None = None) -> Answer:
        """Answer, and point."""
        answer = super().predict(frames, adaptation)
        attention = answer.attention
        recent = frames[-self.manifest.window_frames :]
        at = self.manifest.window_frames - len(recent) + int(level_db(recent, self.manifest.spec).argmax())
        pointed = np.zeros_like(attention)
        pointed[at * len(attention) // self.manifest.window_frames] = 1
        return answer._replace(attention=pointed)


@pytest.mark.parametrize("column", [150, 151, 152, 170])
@pytest.mark.parametrize("rate_hz", [RATE_HZ, 48_000])
def test_attention_stands_over_the_sound_that_drew_it(runner: Runner, column: int, rate_hz: int) -> None:
    """A bang of one column, the network attends to its frame: both lie at the same place in the picture."""
    pipeline = Pipeline(_spotlight(runner), rate_hz)
    # Somebody speaks from shortly before the bang on, so that every window holds it.
    pipeline._detector = ScriptedDetector([0.0] * 50 + [1.0] * 40)  # type: ignore[assignment]  # has its methods
    per_column = rate_hz // 100
    sound = noise(2.6 * rate_hz / RATE_HZ, 1e-4)
    sound[column * per_column : (column + 1) * per_column] += noise(0.03, 0.5)[:per_column]
    pipeline.push(sound)
    pipeline.flush()
    trace = pipeline.trace()
    drawn = int(np.abs(trace.envelope).max(axis=1).argmax())
    assert drawn == len(trace.envelope) - 260 + column
    attended = np.flatnonzero(trace.attention)
    # A step covers some columns, the windows' steps begin at different ones, and each covers the bang's.
    beside = runner.manifest.window_frames // runner.manifest.attention_steps - 1
    assert drawn in attended
    assert drawn - beside <= attended.min() <= attended.max() <= drawn + beside


def _spotlight(runner: Runner) -> Spotlight:
    pointing = Spotlight.__new__(Spotlight)
    vars(pointing).update(vars(runner))
    return pointing
