"""Installing a model out of a folder or a .zip, with a question where one of its name is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ser_desktop.errors import UserError
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.models.asking import ModelsAsker
from ser_desktop.ui.models.behind import Models
from ser_desktop.ui.models.errand import Errand


class Bringing(QObject):
    """Brings one model at a time. ``brought`` tells which is there now, ``told`` in words how it stands."""

    brought = Signal(object)
    told = Signal(str)

    def __init__(self, models: Models, parent: QObject) -> None:
        super().__init__(parent)
        self._models = models
        self._asker: ModelsAsker | None = None
        self._errand = Errand(self)

    def use_asker(self, asker: ModelsAsker) -> None:
        """Ask through ``asker``."""
        self._asker = asker

    def ask(self) -> None:
        """Ask for a model, and bring it."""
        path = self._asker.model() if self._asker is not None else None
        if path is not None:
            self.bring(path)

    def bring(self, path: Path, *, replace: bool = False) -> None:
        """Bring the model in a folder or a .zip."""
        if self._errand.busy:
            self.told.emit(tr("One model at a time: another is being looked at."))
            return
        self.told.emit(tr("Looking at {name}…", name=path.name))

        def refused(fault: UserError) -> None:
            if fault.code != "model-exists" or replace or self._asker is None:
                self.told.emit(in_words(fault))
            elif self._asker.may_replace_model(str(fault.values["name"])):
                self.bring(path, replace=True)
            else:
                self.told.emit(tr("Nothing was changed."))

        self._errand.run(lambda: self._models.bring(path, replace=replace), self.brought.emit, refused)

    def close(self) -> None:
        """Tell nothing any more."""
        self._errand.close()
