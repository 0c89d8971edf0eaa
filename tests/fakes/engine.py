"""An engine that follows a script instead of a microphone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from ser_desktop.engine.faults import NOT_LISTENING
from ser_desktop.engine.hearing import Setup
from ser_desktop.errors import UserError
from ser_desktop.results import (
    Device,
    DeviceId,
    Level,
    Phase,
    Prediction,
    Recording,
    Segment,
    Snapshot,
    State,
    Trace,
)
from tests.fakes.clips import recording
from tests.fakes.session import FakeLog

SEVEN = ("anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise")
YETI = Device(DeviceId("Blue Yeti", "ALSA"), 48_000, 2, is_default=True)
WEBCAM = Device(DeviceId("Webcam C920", "ALSA"), 32_000, 1)
SPEAKERS = Device(DeviceId("Monitor of Built-in Audio", "ALSA"), 44_100, 2, is_monitor=True)


def prediction(
    *shares: float, labels: tuple[str, ...] = SEVEN, unsure_below: float = 0.45, label: str | None = None
) -> Prediction:
    """Probabilities as given, brought to a sum of one; the best is the label unless it is too weak."""
    values = np.asarray(shares, np.float32) / np.float32(sum(shares))
    best = int(values.argmax())
    named = labels[best] if values[best] >= unsure_below else None
    return Prediction(labels, values, label or named)


def speech_trace(end_s: float = 42.0, seed: int = 3) -> Trace:
    """Ten seconds that look like somebody speaking in phrases, with attention on their loudest syllables."""
    rng = np.random.default_rng(seed)
    step_s, count = 0.01, 1000
    t = np.arange(count) * step_s
    phrases = np.zeros(count)
    for begin, end in ((0.4, 2.9), (3.6, 6.1), (6.9, 9.95)):
        phrases += (t > begin) * (t < end) * np.sin(np.pi * np.clip((t - begin) / (end - begin), 0, 1)) ** 0.4
    syllables = 0.25 + 0.75 * np.abs(np.sin(2 * np.pi * 2.1 * t + 2.2 * np.sin(1.7 * t))) ** 1.5
    loud = 0.42 * phrases * syllables * (0.75 + 0.25 * np.sin(0.9 * t)) + 0.0015
    envelope = np.stack([-loud * rng.uniform(0.55, 0.95, count), loud * rng.uniform(0.6, 1.0, count)], axis=1)
    peaks = np.exp(-0.5 * ((t[:, None] - [1.1, 2.2, 4.3, 5.2, 7.6, 8.4, 9.3]) / 0.16) ** 2)
    attention = (peaks * [0.5, 0.35, 0.8, 0.55, 0.6, 1.0, 0.7]).sum(axis=1) + 0.04 * phrases
    return Trace(end_s, step_s, envelope.astype(np.float32), np.minimum(attention, 1).astype(np.float32))


class FakeEngine:
    """Fulfils the window's Engine protocol; ``show`` sets the moment, ``asked`` lists what was wanted."""

    def __init__(self, labels: tuple[str, ...] = SEVEN, *devices: Device) -> None:
        self.labels = labels
        self.model_title = "General voice model" if labels else ""
        self.voice = ""
        self.unsure_below = 0.45
        self.has_attention = bool(labels)
        self.uar: float | None = 0.65 if labels else None
        self.asked: list[object] = []
        self.pulls = 0
        self.listed: list[Device] | UserError = list(devices) or [YETI, WEBCAM, SPEAKERS]
        self.refusal: UserError | None = None
        self.setup_refusal: UserError | None = None
        self.opens_slowly = self.watched = False
        self.session: FakeLog | None = FakeLog(labels) if labels else None
        self._source = YETI.id.name
        self._moment = Snapshot(State.IDLE, model=self.model_title)

    def show(self, **changes: Any) -> None:
        """Let the next moment differ from this one by ``changes``."""
        self._moment = replace(self._moment, **changes)

    def speak(self, said: Prediction) -> None:
        """Let somebody speak whose voice sounds like ``said``."""
        state = State.UNSURE if said.label is None else State.LISTENING
        self.show(
            state=state, prediction=said, level=Level(peak_dbfs=-9.0, rms_dbfs=-21.0), trace=speech_trace()
        )

    def fall_silent(self, last: Segment | None = None) -> None:
        """Let nobody speak any more."""
        quiet = Level(peak_dbfs=-58.0, rms_dbfs=-66.0)
        self.show(state=State.NO_SPEECH, prediction=None, segment=last, level=quiet)

    def snapshot(self) -> Snapshot:
        """Return the moment, and count that it was pulled."""
        self.pulls += 1
        return self._moment

    def devices(self) -> list[Device]:
        """Return the list, or refuse."""
        if isinstance(self.listed, UserError):
            raise self.listed
        return self.listed

    def devices_seen(self) -> tuple[Device, ...] | None:
        """Return the list, or refuse."""
        return tuple(self.devices())

    def watch_devices(self, watching: bool) -> None:  # noqa: FBT001 - as the engine's
        """Note whether somebody looks."""
        self.watched = watching

    def use(self, setup: Setup) -> None:
        """Hear by another model, voice or other rules, or refuse."""
        self.asked.append(setup)
        if self.setup_refusal is not None:
            raise self.setup_refusal
        manifest = setup.model.manifest
        self.labels, self.model_title = manifest.labels, manifest.title
        self.voice = setup.profile.name if setup.profile else ""
        own = setup.rules.unsure_below
        self.unsure_below = manifest.unsure_below if own is None else own
        self.has_attention = manifest.attention_steps > 0
        if self.session is None or self.session.labels != self.labels:
            self.session = FakeLog(self.labels)
        self.show(model=self.model_title, prediction=None, segment=None)

    def start(self) -> None:
        """Listen to the default microphone, or refuse."""
        self.asked.append("start")
        if self.refusal is not None:
            self.show(state=State.FAILED, error=self.refusal)
        elif self.opens_slowly:
            self.show(state=State.OPENING, source=self._source, error=None)
        else:
            self.show(state=State.NO_SPEECH, source=self._source, rate_hz=48_000, error=None)

    def stop(self) -> None:
        """Listen no more."""
        self.asked.append("stop")
        self.show(state=State.IDLE, prediction=None, level=Level(), trace=None, rate_hz=0)

    def use_device(self, device: DeviceId | None) -> None:
        """Note which device is wanted."""
        self.asked.append(device)
        self._source = device.name if device else YETI.id.name
        self.show(source=self._source)

    def record_clip(self, seconds: float, count_in_s: float = 0.0) -> None:
        """Begin to count in, or to record."""
        self.asked.append(("record", seconds, count_in_s))
        phase = Phase.COUNT_IN if count_in_s else Phase.RECORDING
        self.show(recording=Recording(phase, wanted_s=seconds, count_in_s=count_in_s))

    def last_clip(self, seconds: float) -> None:
        """Have a clip at once, or say why not."""
        self.asked.append(("last", seconds))
        if self._moment.state is State.IDLE:
            self.show(recording=Recording(Phase.FAILED, seconds, error=NOT_LISTENING))
        else:
            self.finish_clip(None, seconds)

    def cancel_recording(self) -> None:
        """Drop the clip."""
        self.asked.append("cancel")
        self.show(recording=Recording())

    def finish_clip(self, said: Prediction | None, seconds: float = 3.0, **changes: Any) -> None:
        """Let the clip be complete, and sound like ``said``."""
        self.show(recording=replace(recording(said, seconds, self.labels), **changes))

    def close(self) -> None:
        """Note the end."""
        self.asked.append("close")
