"""What a process holds, looked at again and again: memory, threads, file handles."""

from __future__ import annotations

import os
import sys
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


def growth_mb_an_hour(looks: Sequence[Vitals]) -> float:
    """Return how fast memory grew: the slope by least squares."""
    times_s = np.array([one.time_s for one in looks])
    held_mb = np.array([one.memory_bytes for one in looks]) / 1e6
    return float(np.polyfit(times_s - times_s.mean(), held_mb, 1)[0] * 3600)


def memory_mb(looks: Sequence[Vitals]) -> tuple[float, float]:
    """Return memory at the first and at the last look."""
    return looks[0].memory_bytes / 1e6, looks[-1].memory_bytes / 1e6
