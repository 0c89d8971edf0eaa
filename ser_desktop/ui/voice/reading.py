"""A short text that is read aloud: the sentence that it is time for stands out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from ser_desktop.ui import theme
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.theme import Palette, Size

READING_S = 20.0
"""How long it takes to read it at an easy pace."""

SENTENCES = (
    N_("On Thursday morning the baker opens her shop at seven."),
    N_("She puts the bread on the shelf, wipes the counter and turns the sign around."),
    N_("A little later the first bus stops across the street."),
    N_("Two people get off, look at the clock and walk on."),
    N_("By eight the whole street is awake."),
)
"""Nothing in it moves anybody, so that the voice is the everyday one."""


class ReadingText(QLabel):
    """Follows the reader by the clock; nobody has to keep up with it."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._current: int | None = None
        self.setFont(theme.font(Size.LARGE))
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._write()

    def follow(self, read_s: float | None) -> None:
        """Let the sentence for this moment of the reading stand out; all alike for None."""
        current = None if read_s is None else _sentence_at(read_s)
        if current != self._current:
            self._current = current
            self._write()

    def retranslate(self) -> None:
        """Write the text in the window's language."""
        self.setAccessibleName(tr("Text to read aloud"))
        self.setAccessibleDescription(" ".join(tr(sentence) for sentence in SENTENCES))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for as much height as the text takes at this width: it is never cut."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _write(self) -> None:
        spans = []
        for index, sentence in enumerate(SENTENCES):
            stands_out = self._current in (None, index)
            colour = self._palette.text if stands_out else self._palette.muted
            spans.append(f'<span style="color: {colour}">{escape(tr(sentence))}</span>')
        self.setText(" ".join(spans))
        self.setMinimumHeight(self.heightForWidth(self.width()))


def _sentence_at(read_s: float) -> int:
    """Return the sentence that is read after ``read_s``, each taking as long as its share of the letters."""
    lengths = [len(tr(sentence)) for sentence in SENTENCES]
    letters = min(1.0, read_s / READING_S) * sum(lengths)
    for index, length in enumerate(lengths):
        letters -= length
        if letters < 0:
            return index
    return len(lengths) - 1
