"""A process that analyses recordings for the window, one after the other, and the window's hold on it.

What runs there cannot hold this process's interpreter, and what it dies of leaves the window standing.
"""

from __future__ import annotations

import logging
import os
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from ser_desktop.engine import faults
from ser_desktop.engine.hearing import Hearing, Setup
from ser_desktop.engine.jobs import CancelledError, Progress, analyze_file
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis

_log = logging.getLogger(__name__)

_TELL_EVERY_S = 0.1
_NICENESS = 5  # the window and the microphone go first


@dataclass(frozen=True)
class Task:
    """A recording to analyse, or its samples from ``span[0]`` up to ``span[1]`` alone."""

    path: Path
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Report:
    """What was heard since the last report; with ``ended`` the last one, with how it ended.

    An ended one without analysis and without error was told to stop. ``trace`` tells where this program is at
    fault.
    """

    progress: tuple[Progress, ...] = ()
    ended: bool = False
    analysis: Analysis | None = None
    error: UserError | None = None
    trace: str = ""


class Worker:
    """The process, as one thread of the window's process sees it. Starting it waits until it runs."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        context = get_context("spawn")  # a fork would share threads' locks, and is not to be had everywhere
        self.connection, there = context.Pipe()
        self._process = context.Process(target=_main, args=(there, setup), name="files", daemon=True)
        self._process.start()
        there.close()
        self.key: tuple[int, int] | None = None
        self.path = Path()
        self._stop_asked_s: float | None = None

    @property
    def busy(self) -> bool:
        """Whether it has a task that it did not end."""
        return self.key is not None

    @property
    def stopping(self) -> bool:
        """Whether it was told to stop its task, and has not yet."""
        return self._stop_asked_s is not None

    def give(self, key: tuple[int, int], task: Task) -> None:
        """Let it do ``task``, known as ``key``."""
        self.key, self.path = key, task.path
        self._send(task)

    def stop(self) -> None:
        """Tell it to stop its task; it does within moments."""
        if self._stop_asked_s is None:
            self._stop_asked_s = time.monotonic()
            self._send(None)

    def stuck(self, patience_s: float) -> bool:
        """Tell whether it was told to stop and did not for so long: a disk that does not answer."""
        return self._stop_asked_s is not None and time.monotonic() - self._stop_asked_s > patience_s

    def report(self) -> Report:
        """Return its next report, waiting for it; raise :class:`EOFError` where the process died."""
        try:
            report: Report = self.connection.recv()
        except OSError as error:
            raise EOFError from error
        if report.trace:  # in its own process nobody keeps a log
            _log.error("A fault of this program at “%s”\n%s", self.path, report.trace)
        if report.ended:
            self.key = self._stop_asked_s = None
        return report

    def kill(self) -> None:
        """End the process now; it only ever reads."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _send(self, order: Task | None) -> None:
        try:
            self.connection.send(order)
        except OSError:
            _log.debug("A worker is gone; its end is noticed where its reports are read")


def _main(window: Connection, setup: Setup) -> None:
    """Do what comes, until the window's end of the line is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the window
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    try:
        hearing = setup.hearing()
        while True:
            task: Task | None = window.recv()
            if task is not None:  # None: a task was to stop that had ended by itself
                window.send(_done(hearing, task, window))
    except (EOFError, OSError):
        return


def _done(hearing: Hearing, task: Task, window: Connection) -> Report:
    """Do a task; every fault becomes words."""
    told = _Told(window.send)
    try:
        analysis = analyze_file(
            hearing.runner,
            task.path,
            rules=hearing.rules,
            span=task.span,
            on_progress=told.hear,
            cancelled=lambda: window.poll() and window.recv() is None,
        )
    except CancelledError:
        return Report(ended=True)
    except UserError as error:
        return Report(ended=True, error=error)
    except (EOFError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other files go on
        return Report(ended=True, error=faults.internal(task.path, error), trace=traceback.format_exc())
    return Report(told.rest(), ended=True, analysis=analysis)


class _Told:
    """Gathers progress, so that it is told some times a second and not hundreds."""

    def __init__(self, send: Callable[[Report], None]) -> None:
        self._send = send
        self._gathered: list[Progress] = []
        self._told_s = 0.0

    def hear(self, progress: Progress) -> None:
        """Take the next, and tell if it is time."""
        self._gathered.append(progress)
        now_s = time.monotonic()
        if now_s - self._told_s >= _TELL_EVERY_S:
            self._told_s = now_s
            self._send(Report(self.rest()))

    def rest(self) -> tuple[Progress, ...]:
        """Return what was not told yet."""
        rest, self._gathered = tuple(self._gathered), []
        return rest
