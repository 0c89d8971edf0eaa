"""Notes in the log when a window was seen for the first time."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class FirstPaint(QObject):
    """Watches a window until all of it was painted once; belongs to the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window's own paint: its parts follow, and after them the event loop."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: _log.info("The window is on the screen"))
        return False
