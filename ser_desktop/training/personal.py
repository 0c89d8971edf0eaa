"""How a model fits itself to a person: what training speakers sound like to it, and people to try it on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ser_desktop.errors import UserError
from ser_desktop.inference.calibration import Adaptation, RunningEstimate, calibrate, heard_as
from ser_desktop.inference.manifest import MODEL_FILE, Manifest, Model
from ser_desktop.inference.profile import LONGEST_S, Profile
from ser_desktop.inference.reference import Matrix, Reference
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.results import Float32
from ser_desktop.training.evaluate import Float64
from ser_desktop.training.windows import Example, evaluation_windows

ORDINARY = ("neutral", "calm")
"""Emotions in which people are asked to speak for a profile."""

DRAWS = (1, 2, 3)
_CALIBRATING_SHARE = 2 / 3  # of the clips of each of these emotions; the others are judged
_CLIPS_A_SPEAKER = 60  # tell what somebody sounds like


@dataclass(frozen=True)
class Sitting:
    """One person's clips: those that make the profile, and what is said afterwards, in its order."""

    calibrating: tuple[Example, ...]
    said: tuple[Example, ...]

    def profile(self, listener: Listener) -> Profile | None:
        """Make the person's profile; None where they said too little."""
        try:
            recordings = [_frames(example) for example in self.calibrating]
            return calibrate(recordings, listener.runner, name="drawn", day=date.min)
        except UserError:
            return None


class Listener:
    """Asks a model about clips, of each no more than once."""

    def __init__(self, manifest: Manifest, content: bytes) -> None:
        self.manifest = manifest
        self.runner = Runner(Model(manifest, content, Path(MODEL_FILE)))
        # The example is kept beside its answers, so that its id stays its own.
        self._told: dict[int, tuple[Example, tuple[Answer, ...]]] = {}

    def answer(self, example: Example, adaptation: Adaptation | None = None) -> Float64:
        """Answer [C] to a clip: the mean over its windows."""
        told = self._windows(example)
        probabilities = np.array([each.probabilities for each in told], np.float64)
        if adaptation is not None:
            probabilities = heard_as(adaptation, probabilities, [each.opinion for each in told])
        return np.asarray(probabilities.mean(0))

    def opinion(self, example: Example) -> Float64:
        """Opinion [C] on a clip: the mean over its windows."""
        return np.asarray(np.mean([each.opinion for each in self._windows(example)], 0, np.float64))

    def _windows(self, example: Example) -> tuple[Answer, ...]:
        if id(example) not in self._told:
            manifest = self.manifest
            windows = evaluation_windows(_frames(example), manifest.spec, manifest.window_frames)
            self._told[id(example)] = (example, tuple(self.runner.run(window) for window in windows))
        return self._told[id(example)][1]


def sittings(examples: Sequence[Example], manifest: Manifest, draw: int) -> list[Sitting]:
    """Draw for each speaker which of their ordinary clips make the profile, and the order of all others.

    At most 20 s, and two thirds of the clips of an emotion, so that every emotion is still judged.
    """
    speakers: dict[str, list[Example]] = {}
    for example in examples:
        speakers.setdefault(example.speaker, []).append(example)
    return [
        _sitting(own, manifest, np.random.default_rng([draw, *name.encode()]))
        for name, own in speakers.items()
    ]


def _sitting(own: Sequence[Example], manifest: Manifest, rng: np.random.Generator) -> Sitting:
    shuffled = [own[index] for index in rng.permutation(len(own))]
    left_s = LONGEST_S
    left = {
        label: int(_CALIBRATING_SHARE * sum(_label(each, manifest) == label for each in own))
        for label in ORDINARY
    }
    calibrating, said = [], []
    for example in shuffled:
        label, seconds = _label(example, manifest), len(example.features[0]) / manifest.spec.frame_rate_hz
        if left.get(label, 0) and seconds <= left_s:
            calibrating.append(example)
            left[label] -= 1
            left_s -= seconds
        else:
            said.append(example)
    return Sitting(tuple(calibrating), tuple(said))


def offer_calibration(manifest: Manifest, content: bytes, training: Sequence[Example]) -> Manifest:
    """Describe what the training speakers sound like to the model.

    The model stays as it is where nobody, or one person alone, spoke calmly.
    """
    reference = population(manifest, content, training)
    return manifest if reference is None else replace(manifest, calibration=reference)


def population(manifest: Manifest, content: bytes, training: Sequence[Example]) -> Reference | None:
    """Averages of training speakers and how they differ; None where there is nothing to compare with.

    A speaker's variants count as one more speaker each, as they did when the opinion was learned.
    """
    listener = Listener(manifest, content)
    people = [_person(opinions, targets, manifest) for opinions, targets in _voices(training, listener)]
    calm = [person for person in people if person.calm is not None]
    if len(calm) < 2:
        return None
    means = np.array([person.mean for person in people])
    calm_means = np.array([person.calm for person in calm])
    calm_off = calm_means - np.array([person.mean for person in calm])
    return Reference(
        speech=_short(means.mean(0)),
        calm=_short(means.mean(0) + calm_off.mean(0)),
        speakers=_matrix(np.cov(means.T)),
        clips=_matrix(np.mean([person.clips for person in people], axis=0)),
        calm_speakers=_matrix(np.cov(calm_off.T)),
        calm_clips=_matrix(np.mean([person.calm_clips for person in calm], axis=0)),
    )


def _voices(training: Sequence[Example], listener: Listener) -> Iterator[tuple[Float64, NDArray[np.int64]]]:
    """Opinions [n, C] on the clips of each speaker, and of each one's variants, with their classes [n]."""
    speakers: dict[str, list[Example]] = {}
    for example in training:
        speakers.setdefault(example.speaker, []).append(example)
    for everything in speakers.values():
        # Of many clips some of each emotion, in whatever order the corpus has them.
        of_each = sorted(everything, key=lambda example: example.target)
        own = of_each[:: -(-len(everything) // _CLIPS_A_SPEAKER)]
        targets = np.array([example.target for example in own])
        for sound in range(min(len(example.features) for example in own)):
            heard = [replace(example, features=example.features[sound : sound + 1]) for example in own]
            yield np.array([listener.opinion(example) for example in heard]), targets


@dataclass(frozen=True)
class _Person:
    """Mean opinion [C] of a speaker, each emotion alike, and covariance [C, C] of a clip's about it.

    Of calm clips the same; None where there are none.
    """

    mean: Float64
    clips: Float64
    calm: Float64 | None
    calm_clips: Float64


def _person(opinions: Float64, targets: NDArray[np.int64], manifest: Manifest) -> _Person:
    found = np.unique(targets)
    mean = np.mean([opinions[targets == target].mean(0) for target in found], axis=0)
    apart = opinions - mean
    of_each = [
        apart[targets == target].T @ apart[targets == target] / sum(targets == target) for target in found
    ]
    calm = opinions[[manifest.labels[target] in ORDINARY for target in targets]]
    calm_apart = calm - calm.mean(0) if len(calm) else calm
    calm_clips = calm_apart.T @ calm_apart / max(1, len(calm) - 1)
    return _Person(mean, np.mean(of_each, axis=0), calm.mean(0) if len(calm) else None, calm_clips)


def with_profile(listener: Listener, sitting: Sitting, profile: Profile | None) -> Float64:
    """Answers [N, C] to what is said, once the person's profile is known."""
    adaptation = RunningEstimate(listener.manifest, profile).adaptation
    return np.array([listener.answer(example, adaptation) for example in sitting.said])


def while_talking(listener: Listener, sitting: Sitting, profile: Profile | None = None) -> Float64:
    """Answers [N, C] to what is said, each by what was heard of the person before."""
    estimate = RunningEstimate(listener.manifest, profile)
    answers = []
    for example in sitting.said:
        answers.append(listener.answer(example, estimate.adaptation))
        estimate.hear(listener.opinion(example))
    return np.array(answers)


def _label(example: Example, manifest: Manifest) -> str:
    return manifest.labels[example.target]


def _frames(example: Example) -> Float32:
    return np.asarray(example.features[0], np.float32)


def _short(values: Float64) -> tuple[float, ...]:
    return tuple(round(float(value), 5) for value in values)


def _matrix(values: Float64) -> Matrix:
    return tuple(_short(row) for row in values)
