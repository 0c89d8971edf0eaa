"""All that a person can do in the window, in one list, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class ActionSpec:
    """A name to refer to, the words to show, and the keys, the first of which is shown.

    ``repeats``: whether it is done again and again while its key is held.
    """

    name: str
    text: str
    shortcut: str
    others: tuple[str, ...] = ()
    repeats: bool = False


ACTIONS = (
    ActionSpec("toggle", "Start or stop listening", "Space"),
    ActionSpec("choose-device", "Choose the microphone", "Ctrl+D"),
    ActionSpec("refresh-devices", "Look for microphones again", "F5"),
    ActionSpec("reset-clip", "Put the clip lamp out", "Ctrl+L"),
    ActionSpec("record", "Record a clip; while it counts in, begin at once", "R"),
    ActionSpec("record-last", "Keep the last seconds as a clip", "Shift+R"),
    ActionSpec("shorter", "Shorter clips", "-", repeats=True),
    ActionSpec("longer", "Longer clips", "+", others=("=",), repeats=True),
    ActionSpec("back", "Cancel the recording, or leave the clip", "Escape"),
    ActionSpec("play-clip", "Play the clip, or stop", "P"),
    ActionSpec("save-clip", "Save the clip", "Ctrl+S"),
    ActionSpec("discard-clip", "Discard the clip", "Delete"),
    ActionSpec("undo", "Put the discarded clip back", "Ctrl+Z"),
    ActionSpec("previous-clip", "The clip before", "Alt+Left"),
    ActionSpec("next-clip", "The clip after", "Alt+Right"),
    ActionSpec("session", "Show the session, or the voice", "T"),
    ActionSpec("show-live", "Show what is heard now", "Ctrl+1"),
    ActionSpec("show-files", "Show the recordings", "Ctrl+2"),
    ActionSpec("add-files", "Add recordings…", "Ctrl+O"),
    ActionSpec("add-folder", "Add a folder…", "Ctrl+Shift+O"),
    ActionSpec("view-file", "See the recording", "Return", others=("Enter",)),
    ActionSpec("cancel-files", "Cancel", "Ctrl+."),
    ActionSpec("retry-files", "Try again", "F5"),
    ActionSpec("remove-files", "Remove", "Delete"),
    ActionSpec("clear-files", "Clear the list", "Ctrl+Shift+Delete"),
    ActionSpec("export", "Export…", "Ctrl+E"),
    ActionSpec("copy", "Copy as text", "Ctrl+C"),
    ActionSpec("leave-file", "Back to the list", "Escape", others=("Backspace",)),
    ActionSpec("play", "Play or pause", "Space"),
    ActionSpec("zoom-in", "Come nearer", "+", others=("=",), repeats=True),
    ActionSpec("zoom-out", "Go away", "-", repeats=True),
    ActionSpec("zoom-whole", "See all of it", "0"),
    ActionSpec("zoom-selection", "See the selection", "Z"),
    ActionSpec("go-left", "Move the cursor back", "Left", repeats=True),
    ActionSpec("go-right", "Move the cursor on", "Right", repeats=True),
    ActionSpec("go-begin", "Go to the beginning", "Home"),
    ActionSpec("go-end", "Go to the end", "End"),
    ActionSpec("select-left", "Select back", "Shift+Left", repeats=True),
    ActionSpec("select-right", "Select on", "Shift+Right", repeats=True),
    ActionSpec("select-whole", "Select all of it", "Ctrl+A"),
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
        action.setShortcuts([QKeySequence(key) for key in (spec.shortcut, *spec.others)])
        action.setAutoRepeat(spec.repeats)
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        place.addAction(action)
        actions[spec.name] = action
    return actions
