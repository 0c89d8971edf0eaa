"""The test of the microphone: from the key to the words about what was recorded, and no trace of it after."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ser_desktop.engine.playback import Samples
from ser_desktop.errors import UserError
from ser_desktop.results import Float32, Phase, Recording, State
from ser_desktop.ui import words
from ser_desktop.ui.dialogs.microphone import LENGTH_S, MicrophoneTest
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.clips import recording
from tests.fakes.engine import WEBCAM, FakeEngine, prediction
from tests.fakes.player import FakePlayer

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)


def opened(window: MainWindow, qtbot: QtBot) -> MicrophoneTest:
    """Open the test by its key."""
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = window.reception.dialog
    assert dialog is not None
    qtbot.waitExposed(dialog)
    return dialog


def headline(dialog: MicrophoneTest) -> str:
    """Say what stands there in bold."""
    return dialog.finding.headline.text()


def record(dialog: MicrophoneTest, engine: FakeEngine, qtbot: QtBot) -> None:
    """Press the main button, and wait until it records."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: engine.snapshot().recording.phase is Phase.RECORDING, timeout=5000)


def spoken(level: float = 0.2, room: float = 0.0005) -> Float32:
    """Return three seconds in which somebody speaks from 0.2 to 2.7 s [n]."""
    done = recording(ANGRY)
    assert done.clip is not None
    rng = np.random.default_rng(2)
    time_s = np.arange(len(done.clip.samples)) / done.clip.rate_hz
    loud = np.where((time_s > 0.2) & (time_s < 2.7), level, room) * np.sin(2 * np.pi * time_s).clip(0.0)
    return np.asarray(rng.standard_normal(len(time_s)) * (room + loud), np.float32)


def finish(engine: FakeEngine, samples: Float32) -> None:
    """Let the clip be complete, with these samples."""
    done = recording(ANGRY, LENGTH_S)
    assert done.clip is not None
    engine.show(recording=replace(done, clip=replace(done.clip, samples=samples)))


def test_one_hears_oneself_and_reads_that_it_is_fine(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """Key, Return, a sentence: it is played and judged; Escape stops what was started for the test."""
    dialog = opened(window, qtbot)
    assert engine.asked == ["start"]
    record(dialog, engine, qtbot)
    assert ("record", LENGTH_S, 0.0) in engine.asked
    qtbot.waitUntil(lambda: headline(dialog) == "Speak now.", timeout=5000)
    finish(engine, spoken())
    qtbot.waitUntil(lambda: headline(dialog) == "This sounds fine.", timeout=5000)
    assert "dBFS" in dialog.finding.line.text()
    assert isinstance(player.sound, Samples)
    assert len(player.sound.samples) == LENGTH_S * player.sound.rate_hz
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert engine.asked[-1] == "stop"
    assert not player.playing
    assert window.reception.dialog is None


def test_no_trace_is_left(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Neither on the shelf of clips nor with the engine; after it, clips are taken as before."""
    window.start()
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    qtbot.wait(150)  # the page behind goes on to look
    finish(engine, spoken())
    qtbot.waitUntil(lambda: headline(dialog) == "This sounds fine.", timeout=5000)
    dialog.reject()
    assert engine.snapshot().recording == Recording()
    qtbot.wait(150)
    assert window.live.clips.shelf.takes == ()
    assert window.live.clips.at_stake == 0
    engine.finish_clip(ANGRY)
    qtbot.waitUntil(lambda: len(window.live.clips.shelf.takes) == 1, timeout=5000)
    window.live.clips.shelf.takes = ()


def test_listening_goes_on_where_it_was_on(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """The test stops only what it started."""
    window.start()
    opened(window, qtbot).reject()
    assert engine.asked.count("start") == 1
    assert "stop" not in engine.asked


@pytest.mark.parametrize(
    ("samples", "words_"),
    [
        (spoken(0.002, 0.00001), "The voice is too quiet."),
        (np.clip(spoken(20.0), -1.0, 1.0), "Too loud: the sound is clipped."),
        (spoken(0.05, 0.03), "The noise around is nearly as loud as the voice."),
        (spoken() * 0, words.MUTED.title),
    ],
    ids=["quiet", "clipped", "noisy", "silent"],
)
def test_faults_are_told_with_what_to_do(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot, samples: Float32, words_: str
) -> None:
    """What can be mended is named, with a way to mend it; silence is not played."""
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    finish(engine, samples.astype(np.float32))
    qtbot.waitUntil(lambda: headline(dialog) == words_, timeout=5000)
    assert dialog.finding.line.text()
    assert player.playing == bool(samples.any())
    dialog.reject()


def test_nobody_spoke(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """A room without a voice is no fault of the microphone."""
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    engine.finish_clip(None, LENGTH_S)
    qtbot.waitUntil(lambda: headline(dialog) == "Nobody was heard to speak.", timeout=5000)
    dialog.reject()


def test_it_can_be_played_again_and_stopped(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """The button says what it does, and follows the end of the sound."""
    dialog = opened(window, qtbot)
    assert not dialog.play.isEnabled()
    record(dialog, engine, qtbot)
    finish(engine, spoken())
    qtbot.waitUntil(lambda: dialog.play.text() == "Stop", timeout=5000)
    player.advance(10**9)
    qtbot.waitUntil(lambda: dialog.play.text() == "Play again", timeout=5000)
    dialog.play.click()
    qtbot.waitUntil(lambda: player.playing, timeout=5000)
    dialog.play.click()
    qtbot.waitUntil(lambda: not player.playing, timeout=5000)
    dialog.reject()


def test_without_a_loudspeaker_it_is_judged_all_the_same(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """That it cannot be played is told beside what was found."""
    player.refusal = UserError("no-loudspeaker", "No loudspeaker was found.")
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    finish(engine, spoken())
    qtbot.waitUntil(lambda: headline(dialog) == "This sounds fine.", timeout=5000)
    assert "No loudspeaker was found." in dialog.finding.line.text()
    dialog.reject()


def test_the_focus_stays_on_the_main_button(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Return records, Return cancels, Return records: it never closes the dialog by surprise."""
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    qtbot.waitUntil(lambda: dialog.record.text() == "Cancel", timeout=5000)
    assert dialog.focusWidget() is dialog.record
    QTest.keyClick(dialog.record, Qt.Key.Key_Return)
    assert dialog.record.text() == "Record"
    assert engine.snapshot().recording.phase is Phase.NONE
    record(dialog, engine, qtbot)
    assert dialog.isVisible()
    dialog.reject()


def test_a_refused_microphone_is_told_and_tried_again(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot
) -> None:
    """Title and remedy stand in the dialog; the main button opens it once more."""
    engine.refusal = UserError("x", "It may not be used.", "Code 5.", "Allow it in the settings.")
    dialog = opened(window, qtbot)
    qtbot.waitUntil(lambda: headline(dialog) == "It may not be used.", timeout=5000)
    assert dialog.finding.line.text() == "Allow it in the settings."
    engine.refusal = None
    record(dialog, engine, qtbot)
    qtbot.waitUntil(lambda: headline(dialog) == "Speak now.", timeout=5000)
    dialog.reject()


def test_a_slow_microphone_is_waited_for(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Pressed while it still opens, it records once sound comes."""
    engine.opens_slowly = True
    dialog = opened(window, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.wait(150)
    assert engine.snapshot().recording.phase is Phase.NONE
    engine.show(state=State.NO_SPEECH)
    qtbot.waitUntil(lambda: engine.snapshot().recording.phase is Phase.RECORDING, timeout=5000)
    dialog.reject()


def test_another_microphone_begins_anew(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """What was found of one is not told of the next; the choice holds for the window, too."""
    dialog = opened(window, qtbot)
    record(dialog, engine, qtbot)
    finish(engine, spoken())
    qtbot.waitUntil(lambda: headline(dialog) == "This sounds fine.", timeout=5000)
    dialog.picker.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(dialog.picker, key)
    assert WEBCAM.id in engine.asked
    qtbot.waitUntil(lambda: headline(dialog).startswith("Press Record"), timeout=5000)
    assert not player.playing
    assert not dialog.play.isEnabled()
    dialog.reject()
    assert window.live.header.picker.currentData() == WEBCAM.id


def test_not_while_a_clip_is_recorded(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """The clip is worth more than the test: it is told that it has to wait."""
    window.start()
    QTest.keyClick(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.live.clips.recording, timeout=5000)
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.reception.dialog is None
    assert "being recorded" in window.live.toast.text()
    assert "cancel" not in engine.asked
    QTest.keyClick(window, Qt.Key.Key_Escape)
