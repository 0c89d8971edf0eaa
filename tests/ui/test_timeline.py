"""The session as lanes: the right columns, moved rather than drawn again, told where somebody points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.session import Lately
from ser_desktop.export.tables import read_json
from ser_desktop.results import Course, Missing
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import LANGUAGES
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.plots import timeline
from ser_desktop.ui.plots.columns import columns_of, missing_columns
from ser_desktop.ui.plots.timeline import SPAN_S, SessionTimeline
from ser_desktop.ui.theme import Size
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import SEVEN, FakeEngine, prediction
from tests.fakes.session import FakeLog
from tests.ui.languages import Languages
from tests.ui.test_clip_journeys import ANGRY, CTRL, PATIENCE_MS, TORN, plain, press

HAPPY = prediction(0.1, 0.05, 0.05, 0.6, 0.1, 0.05, 0.05)


@given(
    answers=st.lists(st.tuples(st.integers(1, 400), st.floats(0, 1, width=32)), unique_by=lambda one: one[0]),
    right=st.integers(0, 300),
    column_s=st.sampled_from([0.05, 0.11, 0.2, 0.25, 0.5, 3.0]),
)
def test_columns_hold_the_highest_answer_of_their_time(
    answers: list[tuple[int, float]], right: int, column_s: float
) -> None:
    """Found by looking at each answer and each column: those whose times touch."""
    answers.sort()
    times_s = np.array([hop / 5 for hop, _ in answers], np.float64)
    shares = np.array([[share, 1 - share] for _, share in answers], np.float32).reshape(-1, 2)
    lately = Lately(Course(("anger", "fear"), times_s, shares), 0.0, 0.2, None)
    found = columns_of(lately, right, 50, column_s)
    for place, column in enumerate(range(right - 49, right + 1)):
        start_s = column * column_s
        touching = (times_s > start_s) & (times_s - 0.2 < start_s + column_s - 1e-6)
        expected = shares[touching].max(0) if touching.any() else np.full(2, np.nan)
        np.testing.assert_array_equal(found[:, place], expected)


@given(
    places=st.lists(st.tuples(st.integers(0, 4000), st.just(0) | st.integers(1, 900)), max_size=4),
    right=st.integers(0, 300),
    column_s=st.sampled_from([0.11, 0.25, 3.0]),
)
def test_columns_show_where_sound_is_missing(
    places: list[tuple[int, int]], right: int, column_s: float
) -> None:
    """Each that a stretch touches, and of a moment the one that holds it; no other."""
    missing = tuple(Missing(at / 100, (at + length) / 100, None) for at, length in places)
    lately = Lately(Course((), np.zeros(0), np.zeros((0, 0), np.float32)), 0.0, 0.2, None, missing)
    found = missing_columns(lately, right, 50, column_s)
    for place, column in enumerate(range(right - 49, right + 1)):
        start_s, end_s = column * column_s, (column + 1) * column_s
        near = any(one.start_s < end_s + 1e-9 and one.end_s > start_s - 1e-9 for one in missing)
        inside = any(
            one.start_s < end_s - 1e-9 and one.end_s > start_s + 1e-9
            for one in missing
            if one.end_s > one.start_s
        )
        assert inside <= found[place] <= near


class Strip:
    """A timeline on the screen, and a log to show on it."""

    def __init__(self, qtbot: QtBot, palette: theme.Palette = theme.DARK) -> None:
        self.log = FakeLog(SEVEN)
        self.host = QWidget()
        self.host.resize(720, 200)
        self.timeline = SessionTimeline(palette, self.host)
        self.timeline.resize(704, 184)
        qtbot.addWidget(self.host)
        self.host.show()
        qtbot.waitExposed(self.host)

    def show(self) -> None:
        """Draw what is new."""
        self.timeline.show_session(self.log, 0.45)

    def on_screen(self) -> QImage:
        """Return what is on the screen, which was drawn bit by bit."""
        QTest.qWait(20)
        screen = self.host.screen()
        return screen.grabWindow(self.host.winId(), 0, 0, 704, 184).toImage()

    def drawn_anew(self) -> QImage:
        """Return the picture, drawn from nothing."""
        return self.timeline.grab(QRect(0, 0, 704, 184)).toImage()


def same(one: QImage, other: QImage) -> bool:
    """Whether two pictures are equal, alpha aside."""
    kind = QImage.Format.Format_RGB32
    return one.convertToFormat(kind) == other.convertToFormat(kind)


def test_moved_pictures_are_whole(qtbot: QtBot) -> None:
    """After any number of small moves the screen shows what drawing all of it anew would."""
    strip = Strip(qtbot)
    time_s = 0.0
    for number, said in enumerate((ANGRY, HAPPY, TORN, ANGRY, HAPPY) * 4):
        start_s, time_s = time_s, time_s + 3.0 + 1.7 * number
        strip.log.say(said, start_s + (1.0 if number % 3 else 0.0), time_s)
        strip.show()
        QTest.qWait(5)
    assert time_s > SPAN_S
    assert same(strip.on_screen(), strip.drawn_anew())


def test_only_what_is_new_is_drawn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment later a few columns are painted, not all; without anything new, none."""
    strip = Strip(qtbot)
    strip.log.say(ANGRY, 0.0, 400.0)
    strip.show()
    QTest.qWait(50)
    painted: list[int] = []
    paint_lane = SessionTimeline._paint_lane

    def counted(
        self: SessionTimeline, painter: object, lane: QRect, index: int, first: int, last: int
    ) -> None:
        painted.append(last - first + 1)
        paint_lane(self, painter, lane, index, first, last)  # type: ignore[arg-type]

    monkeypatch.setattr(timeline.SessionTimeline, "_paint_lane", counted)
    strip.log.say(ANGRY, 400.0, 403.0)
    strip.show()
    QTest.qWait(50)
    assert painted
    assert max(painted) <= 20
    painted.clear()
    strip.show()
    QTest.qWait(50)
    assert painted == []


def test_pointing_tells_time_and_values(qtbot: QtBot) -> None:
    """The clock and the three likeliest; where nobody spoke, that."""
    strip = Strip(qtbot)
    strip.log.say(ANGRY, 60.0, 120.0)
    strip.log.say(HAPPY, 240.0, 270.0)
    strip.show()
    timeline = strip.timeline
    width = timeline._lanes().width()

    def told(time_s: float) -> str:
        """Point with the mouse at a time of the session."""
        column = round(width - (strip.log.end_s - time_s) * width / SPAN_S)
        QTest.mouseMove(timeline, QPoint(timeline.width() - width + column, 90))
        return plain(timeline.accessibleDescription())

    assert told(90.0) == "15:48:32 · Anger 71 %, Fear 14 %, Happiness 5 %"
    assert told(180.0) == "15:50:02 · nobody spoke"
    assert told(255.0).startswith("15:51:17 · Happiness 60 %")


def test_missing_sound_is_seen_and_told(qtbot: QtBot) -> None:
    """It is no silence: the lanes have a ground of their own there, which moves along with them."""
    strip = Strip(qtbot)
    strip.log.say(ANGRY, 60.0, 120.0)
    strip.log.missing = (Missing(120.0, 180.0, 60.0),)
    strip.log.say(HAPPY, 240.0, 270.0)
    strip.show()
    timeline, width = strip.timeline, strip.timeline._lanes().width()

    def column(time_s: float) -> int:
        return round(width - (strip.log.end_s - time_s) * width / SPAN_S)

    assert plain(timeline.words_at(column(150.0))) == "15:49:32 · sound is missing"
    assert plain(timeline.words_at(column(210.0))).endswith("nobody spoke")
    for end_s in (270.0, 271.0):
        strip.log.say(HAPPY, 269.0, end_s)
        strip.show()
        screen = strip.on_screen()
        assert screen == strip.drawn_anew()
        left = timeline.width() - width
        ground = [screen.pixelColor(left + column(time_s), 40) for time_s in (150.0, 210.0)]
        assert ground[0] != ground[1] == QColor(theme.DARK.background)


def test_the_keyboard_points_too(qtbot: QtBot) -> None:
    """Arrow keys walk from the newest column; it stays within the picture."""
    strip = Strip(qtbot)
    strip.log.say(ANGRY, 0.0, 400.0)
    strip.show()
    timeline = strip.timeline
    last = timeline._lanes().width() - 1
    timeline.setFocus()
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        QTest.keyClick(timeline, key)
        seen.append(timeline.marked)
    assert seen == [last, last - 1, last - 41, last - 40, last]
    assert "Anger" in timeline.accessibleDescription()
    for _ in range(30):
        QTest.keyClick(timeline, Qt.Key.Key_PageUp)
    assert timeline.marked == 0


def test_t_shows_the_session(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """In the place of the voice, and back; while it is not seen nobody asks the log for anything."""
    assert engine.session is not None
    window.start()
    engine.speak(ANGRY)
    qtbot.wait(600)
    assert engine.session.asked == 0
    engine.session.say(ANGRY, 0.0, 30.0)
    press(window, Qt.Key.Key_T)
    session = window.live.session
    assert session.isVisible()
    assert not window.live.trace.isVisible()
    assert window.live.clips.strip.session.isChecked()
    asked = engine.session.asked
    qtbot.waitUntil(lambda: engine.session is not None and engine.session.asked > asked, timeout=PATIENCE_MS)
    assert "Anger" in session.timeline.words_at(session.timeline._lanes().width() - 40)
    press(window, Qt.Key.Key_T)
    asked = engine.session.asked
    qtbot.wait(600)
    assert window.live.trace.isVisible()
    assert engine.session.asked == asked


def test_a_fault_is_seen_over_the_session_too(window: MainWindow, engine: FakeEngine) -> None:
    """What must be read takes the place of either."""
    from ser_desktop.errors import UserError

    press(window, Qt.Key.Key_T)
    engine.refusal = UserError("x", "No microphone was found")
    window.start()
    assert window.live.message.isVisible()
    assert not window.live.session.isVisible()


def test_an_empty_session_says_so(window: MainWindow, qtbot: QtBot) -> None:
    """And is drawn without a fault, without a model too."""
    press(window, Qt.Key.Key_T)
    qtbot.wait(50)
    assert window.live.session.timeline.words_at(3) == ""
    window.live._engine.session = None  # type: ignore[misc]  # a fake's is no property
    window.live.show_words(window.live._engine.snapshot())
    window.live.export()
    assert not window.live.session.menu.isVisible()


def test_the_session_is_taken_away(
    window: MainWindow, engine: FakeEngine, asker: FakeAsker, qtbot: QtBot
) -> None:
    """Ctrl+E opens the menu; what is written is the whole log, as of a recording, and no sound."""
    assert engine.session is not None
    engine.session.say(ANGRY, 0.0, 30.0)
    press(window, Qt.Key.Key_T)
    press(window, Qt.Key.Key_E, CTRL)
    menu = window.live.session.menu
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE_MS)
    menu.close()
    menu.carry_out("json")
    (written,) = asker.folder.iterdir()
    assert written.name == "session-2026-11-25-154702.json"
    report = read_json(written.read_text())
    assert (len(report.course), report.label) == (150, "anger")
    assert window.live.toast.text() == f"Saved as {written.name}."


@pytest.mark.parametrize("palette", [theme.DARK, theme.LIGHT], ids=lambda palette: palette.name)
def test_the_answer_is_drawn_in_its_colour(qtbot: QtBot, palette: theme.Palette) -> None:
    """Full where it was the answer, paler where it was not; nothing where it is too weak to be named."""
    strip = Strip(qtbot, palette)
    strip.log.say(ANGRY, 0.0, 100.0)
    strip.log.say(TORN, 100.0, 200.0)
    strip.log.say(HAPPY, 200.0, 300.0)
    strip.show()
    image = strip.drawn_anew()
    left, width = strip.timeline.width() - strip.timeline._lanes().width(), strip.timeline._lanes().width()

    def hues(start: float, end: float) -> set[str]:
        columns = range(left + int(start * width) + 3, left + int(end * width) - 3)
        return {image.pixelColor(x, y).name() for x in columns for y in range(image.height())}

    anger, fear, happiness = (palette.emotions[name] for name in ("anger", "fear", "happiness"))
    assert anger in hues(0, 1 / 3)
    assert not {anger, fear, happiness} & hues(1 / 3, 2 / 3)
    assert happiness in hues(2 / 3, 1)
    assert anger not in hues(2 / 3, 1)
    assert words.NO_SESSION not in strip.timeline.words_at(5)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("height", [120, 600])
def test_names_are_whole(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, code: str, height: int
) -> None:
    """In each language, beside small icons and large ones."""
    known = Languages(qapp, paths.assets() / "translations")
    known.use(code)
    rooms = {}

    def measure(_painter: QPainter, place: QRectF, text: str, *_palette: object, **_focused: bool) -> None:
        rooms[text] = place.width() - QFontMetricsF(theme.font(Size.SMALL)).horizontalAdvance(text)

    monkeypatch.setattr(timeline, "paint_name", measure)
    strip = Strip(qtbot, theme.DARK)
    strip.log.say(ANGRY, 0.0, 100.0)
    strip.timeline.resize(800, height)
    strip.show()
    strip.timeline.grab()
    known.close()
    assert len(rooms) >= len(SEVEN)
    assert min(rooms.values()) >= 0
