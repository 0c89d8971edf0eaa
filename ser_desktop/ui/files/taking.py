"""The export menu of the files page: one recording or many, into files, a picture or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from ser_desktop.export.clipboard import recordings_table, utterances_table
from ser_desktop.export.formats import FORMATS
from ser_desktop.results import Analysis
from ser_desktop.ui import clipboard
from ser_desktop.ui.exporting import CLIPBOARD, KINDS, PICTURE, ExportMenu, Offer
from ser_desktop.ui.files.asking import Clash, FilesAsker
from ser_desktop.ui.files.saving import Saver, beside, in_the_way, places
from ser_desktop.ui.language import tr

Picture = Callable[[], QPixmap]


class FilesExport(ExportMenu):
    """Takes away what ``chosen`` names when an entry is chosen; with ``picture``, also how its plot looks.

    Files are written by ``saver``, which tells when they are; a file that is there is never lost unasked.
    """

    def __init__(
        self,
        asker: FilesAsker,
        saver: Saver,
        chosen: Callable[[], list[Analysis]],
        parent: QWidget,
        picture: Picture | None = None,
    ) -> None:
        super().__init__(asker, self._offer, parent)
        self._files_asker = asker
        self._saver = saver
        self._chosen = chosen
        self._picture = picture
        for action in self.actions():
            if action.objectName() == PICTURE and picture is None:
                self.removeAction(action)
                action.deleteLater()

    def carry_out(self, name: str) -> None:
        """Do what the entry ``name`` says."""
        analyses = self._chosen()
        if name == PICTURE:
            super().carry_out(name)
        elif name == CLIPBOARD:
            self._copy_text(analyses)
        elif len(analyses) == 1:
            self._save_one(analyses[0], name)
        elif analyses:
            self._save_many(analyses, name)

    def _offer(self) -> Offer | None:
        analyses = self._chosen()
        if len(analyses) != 1 or self._picture is None:
            return None
        return Offer(analyses[0], Path(analyses[0].name).stem, self._picture)

    def _copy_text(self, analyses: list[Analysis]) -> None:
        if not analyses:
            return
        if self._picture is not None:
            clipboard.copy(utterances_table(analyses[0]), self._picture())
            self.done.emit(tr("Copied: table and picture."))
            return
        clipboard.copy(recordings_table(analyses))
        one = len(analyses) == 1
        told = tr("Copied: 1 recording.") if one else tr("Copied: {count} recordings.", count=len(analyses))
        self.done.emit(told)

    def _save_one(self, analysis: Analysis, name: str) -> None:
        kind = tr(KINDS[name])
        proposed = Path(analysis.name).stem + FORMATS[name].suffix
        place = self._files_asker.where(tr("Export: {kind}", kind=kind), proposed, kind)
        if place is None:
            return
        path, replace = place
        self._put([analysis], [path], name, replace=replace)

    def _save_many(self, analyses: list[Analysis], name: str) -> None:
        folder = self._files_asker.results_folder(len(analyses))
        if folder is not None:
            self._put(analyses, places(analyses, name, folder), name)

    def _put(self, analyses: list[Analysis], paths: list[Path], name: str, *, replace: bool = False) -> None:
        """Save each to its path; where files are in the way, as a person decides."""
        there = in_the_way(paths, name)
        if there and not replace:
            answer = self._files_asker.clash(there)
            if answer is Clash.CANCEL:
                return
            if answer is Clash.KEEP_BOTH:
                paths = beside(paths, name)
            replace = answer is Clash.REPLACE
        self._saver.save(zip(analyses, paths, strict=True), name, replace=replace)
