"""Rows of a page of preferences: the name of a choice, its control, and a sentence of what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.ui import theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Size

Text = str | Callable[[], str]
"""What is shown: a text that is still to be translated, or what returns one that is."""


def written(text: Text) -> str:
    """Return the text in the window's language."""
    return text() if callable(text) else tr(text)


def line(*, quiet: bool = False, bold: bool = False) -> QLabel:
    """Return an empty line of plain text that breaks where it must; ``quiet`` is small print."""
    label = QLabel()
    label.setFont(theme.font(Size.SMALL if quiet else Size.BODY, bold=bold))
    label.setProperty("quiet", quiet)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Row(QWidget):
    """Name above, sentence below; who derives from it fills :attr:`body` between them."""

    def __init__(self, name: Text, sentence: Text) -> None:
        super().__init__()
        self._name = name
        self._sentence = sentence
        self.name = line(bold=True)
        self.sentence = line(quiet=True)
        self.top = QHBoxLayout()
        self.top.addWidget(self.name, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self.top)
        column.addLayout(self.body)
        column.addWidget(self.sentence)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.name.setText(written(self._name))
        self.sentence.setText(written(self._sentence))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class ChoiceRow(Row):
    """One of a few, each with a button; ``chosen`` tells which."""

    chosen = Signal(str)

    def __init__(self, name: Text, sentence: Text, options: Sequence[tuple[str, Text]]) -> None:
        super().__init__(name, sentence)
        self._options = list(options)
        self._group = QButtonGroup(self)
        self.buttons = [QRadioButton() for _ in options]
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setVerticalSpacing(0)
        self.grid.setHorizontalSpacing(2 * GRID)
        self.grid.setColumnStretch(2, 1)
        for index, button in enumerate(self.buttons):
            button.setFont(theme.font())
            self._group.addButton(button, index)
            self.grid.addWidget(button, index, 0)
        self.body.addLayout(self.grid)
        self._group.idToggled.connect(self._tell)
        self.retranslate()

    def tell(self, value: str) -> None:
        """Show what is chosen."""
        with QSignalBlocker(self._group):
            for button, (option, _) in zip(self.buttons, self._options, strict=True):
                button.setChecked(option == value)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        super().retranslate()
        for button, (_, text) in zip(self.buttons, self._options, strict=True):
            button.setText(written(text))
            button.setAccessibleDescription(self.name.text())

    def _tell(self, index: int, checked: bool) -> None:  # noqa: FBT001 -- Qt's signature
        if checked:
            self.chosen.emit(self._options[index][0])


class SwitchRow(Row):
    """On or off; its name is on the box itself."""

    switched = Signal(bool)

    def __init__(self, name: Text, sentence: Text) -> None:
        super().__init__(name, sentence)
        self.name.hide()
        self.box = QCheckBox()
        self.box.setFont(theme.font())
        self.body.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.toggled.connect(self.switched)
        self.retranslate()

    def tell(self, *, on: bool) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        super().retranslate()
        self.box.setText(self.name.text())
        self.box.setAccessibleDescription(self.sentence.text())


class Slider(QSlider):
    """A slider that leaves the wheel to the page, and stops at whole steps wherever it is dragged."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._snap)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _snap(self, value: int) -> None:
        step = self.singleStep()
        whole = min(self.maximum(), self.minimum() + round((value - self.minimum()) / step) * step)
        if whole != value:
            self.setValue(whole)


class SliderRow(Row):
    """A number with its unit; ``moved`` tells it in thousandths or hundredths, as the slider counts.

    Parameters
    ----------
    unit
        Name of what the slider counts, as "{name}, in milliseconds": a screen reader tells the number alone.
    ends
        What its two ends mean.
    """

    moved = Signal(int)

    def __init__(
        self,
        name: Text,
        sentence: Text,
        unit: str,
        limits: tuple[int, int, int],
        ends: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(name, sentence)
        self._unit = unit
        self._ends = ends
        self.slider = Slider()
        least, most, step = limits
        self.slider.setSingleStep(step)
        self.slider.setPageStep(5 * step)
        self.slider.setRange(least, most)
        self.number = line()
        self.number.setWordWrap(False)
        self.top.addWidget(self.number)
        self.name.setBuddy(self.slider)
        self._low, self._high = line(quiet=True), line(quiet=True)
        held = QHBoxLayout()
        held.setSpacing(GRID)
        held.addWidget(self._low)
        held.addWidget(self.slider, 1)
        held.addWidget(self._high)
        for label, text in ((self._low, ends[0]), (self._high, ends[1])):
            label.setWordWrap(False)
            label.setVisible(bool(text))
        self.body.addLayout(held)
        self.slider.valueChanged.connect(self._move)
        self.retranslate()

    def tell(self, count: float, text: str, *, most: int | None = None) -> None:
        """Show a number, and how it is written; ``most`` is the most that there can be now."""
        with QSignalBlocker(self.slider):
            if most is not None:
                self.slider.setMaximum(most)
            self.slider.setValue(round(count))
        self.number.setText(text)
        self.slider.setToolTip(text)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        super().retranslate()
        self.slider.setAccessibleName(tr(self._unit, name=self.name.text()))
        self.slider.setAccessibleDescription(self.sentence.text())
        for label, text in ((self._low, self._ends[0]), (self._high, self._ends[1])):
            label.setText(tr(text) if text else "")

    def _move(self, value: int) -> None:
        if (value - self.slider.minimum()) % self.slider.singleStep() == 0 or value == self.slider.maximum():
            self.moved.emit(value)
