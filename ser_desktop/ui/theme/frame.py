"""Frames that widgets paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ser_desktop.ui.theme.measures import GRID
from ser_desktop.ui.theme.palette import Palette


def paint_frame(
    painter: QPainter, rect: QRectF, palette: Palette, *, focused: bool, ground: str | None = None
) -> None:
    """Frame a control inside ``rect``, and fill it with ``ground``; a thick frame tells where keys arrive."""
    width = palette.ring if focused else 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.accent if focused else palette.line), width))
    painter.setBrush(QColor(ground) if ground is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), GRID - inset, GRID - inset)
    painter.restore()
