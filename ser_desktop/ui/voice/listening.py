"""Follows one reading aloud: how far it is, and how good it is as a recording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ser_desktop.engine.quality import Quality, QualityMeter, Verdict
from ser_desktop.errors import UserError
from ser_desktop.results import Clip, Phase, Snapshot, State
from ser_desktop.ui import words
from ser_desktop.ui.language import N_
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.voice.reading import READING_S

COUNT_IN_S = 3.0

TOO_SHORT = UserError(
    "reading-cut-short",
    N_("Listening ended before the text was read."),
    "",
    N_("Read it once more."),
)


class Lender(Protocol):
    """Who records otherwise."""

    def lend(self, *, away: bool) -> None:
        """Leave the engine's recorder to somebody else, or have it back."""


@dataclass(frozen=True)
class Progress:
    """How a reading stands.

    Attributes
    ----------
    count_in_s
        Seconds until it begins; 0 once it has.
    read_s
        Seconds since it began.
    verdict
        What is to be said of it as a recording so far.
    clip
        The recording, once it is whole.
    fault
        Why there is none.
    """

    count_in_s: float = 0.0
    read_s: float = 0.0
    verdict: Verdict = field(default_factory=Verdict)
    clip: Clip | None = None
    fault: UserError | None = None


class Reading:
    """Records through the engine's own recorder; where the engine does not listen, it does meanwhile.

    Parameters
    ----------
    owner
        Who records otherwise, and must not take what is read for a clip.
    """

    def __init__(self, engine: Engine, owner: Lender) -> None:
        self._engine = engine
        self._owner = owner
        self._quality = QualityMeter()
        self._asked = False
        self._started_engine = False
        self._running = False

    @property
    def running(self) -> bool:
        """Whether the recorder is borrowed."""
        return self._running

    def begin(self) -> None:
        """Count in, and record."""
        self.end()
        self._quality = QualityMeter()
        self._asked, self._running = False, True
        self._owner.lend(away=True)
        self._engine.cancel_recording()
        self._started_engine = self._engine.snapshot().state not in words.RUNNING
        if self._started_engine:
            self._engine.start()

    def follow(self, moment: Snapshot) -> Progress:
        """Return how it stands at this moment."""
        fault = words.message(moment)
        if fault is not None and moment.state not in words.HEARING:
            return self._ended(Progress(fault=fault))
        if not self._asked:
            return self._wait(moment)
        recording = moment.recording
        if recording.phase is Phase.COUNT_IN:
            return Progress(count_in_s=recording.count_in_s)
        verdict = self._quality.see(moment)
        if recording.phase is Phase.RECORDING:
            return Progress(read_s=recording.recorded_s, verdict=verdict)
        if recording.clip is None or recording.clip.duration_s < READING_S / 2:
            return self._ended(Progress(fault=recording.error or TOO_SHORT))
        return self._ended(Progress(read_s=READING_S, verdict=verdict, clip=recording.clip))

    def _wait(self, moment: Snapshot) -> Progress:
        """Ask for the recording once the microphone is open."""
        if moment.state in words.HEARING:
            self._asked = True
            self._engine.record_clip(READING_S, COUNT_IN_S)
        return Progress(count_in_s=COUNT_IN_S)

    def end(self) -> None:
        """Give the recorder back, with nothing in it."""
        if self._running:
            self._running = False
            self._engine.cancel_recording()
            if self._started_engine and self._engine.snapshot().state is not State.IDLE:
                self._engine.stop()
            self._owner.lend(away=False)

    def _ended(self, progress: Progress) -> Progress:
        self.end()
        return progress


QUALITY = {
    Quality.WAITING: (N_("Read on"), N_("How well you are heard is told after a second of speech.")),
    Quality.GOOD: (N_("You are heard well"), ""),
    Quality.TOO_QUIET: (N_("Too quiet"), N_("Come nearer to the microphone, or turn it up.")),
    Quality.TOO_NOISY: (
        N_("Too noisy"),
        N_("Close the window or the door, or come nearer to the microphone."),
    ),
    Quality.CLIPPED: (
        N_("Too loud: the sound is cut off"),
        N_("Go back a little, or turn the microphone down."),
    ),
}
"""What is said of each quality, and what to do about it."""
