"""The first step of a training: which recordings, what to call the model, and how much effort."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.engine.trainer import QUICK, THOROUGH, Looked, TrainingOrder, folder_name
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.models import found
from ser_desktop.ui.models.behind import Trainer
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.theme.document import show_markdown


class OrderView(QWidget):
    """Asks what a training needs; ``wanted`` tells the order, ``folder_wanted`` that one is asked for."""

    wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self, trainer: Trainer, palette: Palette) -> None:
        super().__init__()
        self._trainer = trainer
        self._palette = palette
        self._looked: Looked | None = None
        self._taken: Collection[str] = ()
        self.title, self._name_label, self._effort_label = QLabel(), QLabel(), QLabel()
        self.choose, self.back, self.start = QPushButton(), QPushButton(), QPushButton()
        self.folder = QLabel()
        self.text = QTextBrowser()
        self.name = QLineEdit()
        self.quick, self.thorough = QRadioButton(), QRadioButton()
        self.resume = QCheckBox()
        self.state = QLabel()
        self._lay_out()
        self.choose.clicked.connect(self.folder_wanted)
        self.start.clicked.connect(self._order)
        self.name.textChanged.connect(self._allow)
        # Not before the key is done with: it would press what has the focus by then.
        self.name.returnPressed.connect(self.start.click, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.title.setText(tr("Train your own model"))
        self.choose.setText(tr("Choose a folder of recordings…"))
        self.back.setText(tr("Back"))
        self.start.setText(tr("Start the training"))
        self._name_label.setText(tr("Name of the model"))
        self._effort_label.setText(tr("Effort"))
        self.name.setAccessibleName(tr("Name of the model"))
        self.name.setPlaceholderText(tr("My voice"))
        self.quick.setText(tr("Quick: some minutes, for a first impression"))
        self.thorough.setText(tr("Thorough: up to an hour, as the bundled models were trained"))
        self.resume.setText(tr("Go on with the training of this name that was broken off"))
        self.text.setAccessibleName(tr("What was found, and what is wanted"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.choose.setIcon(icons.icon("folder", palette.text, palette.faint, before_words=True))
        self.choose.setIconSize(QSize(3 * GRID, 2 * GRID))
        self._write()

    def open(self, taken: Collection[str]) -> None:
        """Ask anew; ``taken`` are the names of the models that there are."""
        self._taken = taken
        if not self.name.text():
            title, number = tr("My voice"), 1
            while folder_name(title) in taken:
                number += 1
                title = f"{tr('My voice')} {number}"
            self.name.setText(title)
        self._allow()
        self.choose.setFocus()

    def look(self, folder: Path) -> None:
        """Look what a folder holds; may raise UserError."""
        self._trainer.look(folder)
        self.tick()

    def tick(self) -> None:
        """Follow the look into the folder."""
        looked = self._trainer.looked
        if looked is not self._looked:
            self._looked = looked
            self._write()

    @property
    def ready(self) -> bool:
        """Whether a training could begin."""
        looked = self._looked
        return bool(
            looked is not None
            and looked.finished
            and looked.error is None
            and self._name
            and self._name not in self._taken
        )

    @property
    def _name(self) -> str:
        return folder_name(self.name.text())

    def _order(self) -> None:
        if not self.ready or self._looked is None:
            return
        resume = self.resume.isVisible() and self.resume.isChecked()
        if not resume and self._trainer.unfinished(self._name):
            self._trainer.discard_unfinished(self._name)
        effort = THOROUGH if self.thorough.isChecked() else QUICK
        title = self.name.text().strip()
        self.wanted.emit(TrainingOrder(self._looked.folder, self._name, title, effort, resume=resume))

    def _write(self) -> None:
        looked = self._looked
        if looked is None:
            self.folder.setText(tr("Or drop one here."))
            show_markdown(self.text, found.wanted(), self._palette)
        else:
            self.folder.setText(str(looked.folder))
            self.folder.setToolTip(str(looked.folder))
            show_markdown(self.text, found.told(looked), self._palette)
        self._allow()

    def _allow(self) -> None:
        """Offer what can be done, and say what is missing."""
        self.start.setEnabled(self.ready)
        unfinished = bool(self._name) and self._trainer.unfinished(self._name)
        if unfinished and not self.resume.isVisible():
            self.resume.setChecked(True)
        self.resume.setVisible(unfinished)
        self.state.setText(self._missing())
        self.start.setToolTip(self.state.text())

    def _missing(self) -> str:
        looked = self._looked
        if looked is None:
            return tr("First choose the recordings.")
        if not looked.finished:
            return tr("Looking: {done} of {total}", done=looked.done, total=looked.total)
        if looked.error is not None or looked.found is None:
            return tr("No model can be made of this folder yet.")
        if not self._name:
            return tr("The model needs a name.")
        if self._name in self._taken:
            return tr("There is a model of this name already.")
        return found.summary(looked.found)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(Size.LARGE, bold=True))
        for widget in (
            self.choose,
            self.back,
            self.folder,
            self.name,
            self.quick,
            self.thorough,
            self.resume,
            self.state,
            self._name_label,
            self._effort_label,
        ):
            widget.setFont(theme.font())
        self.start.setFont(theme.font(bold=True))
        self.start.setProperty("inviting", True)  # noqa: FBT003 - Qt's signature
        for label in (self.folder, self.state, self._name_label, self._effort_label):
            label.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setSizePolicy(
            self.text.sizePolicy().Policy.Ignored, self.folder.sizePolicy().verticalPolicy()
        )
        self.state.setWordWrap(True)
        self.text.setOpenLinks(False)
        self.text.document().setIndentWidth(2 * GRID)
        self.text.setTabChangesFocus(True)
        self.quick.setChecked(True)
        self._name_label.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.title)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(self.choose)
        top.addWidget(self.folder, 1)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        form = QGridLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID // 2)
        form.addWidget(self._name_label, 0, 0)
        form.addWidget(self.name, 0, 1)
        form.addWidget(self._effort_label, 1, 0)
        form.addWidget(self.quick, 1, 1)
        form.addWidget(self.thorough, 2, 1)
        form.addWidget(self.resume, 3, 1)
        form.setColumnStretch(1, 1)
        column.addLayout(form)
        bottom = QHBoxLayout()
        bottom.setSpacing(2 * GRID)
        bottom.addWidget(self.back)
        bottom.addWidget(self.state, 1)
        bottom.addWidget(self.start)
        column.addLayout(bottom)
