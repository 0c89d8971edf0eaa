"""What stands behind the window in tests: choices that are kept in memory only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ser_desktop.engine.voices import Voices, VoicesInUse
from ser_desktop.settings import Settings
from ser_desktop.ui.house import House
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.models.behind import Models, Trainer
from ser_desktop.ui.voice.behind import VoiceShelf
from tests.fakes.models import FakeModels, FakeTrainer


def house(
    models: Models | None = None,
    trainer: Trainer | None = None,
    voices: VoiceShelf | None = None,
    **choices: Any,
) -> House:
    """Return one where these fields of the settings are chosen, and the welcome is over."""
    kept: list[Settings] = []
    keeper = Keeper(Settings(**{"welcomed": True, **choices}), kept.append)
    return House(
        keeper,
        models or FakeModels(),
        trainer or FakeTrainer(),
        voices or VoicesInUse(Voices(Path("no voices")), lambda: None),
        missing_trainer=lambda: None,
    )
