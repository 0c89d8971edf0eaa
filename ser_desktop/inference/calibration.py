"""A model fitted to one person: to voice, room and microphone, by what they make of ordinary speech.

Two things are taken off. The *shift*: a person's mean speech frame is moved towards that of the speakers of
whom the model learned, by the mean of the normaliser alone. The *leaning*: whoever sounds sad to the model
whatever they say has to sound sadder than that to be called so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import active, level_db, normalise
from ser_desktop.inference.manifest import Manifest
from ser_desktop.inference.profile import LONGEST_S, SHORTEST_S, Profile
from ser_desktop.inference.reference import Reference
from ser_desktop.results import Float32

if TYPE_CHECKING:
    from ser_desktop.inference.runner import Runner

_OUTLIER = 1.5  # deviations, at most, by which one utterance may seem shifted
_LEAST = 0.01  # probability: what is less likely leans no further away

Float64 = NDArray[np.float64]


@dataclass(frozen=True)
class Adaptation:
    """How a person is heard: the feature set with their mean, and the leaning [C] that is taken off."""

    spec: FeatureSpec
    leaning: tuple[float, ...]


def calibrate(recordings: Sequence[Float32], runner: Runner, *, name: str, day: date) -> Profile:
    """Learn how a person differs from the speakers of whom the model learned.

    Parameters
    ----------
    recordings
        Raw features [n, F] of their ordinary, unemotional speech; what follows 20 s of speech is not heard.
    runner
        The model, without a profile.

    Raises
    ------
    UserError
        The model offers no calibration, or there are less than 3 s of speech.
    """
    manifest = runner.manifest
    reference = reference_of(manifest)
    spec = manifest.spec
    left = spec.frames(LONGEST_S)
    heard: list[Float32] = []
    answers: list[Float32] = []
    for frames in recordings:
        if not left:
            break
        spoken = speech(frames, spec)[:left]
        left -= len(spoken)
        if len(spoken):
            heard.append(spoken)
            answers += _answers(frames, runner)
    speech_s = sum(map(len, heard)) / spec.frame_rate_hz
    if speech_s < SHORTEST_S:
        raise UserError(
            "too-little-speech",
            f"Only {speech_s:.1f} seconds of speech were heard.",
            f"To know a voice it takes at least {SHORTEST_S:.0f}; more, up to {LONGEST_S:.0f}, is better.",
            "Speak a few sentences as you would in everyday life, and see that the microphone hears you.",
        )
    shift = np.concatenate(heard).mean(0) - np.array(reference.neutral)
    off = leaning(np.array(answers)) - np.array(reference.leaning)
    shift_told, off_told = (tuple(np.round(values, 5).tolist()) for values in (shift, off))
    return Profile(name, day.isoformat(), fingerprint(manifest), round(speech_s, 2), shift_told, off_told)


def _answers(frames: Float32, runner: Runner) -> list[Float32]:
    """Answers [C] to a recording, one for each window that follows the last; and to its end."""
    size = runner.manifest.window_frames
    return [runner.predict(frames[:end])[0] for end in (*range(size, len(frames), size), len(frames))]


def speech(frames: Float32, spec: FeatureSpec) -> Float32:
    """Normalised speech frames [m, F] among raw frames [n, F]; of a muted microphone there are none."""
    lowest_db = 10 * np.log10(spec.floor)
    heard = active(frames, spec) & (level_db(frames, spec) > lowest_db + 1)
    return np.asarray(normalise(frames, spec)[heard])


def leaning(answers: ArrayLike) -> Float64:
    """Mean log-probability [C] of answers [N, C], less that of all emotions."""
    mean = np.log(np.maximum(np.asarray(answers, np.float64), _LEAST)).mean(0)
    return np.asarray(mean - mean.mean())


def without(answers: ArrayLike, off: ArrayLike) -> Float64:
    """Probabilities [..., C] with a leaning [C] taken off."""
    odds = np.asarray(answers, np.float64) * np.exp(-np.asarray(off))
    return np.asarray(odds / odds.sum(-1, keepdims=True))


def adapted(spec: FeatureSpec, shift: ArrayLike) -> FeatureSpec:
    """Return the spec whose normalised frames are lower by ``shift`` [F], in deviations."""
    normaliser = spec.normaliser
    if not np.any(shift):
        return spec
    mean = np.array(normaliser.mean) + np.asarray(shift) * np.array(normaliser.scale)
    return replace(spec, normaliser=replace(normaliser, mean=tuple(mean.tolist())))


class RunningEstimate:
    """Learns how a person differs while they talk, without being told what they feel.

    After each utterance its mean speech frame is compared with the mean of all that training speakers
    said, and its answer with one that leans nowhere. The more was heard, the more it is believed; before,
    what the profile tells, if there is one. It takes for granted that people speak in all emotions alike:
    of somebody who is calm all the time it comes to believe that calm is how they always sound. No
    utterance counts as further off than 1.5 deviations, so that a slammed door does no harm.

    Raises
    ------
    UserError
        The profile belongs to another model.
    """

    def __init__(self, manifest: Manifest, profile: Profile | None = None) -> None:
        self._manifest = manifest
        self._reference = manifest.calibration
        self._shift = self._shift_before = np.zeros(manifest.spec.features)
        self._leaning = self._leaning_before = np.zeros(len(manifest.labels))
        self._heard_s = 0.0
        self._utterances = 0
        if profile is not None:
            reference = reference_of(manifest)
            _check_fit(profile, manifest)
            self._shift_before = reference.strength * np.array(profile.shift)
            self._leaning_before = reference.leaning_strength * np.array(profile.leaning)

    @property
    def adaptation(self) -> Adaptation:
        """How to hear the person, by what was heard so far."""
        shift, off = self._shift_before, self._leaning_before
        if self._reference is not None:
            shift = _believed(self._shift, self._heard_s, shift, self._reference.prior_s)
            off = _believed(self._leaning, self._utterances, off, self._reference.leaning_prior)
        return Adaptation(adapted(self._manifest.spec, shift), tuple(off.tolist()))

    def hear(self, frames: Float32, answer: ArrayLike) -> None:
        """Take the raw frames [n, F] of an utterance that ended, and the answer [C] to it as it was given."""
        spec = self._manifest.spec
        spoken = speech(frames, spec)
        if self._reference is None or not len(spoken):
            return
        given = without(answer, -np.array(self.adaptation.leaning))
        self._leaning = self._leaning + leaning(given[None])
        self._utterances += 1
        seconds = len(spoken) / spec.frame_rate_hz
        off = spoken.mean(0, dtype=np.float64) - np.array(self._reference.speech)
        self._shift = self._shift + seconds * np.clip(off, -_OUTLIER, _OUTLIER)
        self._heard_s += seconds


def _believed(total: Float64, weight: float, before: Float64, prior: float | None) -> Float64:
    """Go from what was believed ``before`` towards the mean of what was heard, half-way at ``prior``."""
    if prior is None or not weight:
        return before
    return before + (total / weight - before) * (weight / (weight + prior))


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
    """Fingerprint of what a profile refers to: the model, its feature set, and the averages."""
    reference = reference_of(manifest)
    told = [manifest.sha256, manifest.labels, manifest.spec.to_json(), reference.neutral, reference.leaning]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _check_fit(profile: Profile, manifest: Manifest) -> None:
    sizes = (len(profile.shift), len(profile.leaning))
    if profile.fits != fingerprint(manifest) or sizes != (manifest.spec.features, len(manifest.labels)):
        raise UserError(
            "profile-of-another-model",
            f"The voice profile “{profile.name}” does not fit this model.",
            f"It was made on {profile.day} with another model than “{manifest.title}”.",
            "Record your voice again with this model, or choose the model that it was made with.",
        )
