"""Functionals: what a stretch of frames is like as a whole, whatever its length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ser_desktop.training.architectures.network import Library

_TINY = 1e-4
_NONE = 1e-3  # a count of frames that is divided by: none are there


@dataclass(frozen=True)
class Frames:
    """Features [B, T, F] and where they exist [B, T, 1], smoothed over three frames: single ones are noisy.

    Attributes
    ----------
    x
        Zero where a frame does not exist.
    voiced
        1 where the voice has a pitch in all three, else 0; None where nobody knows.
    """

    x: Any
    exists: Any
    voiced: Any | None


def smoothed(keras: Library, heard: Any, exists: Any, voiced: Any | None) -> Frames:
    """Mean of three frames at a time, all of them there; ``voiced`` [B, T, 1] is positive where it is."""
    exists = _all_three(exists)
    x = (heard[:, :-2] + heard[:, 1:-1] + heard[:, 2:]) / 3.0 * exists
    if voiced is not None:
        voiced = _all_three(keras.ops.maximum(keras.ops.sign(voiced), 0.0)) * exists
    return Frames(x, exists, voiced)


def distribution(keras: Library, frames: Frames) -> list[Any]:
    """Mean, deviation, agility (of first and second power) and extremes of each feature [B, 1, F]."""
    ops = keras.ops
    x, exists = frames.x, frames.exists
    count = _count(keras, exists)
    change = (x[:, 1:] - x[:, :-1]) * exists[:, 1:] * exists[:, :-1]
    absent = (1.0 - exists) * 1e2
    return [
        *moments(keras, x, exists),
        ops.sum(ops.abs(change), 1, keepdims=True) / count,
        ops.sqrt(ops.sum(ops.square(change), 1, keepdims=True) / count + _TINY),
        ops.max(x - absent, 1, keepdims=True),
        ops.min(x + absent, 1, keepdims=True),
    ]


def moments(keras: Library, x: Any, there: Any) -> list[Any]:
    """Mean and deviation of each feature [B, 1, F] over the frames that are ``there`` [B, T, 1]."""
    ops = keras.ops
    count = _count(keras, there)
    mean = ops.sum(x * there, 1, keepdims=True) / count
    squares = ops.sum(ops.square((x - mean) * there), 1, keepdims=True)
    return [mean, ops.sqrt(squares / count + _TINY)]


def contour(keras: Library, frames: Frames, degree: int) -> list[Any]:
    """How each feature goes along: its share [B, 1, F] of Legendre's polynomials 1 to ``degree`` of time.

    Time runs from -1 to 1 over what is there, so the first is the slope, the second a bow. Polynomials
    of prosodic contours: Dehak, Dumouchel and Kenny (2007).
    """
    ops = keras.ops
    count = _count(keras, frames.exists)
    time = (2.0 * (ops.cumsum(frames.exists, 1) - 0.5) / count - 1.0) * frames.exists
    before, here = frames.exists, time
    shares = []
    for number in range(1, degree + 1):
        shares.append(ops.sum(frames.x * here, 1, keepdims=True) / count)
        before, here = here, ((2 * number + 1) * time * here - number * before) / (number + 1)
    return shares


def coupling(keras: Library, x: Any, exists: Any, lag: int) -> Any:
    """Correlation [B, G, G] of each feature of [B, T, G] with each other ``lag`` frames before it.

    How well what the throat, the mouth and the breath do hangs together in time: delayed correlation,
    Williamson, Quatieri and others (2014).
    """
    mean, deviation = moments(keras, x, exists)
    apart = (x - mean) / deviation * exists
    products = keras.layers.Dot(axes=1, name="coupling")([apart[:, lag:], apart[:, :-lag]])
    return products / _count(keras, exists)


def cosines(count: int, bands: int) -> Any:
    """DCT-II [bands, count], as of the cepstrum but for the level, which is larger by the root of two."""
    angles = np.arange(count)[None, :] * (np.arange(bands)[:, None] + 0.5) * np.pi / bands
    return (np.cos(angles) * np.sqrt(2 / bands)).astype(np.float32)


def _all_three(there: Any) -> Any:
    return there[:, :-2] * there[:, 1:-1] * there[:, 2:]


def _count(keras: Library, there: Any) -> Any:
    """Frames that are there [B, 1, 1]; never zero."""
    return keras.ops.sum(there, 1, keepdims=True) + _NONE
