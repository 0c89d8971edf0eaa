"""The window's one menu: what is not done every minute, behind a button at the end of the tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from ser_desktop.ui import icons, keys
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette

_ICON = 3 * GRID
_ORDER = (
    ("calibrate", "test-microphone"),
    ("panel-level", "panel-voice", "panel-answer", "panel-timeline", "panel-plane"),
    ("present", "mini"),
    ("preferences", "shortcuts", "welcome", "report", "about"),
    ("quit",),
)


class MenuButton(QToolButton):
    """Opens the menu of those actions that are there."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_ICON, _ICON))
        self._list = QMenu(self)
        self.setMenu(self._list)
        self.use_palette(palette)
        self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.setIcon(icons.icon("menu", palette.text))

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """List these actions, in the menu's own order, a line between groups."""
        self._list.clear()
        for group in _ORDER:
            self._add([actions[name] for name in group if name in actions])

    def retranslate(self) -> None:
        """Write its name in the window's language."""
        self.setToolTip(keys.tip(tr("Menu"), "menu"))
        self.setAccessibleName(tr("Menu"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showMenu(self) -> None:  # noqa: N802 -- Qt's name
        """Open the menu at its first entry; unlike Qt's own way this returns at once.

        Not while the first page hides the button, since it would open out of nowhere.
        """
        if not self.isVisible():
            return
        corner = QPoint(self.width() - self._list.sizeHint().width(), self.height())
        self._list.popup(self.mapToGlobal(corner))
        entries = self._list.actions()
        if entries:
            self._list.setActiveAction(entries[0])

    def _add(self, group: Sequence[QAction]) -> None:
        if group and not self._list.isEmpty():
            self._list.addSeparator()
        for action in group:
            self._list.addAction(action)
