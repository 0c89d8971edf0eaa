"""A model fitted to one person: to voice, room and microphone, by what they sound like to it.

A network gives two answers: one to a stranger, and an *opinion* that it would hold if it knew what the
speaker sounds like on average, namely to what differs from that. A person's average is not known, only
guessed better and better: from training speakers' averages and what the person's clips sound like, by
Bayes' rule for normal distributions (as Gauvain and Lee, 1994, adapt means of speech models to a speaker).
The surer the guess, the more the opinion counts beside the answer to a stranger.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ser_desktop.errors import UserError
from ser_desktop.features.windows import active, level_db
from ser_desktop.inference.manifest import Manifest
from ser_desktop.inference.profile import LONGEST_S, SHORTEST_S, Profile
from ser_desktop.inference.reference import Reference
from ser_desktop.results import Float32

if TYPE_CHECKING:
    from ser_desktop.features.spec import FeatureSpec
    from ser_desktop.inference.runner import Runner

SHARE = 0.6
"""What the opinion counts beside the answer to a stranger where a person is known perfectly.

As an ensemble the two are better than either; chosen on validation speakers of EMO-DB and RAVDESS.
"""

LEAST_NOISE = 1e-3
"""Variance by which everything that is heard is uncertain, in each direction."""

_LEAST = 1e-4  # probability: what is less likely is no less likely

Float64 = NDArray[np.float64]


@dataclass(frozen=True)
class Adaptation:
    """How a person is heard.

    Attributes
    ----------
    average
        Opinion [C] that they make on average; what a clip sounds like is counted from there.
    share
        How much the opinion counts, from 0 (nothing is known) to :data:`SHARE`.
    """

    average: tuple[float, ...]
    share: float


@dataclass(frozen=True)
class Belief:
    """What is believed of a person's average opinion: its mean [C] and its covariance [C, C]."""

    mean: Float64
    covariance: Float64

    def told(self, observed: Float64, noise: Float64) -> Belief:
        """Return what is believed once the average was ``observed`` [C] with ``noise`` [C, C] on it."""
        total = self.covariance + noise + LEAST_NOISE * np.eye(len(noise))
        gain = np.linalg.solve(total, self.covariance).T
        return Belief(self.mean + gain @ (observed - self.mean), self.covariance - gain @ self.covariance)


@lru_cache(maxsize=4)
def stranger(reference: Reference) -> Belief:
    """Believe of somebody who was not heard yet that they are like training speakers."""
    variances, axes = np.linalg.eigh(np.array(reference.speakers))
    # Rounded on the way, a variance of none may have come to be less: with every utterance it would sink on.
    return Belief(np.array(reference.speech), (axes * np.maximum(variances, 0)) @ axes.T)


def known(profile: Profile, reference: Reference) -> Belief:
    """Believe of somebody what their ordinary speech tells."""
    calm_off = np.array(reference.calm) - np.array(reference.speech)
    noise = np.array(reference.calm_speakers) + np.array(reference.calm_clips) / profile.answers
    return stranger(reference).told(np.array(profile.opinion) - calm_off, noise)


def calibrate(recordings: Sequence[Float32], runner: Runner, *, name: str, day: date) -> Profile:
    """Learn what a person's ordinary speech sounds like to a model.

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
    reference_of(manifest)
    opinions: list[Float32] = []
    spoken, longest = 0, manifest.spec.frames(LONGEST_S)
    for frames in recordings:
        heard = np.flatnonzero(spoken_frames(frames, manifest.spec))[: longest - spoken]
        if len(heard):
            opinions += _opinions(frames[: heard[-1] + 1], runner)
            spoken += len(heard)
    speech_s = spoken / manifest.spec.frame_rate_hz
    if speech_s < SHORTEST_S:
        raise UserError(
            "too-little-speech",
            "Only {heard} seconds of speech were heard.",
            "To know a voice it takes at least {least}; more, up to {most}, is better.",
            "Speak a few sentences as you would in everyday life, and see that the microphone hears you.",
            heard=round(speech_s, 1),
            least=round(SHORTEST_S),
            most=round(LONGEST_S),
        )
    mean = tuple(np.round(np.mean(opinions, axis=0, dtype=np.float64), 5).tolist())
    return Profile(name, day.isoformat(), fingerprint(manifest), round(speech_s, 2), mean, len(opinions))


def _opinions(frames: Float32, runner: Runner) -> list[Float32]:
    """Opinions [C] on a recording, one for each window that follows the last; and on its end."""
    size = runner.manifest.window_frames
    ends = (*range(size, len(frames), size), len(frames))
    return [runner.predict(frames[:end]).opinion for end in ends]


def spoken_frames(frames: Float32, spec: FeatureSpec) -> NDArray[np.bool_]:
    """Tell which raw frames [n, F] are speech; of a muted microphone none are."""
    lowest_db = 10 * np.log10(spec.floor)
    return np.asarray(active(frames, spec) & (level_db(frames, spec) > lowest_db + 1))


def opinion_of(probabilities: ArrayLike) -> Float64:
    """Opinion [..., C] of a network that gives none: the logarithms of its answer [..., C]."""
    return centred(np.log(np.maximum(np.asarray(probabilities, np.float64), _LEAST)))


def centred(logits: ArrayLike) -> Float64:
    """Logits [..., C] that sum to zero, with the same softmax."""
    given = np.asarray(logits, np.float64)
    return np.asarray(given - given.mean(-1, keepdims=True))


def heard_as(adaptation: Adaptation, probabilities: ArrayLike, opinion: ArrayLike) -> Float64:
    """Answer [..., C] to a person, from that to a stranger and from the opinion, both [..., C]."""
    plain = np.log(np.maximum(np.asarray(probabilities, np.float64), 1e-12))
    personal = np.asarray(opinion) - np.array(adaptation.average)
    logits = (1 - adaptation.share) * plain + adaptation.share * personal
    odds = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(odds / odds.sum(-1, keepdims=True))


class RunningEstimate:
    """Learns what a person sounds like while they talk, without being told what they feel.

    It begins with what the profile tells, if there is one. It takes for granted that people speak in all
    emotions alike: of somebody who is calm all the time it comes to believe that calm is how they sound.

    Raises
    ------
    UserError
        The profile belongs to another model.
    """

    def __init__(self, manifest: Manifest, profile: Profile | None = None) -> None:
        self._reference = manifest.calibration
        self._belief = stranger(self._reference) if self._reference else None
        if profile is not None:
            reference = reference_of(manifest)
            _check_fit(profile, manifest)
            self._belief = known(profile, reference)

    @property
    def adaptation(self) -> Adaptation | None:
        """How to hear the person, by what was heard so far; None where the model fits nobody."""
        if self._belief is None or self._reference is None:
            return None
        before = float(np.trace(stranger(self._reference).covariance))
        now = float(np.trace(self._belief.covariance))
        share = SHARE * (1 - now / before) if before else 0.0
        return Adaptation(tuple(self._belief.mean.tolist()), min(SHARE, max(0.0, share)))

    def hear(self, opinion: ArrayLike) -> None:
        """Take the opinion [C] on an utterance that ended, the mean over its windows."""
        if self._belief is not None and self._reference is not None:
            observed = np.asarray(opinion, np.float64)
            self._belief = self._belief.told(observed, np.array(self._reference.clips))


def reference_of(manifest: Manifest) -> Reference:
    """Return what the model says of its training speakers; raise :class:`UserError` where it says nothing."""
    if manifest.calibration is None:
        raise UserError(
            "no-calibration",
            "This model cannot be fitted to a voice.",
            "“{model}” does not say what the voices are like that it was trained with.",
            "Choose another model.",
            model=manifest.title,
        )
    return manifest.calibration


def fingerprint(manifest: Manifest) -> str:
    """Fingerprint of what a profile refers to: the model, its feature set, and its training speakers."""
    told = [manifest.sha256, manifest.labels, manifest.spec.to_json(), reference_of(manifest).to_json()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def fits(profile: Profile, manifest: Manifest) -> bool:
    """Whether a profile was made with this model."""
    if manifest.calibration is None:
        return False
    return profile.fits == fingerprint(manifest) and len(profile.opinion) == len(manifest.labels)


def _check_fit(profile: Profile, manifest: Manifest) -> None:
    if not fits(profile, manifest):
        raise UserError(
            "profile-of-another-model",
            "The voice profile “{name}” does not fit this model.",
            "It was made on {day} with another model than “{model}”.",
            "Record your voice again with this model, or choose the model that it was made with.",
            name=profile.name,
            day=profile.day,
            model=manifest.title,
        )
