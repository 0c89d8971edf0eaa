"""A recording, from its file to what it sounded like, through the pipeline that listens live."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ser_desktop.audio.files import AudioFile
from ser_desktop.engine.pipeline import Pipeline
from ser_desktop.inference.runner import Runner
from ser_desktop.inference.smoothing import decide
from ser_desktop.results import Analysis, Prediction, Segment


def analyze_file(runner: Runner, path: Path) -> Analysis:
    """Analyse a recording of any length in bounded memory; raise :class:`UserError` if it is not readable."""
    with AudioFile(path) as file:
        pipeline = Pipeline(runner, file.rate_hz)
        steps = [step for block in file.blocks() for step in pipeline.push(block)]
    steps += pipeline.flush()
    segments = tuple(step.segment for step in steps if step.segment is not None)
    return Analysis(path, pipeline.time_s, runner.manifest.name, segments, overall(runner, segments))


def overall(runner: Runner, segments: Sequence[Segment]) -> Prediction | None:
    """Return the mean over segments, each weighing as long as it lasted; None where nobody spoke."""
    if not segments:
        return None
    weights = [segment.end_s - segment.start_s for segment in segments]
    probabilities = [segment.prediction.probabilities for segment in segments]
    mean = np.average(probabilities, axis=0, weights=weights).astype(np.float32)
    return decide(runner.manifest.labels, mean, runner.manifest.unsure_below)
