"""Questions to a person, each in a dialog: where to save, whether to replace, whether to lose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ser_desktop.engine.filejobs import SUFFIXES
from ser_desktop.ui.language import tr


class Asker:
    """Asks over ``window``, and remembers the folder that was chosen last.

    Attributes
    ----------
    folder
        Where the next file is proposed to go.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.folder = documents()

    def begin_in(self, folder: str) -> None:
        """Propose this folder from now on; empty is the person's documents."""
        self.folder = Path(folder) if folder else documents()

    def where(self, title: str, name: str, kind: str) -> tuple[Path, bool] | None:
        """Ask for the place of a new file.

        Parameters
        ----------
        name
            The name to propose; one that is free is.
        kind
            What it is, as "WAV sound", in the window's language.

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
        folder = self.folder if self.folder.is_dir() else documents()
        dialog.setDirectory(str(folder))
        dialog.selectFile(free_name(folder, name))
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        path = Path(dialog.selectedFiles()[0])
        self.folder = path.parent
        if not path.exists():
            return path, False
        return (path, True) if self.may_replace([path]) else None

    def folder_for(self, title: str, begin: Path) -> Path | None:
        """Ask for a folder, beginning in ``begin``; None where nobody wants to any more."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(begin))
        return Path(name) if name else None

    def may_replace(self, paths: Sequence[Path]) -> bool:
        """Ask whether files that are there may be replaced."""
        *others, last = (path.name for path in paths)
        if others:
            told = tr("{names} and {last} are there already.", names=", ".join(others), last=last)
        else:
            told = tr("{name} is there already.", name=last)
        return self._agreed(told, tr("In {folder}.", folder=paths[0].parent), tr("Replace"))

    def may_lose(self, clips: int) -> bool:
        """Ask whether the program may end although clips are not saved."""
        told = tr("One clip is not saved.") if clips == 1 else tr("{count} clips are not saved.", count=clips)
        why = tr("What is in memory only goes with the program.")
        return self._agreed(told, why, tr("Quit"))

    def may_delete_voice(self, name: str) -> bool:
        """Ask whether what was learned of a voice may be forgotten."""
        told = tr("“{name}” is deleted for good.", name=name)
        return self._agreed(told, tr("What was learned of this voice is lost."), tr("Delete"))

    def _agreed(self, text: str, detail: str, deed: str, otherwise: str = "") -> bool:
        """Ask whether ``deed`` may be done; on the other button stands "Cancel", or ``otherwise``."""
        box = self._box(text, detail)
        agree = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        if otherwise:
            cancel.setText(otherwise)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is agree

    def _box(self, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle(self._window.window().windowTitle())
        box.setText(text)
        box.setInformativeText(detail)
        return box


def recordings_kind() -> str:
    """Return the filter of a file dialog that looks for recordings."""
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    return f"{tr('Recordings')} ({suffixes});;{tr('All files')} (*)"


def documents() -> Path:
    """Return the folder of the person's documents; their home where there is none."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def free_name(folder: Path, name: str) -> str:
    """Return ``name``, with a number where the folder has it already."""
    path = folder / name
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path.name
