"""What of a recording is seen, and what of it is selected; seconds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ser_desktop.ui.language import number

NEAREST_S = 0.02
"""The shortest stretch that fills a plot."""


@dataclass(frozen=True)
class Viewport:
    """The stretch of a recording of ``length_s`` that is seen: from ``start_s`` to ``end_s``."""

    length_s: float
    start_s: float
    end_s: float

    @classmethod
    def whole(cls, length_s: float) -> Viewport:
        """See all of it."""
        length_s = max(length_s, NEAREST_S)
        return cls(length_s, 0.0, length_s)

    @property
    def span_s(self) -> float:
        """How much is seen."""
        return self.end_s - self.start_s

    @property
    def is_whole(self) -> bool:
        """Whether all is seen."""
        return self.span_s >= self.length_s

    def zoomed(self, factor: float, at_s: float) -> Viewport:
        """Come nearer by ``factor`` (below 1: go away); ``at_s`` stays where it is seen."""
        span_s = min(max(self.span_s / factor, NEAREST_S), self.length_s)
        share = (at_s - self.start_s) / self.span_s
        return self._at(at_s - share * span_s, span_s)

    def moved(self, by_s: float) -> Viewport:
        """Look further on, or further back."""
        return self._at(self.start_s + by_s, self.span_s)

    def showing(self, start_s: float, end_s: float) -> Viewport:
        """See this stretch, as far as there is one."""
        return self._at(start_s, min(max(end_s - start_s, NEAREST_S), self.length_s))

    def following(self, time_s: float) -> Viewport:
        """Turn the page where ``time_s`` is no more seen."""
        if self.start_s <= time_s <= self.end_s:
            return self
        return self._at(time_s, self.span_s)

    def of_length(self, length_s: float) -> Viewport:
        """Take over how long the recording turned out to be; who saw all of it sees all of it."""
        if self.is_whole:
            return Viewport.whole(length_s)
        return replace(self, length_s=max(length_s, NEAREST_S)).moved(0.0)

    def _at(self, start_s: float, span_s: float) -> Viewport:
        span_s = min(span_s, self.length_s)
        start_s = min(max(0.0, start_s), self.length_s - span_s)
        return replace(self, start_s=start_s, end_s=start_s + span_s)


@dataclass(frozen=True)
class Selection:
    """A stretch between where it was begun and where it was led to; they may be in either order."""

    anchor_s: float
    edge_s: float

    @property
    def start_s(self) -> float:
        """The earlier end."""
        return min(self.anchor_s, self.edge_s)

    @property
    def end_s(self) -> float:
        """The later end."""
        return max(self.anchor_s, self.edge_s)

    @property
    def length_s(self) -> float:
        """How long it is."""
        return self.end_s - self.start_s


def ticks(start_s: float, end_s: float, most: int) -> list[tuple[float, str]]:
    """Return at most ``most`` times of a ruler between two seconds, and how each is written.

    Examples
    --------
    >>> ticks(0.0, 4.0, 5)
    [(0.0, '0 s'), (1.0, '1 s'), (2.0, '2 s'), (3.0, '3 s'), (4.0, '4 s')]
    """
    steps = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600)
    hours = (900, 1800, 3600, 7200, 14400, 43200, 86400, 172800)
    span_s = end_s - start_s
    step_s = next((step for step in (*steps, *hours) if span_s / step <= max(1, most - 1)), 604800)
    first = -(-start_s // step_s)
    last = math.floor(end_s / step_s + 1e-6)
    marks = [mark * step_s for mark in range(int(first), last + 1)]
    return [(mark, _written(mark, step_s)) for mark in marks]


def _written(time_s: float, step_s: float) -> str:
    digits = 0 if step_s >= 1 else 1 if step_s >= 0.1 else 2 if step_s >= 0.01 else 3
    if time_s < 60 and step_s < 60:
        return f"{number(time_s, digits)} s"
    minutes, rest = divmod(round(time_s, 3), 60)
    hours, minutes = divmod(int(minutes), 60)
    second = number(rest, digits).rjust(3 + digits if digits else 2, "0")
    return f"{hours}:{minutes:02}:{second}" if hours else f"{minutes}:{second}"
