"""What knowing a voice changes: how its own everyday speech sounds to the model before and after."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ser_desktop.results import Analysis
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, MARGIN, Palette
from ser_desktop.ui.widgets.bars import EmotionBars

_AT_ONCE_S = 60.0


class Outcome(QWidget):
    """Two answers about the same speech, side by side."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.before, self.after = Answer(palette), Answer(palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * MARGIN)
        row.addWidget(self.before, 1)
        row.addWidget(self.after, 1)
        self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.before.use_palette(palette)
        self.after.use_palette(palette)

    def show_analyses(self, before: Analysis, after: Analysis) -> None:
        """Show what the model said without and with the profile."""
        self.before.show_analysis(before)
        self.after.show_analysis(after)

    def retranslate(self) -> None:
        """Write the titles in the window's language."""
        self.before.title.setText(tr("As a stranger"))
        self.after.title.setText(tr("Knowing your voice"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class Answer(QWidget):
    """A title, the answer in a line, and a bar for each emotion."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setFont(theme.font(bold=True))
        self.line = QLabel()
        self.line.setFont(theme.font())
        self.line.setWordWrap(True)
        self.bars = EmotionBars(palette)
        self._analysis: Analysis | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addWidget(self.bars, 1)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.bars.use_palette(palette)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show how a recording sounded."""
        self._analysis = analysis
        self.bars.use_labels(analysis.origin.labels, analysis.origin.unsure_below)
        self.bars.advance(analysis.prediction, _AT_ONCE_S)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        if self._analysis is not None:
            told = words.answer(self._analysis)
            self.line.setText(told.headline if not told.line else f"{told.headline}, {told.line}")
            self.bars.show_words(self._analysis.prediction)
