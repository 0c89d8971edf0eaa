"""The names to the left of what is drawn over time: so wide that all plots of the page begin at one line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ser_desktop.ui import theme
from ser_desktop.ui.theme import GRID, Palette, Size

GUTTER = 14 * GRID
"""Width of the names, in pixels."""


def paint_name(
    painter: QPainter, place: QRectF, text: str, palette: Palette, *, focused: bool = False
) -> None:
    """Write a name into ``place``, on its middle line, shortened where it is longer."""
    painter.setFont(theme.font(Size.SMALL))
    painter.setPen(QColor(palette.text if focused else palette.muted))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
