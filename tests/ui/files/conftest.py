"""The window's page of recordings, over a scripted queue or over the real one."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.engine.filejobs import FileJobs
from ser_desktop.inference.manifest import Model
from ser_desktop.ui import theme
from ser_desktop.ui.files.asking import Clash, FilesAsker
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.jobs import FakeJobs
from tests.fakes.player import FakePlayer


class Answers(FilesAsker):
    """Answers at once what a person would be asked, and counts the questions."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.files: list[Path] = []
        self.into: Path | None = None
        self.place: tuple[Path, bool] | None = None
        self.answer = Clash.CANCEL
        self.clashes: list[Path] = []

    def recordings(self) -> list[Path]:
        """Choose these."""
        return self.files

    def recordings_folder(self) -> Path | None:
        """Choose this."""
        return self.into

    def results_folder(self, count: int) -> Path | None:  # noqa: ARG002 - the question's
        """Choose this."""
        return self.into

    def where(self, title: str, name: str, kind: str) -> tuple[Path, bool] | None:  # noqa: ARG002 - the question's
        """Choose this."""
        return self.place

    def clash(self, there: object) -> Clash:
        """Note what is in the way."""
        assert isinstance(there, list)
        self.clashes += there
        return self.answer


def opened(qtbot: QtBot, jobs: FakeJobs | FileJobs) -> MainWindow:
    """Show the window's page of recordings at its smallest size."""
    window = MainWindow(FakeEngine(), theme.DARK, FakePlayer(), house=house(), jobs=jobs)
    qtbot.addWidget(window)
    window.files.use_asker(Answers(window))
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    window.show_files()
    return window


@pytest.fixture
def jobs() -> FakeJobs:
    """Return a queue that does only what a test says."""
    return FakeJobs()


@pytest.fixture
def window(jobs: FakeJobs, qtbot: QtBot) -> MainWindow:
    """Show the window over the scripted queue."""
    return opened(qtbot, jobs)


@pytest.fixture
def real(model: Model, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window over the real queue."""
    window = opened(qtbot, FileJobs(model))
    yield window
    window.close()


def files(*paths: Path) -> QMimeData:
    """Return what a file manager sends."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


class Drag:
    """Drags something over the window, through the events that its platform window gets."""

    def __init__(self, window: MainWindow, data: QMimeData) -> None:
        self._window = window
        self._data = data
        self._position = window.rect().center()

    def enter(self) -> bool:
        """Come over the window; tell whether it would take it."""
        event = QDragEnterEvent(self._position, *self._rest())
        self._send(event)
        return event.isAccepted()

    def move(self, position: QPoint) -> bool:
        """Move on; tell whether it would still take it."""
        self._position = position
        event = QDragMoveEvent(self._position, *self._rest())
        self._send(event)
        return event.isAccepted()

    def leave(self) -> None:
        """Leave the window."""
        self._send(QDragLeaveEvent())

    def drop(self) -> bool:
        """Let go; tell whether it was taken."""
        event = QDropEvent(QPointF(self._position), *self._rest())
        self._send(event)
        return event.isAccepted()

    def _rest(self) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
        action = Qt.DropAction.CopyAction
        return action, self._data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def _send(self, event: QDropEvent | QDragLeaveEvent) -> None:
        QApplication.sendEvent(self._window.windowHandle(), event)
