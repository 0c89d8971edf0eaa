"""What listening costs: processor time while somebody speaks, as a share of one core.

Somebody speaks without a pause (the demo clip, its pauses cut out, over and over, as a microphone of 48 kHz
gives it), so the model is asked at nearly each hop. "engine" is the engine alone; "window" the whole process
of the real window at 1280x800, engine and all, with every panel shown, minutes of answers in the session's
log, and drawn in software. Each figure is a process of its own, and they take turns. A figure for which less
was drawn or answered than promised is none: then the program fails. What the X server does with the picture
is not counted.

python -m benchmarks.speed.listening [--seconds 16] [--only hidden]

``--only`` prints what other cases cost: other sizes, hidden, as presentation or mini view.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from benchmarks.speed.measuring import ONE_THREAD, ROOT, Outcome, tell
from benchmarks.speed.screens import OFFSCREEN, screen
from benchmarks.speed.speaking import run_events, speaking_engine, watched_window
from ser_desktop.engine.pipeline import Step

SIZES = ("900x600", "1280x800", "2560x1440")
CASES = ("engine", *SIZES, "hidden", "presentation", "mini")
USUAL = "1280x800"
REPEATS = 3
_SETTLE_S = 3.0
_MOMENTS_HZ = 0.97 * 30  # a timer of whole milliseconds, each late by a little
_ANSWERS_HZ = 4.0


@dataclass(frozen=True)
class Cost:
    """What a process did while it was measured.

    Attributes
    ----------
    drawing, others
        Shares of one core of the thread that draws, and of all others together.
    moments_hz, answers_hz
        How often a second the window was painted, and the model asked.
    """

    drawing: float
    others: float
    moments_hz: float
    answers_hz: float

    @property
    def whole(self) -> float:
        """The share of one core of the process, in percent."""
        return 100 * (self.drawing + self.others)


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=16.0, help="how long each repetition is measured")
    parser.add_argument("--only", action="append", choices=CASES, help="print what these cases cost")
    parser.add_argument("--case", choices=CASES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.case:
        print(json.dumps(asdict(measured(arguments.case, arguments.seconds))))
    elif arguments.only:
        look_around(arguments.only, arguments.seconds)
    else:
        tell(rows(arguments.seconds))


def rows(seconds: float) -> list[Outcome]:
    """Measure engine and window in turn."""
    engines, windows = [], []
    with screen() as (name, display):
        for _ in range(REPEATS):
            engines.append(checked(child("engine", seconds, display), drawn=False))
            windows.append(checked(child(USUAL, seconds, display), drawn=True))
    answers_hz = round(min(one.answers_hz for one in (*engines, *windows)), 2)
    answered: dict[str, float | str] = {"answers a second, at the least": answers_hz}
    drawn: dict[str, float | str] = {
        "screen": name,
        "times painted a second, at the least": round(min(one.moments_hz for one in windows), 1),
        "drawing alone, % of a core": round(100 * sum(one.drawing for one in windows) / REPEATS, 2),
    }
    return [
        Outcome("engine", tuple(one.whole for one in engines), answered),
        Outcome("window", tuple(one.whole for one in windows), {**answered, **drawn}),
    ]


def checked(cost: Cost, *, drawn: bool) -> Cost:
    """Return it; fail where it is no figure, since less was done than promised."""
    if cost.answers_hz < _ANSWERS_HZ:
        raise SystemExit(f"only {cost.answers_hz:.1f} answers a second were given: too much else runs")
    if drawn and cost.moments_hz < _MOMENTS_HZ:
        raise SystemExit(f"only {cost.moments_hz:.1f} moments a second were drawn: too much else runs")
    return cost


def look_around(cases: list[str], seconds: float) -> None:
    """Print what these cases cost, without a screen and on one."""
    with screen() as (name, display):
        for title, environment in {"offscreen": OFFSCREEN, name: display}.items():
            for case in cases:
                cost = child(case, seconds, environment)
                print(
                    f"{title:<10} {case:<13} drawing {100 * cost.drawing:5.1f} %, others "
                    f"{100 * cost.others:5.1f} %, painted {cost.moments_hz:4.1f} times a second, "
                    f"{cost.answers_hz:.1f} answers",
                    flush=True,
                )


def child(case: str, seconds: float, display: Mapping[str, str]) -> Cost:
    """Measure a case in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--case", case, "--seconds", str(seconds)]
    told = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD, **display},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return Cost(**json.loads(told.stdout))


def measured(case: str, seconds: float) -> Cost:
    """Return what this process does in so many seconds."""
    counts = {"painted": 0, "answered": 0}

    def answer(step: Step) -> None:
        counts["answered"] += step.probabilities is not None

    def painted() -> None:
        counts["painted"] += 1

    engine = speaking_engine(on_step=answer)
    try:
        if case != "engine":
            from PySide6.QtWidgets import QApplication

            app = QApplication([])
            app.setStyle("Fusion")
            window = watched_window(engine, painted)
            window.resize(*map(int, (case if case in SIZES else USUAL).split("x")))
            window.show()
            window.start()
            show = {"hidden": window.hide, "presentation": window.views.present, "mini": window.views.shrink}
            show.get(case, lambda: None)()
            return cost_of(run_events, seconds, counts)
        engine.start()
        return cost_of(time.sleep, seconds, counts)
    finally:
        engine.close()


def cost_of(wait: Callable[[float], None], seconds: float, counts: dict[str, int]) -> Cost:
    """Let things settle, wait, and return what was done meanwhile."""
    wait(_SETTLE_S)
    counts.update(dict.fromkeys(counts, 0))
    began_s, own_s, all_s = time.perf_counter(), time.thread_time(), time.process_time()
    wait(seconds)
    own_s, all_s = time.thread_time() - own_s, time.process_time() - all_s
    passed_s = time.perf_counter() - began_s
    return Cost(
        drawing=own_s / passed_s,
        others=(all_s - own_s) / passed_s,
        moments_hz=counts["painted"] / passed_s,
        answers_hz=counts["answered"] / passed_s,
    )


if __name__ == "__main__":
    main()
