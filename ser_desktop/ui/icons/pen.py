"""Strokes and discs on a square of 24 units, of which all icons are made."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen, QPolygonF, QTransform

UNITS = 24.0
FINE = 16.0
"""Paths are built this much larger, since Qt joins and outlines curves as coarse polygons."""
_LINE = 1.8
_MIRROR = QTransform(-1, 0, 0, 1, UNITS * FINE, 0)


def at(x: float, y: float) -> QPointF:
    """Return the point at these units."""
    return QPointF(x * FINE, y * FINE)


def disc(x: float, y: float, radius_x: float, radius_y: float | None = None) -> QPainterPath:
    """Return a filled disc, or an ellipse."""
    disc = QPainterPath()
    disc.addEllipse(at(x, y), radius_x * FINE, (radius_x if radius_y is None else radius_y) * FINE)
    return disc


def outlined(line: QPainterPath, width: float = _LINE) -> QPainterPath:
    """Return the shape that a round pen leaves along ``line``."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width * FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line).simplified()


def pen(width: float) -> QPen:
    """Return a round pen of so many units."""
    return QPen(
        QColor("black"),
        width * FINE,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def line(*points: tuple[float, float]) -> QPainterPath:
    """Return a stroke through these points."""
    line = QPainterPath()
    line.addPolygon(QPolygonF([at(*point) for point in points]))
    return outlined(line)


def arc(begin: tuple[float, float], pull: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    """Return a curved stroke from ``begin`` to ``end``, pulled towards a point."""
    line = QPainterPath(at(*begin))
    line.quadTo(at(*pull), at(*end))
    return outlined(line)


def wave(y: float, swing: float) -> QPainterPath:
    """Return a stroke that swings about a height."""
    line = QPainterPath(at(7, y))
    for step in range(4):
        x = 7 + 2.5 * step
        line.quadTo(at(x + 1.25, y + swing * (-1) ** step), at(x + 2.5, y))
    return outlined(line, 1.6)


def twice(part: QPainterPath) -> QPainterPath:
    """Return ``part`` on both sides of the face."""
    return part.united(_MIRROR.map(part))


def lower_half(x: float, y: float, radius_x: float, radius_y: float) -> QPainterPath:
    """Return what of an ellipse lies below its middle."""
    half = QPainterPath()
    half.addRect(QRectF(at(0, y), at(UNITS, UNITS)))
    return disc(x, y, radius_x, radius_y).intersected(half)


def box(left: float, top: float, right: float, bottom: float, radius: float = 2.0) -> QPainterPath:
    """Return a filled rectangle with round corners."""
    filled = QPainterPath()
    filled.addRoundedRect(QRectF(at(left, top), at(right, bottom)), radius * FINE, radius * FINE)
    return filled
