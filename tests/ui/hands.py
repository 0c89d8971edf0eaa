"""A person without a mouse: presses keys where the keyboard goes, and looks at what has the focus."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_TRAP = 400
_PATIENCE_MS, _WAIT_MS = 20_000, 20
_Kind = TypeVar("_Kind", bound=QObject)


def only(place: QObject, kind: type[_Kind]) -> _Kind:
    """Return the one of this kind that is there."""
    (found,) = place.findChildren(kind)
    return found


def target() -> QWidget:
    """Return where the system would send the next key."""
    QApplication.processEvents()  # windows become active a moment after they were asked to
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inside: QWidget | None = popup.focusWidget()
        return popup if inside is None else inside
    for _ in range(_PATIENCE_MS // _WAIT_MS):
        window = QApplication.activeWindow()
        if window is not None:
            break
        QTest.qWait(_WAIT_MS)
    else:
        raise AssertionError("no window has the keyboard")
    return QApplication.focusWidget() or window


def press(*keys: str) -> None:
    """Press these, each as a sequence in words: "Ctrl+,", "Tab", "Right"."""
    for key in keys:
        QTest.keySequence(target(), QKeySequence(key))
    QApplication.processEvents()


def write(text: str) -> None:
    """Type letters."""
    for letter in text:
        QTest.keyClicks(target(), letter)


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def walk(*, back: bool = False) -> list[QWidget]:
    """Press Tab until the first one has the focus again; return all that had it, in order."""
    seen: list[QWidget] = []
    first = focused()
    while True:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        if focused() is first:
            return seen
        assert focused() is not seen[-1], f"trapped in {seen[-1]}"
        assert len(seen) < _TRAP, "Tab never comes round"


def go_to(widget: QWidget) -> None:
    """Press Tab until ``widget`` has the focus."""
    for _ in range(_TRAP):
        if QApplication.focusWidget() is widget:
            return
        press("Tab")
    raise AssertionError(f"Tab never reaches {widget}, {widget.accessibleName()}")
