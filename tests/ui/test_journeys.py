"""What a person does with the window and must then see, over an engine that follows a script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.errors import UserError
from ser_desktop.results import Level, Prediction, Segment, State
from ser_desktop.ui import theme, words
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import SEVEN, SPEAKERS, WEBCAM, YETI, FakeEngine, prediction, speech_trace
from tests.fakes.house import house
from tests.fakes.player import FakePlayer

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)
TORN = prediction(0.1, 0.12, 0.31, 0.06, 0.05, 0.1, 0.26)


def colours(widget: QWidget) -> set[str]:
    """All colours in the picture of ``widget``."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


def spoken(window: MainWindow) -> str:
    """All the words that the answer shows."""
    return " ".join((*window.live.verdict.texts(), *window.live.bars.texts()))


def speak(window: MainWindow, engine: FakeEngine, qtbot: QtBot, said: Prediction) -> None:
    """Let ``said`` be heard and wait until it is written."""
    engine.speak(said)
    headline = words.verdict(engine.snapshot(), has_model=True).headline
    qtbot.waitUntil(lambda: window.live.verdict.texts()[0] == headline, timeout=2000)


def test_the_button_starts_and_stops(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Start listens and names the microphone; the same button then stops."""
    button = window.live.header.button
    assert button.text() == "Start"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert engine.asked == ["start"]
    assert button.text() == "Stop"
    assert window.live.header.state.text() == "No speech · Blue Yeti · 48\N{NARROW NO-BREAK SPACE}kHz"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert engine.asked == ["start", "stop"]
    qtbot.waitUntil(lambda: window.live.verdict.texts()[0] == "Stopped", timeout=2000)


def test_the_space_bar_does_the_same(window: MainWindow, engine: FakeEngine) -> None:
    """Starting and stopping need no mouse, wherever the focus is."""
    for focused in (window, window.live.header.button, window.live.header.picker):
        focused.setFocus()
        engine.asked.clear()
        QTest.keyClick(focused, Qt.Key.Key_Space)
        QTest.keyClick(focused, Qt.Key.Key_Space)
        assert engine.asked == ["start", "stop"]


def test_speech_shows_what_it_sounds_like(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Words, percents and colour of the winner appear, and it is said of the voice, not of the person."""
    window.start()
    speak(window, engine, qtbot, ANGRY)
    shown = spoken(window)
    assert "Sounds angry" in shown
    assert f"Anger {words.percent(0.71)}" in shown
    assert f"then afraid {words.percent(0.14)}" in shown
    assert "you" not in shown.lower().split()
    qtbot.waitUntil(lambda: theme.DARK.emotions["anger"] in colours(window.live.bars), timeout=2000)


def test_the_longest_bar_is_the_likeliest(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """After the bars have settled, each covers its share of the track: counted in pixels of its colour."""
    window.start()
    speak(window, engine, qtbot, ANGRY)
    qtbot.wait(500)
    image = window.live.bars.grab().toImage()
    tracks = range(112, image.width())

    def length(emotion: str) -> int:
        hue = QColor(theme.DARK.emotions[emotion])
        rows = range(image.height())
        return max(sum(image.pixelColor(x, y) == hue for x in tracks) for y in rows)

    assert length("anger") == pytest.approx(length("fear") * 0.71 / 0.14, rel=0.1)
    assert length("anger") > length("fear") > length("happiness") > length("sadness")


def test_silence_shows_no_percent(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Silence is "no speech": no figure, no emotion's colour, never "neutral 100 %"."""
    window.start()
    speak(window, engine, qtbot, ANGRY)
    engine.fall_silent(Segment(3.0, 5.4, ANGRY))
    qtbot.waitUntil(lambda: window.live.verdict.texts()[0] == "No speech", timeout=2000)
    assert "%" not in " ".join(window.live.bars.texts())
    qtbot.waitUntil(lambda: not colours(window.live.bars) & set(theme.DARK.emotions.values()), timeout=2000)
    last = window.live.verdict.texts()[2]
    assert last.replace("\N{NARROW NO-BREAK SPACE}", " ") == "Last: sounds angry, 71 %, 2.4 s"


def test_unsure_names_nobody_the_winner(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """A weak answer is told as such, with its two best guesses."""
    window.start()
    speak(window, engine, qtbot, TORN)
    assert window.live.verdict.texts()[:2] == ("Unsure", "Perhaps afraid or surprised.")


def test_a_fault_is_told_with_its_remedy(window: MainWindow, engine: FakeEngine) -> None:
    """Title, detail and remedy are on the screen, and Start can be tried again."""
    engine.refusal = UserError("no-microphone", "No microphone was found", "None is listed.", "Plug one in.")
    window.start()
    assert window.live.message.isVisible()
    assert window.live.message.text() == "No microphone was found None is listed. Plug one in."
    assert window.live.header.button.text() == "Start"
    engine.refusal = None
    window.start()
    assert not window.live.message.isVisible()


def test_a_long_remedy_is_not_cut(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """All lines of a long fault fit into the smallest window."""
    long = " ".join(["Look at the switch and at the settings of the system."] * 4)
    engine.refusal = UserError("x", "A title of some length that still says what happened", long, long)
    window.start()
    qtbot.wait(50)
    for line in window.live.message.lines():
        assert line.height() >= line.heightForWidth(line.width())
        assert window.rect().contains(line.mapTo(window, line.rect().bottomRight()))


LOST = UserError("microphone-lost", "Blue Yeti is gone")


def test_a_lost_microphone_is_named(window: MainWindow, engine: FakeEngine) -> None:
    """While lost, the name stays, the level falls and Stop remains possible."""
    window.start()
    engine.speak(ANGRY)
    engine.show(state=State.LOST, prediction=None, rate_hz=0, error=LOST)
    window.live.show_words(engine.snapshot())
    assert window.live.header.state.text() == "Microphone lost · Blue Yeti"
    assert window.live.message.text() == "Blue Yeti is gone"
    assert window.live.header.button.text() == "Stop"


def test_a_muted_microphone_is_suspected(window: MainWindow, engine: FakeEngine) -> None:
    """Two seconds of exact zeros are told, since no room is that quiet; shorter ones are not."""
    window.start()
    engine.show(level=Level(zeros_s=1.5))
    window.live.show_words(engine.snapshot())
    assert not window.live.message.isVisible()
    engine.show(level=Level(zeros_s=2.5))
    window.live.show_words(engine.snapshot())
    assert "muted" in window.live.message.text()


def test_without_a_model_it_says_so(qtbot: QtBot) -> None:
    """No bars of emotions that nobody can tell, but what to do."""
    window = MainWindow(FakeEngine(labels=()), theme.LIGHT, FakePlayer(), house=house())
    qtbot.addWidget(window)
    window.show()
    assert window.live.verdict.texts()[0] == "No model"
    assert not window.live.bars.isVisible()
    assert window.live.no_model.isVisible()
    assert "ser-desktop models" in window.live.no_model.text()


def test_a_model_without_attention_says_so(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Where the ribbon would be, so that nobody waits for it; a screen reader is told the same."""
    assert window.live.trace.texts() == ("Voice", "Attention")
    engine.has_attention = False
    qtbot.waitUntil(lambda: window.live.trace.texts() == ("Voice", words.NO_ATTENTION), timeout=2000)
    assert words.NO_ATTENTION in window.live.trace.accessibleName()


def test_model_and_privacy_are_always_there(window: MainWindow) -> None:
    """The model's name and the promise of privacy are read before anything was started."""
    assert window.live.model.text() == "Model: General voice model"
    assert window.live.privacy.isVisible()
    assert window.live.privacy.text() == "Everything stays on this computer."


def test_a_device_that_is_picked_is_used(window: MainWindow, engine: FakeEngine) -> None:
    """The keyboard opens the list, chooses another microphone, and the engine is asked for it."""
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    picker = window.live.header.picker
    assert picker.view().isVisible()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(picker.view(), key)
    assert engine.asked == [WEBCAM.id]
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return):
        QTest.keyClick(picker.view(), key)
    assert engine.asked == [WEBCAM.id, None]


def test_the_list_is_fresh_when_it_opens(window: MainWindow, engine: FakeEngine) -> None:
    """A microphone plugged in later is offered; the chosen one stays chosen though it is gone."""
    picker = window.live.header.picker
    window.live.use_device(WEBCAM.id)
    engine.listed = [YETI, SPEAKERS]
    window.live.refresh_devices()
    offered = [picker.itemText(row) for row in range(picker.count())]
    assert offered[:2] == ["System default: Blue Yeti", "Blue Yeti"]
    assert picker.currentData() == WEBCAM.id
    assert picker.currentText() == "Webcam C920 (not connected)"


def test_a_list_that_cannot_be_had_is_told(window: MainWindow, engine: FakeEngine) -> None:
    """Without PortAudio the window stands, and says what to install."""
    engine.listed = UserError("no-portaudio", "PortAudio is missing", "", "Install libportaudio2.")
    window.live.refresh_devices()
    assert window.live.message.text() == "PortAudio is missing Install libportaudio2."
    assert window.isVisible()


def test_clipping_stays_until_it_is_put_out(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """The lamp is latched: one clipped moment is seen by whoever looks later."""
    window.start()
    engine.show(level=Level(peak_dbfs=0.0, rms_dbfs=-6.0, clipped=True))
    qtbot.waitUntil(lambda: window.live.meter.clipped, timeout=2000)
    engine.show(level=Level(peak_dbfs=-30.0, rms_dbfs=-36.0))
    qtbot.wait(100)
    assert window.live.meter.clipped
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.live.meter.clipped


def test_a_hidden_window_pulls_nothing(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """Nobody looks, nothing is drawn; shown again, it goes on."""
    window.hide()
    engine.pulls = 0
    qtbot.wait(200)
    assert engine.pulls == 0
    window.show()
    qtbot.waitUntil(lambda: engine.pulls > 2, timeout=2000)


def test_what_rests_is_not_drawn_again(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> None:
    """A moment that stays as it is costs no painting."""
    engine.show(state=State.NO_SPEECH, trace=speech_trace())
    qtbot.wait(400)
    paints: list[QWidget] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                paints.append(watched)
            return False

    watcher = Watcher()
    live = window.live
    for part in (live.bars, live.meter, live.verdict, live.header.state, live.trace):
        part.installEventFilter(watcher)
    pulls = engine.pulls
    qtbot.waitUntil(lambda: engine.pulls > pulls + 5, timeout=2000)
    assert paints == []


def test_closing_lets_the_microphone_go(window: MainWindow, engine: FakeEngine) -> None:
    """The engine is closed with the window."""
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert engine.asked == ["close"]
    assert not window.isVisible()


@pytest.mark.parametrize("palette", [theme.DARK, theme.LIGHT], ids=lambda palette: palette.name)
def test_each_look_is_its_own(window: MainWindow, palette: theme.Palette, qtbot: QtBot) -> None:
    """Changing the palette changes the whole window, plot included."""
    window.use_palette(palette)
    qtbot.wait(50)
    image = window.grab().toImage()
    for x, y in ((4, 4), (450, 230), (300, 500), (896, 596)):
        assert image.pixelColor(x, y).name() == palette.background


def test_everything_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    """Each part that a screen reader meets says what it is, and the bars say their values."""
    live = window.live
    live.bars.show_words(ANGRY)
    parts = (live.header.picker, live.header.button, live.meter, live.trace, live.bars)
    assert all(part.accessibleName() or part.property("text") for part in parts)
    assert f"Anger {words.percent(0.71)}" in window.live.bars.accessibleDescription()
    assert len(window.live.bars.texts()) == len(SEVEN)
