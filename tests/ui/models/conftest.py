"""The window's page of models, over models and a trainer that a test leads, or over the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.house import House
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.models.asking import ModelsAsker
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.jobs import FakeJobs
from tests.fakes.models import FakeModels, FakeTrainer
from tests.fakes.player import FakePlayer


class Answers(ModelsAsker):
    """Answers at once what a person would be asked, and notes the questions."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.chosen: Path | None = None
        self.agrees = False
        self.asked: list[str] = []

    def model(self) -> Path | None:
        """Choose this."""
        return self.chosen

    def training_folder(self) -> Path | None:
        """Choose this."""
        return self.chosen

    def sound(self) -> Path | None:
        """Choose this."""
        return self.chosen

    def _agreed(self, text: str, detail: str, deed: str, otherwise: str = "") -> bool:  # noqa: ARG002 - the question's
        """Agree, or not."""
        self.asked.append(text)
        return self.agrees


def opened(qtbot: QtBot, behind: House, engine: FakeEngine | None = None) -> tuple[MainWindow, Answers]:
    """Show the window's page of models at its smallest size."""
    window = MainWindow(
        engine or FakeEngine(), theme.DARK, FakePlayer(), FakeAsker(Path()), house=behind, jobs=FakeJobs()
    )
    answers = Answers(window)
    window.models.use_asker(answers)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    window.show_models()
    return window, answers


@pytest.fixture
def models() -> FakeModels:
    """Return two bundled models."""
    return FakeModels()


@pytest.fixture
def trainer() -> FakeTrainer:
    """Return a trainer that does only what a test says."""
    return FakeTrainer()


@pytest.fixture
def behind(models: FakeModels, trainer: FakeTrainer) -> House:
    """Return what stands behind the window."""
    return house(models, trainer)


@pytest.fixture
def both(qtbot: QtBot, behind: House) -> tuple[MainWindow, Answers]:
    """Show the window, with somebody who answers its questions."""
    return opened(qtbot, behind)


@pytest.fixture
def window(both: tuple[MainWindow, Answers]) -> MainWindow:
    """Show the window."""
    return both[0]


@pytest.fixture
def answers(both: tuple[MainWindow, Answers]) -> Answers:
    """Return who answers the window's questions."""
    return both[1]
