"""Icons that differ in shape, so that colour is never needed to tell them apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

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
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(pixels, image.bytesPerLine())
    return rows[:, :pixels] / 255.0


@pytest.mark.parametrize(("pixels", "differing"), [(12, 4), (20, 8), (300, 1500)])
def test_no_two_icons_are_alike(pixels: int, differing: int) -> None:
    """At any size two of them differ by as much ink as fills so many pixels."""
    drawn = {name: ink(name, pixels) for name in icons.NAMES}
    for first, second in combinations(drawn, 2):
        changed = np.abs(drawn[first] - drawn[second]).sum()
        assert changed >= differing, (first, second)


@pytest.mark.parametrize("name", EMOTIONS)
def test_a_small_face_still_has_features(name: str) -> None:
    """At 12 pixels what is cut out of the disc is as good as empty somewhere, above and below the middle."""
    inside = ink(name, 12)[2:10, 2:10]
    assert inside[:4].min() < 0.4
    assert inside[4:].min() < 0.4


@pytest.mark.parametrize("pixels", [12, 48, 300])
def test_icons_stay_within_their_square(pixels: int) -> None:
    """Nothing is cut at the edge of the square; all of it is used."""
    for name in icons.NAMES:
        picture = ink(name, pixels)
        edge = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
        assert edge.max() < (0.9 if pixels == 12 else 0.01), name
        assert picture.max() > 0.4, name


def test_a_button_s_icon_is_drawn_in_its_colours() -> None:
    """What can be used is in one colour, what cannot in the other, sharp at every size."""
    made = icons.icon("folder", "#ff0000", faint="#0000ff")
    for mode, colour in ((QIcon.Mode.Normal, "#ff0000"), (QIcon.Mode.Disabled, "#0000ff")):
        for pixels in (16, 24, 48):
            image = made.pixmap(QSize(pixels, pixels), 1.0, mode).toImage()
            assert image.width() == pixels
            seen = {
                image.pixelColor(x, y).name()
                for x in range(pixels)
                for y in range(pixels)
                if image.pixelColor(x, y).alpha() > 200
            }
            assert seen == {colour}


def test_an_icon_that_nobody_drew_is_a_mistake() -> None:
    """It is not silently empty."""
    with pytest.raises(KeyError, match="unicorn"):
        icons.path("unicorn")
