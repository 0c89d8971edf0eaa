"""A face for each emotion: what is cut out of a disc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainterPath

from ser_desktop.ui.icons.pen import arc, at, disc, line, lower_half, twice, wave


def _eyes(y: float = 10.0, radius: float = 1.5) -> QPainterPath:
    return twice(disc(8.2, y, radius))


def _anger() -> QPainterPath:
    brows = twice(line((5.6, 6.6), (10.2, 9.0)))
    return brows.united(_eyes(11.2, 1.4)).united(arc((8.0, 17.8), (12, 13.4), (16.0, 17.8)))


def _boredom() -> QPainterPath:
    lids = twice(line((5.4, 8.6), (10.4, 8.6)))
    gaze = lower_half(8.6, 8.6, 2.1, 3.4).united(lower_half(16.6, 8.6, 2.1, 3.4))
    return lids.united(gaze).united(line((8.4, 15.4), (15.6, 17.6)))


def _disgust() -> QPainterPath:
    squint = twice(line((6.0, 8.0), (9.8, 10.0), (6.0, 12.0)))
    tongue = lower_half(14.0, 16.4, 2.1, 3.4)
    return squint.united(arc((7.4, 17.0), (12, 15.4), (17.0, 16.4))).united(tongue)


def _fear() -> QPainterPath:
    whites = twice(disc(8.0, 10.2, 3.0, 3.4)).subtracted(twice(disc(8.2, 10.8, 1.2)))
    brows = twice(arc((5.0, 5.6), (7.0, 4.2), (9.6, 4.4)))
    return whites.united(brows).united(wave(17.6, 2.0))


def _happiness() -> QPainterPath:
    eyes = twice(arc((6.0, 10.4), (8.2, 6.6), (10.4, 10.4)))
    return eyes.united(lower_half(12, 13.4, 5.6, 5.8))


def _neutral() -> QPainterPath:
    return _eyes().united(line((8.2, 16.2), (15.8, 16.2)))


def _calm() -> QPainterPath:
    eyes = twice(arc((5.8, 9.6), (8.0, 12.6), (10.2, 9.6)))
    return eyes.united(arc((7.8, 15.2), (12, 19.4), (16.2, 15.2)))


def _sadness() -> QPainterPath:
    brows = twice(line((5.8, 8.6), (9.6, 6.8)))
    tear = QPainterPath(at(17.4, 12.6))
    tear.cubicTo(at(19.8, 15.8), at(19.0, 17.6), at(17.4, 17.6))
    tear.cubicTo(at(15.8, 17.6), at(15.0, 15.8), at(17.4, 12.6))
    mouth = arc((8.4, 18.0), (11.4, 14.6), (14.0, 17.4))
    return brows.united(_eyes(11.0, 1.4)).united(mouth).united(tear)


def _surprise() -> QPainterPath:
    brows = twice(arc((5.6, 6.8), (8.0, 4.2), (10.2, 6.2)))
    return brows.united(_eyes(10.2, 1.6)).united(disc(12, 16.8, 2.7, 3.3))


FACES: dict[str, Callable[[], QPainterPath]] = {
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
