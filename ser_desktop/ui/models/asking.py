"""What the page of models asks a person: what to bring, which recordings, and whether something may go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from ser_desktop.ui.asking import Asker, recordings_kind
from ser_desktop.ui.language import tr


class ModelsAsker(Asker):
    """Asks over a window; where models and recordings lie is remembered apart."""

    _models = _recordings = ""

    def model(self) -> Path | None:
        """Ask for a model to bring: its folder or a .zip of it."""
        box = self._box(
            tr("Where is the model?"),
            tr("A model is a folder with model.tflite and manifest.json in it, or a .zip of such a folder."),
        )
        folder = box.addButton(tr("Folder…"), QMessageBox.ButtonRole.AcceptRole)
        archive = box.addButton(tr(".zip file…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(folder)
        box.exec()
        pressed = box.clickedButton()
        title = tr("Import a model")
        if pressed is folder:
            name = QFileDialog.getExistingDirectory(self._window, title, self._models)
        elif pressed is archive:
            kinds = f"{tr('Model as .zip')} (*.zip);;{tr('All files')} (*)"
            name, _ = QFileDialog.getOpenFileName(self._window, title, self._models, kinds)
        else:
            return None
        self._models = str(Path(name).parent) if name else self._models
        return Path(name) if name else None

    def training_folder(self) -> Path | None:
        """Ask for the folder of recordings to learn from."""
        title = tr("Folder of recordings to learn from")
        name = QFileDialog.getExistingDirectory(self._window, title, self._recordings)
        self._recordings = name or self._recordings
        return Path(name) if name else None

    def sound(self) -> Path | None:
        """Ask for a recording to compare models on."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("A recording"), self._recordings, recordings_kind()
        )
        self._recordings = str(Path(name).parent) if name else self._recordings
        return Path(name) if name else None

    def may_replace_model(self, name: str) -> bool:
        """Ask whether a model that is brought may take the place of one that is there."""
        told = tr("A model called “{name}” is there already.", name=name)
        return self._agreed(told, tr("The new one would take its place."), tr("Replace"))

    def may_remove(self, title: str, *, in_use: bool) -> bool:
        """Ask whether a model may be deleted."""
        why = tr("Its folder is deleted and cannot be brought back.")
        if in_use:
            why += " " + tr("It is in use; the model that came with the program takes its place.")
        return self._agreed(tr("Remove “{title}”?", title=title), why, tr("Remove"))

    def may_cancel(self) -> bool:
        """Ask whether a training may end without a model."""
        told = tr("Cancel the training?")
        why = tr("What was learned so far is lost.")
        return self._agreed(told, why, tr("Cancel the training"), tr("Train on"))

    def may_close(self) -> bool:
        """Ask whether the program may end although a model is being trained."""
        told = tr("A model is being trained.")
        why = tr("The training ends with the program. It can be gone on with under the same name.")
        return self._agreed(told, why, tr("Quit"))
