"""The test of a microphone: say a sentence, hear it, and read what is to be said of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.engine.capture import Capture, judge
from ser_desktop.engine.playback import Playback, Samples
from ser_desktop.engine.quality import Quality
from ser_desktop.errors import UserError
from ser_desktop.results import Clip, Phase, Recording, Snapshot, State
from ser_desktop.ui import words
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.language import N_, number, of_error, tr
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.presenter import Engine, Presenter
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.widgets.finding import Finding
from ser_desktop.ui.widgets.meter import LevelMeter
from ser_desktop.ui.widgets.picker import DevicePicker

LENGTH_S = 3.0
_WIDTH = 80 * GRID

_JUDGED = {
    Quality.GOOD: ("check", N_("This sounds fine."), ""),
    Quality.TOO_QUIET: (
        "fault",
        N_("The voice is too quiet."),
        N_("Come nearer, or raise the microphone's level in the sound settings of the system."),
    ),
    Quality.CLIPPED: (
        "fault",
        N_("Too loud: the sound is clipped."),
        N_("Lower the microphone's level in the sound settings of the system, or keep more distance."),
    ),
    Quality.SILENT: ("fault", words.MUTED.templates[0], " ".join(words.MUTED.templates[1:])),
    Quality.NOBODY: (
        "unsure",
        N_("Nobody was heard to speak."),
        N_("If you did: come nearer, or choose another microphone."),
    ),
    Quality.HUM: (
        "fault",
        N_("It hums: the mains is heard."),
        N_("Try another socket, cable or port, or let the computer run on its battery."),
    ),
    Quality.TOO_NOISY: (
        "fault",
        N_("The noise around is nearly as loud as the voice."),
        N_("Come nearer, close the window, turn fans off; best of all is a headset."),
    ),
}


class Stage(StrEnum):
    """How far the test is."""

    READY = "ready"
    WAITING = "waiting"
    RECORDING = "recording"
    HEARING = "hearing"
    JUDGED = "judged"


_BUSY = frozenset({Stage.WAITING, Stage.RECORDING, Stage.HEARING})


class MicrophoneTest(Dialog):
    """Listens while it is open, and goes back to how it was when it is closed. Its clip is kept nowhere.

    Whoever opens it sees to it that nobody else takes the engine's recordings meanwhile.
    """

    def __init__(
        self,
        parent: QWidget,
        palette: Palette,
        engine: Engine,
        player: Playback,
        microphones: Microphones,
    ) -> None:
        self.meter = LevelMeter(palette, thick=2 * GRID)
        self.finding = Finding(palette, lines=3)
        super().__init__(parent, palette)
        self._engine = engine
        self._player = player
        self._began = False  # to listen, for the test alone
        self._stage = Stage.READY
        self._clip: Clip | None = None
        self._capture: Capture | None = None
        self._fault: UserError | None = None
        self.picker = DevicePicker(microphones)
        self.record = self.add_button(main=True)
        self.play = self.add_button()
        self.shut = self.add_button()
        self.body.addWidget(self.picker)
        self.body.addWidget(self.meter)
        self.body.addWidget(self.finding, 1)
        self.setFixedWidth(_WIDTH)
        self._presenter = Presenter(engine, self, self)
        self.record.clicked.connect(self._press)
        self.play.clicked.connect(self._toggle_playing)
        self.shut.clicked.connect(self.reject)
        self.picker.failed.connect(self._refuse)
        microphones.changed.connect(self._start_over)
        self.ready()
        self.record.setFocus()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        super().use_palette(palette)
        self.meter.use_palette(palette)
        self.finding.use_palette(palette)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("Test the microphone"))
        self.title.setText(tr("Test the microphone"))
        self.shut.setText(tr("Close"))
        self.show_words(self._engine.snapshot())

    def showEvent(self, event: QShowEvent) -> None:
        """Listen, if nobody did, and follow."""
        super().showEvent(event)
        if self._engine.snapshot().state not in words.RUNNING:
            self._began = True
            self._engine.start()
        self._presenter.resume()

    def done(self, result: int) -> None:
        """Let all be as it was before."""
        self._presenter.pause()
        self._player.stop()
        self._engine.cancel_recording()
        if self._began:
            self._began = False
            self._engine.stop()
        super().done(result)

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move the meter, and see how far the recording is."""
        self.meter.advance(words.level(snapshot), elapsed_s)
        if self._stage is Stage.WAITING:
            self._wait(snapshot.state)
        elif self._stage in _BUSY:
            self._follow(snapshot.recording)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write how it stands, and what can be done."""
        self.meter.show_words()
        self.record.setText(self._deed())
        self.play.setText(tr("Stop") if self._player.playing else tr("Play again"))
        self.play.setEnabled(self._clip is not None)
        fault = self._fault or words.message(snapshot)
        if fault is not None and self._stage is not Stage.JUDGED:
            title, detail, remedy = of_error(fault)
            self.finding.tell("fault", title, remedy, detail)
        else:
            self.finding.tell(*self._said(snapshot))

    def _deed(self) -> str:
        """Name what the main button does; it can always be pressed, so that the focus stays on it."""
        if self._stage in _BUSY:
            return tr("Cancel")
        return tr("Record again") if self._clip is not None else tr("Record")

    def _said(self, snapshot: Snapshot) -> tuple[str, str, str]:
        if self._stage is Stage.JUDGED and self._capture is not None:
            icon, headline, advice = _JUDGED[self._capture.quality]
            parts = (tr(advice) if advice else "", self._figures(self._capture), self._unplayed())
            return icon, tr(headline), "\n".join(part for part in parts if part)
        if self._stage is Stage.RECORDING:
            left_s = max(0.0, LENGTH_S - snapshot.recording.recorded_s)
            line = tr("Still {length}: any sentence, as loud as usual.", length=words.seconds(left_s))
            return "record", tr("Speak now."), line
        if self._stage is Stage.HEARING or snapshot.state not in words.HEARING:
            return "microphone", tr("One moment"), ""
        line = tr("It takes three seconds, and nothing of it is kept.")
        return "voice", tr("Press Record and say a sentence; then you hear it."), line

    def _figures(self, capture: Capture) -> str:
        if capture.quality in {Quality.SILENT, Quality.NOBODY}:
            return ""
        voice, room = number(capture.voice_dbfs), number(capture.room_dbfs)
        return tr("Voice {voice} dBFS, room {room} dBFS.", voice=voice, room=room)

    def _unplayed(self) -> str:
        return of_error(self._player.error)[0] if self._player.error is not None else ""

    def _press(self) -> None:
        """Record once sound comes, listening again where it ended; or cancel."""
        busy = self._stage in _BUSY
        self._start_over()
        if not busy:
            self._stage = Stage.WAITING
            if self._engine.snapshot().state not in words.RUNNING:
                self._began = True
                self._engine.start()
        self._presenter.refresh_words()

    def _wait(self, state: State) -> None:
        if state in words.HEARING:
            self._stage = Stage.RECORDING
            self._engine.record_clip(LENGTH_S)
        elif state not in words.RUNNING:
            self._stage = Stage.READY

    def _start_over(self) -> None:
        """Forget what was recorded."""
        self._player.stop()
        self._engine.cancel_recording()
        self._stage, self._clip, self._capture, self._fault = Stage.READY, None, None, None
        self.meter.reset_clip()

    def _follow(self, recording: Recording) -> None:
        """Take the clip once it is complete: nobody else ever sees it."""
        if recording.phase is Phase.HEARING:
            self._stage = Stage.HEARING
        elif recording.phase is Phase.DONE and recording.clip is not None:
            self._take(recording, recording.clip)
        elif recording.phase in {Phase.FAILED, Phase.NONE}:
            self._start_over()
            self._fault = recording.error

    def _take(self, recording: Recording, clip: Clip) -> None:
        self._engine.cancel_recording()
        segments = recording.analysis.segments if recording.analysis is not None else ()
        self._clip, self._capture = clip, judge(clip.samples, clip.rate_hz, segments)
        self._stage = Stage.JUDGED
        if self._capture.quality is not Quality.SILENT:
            self._play(clip)
        self._presenter.refresh_words()

    def _toggle_playing(self) -> None:
        if self._player.playing:
            self._player.stop()
        elif self._clip is not None:
            self._play(self._clip)
        self._presenter.refresh_words()

    def _play(self, clip: Clip) -> None:
        self._player.start(Samples(clip.samples, clip.rate_hz))

    def _refuse(self, fault: UserError) -> None:
        self._fault = fault
        self._presenter.refresh_words()
