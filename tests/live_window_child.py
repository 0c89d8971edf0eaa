"""Runs the real window on the default microphone and tells, as JSON lines, what it shows.

Commands come on standard input: ``picture FILE`` takes the window's picture, ``press KEY`` presses a key,
``size WIDTH HEIGHT`` and ``look dark`` or ``look light`` change how it looks; the end of input closes it.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ser_desktop import cli
from ser_desktop.app import save_picture
from ser_desktop.ui import theme
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
            clips = window.live.clips
            shown = {"headline": headline, "line": line, "last": last, "state": state}
            shown["ring"] = clips.ring.texts()[1] if clips.ring.isVisible() else ""
            shown["card"] = clips.card.title.texts()[0] if clips.card.isVisible() else ""
            page, dialog = window.reception.page, window.reception.dialog
            shown["welcome"] = page.finding.headline.text() if page is not None else ""
            shown["test"] = dialog.finding.headline.text() if dialog is not None else ""
            picker = window.live.header.picker
            shown["devices"] = "; ".join(picker.itemText(row) for row in range(picker.count()))
            print(json.dumps({"time_s": time.time(), **shown}), flush=True)
            while not self._orders.empty():
                self._obey(window, *self._orders.get().partition(" ")[::2])

    def _obey(self, window: MainWindow, order: str, argument: str) -> None:
        if order == "picture":
            save_picture(window, Path(argument))
        elif order == "press":
            top = QApplication.activeModalWidget() or window
            top.activateWindow()  # where there is no window manager nobody else does
            QTest.qWaitForWindowActive(top)
            focused: QWidget | None = top.focusWidget()  # which the stubs promise
            QTest.keySequence(top if focused is None else focused, QKeySequence(argument))
        elif order == "size":
            window.resize(*map(int, argument.split()))
        elif order == "look":
            window.use_palette(theme.LIGHT if argument == "light" else theme.DARK)
        else:
            window.live.clips.go_back()
            window.live.clips.shelf.takes = ()  # nobody is there to say whether they may be lost
            window.close()


def watched(look: Callable[[], None]) -> int:
    """Open the window as ``ser-desktop`` does, and look again and again, as often as a person could."""
    app = QApplication(["ser-desktop"])
    timer = QTimer(app)
    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    return cli.run([])


if __name__ == "__main__":
    sys.exit(watched(Reporter().look))
