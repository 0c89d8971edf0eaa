"""The window's one menu: what is not done every minute, behind a button at the end of the tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import CONTROL_HEIGHT

_ORDER = (
    ("calibrate", "test-microphone"),
    ("panel-level", "panel-voice", "panel-answer", "panel-timeline", "panel-plane"),
    ("present", "mini"),
    ("preferences", "shortcuts", "welcome", "about"),
    ("quit",),
)


class MenuButton(QPushButton):
    """Opens the menu of those actions that are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("\N{HORIZONTAL ELLIPSIS}")
        self.setFlat(True)
        self.setObjectName("menu")
        self.setFixedWidth(CONTROL_HEIGHT)
        self._list = QMenu(self)
        self.setMenu(self._list)
        self.retranslate()

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """List these actions, in the menu's own order, a line between groups."""
        self._list.clear()
        for group in _ORDER:
            self._add([actions[name] for name in group if name in actions])

    def retranslate(self) -> None:
        """Write its name in the window's language."""
        self.setToolTip(tr("Menu (F10)"))
        self.setAccessibleName(tr("Menu"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _add(self, group: Sequence[QAction]) -> None:
        if group and not self._list.isEmpty():
            self._list.addSeparator()
        for action in group:
            self._list.addAction(action)
