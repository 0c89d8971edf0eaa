"""The queue of recordings as the page sees it, so that it can be tested without one. Nothing in it blocks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ser_desktop.engine.filejobs import Heard, Job
from ser_desktop.engine.hearing import Setup
from ser_desktop.ui.files.region import Examiner


class Source(Examiner, Protocol):
    """What a view asks of the queue: :class:`~ser_desktop.engine.filejobs.FileJobs`."""

    def heard(self, number: int) -> Heard | None:
        """Return what was heard so far of a recording that is being analysed."""


class Jobs(Source, Protocol):
    """The queue as the page sees it: :class:`~ser_desktop.engine.filejobs.FileJobs`. Nothing here blocks."""

    @property
    def searching(self) -> bool:
        """Whether folders are still being walked."""

    def add(self, names: Iterable[Path]) -> None:
        """List the recordings that files and folders mean."""

    def hurry(self, number: int) -> None:
        """Let one be the next."""

    def cancel(self, numbers: Iterable[int]) -> None:
        """Let these end without a result."""

    def retry(self, numbers: Iterable[int]) -> None:
        """Begin these anew."""

    def use(self, setup: Setup) -> None:
        """Analyse with another model, voice or other rules what is not begun yet."""

    def changed(self) -> tuple[Job, ...]:
        """Return all that changed since this was last asked."""

    def close(self) -> None:
        """End all work."""
