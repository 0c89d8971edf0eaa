"""A model fitted to one person: to voice, room and microphone, by what they make of ordinary speech.

A person's mean speech frame is moved towards that of the speakers of whom the model learned. Only the mean
of the normaliser changes, so all that follows is as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import active, level_db, normalise
from ser_desktop.inference.manifest import Manifest
from ser_desktop.inference.reference import Reference, numbers
from ser_desktop.results import Float32

PROFILE_VERSION = 1
LONGEST_S = 20.0
SHORTEST_S = 3.0
_PROFILE_LIMIT_BYTES = 1_000_000
_SHIFT_LIMIT = 1e3  # deviations: more is no voice, and no microphone
_OUTLIER = 1.5  # deviations, at most, by which one utterance may seem shifted

Float64 = NDArray[np.float64]


@dataclass(frozen=True)
class Profile:
    """How one person differs from the speakers of whom a model learned; stored as JSON.

    Attributes
    ----------
    day
        When it was recorded, as in 2024-05-31.
    fits
        Fingerprint of the feature set and averages that ``shift`` refers to; see :func:`fingerprint`.
    speech_s
        Seconds of speech that were heard.
    shift
        Mean speech frame [F] of the person's ordinary speech, less the reference's ``neutral``.
    """

    name: str
    day: str
    fits: str
    speech_s: float
    shift: tuple[float, ...]
    version: int = PROFILE_VERSION

    def __post_init__(self) -> None:
        _check(self.version == PROFILE_VERSION, f"its version {self.version} is not {PROFILE_VERSION}")
        _check(SHORTEST_S - 0.1 <= self.speech_s <= LONGEST_S + 0.1, "its seconds of speech are out of range")
        _check(all(abs(value) < _SHIFT_LIMIT for value in self.shift), "its shift is out of range")
        try:
            date.fromisoformat(self.day)
        except ValueError as error:
            raise _refused(f"its day is none ({error})") from error

    @classmethod
    def from_json(cls, text: str) -> Profile:
        """Read the text of a stored profile; refuse what is none."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _refused(f"it is not JSON ({error})") from error
        names = {entry.name for entry in fields(cls)}
        _check(
            isinstance(data, dict) and set(data) == names, f"it must hold exactly {', '.join(sorted(names))}"
        )
        kinds: dict[str, Any] = dict.fromkeys(("name", "day", "fits"), str)
        kinds |= {"speech_s": (int, float), "version": int, "shift": list}
        for name, kind in kinds.items():
            value = data[name]
            _check(isinstance(value, kind) and not isinstance(value, bool), f"{name} has the wrong type")
        _check(numbers(data["shift"]), "shift holds what is no number")
        return cls(**{**data, "shift": tuple(data["shift"])})

    def to_json(self) -> str:
        """Text for its file."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"


def load_profile(path: Path) -> Profile:
    """Read a stored profile; raise :class:`UserError` with the reason if it cannot be used."""
    try:
        with path.open("rb") as file:
            return Profile.from_json(file.read(_PROFILE_LIMIT_BYTES).decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(f"{path}: {error}") from error
    except UserError as error:
        raise _refused(f"{path}: {error.detail}") from error


def save_profile(profile: Profile, path: Path, *, replace: bool = False) -> None:
    """Write a profile whole or not at all; one that is there is only replaced where that is wanted."""
    if path.exists() and not replace:
        raise UserError(
            "profile-exists",
            "There is a voice profile of this name already.",
            f"It is {path}.",
            "Choose another name, or say that it may be replaced.",
        )
    partial = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(profile.to_json(), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise UserError(
            "profile-not-saved",
            "The voice profile could not be saved.",
            f"{error}.",
            "See that there is room, and that you may write there.",
        ) from error


def calibrate(recordings: Sequence[Float32], manifest: Manifest, *, name: str, day: date) -> Profile:
    """Learn how a person differs from the speakers of whom the model learned.

    Parameters
    ----------
    recordings
        Raw features [n, F] of their ordinary, unemotional speech; of the first 20 s of speech in them.

    Raises
    ------
    UserError
        The model offers no calibration, or there are less than 3 s of speech.
    """
    spec = manifest.spec
    heard = np.concatenate([np.zeros((0, spec.features)), *(speech(each, spec) for each in recordings)])
    heard = heard[: spec.frames(LONGEST_S)]
    speech_s = len(heard) / spec.frame_rate_hz
    if speech_s < SHORTEST_S:
        raise UserError(
            "too-little-speech",
            f"Only {speech_s:.1f} seconds of speech were heard.",
            f"To know a voice it takes at least {SHORTEST_S:.0f}; more, up to {LONGEST_S:.0f}, is better.",
            "Speak a few sentences as you would in everyday life, and see that the microphone hears you.",
        )
    shift = heard.mean(0) - np.array(reference_of(manifest).neutral)
    told = tuple(round(float(value), 5) for value in shift)
    return Profile(name, day.isoformat(), fingerprint(manifest), round(speech_s, 2), told)


def speech(frames: Float32, spec: FeatureSpec) -> Float32:
    """Normalised speech frames [m, F] among raw frames [n, F]; of a muted microphone there are none."""
    lowest_db = 10 * np.log10(spec.floor)
    heard = active(frames, spec) & (level_db(frames, spec) > lowest_db + 1)
    return normalise(frames, spec)[heard]


def adapted(spec: FeatureSpec, shift: ArrayLike) -> FeatureSpec:
    """Return the spec whose normalised frames are lower by ``shift`` [F], in deviations."""
    normaliser = spec.normaliser
    mean = np.array(normaliser.mean) + np.asarray(shift) * np.array(normaliser.scale)
    return replace(spec, normaliser=replace(normaliser, mean=tuple(mean.tolist())))


def personal_shift(manifest: Manifest, profile: Profile | None) -> Float64:
    """Shift [F] that a profile takes off; nothing without one.

    Raises
    ------
    UserError
        The profile belongs to another model.
    """
    if profile is None:
        return np.zeros(manifest.spec.features)
    strength = reference_of(manifest).strength
    if profile.fits != fingerprint(manifest) or len(profile.shift) != manifest.spec.features:
        raise UserError(
            "profile-of-another-model",
            f"The voice profile “{profile.name}” does not fit this model.",
            f"It was made on {profile.day} with another model than “{manifest.title}”.",
            "Record your voice again with this model, or choose the model that it was made with.",
        )
    return strength * np.array(profile.shift)


class RunningEstimate:
    """Learns how a person differs while they talk, without being told what they feel.

    After each utterance its mean speech frame is compared with the mean of all that training speakers
    said. The more was heard, the more it is believed; the profile, if there is one, is what is believed
    before. No utterance counts as further off than 1.5 deviations, so that a slammed door does no harm.
    """

    def __init__(self, manifest: Manifest, profile: Profile | None = None) -> None:
        self._spec = manifest.spec
        self._reference = manifest.calibration
        self._before = personal_shift(manifest, profile)
        self._sum = np.zeros(manifest.spec.features)
        self._heard_s = 0.0

    @property
    def shift(self) -> Float64:
        """Shift [F] to take off by what was heard so far."""
        if self._reference is None or self._reference.prior_s is None:
            return self._before
        prior_s = self._reference.prior_s
        return np.asarray((self._sum + prior_s * self._before) / (self._heard_s + prior_s))

    @property
    def spec(self) -> FeatureSpec:
        """Feature set by what was heard so far."""
        return adapted(self._spec, self.shift) if self.shift.any() else self._spec

    def hear(self, frames: Float32) -> None:
        """Take the raw frames [n, F] of an utterance that ended."""
        heard = speech(frames, self._spec)
        if self._reference is None or not len(heard):
            return
        off = heard.mean(0, dtype=np.float64) - np.array(self._reference.speech)
        seconds = len(heard) / self._spec.frame_rate_hz
        self._sum = self._sum + seconds * np.clip(off, -_OUTLIER, _OUTLIER)
        self._heard_s += seconds


def reference_of(manifest: Manifest) -> Reference:
    """Return what the model says of its training speakers; raise :class:`UserError` where it says nothing."""
    if manifest.calibration is None:
        raise UserError(
            "no-calibration",
            "This model cannot be fitted to a voice.",
            f"“{manifest.title}” does not say what the voices are like that it was trained with.",
            "Choose another model.",
        )
    return manifest.calibration


def fingerprint(manifest: Manifest) -> str:
    """Fingerprint of what a shift refers to: the feature set, its statistics, and the neutral average."""
    told = json.dumps([manifest.spec.to_json(), reference_of(manifest).neutral])
    return hashlib.sha256(told.encode()).hexdigest()


def _refused(why: str) -> UserError:
    return UserError(
        "bad-profile",
        "This voice profile cannot be used.",
        f"{why[0].upper()}{why[1:]}.",
        "Record your voice again.",
    )


def _check(holds: object, why: str) -> None:
    if not holds:
        raise _refused(why)
