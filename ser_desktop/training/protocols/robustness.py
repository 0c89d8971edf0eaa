"""P6: whether a decision stands when the same words come louder, noisier or through another line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.manifest import Model
from ser_desktop.training.corpora import Clip
from ser_desktop.training.evaluate import Answers, Float64, uar
from ser_desktop.training.extract import ctrl_c_ignored, workers
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import examples_of
from ser_desktop.training.protocols.conditions import CONDITIONS, Condition

CLEAN = "clean"
_BABBLING = 6  # other people at once: fewer can be followed word by word


@dataclass(frozen=True)
class Outcome:
    """Decisions under one condition beside those on the clean clips; fractions, not percent.

    Attributes
    ----------
    unchanged
        Share of the clips whose decision is the clean one, right or wrong.
    uar_change
        UAR less the clean UAR: negative where the condition does harm.
    uar_women, uar_men
        None where nobody of that sex was heard.
    """

    condition: str
    unchanged: float
    uar: float
    uar_change: float
    uar_women: float | None
    uar_men: float | None


@dataclass(frozen=True)
class Robustness:
    """One model's decisions under all conditions; ``clean`` compares the clean clips with themselves."""

    clips: int
    speakers: int
    clean: Outcome
    outcomes: tuple[Outcome, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain data for a report."""
        return asdict(self)


def hear_under_conditions(
    model: Model,
    clips: Sequence[Clip],
    *,
    seed: int,
    voices: Sequence[Clip] = (),
    conditions: Mapping[str, Condition] = CONDITIONS,
    on_clip: Callable[[], None] = lambda: None,
) -> dict[str, Answers]:
    """Decisions on clips, clean and under each condition, by the name of the condition; on all cores.

    A clip is decided on as :func:`ser_desktop.training.measure.answers` does. What is drawn for it depends
    on the recording, the condition, ``seed`` and who can babble, not on order or number of cores.

    Parameters
    ----------
    clips
        Of held-out speakers; every label is one of the model's.
    voices
        Who babbles: clips of people, of whom the clip's own speaker is left out. Empty: ``clips``.
    on_clip
        Called as each clip is done.

    Raises
    ------
    UserError
        A recording cannot be read, or a worker process died.
    """
    work = _Work(model, dict(conditions), seed)
    everyone = _by_speaker(voices or clips)
    tasks = [(clip, _others(clip, everyone, seed)) for clip in clips]
    heard = []
    with workers() as pool:
        with ctrl_c_ignored():  # inherited by the workers, which start here
            computed = pool.map(work.decide, tasks, chunksize=4)
        for probabilities in computed:
            heard.append(probabilities)
            on_clip()
    by_condition = np.stack(heard, axis=1)  # [1 + conditions, clips, classes]
    targets = np.array([model.manifest.labels.index(clip.label) for clip in clips])
    speakers, corpora, sexes = (
        tuple(getattr(clip, name) for clip in clips) for name in ("speaker", "corpus", "sex")
    )
    return {
        name: Answers(probabilities, targets, speakers, corpora, sexes)
        for name, probabilities in zip([CLEAN, *conditions], by_condition, strict=True)
    }


def robustness(heard: Mapping[str, Answers]) -> Robustness:
    """Compare decisions under conditions with the clean ones, as :func:`hear_under_conditions` returns them.

    Where several models share the clips among them (folds), their answers are joined before.
    """
    clean = heard[CLEAN]
    return Robustness(
        clips=len(clean.targets),
        speakers=len(set(clean.speakers)),
        clean=_outcome(CLEAN, clean, clean),
        outcomes=tuple(_outcome(name, told, clean) for name, told in heard.items() if name != CLEAN),
    )


def _outcome(condition: str, told: Answers, clean: Answers) -> Outcome:
    decisions = told.probabilities.argmax(1)
    before = clean.probabilities.argmax(1)
    return Outcome(
        condition=condition,
        unchanged=float(np.mean(decisions == before)),
        uar=uar(told.targets, decisions),
        uar_change=uar(told.targets, decisions) - uar(clean.targets, before),
        uar_women=_uar_of(told, "f"),
        uar_men=_uar_of(told, "m"),
    )


def _uar_of(told: Answers, sex: str) -> float | None:
    chosen = told.where(np.array(told.sexes) == sex)
    return uar(chosen.targets, chosen.probabilities.argmax(1)) if len(chosen.targets) else None


@dataclass(frozen=True)
class _Work:
    """What a worker process needs; one clip is one task, so that only that clip's sound is held."""

    model: Model
    conditions: dict[str, Condition]
    seed: int

    def decide(self, task: tuple[Clip, tuple[Clip, ...]]) -> Float64:
        """Probabilities [1 + conditions, C] of a clip, the clean one first."""
        clip, others = task
        manifest = self.model.manifest
        rate_hz = manifest.spec.rate_hz
        samples = read_at_rate(clip.path, rate_hz, channel=clip.channel)
        voices = [read_at_rate(other.path, rate_hz, channel=other.channel) for other in others]
        sounds = [samples] + [
            change(samples, rate_hz, self._drawn(clip.path, name), voices)
            for name, change in self.conditions.items()
        ]
        features = ((clip_features(sound, manifest.spec),) for sound in sounds)
        examples = examples_of([clip] * len(sounds), features, manifest.labels, manifest.spec)
        return answers(manifest, self.model.content, examples).probabilities

    def _drawn(self, path: Path, condition: str) -> Generator:
        recording = hashlib.sha256(path.read_bytes())
        return np.random.default_rng(
            [self.seed, *hashlib.sha256(recording.digest() + condition.encode()).digest()]
        )


def _by_speaker(clips: Sequence[Clip]) -> dict[str, list[Clip]]:
    speakers: dict[str, list[Clip]] = {}
    for clip in clips:
        speakers.setdefault(clip.speaker, []).append(clip)
    return speakers


def _others(clip: Clip, everyone: Mapping[str, Sequence[Clip]], seed: int) -> tuple[Clip, ...]:
    """Draw one clip of each of several other people; of fewer people, several clips."""
    rng = np.random.default_rng([seed, *clip.path.name.encode()])
    names = [name for name in everyone if name != clip.speaker]
    if not names:
        raise ValueError("nobody else is there to babble")
    turns = [name for _ in range(_BABBLING) for name in rng.permutation(names)]
    return tuple(everyone[name][int(rng.integers(len(everyone[name])))] for name in turns[:_BABBLING])
