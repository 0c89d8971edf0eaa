"""The first page: what somebody sees and does who opens the program for the first time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop import app
from ser_desktop.errors import UserError
from ser_desktop.results import Level, State
from ser_desktop.settings import Settings, SettingsFile
from ser_desktop.ui import theme, words
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.welcome import WelcomePage
from tests.fakes.engine import SPEAKERS, YETI, FakeEngine, prediction
from tests.fakes.house import house
from tests.fakes.player import FakePlayer

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)


@pytest.fixture
def kept() -> list[Settings]:
    """Return what is kept, oldest first."""
    return []


@pytest.fixture
def greeted(engine: FakeEngine, kept: list[Settings], qtbot: QtBot) -> MainWindow:
    """Show the smallest window as it is when it was never opened before."""
    house_ = replace(house(), keeper=Keeper(Settings(), kept.append))
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=house_)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.welcome()
    qtbot.waitExposed(window)
    return window


def page_of(window: MainWindow) -> WelcomePage:
    """Return the first page, which is shown."""
    page = window.reception.page
    assert page is not None
    assert page.isVisible()
    return page


def headline(window: MainWindow) -> str:
    """Say how it stands with the microphone."""
    return page_of(window).finding.headline.text()


def test_nothing_is_opened_before_somebody_agrees(greeted: MainWindow, engine: FakeEngine) -> None:
    """No microphone and no pages: only the first page, and the button that asks."""
    assert engine.asked == []
    assert not greeted.live.isVisible()
    assert not greeted.tabs.isVisible()
    assert page_of(greeted).test.text() == "Allow and test"
    assert page_of(greeted).test.hasFocus()


def test_from_the_first_press_to_listening_by_keyboard(
    greeted: MainWindow, engine: FakeEngine, kept: list[Settings], qtbot: QtBot
) -> None:
    """Return allows and tests, a voice is heard, the main button leads on and the microphone stays open."""
    page = page_of(greeted)
    QTest.keyClick(page.test, Qt.Key.Key_Return)
    assert engine.asked == ["start"]
    engine.show(level=Level(-55.0, -62.0))
    qtbot.waitUntil(lambda: headline(greeted) == "Say something: the bar should move.", timeout=5000)
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: headline(greeted) == "It hears you.", timeout=10_000)
    assert "Blue Yeti" in page.finding.line.text()
    for widget in (page.test, page.language):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert page.begin.hasFocus()
    assert kept == []
    QTest.keyClick(page.begin, Qt.Key.Key_Return)
    assert [settings.welcomed for settings in kept] == [True]
    assert engine.asked == ["start"]
    assert greeted.live.isVisible()
    assert greeted.tabs.isVisible()
    assert greeted.reception.page is None


def test_its_end_starts_to_listen(greeted: MainWindow, engine: FakeEngine) -> None:
    """Whoever does not test first, listens once the page is over, not before."""
    QTest.mouseClick(page_of(greeted).begin, Qt.MouseButton.LeftButton)
    assert engine.asked == ["start"]
    assert greeted.live.header.button.text() == "Stop"


def test_the_test_can_be_stopped(greeted: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """The same button closes the microphone, and what was heard counts no more."""
    page = page_of(greeted)
    page.test.click()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: headline(greeted) == "It hears you.", timeout=10_000)
    page.test.click()
    assert engine.asked == ["start", "stop"]
    assert headline(greeted) == "Does the microphone hear you?"


@pytest.mark.parametrize("state", [State.FAILED, State.LOST])
def test_faults_come_with_what_to_do(
    greeted: MainWindow, engine: FakeEngine, qtbot: QtBot, state: State
) -> None:
    """A refused or lost microphone is told in words, and another try leads on."""
    page_of(greeted).test.click()
    engine.show(state=state, error=UserError("x", "It may not be used.", "Code 5.", "Allow it there."))
    qtbot.waitUntil(lambda: headline(greeted) == "It may not be used.", timeout=5000)
    assert page_of(greeted).finding.line.text() == "Allow it there."
    engine.show(error=None)
    engine.start()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: headline(greeted) == "It hears you.", timeout=10_000)


def test_digital_silence_is_suspected(greeted: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """A muted microphone, or one that the system withholds, is told as that."""
    page_of(greeted).test.click()
    engine.show(level=Level(zeros_s=3.0))
    qtbot.waitUntil(lambda: headline(greeted) == words.MUTED.title, timeout=5000)
    assert page_of(greeted).finding.line.text() == words.MUTED.remedy


def test_a_microphone_that_is_not_there_yet(greeted: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Without one the page says so before anything is pressed, and sees it when it is plugged in."""
    engine.listed = [SPEAKERS]
    qtbot.waitUntil(lambda: headline(greeted) == "No microphone was found.", timeout=10_000)
    engine.listed = [YETI, SPEAKERS]
    qtbot.waitUntil(lambda: headline(greeted) == "Does the microphone hear you?", timeout=10_000)


def test_another_microphone_is_tried_anew(greeted: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """What one was heard to do says nothing of the next."""
    page = page_of(greeted)
    page.test.click()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: headline(greeted) == "It hears you.", timeout=10_000)
    engine.fall_silent()
    page.picker.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(page.picker, key)
    qtbot.waitUntil(lambda: headline(greeted) == "Say something: the bar should move.", timeout=5000)


def test_the_figure_is_the_models_own(engine: FakeEngine, qtbot: QtBot) -> None:
    """What is told of errors is what was measured of this model; of none nothing is claimed."""
    engine.uar = 0.42
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=house(welcomed=False))
    qtbot.addWidget(window)
    window.welcome()
    page = window.reception.page
    assert page is not None
    assert words.percent(0.42) in page.texts[0].text()
    assert words.percent(1 / 7) in page.texts[0].text()
    window.reception.leave()
    engine.uar = None
    window.welcome()
    page = window.reception.page
    assert page is not None
    assert "%" not in page.texts[0].text()
    assert "often wrong" in page.texts[0].text()


def test_limits_and_privacy_are_told(greeted: MainWindow) -> None:
    """The promise of privacy, and the law's article, are there to be read."""
    told = " ".join(label.text() for label in page_of(greeted).texts)
    assert "Everything stays on this computer." in told
    assert "Regulation (EU) 2024/1689" in told
    assert "Article 5(1)(f)" in told
    assert "no legal advice" in told


def test_the_language_is_chosen_right_there(greeted: MainWindow, kept: list[Settings]) -> None:
    """A choice holds at once and is kept, though the page is not over yet."""
    page = page_of(greeted)
    page.language.setFocus()
    QTest.keyClick(page.language, Qt.Key.Key_End)
    assert [(settings.language, settings.welcomed) for settings in kept] == [("it", False)]


def test_it_comes_again_on_demand(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """From the menu, while the window listens: listening goes on, and the page can be left again."""
    window.start()
    engine.speak(ANGRY)
    (again,) = (action for action in window.actions() if action.objectName() == "welcome")
    again.trigger()
    qtbot.waitUntil(lambda: headline(window) == "It hears you.", timeout=10_000)
    QTest.mouseClick(page_of(window).begin, Qt.MouseButton.LeftButton)
    assert engine.asked == ["start"]
    assert window.live.isVisible()


def test_a_page_that_is_asked_for_takes_its_place(greeted: MainWindow, kept: list[Settings]) -> None:
    """Recordings dropped on the first page are shown; nothing listens, and it comes back next time."""
    greeted.show_files()
    assert greeted.files.isVisible()
    assert greeted.reception.page is None
    assert kept == []


def test_the_menu_does_not_open_out_of_nowhere(greeted: MainWindow) -> None:
    """Its button is not there, so its key does nothing, and the first page stays."""
    QTest.keyClick(page_of(greeted), Qt.Key.Key_F10)
    assert QApplication.activePopupWidget() is None
    assert page_of(greeted).test.isVisible()


def cut(widget: QWidget) -> list[str]:
    """Return the texts of labels that have less room than they need."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    return [
        label.text()
        for label in labels
        if label.height() < (label.heightForWidth(label.width()) if label.wordWrap() else 0)
        or (not label.wordWrap() and label.width() < label.sizeHint().width())
        or not widget.rect().contains(label.mapTo(widget, label.rect().bottomRight()))
    ]


@pytest.mark.parametrize("longer", [1.0, 1.35])
def test_nothing_is_cut_in_the_smallest_window(
    engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, longer: float
) -> None:
    """All of it fits into 900 x 600 pixels, also in a language that takes a third more room."""

    def lengthened(_context: str, text: str) -> str:
        missing = round(len(text) * (longer - 1.0))
        return text + (" word" * len(text))[:missing].rstrip()

    monkeypatch.setattr(QCoreApplication, "translate", staticmethod(lengthened))
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=house(welcomed=False))
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.welcome()
    page_of(window).test.click()
    engine.show(
        state=State.FAILED,
        error=UserError("x", "A microphone that may not be used", "", "Allow it in the settings. " * 4),
    )
    qtbot.waitUntil(lambda: headline(window).startswith("A microphone that may not"), timeout=10_000)

    def all_fits() -> None:
        assert (window.width(), window.height()) == (900, 600)
        assert cut(page_of(window)) == []

    qtbot.waitUntil(all_fits, timeout=10_000)  # once it is laid out


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """Return the settings of somebody who never opened the program."""
    return SettingsFile(tmp_path / "settings.json")


class CuriousEngine(FakeEngine):
    """Lets a test look at the open window after some moments, and closes it then."""

    def __init__(self) -> None:
        super().__init__()
        self.greeted: bool | None = None
        self.heard: list[object] = []
        QTimer.singleShot(1000, self.look)

    def look(self) -> None:
        """Note whether the first page is shown, and what was asked of the engine so far."""
        (window,) = (
            one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()
        )
        self.greeted = window.reception.page is not None
        self.heard = list(self.asked)
        if window.reception.page is not None:
            window.reception.page.begin.click()
        window.close()


@pytest.mark.usefixtures("qtbot")
def test_it_is_shown_once_in_a_life(file: SettingsFile) -> None:
    """At the first start before listening; at the second the window listens at once."""
    first = CuriousEngine()
    assert app.run_window(first, file, {}) == 0
    assert (first.greeted, first.heard) == (True, [])
    assert json.loads(file.path.read_text())["welcomed"] is True
    second = CuriousEngine()
    assert app.run_window(second, file, {}) == 0
    assert (second.greeted, second.heard) == (False, ["start"])


@pytest.mark.usefixtures("qtbot")
def test_demonstrations_and_pictures_go_without_it(file: SettingsFile, tmp_path: Path) -> None:
    """A demonstration listens at once, as does what a picture is taken of; neither counts as seen."""
    demo = CuriousEngine()
    assert app.run_window(demo, file, {"welcomed": True}) == 0
    assert (demo.greeted, demo.heard) == (False, ["start"])
    pictured = FakeEngine()
    assert app.run_window(pictured, file, {}, screenshot=tmp_path / "live.png", seconds=0.2) == 0
    assert pictured.asked == ["start", "close"]
    assert file.load()[0].welcomed is False
