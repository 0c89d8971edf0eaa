"""The engine as the window and the terminal use it: start, stop, record, and the newest moment."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from ser_desktop.audio.source import AudioSource
from ser_desktop.engine.devicewatch import DeviceWatch
from ser_desktop.engine.hearing import Hearing, Setup
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.engine.run import Run
from ser_desktop.engine.session import Session
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Snapshot, State

_log = logging.getLogger(__name__)


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
        self._hearing = Hearing(runner) if runner is not None else None
        self._open_source = open_source
        self._no_model = no_model
        self._refresh_devices = refresh_devices
        self._on_step = on_step
        self._device: DeviceId | None = None
        self._source_lock = threading.Lock()
        self._watch = DeviceWatch(list_devices, refresh_devices, self._source_lock)
        self._at_rest = Snapshot(State.IDLE)
        self._recorder = Recorder(self._hearing)
        self.session = Session(self._hearing) if self._hearing is not None else None
        self._run: Run | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Emotions of the model in use; empty where there is none."""
        return self._hearing.labels if self._hearing else ()

    @property
    def model_title(self) -> str:
        """Name of the model in use."""
        return self._hearing.title if self._hearing else ""

    @property
    def voice(self) -> str:
        """Name of the profile in use; empty where there is none."""
        profile = self._hearing.runner.profile if self._hearing else None
        return profile.name if profile else ""

    @property
    def unsure_below(self) -> float:
        """Probability below which no emotion is named."""
        return self._hearing.unsure_below if self._hearing else 0.0

    @property
    def has_attention(self) -> bool:
        """Whether the model in use tells which moments it attends to."""
        return self._hearing is not None and self._hearing.runner.manifest.attention_steps > 0

    @property
    def uar(self) -> float | None:
        """Mean recall of the model in use on strangers, 0 to 1; None where nobody measured it."""
        return self._hearing.runner.manifest.uar if self._hearing else None

    @property
    def running(self) -> bool:
        """Whether a source is being listened to, or waited for."""
        return self._run is not None and self._run.alive

    def snapshot(self) -> Snapshot:
        """Return the newest moment, in the labels of the model in use."""
        moment = self._run.snapshot if self._run is not None else self._at_rest
        if moment.prediction is not None and moment.prediction.labels != self.labels:
            moment = replace(moment, prediction=None)
        if moment.segment is not None and moment.segment.prediction.labels != self.labels:
            moment = replace(moment, segment=None)
        return replace(moment, model=self.model_title, recording=self._recorder.state)

    def use(self, setup: Setup) -> None:
        """Hear by another model, voice or other rules from the next moment on, running or stopped.

        The microphone stays open and what was recorded is kept; the utterance going on ends here, and a clip
        that is being heard already is heard to its end as it began. The session's log goes on where the
        labels are the same, and begins anew where they differ. Without a model before, nothing starts by
        itself.

        Raises
        ------
        UserError
            The model cannot be run, or the voice belongs to another model; nothing has changed then.
        """
        hearing = setup.hearing()
        self._hearing = hearing
        self._recorder.use(hearing)
        if self.session is None:
            self.session = Session(hearing)
        if self._run is not None and self._run.alive:
            self._run.use(hearing)
        else:
            self.session.use(hearing)
        self._at_rest = replace(self._at_rest, state=State.IDLE, error=None)
        _log.info("Ready to hear with %s", hearing.title)

    def devices(self) -> list[Device]:
        """Return the input devices that are there; raise :class:`UserError` where sound is unavailable."""
        return list(self._watch.look())

    def devices_seen(self) -> tuple[Device, ...] | None:
        """Return the input devices as they were seen last, at once; None before anybody looked.

        While they are watched that is at most about two seconds ago. A source that is open is never touched:
        where no sound server tells what was plugged in, the list stays as it is while one is.

        Raises
        ------
        UserError
            The last look found that sound is not available at all.
        """
        return self._watch.seen()

    def watch_devices(self, watching: bool) -> None:  # noqa: FBT001 - as a check box says it
        """Look every two seconds at what is plugged in, on another thread, or no more; at first not."""
        if watching:
            self._watch.resume()
        else:
            self._watch.pause()

    def start(self) -> None:
        """Begin to listen to the chosen device."""
        self.stop()
        if self._hearing is None or self.session is None:
            self._at_rest = Snapshot(State.FAILED, error=self._no_model)
            return
        source = self._open_source(self._device)
        self._run = Run(
            self._hearing,
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
        self._at_rest = Snapshot(State.IDLE, segment=self.snapshot().segment)
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
        self._watch.close()
        self.stop()
