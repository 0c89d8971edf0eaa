"""Questions to a person, each in a dialog: where to save, whether to replace, whether to lose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Asker:
    """Asks over ``window``, and remembers the folder that was chosen last.

    Attributes
    ----------
    folder
        Where the next file is proposed to go.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def where(self, title: str, name: str, kind: str) -> tuple[Path, bool] | None:
        """Ask for the place of a new file.

        Parameters
        ----------
        name
            The name to propose; one that is free is.
        kind
            What it is, as "WAV sound".

        Returns
        -------
        path, replace
            Where, and whether what is there may be replaced; None where nobody wants to any more.
        """
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked here: the suffix may be added
        suffix = Path(name).suffix
        dialog.setNameFilter(f"{kind} (*{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.setDirectory(str(self.folder))
        dialog.selectFile(free_name(self.folder, name))
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        path = Path(dialog.selectedFiles()[0])
        self.folder = path.parent
        if not path.exists():
            return path, False
        return (path, True) if self.may_replace([path]) else None

    def may_replace(self, paths: Sequence[Path]) -> bool:
        """Ask whether files that are there may be replaced."""
        names = " and ".join(path.name for path in paths)
        verb = "is" if len(paths) == 1 else "are"
        return self._agreed(f"{names} {verb} there already.", f"In {paths[0].parent}.", "Replace")

    def may_lose(self, clips: int) -> bool:
        """Ask whether the program may end although clips are not saved."""
        what = "One clip is" if clips == 1 else f"{clips} clips are"
        return self._agreed(f"{what} not saved.", "They are in memory only, and go with the program.", "Quit")

    def _agreed(self, text: str, detail: str, deed: str) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(self._window.window().windowTitle())
        box.setText(text)
        box.setInformativeText(detail)
        agree = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is agree


def free_name(folder: Path, name: str) -> str:
    """Return ``name``, with a number where the folder has it already."""
    path = folder / name
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path.name
