"""The menu that takes results away: files that other programs read, a picture, the clipboard."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from ser_desktop.errors import UserError
from ser_desktop.export.files import write
from ser_desktop.export.formats import FORMATS, files_of, save
from ser_desktop.results import Analysis
from ser_desktop.ui import clipboard, theme, words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.language import N_, tr

PICTURE = "picture"
CLIPBOARD = "clipboard"
KINDS = {
    "csv": N_("CSV table"),
    "json": N_("JSON"),
    "audacity": N_("Audacity labels"),
    "textgrid": N_("Praat TextGrid"),
    "elan": N_("ELAN annotations"),
    PICTURE: N_("Picture"),
}
"""What each kind of file is called."""


@dataclass(frozen=True)
class Offer:
    """What can be taken away: an analysis, the stem of its files' names, and how its plot looks now."""

    analysis: Analysis
    stem: str
    picture: Callable[[], QPixmap]


class ExportMenu(QMenu):
    """Asks ``offered`` what there is when something is chosen.

    ``done`` tells in words what was done, ``failed`` why it was not.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, asker: Asker, offered: Callable[[], Offer | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._asker = asker
        self._offered = offered
        self.setFont(theme.font())
        for name in FORMATS:
            self._add(name)
        self.addSeparator()
        for name in (PICTURE, CLIPBOARD):
            self._add(name)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the entries in the window's language."""
        self.setTitle(tr("Export"))
        for action in self.actions():
            name = action.objectName()
            if name == PICTURE:
                action.setText(tr("Picture of the plot (PNG)…"))
            elif name == CLIPBOARD:
                action.setText(tr("Copy to the clipboard"))
            elif name:
                action.setText(f"{tr(KINDS[name])}…")

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def carry_out(self, name: str) -> None:
        """Do what the entry ``name`` says: a format, :data:`PICTURE` or :data:`CLIPBOARD`."""
        offer = self._offered()
        if offer is None:
            return
        try:
            told = self._copy(offer) if name == CLIPBOARD else self._save(name, offer)
        except UserError as fault:
            self.failed.emit(fault)
            return
        if told:
            self.done.emit(told)

    def _add(self, name: str) -> None:
        action = self.addAction("")
        action.setObjectName(name)
        action.triggered.connect(lambda: self.carry_out(name))

    def _save(self, name: str, offer: Offer) -> str:
        picture = offer.picture() if name == PICTURE else None  # as it looked when it was asked for
        suffix, kind = ".png" if picture else FORMATS[name].suffix, tr(KINDS[name])
        place = self._asker.where(tr("Export: {kind}", kind=kind), offer.stem + suffix, kind)
        if place is None:
            return ""
        path, replace = place
        beside = [] if picture else [one for one in files_of(name, path)[1:] if os.path.lexists(one)]
        if beside and not self._asker.may_replace(beside):
            return ""
        if picture is not None:
            write(path, png(picture), replace=replace)
        else:
            save(offer.analysis, name, path, replace=replace or bool(beside))
        return tr("Saved as {name}.", name=path.name)

    def _copy(self, offer: Offer) -> str:
        clipboard.copy(words.summary(offer.analysis), offer.picture())
        return tr("Copied: text and picture.")


def png(picture: QPixmap) -> bytes:
    """Return a picture as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    buffer.close()
    return bytes(content.data())
