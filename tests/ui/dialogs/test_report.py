"""A report is read before it is copied, names files only when told to, and is offered after a crash."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ser_desktop.errors import UserError
from ser_desktop.ui import theme
from ser_desktop.ui.dialogs.report import ReportDialog, Writer
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.ui.hands import go_to, only, press

PLAIN, NAMED = "all about <file 1.wav>\n", "all about Interview.wav\n"


class Reporter:
    """Writes what a test says; counts how often it was asked on the window's thread."""

    def __init__(self) -> None:
        self.texts: tuple[str, str] | UserError = (PLAIN, NAMED)
        self.asked = 0
        self.may_write = threading.Event()
        self.may_write.set()

    def __call__(self) -> Writer:
        assert threading.current_thread() is threading.main_thread()
        self.asked += 1
        return self._write

    def _write(self) -> tuple[str, str]:
        assert threading.current_thread() is not threading.main_thread(), "the window would stand still"
        self.may_write.wait(20)
        if isinstance(self.texts, UserError):
            raise self.texts
        return self.texts


@pytest.fixture
def reporter() -> Reporter:
    """Return who writes the report."""
    return Reporter()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, reporter: Reporter) -> MainWindow:
    """Show the window at its smallest size, active."""
    stands = replace(house(), report=reporter)
    shown = MainWindow(FakeEngine(), theme.DARK, FakePlayer(), FakeAsker(tmp_path), house=stands)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=20_000)
    return shown


def opened(qtbot: QtBot, window: MainWindow) -> ReportDialog:
    """Open the dialog from the window's menu, and wait until it is written."""
    (action,) = (one for one in window.findChildren(QAction) if one.objectName() == "report")
    assert action in window.menu.menu().actions()
    action.trigger()
    dialog = only(window, ReportDialog)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    return dialog


def test_it_is_read_and_copied_without_a_mouse(qtbot: QtBot, window: MainWindow) -> None:
    """What is copied is what is shown."""
    dialog = opened(qtbot, window)
    assert dialog.shown.toPlainText() == PLAIN
    go_to(dialog.copy)
    press("Space")
    assert QApplication.clipboard().text() == PLAIN


def test_files_are_named_only_when_that_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    """And not the next time, unless it is asked for again."""
    dialog = opened(qtbot, window)
    go_to(dialog.names)
    press("Space")
    go_to(dialog.copy)
    press("Space")
    assert (dialog.shown.toPlainText(), QApplication.clipboard().text()) == (NAMED, NAMED)
    dialog.close()
    assert opened(qtbot, window) is dialog
    assert dialog.shown.toPlainText() == PLAIN


def test_where_no_file_is_named_nothing_is_asked(
    qtbot: QtBot, window: MainWindow, reporter: Reporter
) -> None:
    """A box that changes nothing cannot be ticked."""
    reporter.texts = (PLAIN, PLAIN)
    assert not opened(qtbot, window).names.isEnabled()


def test_the_window_waits_for_nobody(qtbot: QtBot, window: MainWindow, reporter: Reporter) -> None:
    """While it is written the dialog is there, empty, and can be closed and opened again."""
    reporter.may_write.clear()
    window.dialogs.open("report")
    dialog = only(window, ReportDialog)
    assert dialog.text() == ""
    assert not dialog.copy.isEnabled()
    dialog.close()
    window.dialogs.open("report")
    assert reporter.asked == 1
    reporter.may_write.set()
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    dialog.close()
    opened(qtbot, window)
    assert reporter.asked == 2, "written anew: the log went on"


def test_a_report_that_cannot_be_written_says_so(
    qtbot: QtBot, window: MainWindow, reporter: Reporter
) -> None:
    """In words, in its place."""
    reporter.texts = UserError("no-portaudio", "Sound is not available.", "", "Install it.")
    assert opened(qtbot, window).text() == "Sound is not available. Install it."


def test_after_a_crash_it_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    """A quiet line with a button, beside what else is told at the beginning; it leads to the report."""
    window.tell(UserError("x", "Something else."))
    window.own_up()
    toast = window.live.toast
    assert toast.text() == "Something else. The program ended unexpectedly last time."
    go_to(toast.button)
    press("Return")
    dialog = only(window, ReportDialog)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    assert toast.text() == ""
