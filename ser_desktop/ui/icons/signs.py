"""Signs of how things stand, in the place of a face."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainterPath, QPolygonF

from ser_desktop.ui.icons.pen import at, box, disc, line, outlined


def _ring() -> QPainterPath:
    return disc(12, 12, 11).subtracted(disc(12, 12, 9.4))


def _silence() -> QPainterPath:
    return _ring().united(line((8.0, 12.0), (16.0, 12.0)))


def _unsure() -> QPainterPath:
    hook = QPainterPath(at(9.0, 9.4))
    hook.cubicTo(at(9.0, 4.8), at(15.4, 5.2), at(15.0, 9.4))
    hook.cubicTo(at(14.8, 11.6), at(12.0, 11.6), at(12.0, 14.2))
    return _ring().united(outlined(hook)).united(disc(12, 17.6, 1.2))


def _fault() -> QPainterPath:
    triangle = QPainterPath()
    triangle.addPolygon(QPolygonF([at(12, 3.6), at(21.6, 20), at(2.4, 20), at(12, 3.6)]))
    body = triangle.united(outlined(triangle, 2.4))
    return body.subtracted(line((12, 9.0), (12, 13.6))).subtracted(disc(12, 17.2, 1.2))


def _recordings() -> QPainterPath:
    sheet = box(4, 2, 20, 22, 2.5)
    bars = QPainterPath()
    for x, half in ((8.0, 1.6), (10.7, 4.0), (13.3, 2.4), (16.0, 3.2)):
        bars = bars.united(line((x, 12 - half), (x, 12 + half)))
    return sheet.subtracted(bars)


SIGNS: dict[str, Callable[[], QPainterPath]] = {
    "silence": _silence,
    "unsure": _unsure,
    "fault": _fault,
    "recordings": _recordings,
}
