"""Says to a screen reader what changed, from whichever window is seen."""

from __future__ import annotations

import time

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.ui.presenter import Announcements


class Announcer:
    """Each change once, and one at most every two seconds; windows that share one never say a thing twice."""

    def __init__(self) -> None:
        self._announcements = Announcements()

    def say(self, window: QWidget, text: str) -> None:
        """Say ``text`` in the name of ``window``, if it is due."""
        if self._announcements.due(text, time.monotonic()):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, text))
