"""Recording a clip and what comes of it, as a person at the keyboard does it, over a scripted engine."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.engine.faults import CLIP_INTERNAL
from ser_desktop.errors import UserError
from ser_desktop.results import Gap, Phase, Prediction, Recording, State
from ser_desktop.ui import words
from ser_desktop.ui.clips.ring import COUNT_IN_S
from ser_desktop.ui.clips.shelf import MOST_CLIPS
from ser_desktop.ui.main_window import MainWindow
from tests.fakes import clips
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine, prediction
from tests.fakes.player import FakePlayer

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)
TORN = prediction(0.1, 0.12, 0.31, 0.06, 0.05, 0.1, 0.26)
PATIENCE_MS = 20_000
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key somewhere in the window."""
    QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)


def plain(text: str) -> str:
    """Return text with ordinary blanks."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def record(
    window: MainWindow,
    engine: FakeEngine,
    qtbot: QtBot,
    said: Prediction | None = ANGRY,
    seconds: float = 3.0,
) -> None:
    """Record a clip that sounds like ``said``, from the key to the card."""
    shelf = window.live.clips.shelf
    before = [take.number for take in shelf.takes]
    if engine.snapshot().state is State.IDLE:
        window.start()
    press(window, Qt.Key.Key_R)
    engine.finish_clip(said, seconds)
    qtbot.waitUntil(lambda: [take.number for take in shelf.takes] != before, timeout=PATIENCE_MS)
    assert window.live.clips.card.isVisible()


def test_r_counts_in_and_the_ring_fills(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Three beats, then the ring grows with what is recorded; what is heard stays in sight."""
    window.start()
    press(window, Qt.Key.Key_R)
    ring = window.live.clips.ring
    assert engine.asked == ["start", ("record", 3, COUNT_IN_S)]
    assert ring.isVisible()
    assert window.live.trace.isVisible()
    assert not window.live.verdict.isVisible()
    seen = []
    for count_in_s in (COUNT_IN_S, 1.3, 0.1):
        engine.show(recording=Recording(Phase.COUNT_IN, 3.0, count_in_s))
        window.live.show_moment(engine.snapshot(), 0.03)
        seen.append(ring.texts()[0])
    assert seen == ["3", "2", "1"]
    assert ring.share == 0
    engine.show(recording=Recording(Phase.RECORDING, 3.0, recorded_s=1.5))
    qtbot.waitUntil(lambda: ring.share == 0.5, timeout=PATIENCE_MS)
    assert ring.texts()[:2] == ("1.5", "Recording")


def test_r_again_begins_at_once(window: MainWindow, engine: FakeEngine) -> None:
    """Who is ready does not wait for the beats; a third time changes nothing."""
    window.start()
    for _ in range(3):
        press(window, Qt.Key.Key_R)
    assert engine.asked == ["start", ("record", 3, COUNT_IN_S), "cancel", ("record", 3, 0.0)]


@pytest.mark.parametrize("phase", [Phase.COUNT_IN, Phase.RECORDING, Phase.HEARING])
@pytest.mark.parametrize("by", ["key", "button"])
def test_escape_cancels(window: MainWindow, engine: FakeEngine, phase: Phase, by: str) -> None:
    """At any moment, and nothing is kept of it; the button that records cancels too."""
    window.start()
    press(window, Qt.Key.Key_R)
    engine.show(recording=Recording(phase, 3.0))
    button = window.live.clips.strip.record
    assert button.text() == "Cancel"
    if by == "key":
        press(window, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert engine.asked[-1] == "cancel"
    assert button.text() == "Record"
    assert window.live.verdict.isVisible()
    assert not window.live.clips.ring.isVisible()
    assert window.live.clips.shelf.takes == ()


def test_r_starts_listening_first(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Recording needs one key only; it begins with the first sound, not before."""
    engine.opens_slowly = True
    press(window, Qt.Key.Key_R)
    assert engine.asked == ["start"]
    assert window.live.clips.ring.isVisible()
    assert "opened" in window.live.clips.ring.texts()[2]
    engine.show(state=State.NO_SPEECH)
    qtbot.waitUntil(lambda: engine.asked == ["start", ("record", 3, COUNT_IN_S)], timeout=PATIENCE_MS)


def test_without_a_microphone_it_says_so(window: MainWindow, engine: FakeEngine) -> None:
    """The reason is told as for Start, and no ring is left waiting."""
    engine.refusal = UserError("no-microphone", "No microphone was found", "", "Plug one in.")
    press(window, Qt.Key.Key_R)
    assert "Plug one in." in window.live.message.text()
    assert not window.live.clips.ring.isVisible()
    assert not window.live.clips.recording


def test_escape_while_it_opens(window: MainWindow, engine: FakeEngine) -> None:
    """A recording that waits for the microphone can be given up; listening goes on."""
    engine.opens_slowly = True
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_Escape)
    engine.show(state=State.NO_SPEECH)
    window.live.show_moment(engine.snapshot(), 0.03)
    assert not any(isinstance(one, tuple) for one in engine.asked)


@pytest.mark.parametrize(
    ("said", "headline", "beside"),
    [
        (ANGRY, "Sounds angry · 71 %", "then afraid 14 %"),
        (TORN, "Unsure", "Perhaps afraid or surprised."),
        (None, "No speech", "Nobody speaks in it."),
    ],
)
def test_the_card_tells_what_it_sounds_like(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, said: Prediction | None, headline: str, beside: str
) -> None:
    """Label with confidence, all bars, when, how long and from what; nobody's silence is "neutral"."""
    record(window, engine, qtbot, said)
    card = window.live.clips.card
    assert tuple(map(plain, card.title.texts()[:2])) == (headline, beside)
    assert plain(card.title.texts()[2]) == "15:47:02 · 3.0 s · Blue Yeti"
    assert len(card.bars.texts()) == 7
    assert any("%" in text for text in card.bars.texts()) == (said is not None)
    assert engine.snapshot().recording == Recording(), "the engine keeps it no longer"


def test_a_clip_that_could_not_be_analysed_is_kept(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    """The reason is said, there is nothing to export, and the sound can be saved."""
    window.start()
    press(window, Qt.Key.Key_R)
    engine.finish_clip(ANGRY, analysis=None, trace=None, error=CLIP_INTERNAL)
    card = window.live.clips.card
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE_MS)
    assert card.title.texts()[0] == "Not analysed"
    assert CLIP_INTERNAL.title in card.state.text()
    assert not card.export.isEnabled()
    press(window, Qt.Key.Key_S, CTRL)
    assert len(list(tmp_path.glob("*.wav"))) == 1


def test_gaps_are_said(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Where sound is missing, and how much if somebody knows."""
    window.start()
    gaps = (Gap(16_000, 160), Gap(32_000, None))
    engine.show(recording=clips.recording(ANGRY, gaps=gaps))
    card = window.live.clips.card
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE_MS)
    assert plain(card.state.text()).endswith("Sound is missing at 1.00 s (10 ms), 2.00 s.")


def test_playing_moves_a_cursor(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """P plays all of it from the beginning; at its end the button offers to play again."""
    record(window, engine, qtbot)
    card = window.live.clips.card
    press(window, Qt.Key.Key_P)
    assert player.sound is not None
    np.testing.assert_array_equal(player.sound.span(0, 99_999), window.live.clips.shelf.takes[0].clip.samples)
    assert (player.playing, card.play.text()) == (True, "Stop")
    player.advance(16_000)
    qtbot.waitUntil(lambda: card.plot.cursor_s == 1.0, timeout=PATIENCE_MS)
    player.advance(99_999)
    qtbot.waitUntil(lambda: card.play.text() == "Play", timeout=PATIENCE_MS)
    assert card.plot.cursor_s is None
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_P)
    assert not player.playing


def test_a_press_on_the_waveform_plays_from_there(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """One third along is a third of the clip."""
    record(window, engine, qtbot)
    plot = window.live.clips.card.plot
    place = plot.place()
    spot = QPoint(place.left() + place.width() // 3, place.height() // 3)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: player.playing, timeout=PATIENCE_MS)
    assert player.position_samples == pytest.approx(16_000, abs=500)


def test_leaving_the_card_is_silent(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """What is no longer seen is no longer heard."""
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_Escape)
    assert not player.playing
    assert not window.live.clips.card.isVisible()


def test_without_a_loudspeaker_the_card_says_so(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot
) -> None:
    """In words, and it can be tried again."""
    record(window, engine, qtbot)
    player.refusal = UserError("no-speaker", "There is nothing to play it on.", "", "Plug in headphones.")
    press(window, Qt.Key.Key_P)
    card = window.live.clips.card
    assert "Plug in headphones." in card.state.text()
    assert card.play.text() == "Play"
    player.refusal = None
    press(window, Qt.Key.Key_P)
    assert "Plug in headphones." not in card.state.text()


def test_saved_it_is_a_file_with_a_sensible_name(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path, asker: FakeAsker
) -> None:
    """Sample for sample; the card and the chip know, and a second clip gets a name of its own."""
    record(window, engine, qtbot)
    take = window.live.clips.shelf.takes[0]
    assert "not saved" in window.live.clips.strip.chips.texts()[0]
    press(window, Qt.Key.Key_S, CTRL)
    assert asker.asked == [("Save the clip", "clip-2026-11-25-154702.wav", "WAV sound")]
    samples, rate_hz = soundfile.read(tmp_path / "clip-2026-11-25-154702.wav", dtype="float32")
    np.testing.assert_array_equal(samples, take.clip.samples)
    assert rate_hz == take.clip.rate_hz
    assert window.live.clips.card.state.text() == "Saved as clip-2026-11-25-154702.wav."
    assert "not saved" not in window.live.clips.strip.chips.texts()[0]
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_S, CTRL)
    assert window.live.clips.card.state.text() == "Saved as clip-2026-11-25-154702-2.wav."


@pytest.mark.parametrize("agrees", [False, True])
def test_a_file_that_is_there_is_not_replaced_unasked(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path, asker: FakeAsker, *, agrees: bool
) -> None:
    """Only whoever says so loses the older one."""
    older = tmp_path / "mine.wav"
    older.write_bytes(b"an older one")
    asker.name, asker.agrees = "mine.wav", agrees
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_S, CTRL)
    assert asker.asked[-1] == ["mine.wav"]
    assert (older.read_bytes() == b"an older one") != agrees
    assert window.live.clips.shelf.unsaved == int(not agrees)


def test_a_save_that_fails_says_why_and_the_clip_stays(
    window: MainWindow,
    engine: FakeEngine,
    qtbot: QtBot,
    tmp_path: Path,
    asker: FakeAsker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk, a folder that may not be written, one that is gone: words, nothing half-written."""
    record(window, engine, qtbot)
    card = window.live.clips.card

    def refuse(number: int) -> None:
        def fsync(_descriptor: int) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("ser_desktop.wholefile.os.fsync", fsync)
        press(window, Qt.Key.Key_S, CTRL)

    for number, words_said in ((errno.ENOSPC, "There is no room"), (errno.EROFS, "may not be written")):
        refuse(number)
        assert words_said in card.state.text()
        assert "The clip is still here" in card.state.text()
    monkeypatch.undo()
    asker.folder = tmp_path / "gone"
    press(window, Qt.Key.Key_S, CTRL)
    assert "There is no such folder" in card.state.text()
    assert list(tmp_path.iterdir()) == []
    assert window.live.clips.shelf.unsaved == 1
    asker.folder = tmp_path
    press(window, Qt.Key.Key_S, CTRL)
    assert card.state.text().startswith("Saved as")


def test_saving_can_be_called_off(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, tmp_path: Path, asker: FakeAsker
) -> None:
    """Nothing is written, nothing is complained of."""
    record(window, engine, qtbot)
    asker.cancels = True
    press(window, Qt.Key.Key_S, CTRL)
    assert list(tmp_path.iterdir()) == []
    assert window.live.clips.card.state.text() == "Not saved: in memory only."


def test_discarded_and_put_back(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Delete asks nothing, since it can be undone: by the key, or by the button of the notice."""
    record(window, engine, qtbot)
    record(window, engine, qtbot, TORN)
    desk, toast = window.live.clips, window.live.toast
    for by_key in (True, False):
        desk.open(1)
        press(window, Qt.Key.Key_Delete)
        assert not desk.card.isVisible()
        assert [take.number for take in desk.shelf.takes] == [2]
        assert toast.text() == "Clip discarded."
        if by_key:
            press(window, Qt.Key.Key_Z, CTRL)
        else:
            QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
        assert [take.number for take in desk.shelf.takes] == [1, 2]
        assert desk.card.isVisible()
        assert desk.card.title.texts()[0].startswith("Sounds angry")
        assert not toast.isVisible()


def test_of_two_discarded_the_second_comes_back(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Straight after each other: what the newest notice offers is what it does."""
    for said in (ANGRY, TORN):
        record(window, engine, qtbot, said)
    for number in (1, 2):
        window.live.clips.open(number)
        press(window, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_Z, CTRL)
    assert [take.number for take in window.live.clips.shelf.takes] == [2]


def test_after_a_while_it_is_gone(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """When the notice leaves, the memory is given back, and there is nothing to undo."""
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_Delete)
    window.live.toast.leave()
    assert window.live.clips.shelf.discarded is None
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.live.clips.shelf.takes == ()


def test_the_last_seconds(window: MainWindow, engine: FakeEngine) -> None:
    """Shift+R keeps what was just said, without count-in."""
    window.start()
    press(window, Qt.Key.Key_R, SHIFT)
    assert engine.asked[:2] == ["start", ("last", 3)]
    assert window.live.clips.card.isVisible()


def test_the_last_seconds_of_nothing(window: MainWindow, engine: FakeEngine) -> None:
    """While nothing is listened to there is nothing to keep, and that is said."""
    press(window, Qt.Key.Key_R, SHIFT)
    assert "There is nothing to record." in window.live.toast.text()
    assert engine.snapshot().recording == Recording()


def test_how_long_is_chosen_by_keys(window: MainWindow, engine: FakeEngine) -> None:
    """From 1 to 30 seconds, remembered for the next ones; the buttons say it."""
    window.start()
    strip = window.live.clips.strip
    press(window, Qt.Key.Key_Plus)
    press(window, Qt.Key.Key_Plus)
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_R, SHIFT)
    assert ("last", 4) in engine.asked
    assert plain(strip.last.text()) == "Last 4 s"
    for key, bound in ((Qt.Key.Key_End, 30), (Qt.Key.Key_Up, 30), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Down, 1)):
        press(strip.length, key)
        assert strip.length.value() == bound
    press(window, Qt.Key.Key_R)
    assert engine.asked[-1] == ("record", 1, COUNT_IN_S)


def test_the_ends_of_the_control_can_be_pressed(window: MainWindow) -> None:
    """Less on the left, more on the right."""
    length = window.live.clips.strip.length
    QTest.mouseClick(length, Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert length.value() == 2
    for _ in range(2):
        QTest.mouseClick(length, Qt.MouseButton.LeftButton, pos=QPoint(length.width() - 8, 20))
    assert length.value() == 4
    assert plain(length.text()) == "4 s"


def test_earlier_clips_are_opened_again(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """By their chips, or by keys along the row; the same chip closes."""
    for said in (ANGRY, TORN, None):
        record(window, engine, qtbot, said)
    desk = window.live.clips
    shown = []
    for _ in range(3):
        shown.append(desk.card.title.texts()[0])
        press(window, Qt.Key.Key_Left, ALT)
    assert [text.split(" ·")[0] for text in shown] == ["No speech", "Unsure", "Sounds angry"]
    press(window, Qt.Key.Key_Right, ALT)
    assert desk.card.title.texts()[0] == "Unsure"
    QTest.mouseClick(desk.strip.chips.chip(1), Qt.MouseButton.LeftButton)
    assert desk.card.title.texts()[0].startswith("Sounds angry")
    QTest.mouseClick(desk.strip.chips.chip(1), Qt.MouseButton.LeftButton)
    assert not desk.card.isVisible()
    assert plain(window.live.kept.text()) == "3 clips, 0.6 MB in memory"


def test_a_full_shelf_loses_nothing(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """With twenty unsaved clips another one is refused, in words; after one was saved there is room."""
    window.start()
    desk = window.live.clips
    for _ in range(MOST_CLIPS):
        desk.shelf.add(clips.recording(ANGRY, 1.0))
    before = list(engine.asked)
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_R, SHIFT)
    assert engine.asked == before
    assert "none of them is saved" in window.live.toast.text()
    desk.open(1)
    press(window, Qt.Key.Key_S, CTRL)
    record(window, engine, qtbot)
    assert len(desk.shelf.takes) == MOST_CLIPS
    assert desk.shelf.get(1) is None
    chip = desk.strip.chips.chip(MOST_CLIPS + 1)
    visible = desk.strip.chips.viewport().rect()
    qtbot.waitUntil(
        lambda: visible.contains(chip.mapTo(desk.strip.chips.viewport(), chip.rect().center())),
        timeout=PATIENCE_MS,
    )


@pytest.mark.parametrize("agrees", [False, True])
def test_closing_asks_only_where_a_clip_would_be_lost(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot, asker: FakeAsker, *, agrees: bool
) -> None:
    """An unsaved one, or one that is just being recorded; who says no stays."""
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_R)
    engine.show(recording=Recording(Phase.RECORDING, 3.0, recorded_s=2.0))
    window.live.show_moment(engine.snapshot(), 0.03)
    asker.agrees = agrees
    press(window, Qt.Key.Key_Q, CTRL)
    assert asker.asked == [2]
    assert window.isVisible() != agrees
    assert ("close" in engine.asked) == agrees
    asker.agrees = True


def test_closing_asks_nothing_where_all_is_saved(
    window: MainWindow, engine: FakeEngine, player: FakePlayer, qtbot: QtBot, asker: FakeAsker
) -> None:
    """Nor for what was discarded; the loudspeaker is let go too."""
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_S, CTRL)
    record(window, engine, qtbot)
    press(window, Qt.Key.Key_Delete)
    asker.asked.clear()
    press(window, Qt.Key.Key_Q, CTRL)
    assert asker.asked == []
    assert not window.isVisible()
    assert player.closed


def test_return_presses_the_button_that_has_the_focus(
    window: MainWindow, engine: FakeEngine, qtbot: QtBot
) -> None:
    """The space bar starts and stops wherever the focus is, so buttons need another key."""
    record(window, engine, qtbot)
    back = window.live.clips.card.back
    back.setFocus()
    press(back, Qt.Key.Key_Return)
    assert not window.live.clips.card.isVisible()


def test_no_key_means_two_things(window: MainWindow) -> None:
    """Of the actions that are reachable at one moment no two have a key in common."""
    keys: list[str] = []
    for action in window.findChildren(QAction):
        owners = [one for one in action.associatedObjects() if isinstance(one, QWidget)]
        if any(owner.isVisible() for owner in owners):
            keys += [key.toString() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"R", "Shift+R", "Ctrl+S", "Del", "T", "Ctrl+Z", "Ctrl+E", "P"} <= set(keys)


def test_a_screen_reader_is_told(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Card, ring, chips, control and notice say what they are."""
    record(window, engine, qtbot)
    desk = window.live.clips
    assert plain(desk.card.accessibleName()).startswith("Clip. 15:47:02 · 3.0 s")
    assert plain(desk.card.title.accessibleName()) == "Sounds angry · 71 %"
    assert "Waveform and attention" in desk.card.plot.accessibleName()
    assert "Sounds angry" in desk.strip.chips.chip(1).accessibleName()
    assert desk.strip.length.accessibleName() == "Length of a clip"
    press(window, Qt.Key.Key_Delete)
    assert window.live.toast.accessibleName() == "Clip discarded. Undo"
    press(window, Qt.Key.Key_R)
    assert desk.ring.accessibleName() == "Get ready"
    assert window.live._news() == "Get ready"


def test_nothing_is_cut_in_the_smallest_window(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """At 900 by 600 the card has room for its words, its buttons and a long fault."""
    record(window, engine, qtbot)
    assert (window.width(), window.height()) == (900, 600)
    card = window.live.clips.card
    card.tell(UserError("x", "A name that is long.wav may not be written there.", "x" * 60, "y" * 60))
    qtbot.wait(50)
    assert card.state.height() >= card.state.wanted_height()
    for part in (card.play, card.save, card.export, card.discard, card.back, card.bars):
        assert part.width() >= part.minimumSizeHint().width()
        assert window.rect().contains(part.mapTo(window, part.rect().bottomRight()))
    assert card.plot.height() >= 104
    for said in (words.answer(None).headline, "Sounds surprised · 100 %"):
        assert card.title.fontMetrics().horizontalAdvance(said) < card.title.width()
