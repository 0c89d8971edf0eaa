"""What the window costs: processor time while somebody speaks, as shares of one core.

The demo clip is played over and over to the real engine, the session's log is full, every panel is shown.
Each line is a process of its own, without a screen (Qt's "offscreen") or on a private X server; both draw in
software. "window" is the thread that draws, "engine" all others of the process.

    PYTHONPATH=. .venv/bin/python benchmarks/window.py [--seconds 20] [--only 1280x800]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import numpy as np

from ser_desktop.commands import demo_source, load_model
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.session import Session
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Prediction, Snapshot, State

SIZES = ("900x600", "1280x800", "2560x1440")
CASES = ("engine", "hidden", *SIZES, "presentation", "mini")
SCREEN = (2560, 1440)
Shares = tuple[float, float]
_AS_STARTED = {"OPENBLAS_NUM_THREADS": "1"}  # as the program starts itself
_SETTLE_S = 3.0
_FULL_S = 320.0
_ENOUGH = 0.9  # of 30 moments a second
_HOP_S = 0.2


def main() -> None:
    """Measure each case, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="how long each case is measured")
    parser.add_argument("--only", action="append", choices=CASES, help="measure these cases only")
    parser.add_argument("--case", choices=CASES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.case:
        print(json.dumps(measured(arguments.case, arguments.seconds)))
        return
    print(f"{'screen':<10} {'case':<14} {'window':>8} {'engine':>8}")
    for name, environment in screens():
        for case in arguments.only or CASES:
            window, engine = child(case, arguments.seconds, environment)
            print(f"{name:<10} {case:<14} {100 * window:>6.1f} % {100 * engine:>6.1f} %", flush=True)


def screens() -> Iterator[tuple[str, dict[str, str]]]:
    """Give each way to draw without a graphics card: its name, and the environment for it."""
    yield "offscreen", {"QT_QPA_PLATFORM": "offscreen"}
    if shutil.which("Xvfb"):
        with x_server() as display:
            yield "xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@contextlib.contextmanager
def x_server() -> Iterator[str]:
    """Run a private X server; give its display."""
    reading, writing = os.pipe()
    width, height = SCREEN
    size = f"{width}x{height}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writing], stdout=quiet, stderr=quiet) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as display:
                number = display.readline().strip()
            yield f":{number}"
        finally:
            server.terminate()


def child(case: str, seconds: float, environment: dict[str, str]) -> Shares:
    """Measure a case in a process of its own."""
    command = [sys.executable, __file__, "--case", case, "--seconds", str(seconds)]
    told = subprocess.run(
        command,
        env={**os.environ, **_AS_STARTED, **environment},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    window, engine = json.loads(told.stdout)
    return window, engine


def measured(case: str, seconds: float) -> Shares:
    """Return the shares of one core that this process takes."""
    engine = speaking_engine()
    try:
        if case != "engine":
            return of_window(case, engine, seconds)
        engine.start()
        time.sleep(_SETTLE_S)
        return shares_during(lambda: time.sleep(seconds))
    finally:
        engine.close()


def of_window(case: str, engine: LiveEngine, seconds: float) -> Shares:
    """Show the window as ``case`` says, and measure."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from ser_desktop.ui import theme
    from ser_desktop.ui.main_window import MainWindow
    from tests.fakes.house import house
    from tests.fakes.player import FakePlayer

    app = QApplication([])
    app.setStyle("Fusion")
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=house(hidden=()))
    window.resize(*map(int, (case if case in SIZES else "1280x800").split("x")))
    window.show()
    window.start()
    if case == "hidden":
        window.hide()
    elif case not in SIZES:
        {"presentation": window.views.present, "mini": window.views.shrink}[case]()
    moments = [0]
    snapshot = engine.snapshot

    def counted() -> Snapshot:
        moments[0] += 1
        return snapshot()

    engine.snapshot = counted  # type: ignore[method-assign]

    def run(length_s: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * length_s), loop.quit)
        loop.exec()

    run(_SETTLE_S)
    moments[0] = 0
    shares = shares_during(lambda: run(seconds))
    if case in SIZES and moments[0] < _ENOUGH * 30 * seconds:
        print(
            f"only {moments[0] / seconds:.0f} moments a second were drawn: too much else runs",
            file=sys.stderr,
        )
    window.close()
    return shares


def shares_during(wait: Callable[[], object]) -> Shares:
    """Return processor time over time while ``wait`` lasts: this thread's, and the others'."""
    began_s, own_s, all_s = time.perf_counter(), time.thread_time(), time.process_time()
    wait()
    own_s, all_s = time.thread_time() - own_s, time.process_time() - all_s
    passed_s = time.perf_counter() - began_s
    return own_s / passed_s, (all_s - own_s) / passed_s


def speaking_engine() -> LiveEngine:
    """Return the engine on the demo clip, with minutes of answers behind it."""
    clip = demo_source()
    demo = Device(DeviceId(clip.name, "built in"), clip.rate_hz, 1, is_default=True)
    runner = Runner(load_model("general"))
    engine = LiveEngine(runner, lambda _device: clip, lambda: [demo])
    engine.session = full_session(runner)
    return engine


def full_session(runner: Runner) -> Session:
    """Return a log in which somebody has spoken for minutes, with pauses."""
    ahead_s = [0.0]
    session = Session(Hearing(runner), clock=lambda: time.monotonic() + ahead_s[0])
    session.resume(0.0)
    rng = np.random.default_rng(7)
    labels = runner.manifest.labels
    for time_s in np.arange(_HOP_S, _FULL_S, _HOP_S):
        speaks = time_s % 11 < 8
        shares = rng.dirichlet(np.full(len(labels), 0.4)).astype(np.float32)
        said = Prediction(labels, shares, labels[int(shares.argmax())]) if speaks else None
        session.take(
            Step(
                float(time_s),
                State.LISTENING if speaks else State.NO_SPEECH,
                shares if speaks else None,
                said,
                None,
            )
        )
    ahead_s[0] = _FULL_S
    if session.began is not None:
        session.began -= timedelta(seconds=_FULL_S)
    return session


if __name__ == "__main__":
    main()
