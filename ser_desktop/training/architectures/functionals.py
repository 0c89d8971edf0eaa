"""Functionals: what a stretch of frames is like as a whole, whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ser_desktop.training.architectures.network import Library

_TINY = 1e-4
_NONE = 1e-3  # a count of frames that is divided by: none are there
_BEYOND = 1e3  # any feature and cosine coefficient


@dataclass(frozen=True)
class Frames:
    """Features [B, T, F] and where they exist [B, T, 1], smoothed over three frames: single ones are noisy.

    Attributes
    ----------
    x
        Anything where a frame does not exist, as large as features are.
    voiced
        1 where the voice has a pitch in all three, else 0; None where nobody knows.
    """

    x: Any
    exists: Any
    voiced: Any | None


def smoothed(keras: Library, heard: Any, exists: Any, voiced: Any | None) -> Frames:
    """Mean of three frames at a time, all of them there; ``voiced`` [B, T, 1] is positive where it is."""
    exists = _all_three(exists)
    x = keras.layers.AveragePooling1D(3, strides=1)(heard)
    if voiced is not None:
        voiced = _all_three(keras.ops.maximum(keras.ops.sign(voiced), 0.0)) * exists
    return Frames(x, exists, voiced)


def statistics(keras: Library, frames: Frames, degree: int) -> list[Any]:
    """Say what each feature is like as a whole, statistic by statistic [B, 1, F].

    Mean, deviation, agility (of first and second power) and extremes; its contour up to ``degree``; where
    the voice is known, mean and deviation of voiced frames and of the others.
    """
    parts = [frames.exists]
    if frames.voiced is not None:
        parts += [frames.voiced, frames.exists - frames.voiced]
    sums = _sums(keras, [*parts, *polynomials(keras, frames.exists, degree)], frames.x)
    totals, shares = sums[: len(parts)], sums[len(parts) :]
    whole, *others = moments(keras, frames.x, parts, totals)
    count = _count(keras, frames.exists)
    contour = [share / count for share in shares]
    found = [*whole, *agility(keras, frames), *extremes(keras, frames), *contour]
    return [*found, *(statistic for pair in others for statistic in pair)]


def moments(keras: Library, x: Any, parts: Sequence[Any], totals: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Mean and deviation of each feature [B, 1, F] over each of ``parts`` of the frames, masks [B, T, 1].

    ``totals`` are the features' sums [B, 1, F] over each part. A deviation is measured from the mean of the
    first part and put right, so that frames are gone through once, however many parts there are.
    """
    ops = keras.ops
    middle = totals[0] / _count(keras, parts[0])
    squares = _sums(keras, parts, ops.square(x - middle))
    told = []
    for there, total, square in zip(parts, totals, squares, strict=True):
        number = ops.sum(there, 1, keepdims=True)
        mean = total / _count(keras, there)
        off = mean - middle
        own = square - off * (2.0 * (total - number * middle) - off * number)
        told.append((mean, ops.sqrt(ops.maximum(own / _count(keras, there), 0.0) + _TINY)))
    return told


def agility(keras: Library, frames: Frames) -> list[Any]:
    """How much each feature changes from frame to frame [B, 1, F]: the mean, and that of its square."""
    ops = keras.ops
    count = _count(keras, frames.exists)
    both = [frames.exists[:, 1:] * frames.exists[:, :-1]]
    change = frames.x[:, 1:] - frames.x[:, :-1]
    (steps,), (squares,) = _sums(keras, both, ops.abs(change)), _sums(keras, both, ops.square(change))
    return [steps / count, ops.sqrt(squares / count + _TINY)]


def extremes(keras: Library, frames: Frames) -> list[Any]:
    """Highest and lowest of each feature [B, 1, F]."""
    ops = keras.ops
    absent = (1.0 - frames.exists) * _BEYOND
    return [ops.max(frames.x - absent, 1, keepdims=True), ops.min(frames.x + absent, 1, keepdims=True)]


def polynomials(keras: Library, exists: Any, degree: int) -> list[Any]:
    """Legendre's polynomials 1 to ``degree`` of time [B, T, 1], 0 where no frame ``exists``.

    Time runs from -1 to 1 over what is there, so a feature's share of the first is its slope, of the second a
    bow. Polynomials of prosodic contours: Dehak, Dumouchel and Kenny (2007).
    """
    count = _count(keras, exists)
    time = (2.0 * (keras.ops.cumsum(exists, 1) - 0.5) / count - 1.0) * exists
    before, here = exists, time
    found = []
    for number in range(1, degree + 1):
        found.append(here)
        before, here = here, ((2 * number + 1) * time * here - number * before) / (number + 1)
    return found


def coupling(keras: Library, frames: Frames, like: tuple[Any, Any], lag: int) -> Any:
    """Correlation [B, G, G] of each feature of ``frames`` [B, T, G] with each other ``lag`` frames before it.

    ``like`` are their means and deviations [B, 1, G]. How well what the throat, the mouth and the breath do
    hangs together in time: delayed correlation, Williamson, Quatieri and others (2014).
    """
    mean, deviation = like
    apart = (frames.x - mean) / deviation * frames.exists
    products = keras.layers.Dot(axes=1, name="coupling")([apart[:, lag:], apart[:, :-lag]])
    return products / _count(keras, frames.exists)


def cosines(count: int, bands: int) -> Any:
    """DCT-II [bands, count], as of the cepstrum but for the level, which is larger by the root of two."""
    angles = np.arange(count)[None, :] * (np.arange(bands)[:, None] + 0.5) * np.pi / bands
    return (np.cos(angles) * np.sqrt(2 / bands)).astype(np.float32)


def _sums(keras: Library, weights: Sequence[Any], x: Any) -> list[Any]:
    """Sum over time of features [B, T, F], weighed by each of ``weights`` [B, T, 1]: each [B, 1, F].

    As one product of matrices, which goes through the features once for all of them.
    """
    side_by_side = weights[0] if len(weights) == 1 else keras.layers.Concatenate()(list(weights))
    totals = keras.layers.Dot(axes=1)([side_by_side, x])
    return [totals[:, number : number + 1] for number in range(len(weights))]


def _all_three(there: Any) -> Any:
    return there[:, :-2] * there[:, 1:-1] * there[:, 2:]


def _count(keras: Library, there: Any) -> Any:
    """Frames that are there [B, 1, 1]; never zero."""
    return keras.ops.sum(there, 1, keepdims=True) + _NONE
