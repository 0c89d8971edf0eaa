"""What a stream sounded like over time, gathered from its decisions as they fall."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ser_desktop.engine.pipeline import Step
from ser_desktop.results import Course, Float32, Segment, Trace

_ROOM = 256  # answers; doubled whenever they are full


class CourseBuilder:
    """Keeps the answers, the utterances and, where a trace comes with them, the attention."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._labels = labels
        self._answers = 0
        self._times_s = np.zeros(_ROOM, np.float64)
        self._probabilities = np.zeros((_ROOM, len(labels)), np.float32)
        self._segments: list[Segment] = []
        self._attention = np.zeros(0, np.float32)
        self._columns = 0
        self._step_s = 0.01

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The utterances that ended so far."""
        return tuple(self._segments)

    def take(self, steps: Iterable[Step], trace: Trace | None = None) -> None:
        """Take the next decisions, and the last seconds as drawn.

        Traces must overlap by as much as a window still changes: its whole length.
        """
        for step in steps:
            if step.probabilities is not None:
                self._answer(step.time_s, step.probabilities)
            if step.segment is not None:
                self._segments.append(step.segment)
        if trace is not None:
            self._attend(trace)

    def course(self) -> Course:
        """Return what was gathered so far."""
        return Course(
            labels=self._labels,
            times_s=self._times_s[: self._answers].copy(),
            probabilities=self._probabilities[: self._answers].copy(),
            attention=self._attention[: self._columns].copy(),
            attention_step_s=self._step_s,
        )

    def _answer(self, time_s: float, probabilities: Float32) -> None:
        if self._answers == len(self._times_s):
            self._times_s = np.concatenate([self._times_s, np.zeros_like(self._times_s)])
            self._probabilities = np.concatenate([self._probabilities, np.zeros_like(self._probabilities)])
        self._times_s[self._answers] = time_s
        self._probabilities[self._answers] = probabilities
        self._answers += 1

    def _attend(self, trace: Trace) -> None:
        """Lay the newest columns over those that are there."""
        self._step_s = trace.step_s
        self._columns = round(trace.end_s / trace.step_s)
        if self._columns > len(self._attention):
            grown = np.zeros(2 * self._columns, np.float32)
            grown[: len(self._attention)] = self._attention
            self._attention = grown
        new = trace.attention[-self._columns :] if self._columns else trace.attention[:0]
        self._attention[self._columns - len(new) : self._columns] = new
