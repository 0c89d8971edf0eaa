"""The window's recordings: a queue of thousands, worked off by a few processes, told as frozen states.

One thread hands out and listens; another, while there is something to look for, walks folders. Whoever asks
here waits for neither: every call only notes what is wanted, or takes what is known.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import wait
from pathlib import Path

from ser_desktop.audio.find import SUFFIXES, recordings
from ser_desktop.engine import faults
from ser_desktop.engine.filestates import Heard, Job, Stage, States
from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.worker import Report, Task, Worker
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model

__all__ = ["SUFFIXES", "FileJobs", "Heard", "Job", "Stage"]

_PATIENCE_S = 5.0  # then a process that does not stop is ended
_TICK_S = 1.0
_MOST_PROCESSES = 4  # each holds a model and 150 MB
_NO_MODEL = UserError("no-model", "There is no model.", "", "Install one, and start the program again.")


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
        self._setup = Setup(model) if model is not None else None
        self._processes = processes or max(1, min(_MOST_PROCESSES, (os.cpu_count() or 1) - 1))
        self._states = States(None if model is not None else no_model or _NO_MODEL)
        self._lock = threading.Lock()  # of what follows
        self._listed: set[str] = set()
        self._searches = 0
        self._closing = False
        self._bell, self._ring = Pipe(duplex=False)
        self._rung = False
        self._thread: threading.Thread | None = None
        self._workers: list[Worker] = []  # only the thread's

    @property
    def searching(self) -> bool:
        """Whether folders are still being walked."""
        return self._searches > 0

    def use(self, setup: Setup) -> None:
        """Analyse with another model, voice or other rules what is not begun yet.

        What was analysed stays as it is, and what is being analysed is finished as it began; each analysis
        tells its origin. What failed for want of a model can be tried again.

        Raises
        ------
        UserError
            The model cannot be run, or the voice belongs to another model; nothing has changed then.
        """
        setup.hearing()
        self._states.allow()
        self._setup = setup
        self._wake()

    def add(self, names: Iterable[Path]) -> None:
        """List the recordings that files and folders mean; one that is listed already is not listed twice."""
        names = list(names)
        with self._lock:
            self._searches += 1
        threading.Thread(target=self._search, args=(names,), name="files-search", daemon=True).start()

    def examine(self, path: Path, span: tuple[int, int]) -> int:
        """Analyse a stretch of a recording before all else; return the number by which it is known."""
        number = self._states.enter(path, span, 0)
        self._wake()
        return number

    def hurry(self, number: int) -> None:
        """Let a recording that waits be the next: somebody looks at it."""
        self._states.hurry(number)
        self._wake()

    def cancel(self, numbers: Iterable[int]) -> None:
        """Let those that wait or run end without a result."""
        self._states.change(
            numbers, {Stage.WAITING, Stage.RUNNING}, lambda job: replace(job, stage=Stage.CANCELLED)
        )
        self._wake()

    def retry(self, numbers: Iterable[int]) -> None:
        """Begin those anew that failed or were cancelled."""
        self._states.change(
            numbers,
            {Stage.FAILED, Stage.CANCELLED},
            lambda job: Job(job.number, job.path, job.span, _size(job.path), attempt=job.attempt + 1),
        )
        self._wake()

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget these, and end their work; nothing is told of them any more."""
        gone = self._states.remove(numbers)
        with self._lock:
            self._listed -= {_name(job.path) for job in gone if job.span is None}
        self._wake()

    def changed(self) -> tuple[Job, ...]:
        """Return, in the order they were listed, all that changed since this was last asked."""
        return self._states.changed()

    def heard(self, number: int) -> Heard | None:
        """Return what was heard so far of a recording that is being analysed; None if it is not."""
        return self._states.heard(number)

    def close(self) -> None:
        """End all work, now."""
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
                    self._states.enter(path, None, _size(path))
                    self._wake()
        finally:
            with self._lock:
                self._searches -= 1

    def _newly(self, path: Path) -> bool:
        with self._lock:
            new = _name(path) not in self._listed
            self._listed.add(_name(path))
        return new

    def _wake(self) -> None:
        """Let the thread look at what is wanted; start it where there is none."""
        with self._lock:
            if self._thread is None and self._setup is not None and not self._closing:
                self._thread = threading.Thread(target=self._main, name="files", daemon=True)
                self._thread.start()
            if not self._rung:
                self._rung = True
                self._ring.send_bytes(b"!")

    def _main(self) -> None:
        try:
            while not self._closing:
                self._stop_unwanted()
                self._hand_out()
                self._listen()
        finally:
            for worker in self._workers:
                worker.kill()

    def _hand_out(self) -> None:
        """Let processes do what waits, as far as there is room."""
        while (setup := self._setup) is not None:
            job = self._states.take(setup.model.manifest.labels, self._room)
            if job is None:
                return
            self._give(job, setup)

    def _room(self, urgent: bool) -> bool:  # noqa: FBT001 - States asks so
        return sum(worker.busy for worker in self._workers) < self._processes + urgent

    def _give(self, job: Job, setup: Setup) -> None:
        """Let a process that is idle do a job, or one more; one that hears by another setup goes."""
        for other in [one for one in self._workers if not one.busy and one.setup is not setup]:
            self._dismiss(other)
        worker = next((worker for worker in self._workers if not worker.busy), None)
        if worker is None:
            try:
                worker = Worker(setup)
            except OSError:  # the system starts no more processes
                self._states.report(job.key, Report(ended=True, error=faults.crashed(job.path)))
                return
            self._workers.append(worker)
        worker.give(job.key, Task(job.path, job.span))

    def _listen(self) -> None:
        """Wait for reports, or for somebody who wants something."""
        patience = _TICK_S if any(worker.stopping for worker in self._workers) else None
        ready = wait([self._bell, *(worker.connection for worker in self._workers)], patience)
        if self._bell in ready:
            self._bell.recv_bytes()
            with self._lock:
                self._rung = False
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._hear(worker)

    def _hear(self, worker: Worker) -> None:
        key, path = worker.key, worker.path
        try:
            report = worker.report()
        except EOFError:
            self._dismiss(worker)
            report = Report(ended=True, error=faults.crashed(path))
        self._states.report(key, report)

    def _stop_unwanted(self) -> None:
        """Stop what was cancelled; end a process that cannot even be told so."""
        for worker in [worker for worker in self._workers if worker.busy]:
            if not self._states.wanted(worker.key):
                worker.stop()
            if worker.stuck(_PATIENCE_S):
                self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.kill()


def _name(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - without following links


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
