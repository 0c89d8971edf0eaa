"""What is told in passing can be read: all of it, in its place, and for its time, whenever it was told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.ui.widgets.toast import Toast

LONG = "Headset is not connected. The default of the system is used instead. " * 2


def test_what_is_told_before_the_window_is_seen_waits_for_it(qtbot: QtBot) -> None:
    """It lies within the page as large as that became, and its seconds begin when it can be read."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(100, 100)
    toast = Toast(page)
    toast._timer.setInterval(300)
    toast.tell(LONG)
    qtbot.wait(400)
    page.resize(1100, 700)
    page.show()
    assert toast.text() == LONG
    assert page.rect().contains(toast.geometry())
    assert toast.width() >= 600
    qtbot.waitUntil(lambda: not toast.text(), timeout=10_000)


def test_what_is_still_to_be_read_stays(qtbot: QtBot) -> None:
    """A second note joins the first, once; an offer that nobody took makes room."""
    page = QWidget()
    qtbot.addWidget(page)
    toast = Toast(page)
    toast.add("One.")
    toast.add("Two.")
    toast.add("Two.")
    assert toast.text() == "One. Two."
    toast.tell("Gone.", "Undo")
    toast.add("Three.")
    assert toast.text() == "Three."
