"""What is due when a window was seen for the first time."""

from __future__ import annotations

import gc
import logging

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class FirstPaint(QObject):
    """Waits until all of a window was painted once, then notes it in the log; belongs to the window.

    What is there by then stays: Python no more looks through it for garbage, which would hold up the drawing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window's own paint: its parts follow, and after them the event loop."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        _log.info("The window is on the screen")
        gc.freeze()
