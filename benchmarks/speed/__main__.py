"""``python -m benchmarks.speed``: measure all rows in one go, side by side with what they are held against.

Writes ``benchmarks/results.json`` and ``docs/PERFORMANCE.md``. Takes under half an hour on two cores, and
wants a machine that does nothing else. With ``--only`` some benchmarks are run, and nothing is written.
The status is 1 where a must is missed, or where something could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

from benchmarks.speed import page
from benchmarks.speed.machine import machine, versions
from benchmarks.speed.measuring import ROOT, Outcome, ask
from benchmarks.speed.rows import Row, rows

RESULTS = ROOT / "benchmarks" / "results.json"
_WAITS = "memory"
_BESIDE = ("plan", "profiles")


def main() -> int:
    """Measure, write, and tell what is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    benchmarks = list(dict.fromkeys(row.by for row in rows()))
    parser.add_argument("--only", nargs="+", choices=benchmarks, help="these alone, and write nothing")
    parser.add_argument("--page", action="store_true", help="write the page anew from the last results")
    given = parser.parse_args()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if given.page:
        page.write(json.loads(RESULTS.read_text(encoding="utf-8")))
        return 0
    began, began_s = datetime.now(UTC), time.monotonic()
    about = {"machine": machine(), "versions": versions()}
    measured, took_s = measure(given.only or [name for name in benchmarks if name != _WAITS])
    told: dict[str, Outcome] = {}
    if not given.only:
        with ThreadPoolExecutor() as pool:  # it only waits: what needs no quiet is done meanwhile
            waiting = pool.submit(measure, [_WAITS])
            told, _ = measure(_BESIDE)
        measured, took_s = measured | waiting.result()[0], took_s | waiting.result()[1]
    missing = [row for row in rows() if row.name not in measured and row.by in took_s]
    missed = [row for row in rows() if row.name in measured and not _good(row, measured[row.name])]
    if not given.only:
        results = {
            "measured": began.isoformat(timespec="minutes"),
            "took_s": round(time.monotonic() - began_s),
            **about,
            "benchmarks_took_s": took_s,
            "rows": {name: _told(outcome) for name, outcome in measured.items()},
            **{name: dict(told[name].facts) for name in _BESIDE if name in told},
        }
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        page.write(results)
    print(f"\n{time.monotonic() - began_s:.0f} s in all")
    for text, some in (("Not measured", missing), ("Missed", missed)):
        if some:
            print(f"{text}: {', '.join(row.name for row in some)}")
    return int(bool(missing or missed))


def measure(benchmarks: Iterable[str]) -> tuple[dict[str, Outcome], dict[str, int]]:
    """Run benchmarks one after the other; return what they measured, and how long each took."""
    table = {row.name: row for row in rows()}
    measured: dict[str, Outcome] = {}
    took_s: dict[str, int] = {}
    for name in benchmarks:
        began_s = time.monotonic()
        try:
            for outcome in ask([f"benchmarks.speed.{name}"]):
                measured[outcome.row] = outcome
                if outcome.row in table:
                    print(_line(table[outcome.row], outcome), flush=True)
        except (subprocess.SubprocessError, ValueError) as error:
            print(f"{name} could not be measured: {error}", file=sys.stderr, flush=True)
        took_s[name] = round(time.monotonic() - began_s)
    return measured, took_s


def _good(row: Row, outcome: Outcome) -> bool:
    return row.within(outcome.median, row.must)


def _line(row: Row, outcome: Outcome) -> str:
    lowest, highest = outcome.spread
    verdict = (
        "missed" if not _good(row, outcome) else "aim" if row.within(outcome.median, row.aim) else "must"
    )
    return f"{row.name:<10}{outcome.median:9.3g} ({lowest:.3g} to {highest:.3g}) {row.unit:<16} {verdict}"


def _told(outcome: Outcome) -> dict[str, Any]:
    lowest, highest = outcome.spread
    return {
        "median": round(outcome.median, 4),
        "lowest": round(lowest, 4),
        "highest": round(highest, 4),
        "values": [round(value, 4) for value in outcome.values],
        "facts": dict(outcome.facts),
    }


if __name__ == "__main__":
    sys.exit(main())
