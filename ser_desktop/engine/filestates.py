"""How each recording of the window's queue stands, and which is next. Threads may ask and tell at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ser_desktop.engine.course import CourseBuilder
from ser_desktop.engine.worker import Report
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis, Course, Segment


class Stage(StrEnum):
    """How far a recording is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Job:
    """One recording in the queue, as it stands. ``duration_s`` is by its header until it is done.

    With ``span`` it is a stretch of a recording that somebody selected, samples from the first number up to
    the second; such a job is in no list. ``attempt`` counts how often it was begun anew.
    """

    number: int
    path: Path
    span: tuple[int, int] | None = None
    size_bytes: int = 0
    stage: Stage = Stage.WAITING
    done_s: float = 0.0
    duration_s: float = 0.0
    analysis: Analysis | None = None
    error: UserError | None = None
    attempt: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """Which attempt at which recording."""
        return self.number, self.attempt

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        if self.stage in {Stage.DONE, Stage.FAILED}:
            return 1.0
        return min(1.0, self.done_s / self.duration_s) if self.duration_s > 0 else 0.0


@dataclass(frozen=True)
class Heard:
    """What was heard of a recording so far."""

    course: Course
    segments: tuple[Segment, ...]


class States:
    """The jobs by number; what changed is kept until somebody asks.

    Parameters
    ----------
    refusal
        Why nothing can be analysed; every job that is to wait fails with it. None where it can.
    """

    def __init__(self, refusal: UserError | None) -> None:
        self._refusal = refusal
        self._lock = threading.Lock()
        self._last = 0
        self._jobs: dict[int, Job] = {}
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._urgent: set[int] = set()
        self._changed: dict[int, Job] = {}
        self._heard: dict[int, CourseBuilder] = {}

    def allow(self) -> None:
        """Refuse nothing any more."""
        with self._lock:
            self._refusal = None

    def enter(self, path: Path, span: tuple[int, int] | None, size_bytes: int) -> int:
        """Let a recording wait; a stretch of one before all others. Return its number."""
        with self._lock:
            self._last += 1
            self._put(Job(self._last, path, span, size_bytes))
            if span is not None:
                self._put_first(self._last)
            return self._last

    def hurry(self, number: int) -> None:
        """Let one that waits be the next."""
        with self._lock:
            self._put_first(number)

    def change(self, numbers: Iterable[int], stages: set[Stage], change: Callable[[Job], Job]) -> None:
        """Change those of these jobs that are in one of these stages."""
        with self._lock:
            for number in numbers:
                job = self._jobs.get(number)
                if job is not None and job.stage in stages:
                    self._put(change(job))

    def remove(self, numbers: Iterable[int]) -> list[Job]:
        """Forget jobs, and return them; nothing is told of them any more."""
        with self._lock:
            gone = [job for number in numbers if (job := self._jobs.pop(number, None)) is not None]
            for job in gone:
                self._forget(job.number)
                self._changed.pop(job.number, None)
        return gone

    def changed(self) -> tuple[Job, ...]:
        """Return, in the order they came, all that changed since this was last asked."""
        with self._lock:
            changed, self._changed = self._changed, {}
        return tuple(sorted(changed.values(), key=lambda job: job.number))

    def heard(self, number: int) -> Heard | None:
        """Return what was heard so far of one that is being analysed; None if it is not."""
        with self._lock:
            builder = self._heard.get(number)
            return Heard(builder.course(), builder.segments) if builder is not None else None

    def take(self, labels: tuple[str, ...], room: Callable[[bool], bool]) -> Job | None:
        """Let the next one run, by a model with these labels, if there is room.

        ``room`` is told whether somebody waits for it.
        """
        with self._lock:
            number = next(iter(self._waiting), None)
            if number is None or not room(number in self._urgent):
                return None
            job = replace(self._jobs[number], stage=Stage.RUNNING)
            self._forget(number)
            self._heard[number] = CourseBuilder(labels)
            self._put(job)
        return job

    def wanted(self, key: tuple[int, int] | None) -> bool:
        """Whether this attempt is still to be done."""
        with self._lock:
            return self._running(key) is not None

    def report(self, key: tuple[int, int] | None, report: Report) -> None:
        """Take over what a process reports of an attempt, unless nobody wants it any more."""
        with self._lock:
            job = self._running(key)
            if job is None:
                return
            for progress in report.progress:
                self._heard[job.number].take(progress.steps, progress.trace)
                job = replace(job, done_s=progress.done_s, duration_s=progress.duration_s)
            if report.analysis is not None:
                length_s = report.analysis.duration_s
                job = replace(job, stage=Stage.DONE, analysis=report.analysis, duration_s=length_s)
            elif report.error is not None:
                job = replace(job, stage=Stage.FAILED, error=report.error)
            self._put(job)

    def _running(self, key: tuple[int, int] | None) -> Job | None:
        """Return the job of an attempt, if it is still to be done; the lock is held."""
        job = self._jobs.get(key[0]) if key is not None else None
        running = job is not None and job.key == key and job.stage is Stage.RUNNING
        return job if running else None

    def _put(self, job: Job) -> None:
        """Note how a job stands now; the lock is held."""
        if job.stage is Stage.WAITING and self._refusal is not None:
            job = replace(job, stage=Stage.FAILED, error=self._refusal)
        self._jobs[job.number] = self._changed[job.number] = job
        if job.stage is Stage.WAITING:
            self._waiting[job.number] = None
        elif job.stage is not Stage.RUNNING:
            self._forget(job.number)

    def _put_first(self, number: int) -> None:
        if number in self._waiting:
            self._waiting.move_to_end(number, last=False)
            self._urgent.add(number)

    def _forget(self, number: int) -> None:
        self._waiting.pop(number, None)
        self._urgent.discard(number)
        self._heard.pop(number, None)
