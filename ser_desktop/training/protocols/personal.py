"""P5: what knowing a speaker a little is worth, to models that never met them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from ser_desktop.inference.calibration import SHARE, Adaptation
from ser_desktop.inference.manifest import Manifest, load
from ser_desktop.training.corpora import Clip
from ser_desktop.training.evaluate import Float64, uar
from ser_desktop.training.personal import (
    DRAWS,
    Listener,
    Sitting,
    offer_calibration,
    sittings,
    while_talking,
    with_profile,
)
from ser_desktop.training.protocols.folds import Fold
from ser_desktop.training.protocols.jobs import Job, hear
from ser_desktop.training.windows import Example

UNKNOWN = "nothing is known"


@dataclass(frozen=True)
class Way:
    """What one way of knowing the speaker is worth; fractions, means over models' seeds and draws.

    Attributes
    ----------
    uar_change
        UAR less that of the same clips with nothing known.
    uar_per_draw, uar_change_per_draw
        For each seed of the models, then each draw of clips and of their order.
    uar_change_deviation
        Standard deviation of the last.
    """

    way: str
    uar: float
    uar_change: float
    uar_change_deviation: float
    uar_per_draw: tuple[float, ...]
    uar_change_per_draw: tuple[float, ...]


def of_test(fold: Fold) -> tuple[Clip, ...]:
    """Return the clips that judge: those that the fold holds out for the test."""
    return fold.test


def calibrated(
    jobs: Sequence[Job],
    on_clip: Callable[[], None],
    *,
    judging: Callable[[Fold], tuple[Clip, ...]] = of_test,
    share: float = SHARE,
) -> dict[str, Any]:
    """P5 over the folds of all seeds: UAR with and without knowing the speaker, on the same clips.

    What makes a speaker's profile is left out of all figures; ``on_clip`` is called once for each clip.
    ``share`` is what the opinion counts of somebody who is known perfectly.
    """
    decided: dict[tuple[int, int], dict[str, list[tuple[Float64, Float64]]]] = {}
    clips: set[Clip] = set()
    for job in jobs:
        listener = _listener(job, share)
        clips.update(judging(job.fold))
        examples = hear(job, judging(job.fold), 0)
        for draw in DRAWS:
            ways = decided.setdefault((job.seed, draw), {})
            for sitting in sittings(examples, listener.manifest, draw):
                targets = np.array([example.target for example in sitting.said])
                for way, told in _answers(listener, sitting):
                    ways.setdefault(way, []).append((targets, told))
        for _ in examples:
            on_clip()
    return {
        "speakers": len({clip.speaker for clip in clips}),
        "clips": len(clips),
        "draws": list(DRAWS),
        "ways": [asdict(way) for way in _worth(list(decided.values()))],
    }


def _answers(listener: Listener, sitting: Sitting) -> Iterator[tuple[str, Float64]]:
    """Answers [N, C] to what is said, in each way of knowing who says it."""
    profile = sitting.profile(listener)
    yield UNKNOWN, np.array([listener.answer(example) for example in sitting.said])
    yield "(a) own ordinary speech, at most 20 s", with_profile(listener, sitting, profile)
    yield "(b) running estimate", while_talking(listener, sitting)
    yield "(a), then (b)", while_talking(listener, sitting, profile)
    clips = (*sitting.said, *sitting.calibrating)
    average = np.mean([listener.opinion(example) for example in clips], axis=0)
    everything = Adaptation(tuple(average.tolist()), SHARE)
    yield "(c) all of their clips", np.array([listener.answer(each, everything) for each in sitting.said])


def _worth(decided: Sequence[Mapping[str, Sequence[tuple[Float64, Float64]]]]) -> list[Way]:
    """Pool the folds of each draw, and compare."""
    uars = {way: [_uar(ways[way]) for ways in decided] for way in decided[0]}
    result = []
    for way, values in uars.items():
        changes = np.array(values) - np.array(uars[UNKNOWN])
        deviation = changes.std(ddof=1) if len(changes) > 1 else 0.0
        mean, change, spread = np.round([np.mean(values), changes.mean(), deviation], 4).tolist()
        several = [tuple(np.round(each, 4).tolist()) for each in (values, changes)]
        result.append(Way(way, mean, change, spread, *several))
    return result


def _uar(told: Sequence[tuple[Float64, Float64]]) -> float:
    targets, answers = (np.concatenate(part) for part in zip(*told, strict=True))
    return uar(targets, answers.argmax(1))


class _Sharing(Listener):
    """Lets the opinion count otherwise than :data:`SHARE` has it."""

    def __init__(self, manifest: Manifest, content: bytes, share: float) -> None:
        super().__init__(manifest, content)
        self._factor = share / SHARE

    def answer(self, example: Example, adaptation: Adaptation | None = None) -> Float64:
        """Answer with that share."""
        if adaptation is not None:
            adaptation = replace(adaptation, share=adaptation.share * self._factor)
        return super().answer(example, adaptation)


def _listener(job: Job, share: float) -> Listener:
    """Load a fold's model; where it offers no calibration, make what its training would have made of it."""
    model = load(job.folder)
    manifest = model.manifest
    if manifest.calibration is None:
        training = hear(job, job.fold.train, job.recipe.variants)
        manifest = offer_calibration(manifest, model.content, training)
    return _Sharing(manifest, model.content, share)
