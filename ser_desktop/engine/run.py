"""The thread that listens: drives the pipeline from a source and publishes what it hears."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from itertools import chain, repeat

from ser_desktop.audio.source import AudioSource
from ser_desktop.engine import faults
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.engine.session import Session
from ser_desktop.errors import UserError
from ser_desktop.results import Float32, Prediction, Segment, Snapshot, State

_log = logging.getLogger(__name__)

_TICK_S = 0.034  # at most so long between two looks for sound: about as often as is drawn
_LEAST_S = 0.005  # and no less: half of what a microphone delivers at once
_RETRY_S = (0.5, 1.0, 2.0)  # waits before the device is tried again; the last one repeats
_PATIENCE_S = 1.0  # a driver may hang; the caller of stop does not
_HOPELESS = ("no-portaudio",)  # waiting does not help


class Run:
    """One stretch of listening, from ``start`` to ``stop``, on a thread of its own."""

    def __init__(
        self,
        hearing: Hearing,
        source: AudioSource,
        source_lock: threading.Lock,
        recorder: Recorder,
        session: Session,
        refresh_devices: Callable[[], None],
        on_step: Callable[[Step], None],
    ) -> None:
        self._hearing = hearing
        self._source = source
        self._source_lock = source_lock
        self._recorder = recorder
        self._session = session
        self._refresh_devices = refresh_devices
        self._on_step = on_step
        self._state = State.OPENING
        self._error: UserError | None = None
        self._prediction: Prediction | None = None
        self._segment: Segment | None = None
        self._time_s = 0.0
        self._lost_samples = 0
        self._skipped_samples = 0
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

    def use(self, hearing: Hearing) -> None:
        """Hear by this from the next moment on; the utterance going on ends there."""
        self._hearing = hearing

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
                    self._session.stop()
            self._tell(State.IDLE)
        except UserError as error:
            self._tell(State.FAILED, error)
        except Exception:  # noqa: BLE001 - whatever it is, the window must say that listening stopped
            _log.exception("The engine stopped")
            self._tell(State.FAILED, faults.INTERNAL)

    def _work(self) -> None:
        if self._stopping.is_set():  # while it waited for the one before
            return
        try:
            self._source.open()
        except UserError as error:
            if error.code in _HOPELESS:
                raise
            self._tell(State.LOST, error)
            if not self._came_back():
                return
        while self._listen():
            self._lose()
            if not self._came_back():
                return

    def _listen(self) -> bool:
        """Work until told to stop or nothing comes any more; return whether the device was lost."""
        source = self._source
        self._lost_samples, self._skipped_samples = self._lost_samples + self._skipped_samples, 0
        self._recorder.begin(source.rate_hz, source.name)
        pipeline = self._hear_with(self._hearing, None)
        while self._goes_on():  # another model, voice or other rules are wanted
            pipeline = self._hear_with(self._hearing, pipeline)
        return not self._stopping.is_set() and not source.finished

    def _goes_on(self) -> bool:
        return not self._stopping.is_set() and self._source.alive and not self._source.finished

    def _hear_with(self, hearing: Hearing, before: Pipeline | None) -> Pipeline:
        """Work as :meth:`_listen` does, or until another model, voice or other rules are wanted."""
        source, began_s = self._source, self._time_s
        pipeline = Pipeline(hearing.runner, source.rate_hz, hearing.rules, began_s=began_s, before=before)
        self._session.use(hearing)
        self._session.resume(began_s)
        while self._goes_on() and self._hearing is hearing:
            for step in pipeline.push(self._read(pipeline.time_s)):
                self._take(step)
            self._recorder.work()
            self._time_s = pipeline.time_s
            self.snapshot = Snapshot(
                state=self._state,
                time_s=self._time_s,
                source=source.name,
                level=pipeline.level,
                trace=pipeline.trace(),
                prediction=self._prediction,
                segment=self._segment,
                error=self._error,
                lost_samples=self._lost_samples + self._skipped_samples,
                rate_hz=source.rate_hz,
            )
            # One look falls where the next decision is due, so that no answer waits for it.
            self._stopping.wait(min(_TICK_S, max(_LEAST_S, pipeline.missing_s)))
        steps = [*pipeline.push(self._read(pipeline.time_s)), *pipeline.flush()]
        if pipeline.time_s > began_s:  # else nothing ever came, and nothing is said of it
            for step in steps:
                self._take(step)
        self._time_s = pipeline.time_s
        return pipeline

    def _read(self, time_s: float) -> Float32:
        """Take what has come; the recorder hears all of it, and the log what is missing before it."""
        samples, lost_samples = self._source.read(), self._source.lost_samples
        self._recorder.hear(samples, lost_samples)
        if lost_samples > self._skipped_samples:
            self._session.skip(time_s, (lost_samples - self._skipped_samples) / self._source.rate_hz)
            self._skipped_samples = lost_samples
        return samples

    def _take(self, step: Step) -> None:
        self._state, self._error = step.state, None
        self._prediction = step.prediction
        self._segment = step.segment or self._segment
        self._session.take(step)
        self._on_step(step)

    def _lose(self) -> None:
        """Note and tell that nothing comes any more; let go of the device."""
        self._session.lose(self._time_s)
        if self._source.moved:
            self._tell(State.OPENING)
        else:
            self._tell(State.LOST, faults.lost(self._source.name))
        self._source.close()
        self._recorder.finish()

    def _came_back(self) -> bool:
        """Try to open the device, ever less often; False if told to stop first.

        Until sound comes, it is told why not: an opened device may deliver nothing.
        """
        waits_s = chain((0.0,) if self._state is State.OPENING else (), _RETRY_S, repeat(_RETRY_S[-1]))
        for wait_s in waits_s:
            if self._stopping.wait(wait_s):
                break
            try:
                self._refresh_devices()
                self._source.open()
            except UserError as error:
                _log.info("not back yet: %s", error)
                if error.code != "no-microphone":  # that is told, in the words that fit
                    self._tell(State.LOST, error)
            else:
                return True
        return False

    def _tell(self, state: State, error: UserError | None = None) -> None:
        """Publish a moment in which nothing is heard."""
        self._state, self._error, self._prediction = state, error, None
        self.snapshot = Snapshot(
            state,
            time_s=self._time_s,
            source=self._source.name,
            segment=self._segment,
            error=error,
            lost_samples=self._lost_samples + self._skipped_samples,
        )
