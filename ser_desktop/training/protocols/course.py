"""How far the folds are: one line with the time left, and a word about each that is done."""

from __future__ import annotations

import time
from collections.abc import Sequence

from rich.console import Console

from ser_desktop.training.evaluate import uar
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.protocols.jobs import Job, outcome
from ser_desktop.training.protocols.runner import run_jobs


def run_with_progress(jobs: Sequence[Job], at_once: int, console: Console) -> None:
    """Do all jobs that are not done, ``at_once`` at a time, and tell ``console`` of it."""
    left = [job for job in jobs if not job.done]
    if len(left) < len(jobs):
        console.print(f"{len(jobs) - len(left)} of {len(jobs)} folds were done before.")
    if not left:
        return
    began_s = time.monotonic()
    batches = dict.fromkeys((job.folder for job in left), 0)
    done: list[Job] = []

    with ProgressLine(console, "folds", sum(job.batches for job in left)) as progress:

        def on_batches(job: Job, count: int, note: str = "") -> None:
            batches[job.folder] = count
            progress.show(sum(batches.values()), note)

        def on_done(job: Job) -> None:
            done.append(job)
            rest_s = (time.monotonic() - began_s) / len(done) * (len(left) - len(done))
            on_batches(
                job,
                job.batches,
                f"{job.recipe.name}, {job.fold.name}, seed {job.seed}: UAR {_uar(job):.1f} %; "
                f"{len(done)} of {len(left)} folds, about {rest_s / 60:.0f} min left",
            )

        run_jobs(left, at_once, on_batches, on_done)


def _uar(job: Job) -> float:
    heard = outcome(job).answers
    return 100 * uar(heard.targets, heard.probabilities.argmax(1))
