"""Measuring two things side by side, and telling what came of it.

Each benchmark is a program of its own, so that none inherits another's memory, threads or warm caches. What
it measured it prints as JSON lines, one for each row of the table.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Outcome:
    """What the repetitions of one row came to.

    Attributes
    ----------
    row
        Name of the row in the table.
    values
        The row's own figure, in its unit, once for each repetition.
    facts
        What was measured on the way, by name with its unit: the median of each side, say.
    """

    row: str
    values: tuple[float, ...]
    facts: Mapping[str, float | str] = field(default_factory=dict)

    @property
    def median(self) -> float:
        """The figure that counts."""
        return statistics.median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest of the repetitions."""
        return min(self.values), max(self.values)


def tell(outcomes: Iterable[Outcome]) -> None:
    """Print outcomes as whoever called this program reads them."""
    for outcome in outcomes:
        told = {"row": outcome.row, "values": outcome.values, "facts": outcome.facts}
        print(json.dumps(told), flush=True)


def ask(arguments: Sequence[str], most_s: float = 1200.0) -> Iterator[Outcome]:
    """Run a benchmark, as ``python -m`` its arguments, and return what it measured."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | ONE_THREAD,
        stdout=subprocess.PIPE,
        text=True,
        timeout=most_s,
        check=True,
    )
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            told = json.loads(line)
            yield Outcome(told["row"], tuple(told["values"]), told["facts"])


def seconds_of(work: Callable[[], object], calls: int = 1) -> float:
    """Return how long a call takes by the clock on the wall, by ``calls`` of them in a row."""
    began_s = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - began_s) / calls


def processor_s_of(work: Callable[[], object], calls: int) -> float:
    """Return the processor's time of a call, the median of ``calls`` in a row.

    What else runs on the machine hardly moves it; work on one thread takes as much on the wall.
    """
    taken = []
    for _ in range(calls):
        began_s = time.process_time()
        work()
        taken.append(time.process_time() - began_s)
    return statistics.median(taken)


def side_by_side(
    works: Mapping[str, Callable[[], object]], *, repeats: int, least_s: float = 0.2
) -> dict[str, tuple[float, ...]]:
    """Return the processor's time of each work in seconds, ``repeats`` times.

    They are taken in turn, so that all meet the same weather. Each is called once before it counts, and
    then as often as fills ``least_s``.
    """
    calls = {}
    for name, work in works.items():
        work()
        calls[name] = max(3, round(least_s / processor_s_of(work, 3)))
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(repeats):
        for name, work in works.items():
            taken[name].append(processor_s_of(work, calls[name]))
    return {name: tuple(times) for name, times in taken.items()}


def ratios(dividends: Sequence[float], divisors: Sequence[float]) -> tuple[float, ...]:
    """Return one over the other, repetition by repetition."""
    return tuple(one / other for one, other in zip(dividends, divisors, strict=True))


def median_ms(times_s: Sequence[float]) -> float:
    """Return the median in milliseconds, to three digits behind the point."""
    return round(1000 * statistics.median(times_s), 3)
