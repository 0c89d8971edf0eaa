"""What a person asks of the trainer: a recipe, recordings, and where the model is to lie."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.training.recipes import Recipe


@dataclass(frozen=True)
class TrainingRequest:
    """A recipe, corpora by name and folder, and the new model's folder.

    Attributes
    ----------
    corpora
        What is learned from; the recipe's own corpora are no more than where to look for these.
    cache
        Where features are kept between trainings.
    resume
        Go on with the unfinished training of this model.
    replace
        Give up the model that ``out`` holds.
    """

    recipe: Recipe
    corpora: tuple[tuple[str, Path], ...]
    out: Path
    cache: Path
    resume: bool = False
    replace: bool = False

    def __post_init__(self) -> None:
        if not self.corpora:
            raise UserError(
                "bad-request",
                "The training cannot begin.",
                "At least one corpus is needed.",
                "Give recordings with --corpus.",
            )

    @property
    def state_folder(self) -> Path:
        """Where the state of the run lies until the model is finished: beside it, in OUT.training."""
        return self.out.with_name(f"{self.out.name}.training")

    def settings(self) -> dict[str, Any]:
        """Plain data of what decides the outcome, beside recordings, features and the library."""
        recipe = self.recipe
        return {
            **dataclasses.asdict(recipe.schedule),
            "variants": recipe.variants,
            "window_frames": recipe.window_frames,
            "merge": dict(recipe.merge),
            "network": recipe.network_table(),
        }
