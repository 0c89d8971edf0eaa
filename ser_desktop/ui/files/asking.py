"""What the files page asks a person: which recordings, where to, and what becomes of files that are there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from ser_desktop.ui.asking import Asker, recordings_kind
from ser_desktop.ui.language import tr


class Clash(Enum):
    """What becomes of files that are in the way."""

    REPLACE = "replace"
    KEEP_BOTH = "keep both"
    CANCEL = "cancel"


class FilesAsker(Asker):
    """Asks over a window; where recordings lie is remembered apart from where results go."""

    begins_in = ""

    def look_in(self, folder: str) -> None:
        """Look for recordings in this folder first; empty is wherever the system begins."""
        self.begins_in = folder

    def recordings(self) -> list[Path]:
        """Ask for recordings; none where nobody wants to any more."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Add recordings"), self.begins_in, recordings_kind()
        )
        if names:
            self.begins_in = str(Path(names[0]).parent)
        return [Path(name) for name in names]

    def recordings_folder(self) -> Path | None:
        """Ask for a folder with recordings."""
        title = tr("Add a folder of recordings")
        name = QFileDialog.getExistingDirectory(self._window, title, self.begins_in)
        self.begins_in = name or self.begins_in
        return Path(name) if name else None

    def results_folder(self, count: int) -> Path | None:
        """Ask where the results of ``count`` recordings go, a file each."""
        title = tr("Export {count} results into a folder", count=count)
        name = QFileDialog.getExistingDirectory(self._window, title, str(self.folder))
        if not name:
            return None
        self.folder = Path(name)
        return self.folder

    def clash(self, there: Sequence[Path]) -> Clash:
        """Ask what becomes of files that are in the way."""
        if len(there) == 1:
            told = tr("{name} is there already.", name=there[0].name)
        else:
            told = tr("{count} files are there already.", count=len(there))
        why = tr("In {folder}. Keeping both gives the new ones another name.", folder=there[0].parent)
        box = self._box(told, why)
        keep = box.addButton(tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.setEscapeButton(cancel)
        box.exec()
        pressed = box.clickedButton()
        if pressed is keep:
            return Clash.KEEP_BOTH
        return Clash.REPLACE if pressed is replace else Clash.CANCEL
