"""What each group of statistics is worth: a linear machine on functionals, judged by VALIDATION speakers.

``python benchmarks/functionals.py --protocol P1 --recordings DIR IDEA…`` prints a line an idea: the UAR over
clips of speakers that the machine did not learn from, the number of statistics, the seconds it took. Without
an idea all are tried. The network's opinion on functionals alone takes seconds where the network takes hours.

The protocol's test speakers are left out of fitting and judging. Of the others of a fold, four draws of as
many as its validation part has (of two: a man and a woman) judge in turn. For P4 the next corpus in a circle
judges, so that four are learned from, and the figure is the mean over the folds. What is learned from are
clips and variants as a whole and once as training draws them; for P4 as a whole alone, and three variants.

The frames' common scale is that of every n-th clip, whoever speaks: it decides nothing but where frames are
cut off, since each machine standardises its statistics by the clips that it learns from. Statistics are kept
under --out; delete them when their meaning changes.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from rich.console import Console
from scipy.special import softmax

from ser_desktop import paths
from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import to_window
from ser_desktop.results import Float32
from ser_desktop.training import recipes
from ser_desktop.training.architectures import FunctionalBilstm
from ser_desktop.training.architectures.functionals import cosines
from ser_desktop.training.corpora import Clip
from ser_desktop.training.evaluate import Ints, uar
from ser_desktop.training.extract import extract, workers
from ser_desktop.training.prepare import examples_of, fit_normaliser
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.protocols.command import find_clips
from ser_desktop.training.protocols.definitions import Protocol, find
from ser_desktop.training.protocols.folds import Fold
from ser_desktop.training.splits import lot
from ser_desktop.training.windows import Example, random_window, sampling_weights

Groups = Mapping[str, Float32]

BASE = ("mean and deviation", "agility, extremes, slope")
CONTOUR = (*BASE, "contour", "voiced and other frames")
NETWORK = (*CONTOUR, "coupling 8")
LAGS = (0, 3, 8, 15, 30, 60)
WITHOUT_VARIANTS = "as in the network, without variants"
IDEAS: Mapping[str, tuple[str, ...]] = {
    "mean and deviation": BASE[:1],
    "base": BASE,
    "base, contour": (*BASE, "contour"),
    "base, voiced": (*BASE, "voiced and other frames"),
    "base, longer agility": (*BASE, "longer agility"),
    "base, percentiles": (*BASE, "percentiles"),
    "base, skewness and kurtosis": (*BASE, "skewness and kurtosis"),
    "base, modulation": (*BASE, "modulation"),
    "base, contour, voiced": CONTOUR,
    **{f"base, contour, voiced, coupling {lag}": (*CONTOUR, f"coupling {lag}") for lag in LAGS if lag != 8},
    "base, contour, voiced, coupling 8 and 30": (*NETWORK, "coupling 30"),
    "as in the network": NETWORK,
    WITHOUT_VARIANTS: NETWORK,
    "as in the network, percentiles": (*NETWORK, "percentiles"),
}
"""Groups of statistics. Coupling is named by its lag in frames of 10 ms; the network has that over 80 ms."""

CLIPS_AT_ONCE = 200
DRAWS = 4
STEPS, RATE, DECAY, KEEP, SMOOTHING = 1200, 2e-3, 1e-3, 0.4, 0.1
FARTHEST = 6.0
TINY = 1e-4


def statistics(window: Float32, network: FunctionalBilstm) -> Groups:
    """All groups of statistics of one window [T, F] as the network hears it; absent frames are zero."""
    x: NDArray[np.floating[Any]] = np.clip(window[window.any(1)], -FARTHEST, FARTHEST)
    x = np.hstack([x, x[:, : network.bands] @ cosines(network.cepstra, network.bands)])
    voiced = x[:, network.voiced] > 0
    x, voiced = (x[:-2] + x[1:-1] + x[2:]) / 3, voiced[:-2] & voiced[1:-1] & voiced[2:]
    count, mean, deviation = len(x), x.mean(0), np.sqrt(x.var(0) + TINY)
    change, apart = np.diff(x, axis=0), (x - mean) / deviation
    squares = np.square(apart)
    agility = [np.abs(change).sum(0) / count, np.sqrt(np.square(change).sum(0) / count + TINY)]
    times = 2 * (np.arange(count) + 0.5) / count - 1
    shares = np.polynomial.legendre.legvander(times, network.contour).astype(np.float32).T @ x / count
    ordered = np.sort(x.T, 1).T
    front = len(x[0]) - network.cepstra
    slow = np.r_[front : front + network.coupled_cepstra, network.bands : network.bands + network.coupled]
    return {
        "mean and deviation": np.stack([mean, deviation]),
        "agility, extremes, slope": np.stack([*agility, x.max(0), x.min(0), shares[1]]),
        "contour": shares[2:],
        "voiced and other frames": np.stack([*_moments(x, voiced), *_moments(x, ~voiced)]),
        "longer agility": np.stack(
            [np.abs(x[lag:] - x[:-lag]).sum(0) / max(count - lag, 1) for lag in (5, 10, 25)]
        ),
        "percentiles": ordered[[round(share * (count - 1)) for share in (0.1, 0.25, 0.5, 0.75, 0.9)]],
        "skewness and kurtosis": np.stack(
            [(apart * squares).mean(0), np.minimum((squares * squares).mean(0), 20)]
        ),
        "modulation": _modulation(x - mean),
        **{
            f"coupling {lag}": apart[lag:, slow].T @ apart[: max(count - lag, 0), slow] / count
            for lag in LAGS
        },
    }


def _moments(x: Float32, there: NDArray[np.bool_]) -> list[Float32]:
    count = there.sum() + 1e-3
    mean = (x * there[:, None]).sum(0) / count
    return [mean, np.sqrt(np.square((x - mean) * there[:, None]).sum(0) / count + TINY)]


def _modulation(x: Float32) -> Float32:
    """Log power [bands, F] of how fast features go up and down, in bands of about an octave, 0.4 to 16 Hz."""
    hann = np.hanning(len(x)).astype(np.float32)[:, None]
    power = np.square(np.abs(np.fft.rfft(x * hann, 512, axis=0))) / (np.square(hann).sum() + TINY)
    edges = [round(hz * 512 / 100) for hz in (0.4, 1, 2, 4, 8, 16)]
    return np.log(np.stack([power[low:high].mean(0) for low, high in pairwise(edges)]) + np.float32(1e-3))


def heard_in(example: Example, spec: FeatureSpec, network: FunctionalBilstm, *, parts: bool) -> Groups:
    """Statistics [sounds, windows, D] of each sound of a clip as a whole and, if ``parts``, of a part."""
    length, rng = spec.frames(3.0), np.random.default_rng(len(example.features[0]))
    heard = []
    for sound in example.features:
        windows = [to_window(np.asarray(sound, np.float32), spec, length)]
        if parts:
            windows.append(random_window(replace(example, features=(sound,)), spec, length, rng))
        heard.append([statistics(window, network) for window in windows])
    return {
        name: np.array([[window[name].ravel() for window in sound] for sound in heard], np.float16)
        for name in heard[0][0]
    }


def compute(protocol: Protocol, clips: Sequence[Clip], path: Path) -> None:
    """Keep the statistics [clips, sounds, windows, D] of all clips in ``path``, unless they are there."""
    names = np.array([f"{clip.speaker}/{clip.path.stem} {clip.path.stat().st_size}" for clip in clips])
    if path.exists():
        with np.load(path) as data:
            if np.array_equal(data["names"], names):
                return
    recipe = recipes.load(protocol.recipe)
    hear = partial(extract, spec=recipe.spec, cache=paths.cache(), variants=recipe.variants)
    some = clips[:: 1 + len(clips) // 600]
    scale = fit_normaliser(examples_of(some, hear(some), protocol.labels, recipe.spec), recipe.spec)
    spec = replace(recipe.spec, normaliser=scale)
    sounds, parts = (4, False) if protocol.mean_of_folds else (1 + recipe.variants, True)
    one = partial(heard_in, spec=spec, network=FunctionalBilstm(), parts=parts)
    found: list[Groups] = []
    with workers() as pool, ProgressLine(Console(stderr=True), "statistics", len(clips)) as progress:
        for start in range(0, len(clips), CLIPS_AT_ONCE):
            some = clips[start : start + CLIPS_AT_ONCE]
            examples = examples_of(some, hear(some), protocol.labels, spec)
            if len(examples) < len(some):
                raise UserError("nobody-heard", "Some of the recordings cannot be used.")
            few = [replace(example, features=example.features[:sounds]) for example in examples]
            for groups in pool.map(one, few, chunksize=10):
                found.append(groups)
                progress.step()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial_path = path.with_suffix(".part.npz")
    kept: dict[str, Any] = {name: np.stack([groups[name] for groups in found]) for name in found[0]}
    np.savez(partial_path, **kept, names=names)
    partial_path.replace(path)


@dataclass(frozen=True)
class Case:
    """Which clips a machine learns from, how often each is drawn, and which clips judge it; by number."""

    learned: Ints
    weights: NDArray[np.float64]
    judged: Ints


def cases(protocol: Protocol, clips: Sequence[Clip], seed: int) -> Iterator[Case]:
    """Every machine that is fitted for one figure."""
    folds = protocol.folds(clips, seed)
    for fold, following in zip(folds, (*folds[1:], folds[0]), strict=True):
        following_corpus = [{clip.speaker for clip in following.test}]
        for judging in following_corpus if protocol.mean_of_folds else draws(fold, seed):
            away = {clip.speaker for clip in fold.test} | judging
            learned = np.flatnonzero([clip.speaker not in away for clip in clips])
            judged = np.flatnonzero([clip.speaker in judging for clip in clips])
            origins = [
                Example((), protocol.labels.index(clip.label), clip.corpus, clip.speaker, clip.sex)
                for clip in clips
                if clip.speaker not in away
            ]
            yield Case(learned, sampling_weights(origins), judged)


def draws(fold: Fold, seed: int) -> list[set[str]]:
    """Judges by lot, none twice: as many as the fold's validation part has; of two, a woman and a man."""
    sexes = {clip.speaker: clip.sex for clip in (*fold.train, *fold.validation)}
    drawn = sorted(sexes, key=lambda speaker: lot(f"{fold.name} {speaker}", seed))
    if len({clip.speaker for clip in fold.validation}) == 1:
        return [{speaker} for speaker in drawn[:DRAWS]]
    women, men = ([speaker for speaker in drawn if sexes[speaker] == sex] for sex in "fm")
    return [set(pair) for pair in zip(women[:DRAWS], men[:DRAWS], strict=True)]


def decide(case: Case, idea: str, targets: Ints, path: Path, batch: int, seed: int) -> Ints:
    """Fit a linear machine to the idea's statistics of what is learned from, decide on what judges."""
    learned, asked = [], []
    with np.load(path) as kept:
        for name in IDEAS[idea]:
            values = kept[name][:, :1] if idea == WITHOUT_VARIANTS else kept[name]
            x = values[case.learned].astype(np.float32)
            mean, deviation = x.mean((0, 1, 2)), x.std((0, 1, 2)) + np.float32(1e-3)
            learned.append(np.clip((x - mean) / deviation, -FARTHEST, FARTHEST))
            asked.append(np.clip((values[case.judged, 0, 0] - mean) / deviation, -FARTHEST, FARTHEST))
    classes = int(targets.max()) + 1
    wanted = np.eye(classes, dtype=np.float32)[targets[case.learned]] * (1 - SMOOTHING) + SMOOTHING / classes
    weights = fit(np.concatenate(learned, -1), wanted, case.weights, batch, np.random.default_rng(seed))
    return np.asarray((np.concatenate(asked, -1) @ weights[:-1] + weights[-1]).argmax(1))


def fit(x: Float32, wanted: Float32, shares: NDArray[np.float64], batch: int, rng: Generator) -> Float32:
    """Weights [D + 1, C], bias last, for clips' statistics [N, sounds, windows, D] and classes [N, C].

    Softmax, learned by Adam (Kingma and Ba, 2015) with dropout; half of what is drawn is the plain sound.
    """
    size = x.shape[-1]
    weights, first, second = (np.zeros((size + 1, wanted.shape[1]), np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        clips = rng.choice(len(x), batch, p=shares)
        variants = rng.integers(min(1, x.shape[1] - 1), x.shape[1], batch)
        sounds = np.where(rng.random(batch) < 0.5, 0, variants)
        heard = x[clips, sounds, rng.integers(0, x.shape[2], batch)]
        lots = rng.integers(0, 256, heard.shape, np.uint8)  # quicker than a number of four bytes
        heard *= (lots < 256 * KEEP) / np.float32(KEEP)
        error = (softmax(heard @ weights[:-1] + weights[-1], 1) - wanted[clips]) / batch
        slope = np.vstack([heard.T @ error, error.sum(0)])
        slope /= max(1.0, float(np.linalg.norm(slope)))
        first += 0.1 * (slope - first)
        second += 0.001 * (np.square(slope) - second)
        rate = RATE * (1 + math.cos(math.pi * step / STEPS)) / 2
        toward = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-7)
        weights -= rate * (toward + DECAY * weights)
    return weights


def main() -> None:
    """Print one line an idea."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("ideas", metavar="IDEA", nargs="*", help="; ".join(IDEAS))
    parser.add_argument("--protocol", choices=("P1", "P2", "P4"), required=True)
    parser.add_argument("--recordings", metavar="DIR", type=Path, help="default: SER_CORPORA")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("build", "functionals"))
    asked = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # of the worker processes, which are one for each core
    protocol = find(asked.protocol)
    clips = find_clips(protocol, asked.recordings)
    path = asked.out / f"{protocol.id}.npz"
    compute(protocol, clips, path)
    targets = np.array([protocol.labels.index(clip.label) for clip in clips])
    machines = list(cases(protocol, clips, asked.seed))
    settings = {"targets": targets, "path": path, "batch": 128 if protocol.mean_of_folds else 64}
    with workers() as pool, np.load(path) as kept:
        for idea in asked.ideas or IDEAS:
            start = time.monotonic()
            decided = list(pool.map(partial(decide, idea=idea, seed=asked.seed, **settings), machines))
            told = [targets[case.judged] for case in machines]
            if not protocol.mean_of_folds:
                told, decided = [np.concatenate(told)], [np.concatenate(decided)]
            figure = 100 * np.mean([uar(*pair) for pair in zip(told, decided, strict=True)])
            count = sum(kept[name].shape[-1] for name in IDEAS[idea])
            took = time.monotonic() - start
            print(f"{protocol.id}, {idea}: {figure:.1f} ({count} statistics, {took:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
