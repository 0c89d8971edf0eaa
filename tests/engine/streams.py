"""Run sounds through the pipeline, and tell whether two runs decided the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import numpy as np

from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.features.silero import CHUNK_SAMPLES
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, Segment
from tests.sounds import RATE_HZ


def steps_of(runner: Runner, chunks: list[Float32], rate_hz: int = RATE_HZ) -> list[Step]:
    """Push chunks through a new pipeline, to the end of the stream."""
    return finished(Pipeline(runner, rate_hz), chunks)


def finished(pipeline: Pipeline, chunks: list[Float32]) -> list[Step]:
    """Push chunks through a pipeline, to the end of the stream."""
    return [*(step for chunk in chunks for step in pipeline.push(chunk)), *pipeline.flush()]


def segments_of(steps: list[Step]) -> list[Segment]:
    """Return the utterances that ended."""
    return [step.segment for step in steps if step.segment is not None]


def answers_of(steps: list[Step]) -> list[Step]:
    """Return the steps in which the model was asked."""
    return [step for step in steps if step.probabilities is not None]


def assert_same(first: Sequence[Step | Segment], second: Sequence[Step | Segment]) -> None:
    """Every decision is the same, to the last bit."""
    assert len(first) == len(second)
    for one, other in zip(first, second, strict=True):
        np.testing.assert_equal(asdict(one), asdict(other))


class ScriptedDetector:
    """Says what it was told to say, chunk by chunk; then silence. Stands in for the speech detector."""

    def __init__(self, probabilities: list[float]) -> None:
        self._probabilities = probabilities
        self._samples = 0

    def push(self, samples: Float32) -> list[float]:
        """Return one probability for each chunk completed."""
        before, self._samples = self._samples // CHUNK_SAMPLES, self._samples + len(samples)
        said = self._probabilities[before : self._samples // CHUNK_SAMPLES]
        return said + [0.0] * (self._samples // CHUNK_SAMPLES - before - len(said))

    def push_each(self, blocks: Float32) -> list[list[float]]:
        """Return what so many pushes give."""
        return [self.push(block) for block in blocks]


def scripted(runner: Runner, probabilities: list[float]) -> Pipeline:
    """Return a pipeline whose detector follows a script."""
    pipeline = Pipeline(runner, RATE_HZ)
    pipeline._detector = ScriptedDetector(probabilities)  # type: ignore[assignment]  # has the methods in use
    return pipeline
