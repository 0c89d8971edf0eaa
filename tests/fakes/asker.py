"""Answers to the window's questions, given beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ser_desktop.ui.asking import Asker, free_name


class FakeAsker(Asker):
    """Says what a test tells it to; ``asked`` lists what it was asked.

    Attributes
    ----------
    folder
        Where files go, under the name that is proposed; None cancels.
    name
        Another name than the one that is proposed.
    agrees
        Whether it says yes.
    chosen
        The folder that is chosen where one is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cancels = False
        self.name = ""
        self.agrees = False
        self.chosen: Path | None = None
        self.asked: list[object] = []

    def where(self, title: str, name: str, kind: str) -> tuple[Path, bool] | None:
        """Return the place that the test has chosen."""
        self.asked.append((title, name, kind))
        if self.cancels:
            return None
        path = self.folder / (self.name or free_name(self.folder, name))
        if not path.exists():
            return path, False
        return (path, True) if self.may_replace([path]) else None

    def folder_for(self, title: str, begin: Path) -> Path | None:
        """Return the folder that the test has chosen."""
        self.asked.append((title, begin))
        return self.chosen

    def may_replace(self, paths: Sequence[Path]) -> bool:
        """Say yes or no."""
        self.asked.append([path.name for path in paths])
        return self.agrees

    def may_lose(self, clips: int) -> bool:
        """Say yes or no."""
        self.asked.append(clips)
        return self.agrees

    def may_delete_voice(self, name: str) -> bool:
        """Say yes or no."""
        self.asked.append(name)
        return self.agrees
