"""All that a person can do in the window, in one list, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ser_desktop.ui.language import N_, tr

LIVE = N_("Live")
CLIPS = N_("Clips")
FILES = N_("Recordings")
ONE = N_("One recording")
MODELS = N_("Models")
TAKE = N_("Take it away")
WINDOW = N_("Window")
"""What actions are about, as the sheet of shortcuts orders them."""


@dataclass(frozen=True)
class ActionSpec:
    """A name to refer to, what it is about, the words to show, and the keys, the first of which is shown.

    ``repeats``: whether it is done again and again while its key is held. ``checkable``: whether it turns
    something on and off.
    """

    name: str
    about: str
    text: str
    shortcut: str
    others: tuple[str, ...] = ()
    repeats: bool = False
    checkable: bool = False


ACTIONS = (
    ActionSpec("toggle", LIVE, N_("Start or stop listening"), "Space"),
    ActionSpec("choose-device", LIVE, N_("Choose the microphone"), "Ctrl+D"),
    ActionSpec("refresh-devices", LIVE, N_("Look for microphones again"), "F5"),
    ActionSpec("reset-clip", LIVE, N_("Put the clip lamp out"), "Ctrl+L"),
    ActionSpec("test-microphone", LIVE, N_("Test the microphone…"), "Ctrl+T"),
    ActionSpec("calibrate", LIVE, N_("Calibrate to my voice…"), "Ctrl+K"),
    ActionSpec("record", CLIPS, N_("Record a clip; while it counts in, begin at once"), "R"),
    ActionSpec("record-last", CLIPS, N_("Keep the last seconds as a clip"), "Shift+R"),
    ActionSpec("shorter", CLIPS, N_("Shorter clips"), "-", repeats=True),
    ActionSpec("longer", CLIPS, N_("Longer clips"), "+", others=("=",), repeats=True),
    ActionSpec("back", CLIPS, N_("Cancel the recording, or leave the clip"), "Escape"),
    ActionSpec("play-clip", CLIPS, N_("Play the clip, or stop"), "P"),
    ActionSpec("save-clip", CLIPS, N_("Save the clip"), "Ctrl+S"),
    ActionSpec("discard-clip", CLIPS, N_("Discard the clip"), "Delete"),
    ActionSpec("undo", CLIPS, N_("Put the discarded clip back"), "Ctrl+Z"),
    ActionSpec("previous-clip", CLIPS, N_("The clip before"), "Alt+Left"),
    ActionSpec("next-clip", CLIPS, N_("The clip after"), "Alt+Right"),
    ActionSpec("add-files", FILES, N_("Add recordings…"), "Ctrl+O"),
    ActionSpec("add-folder", FILES, N_("Add a folder…"), "Ctrl+Shift+O"),
    ActionSpec("view-file", FILES, N_("See the recording"), "Return", others=("Enter",)),
    ActionSpec("cancel-files", FILES, N_("Cancel"), "Ctrl+."),
    ActionSpec("retry-files", FILES, N_("Try again"), "F5"),
    ActionSpec("remove-files", FILES, N_("Remove"), "Delete"),
    ActionSpec("clear-files", FILES, N_("Clear the list"), "Ctrl+Shift+Delete"),
    ActionSpec("leave-file", ONE, N_("Back to the list"), "Escape", others=("Backspace",)),
    ActionSpec("play", ONE, N_("Play or pause"), "Space"),
    ActionSpec("zoom-in", ONE, N_("Come nearer"), "+", others=("=",), repeats=True),
    ActionSpec("zoom-out", ONE, N_("Go away"), "-", repeats=True),
    ActionSpec("zoom-whole", ONE, N_("See all of it"), "0"),
    ActionSpec("zoom-selection", ONE, N_("See the selection"), "Z"),
    ActionSpec("go-left", ONE, N_("Move the cursor back"), "Left", repeats=True),
    ActionSpec("go-right", ONE, N_("Move the cursor on"), "Right", repeats=True),
    ActionSpec("go-begin", ONE, N_("Go to the beginning"), "Home"),
    ActionSpec("go-end", ONE, N_("Go to the end"), "End"),
    ActionSpec("select-left", ONE, N_("Select back"), "Shift+Left", repeats=True),
    ActionSpec("select-right", ONE, N_("Select on"), "Shift+Right", repeats=True),
    ActionSpec("select-whole", ONE, N_("Select all of it"), "Ctrl+A"),
    ActionSpec("use-model", MODELS, N_("Use this model"), "Return", others=("Enter",)),
    ActionSpec("compare-models", MODELS, N_("Compare…"), "C"),
    ActionSpec("remove-model", MODELS, N_("Remove"), "Delete"),
    ActionSpec("import-model", MODELS, N_("Import…"), "Ctrl+I"),
    ActionSpec("train-model", MODELS, N_("Train your own…"), "Ctrl+N"),
    ActionSpec("export", TAKE, N_("Export…"), "Ctrl+E"),
    ActionSpec("copy", TAKE, N_("Copy as text"), "Ctrl+C"),
    ActionSpec("show-live", WINDOW, N_("Show what is heard now"), "Ctrl+1"),
    ActionSpec("show-files", WINDOW, N_("Show the recordings"), "Ctrl+2"),
    ActionSpec("show-models", WINDOW, N_("Show the models"), "Ctrl+3"),
    ActionSpec("menu", WINDOW, N_("Open the menu"), "F10"),
    ActionSpec("preferences", WINDOW, N_("Preferences…"), "Ctrl+,"),
    ActionSpec("present", WINDOW, N_("Presentation"), "F11"),
    ActionSpec("mini", WINDOW, N_("Mini view"), "Ctrl+M"),
    ActionSpec("leave-view", WINDOW, N_("Back to the window"), "Escape", others=("Return", "Enter")),
    ActionSpec("next-screen", WINDOW, N_("Presentation on the next screen"), "S"),
    ActionSpec("panel-level", WINDOW, N_("Level"), "Alt+1", checkable=True),
    ActionSpec("panel-voice", WINDOW, N_("Voice and attention"), "Alt+2", checkable=True),
    ActionSpec("panel-answer", WINDOW, N_("Emotions"), "Alt+3", checkable=True),
    ActionSpec("panel-timeline", WINDOW, N_("Timeline"), "T", others=("Alt+4",), checkable=True),
    ActionSpec("panel-plane", WINDOW, N_("Arousal and valence"), "Alt+5", checkable=True),
    ActionSpec("shortcuts", WINDOW, N_("Keyboard shortcuts"), "F1"),
    ActionSpec("welcome", WINDOW, N_("Welcome page"), ""),
    ActionSpec("report", WINDOW, N_("Copy report…"), ""),
    ActionSpec("about", WINDOW, N_("About this program"), ""),
    ActionSpec("quit", WINDOW, N_("Quit"), "Ctrl+Q"),
)


def install(place: QWidget, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Give ``place``, the window or a page, the actions of which ``handlers`` says by name what they do.

    A key works while its place is seen, wherever the focus is; so pages may share a key.
    """
    known = {spec.name: spec for spec in ACTIONS}
    actions = {}
    for name, handler in handlers.items():
        spec = known[name]
        action = QAction(place)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in (spec.shortcut, *spec.others) if key])
        action.setAutoRepeat(spec.repeats)
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        place.addAction(action)
        actions[spec.name] = action
    _Words(place, {action: known[name].text for name, action in actions.items()})
    return actions


class _Words(QObject):
    """Keeps the words of a place's actions in the window's language."""

    def __init__(self, place: QWidget, texts: Mapping[QAction, str]) -> None:
        super().__init__(place)
        self._texts = texts
        self._write()
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write them anew in another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        return super().eventFilter(watched, event)

    def _write(self) -> None:
        for action, text in self._texts.items():
            action.setText(tr(text))
