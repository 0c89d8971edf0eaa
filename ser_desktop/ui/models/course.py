"""The second step of a training: curves, what is being done, how long it takes, and how to end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ser_desktop.engine.trainer import Training, TrainingOrder
from ser_desktop.ui import theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.models import trainwords
from ser_desktop.ui.plots.curves import CurvePlot, Line
from ser_desktop.ui.theme import GRID, Palette, Size

_STEPS = 1000


class CourseView(QWidget):
    """Shows the training that it was given last."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._training = Training()
        self._order: TrainingOrder | None = None
        self.title, self.phase, self.left, self.figures = QLabel(), QLabel(), QLabel(), QLabel()
        self._loss_title, self._right_title = QLabel(), QLabel()
        self.losses, self.right = CurvePlot(palette), CurvePlot(palette, shares=True)
        self.bar = QProgressBar()
        self.back, self.stop, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.back.setText(tr("Back"))
        self.back.setToolTip(tr("The training goes on"))
        self.stop.setText(tr("Stop and keep the best"))
        self.cancel.setText(tr("Cancel…"))
        self._loss_title.setText(tr("Error while learning (loss)"))
        self._right_title.setText(tr("Emotions right on what is kept apart"))
        self.bar.setAccessibleName(tr("Progress of the training"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for plot in (self.losses, self.right):
            plot.use_palette(palette)

    def show_training(self, training: Training, order: TrainingOrder | None) -> None:
        """Show how a training is, and what was ordered."""
        if (training, order) != (self._training, self._order):
            self._training, self._order = training, order
            self._write()

    def _write(self) -> None:
        training, order = self._training, self._order
        title = order.title if order is not None else ""
        self.title.setText(tr("“{title}” is being trained", title=title))
        self.phase.setText(trainwords.phase(training))
        self.left.setText(trainwords.left(training))
        self.bar.setValue(round(_STEPS * trainwords.share(training)))
        self.stop.setEnabled(bool(training.epochs) and not training.stopping and training.phase == "training")
        self.cancel.setEnabled(not training.stopping)
        self.figures.setText(trainwords.curves(training.epochs))
        self._draw()

    def _draw(self) -> None:
        epochs, order = self._training.epochs, self._order
        expected = max(order.effort.epochs if order is not None else 1, len(epochs))
        losses = [Line(tr("On validation"), _validation(self._training))] if epochs else []
        losses.append(Line(tr("On what it learns from"), tuple(one.loss for one in epochs), main=False))
        axis = tr("epoch")
        self.losses.show_lines(losses, expected, axis)
        right = Line(tr("Right"), tuple(one.validation_uar for one in epochs))
        found = self._training.found
        count = len(found.labels) if found is not None else 0
        chance = (1 / count, tr("by guessing")) if count else None
        self.right.show_lines([right], expected, axis, chance)
        told = self.figures.text()
        for plot, name in ((self.losses, self._loss_title), (self.right, self._right_title)):
            plot.setAccessibleName(name.text())
            plot.setAccessibleDescription(told)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(Size.LARGE, bold=True))
        self.title.setWordWrap(True)
        for label in (self.phase, self._loss_title, self._right_title):
            label.setFont(theme.font(bold=True))
        for widget in (self.left, self.figures, self.back, self.stop, self.cancel):
            widget.setFont(theme.font())
        for label in (self.left, self.figures):
            label.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        for label in (self.title, self.phase, self.left, self.figures):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.figures.setWordWrap(True)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.title)
        line = QHBoxLayout()
        line.addWidget(self.phase, 1)
        line.addWidget(self.left)
        column.addLayout(line)
        column.addWidget(self.bar)
        plots = QHBoxLayout()
        plots.setSpacing(4 * GRID)
        for title, plot in ((self._loss_title, self.losses), (self._right_title, self.right)):
            part = QVBoxLayout()
            part.setSpacing(GRID)
            title.setWordWrap(True)
            part.addWidget(title)
            part.addWidget(plot, 1)
            plots.addLayout(part, 1)
        column.addLayout(plots, 1)
        column.addWidget(self.figures)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.stop)
        column.addLayout(buttons)


def _validation(training: Training) -> tuple[float, ...]:
    return tuple(
        one.validation_loss if one.validation_loss is not None else float("nan") for one in training.epochs
    )
