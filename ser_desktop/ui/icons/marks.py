"""Marks for buttons and menus, in thin lines: what a press does, or what it leads to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from ser_desktop.ui.icons.pen import arc, at, box, disc, line, outlined

_DOT = 1.2


def _joined(*parts: QPainterPath) -> QPainterPath:
    whole = QPainterPath()
    for part in parts:
        whole = whole.united(part)
    return whole


def _closed(*points: tuple[float, float]) -> QPainterPath:
    return line(*points, points[0])


def _menu() -> QPainterPath:
    return _joined(*(line((4.0, y), (20.0, y)) for y in (6.5, 12.0, 17.5)))


def _microphone() -> QPainterPath:
    cup = QPainterPath(at(5.2, 11.2))
    cup.arcTo(QRectF(at(5.2, 4.4), at(18.8, 18.0)), 180, 180)
    stand = line((12.0, 18.0), (12.0, 21.4)).united(line((8.4, 21.4), (15.6, 21.4)))
    return _joined(box(8.6, 1.8, 15.4, 14.6, 3.4), outlined(cup), stand)


def _record() -> QPainterPath:
    return disc(12, 12, 7.4)


def _check() -> QPainterPath:
    return line((4.4, 12.6), (9.8, 18.0), (19.6, 6.4))


def _warning() -> QPainterPath:
    frame = _closed((12.0, 3.6), (21.6, 20.2), (2.4, 20.2))
    return _joined(frame, line((12.0, 9.6), (12.0, 13.8)), disc(12, 17.0, _DOT))


def _plus() -> QPainterPath:
    return line((12.0, 4.4), (12.0, 19.6)).united(line((4.4, 12.0), (19.6, 12.0)))


def _folder() -> QPainterPath:
    return _closed((3.0, 5.4), (9.4, 5.4), (11.8, 8.4), (21.0, 8.4), (21.0, 19.4), (3.0, 19.4))


def _voice() -> QPainterPath:
    shoulders = arc((1.8, 20.6), (1.8, 14.6), (8.4, 14.6)).united(
        arc((8.4, 14.6), (15.0, 14.6), (15.0, 20.6))
    )
    head = outlined(disc(8.4, 7.4, 3.8))
    waves = arc((15.6, 3.8), (18.6, 7.4), (15.6, 11.0)).united(arc((19.2, 1.8), (24.4, 7.4), (19.2, 13.0)))
    return _joined(shoulders, head, waves)


def _model() -> QPainterPath:
    nodes = ((4.2, 12.0), (12.0, 4.6), (12.0, 19.4), (19.8, 12.0))
    left, above, below, right = nodes
    lines = (line(*pair) for pair in ((left, above), (left, below), (above, right), (below, right)))
    return _joined(*lines, *(disc(*node, 3.0) for node in nodes))


def _download() -> QPainterPath:
    tray = line((3.4, 16.4), (3.4, 20.8), (20.6, 20.8), (20.6, 16.4))
    return _joined(line((12.0, 3.0), (12.0, 15.4)), line((6.4, 9.8), (12.0, 15.4), (17.6, 9.8)), tray)


def _trash() -> QPainterPath:
    lid = line((3.4, 6.2), (20.6, 6.2)).united(line((9.0, 6.2), (9.0, 2.8), (15.0, 2.8), (15.0, 6.2)))
    can = line((5.4, 6.2), (6.6, 21.2), (17.4, 21.2), (18.6, 6.2))
    return _joined(lid, can, line((9.9, 10.6), (10.3, 16.8)), line((14.1, 10.6), (13.7, 16.8)))


MARKS: dict[str, Callable[[], QPainterPath]] = {
    "menu": _menu,
    "microphone": _microphone,
    "record": _record,
    "check": _check,
    "warning": _warning,
    "plus": _plus,
    "folder": _folder,
    "voice": _voice,
    "model": _model,
    "download": _download,
    "trash": _trash,
}
