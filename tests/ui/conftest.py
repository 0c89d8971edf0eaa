"""The window over a scripted engine, without a screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    """Return an engine with seven emotions and three devices."""
    return FakeEngine()


@pytest.fixture
def window(engine: FakeEngine, qtbot: QtBot) -> MainWindow:
    """Show the dark window at its smallest size."""
    shown = MainWindow(engine, theme.DARK)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown
