"""Keys in words, as the system and the window's language write them, and buttons that do what a key does."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from ser_desktop.ui.actions import ACTIONS

_SHORTCUTS = {spec.name: spec.shortcut for spec in ACTIONS}


def native(shortcut: str) -> str:
    """Write keys as the system and the language do: "Space", in German "Leertaste"."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


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
