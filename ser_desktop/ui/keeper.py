"""Holds what a person chose while the window is open: who shows it or acts on it listens here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    for_now
        Choices that hold from the beginning, but are kept only once they are made anew.

    Attributes
    ----------
    changed
        Emitted after a change, with the choices of before and those of now.
    renewed
        Emitted where what a choice names is another thing than before, though its name may be the same.
    failed
        Emitted with a :class:`UserError` where they could not be kept.
    """

    changed = Signal(object, object)
    renewed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        for_now: Mapping[str, Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept = settings
        self._now = replace(settings, **(for_now or {}))
        self._save = save

    @property
    def now(self) -> Settings:
        """The choices that hold."""
        return self._now

    def change(self, **choices: Any) -> None:
        """Let these fields of :class:`Settings` be so from now on."""
        before, self._now = self._now, replace(self._now, **choices)
        kept, self._kept = self._kept, replace(self._kept, **choices)
        try:
            if self._kept != kept:
                self._save(self._kept)
        except UserError as fault:
            self.failed.emit(fault)
        if self._now != before:
            self.changed.emit(before, self._now)

    def renew(self, **choices: Any) -> None:
        """Let these fields be so, and have them carried out anew: what they name was replaced."""
        self.change(**choices)
        self.renewed.emit()
