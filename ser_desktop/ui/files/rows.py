"""The rows of the files page: what there is, in which order, and how much of it is done."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.results import EMOTIONS
from ser_desktop.ui.files import words
from ser_desktop.ui.language import tr

_ENDED = frozenset({Stage.DONE, Stage.FAILED, Stage.CANCELLED})
_STAGE_ORDER = {stage: index for index, stage in enumerate(Stage)}


class Rows:
    """Jobs in the order in which they are shown."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._places: dict[int, int] = {}
        self._counts: Counter[Stage] = Counter()
        self._bytes = [0, 0]  # done, of all; whole ones, whose sum forgets what was taken away again

    def __len__(self) -> int:
        return len(self._jobs)

    def __getitem__(self, row: int) -> Job:
        return self._jobs[row]

    def all(self) -> tuple[Job, ...]:
        """Return all jobs, from the top."""
        return tuple(self._jobs)

    def row_of(self, number: int) -> int | None:
        """Return the row of a job, if it has one."""
        return self._places.get(number)

    def split(self, jobs: Iterable[Job]) -> tuple[list[Job], list[Job]]:
        """Return those that are new, and those that have a row; stretches of files have none."""
        new: list[Job] = []
        known: list[Job] = []
        for job in jobs:
            if job.span is None:
                (known if job.number in self._places else new).append(job)
        return new, known

    def append(self, jobs: Iterable[Job]) -> None:
        """Add rows at the end."""
        for job in jobs:
            self._places[job.number] = len(self._jobs)
            self._jobs.append(job)
            self._count(job, 1)

    def change(self, jobs: Iterable[Job]) -> list[tuple[int, int]]:
        """Put jobs in the place of what was known of them; return the rows that changed, as (first, last)."""
        touched = []
        for job in jobs:
            row = self._places[job.number]
            self._count(self._jobs[row], -1)
            self._count(job, 1)
            self._jobs[row] = job
            touched.append(row)
        return ranges(touched)

    def remove(self, first: int, last: int) -> None:
        """Take rows away."""
        for job in self._jobs[first : last + 1]:
            self._count(job, -1)
            del self._places[job.number]
        del self._jobs[first : last + 1]
        for row in range(first, len(self._jobs)):
            self._places[self._jobs[row].number] = row

    def keep(self, wanted: Callable[[Job], bool]) -> None:
        """Take all rows away but these, in one go."""
        kept = [job for job in self._jobs if wanted(job)]
        self._jobs, self._places, self._counts, self._bytes = [], {}, Counter(), [0, 0]
        self.append(kept)

    def sort(self, column: int, *, descending: bool) -> None:
        """Order by a column; what has no value comes last, equals stay as they were listed."""
        key = _KEYS[column]
        self._jobs.sort(key=lambda job: job.number)
        valued = [job for job in self._jobs if key(job) is not None]
        rest = [job for job in self._jobs if key(job) is None]
        valued.sort(key=key, reverse=descending)
        self._jobs = valued + rest
        self._places = {job.number: row for row, job in enumerate(self._jobs)}

    def count(self, *stages: Stage) -> int:
        """How many are in one of these stages."""
        return sum(self._counts[stage] for stage in stages)

    @property
    def busy(self) -> bool:
        """Whether anything waits or runs."""
        return self.count(Stage.WAITING, Stage.RUNNING) > 0

    @property
    def bytes_done(self) -> tuple[int, int]:
        """How many bytes are done, those of running ones in part, and how many there are in all."""
        return self._bytes[0], self._bytes[1]

    def _count(self, job: Job, sign: int) -> None:
        size = max(1, job.size_bytes)
        self._counts[job.stage] += sign
        self._bytes[0] += sign * (size if job.stage in _ENDED else int(size * job.share))
        self._bytes[1] += sign * size


class TimeLeft:
    """How long the rest takes, judged by the bytes done since the work began."""

    SETTLE_S = 2.0
    """So long nothing is said: the first moments tell of starting, not of working."""

    def __init__(self) -> None:
        self._began: tuple[float, int] | None = None

    def judge(self, done_bytes: int, all_bytes: int, now_s: float) -> float | None:
        """Return how many seconds are left; None while nobody can tell."""
        if done_bytes >= all_bytes:
            self._began = None
            return None
        if self._began is None or done_bytes < self._began[1]:
            self._began = (now_s, done_bytes)
        began_s, began_bytes = self._began
        gained = done_bytes - began_bytes
        if now_s - began_s < self.SETTLE_S or gained <= 0:
            return None
        return (all_bytes - done_bytes) * (now_s - began_s) / gained


def ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Join rows to stretches (first, last).

    Examples
    --------
    >>> ranges([5, 1, 2, 3])
    [(1, 3), (5, 5)]
    """
    joined: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if joined and joined[-1][1] == row - 1:
            joined[-1] = (joined[-1][0], row)
        else:
            joined.append((row, row))
    return joined


def summary(rows: Rows, left_s: float | None) -> str:
    """Say how many there are of which kind: "200 files · 187 done · 3 failed · 10 waiting"."""
    total, done = len(rows), rows.count(Stage.DONE)
    failed, cancelled = rows.count(Stage.FAILED), rows.count(Stage.CANCELLED)
    waiting = rows.count(Stage.WAITING, Stage.RUNNING)
    parts = [tr("1 file") if total == 1 else tr("{count} files", count=total), tr("{count} done", count=done)]
    if failed:
        parts.append(tr("{count} failed", count=failed))
    if cancelled:
        parts.append(tr("{count} cancelled", count=cancelled))
    if waiting:
        parts.append(tr("{count} waiting", count=waiting))
    if left_s is not None and math.isfinite(left_s):
        parts.append(words.left(left_s))
    return " · ".join(parts)


def _by_label(job: Job) -> Any:
    if job.analysis is None:
        return None
    prediction = job.analysis.prediction
    if prediction is None or prediction.label is None:
        return len(EMOTIONS) + (prediction is None)
    return EMOTIONS.index(prediction.label)


def _by_confidence(job: Job) -> Any:
    prediction = job.analysis.prediction if job.analysis else None
    return prediction.confidence if prediction is not None else None


_KEYS: tuple[Callable[[Job], Any], ...] = (
    lambda job: job.path.name.casefold(),
    lambda job: (_STAGE_ORDER[job.stage], words.state(job)),
    _by_label,
    _by_confidence,
    lambda job: job.duration_s or None,
)
