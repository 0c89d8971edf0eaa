"""The presentation: the answer alone, as large as the screen, to be read from the far end of a room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)

from ser_desktop.results import Snapshot
from ser_desktop.ui import icons, theme, words
from ser_desktop.ui.announcer import Announcer
from ser_desktop.ui.face import Face
from ser_desktop.ui.language import N_
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.widgets.bars import EmotionBars

HINT_MS = 5000
_MARGIN = 0.06  # of the height, all around
_TOP = 0.38  # of the height, for the icon and the words beside it
_SMALL = 0.022
_ROW = 24  # height of a row of bars before it is scaled


class Presentation(Face):
    """Covers a screen.

    How to leave is shown for a few seconds, and when the mouse moves.
    """

    def __init__(self, engine: Engine, palette: Palette, announcer: Announcer) -> None:
        super().__init__(engine, palette, announcer, Qt.WindowType.Window, N_("Presentation"))
        self._ways: Callable[[], str] = str
        self.bars = EmotionBars(palette, self)
        self._hint_timer = QTimer(self)
        self._hint_timer.setSingleShot(True)
        self._hint_timer.setInterval(HINT_MS)
        self._hint_timer.timeout.connect(self._rest)
        self.setMouseTracking(True)
        self.setMinimumSize(80 * GRID, 45 * GRID)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.bars.use_palette(palette)
        self.update()

    @property
    def hint(self) -> str:
        """How to leave, and what else can be done, in the window's language."""
        return self._ways()

    def tell_ways(self, ways: Callable[[], str]) -> None:
        """Say for a while how to leave, as ``ways`` tells it."""
        self._ways = ways
        self._show_hint()

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move the bars."""
        self.bars.advance(snapshot.prediction, elapsed_s)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write the answer, and the bars' figures."""
        self.bars.use_labels(self._engine.labels, self._engine.unsure_below)
        self.bars.show_words(snapshot.prediction)
        super().show_words(snapshot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to pull, and say how to leave."""
        super().showEvent(event)
        self._show_hint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say how to leave, to whoever looks for a way out."""
        super().mouseMoveEvent(event)
        self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the screen."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, the words beside it, and the microphone's name."""
        painter = QPainter(self)
        palette, verdict = self._palette, self._verdict
        painter.fillRect(event.rect(), QColor(palette.background))
        head = self._head()
        side = head.height()
        square = QRectF(head.left(), head.top(), side, side)
        icons.paint(painter, verdict.icon, square, QColor(palette.sign(verdict.icon)))
        room = head.adjusted(side * 1.12, 0, 0, 0)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() * 0.56)
        lower.setTop(upper.bottom())
        pixels = min(_fitting(upper, text, bold=True) for text in words.headlines(self._engine.labels))
        _paint_text(painter, upper, verdict.headline, _face(pixels, bold=True), palette.text, bottom=True)
        lower.setHeight(lower.height() * 0.6)
        _paint_text(painter, lower, verdict.line, _face(_fitting(lower, verdict.line)), palette.text)
        self._paint_foot(painter)

    def _head(self) -> QRectF:
        """Where icon and words are: in the middle while there are no bars."""
        margin = _MARGIN * self.height()
        top = margin if self.bars.isVisibleTo(self) else (1 - _TOP) / 2 * self.height()
        return QRectF(margin, top, self.width() - 2 * margin, _TOP * self.height())

    def _paint_foot(self, painter: QPainter) -> None:
        small = _SMALL * self.height()
        margin = _MARGIN * self.height()
        foot = QRectF(margin, self.height() - 2.2 * small, self.width() - 2 * margin, 1.6 * small)
        painter.setFont(_face(small))
        painter.setPen(QColor(self._palette.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._hint_timer.isActive():
            hint = self.hint
            painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, hint)
            foot.setRight(foot.right() - painter.fontMetrics().horizontalAdvance(hint) - small)
        told = painter.fontMetrics().elidedText(self._state, Qt.TextElideMode.ElideMiddle, int(foot.width()))
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignLeft, told)

    def _take_answer(self) -> None:
        self._place()

    def _place(self) -> None:
        """Give the bars the lower half, so large that they fill it; none without a model."""
        labels = len(self._engine.labels)
        self.bars.setVisible(labels > 0)
        head, margin = self._head(), _MARGIN * self.height()
        top = head.bottom() + 0.8 * margin
        room = QRectF(
            margin, top, self.width() - 2 * margin, self.height() - 3 * _SMALL * self.height() - top
        )
        self.bars.setGeometry(room.toRect())
        if labels:
            self.bars.use_scale(max(1.0, room.height() / (labels * _ROW + 2 * GRID)))

    def _show_hint(self) -> None:
        self._hint_timer.start()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update(0, int(self.height() * 0.9), self.width(), self.height())

    def _rest(self) -> None:
        """Leave nothing on the screen but the answer."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.update()


def _face(pixels: float, *, bold: bool = False) -> QFont:
    face = theme.font(bold=bold)
    face.setPixelSize(max(1, round(pixels)))
    return face


def _fitting(room: QRectF, text: str, *, bold: bool = False) -> float:
    """Return the largest size at which ``text`` fits into ``room`` on one line, in pixels."""
    pixels = room.height() * 0.74
    width = QFontMetricsF(_face(pixels, bold=bold)).horizontalAdvance(text)
    return pixels * min(1.0, room.width() / max(1.0, width))


def _paint_text(
    painter: QPainter, room: QRectF, text: str, face: QFont, colour: str, *, bottom: bool = False
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignBottom if bottom else Qt.AlignmentFlag.AlignTop
    painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, text)
