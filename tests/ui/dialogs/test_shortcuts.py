"""The sheet of shortcuts: nothing of the registry is missing, and all of it is found without a mouse."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ser_desktop.ui import actions
from ser_desktop.ui.actions import ACTIONS
from ser_desktop.ui.dialogs.shortcuts import Shortcuts, entries
from ser_desktop.ui.main_window import MainWindow
from tests.ui.hands import focused, go_to, only, press, write


def shown(sheet: Shortcuts) -> list[str]:
    """Return the rows as they are read, from the top."""
    model = sheet.table.model()
    return [
        " ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount())).strip()
        for row in range(model.rowCount())
    ]


def test_every_action_is_there_with_all_its_keys() -> None:
    """Written as the system writes them; what has no key says where it is found."""
    rows = [row for row in entries() if not row.heading]
    assert len(rows) == len(ACTIONS)
    for spec in ACTIONS:
        row = next(row for row in rows if row.text == spec.text.rstrip("…") and _fits(spec, row.keys))
        assert row.keys


def _fits(spec: actions.ActionSpec, keys: tuple[str, ...]) -> bool:
    native = QKeySequence.SequenceFormat.NativeText
    wanted = {QKeySequence(key).toString(native) for key in (spec.shortcut, *spec.others) if key}
    return set(keys) == wanted if wanted else len(keys) == 1


def test_what_is_about_the_page_comes_first() -> None:
    """Nothing is left out by that, and nothing is there twice."""
    first = entries((actions.ONE, actions.TAKE))
    assert first[0].text == "One recording"
    assert sorted(first, key=str) == sorted(entries(), key=str)


def test_f1_shows_the_keys_of_the_page_that_is_seen(window: MainWindow) -> None:
    """Of listening on the live page, of recordings on theirs; letters go to the line that finds."""
    press("F1")
    sheet = only(window, Shortcuts)
    assert shown(sheet)[0] == actions.LIVE
    assert "Start or stop listening Space" in shown(sheet)[1:3]
    assert focused() is sheet.search
    press("Escape", "Ctrl+2", "F1")
    assert shown(sheet)[0] == actions.FILES


def test_a_word_finds_some_of_them(window: MainWindow) -> None:
    """By what is done, by key, by what it is about; each under its heading."""
    press("F1")
    sheet = only(window, Shortcuts)
    write("discard")
    assert shown(sheet) == [
        "Clips",
        "Discard the clip Del",
        "Put the discarded clip back Ctrl+Z",
    ]
    press(*["Backspace"] * len("discard"))
    write("ctrl+1")
    assert shown(sheet) == ["Window", "Show what is heard now Ctrl+1"]
    press(*["Backspace"] * len("ctrl+1"))
    write("WINDOW quit")
    assert shown(sheet) == ["Window", "Quit Ctrl+Q"]


def test_what_is_not_found_is_told(window: MainWindow) -> None:
    """An empty table would look like a fault."""
    press("F1")
    sheet = only(window, Shortcuts)
    write("xyzzy")
    assert not sheet.table.isVisible()
    assert "xyzzy" in sheet.nothing.text()
    assert sheet.nothing.isVisible()
    press("Escape", "F1")
    assert sheet.table.isVisible()
    assert sheet.search.text() == "", "the next one who opens it sees all"


def test_the_keyboard_reads_it_to_its_end(window: MainWindow) -> None:
    """Down from the line goes to the table, End to its last row, which is then seen; Tab leaves again."""
    press("F1")
    sheet = only(window, Shortcuts)
    press("Down")
    assert focused() is sheet.table
    press("Ctrl+End")
    last = sheet.table.model().index(sheet.table.model().rowCount() - 1, 0)
    assert sheet.table.currentIndex().row() == last.row()
    assert sheet.table.viewport().rect().contains(sheet.table.visualRect(last).center())
    go_to(sheet.close_button)
    press("Space")
    assert not sheet.isVisible()


def test_no_text_is_cut(window: MainWindow) -> None:
    """Each row of the small window has room for its words beside its keys."""
    press("F1")
    sheet = only(window, Shortcuts)
    QApplication.processEvents()
    metrics = sheet.table.fontMetrics()
    model = sheet.table.model()
    for row in range(model.rowCount()):
        text = str(model.index(row, 0).data())
        room = sheet.table.visualRect(model.index(row, 0)).width() - 16
        assert metrics.horizontalAdvance(text) <= room, text
