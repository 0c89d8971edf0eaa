"""Every place of the window by Tab alone: no trap, in reading order, each stop seen and named.

A new page or dialog is one more line in ``PLACES``: how a person gets there by keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.theme import Palette
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.fakes.jobs import FakeJobs, done
from tests.fakes.player import FakePlayer
from tests.ui.hands import focused, press, walk

RATE_HZ = 8_000


@dataclass(frozen=True)
class Place:
    """Somewhere a person gets to: the keys that lead there from the live page, or an entry of the menu."""

    name: str
    keys: tuple[str, ...]
    entry: str = ""


PLACES = (
    Place("live", ("Ctrl+1",)),
    Place("recordings", ("Ctrl+2",)),
    Place("one recording", ("Ctrl+2", "Down", "Return")),
    Place("models", ("Ctrl+3",)),
    Place("microphone", ("Ctrl+T",)),
    Place("voices", ("Ctrl+K",)),
    Place("appearance", ("Ctrl+,",)),
    Place("listening", ("Ctrl+,", "Down")),
    Place("voice", ("Ctrl+,", "Down", "Down")),
    Place("language", ("Ctrl+,", "Down", "Down", "Down")),
    Place("folders", ("Ctrl+,", "End")),
    Place("shortcuts", ("F1",)),
    Place("compare", ("Ctrl+3", "C")),
    Place("training", ("Ctrl+3", "Ctrl+N")),
    Place("welcome", (), "welcome"),
    Place("about", (), "about"),
)


@pytest.fixture(scope="module", params=PLACES, ids=lambda place: place.name)
def visit(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[MainWindow, QWidget]]:
    """Show the window at its smallest size, with a recording in its list, and go somewhere by keys.

    One window serves all that is asked of a place; the test that leaves it comes last.
    """
    request.getfixturevalue("qapp")
    folder = tmp_path_factory.mktemp("place")
    path = folder / "clip.wav"
    soundfile.write(path, np.zeros(3 * RATE_HZ, np.float32), RATE_HZ)
    jobs = FakeJobs()
    engine, player, asker = FakeEngine(), FakePlayer(), FakeAsker(folder)
    shown = MainWindow(engine, theme.DARK, player, asker, house=house(unsure_below=0.5), jobs=jobs)
    shown.resize(900, 600)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown, 20_000)
    jobs.tell(replace(done(1), path=path))
    shown.files.refresh()
    to_entry = ("F10", *["Down"] * entries(shown).index(request.param.entry), "Return")
    for key in request.param.keys or to_entry:
        press(key)
        QTest.qWait(60)
    reached = QApplication.activeWindow()
    assert reached is not None
    yield shown, reached
    for one in QApplication.topLevelWidgets():
        one.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(visit: tuple[MainWindow, QWidget]) -> MainWindow:
    """Return the program's window."""
    return visit[0]


@pytest.fixture
def place(visit: tuple[MainWindow, QWidget]) -> QWidget:
    """Return the window that has the keyboard there."""
    assert visit[1].isVisible()
    return visit[1]


def entries(window: MainWindow) -> list[str]:
    """Return the names of what the menu offers, and of what has no entry."""
    menu = window.menu.menu()
    return [*(one.objectName() for one in menu.actions() if not one.isSeparator()), ""]


def name(widget: QWidget) -> str:
    """Return what a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def where(widget: QWidget) -> QRect:
    """Return its place in the window, however far what holds it is scrolled."""
    place = QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            place.translate(0, holder.verticalScrollBar().value())
        holder = holder.parentWidget()
    return place


def stops(place: QWidget) -> list[QWidget]:
    """Return where Tab stops, from the first one after the pages themselves."""
    press("Tab")
    found = walk()
    first = min(found, key=lambda one: (where(one).top() // 24, where(one).left()))
    at = found.index(first)
    assert all(one.window() is place for one in found), "Tab never leaves the window"
    return found[at:] + found[:at]


def reads_on(before: QRect, after: QRect) -> bool:
    """Whether ``after`` comes after ``before`` to somebody who reads rows, or columns side by side."""
    above = after.bottom() < before.top() and after.left() < before.right()
    same_row = after.top() <= before.bottom() and before.top() <= after.bottom()
    return not above and not (same_row and after.right() < before.left())


def test_tab_goes_round_in_reading_order(place: QWidget) -> None:
    """From the first control to the last, back to the first; and backwards the same way."""
    found = stops(place)
    assert len(found) >= 2
    for before, after in pairwise(found):
        assert reads_on(where(before), where(after)), f"{name(before)} -> {name(after)}"
    back = walk(back=True)
    assert {id(one) for one in back} == {id(one) for one in found}


def test_everything_that_can_be_used_is_reached(place: QWidget) -> None:
    """No control that takes the keyboard is left out; of a group of choices the chosen one stands for all."""
    found = {id(one) for one in stops(place)}
    for widget in place.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if not takes or not widget.isEnabled() or not widget.isVisibleTo(place):
            continue
        if widget.window() is not place or (_one_of_a_group(widget) and id(widget) not in found):
            continue
        assert id(widget) in found, f"{type(widget).__name__} {name(widget)}"


def _one_of_a_group(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def test_each_stop_has_a_name(place: QWidget) -> None:
    """What has the keyboard says what it is, and no two of a kind are called the same."""
    found = stops(place)
    assert all(map(name, found)), [type(one).__name__ for one in found if not name(one)]
    told = sorted((QAccessible.queryAccessibleInterface(one).role().name, name(one)) for one in found)
    assert all(one != other for one, other in pairwise(told)), told


@pytest.mark.parametrize("palette", theme.PALETTES, ids=lambda palette: palette.name)
def test_the_focus_is_seen(window: MainWindow, place: QWidget, palette: Palette) -> None:
    """Each stop looks different while it has the keyboard, in all palettes."""
    window.use_palette(palette)
    QTest.qWait(50)
    for _ in stops(place):
        stop = focused()
        with_focus = picture(stop)
        press("Tab")
        assert with_focus != picture(stop), f"{type(stop).__name__} {name(stop)}"


def picture(widget: QWidget) -> QImage:
    """Return what is seen of it now."""
    return widget.grab().toImage()


def test_no_key_means_two_things_at_one_place(place: QWidget) -> None:
    """Of all actions that work here, each key belongs to one; Qt would do neither."""
    keys: dict[str, str] = {}
    for widget in (place, *place.findChildren(QWidget)):
        if widget.window() is not place or not (widget.isVisible() or widget is place):
            continue
        for action in widget.actions():
            if not action.objectName():
                continue
            for key in action.shortcuts():
                text = key.toString(QKeySequence.SequenceFormat.PortableText)
                assert keys.setdefault(text, action.objectName()) == action.objectName(), text


def test_escape_leads_out_of_every_dialog(place: QWidget, window: MainWindow) -> None:
    """And the keyboard is the window's again; a page of the window is no dialog, and nothing closes it."""
    press("Escape")
    assert place.isVisible() is (place is window)
    QTest.qWait(50)
    assert focused().window() is window
