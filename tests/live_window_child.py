"""Runs the real window on the default microphone and tells, as JSON lines, what it shows.

Commands come on standard input: ``picture FILE`` takes the window's picture, the end of input closes it.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ser_desktop import cli
from ser_desktop.app import save_picture
from ser_desktop.ui.main_window import MainWindow

LOOK_MS = 50


class Reporter:
    """Looks at the window as a person does, and passes on what it is told to do."""

    def __init__(self) -> None:
        self._orders: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._read_orders, daemon=True).start()

    def _read_orders(self) -> None:
        for line in sys.stdin:
            self._orders.put(line.strip())
        self._orders.put("close")

    def look(self) -> None:
        """Tell what is shown now, then do what was asked."""
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        for window in windows:
            headline, line, last = window.live.verdict.texts()
            state = window.live.header.state.text()
            shown = {"headline": headline, "line": line, "last": last, "state": state}
            print(json.dumps({"time_s": time.time(), **shown}), flush=True)
            while not self._orders.empty():
                order, _, argument = self._orders.get().partition(" ")
                if order == "picture":
                    save_picture(window, Path(argument))
                else:
                    window.close()


def main() -> int:
    """Open the window as ``ser-desktop`` does, with an observer beside it."""
    app = QApplication(["ser-desktop"])
    reporter = Reporter()
    timer = QTimer(app)
    timer.timeout.connect(reporter.look)
    timer.start(LOOK_MS)
    return cli.run([])


if __name__ == "__main__":
    sys.exit(main())
