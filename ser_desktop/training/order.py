"""From the words of the command line to a training: a recipe, what overrides it, and recordings."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.training.corpora import find_corpora, parse_corpus_argument
from ser_desktop.training.recipes import Recipe, load
from ser_desktop.training.request import TrainingRequest

DEFAULT = "general"
"""The recipe whose system learns from a person's own recordings where no recipe is named."""


def order(arguments: Namespace, *, cache: Path, models: Path) -> TrainingRequest:
    """Build the request; ``models`` is the folder for models that nobody gave a place.

    Raises
    ------
    UserError
        Something was asked for that does not exist or does not fit together.
    """
    recipe = _overridden(_recipe(arguments), arguments)
    if arguments.corpora:
        corpora = tuple(parse_corpus_argument(text) for text in arguments.corpora)
    else:
        corpora = find_corpora(recipe.corpora, arguments.recordings)
    return TrainingRequest(
        recipe=recipe,
        corpora=corpora,
        out=arguments.out or models / recipe.name,
        cache=cache,
        resume=arguments.resume,
        replace=arguments.replace,
    )


def _recipe(arguments: Namespace) -> Recipe:
    """Return the recipe named; or the default system, for whatever emotions the recordings given hold."""
    if arguments.recipe:
        return load(arguments.recipe)
    if not arguments.corpora or not arguments.out:
        raise UserError(
            "nothing-to-train",
            "It is not said what to train.",
            "A training needs a recipe, or recordings and a folder for the model.",
            "Give --recipe NAME (--recipes lists them), or --corpus NAME=DIR and --out DIR.",
        )
    title = arguments.out.resolve().name.replace("-", " ").capitalize()
    return dataclasses.replace(load(DEFAULT), title=title, corpora=(), labels=(), merge=())


def _overridden(recipe: Recipe, arguments: Namespace) -> Recipe:
    """Put what was asked for in the place of what the recipe says."""
    given = {name: value for name, value in vars(arguments).items() if value is not None}
    schedule = _of(given, "seed", "epochs", "steps")
    changes = _of(given, "title", "labels", "variants")
    if "merge" in given:
        changes["merge"] = tuple(_pair(text) for text in arguments.merge)
    if "normaliser" in given:
        normaliser = dataclasses.replace(recipe.spec.normaliser, kind=arguments.normaliser)
        changes["spec"] = dataclasses.replace(recipe.spec, normaliser=normaliser)
    return dataclasses.replace(recipe, schedule=dataclasses.replace(recipe.schedule, **schedule), **changes)


def _of(given: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: given[name] for name in names if name in given}


def _pair(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not equals:
        raise UserError("bad-merge", "--merge takes two emotions, as in calm=neutral.")
    return old.strip(), new.strip()
