"""Clips as the engine hands them over, without anybody having spoken."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from ser_desktop.results import (
    Analysis,
    Clip,
    Course,
    Gap,
    Origin,
    Phase,
    Prediction,
    Recording,
    Segment,
    Trace,
)
from tests.sounds import RATE_HZ, noise

BEGAN = datetime(2026, 11, 25, 15, 47, 2, tzinfo=UTC)


def origin(labels: tuple[str, ...]) -> Origin:
    """Return what made the results."""
    return Origin("0.1.0", "general", "General", "ab" * 32, labels, 3.0, 0.2, 0.45, 1.0)


def clip(seconds: float = 3.0, gaps: tuple[Gap, ...] = (), began: datetime = BEGAN) -> Clip:
    """Return a clip of noise."""
    return Clip(noise(seconds, 0.1), RATE_HZ, 0, "Blue Yeti", began, gaps)


def recording(
    said: Prediction | None,
    seconds: float = 3.0,
    labels: tuple[str, ...] = (),
    gaps: tuple[Gap, ...] = (),
) -> Recording:
    """Return a clip that is complete and sounds like ``said``; None where nobody spoke."""
    taken = clip(seconds, gaps)
    known = said.labels if said else labels
    columns = round(seconds * 100)
    rng = np.random.default_rng(1)
    shape = np.abs(np.sin(np.arange(columns) / 30)) * rng.uniform(0.5, 1.0, columns) * 0.5
    attention = np.exp(-(((np.arange(columns) - columns / 3) / 12) ** 2)).astype(np.float32)
    segments = (Segment(0.2, seconds - 0.3, said),) if said else ()
    answers = np.array([said.probabilities] if said else [], np.float32).reshape(-1, len(known))
    return Recording(
        Phase.DONE,
        seconds,
        recorded_s=seconds,
        clip=taken,
        analysis=Analysis(
            taken.source,
            seconds,
            origin(known),
            segments,
            Course(known, np.array([1.0] * len(answers)), answers, attention),
            said,
            began=taken.began,
            missing=taken.missing,
        ),
        trace=Trace(seconds, 0.01, np.stack([-shape, shape], axis=1).astype(np.float32), attention),
    )
