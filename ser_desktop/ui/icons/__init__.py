"""Faces, signs and marks for buttons, drawn here: one path each in a square of 24 units, in one colour.

Each differs from the others in shape, so that it can be read without its colour.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPixmap

from ser_desktop.ui.icons.faces import FACES
from ser_desktop.ui.icons.marks import MARKS
from ser_desktop.ui.icons.pen import FINE, UNITS, disc, pen
from ser_desktop.ui.icons.signs import SIGNS

__all__ = ["NAMES", "UNITS", "icon", "paint", "path"]

NAMES = (*FACES, *SIGNS, *MARKS)
"""Every icon: the emotions, "silence" and other signs, and what buttons show."""

_SMALL = 17.0  # pixels of a screen, below which a stroke of the pen is less than one wide
_BOLDER = 0.9
_FINER = 4  # so much larger are small faces drawn at first: edges that lie in one pixel then add up
_SIZES = (16, 20, 24, 32, 40, 48, 64)  # pixels of a screen, at which a button's icon is sharp


def paint(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    """Fill the icon ``name`` into ``square`` (logical pixels); the same again is copied, not drawn anew."""
    pixels_a_unit = painter.deviceTransform().m11()
    painter.drawImage(square.topLeft(), _stamp(name, square.width(), colour.rgba(), pixels_a_unit))


def icon(
    name: str, colour: QColor | str, faint: QColor | str | None = None, *, before_words: bool = False
) -> QIcon:
    """Return the icon ``name`` for a button or a menu.

    ``faint`` is its colour where that cannot be used; ``before_words`` leaves room for them, half of its
    width, which Qt's style does not.
    """
    made = QIcon()
    for side in _SIZES:
        width = side * 3 // 2 if before_words else side
        made.addPixmap(_pixmap(name, side, width, QColor(colour)))
        if faint is not None:
            made.addPixmap(_pixmap(name, side, width, QColor(faint)), QIcon.Mode.Disabled)
    return made


@cache
def path(name: str) -> QPainterPath:
    """Shape of the icon ``name``, one of :data:`NAMES`."""
    if name in FACES:
        return disc(12, 12, 11).subtracted(_features(name))
    return (SIGNS[name] if name in SIGNS else MARKS[name])()


@cache
def _features(name: str) -> QPainterPath:
    return FACES[name]()


@lru_cache(maxsize=256)
def _stamp(name: str, side: float, rgba: int, ratio: float) -> QImage:
    """Return the icon as a picture for a screen with ``ratio`` pixels a logical one."""
    pixels = math.ceil(side * ratio)
    if name in FACES and side * ratio < _SMALL:
        large = _drawn(name, rgba, side * ratio * _FINER, pixels * _FINER, bolder=_BOLDER)
        drawn = large.scaled(pixels, pixels, mode=Qt.TransformationMode.SmoothTransformation)
    else:
        drawn = _drawn(name, rgba, side * ratio, pixels)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _drawn(name: str, rgba: int, side: float, pixels: int, bolder: float = 0.0) -> QImage:
    """Draw an icon ``side`` wide into so many pixels; features of a face are ``bolder`` by so many units."""
    drawn = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / (UNITS * FINE), side / (UNITS * FINE))
    painter.fillPath(path(name), QColor.fromRgba(rgba))
    if bolder:  # erased, since to unite their paths takes a hundred times as long
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.strokePath(_features(name), pen(bolder))
    painter.end()
    return drawn


def _pixmap(name: str, side: int, width: int, colour: QColor) -> QPixmap:
    drawn = QPixmap(width, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    return drawn
