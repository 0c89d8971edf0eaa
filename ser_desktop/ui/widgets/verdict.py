"""The large answer: an icon, "Sounds angry", and how sure."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.ui import icons, theme, words
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import Verdict

_ICON = 9 * GRID
_LARGEST_ICON = 20 * GRID
_GAP = GRID
_HEADLINE = 5 * GRID
_LINES = 5 * GRID
_BESIDE = 52 * GRID  # from this width on the words stand beside the icon
_NARROWEST, _WIDEST = 30 * GRID, 44 * GRID


class VerdictView(QWidget):
    """Icon and two lines of text, and below them the last finished utterance."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._verdict = Verdict("silence", "")
        self._last = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def tell(self, verdict: Verdict, last: str) -> None:
        """Show ``verdict``, and ``last`` about the utterance before."""
        if (verdict, last) != (self._verdict, self._last):
            self._verdict, self._last = verdict, last
            self.setAccessibleName(verdict.headline)
            self.setAccessibleDescription(" ".join(part for part in (verdict.line, last) if part))
            self.update()

    def texts(self) -> tuple[str, str, str]:
        """Headline, line and last utterance, as they are read."""
        return self._verdict.headline, self._verdict.line, self._last

    def sizeHint(self) -> QSize:
        """Return room for the longest headline of all."""
        return QSize(self.width_for(()), _ICON + _GAP + _HEADLINE + _LINES + _LINES // 2)

    @staticmethod
    def width_for(labels: Iterable[str]) -> int:
        """Return the width at which all headlines can be read, for these emotions and without an answer."""
        metrics = QFontMetrics(theme.font(Size.LARGE, bold=True))
        widest = max(map(metrics.horizontalAdvance, words.headlines(labels)))
        return min(max(_NARROWEST, widest + GRID), _WIDEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, and the lines under it or beside it."""
        painter = QPainter(self)
        palette, verdict = self._palette, self._verdict
        beside = self.width() >= _BESIDE
        side = min(self.height(), self.width() // 3, _LARGEST_ICON) if beside else _ICON
        inset = side / icons.UNITS  # the drawing leaves one unit free on each side
        square = QRectF(-inset, -inset, side, side)
        icons.paint(painter, verdict.icon, square, QColor(palette.sign(verdict.icon)))
        left = side + 2.0 * GRID if beside else 0.0
        top = max(0, (side - _HEADLINE - _LINES) // 2 - inset) if beside else side + _GAP
        self._paint_lines(painter, QRectF(left, top, self.width() - left, self.height()))

    def _paint_lines(self, painter: QPainter, room: QRectF) -> None:
        palette, verdict = self._palette, self._verdict
        painter.setFont(theme.font(Size.LARGE, bold=True))
        painter.setPen(QColor(palette.text))
        headline = QRectF(room.left(), room.top(), room.width(), _HEADLINE)
        shown = painter.fontMetrics().elidedText(
            verdict.headline, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(headline, Qt.AlignmentFlag.AlignVCenter, shown)
        top = headline.bottom()
        for text, colour in ((verdict.line, palette.text), (self._last, palette.muted)):
            top += self._paint_wrapped(painter, QRectF(room.left(), top, room.width(), _LINES), text, colour)

    def _paint_wrapped(self, painter: QPainter, room: QRectF, text: str, colour: str) -> float:
        """Draw text on as many lines as it takes; return the height of these."""
        if not text:
            return 0.0
        face: QFont = theme.font()
        painter.setFont(face)
        painter.setPen(QColor(colour))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        taken = painter.boundingRect(room, flags, text)
        painter.drawText(taken, flags, text)
        return taken.height() + GRID / 2
