"""Presentation and mini view: there and back by key, heard by a screen reader, and nothing drawn behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.results import EMOTIONS, State
from ser_desktop.settings import Place
from ser_desktop.ui import theme, words
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.mini import SIZE, MiniView
from ser_desktop.ui.presentation import Presentation
from tests.fakes.engine import FakeEngine, prediction
from tests.ui.test_clip_journeys import ANGRY, CTRL, PATIENCE_MS, TORN, plain, press

HAPPY = prediction(0.1, 0.05, 0.05, 0.6, 0.1, 0.05, 0.05)


@pytest.fixture(autouse=True)
def no_view_stays(window: MainWindow) -> Iterator[None]:
    """Let go of whatever view a test leaves open."""
    QTest.qWaitForWindowActive(window)
    yield
    window.views.close()


def presentation(window: MainWindow) -> Presentation:
    """Press the key, and return what covers the screen."""
    QTest.qWaitForWindowActive(window)
    press(window, Qt.Key.Key_F11)
    view = window.views.presentation
    assert view is not None
    QTest.qWaitForWindowActive(view)
    return view


def mini(window: MainWindow) -> MiniView:
    """Press the key, and return the small window."""
    QTest.qWaitForWindowActive(window)
    press(window, Qt.Key.Key_M, CTRL)
    view = window.views.small
    assert view is not None
    QTest.qWaitForWindowActive(view)
    return view


def views_of(window: MainWindow) -> list[QWidget]:
    """Return the views that there are."""
    return [view for view in (window.views.presentation, window.views.small) if view is not None]


def wait_for(qtbot: QtBot, view: Presentation | MiniView, headline: str) -> None:
    """Return once a view says so."""
    qtbot.waitUntil(lambda: view.texts()[0] == headline, timeout=PATIENCE_MS)


def test_f11_presents_and_leaves(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """The answer fills the screen, with the microphone's name; F11 or Esc give the window back."""
    window.start()
    engine.speak(ANGRY)
    for key in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        view = presentation(window)
        assert view.isFullScreen()
        assert not window.isVisible()
        wait_for(qtbot, view, "Sounds angry")
        assert plain(view.texts()[1]) == "71 %, then afraid 14 %"
        assert "Blue Yeti" in view.texts()[2]
        assert view.bars.isVisible()
        press(view, key)
        assert window.isVisible()
        assert window.views.presentation is None


def test_every_state_is_presented(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """No speech, unsure and a lost microphone are answers there too."""
    window.start()
    view = presentation(window)
    engine.speak(TORN)
    qtbot.waitUntil(lambda: view.texts()[0] == "Unsure", timeout=PATIENCE_MS)
    engine.fall_silent()
    qtbot.waitUntil(lambda: view.texts()[0] == "No speech", timeout=PATIENCE_MS)
    engine.show(state=State.LOST)
    qtbot.waitUntil(lambda: view.texts()[0] == "No sound", timeout=PATIENCE_MS)
    press(view, Qt.Key.Key_Space)
    assert engine.asked[-1] == "stop"
    qtbot.waitUntil(lambda: view.texts()[0] == "Stopped", timeout=PATIENCE_MS)


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (1920, 1080), (1080, 1920)])
def test_what_is_presented_fits(window: MainWindow, engine: FakeEngine, size: tuple[int, int]) -> None:
    """On screens of any shape bars and words stay on them, apart."""
    engine.labels = EMOTIONS
    view = presentation(window)
    view.showNormal()
    view.resize(*size)
    view.show_words(engine.snapshot())
    assert view.rect().contains(view.bars.geometry())
    assert view._head().bottom() <= view.bars.geometry().top()
    assert view.bars.height() >= size[1] / 3


def test_without_a_model_it_says_so(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """And shows no bars that never move."""
    engine.labels = ()
    view = presentation(window)
    qtbot.waitUntil(lambda: view.texts()[0] == "No model", timeout=PATIENCE_MS)
    assert not view.bars.isVisible()
    view.grab()


def test_ctrl_m_shrinks_and_returns(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """A small window on top of all others; the same key, Return or a double click lead back."""
    window.start()
    engine.speak(ANGRY)

    def by_key(view: QWidget) -> None:
        press(view, Qt.Key.Key_M, CTRL)

    def by_return(view: QWidget) -> None:
        press(view, Qt.Key.Key_Return)

    def by_mouse(view: QWidget) -> None:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))

    for leave in (by_key, by_return, by_mouse, QWidget.close):
        view = mini(window)
        assert view.size() == SIZE
        assert view.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
        assert not window.isVisible()
        wait_for(qtbot, view, "Sounds angry")
        assert "Blue Yeti" in view.texts()[2]
        leave(view)
        assert window.isVisible()
        assert window.views.small is None


def test_the_mini_view_is_dragged_and_comes_back_there(window: MainWindow, qtbot: QtBot) -> None:
    """Its place is kept; it may lie in any corner."""
    view = mini(window)
    start, grip = view.pos(), QPoint(20, 20)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=grip)
    for step in (5, 40, 80):
        QTest.mouseMove(view, grip + QPoint(-step, step))
        QTest.qWait(20)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    moved = view.pos()
    assert moved != start
    keeper = window.house.keeper
    there = Place(moved.x(), moved.y(), SIZE.width(), SIZE.height())
    qtbot.waitUntil(lambda: keeper.now.mini == there, timeout=PATIENCE_MS)
    press(view, Qt.Key.Key_Escape)
    assert mini(window).pos() == moved


def test_a_lost_place_comes_back_into_view(window: MainWindow) -> None:
    """As after a screen was unplugged."""
    window.house.keeper.change(mini=Place(9000, 9000, SIZE.width(), SIZE.height()))
    view = mini(window)
    assert view.screen().availableGeometry().contains(view.geometry())


def test_one_view_leads_to_the_other(window: MainWindow) -> None:
    """From the presentation to the mini view and back, with one window in the end."""
    view = presentation(window)
    press(view, Qt.Key.Key_M, CTRL)
    (small,) = views_of(window)
    assert isinstance(small, MiniView)
    assert not window.isVisible()
    QTest.qWaitForWindowActive(small)
    press(small, Qt.Key.Key_F11)
    (large,) = views_of(window)
    assert isinstance(large, Presentation)
    window.views.leave()
    QApplication.processEvents()
    assert window.isVisible()


def test_only_what_is_seen_pulls(window: MainWindow, qtbot: QtBot) -> None:
    """The window behind a view draws nothing; the view that was left draws nothing either."""
    moments: list[str] = []

    def noted(name: str, part: MainWindow | Presentation | MiniView) -> None:
        screen = part.live if isinstance(part, MainWindow) else part
        screen._presenter._screen = _Noted(name, moments, screen)

    noted("window", window)
    view = presentation(window)
    noted("presentation", view)
    moments.clear()
    qtbot.waitUntil(lambda: len(moments) > 5, timeout=PATIENCE_MS)
    assert set(moments) == {"presentation"}
    press(view, Qt.Key.Key_M, CTRL)
    small = window.views.small
    assert small is not None
    noted("mini", small)
    moments.clear()
    qtbot.waitUntil(lambda: len(moments) > 5, timeout=PATIENCE_MS)
    assert set(moments) == {"mini"}
    window.views.leave()
    moments.clear()
    qtbot.waitUntil(lambda: len(moments) > 5, timeout=PATIENCE_MS)
    assert set(moments) == {"window"}


class _Noted:
    """Notes who is asked to draw, and lets it."""

    def __init__(self, name: str, moments: list[str], screen: object) -> None:
        self._name, self._moments, self._screen = name, moments, screen

    def show_moment(self, *given: object) -> None:
        self._moments.append(self._name)
        self._screen.show_moment(*given)  # type: ignore[attr-defined]

    def show_words(self, *given: object) -> None:
        self._screen.show_words(*given)  # type: ignore[attr-defined]


def test_the_winner_is_announced_from_either(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen reader hears what changes, whichever window is seen, and nothing twice."""
    said: list[str] = []

    def noted(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", noted)
    window.start()
    engine.speak(ANGRY)
    qtbot.waitUntil(lambda: "Sounds angry" in said, timeout=PATIENCE_MS)
    view = presentation(window)
    engine.speak(HAPPY)
    qtbot.waitUntil(lambda: "Sounds happy" in said, timeout=PATIENCE_MS)
    press(view, Qt.Key.Key_M, CTRL)
    engine.fall_silent()
    qtbot.waitUntil(lambda: "No speech" in said, timeout=PATIENCE_MS)
    assert said.count("Sounds angry") == said.count("Sounds happy") == 1


def test_quitting_from_a_view_closes_all(window: MainWindow, engine: FakeEngine) -> None:
    """The engine is let go of, and nothing stays on the screen."""
    view = mini(window)
    press(view, Qt.Key.Key_Q, CTRL)
    assert engine.asked[-1] == "close"
    assert not window.isVisible()
    assert not view.isVisible()


def test_a_fault_of_the_window_is_seen_in_the_window(window: MainWindow) -> None:
    """What is told there is not hidden behind a view."""
    presentation(window)
    window.fail(ZeroDivisionError("a mistake"))
    assert window.isVisible()
    assert "a mistake" in window.live.message.text()


def test_views_follow_the_look(window: MainWindow) -> None:
    """Their ground is the palette's, whichever it becomes."""
    for show in (presentation, mini):
        view = show(window)
        for palette in theme.PALETTES:
            window.use_palette(palette)
            assert view.grab().toImage().pixelColor(4, 4).name() == palette.background
        window.views.leave()


def test_every_headline_is_measured() -> None:
    """The presentation's letters have one size, at which each headline fits."""
    told = words.headlines(EMOTIONS)
    assert len(told) == len(EMOTIONS) + len(State) + 1  # and "No model"
    assert "Sounds surprised" in told
