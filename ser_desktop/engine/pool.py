"""Many recordings at once, in processes of this machine; what happens to one file happens to no other."""

from __future__ import annotations

import ctypes
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

from ser_desktop.engine.jobs import CancelledError, analyze_file
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # of malloc.h


@dataclass(frozen=True)
class Outcome:
    """What became of one recording: its analysis, or why there is none."""

    path: Path
    analysis: Analysis | None = None
    error: UserError | None = None


def analyze_each(model: Model, paths: Sequence[Path], jobs: int, *, course: bool = True) -> Iterator[Outcome]:
    """Analyse recordings, ``jobs`` at once, and yield each as it is done, in any order.

    One job works in this process, more have a process each, with the model in it. A file that a process dies
    of is told as such, and the others go on. Closing the iterator ends all work within seconds.
    ``course`` is as in :func:`analyze_file`.
    """
    if jobs > 1:
        return _in_processes(model, deque(paths), jobs, course=course)
    runner = Runner(model)
    return (outcome(runner, path, course=course) for path in paths)


def outcome(runner: Runner, path: Path, stop: Event | None = None, *, course: bool = True) -> Outcome:
    """Analyse one recording; a fault becomes words."""
    cancelled = stop.is_set if stop else lambda: False
    try:
        return Outcome(path, analyze_file(runner, path, course=course, cancelled=cancelled))
    except UserError as error:
        return Outcome(path, error=error)


def _in_processes(model: Model, waiting: deque[Path], jobs: int, *, course: bool) -> Iterator[Outcome]:
    while waiting:
        in_flight = yield from _round(model, waiting, jobs, course=course)
        for path in in_flight:  # each alone, so that the one a process died of is known
            if (yield from _round(model, deque([path]), 1, course=course)):
                yield Outcome(path, error=_deadly(path))


def _round(
    model: Model, waiting: deque[Path], jobs: int, *, course: bool
) -> Generator[Outcome, None, list[Path]]:
    """Work until nothing waits; if a process dies, return the files that were in flight."""
    context = get_context("spawn")  # a fork would share threads' locks, and is not to be had everywhere
    stop = context.Event()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(model, stop, course))
    flying: dict[Future[Outcome], Path] = {}
    try:
        while waiting or flying:
            while waiting and len(flying) < 2 * jobs:
                flying[pool.submit(_work, waiting[0])] = waiting[0]
                waiting.popleft()
            done, _ = wait(flying, return_when=FIRST_COMPLETED)
            for future in done:
                result = future.result()
                del flying[future]
                yield result
    except BrokenProcessPool:
        return list(flying.values()) or [waiting.popleft()]
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)
    return []


_runner: Runner
_stop: Event
_course: bool


def _begin(model: Model, stop: Event, course: bool) -> None:  # noqa: FBT001 - a pool passes no names
    """Make a new process ready; Ctrl-C, which reaches all processes of a terminal, is for the first one."""
    global _runner, _stop, _course  # a process of a pool has no other place for what it keeps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _keep_memory()
    _runner, _stop, _course = Runner(model), stop, course


def _keep_memory() -> None:
    """Let the C library keep the memory of large arrays for the next ones.

    By default glibc gives it back each time, and the system clears it anew: a quarter of all the work.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
        if mallopt is not None:
            mallopt(_M_MMAP_THRESHOLD, 32 << 20)
            mallopt(_M_TRIM_THRESHOLD, 256 << 20)


def _work(path: Path) -> Outcome:
    try:
        return outcome(_runner, path, _stop, course=_course)
    except CancelledError:
        return Outcome(path, error=UserError("cancelled", "{name} was not finished.", name=path.name))


def _deadly(path: Path) -> UserError:
    return UserError(
        "analysis-crashed",
        "{name} cannot be analysed.",
        "The process that read {path} died, twice.",
        "Convert it once, for example to WAV. If it is long, see that there is memory enough.",
        name=path.name,
        path=path,
    )
