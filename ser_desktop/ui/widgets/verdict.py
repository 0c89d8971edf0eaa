"""The large answer: an icon, "Sounds angry", and how sure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.ui import icons, theme
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import Verdict

_ICON = 9 * GRID
_INSET = _ICON / icons.UNITS  # the drawing leaves one unit free on each side
_GAP = GRID
_HEADLINE = 5 * GRID
_LINE = 3 * GRID


class VerdictView(QWidget):
    """Icon above two lines of text, and below them the last finished utterance."""

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
        """Return room for the longest headline."""
        return QSize(38 * GRID, _ICON + 2 * _GAP + _HEADLINE + 2 * _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and lines, from the top."""
        painter = QPainter(self)
        palette, verdict = self._palette, self._verdict
        icons.paint(
            painter, verdict.icon, QRectF(-_INSET, -_INSET, _ICON, _ICON), QColor(palette.sign(verdict.icon))
        )
        top = float(_ICON + _GAP)
        lines = (
            (verdict.headline, theme.font(Size.LARGE, bold=True), palette.text, _HEADLINE),
            (verdict.line, theme.font(), palette.text, _LINE),
            (self._last, theme.font(), palette.muted, _LINE),
        )
        for text, font, colour, height in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRectF(0, top, self.width(), height)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += height
