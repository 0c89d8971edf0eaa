"""The rows as Qt wants them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.ui.files import words
from ser_desktop.ui.files.rows import Rows, ranges
from ser_desktop.ui.language import N_, tr

JOB_ROLE = Qt.ItemDataRole.UserRole
_MOST_NOTICES = 32  # changed stretches that are told one by one; more are told as one

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is in which column."""

    NAME = 0
    STATE = 1
    SOUNDS = 2
    CONFIDENCE = 3
    DURATION = 4


_TITLES = {
    Column.NAME: N_("Recording"),
    Column.STATE: N_("State"),
    Column.SOUNDS: N_("Sounds"),
    Column.CONFIDENCE: N_("Confidence"),
    Column.DURATION: N_("Duration"),
}
_NUMBERS = (Column.CONFIDENCE, Column.DURATION)


class FilesModel(QAbstractTableModel):
    """Tells a view what changed in :class:`Rows`, in few words however much it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows()
        self._order = (Column.NAME, Qt.SortOrder.AscendingOrder)
        self._ordered = False  # as they came, until somebody asks for another order

    def take(self, jobs: Iterable[Job]) -> bool:
        """Show how these jobs stand now; tell whether anything changed."""
        new, known = self.rows.split(jobs)
        changed = self.rows.change(known)
        if len(changed) > _MOST_NOTICES:
            changed = [(changed[0][0], changed[-1][1])]
        for first, last in changed:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        if new:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(new) - 1)
            self.rows.append(new)
            self.endInsertRows()
        return bool(new or known)

    def remove(self, numbers: Iterable[int]) -> None:
        """Show these no more."""
        gone = set(numbers)
        stretches = ranges(row for row in map(self.rows.row_of, gone) if row is not None)
        if len(stretches) > _MOST_NOTICES:
            self.beginResetModel()
            self.rows.keep(lambda job: job.number not in gone)
            self.endResetModel()
            return
        for first, last in reversed(stretches):
            self.beginRemoveRows(QModelIndex(), first, last)
            self.rows.remove(first, last)
            self.endRemoveRows()

    def sort_again(self) -> None:
        """Bring what changed meanwhile into the order that was asked for, if one was."""
        if self._ordered:
            self.sort(*self._order)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, in words; painters ask for the job itself."""
        if not index.isValid():
            return None
        job, column = self.rows[index.row()], Column(index.column())
        if role == JOB_ROLE:
            return job
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _text(job, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(job, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(  # noqa: N802 - Qt's signature
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows; what is selected stays selected."""
        if column < 0:
            return
        self._order, self._ordered = (Column(column), order), True
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self.rows[index.row()].number for index in before]
        self.rows.sort(column, descending=order is Qt.SortOrder.DescendingOrder)
        after = [
            self.index(self.rows.row_of(number) or 0, index.column())
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _text(job: Job, column: Column) -> str:
    if column is Column.NAME:
        return job.path.name
    if column is Column.STATE:
        return words.state(job)
    if column is Column.SOUNDS:
        return words.sounds(job.analysis.prediction)[1] if job.analysis is not None else ""
    if column is Column.CONFIDENCE:
        return words.confidence(job)
    return words.clock(job.duration_s) if job.duration_s else ""


def _tip(job: Job, column: Column) -> str:
    if column is Column.NAME:
        return str(job.path)
    title, line = words.details(job)
    return f"{title}\n{line}" if job.stage is Stage.FAILED or job.analysis is not None else ""
