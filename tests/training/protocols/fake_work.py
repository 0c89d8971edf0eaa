"""Work that trains nothing: what a job's child process does in tests of the runner."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.training.protocols.jobs import ANSWERS_FILE, Job

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")


def work(job: Job, on_batch: Callable[[int], None]) -> None:
    """Do what the name of the fold says; leave a trace of how many were at work at that moment."""
    at_work = job.place / "at work" / job.fold.name
    at_work.parent.mkdir(parents=True, exist_ok=True)
    at_work.touch()
    on_batch(1)
    if job.fold.name == "fails":
        raise UserError("too-loud", "This fold failed.", "As it was asked to.", "Ask for another.")
    if job.fold.name == "dies":
        os._exit(3)
    while job.fold.name == "endless":
        time.sleep(0.05)
    job.folder.mkdir(parents=True)
    told = [len(list(at_work.parent.iterdir())), *(os.environ[name] for name in THREADS)]
    (job.folder / ANSWERS_FILE).write_text(" ".join(map(str, told)), encoding="utf-8")
    on_batch(2)
    at_work.unlink()


def left(job: Job) -> list[str]:
    """Read what :func:`work` left: how many were at work, and for how many threads each library was set."""
    return Path(job.folder, ANSWERS_FILE).read_text(encoding="utf-8").split()
