"""How a model fits itself to a person: averages of training speakers, dials set on validation speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.inference.calibration import (
    Adaptation,
    RunningEstimate,
    calibrate,
    leaning,
    reference_of,
    speech,
    without,
)
from ser_desktop.inference.manifest import MODEL_FILE, Manifest, Model
from ser_desktop.inference.profile import LONGEST_S, Profile
from ser_desktop.inference.reference import Reference
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from ser_desktop.training.evaluate import Float64, uar
from ser_desktop.training.windows import Example, evaluation_windows

DIALS: Mapping[str, Sequence[float | None]] = {
    "leaning_strength": (0.0, 0.25, 0.5, 0.75),
    "strength": (0.0, 0.25, 0.5),
    "leaning_prior": (None, 20.0, 10.0, 5.0),
    "prior_s": (None, 40.0),
}
"""What is chosen from, one after another, the smallest change first.

A network that never met shifted speakers loses on validation speakers, of EMO-DB and RAVDESS alike, when more
of the shift is taken off than half, and when the running estimate believes it sooner.
"""

_OFF = {dial: values[0] for dial, values in DIALS.items()}

WORTH = 0.01
"""UAR that a change has to gain; less is chance, and for that nothing changes."""

ORDINARY = ("neutral", "calm")
"""Emotions in which people are asked to speak for a profile."""

DRAWS = (1, 2, 3)
_CLIPS_A_SPEAKER = 20  # tell how somebody leans
_CALIBRATING_SHARE = 2 / 3  # of the clips of each of these emotions; the others are judged


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
    """Asks a model about clips; of those that nobody's shift was taken off, no more than once.

    ``manifest`` may have other dials than the model's own.
    """

    def __init__(self, manifest: Manifest, content: bytes) -> None:
        self.manifest = manifest
        self.runner = Runner(Model(manifest, content, Path(MODEL_FILE)))
        self._plain: dict[
            int, tuple[Example, Float64]
        ] = {}  # the example is kept, so that its id stays its own

    def dialled(self, **dials: Any) -> None:
        """Set dials of the calibration."""
        self.manifest = replace(self.manifest, calibration=replace(reference_of(self.manifest), **dials))

    def answer(self, example: Example, adaptation: Adaptation | None = None) -> Float64:
        """Answer [C] to a clip: the mean over its windows."""
        if adaptation is None or adaptation.spec == self.manifest.spec:
            if id(example) not in self._plain:
                self._plain[id(example)] = (example, self._windows(example, self.manifest.spec))
            windows = self._plain[id(example)][1]
        else:
            windows = self._windows(example, adaptation.spec)
        return np.asarray(without(windows, adaptation.leaning if adaptation else 0.0).mean(0))

    def _windows(self, example: Example, spec: FeatureSpec) -> Float64:
        windows = evaluation_windows(_frames(example), spec, self.manifest.window_frames)
        return np.array([self.runner.run(window)[0] for window in windows], np.float64)


def sittings(examples: Sequence[Example], manifest: Manifest, draw: int) -> list[Sitting]:
    """Draw for each speaker which of their ordinary clips make the profile, and the order of all others.

    At most 20 s, and two thirds of the clips of an emotion, so that every emotion is still judged.
    """
    return [
        _sitting(own, manifest, np.random.default_rng([draw, *name.encode()]))
        for name, own in _by_speaker(examples).items()
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


def offer_calibration(
    manifest: Manifest, content: bytes, training: Sequence[Example], validation: Sequence[Example]
) -> Manifest:
    """Describe the training speakers, and choose on validation speakers how far to go towards them.

    The model stays as it is where its normaliser has no statistics or nobody spoke calmly.
    """
    reference = population(manifest, content, training)
    if reference is None:
        return manifest
    return choose_dials(replace(manifest, calibration=reference), content, validation)


def population(manifest: Manifest, content: bytes, training: Sequence[Example]) -> Reference | None:
    """Average training speakers, each of whom counts once; None where there is nothing to compare with."""
    ordinary = [example for example in training if _label(example, manifest) in ORDINARY]
    if not ordinary or not manifest.spec.normaliser.mean:
        return None
    listener = Listener(manifest, content)
    leanings = [
        leaning([listener.answer(example) for example in own[:: -(-len(own) // _CLIPS_A_SPEAKER)]])
        for own in _by_speaker(ordinary).values()
    ]
    neutral, everything = (_mean_speaker(part, manifest.spec) for part in (ordinary, training))
    return Reference(neutral, everything, _short(np.mean(leanings, axis=0)))


def choose_dials(manifest: Manifest, content: bytes, validation: Sequence[Example]) -> Manifest:
    """Choose each dial by the UAR on validation speakers; a change has to gain a point."""
    listener = Listener(manifest, content)
    drawn = [sitting for draw in DRAWS for sitting in sittings(validation, manifest, draw)]
    profiles = [sitting.profile(listener) for sitting in drawn]
    targets = np.array([example.target for sitting in drawn for example in sitting.said])
    told = {}
    chosen: dict[str, float | None] = {}
    for dial, values in DIALS.items():
        talking = "prior" in dial
        worth = {}
        for value in values:
            listener.dialled(**{**_OFF, **_alike(chosen, dial), dial: value})
            answers = [
                while_talking(listener, sitting) if talking else with_profile(listener, sitting, profile)
                for sitting, profile in zip(drawn, profiles, strict=True)
            ]
            worth[value] = round(uar(targets, np.concatenate(answers).argmax(1)), 4)
        chosen[dial] = best_of(worth)
        told[dial] = {"never" if value is None else f"{value:g}": gained for value, gained in worth.items()}
    listener.dialled(**chosen)
    return replace(listener.manifest, training={**manifest.training, "calibration": told})


def _alike(chosen: Mapping[str, float | None], dial: str) -> dict[str, float | None]:
    """Choices made before of the same way, with a profile or while talking."""
    return {name: value for name, value in chosen.items() if ("prior" in name) == ("prior" in dial)}


def best_of(worth: Mapping[float | None, float]) -> float | None:
    """Return the best value, the smaller change if equal; the first, no change, unless it gains a point."""
    unchanged = next(iter(worth))
    best = max(worth, key=lambda value: worth[value])
    return best if worth[best] >= worth[unchanged] + WORTH else unchanged


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
        estimate.hear(_frames(example), answers[-1])
    return np.array(answers)


def _mean_speaker(examples: Sequence[Example], spec: FeatureSpec) -> tuple[float, ...]:
    """Mean over speakers [F] of the mean of each one's speech frames."""
    means = []
    for own in _by_speaker(examples).values():
        heard = [speech(_frames(example), spec) for example in own]
        if total := sum(map(len, heard)):
            means.append(sum(frames.sum(0, dtype=np.float64) for frames in heard) / total)
    return _short(np.mean(means, axis=0))


def _by_speaker(examples: Iterable[Example]) -> dict[str, list[Example]]:
    speakers: dict[str, list[Example]] = {}
    for example in examples:
        speakers.setdefault(example.speaker, []).append(example)
    return speakers


def _label(example: Example, manifest: Manifest) -> str:
    return manifest.labels[example.target]


def _frames(example: Example) -> Float32:
    return np.asarray(example.features[0], np.float32)


def _short(values: Float64) -> tuple[float, ...]:
    return tuple(round(float(value), 5) for value in values)
