"""The window over the real engine: a clip is what was listened to, and the card says what its file would."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ser_desktop.audio.source import ClipSource
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Clip, Float32
from ser_desktop.ui import theme, words
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.sounds import RATE_HZ
from tests.ui.test_clip_journeys import CTRL, SHIFT, press

PATIENCE_MS = 120_000
HURRY = 4  # how much faster than a person the clip speaks


class Tape:
    """The time at which the clip speaks: in a hurry, up to where a test lets it come."""

    def __init__(self) -> None:
        self.until_s = float("inf")
        self._began_s = time.monotonic()

    def now_s(self) -> float:
        """Return its seconds."""
        return min(self.until_s, HURRY * (time.monotonic() - self._began_s))


@pytest.fixture
def tape() -> Tape:
    """Return a tape that does not stop."""
    return Tape()


@pytest.fixture
def real_window(
    runner: Runner, demo: Float32, tape: Tape, asker: FakeAsker, qtbot: QtBot
) -> Iterator[MainWindow]:
    """Show the window over an engine that listens to the demo clip, over and over."""
    source = ClipSource("Demo clip", demo, RATE_HZ, loop=True, clock=tape.now_s)
    engine = LiveEngine(runner, lambda _device: source, list)
    shown = MainWindow(engine, theme.DARK, FakePlayer(), asker, house=house())
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    asker.agrees = True
    shown.close()


def assert_heard(clip: Clip, demo: Float32) -> None:
    """See that the clip is a stretch of what was listened to, sample for sample."""
    index = np.arange(clip.start_sample, clip.start_sample + len(clip.samples)) % len(demo)
    np.testing.assert_array_equal(clip.samples, demo[index])


def test_a_clip_from_key_to_file(
    real_window: MainWindow, qtbot: QtBot, runner: Runner, demo: Float32, tmp_path: Path
) -> None:
    """R starts listening, counts in and records; the card, and the saved file analysed anew, say the same."""
    desk = real_window.live.clips
    desk.strip.length.setValue(6)
    press(real_window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desk.ring.share > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(desk.card.isVisible, timeout=PATIENCE_MS)
    take = desk.shelf.takes[0]
    assert take.clip.duration_s == 6.0
    assert_heard(take.clip, demo)
    press(real_window, Qt.Key.Key_S, CTRL)
    (path,) = tmp_path.glob("*.wav")
    analysis = analyze_file(runner, path)
    assert take.analysis is not None
    assert desk.card.title.texts()[0] == words.answer(analysis).headline
    assert take.analysis.label == analysis.label != "no speech"
    desk.menu.carry_out("json")
    assert path.with_suffix(".json").exists()


def test_more_than_there_is(real_window: MainWindow, tape: Tape, qtbot: QtBot, demo: Float32) -> None:
    """The last 30 seconds of a short listening are all of it, and the card says how long that is."""
    desk = real_window.live.clips
    desk.strip.length.setValue(30)
    real_window.start()
    tape.until_s = tape.now_s() + 6.0
    engine = real_window.engine
    qtbot.waitUntil(lambda: engine.snapshot().time_s > 4.0, timeout=PATIENCE_MS)
    press(real_window, Qt.Key.Key_R, SHIFT)
    qtbot.waitUntil(desk.card.isVisible, timeout=PATIENCE_MS)
    take = desk.shelf.takes[0]
    assert take.clip.start_sample == 0
    assert 4.0 < take.clip.duration_s < 10.0
    assert_heard(take.clip, demo)
    assert words.seconds(take.clip.duration_s) in desk.card.title.texts()[2]


def test_listening_that_stops_keeps_what_there_is(
    real_window: MainWindow, tape: Tape, qtbot: QtBot, demo: Float32
) -> None:
    """The space bar in the middle of a recording ends it; the clip is as long as it got."""
    desk = real_window.live.clips
    desk.strip.length.setValue(30)
    real_window.start()
    engine = real_window.engine
    qtbot.waitUntil(lambda: engine.snapshot().time_s > 0.5, timeout=PATIENCE_MS)
    tape.until_s = tape.now_s() + 10.0
    press(real_window, Qt.Key.Key_R)
    press(real_window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: engine.snapshot().recording.recorded_s > 2.0, timeout=PATIENCE_MS)
    press(real_window, Qt.Key.Key_Space)
    qtbot.waitUntil(desk.card.isVisible, timeout=PATIENCE_MS)
    take = desk.shelf.takes[0]
    assert 2.0 < take.clip.duration_s < 30.0
    assert_heard(take.clip, demo)


def test_the_session_is_drawn_and_taken_away(real_window: MainWindow, qtbot: QtBot, asker: FakeAsker) -> None:
    """What the demo's voice was heard as stands in its lane, and in the file."""
    engine = real_window.engine
    real_window.start()
    press(real_window, Qt.Key.Key_T)
    session = real_window.live.session
    newest = session.timeline._lanes().width() - 1
    qtbot.waitUntil(
        lambda: any("%" in session.timeline.words_at(newest - back) for back in range(20)),
        timeout=PATIENCE_MS,
    )
    qtbot.waitUntil(lambda: engine.snapshot().segment is not None, timeout=PATIENCE_MS)
    session.menu.carry_out("textgrid")
    assert any(path.suffix == ".TextGrid" for path in asker.folder.iterdir())
