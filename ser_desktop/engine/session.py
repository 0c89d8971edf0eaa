"""The log of what was decided live, from the first start on; numbers only, never sound."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.pipeline import Step
from ser_desktop.results import Analysis, Course, Float32, Missing, Segment

MOST_ANSWERS = 200_000
MOST_SEGMENTS = 100_000
"""What a session keeps, about 60 MB at most; it holds every answer of the first eleven hours of speech."""
MOST_MISSING = 10_000

_FIRST_ROWS = 1024
_SAME_S = 1e-6
_MIXED = "Model, voice or rules were changed on the way; told are the last ones."


@dataclass(frozen=True)
class Lately:
    """The last stretch of a session, as shown: ``course`` up to ``end_s``, seconds since it ``began``.

    Each answer speaks for the ``answer_s`` before it; ``began`` is None while nothing was listened to.
    ``missing`` tells where no sound came, in seconds of the session.
    """

    course: Course
    end_s: float
    answer_s: float
    began: datetime | None
    missing: tuple[Missing, ...] = ()


def _now() -> datetime:
    return datetime.now().astimezone()


class Session:
    """Keeps answers and utterances with the time that passed since the session ``began``.

    A session goes on over pauses: stream time stands still while nothing is listened to, this time does not.
    Where it gets too long, every second answer is forgotten and from then on only every second one kept, and
    so on: the whole of it can still be drawn. Of the utterances the oldest are forgotten.

    Where the microphone was gone is kept as well, as a span of time that went by, and where sound was lost.

    It also goes on with another model, voice or other rules, as long as the labels are the same; a report
    then tells what was in use last, and its note that there was something else before. With other labels it
    begins anew: answers in other words cannot stand in one table.

    ``resume``, ``lose``, ``skip``, ``stop``, ``use`` and ``take`` are called from the engine's thread, the
    others from any.

    Parameters
    ----------
    clock
        Seconds that only grow.
    now
        The time of day.
    """

    def __init__(
        self,
        hearing: Hearing,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
        most_answers: int = MOST_ANSWERS,
        most_segments: int = MOST_SEGMENTS,
    ) -> None:
        self._hearing = hearing
        self._clock = clock
        self._now = now
        self._most_answers = most_answers
        self._most_segments = most_segments
        self._lock = threading.Lock()
        self.clear()

    def clear(self) -> None:
        """Forget all; the session begins anew with the next decision."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        """Begin anew; the lock is held."""
        classes = len(self._hearing.labels)
        self._mixed = False
        self._answer_s = self._hearing.hop_s
        self.began: datetime | None = None
        self.changes = 0  # how many decisions ever came: whoever draws it sees whether there are new ones
        self._began_s = self._ahead_s = self._end_s = 0.0
        self._rows = self._answered = 0
        self._every = 1
        self._times_s = np.zeros(_FIRST_ROWS, np.float64)
        self._answers = np.zeros((_FIRST_ROWS, 2, classes), np.float32)  # the window's own, the smoothed
        self._segments: deque[Segment] = deque(maxlen=self._most_segments)
        self._missing: deque[Missing] = deque(maxlen=MOST_MISSING)
        self._gone_s: float | None = None  # since when nothing comes, where something should

    def resume(self, time_s: float) -> None:
        """Learn that the stream, at its time ``time_s``, is now: it has just begun, or goes on."""
        with self._lock:
            if self.began is None:
                self.began, self._began_s = self._now(), self._clock()
            self._note_loss()
            self._ahead_s = self._now_s() - time_s

    def lose(self, time_s: float) -> None:
        """Learn that from the stream's time ``time_s`` on nothing comes, until it is resumed."""
        with self._lock:
            if self.began is None:
                return
            self._gone_s = time_s + self._ahead_s
            if self._missing and self._missing[-1].end_s >= self._gone_s - _SAME_S:  # nothing came in between
                self._gone_s = self._missing.pop().start_s
            self.changes += 1

    def stop(self) -> None:
        """Learn that nothing is listened to any more: what comes no longer is not missing."""
        with self._lock:
            self._note_loss()

    def skip(self, time_s: float, lost_s: float) -> None:
        """Learn that at the stream's time ``time_s`` so much of it was lost."""
        with self._lock:
            if self.began is None:
                return
            at_s = time_s + self._ahead_s
            self._missing.append(Missing(at_s, at_s, lost_s))
            self.changes += 1

    def use(self, hearing: Hearing) -> None:
        """Learn what the decisions from now on are made with."""
        with self._lock:
            before, self._hearing = self._hearing, hearing
            if self.began is None or hearing.labels != before.labels:
                self._forget()
            elif hearing.choice != before.choice:
                self._mixed = True
                self._answer_s = max(self._answer_s, hearing.hop_s)  # so that those before leave no gaps

    def take(self, step: Step) -> None:
        """Take the next decision."""
        with self._lock:
            if self.began is None:  # cleared while it went on
                self.began, self._began_s = self._now(), self._clock()
                self._ahead_s = -step.time_s
            time_s = step.time_s + self._ahead_s
            self._end_s = max(self._end_s, time_s)
            if step.probabilities is not None and step.prediction is not None:
                if self._answered % self._every == 0:
                    self._keep(time_s, step.probabilities, step.prediction.probabilities)
                self._answered += 1
                self.changes += 1
            if step.segment is not None and step.segment.end_s + self._ahead_s > 0:
                self._segments.append(self._moved(step.segment))
                self.changes += 1

    def lately(self, length_s: float) -> Lately:
        """Return what was shown in the last ``length_s`` seconds of it."""
        with self._lock:
            labels = self._hearing.labels
            end_s, missing = self._end_missing()
            first = int(np.searchsorted(self._times_s[: self._rows], end_s - length_s))
            times_s = self._times_s[first : self._rows].copy()
            shown = self._answers[first : self._rows, 1].copy()
            answer_s, began = self._every * self._answer_s, self.began
        recent = tuple(one for one in missing if one.end_s >= end_s - length_s)
        return Lately(Course(labels, times_s, shown), end_s, answer_s, began, recent)

    def report(self, name: str, *, smoothed: bool = False) -> Analysis:
        """Return all that is kept, as of a recording; seconds count from ``began``.

        Its course holds each window's own answer, as that of a file does; with ``smoothed``, what was shown.
        """
        with self._lock:
            times_s = self._times_s[: self._rows].copy()
            probabilities = self._answers[: self._rows, int(smoothed)].copy()
            segments, began = tuple(self._segments), self.began
            end_s, missing = self._end_missing()
            hearing, note = self._hearing, _MIXED if self._mixed else ""
        return Analysis(
            name=name,
            duration_s=end_s,
            origin=hearing.origin,
            segments=segments,
            course=Course(hearing.labels, times_s, probabilities),
            prediction=hearing.overall(segments),
            began=began,
            note=note,
            missing=missing,
        )

    def _note_loss(self) -> None:
        """Let what is missing end here; the lock is held."""
        if self._gone_s is not None:
            self._end_s = self._now_s()
            self._missing.append(_span(self._gone_s, self._end_s))
            self._gone_s = None
            self.changes += 1

    def _now_s(self) -> float:
        return max(self._end_s, self._clock() - self._began_s)

    def _end_missing(self) -> tuple[float, tuple[Missing, ...]]:
        """Return how long it is, and where sound is missing, up to now."""
        if self._gone_s is None:
            return self._end_s, tuple(self._missing)
        now_s = self._now_s()
        return now_s, (*self._missing, _span(self._gone_s, now_s))

    def _moved(self, segment: Segment) -> Segment:
        start_s, end_s = segment.start_s + self._ahead_s, segment.end_s + self._ahead_s
        return replace(segment, start_s=max(0.0, start_s), end_s=end_s)

    def _keep(self, time_s: float, own: Float32, smoothed: Float32) -> None:
        if self._rows == self._most_answers:
            self._thin()
            if self._answered % self._every:
                return
        if self._rows == len(self._times_s):
            more = min(self._rows, self._most_answers - self._rows)
            self._times_s = np.concatenate([self._times_s, np.zeros(more)])
            room = np.zeros((more, *self._answers.shape[1:]), np.float32)
            self._answers = np.concatenate([self._answers, room])
        self._times_s[self._rows] = time_s
        self._answers[self._rows] = own, smoothed
        self._rows += 1

    def _thin(self) -> None:
        """Forget every second answer."""
        times_s, answers = self._times_s[: self._rows : 2].copy(), self._answers[: self._rows : 2].copy()
        self._rows = len(times_s)
        self._times_s[: self._rows], self._answers[: self._rows] = times_s, answers
        self._every *= 2


def _span(start_s: float, end_s: float) -> Missing:
    return Missing(start_s, end_s, end_s - start_s)
