"""Icons that differ in shape, so that colour is never needed to tell them apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ser_desktop.results import EMOTIONS
from ser_desktop.ui import icons

pytestmark = pytest.mark.usefixtures("qtbot")


def ink(name: str, pixels: int) -> NDArray[np.float64]:
    """Coverage [pixels, pixels] of the icon, 0 to 1."""
    image = QImage(pixels, pixels, QImage.Format.Format_Grayscale8)
    image.fill(QColor("black"))
    painter = QPainter(image)
    icons.paint(painter, name, QRectF(0, 0, pixels, pixels), QColor("white"))
    painter.end()
    return np.array([[image.pixelColor(x, y).valueF() for x in range(pixels)] for y in range(pixels)])


def test_no_two_icons_are_alike_when_small() -> None:
    """At 20 pixels any two differ clearly in at least as many pixels as an eye has."""
    drawn = {name: ink(name, 20) for name in (*EMOTIONS, "silence", "unsure", "fault")}
    for first, second in combinations(drawn, 2):
        changed = np.count_nonzero(np.abs(drawn[first] - drawn[second]) > 0.5)
        assert changed >= 8, (first, second)


def test_icons_stay_within_their_square() -> None:
    """Nothing is cut at the edge of the square."""
    for name in (*EMOTIONS, "silence", "unsure", "fault"):
        picture = ink(name, 48)
        edge = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
        assert edge.max() == 0.0, name
