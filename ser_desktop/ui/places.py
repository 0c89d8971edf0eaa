"""Where windows lie: kept from one start to the next, and brought back into view where a screen is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ser_desktop.settings import Place
from ser_desktop.ui.keeper import Keeper

USUAL_SIZE = (1280, 800)
REST_MS = 500
"""How long a window must lie still before its place is kept."""


def in_view(place: Place, screens: Sequence[Place]) -> Place:
    """Return ``place`` if a screen holds it, else moved, and if need be shrunk, into the nearest one.

    Parameters
    ----------
    screens
        The room for windows on each screen, the main one first.
    """
    if not screens:
        return place
    screen = max(screens, key=lambda one: _common(place, one))
    width, height = min(place.width, screen.width), min(place.height, screen.height)
    x = min(max(place.x, screen.x), screen.x + screen.width - width)
    y = min(max(place.y, screen.y), screen.y + screen.height - height)
    return replace(place, x=x, y=y, width=width, height=height)


def screens_now() -> list[Place]:
    """Return the room for windows on each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    found = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    rooms = [screen.availableGeometry() for screen in found]
    return [Place(room.x(), room.y(), room.width(), room.height()) for room in rooms]


class WindowPlace(QObject):
    """Keeps where ``window`` lies, how large it is and whether it is maximised."""

    def __init__(self, window: QWidget, keeper: Keeper) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.keep)

    def restore(self) -> None:
        """Put the window where it lay, before it is shown; from then on its place is kept."""
        place = self._keeper.now.window
        if place is None:
            self._window.resize(*USUAL_SIZE)
        else:
            seen = in_view(place, screens_now())
            self._window.setGeometry(seen.x, seen.y, seen.width, seen.height)
            if place.maximised:
                self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)
        self._window.installEventFilter(self)

    def keep(self) -> None:
        """Keep where it lies now."""
        window = self._window
        if window.isVisible() and not window.isMinimized():
            lies = window.normalGeometry() if window.isMaximized() else window.geometry()
            place = Place(lies.x(), lies.y(), lies.width(), lies.height(), maximised=window.isMaximized())
            self._keeper.change(window=place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until it lies still."""
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)
        if event.type() in kinds:
            self._timer.start()
        elif event.type() is QEvent.Type.Close:
            self._timer.stop()
            self.keep()
        return super().eventFilter(watched, event)


def _common(one: Place, other: Place) -> int:
    """Return the area that two places share."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, width) * max(0, height)
