"""Where emotions lie between unpleasant and pleasant, calm and excited. No Qt here.

The positions are those that Russell and Mehrabian found when people described states by questionnaires:
J. A. Russell and A. Mehrabian, "Evidence for a three-factor theory of emotions", Journal of Research in
Personality 11 (1977), 273-294, the means of pleasure and arousal for "angry", "bored", "disgusted",
"fearful", "happy", "relaxed" (for a calm voice), "sad" and "surprised", each from -1 to 1. "Neutral" is the
middle of both scales by definition; the paper has no such term.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ser_desktop.results import Prediction

POSITIONS: dict[str, tuple[float, float]] = {
    "anger": (-0.51, 0.59),
    "boredom": (-0.65, -0.62),
    "disgust": (-0.60, 0.35),
    "fear": (-0.64, 0.60),
    "happiness": (0.81, 0.51),
    "neutral": (0.0, 0.0),
    "calm": (0.68, -0.46),
    "sadness": (-0.63, -0.27),
    "surprise": (0.40, 0.67),
}
"""Valence and arousal of each emotion, -1 to 1."""

TRAIL_S = 8.0


@dataclass(frozen=True)
class Place:
    """A point of the plane: valence from unpleasant to pleasant, arousal from calm to excited, -1 to 1."""

    valence: float
    arousal: float


def place_of(prediction: Prediction) -> Place:
    """Return the mean of the emotions' positions, each weighted by its probability.

    This says no more than the probabilities do: valence and arousal are not measured.
    """
    positions = np.array([POSITIONS[label] for label in prediction.labels])
    valence, arousal = prediction.probabilities.astype(np.float64) @ positions
    return Place(float(valence), float(arousal))


class Trail:
    """The places of the last eight seconds. Where nobody speaks it fades, and begins anew after that.

    Attributes
    ----------
    points
        Age in seconds and place, the oldest first; a None in between parts two utterances.
    """

    def __init__(self) -> None:
        self._points: deque[tuple[float, Place | None]] = deque()
        self._now_s = 0.0
        self._said: Prediction | None = None

    def advance(self, prediction: Prediction | None, elapsed_s: float) -> bool:
        """Let ``elapsed_s`` pass, then be at ``prediction``; tell whether there is anything to draw anew."""
        self._now_s += elapsed_s
        moved = prediction is not self._said
        if moved and prediction is not None:
            self._points.append((self._now_s, place_of(prediction)))
        elif moved and self._points:
            self._points.append((self._now_s, None))
        self._said = prediction
        had = bool(self._points)
        while len(self._points) > (prediction is not None) and self._now_s - self._points[0][0] > TRAIL_S:
            self._points.popleft()
        while self._points and self._points[0][1] is None:
            self._points.popleft()
        return moved or had

    @property
    def points(self) -> list[tuple[float, Place | None]]:
        """Ages and places, the oldest first."""
        return [(self._now_s - at_s, place) for at_s, place in self._points]

    @property
    def now(self) -> Place | None:
        """Where the voice is; None while nobody speaks."""
        return self._points[-1][1] if self._points and self._said is not None else None


def apart(points: Sequence[tuple[float, float]], distance: float) -> list[tuple[float, float]]:
    """Move points [n] away from each other, just so far that any two are ``distance`` apart, about."""
    moved = np.array(points, np.float64).reshape(-1, 2)
    for _ in range(50):
        between = moved[:, None] - moved[None]
        lengths = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(lengths, np.inf)
        lack = np.clip(distance - lengths, 0.0, None)
        if not lack.any():
            break
        moved += (between / np.maximum(lengths, 1e-9)[..., None] * lack[..., None]).sum(1) * 0.5
    return [(float(x), float(y)) for x, y in moved]
