"""The table of recordings, with what can be done to them above it and what is to be known of them below."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.ui import keys, theme
from ser_desktop.ui.files import words
from ser_desktop.ui.files.delegate import ROW_HEIGHT, FilesDelegate
from ser_desktop.ui.files.drop import paint_invitation
from ser_desktop.ui.files.model import Column, FilesModel
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size

_WIDTHS = {Column.STATE: 18, Column.SOUNDS: 18, Column.CONFIDENCE: 13, Column.DURATION: 12}
_DONE = (Stage.DONE,)
_ENDABLE = (Stage.WAITING, Stage.RUNNING)
_MENDABLE = (Stage.FAILED, Stage.CANCELLED)


class FilesTable(QTableView):
    """The rows; an invitation where there are none."""

    def __init__(self, model: FilesModel, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._delegate = FilesDelegate(palette, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFont(theme.font())
        self.setAccessibleName(tr("Recordings"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)  # the window takes what is dropped
        self.setMouseTracking(True)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        # A header asks its selection, row by row, whether all of a column is in it: seconds for thousands.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        columns.setFont(theme.font(Size.SMALL))
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width * GRID)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as they come, until somebody asks
        self.setSortingEnabled(True)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._delegate.use_palette(palette)
        self.setStyleSheet(_style(palette))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the invitation."""
        super().paintEvent(event)
        empty = self.model().rowCount() == 0
        self.horizontalHeader().setHidden(empty)
        if empty:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            files, folder = keys.key("add-files"), keys.key("add-folder")
            told = tr("Or press {files} for files, {folder} for a folder.", files=files, folder=folder)
            paint_invitation(painter, QRectF(self.viewport().rect()), self._palette, keys=told)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language; cells and titles do when they are painted."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Recordings"))
            self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, Column.NAME, Column.DURATION)


class FilesList(QWidget):
    """Table, buttons, the row's details and the counts; ``selected`` tells of other rows being chosen."""

    selected = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.model = FilesModel(self)
        self.table = FilesTable(self.model, palette)
        self.buttons: dict[str, QPushButton] = {}
        self.title = QLabel()
        self.line = QLabel()
        self.counts = QLabel()
        self._menu = QMenu(self)
        self._menu.setFont(theme.font())
        self._bar = QHBoxLayout()
        self._actions: Mapping[str, QAction] = {}
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._tell_selected)
        self.table.selectionModel().currentChanged.connect(self._tell_selected)
        self.show_details()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.table.use_palette(palette)

    def offer(self, actions: Mapping[str, QAction], *, inviting: str) -> None:
        """Give each action a button and a line of the rows' menu; the inviting one stands out."""
        for name in _IN_BAR:
            if name in actions:
                self._bar.addWidget(self._button(name, actions[name], inviting=name == inviting))
            if name == "add-folder":
                self._bar.addStretch()
        for name in _IN_MENU:
            if name in actions:
                self._menu.addAction(actions[name])
        self._actions = actions
        in_order = [*self.buttons.values(), self.table]
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)
        self.allow()

    def chosen(self) -> list[Job]:
        """Return the jobs that are selected, from the top."""
        stretches = self.table.selectionModel().selection().toList()
        rows = {row for stretch in stretches for row in range(stretch.top(), stretch.bottom() + 1)}
        return [self.model.rows[row] for row in sorted(rows)]

    def current(self) -> Job | None:
        """Return the job whose row the keyboard is at."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def select(self, number: int) -> None:
        """Select the row of a job, and go there."""
        row = self.model.rows.row_of(number)
        if row is not None:
            index = self.model.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)

    def allow(self) -> None:
        """Offer only what can be done to the rows that are selected."""
        jobs = self.chosen()
        stages = {job.stage for job in jobs}
        can = {
            "view-file": self.current() is not None,
            "cancel-files": bool(stages & set(_ENDABLE)),
            "retry-files": bool(stages & set(_MENDABLE)),
            "remove-files": bool(jobs),
            "clear-files": len(self.model.rows) > 0,
            "export": bool(stages & set(_DONE)),
            "copy": bool(jobs),
        }
        for name, action in self._actions.items():
            action.setEnabled(can.get(name, True))

    def show_details(self) -> None:
        """Write what is to be known of the row that the keyboard is at."""
        job = self.current()
        title, line = words.details(job) if job is not None else ("", "")
        if (title, line) != (self.title.text(), self.line.text()):
            self.title.setText(title)
            self.line.setText(line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the rows."""
        if self.table.underMouse() or event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu.popup(event.globalPos())

    def _tell_selected(self, _now: object = None, _before: object = None) -> None:
        self.show_details()
        self.allow()
        self.selected.emit()

    def _button(self, name: str, action: QAction, *, inviting: bool) -> QPushButton:
        button = QPushButton()
        button.setFont(theme.font(bold=inviting))
        button.setProperty("inviting", inviting)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.follow(button, action)
        self.buttons[name] = button
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(2 * GRID)
        self._bar.setSpacing(GRID)
        column.addLayout(self._bar)
        column.addWidget(self.table, 1)
        details = QVBoxLayout()
        details.setSpacing(4)
        self.title.setFont(theme.font(bold=True))
        self.line.setFont(theme.font())
        self.line.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.line.setWordWrap(True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label, height in ((self.title, 20), (self.line, 5 * GRID)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedHeight(height)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            details.addWidget(label)
        column.addLayout(details)
        self.counts.setFont(theme.font(Size.SMALL))
        self.counts.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        column.addWidget(self.counts)


_IN_BAR = ("add-files", "add-folder", "cancel-files", "retry-files", "remove-files", "export")
_IN_MENU = ("view-file", "copy", "export", "cancel-files", "retry-files", "remove-files", "clear-files")


def _style(palette: Palette) -> str:
    return f"""
    QTableView {{ padding: 2px; }}
    QTableView:focus {{ padding: {3 - palette.ring}px; }}
    """
