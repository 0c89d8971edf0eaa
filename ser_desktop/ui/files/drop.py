"""Recordings dropped anywhere on the window, with an overlay that says so while they hover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ser_desktop.ui import icons, theme
from ser_desktop.ui.files import words
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette, Size

_ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_ICON = 8 * GRID


@dataclass(frozen=True)
class Invitation:
    """What may be dropped: an icon, a title and a line; keys of translation."""

    icon: str
    title: str
    line: str


RECORDINGS = Invitation("recordings", words.INVITATION, words.FORMATS)


class Overlay(QWidget):
    """Covers the window while files hover over it; ``invites`` tells what they are taken for."""

    def __init__(self, palette: Palette, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._palette = palette
        self.invites: Callable[[], Invitation] = lambda: RECORDINGS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr(words.INVITATION))
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(tr(words.INVITATION))

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def appear(self) -> None:
        """Cover the whole window."""
        self.setAccessibleName(tr(self.invites().title))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a frame and the invitation over all else."""
        palette = self._palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(palette.background))
        pen = QPen(QColor(palette.accent), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
        painter.drawRoundedRect(frame, 2 * GRID, 2 * GRID)
        paint_invitation(painter, frame, palette, self.invites())


def paint_invitation(
    painter: QPainter,
    frame: QRectF,
    palette: Palette,
    invitation: Invitation = RECORDINGS,
    *,
    keys: str = "",
) -> None:
    """Draw the invitation to drop something into the middle of ``frame``; lines that are too long break."""
    middle = frame.center()
    icon = QRectF(middle.x() - _ICON / 2, middle.y() - 11 * GRID, _ICON, _ICON)
    icons.paint(painter, invitation.icon, icon, QColor(palette.accent))
    broken = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    room = frame.adjusted(2 * GRID, 0, -2 * GRID, 0)
    top = middle.y() - GRID
    for text, size, colour in (
        (tr(invitation.title), Size.LARGE, palette.text),
        (tr(invitation.line), Size.BODY, palette.muted),
        (keys, Size.BODY, palette.muted),
    ):
        painter.setFont(theme.font(size, bold=size is Size.LARGE))
        painter.setPen(QColor(colour))
        place = QRectF(room.left(), top, room.width(), room.bottom() - top)
        more = painter.boundingRect(place, broken, text).height() - painter.fontMetrics().height()
        painter.drawText(place, broken, text)
        top += (5 * GRID if size is Size.LARGE else 3 * GRID) + max(0.0, more)


class DropZone(QObject):
    """Watches ``window`` for what is dragged over it; ``dropped`` tells the paths."""

    dropped = Signal(list)

    def __init__(self, window: QWidget, overlay: Overlay) -> None:
        super().__init__(window)
        self._overlay = overlay
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files, and nothing else."""
        kind = event.type()
        if isinstance(event, QDropEvent) and kind in _ENTERING:
            self._hover(event)
            return True
        if isinstance(event, QDropEvent) and kind == QEvent.Type.Drop:
            self._drop(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self._overlay.hide()
            return True
        if kind == QEvent.Type.Resize and self._overlay.isVisible():
            self._overlay.appear()
        return False

    def _hover(self, event: QDropEvent) -> None:
        if not event.mimeData().hasUrls() or not (self._overlay.isVisible() or paths_of(event.mimeData())):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the files stay where they are
        event.accept()
        if not self._overlay.isVisible():
            self._overlay.appear()

    def _drop(self, event: QDropEvent) -> None:
        self._overlay.hide()
        paths = paths_of(event.mimeData())
        if not paths:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(paths)


def paths_of(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are dragged; text and addresses elsewhere are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
