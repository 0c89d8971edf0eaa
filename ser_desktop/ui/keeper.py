"""Holds what a person chose while the window is open: who shows it or acts on it listens here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ser_desktop.errors import UserError
from ser_desktop.settings import Settings


class Keeper(QObject):
    """The choices of now. Each change is kept at once.

    Parameters
    ----------
    settings
        The choices to begin with.
    save
        Keeps them; may raise :class:`UserError`, and then they hold until the program ends.

    Attributes
    ----------
    changed
        Emitted after a change, with the choices of before and those of now.
    failed
        Emitted with a :class:`UserError` where they could not be kept.
    """

    changed = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, settings: Settings, save: Callable[[Settings], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save

    @property
    def now(self) -> Settings:
        """The choices that hold."""
        return self._settings

    def change(self, **choices: Any) -> None:
        """Let these fields of :class:`Settings` be so from now on."""
        before, self._settings = self._settings, replace(self._settings, **choices)
        if self._settings == before:
            return
        try:
            self._save(self._settings)
        except UserError as fault:
            self.failed.emit(fault)
        self.changed.emit(before, self._settings)
