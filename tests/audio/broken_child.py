"""Analyse all broken inputs in one process: ``broken_child.py FOLDER``; one JSON line for each.

A line holds what was answered, and what the process holds afterwards: open files, threads, the most memory
that it ever had.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from ser_desktop import paths
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from tests.audio.broken_inputs import Input, inputs
from tests.reliability.vitals import peak_mb

NOBODY = 65_534


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Be nobody: root may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def told(runner: Runner, path: Path) -> dict[str, object]:
    """Analyse one; anything but an answer or a fault in words ends the process with a traceback."""
    try:
        analysis = analyze_file(runner, path)
    except UserError as error:
        return {"code": error.code, "title": error.title, "detail": error.detail, "remedy": error.remedy}
    return {"label": analysis.label, "duration_s": analysis.duration_s, "note": analysis.note}


def tell(name: str, answer: dict[str, object]) -> None:
    """Print a line."""
    facts = {
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps({"name": name, **answer, **facts}) + "\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    """Make them all, then analyse each."""
    made: list[Input] = []
    for one in inputs():
        one.make(folder / one.name)
        made.append(one)
    runner = Runner(load(paths.home() / "models" / "general"))
    first = made[0]
    tell("warm-up", told(runner, folder / first.name))
    for one in made:
        with nobody() if one.as_nobody else contextlib.nullcontext():
            answer = told(runner, folder / one.name)
        tell(one.name, answer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
