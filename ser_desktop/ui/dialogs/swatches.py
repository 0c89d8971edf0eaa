"""A strip with the emotions' faces in one choice of their colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import EMOTIONS
from ser_desktop.ui import icons
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.words import noun

_ICON = 3 * GRID
_STEP = _ICON + GRID


class Swatches(QWidget):
    """Shows what a choice of colours looks like, before it is made."""

    def __init__(self, palette: Palette, colours: str) -> None:
        super().__init__()
        self._colours = colours
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        """Draw on this palette's ground."""
        self._palette = palette.with_colours(self._colours)
        self.update()

    def retranslate(self) -> None:
        """Say what is drawn."""
        names = ", ".join(map(noun, EMOTIONS))
        self.setAccessibleName(tr("Colours of {names}", names=names))
        self.setToolTip(names)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        """Return room for all emotions."""
        return QSize(len(EMOTIONS) * _STEP - GRID, 4 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a face for each emotion."""
        painter = QPainter(self)
        top = (self.height() - _ICON) / 2
        for index, emotion in enumerate(EMOTIONS):
            square = QRectF(index * _STEP, top, _ICON, _ICON)
            icons.paint(painter, emotion, square, QColor(self._palette.emotions[emotion]))
