"""The thread that listens: drives the pipeline from a source and publishes what it hears."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from ser_desktop.audio.source import AudioSource
from ser_desktop.engine import faults
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Float32, Prediction, Segment, Snapshot, State

_log = logging.getLogger(__name__)

_TICK_S = 0.02
_RETRY_S = (0.5, 1.0, 2.0)  # waits before the device is tried again; the last one repeats
_PATIENCE_S = 1.0  # a driver may hang; the caller of stop does not


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
        self._run: _Run | None = None

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
        if self._runner is None:
            self._at_rest = Snapshot(State.FAILED, error=self._no_model)
            return
        source = self._open_source(self._device)
        self._run = _Run(
            self._runner, source, self._source_lock, self._recorder, self._refresh_devices, self._on_step
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


class _Run:
    """One stretch of listening, from ``start`` to ``stop``, on a thread of its own."""

    def __init__(
        self,
        runner: Runner,
        source: AudioSource,
        source_lock: threading.Lock,
        recorder: Recorder,
        refresh_devices: Callable[[], None],
        on_step: Callable[[Step], None],
    ) -> None:
        self._runner = runner
        self._source = source
        self._source_lock = source_lock
        self._recorder = recorder
        self._refresh_devices = refresh_devices
        self._on_step = on_step
        self._state = State.OPENING
        self._prediction: Prediction | None = None
        self._segment: Segment | None = None
        self._time_s = 0.0
        self._lost_samples = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._main, name="engine", daemon=True)
        self._tell(State.OPENING)

    @property
    def alive(self) -> bool:
        """Whether it still listens, or waits for its source."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end, and wait a moment for that."""
        self._stopping.set()
        self._thread.join(_PATIENCE_S)

    def _main(self) -> None:
        try:
            with self._source_lock, closing(self._source):
                try:
                    self._work()
                finally:
                    self._recorder.end()
            self._tell(State.IDLE)
        except UserError as error:
            self._tell(State.FAILED, error)
        except Exception:  # noqa: BLE001 - whatever it is, the window must say that listening stopped
            _log.exception("The engine stopped")
            self._tell(State.FAILED, faults.INTERNAL)

    def _work(self) -> None:
        if self._stopping.is_set():  # while it waited for the one before
            return
        self._source.open()
        while self._listen():
            if not self._came_back():
                return

    def _listen(self) -> bool:
        """Work until told to stop or nothing comes any more; return whether the device was lost."""
        source = self._source
        pipeline = Pipeline(self._runner, source.rate_hz, began_s=self._time_s)
        self._recorder.begin(source.rate_hz, source.name)
        while not self._stopping.is_set() and source.alive and not source.finished:
            for step in pipeline.push(self._read()):
                self._take(step)
            self._recorder.work()
            self.snapshot = Snapshot(
                state=self._state,
                time_s=pipeline.time_s,
                source=source.name,
                model=self._runner.manifest.title,
                level=pipeline.level,
                trace=pipeline.trace(),
                prediction=self._prediction,
                segment=self._segment,
                lost_samples=self._lost_samples + source.lost_samples,
            )
            self._stopping.wait(_TICK_S)
        for step in [*pipeline.push(self._read()), *pipeline.flush()]:
            self._take(step)
        self._time_s = pipeline.time_s
        self._lost_samples += source.lost_samples
        return not self._stopping.is_set() and not source.finished

    def _read(self) -> Float32:
        """Take what has come; the recorder hears all of it."""
        samples = self._source.read()
        self._recorder.hear(samples, self._source.lost_samples)
        return samples

    def _take(self, step: Step) -> None:
        self._state = step.state
        self._prediction = step.prediction
        self._segment = step.segment or self._segment
        self._on_step(step)

    def _came_back(self) -> bool:
        """Close the lost device and try to open it again, ever less often; False if told to stop first."""
        attempt = 0
        self._tell(State.LOST, faults.lost(self._source.name))
        while not self._stopping.is_set():
            self._source.close()
            self._recorder.finish()
            self._stopping.wait(_RETRY_S[min(attempt, len(_RETRY_S) - 1)])
            attempt += 1
            try:
                self._refresh_devices()
                self._source.open()
            except UserError as error:
                _log.info("not back yet: %s", error)
            else:
                return True
        return False

    def _tell(self, state: State, error: UserError | None = None) -> None:
        """Publish a moment in which nothing is heard."""
        self._state, self._prediction = State.OPENING, None
        self.snapshot = Snapshot(
            state,
            time_s=self._time_s,
            source=self._source.name,
            model=self._runner.manifest.title,
            segment=self._segment,
            error=error,
            lost_samples=self._lost_samples,
        )
