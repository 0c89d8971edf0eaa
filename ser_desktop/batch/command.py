"""``ser-desktop analyze``: which recordings, by whom, printed or saved, and what to say in the end."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ser_desktop.audio.find import recordings
from ser_desktop.batch.progress import ProgressLine
from ser_desktop.batch.run import Summary, Work, placed, run
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.pool import Outcome, analyze_each
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import EMOTIONS, State
from ser_desktop.terminal import analysis_data, analysis_text

_MOST_FAULTS = 20  # told in the end; the table has them all


def carry_out(arguments: Namespace, model: Model) -> int:
    """Analyse the recordings that are named; 1 if any could not be, after the others were."""
    names = list(_names(arguments.files))
    paths = list(recordings(names))
    if not paths:
        raise UserError(
            "no-recordings",
            "There is no recording to analyse.",
            f"Looked in {', '.join(map(str, names)) or 'an empty list'}.",
            "Name files, folders with sound files in them, or patterns in quotes.",
        )
    work = _work(arguments, model, len(paths))
    if arguments.out is None:
        if arguments.resume or arguments.format:
            raise UserError(
                "no-out",
                "Where to save is not said.",
                remedy="Say it: --out DIR. Without it, results are printed.",
            )
        return _print_each(paths, work, as_json=arguments.json)
    found = placed(paths, names)
    form = arguments.format or "csv"
    origin = Hearing(Runner(model)).origin
    with ProgressLine(sys.stderr, len(found), sum(one.size_bytes for one in found)) as line:
        try:
            summary = run(
                found,
                work,
                arguments.out,
                form,
                origin,
                resume=arguments.resume,
                on_done=lambda one: line.step(one.size_bytes),
            )
        except KeyboardInterrupt:
            print("\nStopped. The same command with --resume goes on.", file=sys.stderr)
            return 1
    print("\n".join(told(summary)))
    return 1 if summary.failed else 0


def _work(arguments: Namespace, model: Model, files: int) -> Work:
    """Return who does the work: a cluster, or processes of this machine."""
    if arguments.dask is None:
        jobs = arguments.jobs or (_cores() if arguments.out else 1)
        course = arguments.out is not None  # what is printed does not tell it
        return partial(analyze_each, model, jobs=min(jobs, files), course=course)
    if getattr(sys, "frozen", False):
        raise UserError(
            "no-cluster-here",
            "This packaged program cannot work on a cluster.",
            "The libraries for it are not part of it.",
            'Install the program into Python: pip install "ser-desktop[cluster]". Or work here: --jobs N.',
        )
    try:
        from ser_desktop.engine.cluster import analyze_on_cluster
    except ModuleNotFoundError as error:
        raise UserError(
            "no-cluster-extra",
            "What talks to a cluster is not installed.",
            f"The package {error.name} is missing.",
            'Install it: pip install "ser-desktop[cluster]", in a checkout pip install -e ".[cluster]".',
        ) from error
    return partial(analyze_on_cluster, arguments.dask, model)


def told(summary: Summary) -> Iterator[str]:
    """Say what came of a run: counts, speed, labels, faults, and where the table is."""
    kept = f", {summary.kept} of them by an earlier run" if summary.kept else ""
    failed = len(summary.failed)
    yield f"{summary.files} files: {summary.files - failed} analysed{kept}, {failed} not."
    if summary.heard_s:
        times = summary.heard_s / max(summary.took_s, 1e-3)
        clock = f"{summary.heard_s / 3600:.2f} h of audio in {summary.took_s:.1f} s"
        yield f"{clock}, {times:.0f} times faster than real time."
    order = (*EMOTIONS, State.UNSURE.value, State.NO_SPEECH.value)
    counts = [f"{label} {summary.labels[label]}" for label in order if summary.labels[label]]
    if counts:
        yield ", ".join(counts) + "."
    yield from (f"{path}: {error}" for path, error in summary.failed[:_MOST_FAULTS])
    if failed > _MOST_FAULTS:
        yield f"And {failed - _MOST_FAULTS} more that the table tells."
    yield f"Table: {summary.table}"


def _print_each(paths: Sequence[Path], work: Work, *, as_json: bool) -> int:
    """Print how each recording sounds, in their order, each as soon as those before it are done."""
    failed = 0
    waiting: dict[Path, Outcome] = {}
    left = iter(paths)
    following = next(left, None)
    for outcome in work(paths):
        waiting[outcome.path] = outcome
        while following in waiting:
            done = waiting.pop(following)
            failed += done.error is not None
            print(_printed(done, as_json=as_json), flush=True)
            following = next(left, None)
    if failed:
        print(f"{failed} of {len(paths)} files could not be analysed.", file=sys.stderr)
    return 1 if failed else 0


def _printed(outcome: Outcome, *, as_json: bool) -> str:
    error, analysis = outcome.error, outcome.analysis
    if analysis is not None:
        return json.dumps(analysis_data(analysis)) if as_json else analysis_text(analysis)
    if error is None or not as_json:
        return f"{outcome.path}: {error}"
    fault = {"file": str(outcome.path), "error": error.title, "detail": error.detail, "remedy": error.remedy}
    return json.dumps(fault)


def _names(asked: Sequence[Path]) -> Iterator[Path]:
    """Yield what was named; for ``-`` the lines of standard input, or its parts where nulls part them."""
    for name in asked:
        if str(name) != "-":
            yield name
            continue
        listed = sys.stdin.buffer.read()
        parts = listed.split(b"\0") if b"\0" in listed else listed.splitlines()
        yield from (Path(os.fsdecode(part)) for part in parts if part)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
