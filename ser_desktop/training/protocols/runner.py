"""Jobs in child processes, some at once, each computing with one thread; what is done is not done again."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from ser_desktop.errors import UserError
from ser_desktop.training.extract import ctrl_c_ignored
from ser_desktop.training.protocols.jobs import Job, run

# Read when a library is loaded, so they have to be there when a child begins.
_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "XLA_PYTHON_CLIENT_PREALLOCATE": "false",  # several children share one accelerator
}


def run_jobs(
    jobs: Sequence[Job],
    at_once: int,
    on_batches: Callable[[Job, int], None],
    on_done: Callable[[Job], None],
    work: Callable[[Job, Callable[[int], None]], None] = run,
) -> None:
    """Do all jobs that are not done; ``on_batches`` hears how far each is, ``on_done`` of its end.

    Ctrl-C, or a job that fails, ends those at work; what they had reached is taken up by the next run.

    Raises
    ------
    UserError
        A job failed; what it says is what the job said.
    """
    waiting = [job for job in jobs if not job.done]
    running: dict[Connection, tuple[Job, BaseProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                job = waiting.pop(0)
                line, process = _start(job, work)
                running[line] = (job, process)
            ready = wait(running)
            for line in [line for line in running if line in ready]:
                job, process = running[line]
                if (batches := _hear(line)) is not None:
                    on_batches(job, batches)
                    continue
                del running[line]
                _end(job, process)
                on_done(job)
    finally:
        for _, process in running.values():
            process.terminate()
        for line, (_, process) in running.items():
            process.join()
            line.close()


def _start(job: Job, work: Callable[[Job, Callable[[int], None]], None]) -> tuple[Connection, BaseProcess]:
    """Begin a job in a child of its own, which frees all its memory when it ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(job, work, theirs), daemon=False)
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        with ctrl_c_ignored():  # inherited by the child
            process.start()
    finally:
        _restore(before)
    theirs.close()
    return ours, process


def _child(job: Job, work: Callable[[Job, Callable[[int], None]], None], line: Connection) -> None:
    """Do a job and tell of it: numbers of batches, or the fault that ended it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(BrokenPipeError):  # nobody listens any more: whoever started it was killed
        try:
            work(job, line.send)
        except UserError as error:
            line.send((error.code, error.title, error.detail, error.remedy))


def _hear(line: Connection) -> int | None:
    """Take one message of a job: how many batches are done; None at its end."""
    try:
        told: int | tuple[str, str, str, str] = line.recv()
    except EOFError:
        line.close()
        return None
    if isinstance(told, tuple):
        raise UserError(*told)
    return told


def _end(job: Job, process: BaseProcess) -> None:
    process.join()
    if not job.done:
        raise UserError(
            "job-died",
            f"The fold {job.fold.name} was cut short: its process ended with status {process.exitcode}.",
            "Perhaps the computer ran out of memory.",
            "Run the command again, perhaps with fewer --jobs; what was done is kept.",
        )


def _restore(environment: Mapping[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
