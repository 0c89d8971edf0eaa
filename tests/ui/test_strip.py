"""The chip of the clip that is open can be seen, however many there are and whatever the window's width."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.clips.shelf import MOST_CLIPS, Shelf
from ser_desktop.ui.clips.strip import ClipStrip
from tests.fakes import clips
from tests.fakes.engine import prediction

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)


@pytest.fixture
def strip(qtbot: QtBot) -> ClipStrip:
    """Return a strip that is on screen and wide enough for about half the chips."""
    strip = ClipStrip(theme.LIGHT)
    qtbot.addWidget(strip)
    strip.resize(900, 40)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def seen(strip: ClipStrip, number: int) -> bool:
    """Return whether the whole chip lies within what is shown of the row."""
    viewport, chip = strip.chips.viewport(), strip.chips.chip(number)
    return chip.isVisible() and viewport.rect().contains(
        chip.rect().translated(chip.mapTo(viewport, chip.rect().topLeft()))
    )


@pytest.mark.parametrize("number", [1, 10, MOST_CLIPS])
def test_the_open_one_is_seen(strip: ClipStrip, qtbot: QtBot, number: int) -> None:
    """At once and after the loop has turned, where all came in one breath; in a narrower strip too."""
    shelf = Shelf()
    for _ in range(MOST_CLIPS):
        shelf.add(clips.recording(ANGRY, 1.0))
    strip.show_takes(shelf.takes, number, "")
    assert strip.chips.horizontalScrollBar().maximum() > 0
    assert seen(strip, number)
    qtbot.wait(50)
    assert seen(strip, number)
    strip.resize(600, 40)
    qtbot.wait(50)
    assert seen(strip, number)


def test_a_single_one_is_seen_beside_the_others(strip: ClipStrip, qtbot: QtBot) -> None:
    """The newest, as it joins a row that is full, while the oldest leaves."""
    shelf = Shelf()
    for _ in range(MOST_CLIPS):
        shelf.add(clips.recording(ANGRY, 1.0))
    strip.show_takes(shelf.takes, 1, "")
    qtbot.wait(50)
    shelf.add(clips.recording(ANGRY, 1.0))
    newest = shelf.takes[-1].number
    assert newest == MOST_CLIPS + 1
    strip.show_takes(shelf.takes[1:], newest, "")
    qtbot.wait(50)
    assert seen(strip, newest)
