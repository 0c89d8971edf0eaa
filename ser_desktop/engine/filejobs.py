"""The window's recordings: a queue of thousands, worked off by a few processes, told as frozen states.

One thread hands out and listens; another, while there is something to look for, walks folders. Whoever asks
here waits for neither: every call only notes what is wanted, or takes what is known.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import wait
from pathlib import Path

from ser_desktop.audio.find import recordings
from ser_desktop.engine import faults
from ser_desktop.engine.course import CourseBuilder
from ser_desktop.engine.worker import Report, Task, Worker
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.results import Analysis, Course, Segment

_PATIENCE_S = 5.0  # then a process that does not stop is ended
_TICK_S = 1.0
_MOST_PROCESSES = 4  # each holds a model and 150 MB


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

    With ``span`` it is a stretch of a recording that somebody selected, samples from the first number up to the
    second; such a job is in no list.
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


class FileJobs:
    """Recordings that wait, run and are done; the first call for one starts the work.

    Parameters
    ----------
    model
        None where there is none: then every recording fails with ``no_model``.
    processes
        How many work at once. One more starts for what somebody waits for, so that it need not wait.
    """

    def __init__(
        self, model: Model | None, *, no_model: UserError | None = None, processes: int | None = None
    ) -> None:
        self._model = model
        self._no_model = no_model
        self._processes = processes or max(1, min(_MOST_PROCESSES, (os.cpu_count() or 1) - 1))
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._jobs: dict[int, Job] = {}
        self._listed: set[str] = set()
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._urgent: set[int] = set()
        self._changed: dict[int, Job] = {}
        self._heard: dict[int, CourseBuilder] = {}
        self._searches = 0
        self._closing = False
        self._bell, self._ring = Pipe(duplex=False)
        self._rung = False
        self._workers: list[Worker] = []  # only the thread's
        self._thread: threading.Thread | None = None

    @property
    def searching(self) -> bool:
        """Whether folders are still being walked."""
        return self._searches > 0

    def add(self, names: Iterable[Path]) -> None:
        """List the recordings that files and folders mean; one that is listed already is not listed twice."""
        names = list(names)
        with self._lock:
            self._searches += 1
        threading.Thread(target=self._search, args=(names,), name="files-search", daemon=True).start()

    def examine(self, path: Path, span: tuple[int, int]) -> int:
        """Analyse a stretch of a recording before all else; return the number by which it is known."""
        return self._enter(path, span)

    def hurry(self, number: int) -> None:
        """Let a recording that waits be the next: somebody looks at it."""
        with self._lock:
            if number in self._waiting:
                self._waiting.move_to_end(number, last=False)
                self._urgent.add(number)
        self._wake()

    def cancel(self, numbers: Iterable[int]) -> None:
        """Let those that wait or run end without a result."""
        self._each(numbers, {Stage.WAITING, Stage.RUNNING}, lambda job: replace(job, stage=Stage.CANCELLED))

    def retry(self, numbers: Iterable[int]) -> None:
        """Begin those anew that failed or were cancelled."""

        def anew(job: Job) -> Job:
            return Job(job.number, job.path, job.span, _size(job.path), attempt=job.attempt + 1)

        self._each(numbers, {Stage.FAILED, Stage.CANCELLED}, anew)

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget these, and end their work; nothing is told of them any more."""
        with self._lock:
            for number in numbers:
                job = self._jobs.pop(number, None)
                self._forget(number)
                self._changed.pop(number, None)
                if job is not None and job.span is None:
                    self._listed.discard(_key(job.path))
        self._wake()

    def changed(self) -> tuple[Job, ...]:
        """Return, in the order they were listed, all that changed since this was last asked."""
        with self._lock:
            changed, self._changed = self._changed, {}
        return tuple(sorted(changed.values(), key=lambda job: job.number))

    def heard(self, number: int) -> Heard | None:
        """Return what was heard of a recording that is being analysed; None if it is not."""
        with self._lock:
            builder = self._heard.get(number)
            return Heard(builder.course(), builder.segments) if builder is not None else None

    def close(self) -> None:
        """End all work, now."""
        with self._lock:
            self._closing = True
        self._wake()
        if self._thread is not None:
            self._thread.join()

    def _search(self, names: list[Path]) -> None:
        try:
            for path in recordings(names):
                if self._closing:
                    return
                if self._newly(path):
                    self._enter(path, None)
        finally:
            with self._lock:
                self._searches -= 1

    def _newly(self, path: Path) -> bool:
        with self._lock:
            key = _key(path)
            new = key not in self._listed
            self._listed.add(key)
        return new

    def _enter(self, path: Path, span: tuple[int, int] | None) -> int:
        job = Job(next(self._numbers), path, span, _size(path))
        with self._lock:
            self._put(job)
            if span is not None and job.number in self._waiting:
                self._waiting.move_to_end(job.number, last=False)
                self._urgent.add(job.number)
        self._wake()
        return job.number

    def _each(self, numbers: Iterable[int], stages: set[Stage], change: Callable[[Job], Job]) -> None:
        with self._lock:
            for number in numbers:
                job = self._jobs.get(number)
                if job is not None and job.stage in stages:
                    self._put(change(job))
        self._wake()

    def _put(self, job: Job) -> None:
        """Note how a job stands now; the lock is held."""
        if job.stage is Stage.WAITING and self._model is None:
            job = replace(job, stage=Stage.FAILED, error=self._no_model)
        self._jobs[job.number] = self._changed[job.number] = job
        if job.stage is Stage.WAITING:
            self._waiting[job.number] = None
        elif job.stage is not Stage.RUNNING:
            self._forget(job.number)

    def _forget(self, number: int) -> None:
        self._waiting.pop(number, None)
        self._urgent.discard(number)
        self._heard.pop(number, None)

    def _wake(self) -> None:
        """Let the thread look at what is wanted; start it where there is none."""
        with self._lock:
            if self._thread is None and self._jobs and not self._closing and self._model is not None:
                self._thread = threading.Thread(target=self._main, name="files", daemon=True)
                self._thread.start()
            if not self._rung:
                self._rung = True
                self._ring.send_bytes(b"!")

    def _main(self) -> None:
        try:
            while not self._closing:
                self._stop_unwanted()
                while (job := self._take()) is not None:
                    self._give(job)
                self._listen()
        finally:
            for worker in self._workers:
                worker.kill()

    def _take(self) -> Job | None:
        """Take the next job, if a process may have it."""
        busy = sum(worker.busy for worker in self._workers)
        with self._lock:
            number = next(iter(self._waiting), None)
            if number is None or busy >= self._processes + (number in self._urgent):
                return None
            job = replace(self._jobs[number], stage=Stage.RUNNING)
            self._forget(number)
            self._heard[number] = CourseBuilder(self._known_model.manifest.labels)
            self._put(job)
        return job

    def _give(self, job: Job) -> None:
        key = (job.number, job.attempt)
        try:
            self._idle().give(key, Task(job.path, job.span))
        except OSError:  # the system starts no more processes
            self._note(key, lambda job: replace(job, stage=Stage.FAILED, error=faults.crashed(job.path)))

    def _idle(self) -> Worker:
        worker = next((worker for worker in self._workers if not worker.busy), None)
        if worker is None:
            worker = Worker(self._known_model)
            self._workers.append(worker)
        return worker

    @property
    def _known_model(self) -> Model:
        assert self._model is not None  # noqa: S101 - the thread only starts with one
        return self._model

    def _listen(self) -> None:
        """Wait for reports, or for somebody who wants something."""
        lines = {worker.connection: worker for worker in self._workers}
        patience = _TICK_S if any(worker.stopping for worker in self._workers) else None
        for line in wait([self._bell, *lines], patience):
            if line is self._bell:
                self._bell.recv_bytes()
                with self._lock:
                    self._rung = False
            else:
                self._hear(next(worker for known, worker in lines.items() if known is line))

    def _hear(self, worker: Worker) -> None:
        key = worker.key
        try:
            report = worker.report()
        except EOFError:
            self._workers.remove(worker)
            worker.kill()
            self._note(key, lambda job: replace(job, stage=Stage.FAILED, error=faults.crashed(job.path)))
        else:
            self._note(key, lambda job: self._after(job, report))

    def _note(self, key: object, change: Callable[[Job], Job]) -> None:
        """Change the job that a process has, unless nobody wants it any more."""
        with self._lock:
            job = self._wanted(key)
            if job is not None:
                self._put(change(job))

    def _after(self, job: Job, report: Report) -> Job:
        """How a job stands after a report; the lock is held."""
        for progress in report.progress:
            self._heard[job.number].take(progress.steps, progress.trace)
            job = replace(job, done_s=progress.done_s, duration_s=progress.duration_s)
        if report.analysis is not None:
            length_s = report.analysis.duration_s
            return replace(job, stage=Stage.DONE, analysis=report.analysis, duration_s=length_s)
        if report.error is not None:
            return replace(job, stage=Stage.FAILED, error=report.error)
        return job

    def _wanted(self, key: object) -> Job | None:
        """Return the job that a process has, if it is still to be done; the lock is held."""
        if not isinstance(key, tuple):
            return None
        number, attempt = key
        job = self._jobs.get(number)
        running = job is not None and job.stage is Stage.RUNNING and job.attempt == attempt
        return job if running else None

    def _stop_unwanted(self) -> None:
        """Stop what was cancelled; end a process that cannot even be told so."""
        for worker in [worker for worker in self._workers if worker.busy]:
            with self._lock:
                wanted = self._wanted(worker.key) is not None
            if not wanted:
                worker.stop()
            if worker.stuck(_PATIENCE_S):
                self._workers.remove(worker)
                worker.kill()


def _key(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - without following links


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
