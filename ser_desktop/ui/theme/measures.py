"""Type and measures: one typeface in three sizes, everything on a grid of 8 pixels."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

GRID = 8
MARGIN = 3 * GRID
CONTROL_HEIGHT = 5 * GRID

_ALIASES = {"", "Sans", "Sans Serif", "sans-serif", "DejaVu Sans"}
_CHOSEN = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")


class Size(IntEnum):
    """The three sizes of type, in pixels."""

    SMALL = 12
    BODY = 14
    LARGE = 28


@cache
def _family() -> str:
    """Return the system's own typeface, or a good one where the system names none."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if system not in _ALIASES:
        return system
    installed = set(QFontDatabase.families())
    return next((family for family in _CHOSEN if family in installed), system)


def font(size: Size = Size.BODY, *, bold: bool = False) -> QFont:
    """Return the one typeface, with figures of equal width."""
    face = QFont(_family())
    face.setPixelSize(size)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face
