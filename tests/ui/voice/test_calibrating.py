"""A person lets the program learn their voice: they read, see what it changes, keep it, switch it, delete it.

The real engine hears the bundled clip, and the real model learns from it; only the reading is shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.audio.source import AudioSource, ClipSource
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.voices import Learned, Voices
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Clip, Device, DeviceId, Float32, Level, Phase, Recording, State, VoiceInfo
from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.voice import dialog, listening
from ser_desktop.ui.voice.dialog import VoiceDialog
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine, prediction

Show = Callable[[LiveEngine | FakeEngine], VoiceDialog]
PATIENCE_MS = 60_000
SHORT_S = 10.0  # of which pauses are a half


class Shelf:
    """The voices in a folder of the test's, with the model that is shipped."""

    def __init__(self, folder: Path, model: Model) -> None:
        self._voices, self._model = Voices(folder), model

    def known(self) -> tuple[VoiceInfo, ...]:
        return self._voices.known(self._model)

    def learn(self, clip: Clip, name: str) -> Learned:
        return self._voices.learn(clip, name, self._model)

    def keep(self, learned: Learned, *, replace: bool = False) -> VoiceInfo:
        return self._voices.keep(learned, replace=replace)

    def delete(self, name: str) -> None:
        self._voices.delete(name)


class Owner:
    """Who records otherwise; remembers whether the recorder is away."""

    away = False

    def lend(self, *, away: bool) -> None:
        self.away = away


@pytest.fixture(autouse=True)
def shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read for ten seconds, after a short count-in."""
    for module in (dialog, listening):
        monkeypatch.setattr(module, "READING_S", SHORT_S)
    monkeypatch.setattr(listening, "COUNT_IN_S", 0.5)


@pytest.fixture
def shelf(tmp_path: Path, model: Model) -> Shelf:
    return Shelf(tmp_path / "voices", model)


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def keeper() -> Keeper:
    return Keeper(Settings(), lambda _settings: None)


@pytest.fixture
def talk(runner: Runner, demo: Float32) -> Iterator[LiveEngine]:
    """Return an engine that hears the bundled clip over and over, from its first sentence on."""
    heard = demo[16_000:]

    def clip(_device: DeviceId | None) -> AudioSource:
        return ClipSource("Demo", heard, 16_000, loop=True)

    engine = LiveEngine(
        runner, clip, lambda: [Device(DeviceId("Demo", "built in"), 16_000, 1, is_default=True)]
    )
    yield engine
    engine.close()


@pytest.fixture
def show(qtbot: QtBot, shelf: Shelf, keeper: Keeper, asker: FakeAsker, owner: Owner) -> Show:
    """Return what opens the dialog over a window."""
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)

    def opened(engine: LiveEngine | FakeEngine) -> VoiceDialog:
        shown = VoiceDialog(window, theme.DARK, engine, shelf, keeper, asker, owner)
        shown.show()
        qtbot.waitExposed(shown)
        return shown

    return opened


def test_a_voice_is_learned_kept_switched_and_deleted(
    qtbot: QtBot, talk: LiveEngine, shelf: Shelf, keeper: Keeper, asker: FakeAsker, owner: Owner, show: Show
) -> None:
    """By keyboard alone. The engine, stopped before, is stopped after, and the recorder is given back."""
    opened = show(talk)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: talk.snapshot().recording.phase is Phase.RECORDING, timeout=PATIENCE_MS)
    away = [owner.away]
    qtbot.waitUntil(opened.outcome.isVisible, timeout=PATIENCE_MS)
    assert [*away, owner.away] == [True, False]
    assert talk.snapshot().state is State.IDLE
    assert opened.outcome.before.bars.texts() != opened.outcome.after.bars.texts()
    QTest.keyClicks(opened.name, "Zoe / at home")
    QTest.keyClick(opened.name, Qt.Key.Key_Return)
    assert keeper.now.voice == "Zoe / at home"
    assert [voice.name for voice in shelf.known()] == ["Zoe / at home"]

    QTest.keyClick(opened.known.list, Qt.Key.Key_Up)
    QTest.keyClick(opened.known.list, Qt.Key.Key_Return)
    assert keeper.now.voice == ""
    QTest.keyClick(opened.known.list, Qt.Key.Key_Down)
    QTest.keyClick(opened.known.list, Qt.Key.Key_Return)
    assert keeper.now.voice == "Zoe / at home"

    QTest.keyClick(opened.known.list, Qt.Key.Key_Delete)
    assert len(shelf.known()) == 1, "not without having been asked"
    asker.agrees = True
    QTest.keyClick(opened.known.list, Qt.Key.Key_Delete)
    assert (shelf.known(), keeper.now.voice) == ((), "")


def test_a_voice_of_the_same_name_is_not_lost_unasked(
    qtbot: QtBot, talk: LiveEngine, shelf: Shelf, keeper: Keeper, asker: FakeAsker, show: Show
) -> None:
    """Another reading proposes another name; to take the old one's place it has to be wanted."""
    for _ in range(2):
        opened = show(talk)
        if not opened.text.isVisible():
            QTest.keyClick(opened, Qt.Key.Key_Return)
        QTest.keyClick(opened, Qt.Key.Key_Return)
        qtbot.waitUntil(opened.outcome.isVisible, timeout=PATIENCE_MS)
        if not shelf.known():
            QTest.keyClick(opened.name, Qt.Key.Key_Return)
            (first,) = shelf.known()
            opened.close()
    assert opened.name.text() != first.name
    opened.name.setText(first.name.upper())
    QTest.mouseClick(opened.main, Qt.MouseButton.LeftButton)
    assert opened.outcome.isVisible(), "refused: it stays where it was"
    assert [voice.name for voice in shelf.known()] == [first.name]
    asker.agrees = True
    with qtbot.waitSignal(keeper.renewed):
        QTest.mouseClick(opened.main, Qt.MouseButton.LeftButton)
    assert [voice.name for voice in shelf.known()] == [first.name.upper()]


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level(peak_dbfs=-48.0, rms_dbfs=-58.0), "Too quiet"),
        (Level(peak_dbfs=0.0, rms_dbfs=-3.0, clipped=True), "Too loud"),
        (Level(peak_dbfs=-10.0, rms_dbfs=-20.0), "You are heard well"),
    ],
)
def test_how_well_one_is_heard_is_told_while_reading(
    qtbot: QtBot, show: Show, level: Level, words: str
) -> None:
    """Not only afterwards: who reads can come nearer."""
    engine = FakeEngine()
    opened = show(engine)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    quiet, time_s = Level(peak_dbfs=level.peak_dbfs - 30, rms_dbfs=level.rms_dbfs - 40), 0.0
    qtbot.waitUntil(lambda: ("record", SHORT_S, 0.5) in engine.asked, timeout=PATIENCE_MS)

    def heard() -> bool:
        nonlocal time_s
        time_s += 0.1
        pause = round(time_s, 1) % 1 < 0.3
        engine.show(
            state=State.LISTENING,
            prediction=prediction(5, 1, 1, 1, 1, 1, 1),
            time_s=time_s,
            level=quiet if pause else level,
            recording=recording_now(engine, time_s),
        )
        return words in opened.finding.text()

    qtbot.waitUntil(heard, timeout=PATIENCE_MS)


def recording_now(engine: FakeEngine, read_s: float) -> Recording:
    """Let the engine's recording go on."""
    return replace(engine.snapshot().recording, phase=Phase.RECORDING, recorded_s=min(read_s, SHORT_S))


def test_silence_is_refused_in_words_and_can_be_read_again(
    qtbot: QtBot, runner: Runner, shelf: Shelf, demo: Float32, show: Show
) -> None:
    """Who did not speak is told so; nothing is kept, and the button says Start again."""
    engine = LiveEngine(
        runner, lambda _device: ClipSource("Room", demo[:16_000] * 0.1, 16_000, loop=True), list
    )
    opened = show(engine)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "of speech were heard" in opened.finding.text(), timeout=PATIENCE_MS)
    assert opened.main.isEnabled()
    assert shelf.known() == ()
    engine.close()


def test_closing_in_the_middle_drops_the_reading(
    qtbot: QtBot, talk: LiveEngine, owner: Owner, show: Show
) -> None:
    """Escape: nothing is recorded any more, and the microphone is let go as it was before."""
    opened = show(talk)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: talk.snapshot().recording.phase is Phase.RECORDING, timeout=PATIENCE_MS)
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert talk.snapshot().recording.phase is Phase.NONE
    assert talk.snapshot().state is State.IDLE
    assert not owner.away
