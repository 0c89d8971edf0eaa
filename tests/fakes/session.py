"""A session's log that a test fills."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from ser_desktop.engine.session import Lately
from ser_desktop.results import Analysis, Course, Missing, Prediction, Segment
from tests.fakes.clips import BEGAN, origin


class FakeLog:
    """Fulfils the window's SessionLog protocol; ``say`` adds answers."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.changes = 0
        self.asked = 0
        self.began: datetime | None = None
        self.end_s = 0.0
        self.labels = labels
        self.missing: tuple[Missing, ...] = ()
        self._times_s: list[float] = []
        self._said: list[Prediction] = []

    def say(self, said: Prediction, start_s: float, end_s: float) -> None:
        """Let somebody speak for a while, with an answer every 0.2 s."""
        self.began = BEGAN
        for time_s in np.arange(start_s + 0.2, end_s + 0.1, 0.2):
            self._times_s.append(float(time_s))
            self._said.append(said)
            self.changes += 1
        self.end_s = end_s

    def lately(self, length_s: float) -> Lately:
        """Return the answers of the last seconds."""
        self.asked += 1
        times_s = np.array(self._times_s, np.float64)
        kept = times_s >= self.end_s - length_s
        course = Course(self.labels, times_s[kept], self._answers()[kept])
        return Lately(course, self.end_s, 0.2, self.began, self.missing)

    def report(self, name: str, *, smoothed: bool = False) -> Analysis:
        """Return all of it, as one utterance."""
        assert not smoothed
        said = tuple(Segment(self._times_s[0], self.end_s, one) for one in self._said[:1])
        course = Course(self.labels, np.array(self._times_s, np.float64), self._answers())
        first = self._said[0] if self._said else None
        return Analysis(name, self.end_s, origin(self.labels), said, course, first, began=self.began)

    def _answers(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        rows = [one.probabilities for one in self._said]
        return np.array(rows, np.float32).reshape(-1, len(self.labels))
