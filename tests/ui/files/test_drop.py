"""What is dragged over the window: recordings are taken anywhere on it, all else is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ser_desktop import paths
from ser_desktop.ui import theme
from ser_desktop.ui.files.drop import paint_invitation
from ser_desktop.ui.language import LANGUAGES
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.theme import GRID
from tests.fakes.jobs import FakeJobs
from tests.ui.files.conftest import Drag, files
from tests.ui.languages import Languages


def test_an_overlay_covers_the_window_while_recordings_hover(window: MainWindow, tmp_path: Path) -> None:
    """All of it, on every page, until they leave."""
    window.show_live()
    drag = Drag(window, files(tmp_path / "a.wav"))
    assert drag.enter()
    assert window.overlay.isVisible()
    assert window.overlay.geometry() == window.rect()
    for position in (QPoint(5, 5), QPoint(450, 200), window.rect().bottomRight() - QPoint(5, 5)):
        assert drag.move(position)
        assert window.overlay.isVisible()
    drag.leave()
    assert not window.overlay.isVisible()


def test_a_drop_lists_files_and_folders(window: MainWindow, jobs: FakeJobs, tmp_path: Path) -> None:
    """And shows their page."""
    window.show_live()
    drag = Drag(window, files(tmp_path / "a.wav", tmp_path))
    drag.enter()
    assert drag.drop()
    assert not window.overlay.isVisible()
    assert jobs.asked == [("add", [tmp_path / "a.wav", tmp_path])]
    assert window.files.isVisible()


def text() -> QMimeData:
    """Return a piece of text, as from an editor."""
    data = QMimeData()
    data.setText("anger")
    return data


def address() -> QMimeData:
    """Return an address elsewhere, as from a browser."""
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/voice.wav")])
    return data


@pytest.mark.parametrize("data", [text(), address(), QMimeData()], ids=["text", "address", "nothing"])
def test_what_is_no_file_is_refused(window: MainWindow, jobs: FakeJobs, data: QMimeData) -> None:
    """No overlay, no promise, nothing listed."""
    drag = Drag(window, data)
    assert not drag.enter()
    assert not window.overlay.isVisible()
    assert not drag.drop()
    assert jobs.asked == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_invitation_is_not_cut(qapp: QApplication, code: str) -> None:
    """In each language, in a narrow frame: no line reaches its sides."""
    known = Languages(qapp, paths.assets() / "translations")
    known.use(code)
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_invitation(painter, QRectF(image.rect()), theme.DARK, keys="Ctrl+O")
    painter.end()
    known.close()
    empty = QImage(GRID, image.height(), image.format())
    empty.fill(Qt.GlobalColor.black)
    for side in (image.copy(0, 0, GRID, image.height()), image.copy(500 - GRID, 0, GRID, image.height())):
        assert side == empty
