"""The table's model keeps Qt's contract, and tells much in few words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.errors import UserError
from ser_desktop.ui.files.model import Column, FilesModel
from tests.fakes.jobs import done

pytestmark = pytest.mark.usefixtures("qtbot")


def waiting(number: int) -> Job:
    """Make a job that waits."""
    return Job(number, Path(f"{number:05}.wav"))


def test_qt_finds_nothing_wrong_with_it() -> None:
    """Rows come, change, are sorted and go, under the eyes of Qt's own checker."""
    model = FilesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take([waiting(number) for number in range(1, 200)])
    model.take([done(number, *range(1, 8)) for number in range(1, 200, 2)])
    model.sort(Column.CONFIDENCE, Qt.SortOrder.DescendingOrder)
    model.remove([3, 4, 5, 100])
    model.remove(range(1, 150))
    assert model.rowCount() == 50
    del tester


def test_ten_thousand_rows_change_in_few_words() -> None:
    """Whatever changed between two moments is one notice or a few, never one a row."""
    model = FilesModel()
    notices = []
    model.dataChanged.connect(lambda first, last: notices.append((first.row(), last.row())))
    model.rowsInserted.connect(lambda _parent, first, last: notices.append((first, last)))
    model.take([waiting(number) for number in range(1, 10_001)])
    assert notices == [(0, 9999)]
    notices.clear()
    model.take([done(number) for number in range(1, 10_001, 3)])
    assert notices == [(0, 9999)]
    notices.clear()
    model.take([done(500), done(501), done(7000)])
    assert notices == [(499, 500), (6999, 6999)]


def test_what_is_selected_stays_selected_when_rows_are_sorted() -> None:
    """The person's choice is of recordings, not of places."""
    model, view = FilesModel(), QTableView()
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    model.take([done(1, 9, 1, 1, 1, 1, 1, 1), done(2, 2, 1, 1, 1, 1, 1, 1), done(3, 5, 1, 1, 1, 1, 1, 1)])
    view.selectionModel().select(
        model.index(1, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    model.sort(Column.CONFIDENCE, Qt.SortOrder.AscendingOrder)
    (row,) = {index.row() for index in view.selectionModel().selectedRows()}
    assert model.rows[row].number == 2
    assert row == 0


def test_cells_read_as_words() -> None:
    """A screen reader hears what is painted; a failed row tells all on hover."""
    model = FilesModel()
    error = UserError("not-audio", "letter.wav is not a sound file.", "It is text.", "Use WAV.")
    model.take([done(1), replace(waiting(2), stage=Stage.FAILED, error=error)])
    texts = [
        [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
        for row in (0, 1)
    ]
    nnbsp = "\N{NARROW NO-BREAK SPACE}"
    assert texts == [
        ["00001.wav", "Done", "Anger", f"70{nnbsp}%", f"3.0{nnbsp}s"],
        ["00002.wav", "Not audio", "", "", ""],
    ]
    tip = model.index(1, Column.STATE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "letter.wav is not a sound file.\nIt is text. Use WAV."
