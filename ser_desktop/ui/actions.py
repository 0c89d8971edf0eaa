"""All that a person can do in the window, in one list, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class ActionSpec:
    """A name to refer to, the words to show, and the key."""

    name: str
    text: str
    shortcut: str


ACTIONS = (
    ActionSpec("toggle", "Start or stop listening", "Space"),
    ActionSpec("choose-device", "Choose the microphone", "Ctrl+D"),
    ActionSpec("refresh-devices", "Look for microphones again", "F5"),
    ActionSpec("reset-clip", "Put the clip lamp out", "Ctrl+L"),
    ActionSpec("quit", "Quit", "Ctrl+Q"),
)


def install(place: QWidget, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Give ``place``, the window or a page, the actions of which ``handlers`` says by name what they do.

    A key works while its place is seen, wherever the focus is; so pages may share a key.
    """
    known = {spec.name: spec for spec in ACTIONS}
    actions = {}
    for name, handler in handlers.items():
        spec = known[name]
        action = QAction(spec.text, place)
        action.setObjectName(spec.name)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        place.addAction(action)
        actions[spec.name] = action
    return actions
