"""Panels of the live page: hidden and shown by key, where there is room and where there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ser_desktop.errors import UserError
from ser_desktop.results import EMOTIONS, Level, State
from ser_desktop.settings import PANELS
from ser_desktop.ui import theme
from ser_desktop.ui.house import House
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.plots.affect import place_of
from ser_desktop.ui.plots.timeline import SPAN_S
from tests.fakes.asker import FakeAsker
from tests.fakes.clips import BEGAN
from tests.fakes.engine import FakeEngine, prediction
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.ui.test_clip_journeys import ALT, ANGRY, PATIENCE_MS, TORN, plain, press, record

KEYS = dict(zip(PANELS, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), strict=True))
LARGE = (1280, 900)

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(engine: FakeEngine, asker: FakeAsker, qtbot: QtBot) -> Open:
    """Return what shows a window of a size over choices."""

    def shown(
        size: tuple[int, int], behind: House | None = None, own: FakeEngine | None = None
    ) -> MainWindow:
        window = MainWindow(own or engine, theme.DARK, FakePlayer(), asker, house=behind or house())
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        QTest.qWaitForWindowActive(window)
        return window

    return shown


def on_screen(window: MainWindow) -> set[str]:
    """Which panels somebody sees."""
    view = window.live.view
    parts = {"level": view.meter, "voice": view.trace, "answer": view.bars, "timeline": view.session}
    return {name for name, part in {**parts, "plane": view.plane}.items() if part.isVisible()}


def checked(window: MainWindow) -> set[str]:
    """Which panels the menu marks as shown."""
    return {name.removeprefix("panel-") for name, action in window.live.panels.items() if action.isChecked()}


@pytest.mark.parametrize("panel", PANELS)
def test_each_panel_hides_and_returns_by_its_key(open_window: Open, panel: str) -> None:
    """Alt and a figure; the others stay, the menu marks what is seen."""
    window = open_window(LARGE, house(hidden=()))
    assert on_screen(window) == checked(window) == set(PANELS)
    press(window, KEYS[panel], ALT)
    assert on_screen(window) == checked(window) == set(PANELS) - {panel}
    press(window, KEYS[panel], ALT)
    assert on_screen(window) == checked(window) == set(PANELS)


def test_what_is_hidden_is_hidden_after_a_restart(open_window: Open) -> None:
    """The choice is kept; the plane is hidden until somebody asks for it."""
    behind = house()
    first = open_window(LARGE, behind)
    assert on_screen(first) == set(PANELS) - {"plane"}
    press(first, KEYS["voice"], ALT)
    press(first, KEYS["plane"], ALT)
    first.close()
    assert on_screen(open_window(LARGE, behind)) == set(PANELS) - {"voice"}


def test_the_length_of_clips_is_kept(open_window: Open) -> None:
    """Whoever records clips of five seconds does so tomorrow too."""
    behind = house()
    first = open_window(LARGE, behind)
    for _ in range(2):
        press(first, Qt.Key.Key_Plus)
    assert behind.keeper.now.clip_s == 5.0
    first.close()
    assert open_window(LARGE, behind).live.clips.strip.length.value() == 5


def test_all_hidden_says_where_they_are(open_window: Open, qtbot: QtBot) -> None:
    """An empty page would be a riddle; the first panel that returns takes the words away."""
    window = open_window(LARGE, house(hidden=PANELS))
    window.live.resume()
    qtbot.waitUntil(window.live.message.isVisible, timeout=PATIENCE_MS)
    assert "hidden" in window.live.message.text()
    press(window, KEYS["answer"], ALT)
    assert on_screen(window) == {"answer"}
    assert not window.live.message.isVisible()


def test_in_a_small_window_t_swaps_voice_and_timeline(open_window: Open) -> None:
    """Neither is hidden for good by it: in a larger window both are seen."""
    behind = house()
    window = open_window((900, 600), behind)
    assert on_screen(window) == {"level", "voice", "answer"}
    press(window, Qt.Key.Key_T)
    assert on_screen(window) == {"level", "timeline", "answer"}
    press(window, Qt.Key.Key_T)
    assert on_screen(window) == {"level", "voice", "answer"}
    assert set(behind.keeper.now.hidden) == {"plane"}
    window.resize(*LARGE)
    assert on_screen(window) == {"level", "voice", "answer", "timeline"}
    press(window, Qt.Key.Key_T)
    assert on_screen(window) == {"level", "voice", "answer"}
    assert set(behind.keeper.now.hidden) == {"timeline", "plane"}


def test_a_long_fault_has_room(open_window: Open) -> None:
    """A long fault takes the place of the voice, and of more if it must; no line of it is cut."""
    window = open_window((900, 600), own=FakeEngine(EMOTIONS))
    long = " ".join(["Look at the switch and at the settings of the system."] * 12)
    window.live.refuse(UserError("x", "A title", long, long))
    assert window.live.message.isVisible()
    press(window, KEYS["timeline"], ALT)
    press(window, KEYS["timeline"], ALT)
    window.resize(1280, 1100)
    assert window.live.message.isVisible()
    for line in window.live.message.lines():
        assert line.height() >= line.heightForWidth(line.width())


@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (1600, 900), (2560, 1440)])
@pytest.mark.parametrize("labels", [ANGRY.labels, EMOTIONS])
def test_panels_lie_side_by_side(open_window: Open, size: tuple[int, int], labels: tuple[str, ...]) -> None:
    """At any size no panel covers another or leaves the page, before and after T."""
    window = open_window(size, house(hidden=()), FakeEngine(labels))
    view = window.live.view
    for _ in range(2):
        parts = (view.meter, view.trace, view.session, view.verdict, view.bars, view.plane)
        places = [part.geometry() for part in parts if part.isVisible()]
        assert all(view.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for one in places for other in places if one is not other)
        assert {"level", "answer", "plane"} <= on_screen(window)
        press(window, Qt.Key.Key_T)


def point_at(window: MainWindow, time_s: float) -> QPoint:
    """Return where the timeline shows a second of the session."""
    timeline, engine = window.live.session.timeline, window.engine
    lanes = timeline._lanes()
    end_s = engine.session.lately(1.0).end_s if engine.session else 0.0
    return QPoint(lanes.right() - round((end_s - time_s) * lanes.width() / SPAN_S), lanes.center().y())


@pytest.fixture
def spoken(open_window: Open, engine: FakeEngine, qtbot: QtBot) -> MainWindow:
    """Show a large window in which somebody spoke for minutes, and recorded the first three seconds."""
    window = open_window(LARGE)
    assert engine.session is not None
    engine.session.say(ANGRY, 0.0, 200.0)
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_Escape)
    window.live.resume()
    timeline = window.live.session.timeline
    qtbot.waitUntil(lambda: timeline._right > 0, timeout=PATIENCE_MS)
    return window


def test_a_click_on_the_timeline_plays_the_clip(spoken: MainWindow) -> None:
    """What was recorded then opens, and sounds from that moment on."""
    at = point_at(spoken, 1.5)
    QTest.mouseMove(spoken.live.session.timeline, at)
    assert "recorded" in spoken.live.session.timeline.accessibleDescription()
    QTest.mouseClick(spoken.live.session.timeline, Qt.MouseButton.LeftButton, pos=at)
    assert spoken.live.clips.card.isVisible()
    player = spoken._player
    assert isinstance(player, FakePlayer)
    assert player.playing
    take = spoken.live.clips.open_take
    assert take is not None
    assert player.position_samples / take.clip.rate_hz == pytest.approx(1.5, abs=0.5)


def test_the_keyboard_gets_there_too(spoken: MainWindow) -> None:
    """Page keys and arrows to the moment, Return opens the clip."""
    timeline = spoken.live.session.timeline
    timeline.setFocus()
    timeline.mark(point_at(spoken, 1.5).x() - timeline._lanes().left())
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert spoken.live.clips.card.isVisible()


def test_a_moment_that_was_not_recorded_is_told(spoken: MainWindow) -> None:
    """With the key that keeps the last seconds; no card opens."""
    QTest.mouseClick(spoken.live.session.timeline, Qt.MouseButton.LeftButton, pos=point_at(spoken, 100.0))
    assert not spoken.live.clips.card.isVisible()
    told = plain(spoken.live.toast.text())
    assert told == "15:48:42 was not recorded. Shift+R keeps the last 3 s."


def test_a_moment_that_is_still_in_memory_can_be_kept(spoken: MainWindow, engine: FakeEngine) -> None:
    """What was said ten seconds ago is offered, and a press keeps just so much."""
    spoken.live._recall._now = lambda: BEGAN + timedelta(seconds=200)
    QTest.mouseClick(spoken.live.session.timeline, Qt.MouseButton.LeftButton, pos=point_at(spoken, 190.0))
    toast = spoken.live.toast
    assert "still in memory" in toast.text()
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    kept = [asked[1] for asked in engine.asked if isinstance(asked, tuple) and asked[0] == "last"]
    assert kept == [pytest.approx(12, abs=1)]


def test_recorded_stretches_are_marked(spoken: MainWindow, qtbot: QtBot) -> None:
    """Under the lanes, in the accent; a clip that is discarded takes its mark along."""
    timeline = spoken.live.session.timeline

    def marks() -> int:
        image: QImage = timeline.grab().toImage()
        row = timeline._lanes().bottom() + 2
        hue = QColor(theme.DARK.accent)
        return sum(image.pixelColor(x, row) == hue for x in range(image.width()))

    assert marks() == pytest.approx(3.0 * timeline._lanes().width() / SPAN_S, abs=2)
    press(spoken, Qt.Key.Key_Left, ALT)
    press(spoken, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not spoken.live.clips.shelf.takes, timeout=PATIENCE_MS)
    assert marks() == 0


def test_the_plane_tells_what_the_bars_tell(open_window: Open, engine: FakeEngine, qtbot: QtBot) -> None:
    """Its words follow the answer, and it says that nothing was measured."""
    window = open_window(LARGE, house(hidden=()))
    window.start()
    plane = window.live.view.plane
    assert "not measured" in plane.accessibleName()
    engine.speak(ANGRY)
    place = place_of(ANGRY)
    told = f"Valence \N{MINUS SIGN}{abs(place.valence):.1f}, arousal {place.arousal:.1f}"
    qtbot.waitUntil(lambda: plane.accessibleDescription() == told, timeout=PATIENCE_MS)
    engine.fall_silent()
    qtbot.waitUntil(lambda: plane.accessibleDescription() == "Nobody speaks", timeout=PATIENCE_MS)


def test_no_signal_is_told_as_such(open_window: Open, engine: FakeEngine, qtbot: QtBot) -> None:
    """Silence of a room has a level, a dead line has none; and where nobody listens nothing is missing."""
    window = open_window(LARGE)
    meter = window.live.meter
    qtbot.waitUntil(lambda: meter.accessibleDescription() == "Not listening", timeout=PATIENCE_MS)
    window.start()
    engine.show(level=Level(zeros_s=0.5))
    qtbot.waitUntil(lambda: meter.accessibleDescription() == "No signal", timeout=PATIENCE_MS)
    engine.fall_silent()
    qtbot.waitUntil(lambda: "Peak" in meter.accessibleDescription(), timeout=PATIENCE_MS)
    engine.show(state=State.LOST, level=Level())
    qtbot.waitUntil(lambda: meter.accessibleDescription() == "No signal", timeout=PATIENCE_MS)


def test_bars_painted_bit_by_bit_are_whole(open_window: Open, engine: FakeEngine, qtbot: QtBot) -> None:
    """After a while of motion the screen shows what drawing all of it anew would."""
    window = open_window(LARGE)
    window.start()
    for said in (ANGRY, TORN, prediction(0.1, 0.1, 0.1, 0.5, 0.1, 0.05, 0.05)):
        engine.speak(said)
        qtbot.wait(400)
    window.live.pause()
    bars = window.live.bars
    corner, size = bars.mapTo(window, QPoint(0, 0)), bars.size()
    QTest.qWait(20)
    screen = window.screen().grabWindow(window.winId(), corner.x(), corner.y(), size.width(), size.height())
    kind = QImage.Format.Format_RGB32
    assert screen.toImage().convertToFormat(kind) == bars.grab().toImage().convertToFormat(kind)


def test_export_is_there_with_the_timeline(open_window: Open) -> None:
    """The session's menu has its button where its lanes are seen."""
    window = open_window(LARGE)
    assert window.live.clips.strip.export.isVisible()
    press(window, Qt.Key.Key_T)
    assert not window.live.clips.strip.export.isVisible()
