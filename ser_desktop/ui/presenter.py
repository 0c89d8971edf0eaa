"""Between the engine and the window: pulls the newest snapshot and hands it on at two paces."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.session import Lately
from ser_desktop.results import Analysis, Device, DeviceId, Snapshot

MOTION_MS = 33
WORDS_S = 0.25
ANNOUNCE_S = 2.0


class SessionLog(Protocol):
    """The log of what was decided live; numbers only."""

    @property
    def changes(self) -> int:
        """How many decisions ever came."""

    def lately(self, length_s: float) -> Lately:
        """Return what was shown in the last ``length_s`` seconds of it."""

    def report(self, name: str, *, smoothed: bool = False) -> Analysis:
        """Return all that is kept, as of a recording."""


class Engine(Protocol):
    """The engine as the window sees it. Nothing here blocks; ``start`` returns at once."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Emotions of the loaded model; empty where there is no model."""

    @property
    def model_title(self) -> str:
        """Name of the loaded model."""

    @property
    def voice(self) -> str:
        """Name of the person whose voice it knows; empty where it hears everybody alike."""

    @property
    def unsure_below(self) -> float:
        """Probability below which the model names no label, 0 to 1."""

    @property
    def has_attention(self) -> bool:
        """Whether the loaded model tells which moments it attends to."""

    @property
    def uar(self) -> float | None:
        """Mean recall of the loaded model on strangers, 0 to 1; None where it is not known."""

    @property
    def session(self) -> SessionLog | None:
        """The log of all starts and stops; None without a model."""

    def snapshot(self) -> Snapshot:
        """Return the newest moment."""

    def use(self, setup: Setup) -> None:
        """Hear by another model, voice or other rules; raises UserError where that cannot be."""

    def devices(self) -> list[Device]:
        """Return the input devices that are there now; may raise UserError."""

    def devices_seen(self) -> tuple[Device, ...] | None:
        """Return them as they were seen last, at once; None before anybody looked; may raise UserError."""

    def watch_devices(self, watching: bool) -> None:  # noqa: FBT001 - as a check box says it
        """Look every two seconds at what is plugged in, or no more."""

    def start(self) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Listen no more."""

    def use_device(self, device: DeviceId | None) -> None:
        """Listen to ``device``, or to the system's default; starts anew where it was running."""

    def record_clip(self, seconds: float, count_in_s: float = 0.0) -> None:
        """Record the next ``seconds``, 1 to 30; ``Snapshot.recording`` tells how far that is."""

    def last_clip(self, seconds: float) -> None:
        """Take the last ``seconds``, 1 to 30, or as much as was heard."""

    def cancel_recording(self) -> None:
        """Drop the clip that is being recorded, or the one that was."""

    def close(self) -> None:
        """End for good."""


class Screen(Protocol):
    """What the presenter draws on."""

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound."""

    def show_words(self, snapshot: Snapshot) -> None:
        """Write what is read."""


class Presenter(QObject):
    """Pulls at 30 Hz while resumed, and not at all while paused; words change 4 times a second.

    A change of state is written at once.
    """

    def __init__(
        self, engine: Engine, screen: Screen, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._screen = screen
        self._clock = clock
        self._moved_s = self._wrote_s = clock() - 1.0
        self._state: object = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(MOTION_MS)
        self._timer.timeout.connect(self.refresh)

    def resume(self) -> None:
        """Show what is now, and go on showing."""
        self.refresh()
        self._timer.start()

    def pause(self) -> None:
        """Pull nothing until resumed."""
        self._timer.stop()

    def refresh_words(self) -> None:
        """Show the newest moment, words and all."""
        self._state = None
        self.refresh()

    def refresh(self) -> None:
        """Show the newest moment."""
        snapshot, now_s = self._engine.snapshot(), self._clock()
        self._screen.show_moment(snapshot, now_s - self._moved_s)
        self._moved_s = now_s
        if snapshot.state is not self._state or now_s - self._wrote_s >= WORDS_S:
            self._state, self._wrote_s = snapshot.state, now_s
            self._screen.show_words(snapshot)


class Announcements:
    """Which words a screen reader should say: each change once, and one at most every two seconds."""

    def __init__(self) -> None:
        self._said = ""
        self._said_at_s = float("-inf")

    def due(self, text: str, now_s: float) -> bool:
        """Tell whether ``text`` is to be said now; if so it counts as said."""
        if not text or text == self._said or now_s - self._said_at_s < ANNOUNCE_S:
            return False
        self._said, self._said_at_s = text, now_s
        return True
