"""Lines under a recording's plot: the hues by name, and answers with their face."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.results import EMOTIONS
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import noun

_ICON = 2 * GRID


class Legend(QWidget):
    """The labels' faces, hues and words in one row."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._labels: tuple[str, ...] = ()
        self.setFixedHeight(3 * GRID)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(", ".join(noun(label) for label in self._ordered()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def use_labels(self, labels: tuple[str, ...]) -> None:
        """Show these."""
        if labels != self._labels:
            self._labels = labels
            self.retranslate()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them side by side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Size.SMALL))
        x = 0.0
        for label in self._ordered():
            square = QRectF(x, self.height() / 2 - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, label, square, QColor(self._palette.emotions[label]))
            painter.setPen(QColor(self._palette.muted))
            width = painter.fontMetrics().horizontalAdvance(noun(label))
            place = QRectF(square.right() + 6, 0, width + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, noun(label))
            x = place.right() + 2 * GRID

    def _ordered(self) -> list[str]:
        return [label for label in EMOTIONS if label in self._labels]


class AnswerLine(QWidget):
    """A face and a sentence."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._shown = ("", "")
        self.setFixedHeight(3 * GRID)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def tell(self, icon: str, text: str) -> None:
        """Show these."""
        if (icon, text) != self._shown:
            self._shown = (icon, text)
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def text(self) -> str:
        """Return the sentence."""
        return self._shown[1]

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(40 * GRID, 3 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face and sentence."""
        icon, text = self._shown
        painter = QPainter(self)
        painter.setFont(theme.font())
        place = QRectF(self.rect())
        if icon:
            square = QRectF(0, self.height() / 2 - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, icon, square, QColor(self._palette.sign(icon)))
            place.setLeft(_ICON + GRID)
        painter.setPen(QColor(self._palette.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
