"""A recording, from its file to what it sounded like, through the pipeline that listens live."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ser_desktop.audio.files import AudioFile
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.inference.runner import Runner
from ser_desktop.inference.smoothing import decide
from ser_desktop.results import Analysis, Prediction, Segment


def analyze_file(runner: Runner, path: Path) -> Analysis:
    """Analyse a recording of any length in bounded memory; raise :class:`UserError` if it is not readable."""
    with AudioFile(path) as file:
        pipeline = Pipeline(runner, file.rate_hz)
        pushed = (pipeline.push(block) for block in file.blocks())
        segments = [segment for steps in pushed for segment in _segments(steps)]
    segments += _segments(pipeline.flush())
    prediction = overall(runner, segments)
    return Analysis(path, pipeline.time_s, runner.manifest.name, tuple(segments), prediction)


def _segments(steps: Sequence[Step]) -> list[Segment]:
    return [step.segment for step in steps if step.segment is not None]


def overall(runner: Runner, segments: Sequence[Segment]) -> Prediction | None:
    """Return the mean over segments, each weighing as long as it lasted; None where nobody spoke."""
    if not segments:
        return None
    weights = [segment.end_s - segment.start_s for segment in segments]
    probabilities = [segment.prediction.probabilities for segment in segments]
    mean = np.average(probabilities, axis=0, weights=weights).astype(np.float32)
    return decide(runner.manifest.labels, mean, runner.manifest.unsure_below)
