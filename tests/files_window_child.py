"""Runs the real window over recordings, takes pictures of it, and tells as JSON what it showed.

Usage: files_window_child.py FOLDER-FOR-PICTURES RECORDING…; the last recording is seen near.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ser_desktop import app, paths
from ser_desktop.engine.filejobs import FileJobs, Stage
from ser_desktop.inference.manifest import load
from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.plots.viewport import Selection
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer

PATIENCE_S = 240.0
SEEN_S = (12.0, 30.0)
SELECTED = Selection(16.0, 22.0)


def until(true: Callable[[], bool]) -> None:
    """Let events happen until it is so."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > deadline_s:
            raise TimeoutError
        QTest.qWait(10)


def main(folder: Path, names: list[Path]) -> None:
    """Open, look, tell, close."""
    application = QApplication(["ser-desktop"])
    application.setStyle("Fusion")
    window = MainWindow(
        FakeEngine(),
        theme.DARK,
        FakePlayer(),
        house=house(),
        jobs=FileJobs(load(paths.home() / "models" / "general")),
    )
    window.resize(1280, 800)
    window.show()
    window.open(names)
    page, rows = window.files, window.files.list.model.rows
    until(lambda: len(rows) == len(names) and rows.count(Stage.DONE, Stage.FAILED) >= len(names) // 2)
    page.list.select(next(job.number for job in rows.all() if job.stage is Stage.DONE))
    QTest.qWait(400)
    app.save_picture(window, folder / "files.png")
    told = {"half": page.list.counts.text()}
    page.see(next(job for job in rows.all() if job.path == names[-1]))
    view = page.view
    until(lambda: view.job is not None and view.job.analysis is not None)
    view.look(view.plot.viewport.showing(*SEEN_S))
    view.select(SELECTED)
    until(lambda: view.region.job is not None and view.region.job.analysis is not None)
    view.transport.go(18.4)
    QTest.qWait(400)
    app.save_picture(window, folder / "file.png")
    QTest.keyClick(view.plot, Qt.Key.Key_Escape)
    QTest.keyClick(view.plot, Qt.Key.Key_Escape)
    until(lambda: not rows.busy)
    QTest.qWait(400)
    told |= {"all": page.list.counts.text()}
    print(json.dumps(told), flush=True)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
