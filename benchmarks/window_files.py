"""How long the window stands still while it is given recordings: the longest time between two events.

Drops the recordings of a folder on the real window, through its own drop events, and looks on until all are
done; then shows one of two hours while it is analysed, zooms and moves in it. Needs a screen, or
QT_QPA_PLATFORM=offscreen.

    .venv/bin/python benchmarks/window_files.py FOLDER [--count 200] [--hours 2]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ser_desktop import paths
from ser_desktop.engine.filejobs import SUFFIXES, FileJobs, Stage
from ser_desktop.inference.manifest import load
from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.ui.files.heartbeat import Heartbeat


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--hours", type=float, default=2.0)
    arguments = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication([])
    jobs = FileJobs(load(paths.home() / "models" / "general"))
    window = MainWindow(FakeEngine(), theme.DARK, FakePlayer(), house=house(), jobs=jobs)
    window.resize(1280, 800)
    window.show()
    found = sorted(path for path in arguments.folder.rglob("*") if path.suffix in SUFFIXES)
    chosen = found[:: max(1, len(found) // arguments.count)][: arguments.count]
    wait(app, lambda: window.isActiveWindow() or True, 1.0)
    rows = window.files.list.model.rows
    measure(
        "drop and analysis",
        app,
        lambda: drop(window, chosen),
        lambda: len(rows) == len(chosen) and not rows.busy,
    )
    if arguments.hours:
        with tempfile.TemporaryDirectory() as folder:
            long = Path(folder) / "long.wav"
            write_long(long, arguments.hours)
            window.open([long])
            wait(app, lambda: rows.count(Stage.RUNNING) > 0)
            look_around(app, window)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the window's process: {peak_mb:.0f} MB")
    window.close()


def drop(window: MainWindow, chosen: list[Path]) -> None:
    """Drop recordings on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in chosen])
    middle, handle = window.rect().center(), window.windowHandle()
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, QDragEnterEvent(middle, *rest))
    QApplication.sendEvent(handle, QDropEvent(QPointF(middle), *rest))


def look_around(app: QApplication, window: MainWindow) -> None:
    """Show the long recording, which is the last row, while it is read and analysed; zoom and move in it."""
    view = window.files.view
    rows = window.files.list.model.rows
    measure(
        "a long one opened",
        app,
        lambda: window.files.see(rows[len(rows) - 1]),
        lambda: any(map(view.plot.told_at, range(1, 30))),
    )

    def travel() -> None:
        for _ in range(12):
            view.zoom(2.0)
            wait(app, lambda: False, 0.1)
        for _ in range(20):
            view.look(view.plot.viewport.moved(view.plot.viewport.span_s / 2))
            wait(app, lambda: False, 0.05)
        view.see_whole()

    measure("zoomed and moved", app, travel, lambda: True)
    measure(
        "analysed to its end",
        app,
        lambda: None,
        lambda: view.job is not None and view.job.stage is Stage.DONE,
    )


def measure(name: str, app: QApplication, begin: Callable[[], None], done: Callable[[], bool]) -> None:
    """Print how long something took, and the longest time without an event in it."""
    heart, began_s = Heartbeat(), time.perf_counter()
    begin()
    wait(app, done)
    took_s = time.perf_counter() - began_s
    longest, busiest = 1000 * heart.stop(), 1000 * heart.busiest_s
    print(
        f"{name}: {took_s:.1f} s; longest without an event {longest:.0f} ms, "
        f"most work between two {busiest:.0f} ms",
        flush=True,
    )


def wait(app: QApplication, done: Callable[[], bool], most_s: float = 3600.0) -> None:
    """Let events happen until it is so."""
    end_s = time.perf_counter() + most_s
    while not done() and time.perf_counter() < end_s:
        app.processEvents()
        time.sleep(0.001)


def write_long(path: Path, hours: float) -> None:
    """Write hours of the demo clip at 16 kHz."""
    demo, rate_hz = soundfile.read(paths.assets() / "demo.flac", dtype="float32")
    with soundfile.SoundFile(path, "w", rate_hz, 1) as file:
        for _ in range(round(3600 * hours * rate_hz / len(demo))):
            file.write(np.asarray(demo))


if __name__ == "__main__":
    main()
