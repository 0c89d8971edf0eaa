"""What training speakers may sound like to a model: made up, for tests."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from ser_desktop.inference.reference import Matrix, Reference

_SCALES = (1.0, 1.5, 0.3, 0.5)  # of speakers, clips, and of both in calm speech


def covariance(classes: int, seed: int, scale: float = 1.0, rank: int | None = None) -> NDArray[np.float64]:
    """Make a covariance [C, C] that lets ``rank`` directions vary; all where that is not told."""
    some = np.random.default_rng(seed).normal(0, scale, (classes if rank is None else rank, 2 * classes))
    axes = np.linalg.qr(np.random.default_rng(seed + 1).normal(0, 1, (classes, classes)))[0]
    spread = axes[:, : len(some)] @ some
    return np.asarray(spread @ spread.T / (2 * classes))


def matrix(values: NDArray[np.float64]) -> Matrix:
    """Write a matrix as a manifest holds it: five decimals."""
    return tuple(tuple(row) for row in np.round(values, 5).tolist())


def a_reference(classes: int, seed: int = 0) -> Reference:
    """Make one of speakers whose opinions, as a model's do, sum to zero."""
    rng = np.random.default_rng(seed)
    off = np.eye(classes) - 1 / classes
    speech, calm = (tuple(np.round(off @ rng.normal(0, 0.5, classes), 5).tolist()) for _ in range(2))
    speakers, clips, calm_speakers, calm_clips = (
        matrix(off @ covariance(classes, seed + at, scale) @ off) for at, scale in enumerate(_SCALES)
    )
    return Reference(speech, calm, speakers, clips, calm_speakers, calm_clips)


@st.composite
def references(draw: st.DrawFn, classes: int) -> Reference:
    """Draw any valid one of so many classes."""
    average = st.lists(st.floats(-99, 99), min_size=classes, max_size=classes).map(tuple)
    spread = st.builds(
        covariance, st.just(classes), st.integers(0, 99), st.floats(0, 3), st.integers(0, classes)
    ).map(matrix)
    return draw(st.builds(Reference, average, average, spread, spread, spread, spread))
