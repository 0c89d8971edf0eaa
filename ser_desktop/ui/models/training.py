"""Training one's own model, in three steps in the page's place; it goes on while other things are seen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ser_desktop.engine.trainer import Training, TrainingOrder
from ser_desktop.errors import UserError
from ser_desktop.ui.models.asking import ModelsAsker
from ser_desktop.ui.models.behind import Trainer
from ser_desktop.ui.models.course import CourseView
from ser_desktop.ui.models.order import OrderView
from ser_desktop.ui.models.outcome import MissingView, OutcomeView
from ser_desktop.ui.theme import GRID, MARGIN, Palette


class TrainingView(QWidget):
    """Leads through the steps.

    ``left`` tells that somebody wants back, ``began`` that a training begins, ``use_wanted`` that the new
    model is wanted, by name, and ``failed`` what could not be done.
    """

    left = Signal()
    began = Signal()
    use_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, trainer: Trainer, missing: Callable[[], UserError | None], palette: Palette) -> None:
        super().__init__()
        self._trainer = trainer
        self._missing = missing
        self._order: TrainingOrder | None = None
        self._asker: ModelsAsker | None = None
        self._taken: Callable[[], Collection[str]] = tuple
        self._seen = False  # whether somebody saw how the last training ended
        self.order = OrderView(trainer, palette)
        self.course = CourseView(palette)
        self.outcome = OutcomeView(palette)
        self.missing = MissingView(palette)
        self._steps = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.addWidget(self._steps)
        for step in (self.order, self.course, self.outcome, self.missing):
            self._steps.addWidget(step)
        self._connect()
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for step in (self.order, self.course, self.outcome, self.missing):
            step.use_palette(palette)

    def use_asker(self, asker: ModelsAsker) -> None:
        """Ask through ``asker``."""
        self._asker = asker

    @property
    def running(self) -> bool:
        """Whether a model is being trained."""
        return self._trainer.training.running

    @property
    def title(self) -> str:
        """Title of the model that is being trained, or was."""
        return self._order.title if self._order is not None else ""

    def open(self, taken: Callable[[], Collection[str]]) -> None:
        """Show the step that it stands at; ``taken`` tells the names of the models that there are."""
        self._taken = taken
        training, fault = self._trainer.training, self._missing()
        if training.running:
            self._show(self.course)
        elif self._order is not None and not self._seen:
            self._show_outcome(training)
        elif fault is not None:
            self.missing.tell(fault)
            self._show(self.missing)
        else:
            self._ask()

    def drop(self, path: Path) -> None:
        """Take a folder of recordings, where one is asked for."""
        if self._steps.currentWidget() is self.order:
            self._look(path if path.is_dir() else path.parent)

    def tick(self) -> None:
        """Follow."""
        step = self._steps.currentWidget()
        if step is self.order:
            self.order.tick()
        elif step is self.course:
            training = self._trainer.training
            self.course.show_training(training, self._order)
            if not training.running:
                self._show_outcome(training)

    def take_focus(self) -> None:
        """Let the keyboard go to the step's first part."""
        step = self._steps.currentWidget()
        if step is self.outcome:
            self.outcome.take_focus()
        elif step is self.order:
            self.order.choose.setFocus()
        else:
            (self.course.back if step is self.course else self.missing.copy).setFocus()

    def _connect(self) -> None:
        for back in (self.order.back, self.course.back, self.outcome.back, self.missing.back):
            back.clicked.connect(self.left)
        self.order.folder_wanted.connect(self._ask_folder)
        self.order.wanted.connect(self._start)
        self.course.stop.clicked.connect(self._trainer.stop)
        self.course.cancel.clicked.connect(self._cancel)
        self.outcome.again.clicked.connect(self._ask)
        self.outcome.use.clicked.connect(self._use)

    def _show(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self.tick()
        self.take_focus()

    def _ask(self) -> None:
        self._seen = True
        self.order.open(self._taken())
        self._show(self.order)

    def _ask_folder(self) -> None:
        folder = self._asker.training_folder() if self._asker is not None else None
        if folder is not None:
            self._look(folder)

    def _look(self, folder: Path) -> None:
        try:
            self.order.look(folder)
        except UserError as fault:
            self.failed.emit(fault)

    def _start(self, order: TrainingOrder) -> None:
        try:
            self._trainer.start(order)
        except UserError as fault:
            self.failed.emit(fault)
            return
        self._order, self._seen = order, False
        self._show(self.course)
        self.began.emit()

    def _cancel(self) -> None:
        if self._asker is not None and self._asker.may_cancel() and self._trainer.training.running:
            self._trainer.cancel()
            self.tick()

    def _show_outcome(self, training: Training) -> None:
        self._seen = True
        self.outcome.show_training(training)
        self._show(self.outcome)

    def _use(self) -> None:
        model = self._trainer.training.model
        if model is not None:
            self.use_wanted.emit(model.name)
