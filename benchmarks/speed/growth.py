"""Recordings of a minute to two hours: what a minute of each costs, and how much memory they need.

python -m benchmarks.speed.growth

Every minute is the same: the demo clip, again and again, begun anew on the full minute. So whatever a
minute of a longer recording costs more is owed to its length. Each recording is a file that is read and
analysed whole, by this process; what counts is its processor time, which other programs touch least.
Short ones are analysed many times, between the long ones. The figure of a repetition is the dearest
minute over the cheapest, in percent beyond it. The facts tell the processor time of a minute, by length,
and the memory of the process after each length: answers are kept, some 2 MB for an hour, and nothing else
may grow.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from benchmarks.speed.measuring import Outcome, tell
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.paths import assets, home

LENGTHS_MIN = (1, 10, 30, 120)
ROUNDS = ((1, 1, 1, 10, 1, 1, 1), (120,), (1, 1, 1, 10, 1, 1, 1), (30,), (1, 1, 1, 10, 1, 1, 1))
"""In which order a repetition takes them, in minutes."""
LEAST_REPEATS = 2
BUDGET_S = 270.0
"""There are as many repetitions as it has room for."""


def main() -> None:
    """Measure, and tell."""
    with tempfile.TemporaryDirectory() as folder:
        tell([growth(Path(folder))])


def growth(folder: Path) -> Outcome:
    """Excess of the dearest minute over the cheapest, in percent."""
    runner = Runner(load(home() / "models" / "general"))
    paths = {length: _recording(folder / f"{length}.flac", length) for length in LENGTHS_MIN}
    memory_mb: dict[int, float] = {}
    analyze_file(runner, paths[1])
    taken: dict[int, list[float]] = {length: [] for length in LENGTHS_MIN}
    excess: list[float] = []
    first_s = time.monotonic()
    while len(excess) < LEAST_REPEATS or (time.monotonic() - first_s) * (1 + 1 / len(excess)) < BUDGET_S:
        minutes_s: dict[int, list[float]] = {length: [] for length in LENGTHS_MIN}
        for length in (length for lengths in ROUNDS for length in lengths):
            began_s = time.process_time()
            analyze_file(runner, paths[length])
            minutes_s[length].append((time.process_time() - began_s) / length)
            memory_mb.setdefault(length, _peak_mb())
        means = [statistics.median(times) for times in minutes_s.values()]
        excess.append(100 * (max(means) / min(means) - 1))
        for length, times in minutes_s.items():
            taken[length] += times
    facts: dict[str, float | str] = {
        f"{length} min: a minute, ms": round(1000 * statistics.median(times), 1)
        for length, times in taken.items()
    }
    shortest = memory_mb[LENGTHS_MIN[0]]
    facts |= {
        f"{length} min: memory, MB more than for {LENGTHS_MIN[0]} min": round(memory_mb[length] - shortest, 1)
        for length in LENGTHS_MIN[1:]
    }
    return Outcome("growth", tuple(excess), facts)


def _recording(path: Path, length_min: int) -> Path:
    samples, rate_hz = soundfile.read(assets() / "demo.flac", dtype="float32")
    minute = np.resize(samples, 60 * rate_hz)
    with soundfile.SoundFile(path, "w", rate_hz, 1) as file:
        for _ in range(length_min):
            file.write(minute)
    return path


def _peak_mb() -> float:
    """Return the most memory that this process had so far."""
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    main()
