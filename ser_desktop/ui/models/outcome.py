"""The third step of a training: what came of it, and what can be done then. Or why there is no trainer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ser_desktop.engine.trainer import Training
from ser_desktop.errors import UserError
from ser_desktop.ui import theme
from ser_desktop.ui.language import of_error, tr
from ser_desktop.ui.models import trainwords, words
from ser_desktop.ui.plots.curves import CurvePlot, Line
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.finding import Finding

COMMAND = 'pip install "ser-desktop[train]"'


class OutcomeView(QWidget):
    """Shows how a training ended."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._training = Training()
        self.title, self.worth, self.emotions, self.figures = QLabel(), QLabel(), QLabel(), QLabel()
        self.fault = Finding(palette, lines=3)
        self.right = CurvePlot(palette, shares=True)
        self.back, self.again, self.use = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.back.setText(tr("Back to the models"))
        self.again.setText(tr("Train another one") if self._training.model else tr("Try again"))
        self.use.setText(tr("Use it"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.fault.use_palette(palette)
        self.right.use_palette(palette)

    def show_training(self, training: Training) -> None:
        """Show how it ended."""
        if training != self._training:
            self._training = training
            self.retranslate()

    def take_focus(self) -> None:
        """Let the keyboard go to what most people want."""
        (self.use if self.use.isVisibleTo(self) else self.again).setFocus()

    def _write(self) -> None:
        training, model = self._training, self._training.model
        self.title.setText(trainwords.headline(training))
        made = model is not None
        for part in (self.worth, self.emotions, self.use):
            part.setVisible(made)
        self.fault.setVisible(training.error is not None)
        if training.error is not None:
            title, detail, remedy = of_error(training.error)
            self.fault.tell("fault", title, f"{detail} {remedy}".strip())
        if model is not None:
            self.worth.setText(trainwords.worth(model))
            heard = words.emotions(model.labels)
            self.emotions.setText(tr("“{title}” hears: {emotions}.", title=model.title, emotions=heard))
        shown = bool(training.epochs)
        self.right.setVisible(shown)
        self.figures.setVisible(shown)
        self.figures.setText(trainwords.curves(training.epochs))
        values = tuple(one.validation_uar for one in training.epochs)
        name = tr("Emotions right on what is kept apart")
        self.right.show_lines([Line(name, values)], len(values), tr("epoch"))
        self.right.setAccessibleName(name)
        self.right.setAccessibleDescription(self.figures.text())

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(Size.LARGE, bold=True))
        self.worth.setFont(theme.font(bold=True))
        self.use.setFont(theme.font(bold=True))
        self.use.setProperty("inviting", True)  # noqa: FBT003 - Qt's signature
        for widget in (self.emotions, self.figures, self.back, self.again):
            widget.setFont(theme.font())
        self.figures.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for label in (self.title, self.worth, self.emotions):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self.fault)
        column.addWidget(self.right, 1000)
        self.figures.setWordWrap(True)
        column.addWidget(self.figures)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.again)
        buttons.addWidget(self.use)
        column.addLayout(buttons)


class MissingView(QWidget):
    """Says what is missing to train, with the command to copy where there is one."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._fault: UserError | None = None
        self.finding = Finding(palette, lines=3)
        self.command = QLineEdit(COMMAND)
        self.copy, self.back = QPushButton(), QPushButton()
        self.command.setReadOnly(True)
        for widget in (self.command, self.copy, self.back):
            widget.setFont(theme.font())
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(COMMAND))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.finding)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back)
        bottom.addStretch()
        column.addLayout(bottom)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.back.setText(tr("Back"))
        self.copy.setText(tr("Copy the command"))
        self.command.setAccessibleName(tr("Command that installs the trainer"))
        if self._fault is not None:
            title, detail, remedy = of_error(self._fault)
            self.finding.tell("fault", title, f"{detail} {remedy}".strip())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.finding.use_palette(palette)

    def tell(self, fault: UserError) -> None:
        """Say what is missing."""
        self._fault = fault
        self.retranslate()
