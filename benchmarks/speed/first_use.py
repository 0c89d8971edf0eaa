"""The first training: features of all recordings, against librosa's load and mfcc for each file.

python -m benchmarks.speed.first_use [--ours]

Ours is what ``train`` does before it can learn, into an empty cache, on two cores, the start of the workers
included: people to hold out are chosen, each clip is read and described as the default recipe says (64 mel
levels, spectral shape, pitch and pitchgram), written to the cache, and of the clips that are learned from
five variants as well: other voices in other rooms. Theirs is what nearly every published program does, one
file after another: ``librosa.load`` and ``librosa.feature.mfcc`` with their defaults (22 050 Hz, 20
coefficients), no variants; librosa is warm before it counts, and whole files lie in the system's cache.

The row's figure is what a person waits for, clip for clip: the variants are in it, although they are several
times as many sounds as the peer hears. The facts tell the figure for each sound heard, for clips without
variants, and for a recipe that hears plain MFCC as the peer does: 20, their deltas and six descriptors. With
``--ours`` the default recipe's features are computed once, for whoever takes a profile of it.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.speed import clips as material
from benchmarks.speed.measuring import Outcome, median_ms, ratios, seconds_of, tell
from ser_desktop.training import recipes
from ser_desktop.training.corpora import Clip
from ser_desktop.training.extract import extract, workers
from ser_desktop.training.recipes import Recipe
from ser_desktop.training.splits import fair_split

# One clip in so many of the corpora: what is quick takes more of them, so that its start weighs as it would.
_SHARE = {"theirs": 20, "theirs, 16 kHz": 40, "default": 20, "no variants": 12, "plain": 4}
_REPEATS = 3
_CORES = 2


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ours", action="store_true", help="compute the default recipe's features, once")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:_CORES])
    with tempfile.TemporaryDirectory() as folder:
        if given.ours:
            default = recipes.load("general")
            everything = material.of_corpora(default)[:: _SHARE["theirs, 16 kHz"]]
            first_use(everything or material.of_demo(default, Path(folder)), default)
        else:
            tell([features(Path(folder))])


def features(folder: Path) -> Outcome:
    """Time a clip takes, ours and theirs in turn; the unit of all times is a second for a clip."""
    default, plain = recipes.load("general"), recipes.load("emodb-attention-bilstm")
    everything = material.of_corpora(default)
    if everything:
        sets = {name: everything[::share] for name, share in _SHARE.items()}
    else:
        sets = dict.fromkeys(_SHARE, material.of_demo(default, folder))
    for clip in sets["plain"]:
        clip.path.read_bytes()
    without = dataclasses.replace(default, variants=0)
    works: dict[str, Callable[[], object]] = {
        "theirs": lambda: librosa_features(sets["theirs"], None),
        "theirs, 16 kHz": lambda: librosa_features(sets["theirs, 16 kHz"], default.spec.rate_hz),
        "default": lambda: first_use(sets["default"], default),
        "no variants": lambda: first_use(sets["no variants"], without),
        "plain": lambda: first_use(sets["plain"], plain),
    }
    librosa_features(sets["theirs"][:2], None)
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_REPEATS):
        for name, work in works.items():
            taken[name].append(seconds_of(work) / len(sets[name]))
    learned = len(fair_split(sets["default"], seed=default.schedule.seed).train)
    versions = 1 + default.variants * learned / len(sets["default"])

    def times(name: str) -> float:
        return round(statistics.median(ratios(taken["theirs"], taken[name])), 2)

    facts: dict[str, float | str] = {
        "clips": len(sets["default"]),
        "sounds heard of a clip, variants counted": round(versions, 2),
        "librosa, ms a clip": median_ms(taken["theirs"]),
        "librosa at 16 kHz, ms a clip": median_ms(taken["theirs, 16 kHz"]),
        "default recipe, ms a clip": median_ms(taken["default"]),
        "default recipe, ms a sound": round(median_ms(taken["default"]) / versions, 3),
        "without variants, ms a clip": median_ms(taken["no variants"]),
        "plain MFCC, ms a clip": median_ms(taken["plain"]),
        "times faster, for each sound heard": round(times("default") * versions, 2),
        "times faster, without variants": times("no variants"),
        "times faster, plain MFCC": times("plain"),
    }
    return Outcome("features", ratios(taken["theirs"], taken["default"]), facts)


def first_use(clips: Sequence[Clip], recipe: Recipe) -> None:
    """Compute features as the first training does, into a cache that is empty."""
    split = fair_split(clips, seed=recipe.schedule.seed)
    with tempfile.TemporaryDirectory() as cache, workers() as pool:
        for part, variants in ((split.train, recipe.variants), (split.validation, 0), (split.test, 0)):
            extract(part, recipe.spec, Path(cache), variants=variants, pool=pool)


def librosa_features(clips: Sequence[Clip], rate_hz: int | None) -> None:
    """Read and describe one file after another; at librosa's own rate where none is named."""
    import librosa  # here: worker processes import this module too

    for clip in clips:
        samples, own_hz = librosa.load(clip.path, **({"sr": rate_hz} if rate_hz else {}))
        librosa.feature.mfcc(y=samples, sr=own_hz)


if __name__ == "__main__":
    main()
