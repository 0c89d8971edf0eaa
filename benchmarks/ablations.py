"""What each idea is worth: a protocol's networks with and without it, judged on VALIDATION speakers only.

``python benchmarks/ablations.py --protocol P1 --recordings DIR IDEA…`` trains every fold as ``ser-desktop
evaluate`` does and prints a line an idea: the exported models' UAR over the validation clips of all folds.
Without an idea all are tried; "as it is" is the protocol's own recipe. Finished folds are kept under --out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from rich.console import Console

from ser_desktop import paths
from ser_desktop.features.spec import Normaliser
from ser_desktop.inference.manifest import load
from ser_desktop.training import recipes
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.evaluate import Answers, joined, uar
from ser_desktop.training.extract import extract
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import examples_of
from ser_desktop.training.protocols import definitions
from ser_desktop.training.protocols.command import train_folds, with_helpers, without_row
from ser_desktop.training.protocols.jobs import Job
from ser_desktop.training.recipes import Recipe

Idea = Callable[[Recipe], Recipe]


def _network(**values: float | tuple[int, ...]) -> Idea:
    return lambda recipe: replace(recipe, network=replace(recipe.network, **values))


def _schedule(**values: float) -> Idea:
    return lambda recipe: replace(recipe, schedule=replace(recipe.schedule, **values))  # type: ignore[arg-type]  # by name


def _descriptors(*names: str, coupled: int = 17, **network: int) -> Idea:
    """Other descriptors; a network that couples none goes on without."""

    def idea(recipe: Recipe) -> Recipe:
        fewer = min(coupled, int(recipe.network_table()["coupled"]))
        recipe = _network(**network, coupled=fewer)(recipe)
        return replace(recipe, spec=replace(recipe.spec, descriptors=names))

    return idea


def _helped(recipe: Recipe) -> Recipe:
    return replace(recipe, corpora=("emodb", "ravdess", "tess", "emovo", "ased", "urdu"))


IDEAS: Mapping[str, Idea] = {
    "as it is": lambda recipe: recipe,
    "course of time alone, no functionals": lambda recipe: replace(
        recipe, network=AttentionBilstm(stride=4, units=(64,))
    ),
    "functionals without cepstra": _network(cepstra=0),
    "of the contour only the slope": _network(contour=1),
    "voiced and other frames not apart": _network(voiced=0),
    "no pairs of features": _network(coupled=0),
    "none of these three": _network(contour=1, voiced=0, coupled=0),
    "no pitch, no pitchgram": _descriptors("shape", voiced=0, coupled=12),
    "no spectral shape": _descriptors("pitch", "pitchgram", voiced=66, coupled=5),
    "chroma too": _descriptors("shape", "pitch", "pitchgram", "chroma"),
    "no floor of levels, no fading": lambda recipe: replace(
        recipe, spec=replace(recipe.spec, normaliser=Normaliser("level"))
    ),
    "no other voices, rooms, microphones": lambda recipe: replace(recipe, variants=0),
    "weights of the best epoch, no average": _schedule(averaged=0.0),
    "mixup 0.3": _schedule(mixup=0.3),
    "two recurrent layers": _network(units=(64, 64)),
    "128 units": _network(units=(128,)),
    "half the dropout": _network(functionals_dropout=0.3, dropout=0.2),
    "no label smoothing": _schedule(label_smoothing=0.0),
    "other corpora help": _helped,
    "twice as long": lambda recipe: replace(
        recipe, schedule=replace(recipe.schedule, epochs=2 * recipe.schedule.epochs)
    ),
}


def told_of_validation(jobs: tuple[Job, ...]) -> Answers:
    """Ask the folds' exported models of all their validation clips."""
    heard = []
    for job in jobs:
        model = load(job.folder)
        clips, spec = job.fold.validation, job.recipe.spec
        features = extract(clips, spec, job.cache, variants=job.recipe.variants)
        examples = examples_of(clips, features, job.recipe.labels, spec)
        heard.append(answers(model.manifest, model.content, examples))
    return joined(heard)


def together(told: Sequence[Answers]) -> Answers:
    """Let several seeds' models answer as one: the mean of their probabilities."""
    return replace(told[0], probabilities=np.mean([each.probabilities for each in told], axis=0))


def percent(told: Answers) -> float:
    """UAR in percent."""
    return 100 * uar(told.targets, told.probabilities.argmax(1))


def main() -> None:
    """Print one line an idea."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("ideas", metavar="IDEA", nargs="*", help=", ".join(IDEAS))
    arguments.add_argument("--protocol", choices=("P1", "P2", "P3", "P4"), required=True)
    arguments.add_argument("--seeds", type=int, default=1)
    arguments.add_argument("--recordings", metavar="DIR", type=Path)
    arguments.add_argument("--out", metavar="DIR", type=Path, default=Path("build", "ablations"))
    asked = arguments.parse_args()
    protocol = definitions.find(asked.protocol)
    for name in asked.ideas or IDEAS:
        recipe = IDEAS[name](recipes.load(protocol.recipe))
        places = {"recordings": asked.recordings, "out": asked.out, "cache": paths.cache()}
        request = without_row(protocol, recipe, seeds=asked.seeds, **places)
        (jobs,) = train_folds(with_helpers(request), request, Console(stderr=True))
        seeds = sorted({job.seed for job in jobs})
        told = [told_of_validation(tuple(job for job in jobs if job.seed == seed)) for seed in seeds]
        figures = [percent(each) for each in told]
        spread = ""
        if len(figures) > 1:
            spread = f" ± {np.std(figures, ddof=1):.1f}, their answers' mean {percent(together(told)):.1f}"
        print(f"{protocol.id}, {name}: {np.mean(figures):.1f}{spread} ({len(figures)} seeds)", flush=True)


if __name__ == "__main__":
    main()
