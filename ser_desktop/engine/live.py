"""The engine as the window and the terminal use it: start, stop, record, and the newest moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from ser_desktop.audio.source import AudioSource
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.engine.run import Run
from ser_desktop.engine.session import Session
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Snapshot, State


class LiveEngine:
    """Listens to one source at a time; hardly blocks its caller, and knows nothing of a window.

    All methods are called from one thread (the window's). Each start makes a run with a thread of its
    own, and only that thread writes the run's snapshot: immutable and replaced whole, so reading it
    needs no lock, and a run that was left behind can no longer say anything. One lock is held by
    whoever has a source open: a run whose driver hangs keeps the next one waiting, not the window.

    Parameters
    ----------
    runner
        The model; None where there is none, and then starting ends in FAILED with ``no_model``.
    open_source
        Makes the source for a device; None means the system's default.
    list_devices, refresh_devices
        The devices that are there, and a fresh look at them (while no source is open).
    on_step
        Called on the engine's thread with each decision, for logs and terminals.

    Attributes
    ----------
    session
        The log of all that was decided, over every start and stop; None without a model.
    """

    def __init__(
        self,
        runner: Runner | None,
        open_source: Callable[[DeviceId | None], AudioSource],
        list_devices: Callable[[], list[Device]],
        *,
        no_model: UserError | None = None,
        refresh_devices: Callable[[], None] = lambda: None,
        on_step: Callable[[Step], None] = lambda _step: None,
    ) -> None:
        self._runner = runner
        self._open_source = open_source
        self._list_devices = list_devices
        self._no_model = no_model
        self._refresh_devices = refresh_devices
        self._on_step = on_step
        self._device: DeviceId | None = None
        self._source_lock = threading.Lock()
        self._at_rest = Snapshot(State.IDLE, model=self.model_title)
        self._recorder = Recorder(runner)
        self.session = Session(runner) if runner is not None else None
        self._run: Run | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Emotions of the loaded model; empty where there is none."""
        return self._runner.manifest.labels if self._runner else ()

    @property
    def model_title(self) -> str:
        """Name of the loaded model."""
        return self._runner.manifest.title if self._runner else ""

    @property
    def unsure_below(self) -> float:
        """Probability below which no emotion is named."""
        return self._runner.manifest.unsure_below if self._runner else 0.0

    @property
    def has_attention(self) -> bool:
        """Whether the loaded model tells which moments it attends to."""
        return self._runner is not None and self._runner.manifest.attention_steps > 0

    @property
    def running(self) -> bool:
        """Whether a source is being listened to, or waited for."""
        return self._run is not None and self._run.alive

    def snapshot(self) -> Snapshot:
        """Return the newest moment."""
        moment = self._run.snapshot if self._run is not None else self._at_rest
        return replace(moment, recording=self._recorder.state)

    def devices(self) -> list[Device]:
        """Return the input devices that are there; raise :class:`UserError` where sound is unavailable."""
        if self._source_lock.acquire(blocking=False):
            try:
                self._refresh_devices()
            finally:
                self._source_lock.release()
        return self._list_devices()

    def start(self) -> None:
        """Begin to listen to the chosen device."""
        self.stop()
        if self._runner is None or self.session is None:
            self._at_rest = Snapshot(State.FAILED, error=self._no_model)
            return
        source = self._open_source(self._device)
        self._run = Run(
            self._runner,
            source,
            self._source_lock,
            self._recorder,
            self.session,
            self._refresh_devices,
            self._on_step,
        )
        self._run.start()

    def stop(self) -> None:
        """Listen no more; the utterance going on ends here."""
        if self._run is not None:
            self._run.stop()
        self._at_rest = Snapshot(State.IDLE, model=self.model_title, segment=self.snapshot().segment)
        self._run = None

    def use_device(self, device: DeviceId | None) -> None:
        """Choose a microphone, the system's default for None; starts anew unless it was stopped.

        Also after a failure: choosing another microphone is what a person does about a busy one.
        """
        self._device = device
        if self._run is not None and self.snapshot().state is not State.IDLE:
            self.start()

    def record_clip(self, seconds: float, count_in_s: float = 0.0) -> None:
        """Record the next ``seconds``, 1 to 30, of what is listened to; ``Snapshot.recording`` tells how far.

        Nothing while a clip is being recorded already. Where listening ends before, the clip is shorter.
        """
        self._recorder.record(seconds, count_in_s)

    def last_clip(self, seconds: float) -> None:
        """Take the last ``seconds``, 1 to 30, or as much as was heard, as if they had been recorded."""
        self._recorder.last(seconds)

    def cancel_recording(self) -> None:
        """Drop the clip that is being recorded, or the one that was."""
        self._recorder.cancel()

    def close(self) -> None:
        """End for good."""
        self.stop()
