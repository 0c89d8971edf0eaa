"""Two models on the same sound: both answers, where they differ, and nothing that holds up the window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.models import Models
from ser_desktop.results import Analysis, Clip, Course, Float32
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.models.difference import difference
from ser_desktop.ui.models.sounds import envelope
from tests.fakes.clips import BEGAN, origin, recording
from tests.fakes.engine import SEVEN, prediction
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.ui.files.conftest import Drag, files
from tests.ui.models.conftest import opened

PATIENCE_MS = 60_000
BUNDLED = paths.home() / "models"


def test_both_models_are_shown_on_one_clip(qtbot: QtBot, demo: Float32) -> None:
    """C compares on the newest clip: two answers, in rows of the same emotions, and how they differ."""
    window, _ = opened(qtbot, house(Models([Path("nowhere"), BUNDLED])))
    clip = Clip(demo[: 6 * 16_000], 16_000, 0, "Blue Yeti", BEGAN)
    made = recording(None, 6.0, SEVEN)
    window.live.clips.shelf.add(type(made)(**{**vars(made), "clip": clip}))
    QTest.keyClick(window.models.list.list, Qt.Key.Key_C)
    compare = window.models.compare
    assert compare.isVisible()
    qtbot.waitUntil(lambda: bool(compare._shown.answers), timeout=PATIENCE_MS)
    first, second = compare.sides
    assert {first.name, second.name} == {"general", "emodb"}
    words = [
        [text.split("\N{NARROW NO-BREAK SPACE}")[0].split()[0] for text in side.bars.texts()]
        for side in compare.sides
    ]
    assert words[0] == words[1]
    assert "Boredom" in words[0]
    assert compare.line.text() == difference(*compare._shown.answers)
    QTest.keyClick(compare, Qt.Key.Key_P)
    player = window._player
    assert isinstance(player, FakePlayer)
    assert player.playing
    QTest.keyClick(compare, Qt.Key.Key_Escape)
    assert window.models.list.isVisible()
    assert not player.playing


def test_without_a_sound_it_says_how_to_get_one(window: MainWindow) -> None:
    """The empty state names the ways, and a file can be chosen."""
    QTest.keyClick(window.models.list.list, Qt.Key.Key_C)
    compare = window.models.compare
    assert "Record a clip" in compare.message.text()
    assert compare.message.isVisible()
    assert not compare.plot.isVisible()
    assert compare.file.hasFocus()


def test_a_dropped_recording_is_compared_on(window: MainWindow, qtbot: QtBot) -> None:
    """On this view a recording is heard by the models; what cannot be heard is told, and the page stays."""
    QTest.keyClick(window.models.list.list, Qt.Key.Key_C)
    drag = Drag(window, files(paths.assets() / "demo.flac"))
    assert drag.enter()
    assert drag.drop()
    assert window.models.isVisible()
    assert window.models.compare.sound.currentText() == "demo.flac"
    qtbot.waitUntil(lambda: "cannot be used" in window.models.compare.message.text(), timeout=PATIENCE_MS)


def test_leaving_gives_the_comparison_up(qtbot: QtBot) -> None:
    """What is begun and left tells nothing any more."""
    window, _ = opened(qtbot, house(Models([Path("nowhere"), BUNDLED])))
    QTest.keyClick(window.models.list.list, Qt.Key.Key_C)
    compare = window.models.compare
    compare.hear(paths.assets() / "demo.flac")
    window.models.show_list()
    qtbot.wait(1500)
    assert not compare._comparing.state.answers


def heard(title: str, *shares: float, label: str | None = None, labels: tuple[str, ...] = SEVEN) -> Analysis:
    """Return what a model said."""
    said = prediction(*shares, labels=labels, label=label) if shares else None
    course = Course(labels, np.zeros(0), np.zeros((0, len(labels)), np.float32))
    made_by = origin(labels)
    return Analysis("x", 3.0, type(made_by)(**{**vars(made_by), "title": title}), (), course, said)


TWO = ("anger", "boredom")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (heard("A"), heard("B"), "Nobody speaks in it."),
        (heard("A"), heard("B", 1, 0, labels=TWO), "Only B found speech in it."),
        (heard("A", 9, 1, labels=TWO), heard("B", 9, 1, labels=TWO), "Both name the same: Anger."),
        (
            heard("A", 9, 1, labels=TWO),
            heard("B", 1, 9, labels=TWO),
            "They differ. A: Anger, B: Boredom. Furthest apart: Anger, 90 % and 10 %.",
        ),
        (
            heard("A", 1, labels=("anger",)),
            heard("B", 9, 1, labels=TWO),
            "Both name the same: Anger. Furthest apart: Anger, 100 % and 90 %. Only B knows: Boredom.",
        ),
    ],
)
def test_the_difference_is_told(first: Analysis, second: Analysis, told: str) -> None:
    """Agreement, disagreement, silence, and what only one of them knows."""
    assert difference(first, second).replace("\N{NARROW NO-BREAK SPACE}", " ") == told


@given(st.integers(1, 5000), st.integers(1, 2000))
def test_a_clip_is_drawn_whole(samples: int, columns: int) -> None:
    """Its columns cover it but for less than one, and hold its extremes there."""
    sound = np.sin(np.arange(samples)).astype(np.float32)
    drawn, step_s = envelope(Clip(sound, 1000, 0, "x", BEGAN), columns)
    width = round(1000 * step_s)
    assert 0 <= samples - len(drawn) * width < width
    assert drawn[:, 0].min() == sound[: len(drawn) * width].min()
    assert drawn[:, 1].max() == sound[: len(drawn) * width].max()
