"""Keys in words, as the system and the window's language write them, and buttons that do what a key does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from ser_desktop.ui.actions import ACTIONS

_PRESSES = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
_SHORTCUTS = {spec.name: spec.shortcut for spec in ACTIONS}


def native(shortcut: str) -> str:
    """Write keys as the system and the language do: "Space", in German "Leertaste"."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class ReturnPresses(QObject):
    """Lets Return press the button that has the focus, in all of ``window``, whatever else it may mean there.

    The space bar does so only where no page has another use for it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before an action does; it arrives here because no button takes it by itself."""
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton) and event.type() in _PRESSES:
                if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                    focused.click()
                event.accept()
                return True
        return super().eventFilter(watched, event)


def key(name: str) -> str:
    """Write the key of the action ``name``."""
    return native(_SHORTCUTS[name])


def tip(text: str, name: str) -> str:
    """Write what a button does, and the key of the action ``name`` that does the same."""
    return f"{text} ({key(name)})"


def explain(button: QPushButton, action: QAction) -> None:
    """Let the button tell on hover what the action does, and by which key."""

    def write() -> None:
        button.setToolTip(tip(action.text().rstrip("…"), action.objectName()))

    action.changed.connect(write)
    write()


def follow(button: QPushButton, action: QAction) -> None:
    """Let the button say what the action does, do it, and be offered while that can be done."""

    def write() -> None:
        button.setText(action.text())
        button.setEnabled(action.isEnabled())

    action.changed.connect(write)
    button.clicked.connect(action.trigger)
    write()
    explain(button, action)
