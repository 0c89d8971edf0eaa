"""What a process holds, looked at again and again: memory, threads, file handles."""

from __future__ import annotations

import os
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

needs_proc = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="what a process holds is read from Linux's /proc"
)


@dataclass(frozen=True)
class Vitals:
    """What a process held at a moment of the sound it heard."""

    time_s: float
    memory_bytes: int
    threads: int
    handles: int


def look(time_s: float, pid: int | None = None) -> Vitals:
    """Look at a process, this one for None."""
    process = Path("/proc", str(pid or "self"))
    resident_pages = int((process / "statm").read_text().split()[1])
    threads, handles = (sum(1 for _ in (process / name).iterdir()) for name in ("task", "fd"))
    return Vitals(time_s, resident_pages * os.sysconf("SC_PAGE_SIZE"), threads, handles)


def peak_mb() -> int:
    """Return the most memory that this process ever had.

    Linux hands what ``getrusage`` tells on to a child: there it is at least what the parent had.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) // 1024
    unit = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit // 1024


def growth_mb_an_hour(looks: Sequence[Vitals]) -> float:
    """Return how fast memory grew: the slope by least squares."""
    times_s = np.array([one.time_s for one in looks])
    held_mb = np.array([one.memory_bytes for one in looks]) / 1e6
    return float(np.polyfit(times_s - times_s.mean(), held_mb, 1)[0] * 3600)


def steady_growth_mb_an_hour(looks: Sequence[Vitals], apart_s: float = 60.0) -> float:
    """Return how fast memory mostly grew: the median over any two looks about a minute apart.

    Where a busy machine lets sound pile up once, the memory that this took stays with the process: a step,
    which over minutes would look like a slope.
    """
    apart = max(1, round(len(looks) * apart_s / (looks[-1].time_s - looks[0].time_s)))
    pairs = zip(looks, looks[apart:], strict=False)
    grown = [(after.memory_bytes - one.memory_bytes) / (after.time_s - one.time_s) for one, after in pairs]
    return float(np.median(grown)) * 3600 / 1e6


def usual(looks: Sequence[Vitals], name: str) -> int:
    """Return how many ``threads`` or ``handles`` there mostly were: some come for a moment, and go."""
    held: list[int] = [getattr(one, name) for one in looks]
    return Counter(held).most_common(1)[0][0]


def memory_mb(looks: Sequence[Vitals]) -> tuple[float, float]:
    """Return memory at the first and at the last look."""
    return looks[0].memory_bytes / 1e6, looks[-1].memory_bytes / 1e6
