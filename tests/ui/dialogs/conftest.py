"""A window with its dialogs, and a keyboard."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.house import Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer


@pytest.fixture
def asker(tmp_path: Path) -> FakeAsker:
    """Return somebody who answers the window's questions."""
    return FakeAsker(tmp_path)


@pytest.fixture
def own() -> list[Own]:
    """Return what the model in use brings along; a test may put another in its place."""
    return [Own(3.0, 0.45, ("Anna", "Bruno"))]


@pytest.fixture
def window(qtbot: QtBot, asker: FakeAsker, own: list[Own]) -> MainWindow:
    """Show the window at its smallest size, active."""
    stands = replace(house(), own=lambda: own[0])
    shown = MainWindow(FakeEngine(), theme.DARK, FakePlayer(), asker, house=stands)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=20_000)
    return shown


@pytest.fixture
def keeper(window: MainWindow) -> Keeper:
    """Return what holds the choices."""
    return window.house.keeper
