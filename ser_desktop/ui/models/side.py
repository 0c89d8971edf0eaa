"""One of two models that are compared: which, what it says, and its bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ser_desktop.results import Analysis, ModelInfo
from ser_desktop.ui import theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.models import words
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.widgets.bars import EmotionBars
from ser_desktop.ui.widgets.choice import Choice
from ser_desktop.ui.widgets.finding import Finding
from ser_desktop.ui.words import answer

_AT_ONCE_S = 60.0


class Side(QWidget):
    """The model is chosen here; its bars have the rows of both models, so that they can be compared."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._infos: list[ModelInfo] = []
        self.model = Choice()
        self.answer = Finding(palette, lines=1)
        self.bars = EmotionBars(palette)
        self.model.setFont(theme.font(bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part, stretch in ((self.model, 0), (self.answer, 0), (self.bars, 1)):
            column.addWidget(part, stretch)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.answer.use_palette(palette)
        self.bars.use_palette(palette)

    @property
    def name(self) -> str:
        """Name of the model that is chosen; empty where there is none."""
        info = self._info
        return info.name if info is not None else ""

    @property
    def model_title(self) -> str:
        """Title of that model."""
        return self.model.currentText()

    @property
    def labels(self) -> tuple[str, ...]:
        """What that model hears."""
        info = self._info
        return info.labels if info is not None else ()

    def offer(self, infos: Sequence[ModelInfo], name: str) -> None:
        """Let one of these be chosen; ``name`` is, to begin with."""
        self._infos = list(infos)
        self.model.clear()
        for number, info in enumerate(infos):
            self.model.addItem(info.title)
            self.model.setItemData(number, words.figure(info), Qt.ItemDataRole.ToolTipRole)
        names = [info.name for info in infos]
        self.model.setCurrentIndex(names.index(name) if name in names else min(0, len(names) - 1))

    def show_answer(self, analysis: Analysis | None, labels: tuple[str, ...]) -> None:
        """Show what the model says, in rows for all ``labels``; None while it has not said anything."""
        if analysis is None:
            self.answer.tell("silence", tr("One moment"))
            unsure_below = 0.0
        else:
            told = answer(analysis)
            self.answer.tell(told.icon, told.headline, told.line)
            unsure_below = analysis.origin.unsure_below
        prediction = analysis.prediction if analysis is not None else None
        self.bars.use_labels(labels, unsure_below)
        self.bars.show_words(prediction)
        self.bars.advance(prediction, _AT_ONCE_S)

    @property
    def _info(self) -> ModelInfo | None:
        index = self.model.currentIndex()
        return self._infos[index] if 0 <= index < len(self._infos) else None
