"""Faces and signs, drawn here: one path each in a square of 24 units, filled in one colour.

Each differs from the others in shape, so that it can be read without its colour.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPolygonF, QTransform

UNITS = 24.0
_FINE = 16.0  # paths are built this much larger, since Qt joins and outlines curves as coarse polygons
_LINE = 1.8
_MIRROR = QTransform(-1, 0, 0, 1, UNITS * _FINE, 0)


def paint(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    """Fill the icon ``name`` into ``square`` (logical pixels)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / (UNITS * _FINE), square.height() / (UNITS * _FINE))
    painter.fillPath(path(name), colour)
    painter.restore()


@cache
def path(name: str) -> QPainterPath:
    """Shape of the icon ``name``: an emotion, or "silence", "unsure", "fault", "recordings"."""
    if name in _FACES:
        return _disc(12, 12, 11).subtracted(_FACES[name]())
    return _SIGNS[name]()


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * _FINE, y * _FINE)


def _disc(x: float, y: float, radius_x: float, radius_y: float | None = None) -> QPainterPath:
    disc = QPainterPath()
    disc.addEllipse(_at(x, y), radius_x * _FINE, (radius_x if radius_y is None else radius_y) * _FINE)
    return disc


def _outlined(line: QPainterPath, width: float = _LINE) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width * _FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line).simplified()


def _line(*points: tuple[float, float]) -> QPainterPath:
    line = QPainterPath()
    line.addPolygon(QPolygonF([_at(*point) for point in points]))
    return _outlined(line)


def _arc(begin: tuple[float, float], pull: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    line = QPainterPath(_at(*begin))
    line.quadTo(_at(*pull), _at(*end))
    return _outlined(line)


def _wave(y: float, swing: float) -> QPainterPath:
    line = QPainterPath(_at(7, y))
    for step in range(4):
        x = 7 + 2.5 * step
        line.quadTo(_at(x + 1.25, y + swing * (-1) ** step), _at(x + 2.5, y))
    return _outlined(line, 1.6)


def _twice(part: QPainterPath) -> QPainterPath:
    """Return ``part`` on both sides of the face."""
    return part.united(_MIRROR.map(part))


def _lower_half(x: float, y: float, radius_x: float, radius_y: float) -> QPainterPath:
    half = QPainterPath()
    half.addRect(QRectF(_at(0, y), _at(UNITS, UNITS)))
    return _disc(x, y, radius_x, radius_y).intersected(half)


def _eyes(y: float = 10.0, radius: float = 1.5) -> QPainterPath:
    return _twice(_disc(8.2, y, radius))


def _anger() -> QPainterPath:
    brows = _twice(_line((5.6, 6.6), (10.2, 9.0)))
    return brows.united(_eyes(11.2, 1.4)).united(_arc((8.0, 17.8), (12, 13.4), (16.0, 17.8)))


def _boredom() -> QPainterPath:
    lids = _twice(_line((5.4, 8.6), (10.4, 8.6)))
    gaze = _lower_half(8.6, 8.6, 2.1, 3.4).united(_lower_half(16.6, 8.6, 2.1, 3.4))
    return lids.united(gaze).united(_line((8.4, 15.4), (15.6, 17.6)))


def _disgust() -> QPainterPath:
    squint = _twice(_line((6.0, 8.0), (9.8, 10.0), (6.0, 12.0)))
    tongue = _lower_half(14.0, 16.4, 2.1, 3.4)
    return squint.united(_arc((7.4, 17.0), (12, 15.4), (17.0, 16.4))).united(tongue)


def _fear() -> QPainterPath:
    whites = _twice(_disc(8.0, 10.2, 3.0, 3.4)).subtracted(_twice(_disc(8.2, 10.8, 1.2)))
    brows = _twice(_arc((5.0, 5.6), (7.0, 4.2), (9.6, 4.4)))
    return whites.united(brows).united(_wave(17.6, 2.0))


def _happiness() -> QPainterPath:
    eyes = _twice(_arc((6.0, 10.4), (8.2, 6.6), (10.4, 10.4)))
    return eyes.united(_lower_half(12, 13.4, 5.6, 5.8))


def _neutral() -> QPainterPath:
    return _eyes().united(_line((8.2, 16.2), (15.8, 16.2)))


def _calm() -> QPainterPath:
    eyes = _twice(_arc((5.8, 9.6), (8.0, 12.6), (10.2, 9.6)))
    return eyes.united(_arc((7.8, 15.2), (12, 19.4), (16.2, 15.2)))


def _sadness() -> QPainterPath:
    brows = _twice(_line((5.8, 8.6), (9.6, 6.8)))
    tear = QPainterPath(_at(17.4, 12.6))
    tear.cubicTo(_at(19.8, 15.8), _at(19.0, 17.6), _at(17.4, 17.6))
    tear.cubicTo(_at(15.8, 17.6), _at(15.0, 15.8), _at(17.4, 12.6))
    mouth = _arc((8.4, 18.0), (11.4, 14.6), (14.0, 17.4))
    return brows.united(_eyes(11.0, 1.4)).united(mouth).united(tear)


def _surprise() -> QPainterPath:
    brows = _twice(_arc((5.6, 6.8), (8.0, 4.2), (10.2, 6.2)))
    return brows.united(_eyes(10.2, 1.6)).united(_disc(12, 16.8, 2.7, 3.3))


def _ring() -> QPainterPath:
    return _disc(12, 12, 11).subtracted(_disc(12, 12, 9.4))


def _silence() -> QPainterPath:
    return _ring().united(_line((8.0, 12.0), (16.0, 12.0)))


def _unsure() -> QPainterPath:
    hook = QPainterPath(_at(9.0, 9.4))
    hook.cubicTo(_at(9.0, 4.8), _at(15.4, 5.2), _at(15.0, 9.4))
    hook.cubicTo(_at(14.8, 11.6), _at(12.0, 11.6), _at(12.0, 14.2))
    return _ring().united(_outlined(hook)).united(_disc(12, 17.6, 1.2))


def _fault() -> QPainterPath:
    triangle = QPainterPath()
    triangle.addPolygon(QPolygonF([_at(12, 3.6), _at(21.6, 20), _at(2.4, 20), _at(12, 3.6)]))
    body = triangle.united(_outlined(triangle, 2.4))
    return body.subtracted(_line((12, 9.0), (12, 13.6))).subtracted(_disc(12, 17.2, 1.2))


def _recordings() -> QPainterPath:
    sheet = QPainterPath()
    sheet.addRoundedRect(QRectF(_at(4, 2), _at(20, 22)), 2.5 * _FINE, 2.5 * _FINE)
    bars = QPainterPath()
    for x, half in ((8.0, 1.6), (10.7, 4.0), (13.3, 2.4), (16.0, 3.2)):
        bars = bars.united(_line((x, 12 - half), (x, 12 + half)))
    return sheet.subtracted(bars)


_FACES: dict[str, Callable[[], QPainterPath]] = {
    "anger": _anger,
    "boredom": _boredom,
    "disgust": _disgust,
    "fear": _fear,
    "happiness": _happiness,
    "neutral": _neutral,
    "calm": _calm,
    "sadness": _sadness,
    "surprise": _surprise,
}
_SIGNS: dict[str, Callable[[], QPainterPath]] = {
    "silence": _silence,
    "unsure": _unsure,
    "fault": _fault,
    "recordings": _recordings,
}
