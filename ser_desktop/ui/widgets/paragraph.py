"""A few lines of small text in whatever room there is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.theme import GRID, Size


class Paragraph(QWidget):
    """Wraps its words. Unlike a label it asks for no height of its own: its neighbours keep theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colour = QColor()
        self.setFont(theme.font(Size.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def tell(self, text: str, colour: str) -> None:
        """Show ``text``."""
        self._text, self._colour = text, QColor(colour)
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """Return what is shown."""
        return self._text

    def wanted_height(self) -> int:
        """Return the height that all of the text takes at this width."""
        room = QRect(0, 0, self.width(), 10_000)
        return QFontMetrics(self.font()).boundingRect(room, int(_flags(self._text)), self._text).height()

    def sizeHint(self) -> QSize:
        """Return room for four lines."""
        return QSize(20 * GRID, 8 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return room for two."""
        return QSize(20 * GRID, 4 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._colour)
        painter.drawText(self.rect(), int(_flags(self._text)), self._text)


def _flags(text: str) -> int:
    """Break between words; within them only where one is as long as a path."""
    longest = max(map(len, text.split()), default=0)
    wrap = Qt.TextFlag.TextWrapAnywhere if longest > 40 else Qt.TextFlag.TextWordWrap
    return int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignLeft) | int(wrap)
