"""What stands behind the window in tests: choices that are kept in memory only."""

from __future__ import annotations

from typing import Any

from ser_desktop.settings import Settings
from ser_desktop.ui.house import House
from ser_desktop.ui.keeper import Keeper


def house(**choices: Any) -> House:
    """Return one where these fields of the settings are chosen, and the welcome is over."""
    kept: list[Settings] = []
    return House(Keeper(Settings(**{"welcomed": True, **choices}), kept.append))
