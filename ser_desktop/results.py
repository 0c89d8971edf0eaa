"""What the rooms hand to each other: frozen data, no behaviour beyond reading it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ser_desktop.errors import UserError

Float32 = NDArray[np.float32]
Float64 = NDArray[np.float64]

EMOTIONS = ("anger", "boredom", "disgust", "fear", "happiness", "neutral", "calm", "sadness", "surprise")
"""The common labels, in the order in which every list and every bar shows them."""

FEWEST_SPEAKERS = 4
"""Fewer cannot spare two for the test, one for validation, and still be trained on."""


class State(StrEnum):
    """What the engine is doing; exactly one holds at a time."""

    IDLE = "idle"
    OPENING = "opening"
    LISTENING = "listening"
    NO_SPEECH = "no speech"
    UNSURE = "unsure"
    LOST = "lost"
    FAILED = "failed"


@dataclass(frozen=True, order=True)
class DeviceId:
    """A microphone's identity: its name within a host API, never an index (indices move)."""

    name: str
    host_api: str


@dataclass(frozen=True)
class Device:
    """An input device as the system reports it now."""

    id: DeviceId
    rate_hz: int
    channels: int
    is_default: bool = False
    is_monitor: bool = False


@dataclass(frozen=True)
class Level:
    """How loud the last moment was, in dB below full scale (0 is the loudest a file can hold)."""

    peak_dbfs: float = -120.0
    rms_dbfs: float = -120.0
    clipped: bool = False
    zeros_s: float = 0.0  # how long the input has been exactly zero: muted, or no permission


@dataclass(frozen=True)
class Prediction:
    """What the model says of some stretch of sound.

    ``probabilities`` [C] sum to one and follow ``labels`` [C]; ``label`` is None when the model is
    too unsure to name one.
    """

    labels: tuple[str, ...]
    probabilities: Float32
    label: str | None

    @property
    def ranked(self) -> list[tuple[str, float]]:
        """Labels with their probabilities, most likely first."""
        order = np.argsort(-self.probabilities, kind="stable")
        return [(self.labels[i], float(self.probabilities[i])) for i in order]

    @property
    def confidence(self) -> float:
        """Probability of the most likely label."""
        return float(self.probabilities.max())


@dataclass(frozen=True)
class Segment:
    """One utterance, from its onset to its end, in seconds of the stream, with what it sounded like."""

    start_s: float
    end_s: float
    prediction: Prediction


@dataclass(frozen=True)
class Course:
    """The model's answers over time, one for each hop at which it was asked; none where nobody spoke.

    Row ``n`` of ``probabilities`` [N, C], in the order of ``labels`` [C], is the answer at ``times_s[n]``
    about the window that ends there: not smoothed. ``attention`` [M], 0 to 1 as in :class:`Trace`, has one
    value for each ``attention_step_s`` from the beginning; it is empty where none was kept.
    """

    labels: tuple[str, ...]
    times_s: Float64
    probabilities: Float32
    attention: Float32 = field(default_factory=lambda: np.zeros(0, np.float32))
    attention_step_s: float = 0.01

    def __len__(self) -> int:
        """N, how many answers there are."""
        return len(self.times_s)


@dataclass(frozen=True)
class Origin:
    """What made some results: without it nobody can tell later what they are worth.

    ``version`` is the program's; ``sha256`` that of the model's weights. ``personal`` tells whether the model
    heard as a person's profile says, or learned from the voice as it went.
    """

    version: str
    model: str
    title: str
    sha256: str
    labels: tuple[str, ...]
    window_s: float
    hop_s: float
    unsure_below: float
    temperature: float
    personal: bool = False


@dataclass(frozen=True)
class Missing:
    """Where sound is missing: nothing was heard from ``start_s`` to ``end_s`` of what was listened to.

    Both are one where what came next follows at once, as in a clip. ``lost_s`` is how much, None if unknown.
    """

    start_s: float
    end_s: float
    lost_s: float | None


@dataclass(frozen=True)
class Analysis:
    """What a recording, or a stretch of listening, sounded like. ``prediction`` is None where nobody spoke.

    ``path`` is the file it was heard from, None where there is none; ``began`` the clock when its first
    sample was heard, None where nobody knows. ``note`` says what is to be known of the recording itself:
    that it ends too early; mostly nothing. ``missing`` tells where the microphone was gone, or overtaxed.
    """

    name: str
    duration_s: float
    origin: Origin
    segments: tuple[Segment, ...]
    course: Course
    prediction: Prediction | None
    path: Path | None = None
    began: datetime | None = None
    note: str = ""
    missing: tuple[Missing, ...] = ()

    @property
    def label(self) -> str:
        """The word to show: an emotion, "unsure" or "no speech"."""
        if self.prediction is None:
            return State.NO_SPEECH.value
        return self.prediction.label or State.UNSURE.value


@dataclass(frozen=True)
class Trace:
    """The last seconds as drawn: one column for each ``step_s``, the newest last.

    ``envelope`` [N, 2] holds minimum and maximum of the samples, ``attention`` [N] is 0 to 1 (1 is
    the frame attended to most in its window), ``end_s`` the stream time of the right edge.
    """

    end_s: float
    step_s: float
    envelope: Float32
    attention: Float32


@dataclass(frozen=True)
class Gap:
    """A place where ``lost_samples`` never came, just before ``at_sample``; None: nobody knows how many."""

    at_sample: int
    lost_samples: int | None

    def at_rate(self, rate_hz: int) -> Missing:
        """Return it in seconds; what follows it follows at once."""
        at_s = self.at_sample / rate_hz
        return Missing(at_s, at_s, None if self.lost_samples is None else self.lost_samples / rate_hz)


@dataclass(frozen=True)
class Clip:
    """A stretch of a stream that somebody asked to keep, at the source's own rate.

    ``samples`` [n] are those from ``start_sample`` of the stream on, ``began`` is the clock at the first of
    them, ``gaps`` count from it too.
    """

    samples: Float32
    rate_hz: int
    start_sample: int
    source: str
    began: datetime
    gaps: tuple[Gap, ...] = ()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate_hz

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The gaps, in seconds."""
        return tuple(gap.at_rate(self.rate_hz) for gap in self.gaps)


class Phase(StrEnum):
    """How far the recording of a clip is."""

    NONE = "none"
    COUNT_IN = "count-in"
    RECORDING = "recording"
    HEARING = "hearing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Recording:
    """The clip that is being recorded, or was recorded last.

    ``count_in_s`` is how long until it begins, ``recorded_s`` how much of ``wanted_s`` there is. The clip is
    there from HEARING on, ``analysis`` and ``trace`` (of the whole clip, from its beginning) from DONE on,
    unless ``error`` says why not. ``error`` explains FAILED, where there is no clip, too.
    """

    phase: Phase = Phase.NONE
    wanted_s: float = 0.0
    count_in_s: float = 0.0
    recorded_s: float = 0.0
    clip: Clip | None = None
    analysis: Analysis | None = None
    trace: Trace | None = None
    error: UserError | None = None


@dataclass(frozen=True)
class ModelInfo:
    """A model that is installed. ``own``: in the user's folder, so it can be removed.

    ``uar`` is its unweighted average recall on so many ``strangers``, 0 to 1, None where nobody measured it;
    ``card`` the text of its card (Markdown), empty where there is none. ``error`` says why it cannot be used.
    """

    name: str
    title: str
    folder: Path
    labels: tuple[str, ...] = ()
    own: bool = False
    uar: float | None = None
    strangers: int = 0
    card: str = ""
    error: UserError | None = None


@dataclass(frozen=True)
class VoiceInfo:
    """A voice that the program knows, learned on ``day`` (as in 2024-05-31) from so many seconds of speech.

    ``fits`` tells whether it was learned with the model that was asked about. ``error`` says why it cannot be
    used.
    """

    name: str
    day: str = ""
    speech_s: float = 0.0
    fits: bool = False
    path: Path = Path()
    error: UserError | None = None


@dataclass(frozen=True)
class Snapshot:
    """All that a window needs in order to draw one moment; immutable, and the latest wins.

    ``prediction`` is the smoothed live one (None unless somebody speaks), ``segment`` the last finished
    utterance. ``source`` and ``model`` are the names to show. ``error`` explains LOST and FAILED;
    ``lost_samples`` counts what never reached the model since the start. ``recording`` tells of the clip
    that was asked for last, also at rest. ``rate_hz`` is the source's, as long as it is listened to; else 0.
    """

    state: State
    time_s: float = 0.0
    source: str = ""
    model: str = ""
    level: Level = field(default_factory=Level)
    trace: Trace | None = None
    prediction: Prediction | None = None
    segment: Segment | None = None
    error: UserError | None = None
    lost_samples: int = 0
    recording: Recording = field(default_factory=Recording)
    rate_hz: int = 0
