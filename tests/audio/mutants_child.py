"""Analyse mutants, one after the other: ``mutants_child.py FOLDER FIRST COUNT``; two lines for each.

They are JSON, in FOLDER/told.jsonl. The first is its number, so that one that the process died of is known;
the second is what was answered, what a library wrote on the terminal, the processor time that took, and the
most memory that the process ever had. What takes too long ends the process.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import IO

import numpy as np

from ser_desktop import paths
from ser_desktop.audio.files import AudioFile
from ser_desktop.engine.jobs import CancelledError, analyze_file
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from tests.audio.mutants import mutant
from tests.reliability.vitals import peak_mb

MOST_ADDRESSES = 2 << 30
STUCK_S = 60.0
SLOW_S = 20.0


def told(runner: Runner, path: Path, rng: np.random.Generator) -> dict[str, object]:
    """Jump about in a file as a window does that draws it, then analyse it."""
    begun_s = time.process_time()
    try:
        with AudioFile(path) as file:
            for _ in range(3):
                start = int(rng.integers(file.n_samples))
                file.span(start, start + int(rng.integers(1, 100_000)))
        analysis = analyze_file(runner, path, cancelled=lambda: time.process_time() - begun_s > SLOW_S)
    except CancelledError:
        return {"slow": True}
    except UserError as error:
        return {"code": error.code, "told": str(error)}
    return {
        "label": analysis.label,
        "duration_s": analysis.duration_s,
        "finite": all(np.isfinite(one.prediction.probabilities).all() for one in analysis.segments),
    }


def written(terminal: IO[bytes]) -> str:
    """Return what was written on the terminal since this was last asked; C keeps it back until then."""
    ctypes.CDLL(None).fflush(None)
    terminal.seek(0)
    text = terminal.read().decode(errors="replace")
    terminal.seek(0)
    terminal.truncate()
    return text


def main(folder: Path, first: int, count: int) -> None:
    """Analyse them."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    runner = Runner(load(paths.home() / "models" / "general"))
    terminal = (folder / "terminal").open("w+b", buffering=0)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(terminal.fileno(), stream.fileno())
    lines = (folder / "told.jsonl").open("a", buffering=1)
    for number in range(first, first + count):
        name, content = mutant(number)
        path = folder / f"{number}{Path(name).suffix}"
        path.write_bytes(content)
        lines.write(f"{json.dumps({'number': number, 'name': name})}\n")
        before_s = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, STUCK_S)
        answer = told(runner, path, np.random.default_rng(number))
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        facts = {
            "terminal": written(terminal),
            "seconds": time.process_time() - before_s,
            "peak_mb": peak_mb(),
        }
        lines.write(f"{json.dumps({**answer, **facts})}\n")
        path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
