"""The voices that the program knows: which is used, and what can be done with each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.results import VoiceInfo
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import day, in_words, tr
from ser_desktop.ui.theme import GRID


class KnownVoices(QWidget):
    """A list with nobody's voice as its first line. Return uses a voice, Delete deletes it.

    Attributes
    ----------
    chosen
        Emitted with the name of the voice to use; empty for none.
    unwanted
        Emitted with the name of the voice to delete.
    """

    chosen = Signal(str)
    unwanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._voices: tuple[VoiceInfo, ...] = ()
        self._used = ""
        self.list = _List()
        self.list.unwanted.connect(self._delete)
        self.list.setFont(theme.font())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.itemActivated.connect(lambda _item: self._use())
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self.about = QLabel()
        self.about.setFont(theme.font())
        self.about.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.use, self.delete = QPushButton(), QPushButton()
        for button, deed in ((self.use, self._use), (self.delete, self._delete)):
            button.setFont(theme.font())
            button.setAutoDefault(False)
            button.clicked.connect(deed)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.use)
        row.addWidget(self.delete)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addLayout(row)
        self.retranslate()

    def show_voices(self, voices: Sequence[VoiceInfo], used: str) -> None:
        """List these voices; ``used`` is the name of the one that is used, empty for none."""
        self._voices, self._used = tuple(voices), used
        at = next((row for row, voice in enumerate(voices, 1) if voice.name == used), 0)
        self.list.clear()
        self.list.addItem(self._line(tr("Nobody in particular"), used=not at))
        for row, voice in enumerate(voices, 1):
            self.list.addItem(self._line(voice.name, used=row == at))
        self.list.setCurrentRow(at)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.list.setAccessibleName(tr("Voices"))
        self.use.setText(tr("Use this voice"))
        self.delete.setText(tr("Delete"))
        self.show_voices(self._voices, self._used)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def _voice(self) -> VoiceInfo | None:
        row = self.list.currentRow()
        return self._voices[row - 1] if row > 0 else None

    def _line(self, name: str, *, used: bool) -> QListWidgetItem:
        item = QListWidgetItem(tr("{name} (in use)", name=name) if used else name)
        item.setFont(theme.font(bold=used))
        return item

    def _follow(self) -> None:
        voice = self._voice
        used = (voice.name if voice else "") == self._used
        self.use.setEnabled(not used and (voice is None or voice.fits))
        self.delete.setEnabled(voice is not None)
        self.about.setText(_about(voice))

    def _use(self) -> None:
        if self.use.isEnabled():
            self.chosen.emit(self._voice.name if self._voice else "")

    def _delete(self) -> None:
        if self._voice is not None:
            self.unwanted.emit(self._voice.name)


class _List(QListWidget):
    unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)


def _about(voice: VoiceInfo | None) -> str:
    if voice is None:
        return tr("The program hears everybody as a stranger.")
    if voice.error is not None:
        return in_words(voice.error)
    if not voice.fits:
        return tr(
            "Recorded with another model than the one in use: read the text again to use it with this one."
        )
    return tr("{day}, {seconds} of speech.", day=day(voice.day), seconds=words.seconds(voice.speech_s, 0))
