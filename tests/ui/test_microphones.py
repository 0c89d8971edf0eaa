"""Choosing a microphone: what is remembered, what is missed, and a list that follows the plugs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ser_desktop.results import Device, DeviceId, State
from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.widgets.picker import DevicePicker
from tests.fakes.engine import SPEAKERS, WEBCAM, YETI, FakeEngine
from tests.fakes.house import house
from tests.fakes.player import FakePlayer

HEADSET = Device(DeviceId("Headset", "ALSA"), 16_000, 1)


def opened(engine: FakeEngine, qtbot: QtBot, **choices: object) -> tuple[MainWindow, list[Settings]]:
    """Show a window where this was chosen before; return it, and the list of what is kept from now on."""
    kept: list[Settings] = []
    keeper = Keeper(Settings(**{"welcomed": True, **choices}), kept.append)  # type: ignore[arg-type]
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=replace(house(), keeper=keeper))
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window, kept


def lines(picker: DevicePicker) -> list[str]:
    """Return what the list offers."""
    return [picker.itemText(row) for row in range(picker.count())]


def test_a_choice_is_remembered(engine: FakeEngine, qtbot: QtBot) -> None:
    """What is picked is kept for the next time, and so is the way back to the default."""
    window, kept = opened(engine, qtbot)
    window.live.use_device(WEBCAM.id)
    window.live.use_device(None)
    assert [settings.device for settings in kept] == [WEBCAM.id, None]
    assert engine.asked == [WEBCAM.id, None]


def test_the_microphone_of_last_time_is_used(engine: FakeEngine, qtbot: QtBot) -> None:
    """It is asked for before listening begins, and the picker shows it."""
    window, kept = opened(engine, qtbot, device=WEBCAM.id)
    assert engine.asked == [WEBCAM.id]
    assert window.live.header.picker.currentText() == "Webcam C920"
    assert kept == []


def test_one_that_is_missing_is_told_and_stays_chosen_for_the_next_time(
    engine: FakeEngine, qtbot: QtBot
) -> None:
    """The default listens, in words, and the choice itself is not touched."""
    window, kept = opened(engine, qtbot, device=HEADSET.id)
    assert engine.asked[-1] is None
    assert "Headset is not connected." in window.live.toast.text()
    assert "Blue Yeti" in window.live.toast.text()
    assert window.live.header.picker.currentText() == "System default: Blue Yeti"
    assert kept == []


def test_one_that_returns_is_offered_and_used_only_on_demand(engine: FakeEngine, qtbot: QtBot) -> None:
    """Plugged in later, it is offered; nothing changes until the person says so."""
    window, kept = opened(engine, qtbot, device=HEADSET.id)
    window.start()
    engine.asked.clear()
    engine.listed = [YETI, WEBCAM, SPEAKERS, HEADSET]
    qtbot.waitUntil(lambda: "connected again" in window.live.toast.text(), timeout=10_000)
    assert engine.asked == []
    window.live.toast.button.click()
    assert engine.asked == [HEADSET.id]
    assert window.live.header.picker.currentText() == "Headset"
    assert kept == []  # it was the choice all the time


def test_the_list_follows_the_plugs(engine: FakeEngine, qtbot: QtBot) -> None:
    """What is plugged in appears by itself, what is pulled out goes; the one in use stays, and is told."""
    window, _kept = opened(engine, qtbot)
    picker = window.live.header.picker
    window.live.use_device(WEBCAM.id)
    engine.listed = [YETI, SPEAKERS, HEADSET]
    qtbot.waitUntil(lambda: "Headset" in lines(picker), timeout=10_000)
    assert picker.currentText() == "Webcam C920 (not connected)"
    engine.listed = [YETI, WEBCAM, SPEAKERS]
    qtbot.waitUntil(lambda: "Headset" not in lines(picker), timeout=10_000)
    assert picker.currentText() == "Webcam C920"
    assert engine.asked == [WEBCAM.id]


def test_an_open_list_keeps_the_line_that_is_pointed_at(engine: FakeEngine, qtbot: QtBot) -> None:
    """Somebody about to choose chooses what they see, though the list grows above and below it."""
    window, _kept = opened(engine, qtbot)
    picker = window.live.header.picker
    window.live.choose_device()
    view = picker.view()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert view.currentIndex().data() == "Webcam C920"
    engine.listed = [HEADSET, YETI, WEBCAM, SPEAKERS]
    qtbot.waitUntil(lambda: "Headset" in lines(picker), timeout=10_000)
    assert view.isVisible()
    assert view.currentIndex().data() == "Webcam C920"
    last = view.visualRect(picker.model().index(picker.count() - 1, 0))
    assert view.viewport().rect().contains(last), "the list did not grow"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert engine.asked == [WEBCAM.id]


def test_a_line_that_goes_while_it_is_pointed_at_chooses_nothing_by_itself(
    engine: FakeEngine, qtbot: QtBot
) -> None:
    """The list stays open on a neighbour; nothing was asked of the engine."""
    window, _kept = opened(engine, qtbot)
    picker = window.live.header.picker
    window.live.choose_device()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(picker.view(), key)
    engine.listed = [YETI, SPEAKERS]
    qtbot.waitUntil(lambda: "Webcam C920" not in lines(picker), timeout=10_000)
    assert picker.view().isVisible()
    assert engine.asked == []
    QTest.keyClick(picker.view(), Qt.Key.Key_Escape)


def test_the_wheel_does_not_change_the_microphone(engine: FakeEngine, qtbot: QtBot) -> None:
    """Whoever scrolls past the picker listens to the same one as before."""
    window, _kept = opened(engine, qtbot)
    picker = window.live.header.picker
    middle = QPointF(picker.rect().center())
    turn = QWheelEvent(
        middle,
        picker.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt's signature
    )
    QApplication.sendEvent(picker, turn)
    assert engine.asked == []
    assert picker.currentData() is None


def test_nobody_looks_while_the_window_is_hidden(engine: FakeEngine, qtbot: QtBot) -> None:
    """The watch costs something; it ends with the window, and while it is minimised."""
    window, _kept = opened(engine, qtbot)
    assert engine.watched
    window.showMinimized()
    qtbot.waitUntil(lambda: not engine.watched, timeout=5000)
    window.showNormal()
    qtbot.waitUntil(lambda: engine.watched, timeout=5000)
    window.hide()
    assert not engine.watched


@pytest.mark.parametrize("width", [60, 220, 300, 700])
def test_the_rate_is_never_cut(engine: FakeEngine, qtbot: QtBot, width: int) -> None:
    """A name longer than the line gives way in its middle; state and rate stay whole where they fit."""
    window, _kept = opened(engine, qtbot)
    long = "A microphone with a name that its maker thought about for a long time (analogue, left)"
    engine.show(state=State.NO_SPEECH, source=long, rate_hz=44_100)
    state = window.live.header.state
    whole = f"No speech · {long} · 44.1\N{NARROW NO-BREAK SPACE}kHz"
    qtbot.waitUntil(lambda: state.text() == whole, timeout=5000)
    shown = state.fitted(width)
    if width >= 220:
        assert shown.startswith("No speech · ")
        assert shown.endswith("44.1\N{NARROW NO-BREAK SPACE}kHz")
    assert "…" in shown
    assert state.fitted(5000) == whole
    assert state.toolTip() == whole
