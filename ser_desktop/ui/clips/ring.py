"""The ring that fills while a clip is recorded, in the place of the large answer."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import Phase, Recording
from ser_desktop.ui import theme, words
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import Verdict

BEATS = 3
BEAT_S = 0.7
COUNT_IN_S = BEATS * BEAT_S

_RING = 12 * GRID
_STROKE = GRID
_HEADLINE = 5 * GRID
_LINE = 3 * GRID
_TURN = 5760  # Qt counts arcs in sixteenths of a degree


class RecordingRing(QWidget):
    """Empty while it counts in, full when the clip is complete; the number tells what is still to come."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._share = 0.0
        self._text = Verdict("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def advance(self, recording: Recording) -> None:
        """Show how far ``recording`` is."""
        share = _share(recording)
        text = words.progress(recording, min(BEATS, math.ceil(recording.count_in_s / BEAT_S)))
        if text.headline != self._text.headline:
            self.setAccessibleName(text.headline)
            self.setAccessibleDescription(text.line)
        if (share, text) != (self._share, self._text):
            self._share, self._text = share, text
            self.update()

    @property
    def share(self) -> float:
        """How much of the ring is filled, 0 to 1."""
        return self._share

    def texts(self) -> tuple[str, str, str]:
        """Return the number in the ring, the headline and the line."""
        return self._text.icon, self._text.headline, self._text.line

    def sizeHint(self) -> QSize:
        """Return the size of the answer whose place it takes."""
        return QSize(38 * GRID, _RING + GRID + _HEADLINE + _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, number and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._palette
        ring = QRectF(_STROKE / 2, _STROKE / 2, _RING - _STROKE, _RING - _STROKE)
        painter.setPen(QPen(QColor(palette.line if palette.strong else palette.raised), _STROKE))
        painter.drawEllipse(ring)
        if self._share > 0:
            pen = QPen(QColor(palette.accent), _STROKE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if self._share < 1 else Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(ring, _TURN // 4, -round(self._share * _TURN))
        painter.setPen(QColor(palette.text))
        painter.setFont(theme.font(Size.LARGE, bold=True))
        if self._text.icon:
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self._text.icon)
        else:
            self._paint_dots(painter, ring.center())
        top = float(_RING + GRID)
        for text, font, height in (
            (self._text.headline, theme.font(Size.LARGE, bold=True), _HEADLINE),
            (self._text.line, theme.font(), _LINE),
        ):
            painter.setFont(font)
            painter.setPen(QColor(palette.text))
            painter.drawText(QRectF(0, top, self.width(), height), Qt.AlignmentFlag.AlignVCenter, text)
            top += height

    def _paint_dots(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.muted))
        for offset in (-2 * GRID, 0, 2 * GRID):
            painter.drawEllipse(QPointF(middle.x() + offset, middle.y()), GRID / 2, GRID / 2)


def _share(recording: Recording) -> float:
    if recording.phase is Phase.RECORDING and recording.wanted_s > 0:
        return min(1.0, recording.recorded_s / recording.wanted_s)
    return 1.0 if recording.phase is Phase.HEARING else 0.0
