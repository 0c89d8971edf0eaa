"""The menu that takes results away: files that other programs read, a picture, the clipboard."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from ser_desktop.errors import UserError
from ser_desktop.export.files import write
from ser_desktop.export.formats import FORMATS, files_of, save
from ser_desktop.results import Analysis
from ser_desktop.ui import clipboard, theme, words
from ser_desktop.ui.asking import Asker

PICTURE = "picture"
CLIPBOARD = "clipboard"


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
        super().__init__("Export", parent)
        self._asker = asker
        self._offered = offered
        self.setFont(theme.font())
        for name, kind in FORMATS.items():
            self._add(name, f"{kind.title}…")
        self.addSeparator()
        self._add(PICTURE, "Picture of the plot (PNG)…")
        self._add(CLIPBOARD, "Copy to the clipboard")

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

    def _add(self, name: str, text: str) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda: self.carry_out(name))

    def _save(self, name: str, offer: Offer) -> str:
        picture = offer.picture() if name == PICTURE else None  # as it looked when it was asked for
        suffix, kind = (".png", "Picture") if picture else (FORMATS[name].suffix, FORMATS[name].title)
        place = self._asker.where(f"Export: {kind}", offer.stem + suffix, kind)
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
        return f"Saved as {path.name}."

    def _copy(self, offer: Offer) -> str:
        clipboard.copy(words.summary(offer.analysis), offer.picture())
        return "Copied: text and picture."


def png(picture: QPixmap) -> bytes:
    """Return a picture as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    buffer.close()
    return bytes(content.data())
