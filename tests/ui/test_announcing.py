"""What a screen reader is told of its own accord: what the voice sounds like, in the window's language."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ser_desktop.ui import words
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.presenter import ANNOUNCE_S
from tests.fakes.engine import FakeEngine, prediction
from tests.ui import languages
from tests.ui.languages import Languages

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)
SAD = prediction(0.05, 0.03, 0.05, 0.05, 0.03, 0.76, 0.03)
PATIENCE_MS = 20_000


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, str]]:
    """Listen in place of the system's screen reader: what is announced, and when."""
    heard: list[tuple[float, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.type() is QAccessible.Event.Announcement
            assert event.object() is not None
            heard.append((time.monotonic(), event.message()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.fixture
def foreign(tmp_path: Path, qapp: QApplication) -> Iterator[Languages]:
    """Return a switch of the language; one of them is nobody's, and written in other letters."""
    languages.make(tmp_path)
    switch = Languages(qapp, tmp_path)
    yield switch
    switch.close()


def test_the_winner_is_said_when_it_changes(
    window: MainWindow, engine: FakeEngine, said: list[tuple[float, str]], qtbot: QtBot
) -> None:
    """Once, in the words that are seen; not again while nothing else is heard."""
    window.start()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: "Sounds angry" in [text for _, text in said], timeout=PATIENCE_MS)
    qtbot.wait(round(1000 * (ANNOUNCE_S + 0.5)))
    assert [text for _, text in said].count("Sounds angry") == 1


def test_somebody_who_listens_is_not_talked_over(
    window: MainWindow, engine: FakeEngine, said: list[tuple[float, str]], qtbot: QtBot
) -> None:
    """However often the winner changes, two seconds lie between two announcements; the last one is said."""
    window.start()
    answers = itertools.cycle((ANGRY, SAD))
    for _ in range(12):  # slower than words are written, or both could fall into step
        engine.speak(next(answers))
        qtbot.wait(700)
    engine.speak(SAD)
    qtbot.waitUntil(lambda: bool(said) and said[-1][1] == "Sounds sad", timeout=PATIENCE_MS)
    gaps_s = [after - before for (before, _), (after, _) in itertools.pairwise(said)]
    assert len(said) >= 3
    assert min(gaps_s) >= ANNOUNCE_S - 0.02


def test_another_language_is_spoken(
    window: MainWindow,
    engine: FakeEngine,
    said: list[tuple[float, str]],
    foreign: Languages,
    qtbot: QtBot,
) -> None:
    """The words are those of the window's language, from the moment that it is chosen."""
    window.start()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: "Sounds angry" in [text for _, text in said], timeout=PATIENCE_MS)
    foreign.use(languages.CODE)
    told = words.verdict(engine.snapshot(), has_model=True).headline
    assert told != "Sounds angry"
    qtbot.waitUntil(lambda: said[-1][1] == told, timeout=PATIENCE_MS)
    assert languages.leaks([said[-1][1]]) == []
