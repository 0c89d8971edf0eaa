"""The window over a scripted engine, without a screen."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer


@pytest.fixture
def engine() -> FakeEngine:
    """Return an engine with seven emotions and three devices."""
    return FakeEngine()


@pytest.fixture
def player() -> FakePlayer:
    """Return a player without a loudspeaker."""
    return FakePlayer()


@pytest.fixture
def asker(tmp_path: Path) -> FakeAsker:
    """Return somebody who answers the window's questions; files go to the test's folder."""
    return FakeAsker(tmp_path)


@pytest.fixture
def window(engine: FakeEngine, player: FakePlayer, asker: FakeAsker, qtbot: QtBot) -> MainWindow:
    """Show the dark window at its smallest size."""
    shown = MainWindow(engine, theme.DARK, player, asker, house=house())
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown
