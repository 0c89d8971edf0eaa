"""What is asked of the trainer, and whether there is one."""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from ser_desktop.errors import UserError

PACKAGES = ("keras", "tensorflow", "tf_keras", "scipy", "librosa", "sklearn", "matplotlib", "rich")
"""What the extra "train" brings, as it is imported."""


@dataclass(frozen=True)
class Effort:
    """How long to train: at most so many epochs of so many batches; so many variants of each recording."""

    epochs: int
    steps: int
    variants: int


QUICK = Effort(epochs=6, steps=50, variants=2)
"""A first impression, in minutes."""

THOROUGH = Effort(epochs=15, steps=120, variants=5)
"""As the models that ship were trained."""


@dataclass(frozen=True)
class TrainingOrder:
    """What to make a model of, and what to call it.

    Attributes
    ----------
    recordings
        Folder with EMOTION/SPEAKER/file, SPEAKER/EMOTION/file or EMOTION/file.
    name
        Of the model's folder among the user's own models; :func:`folder_name` makes one of a title.
    title
        Name to show.
    labels
        Emotions to tell apart; empty for all that there are.
    seed
        The same seed gives the same model.
    replace
        Give up the model of that name.
    resume
        Go on with the unfinished training of that name, which must have had the same order.
    recipe
        Another system than the default one: a bundled recipe's name or a TOML file.
    """

    recordings: Path
    name: str
    title: str
    effort: Effort = THOROUGH
    labels: tuple[str, ...] = ()
    seed: int = 1
    replace: bool = False
    resume: bool = False
    recipe: str = ""

    def __post_init__(self) -> None:
        if not self.name or self.name != folder_name(self.name):
            raise UserError(
                "bad-name",
                "A model cannot be called so.",
                "“{name}” is not the name of a folder.",
                "Use letters, numbers and hyphens.",
                name=self.name,
            )

    def arguments(self, out: Path) -> list[str]:
        """Say it in the words of the command line; the model goes to ``out``."""
        named = {
            "corpus": f"folder={self.recordings.absolute()}",
            "out": out,
            "title": self.title,
            "seed": self.seed,
            "epochs": self.effort.epochs,
            "steps": self.effort.steps,
            "variants": self.effort.variants,
            "labels": ",".join(self.labels),
            "recipe": self.recipe,
        }
        flags = {"replace": self.replace, "resume": self.resume}
        return [
            *("train", "--json"),
            *(f"--{name}={value}" for name, value in named.items() if value != ""),
            *(f"--{name}" for name, wanted in flags.items() if wanted),
        ]


def folder_name(title: str) -> str:
    """Make the name of a folder of a title: "My voice, 2" becomes "my-voice-2"; it may be empty."""
    return re.sub(r"[\W_]+", "-", title.casefold()).strip("-")[:60].rstrip("-")


def missing_trainer() -> UserError | None:
    """Say what is missing to train here and how to get it; None where nothing is. Imports nothing."""
    if getattr(sys, "frozen", False):
        return UserError(
            "no-training-here",
            "This packaged program cannot train models.",
            "Training needs large libraries that are not part of it.",
            'Install the program into Python: pip install "ser-desktop[train]". Both see the same models.',
        )
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if not missing:
        return None
    return UserError(
        "no-training-extra",
        "The trainer is not installed.",
        "Missing: {packages}.",
        'Install it: pip install "ser-desktop[train]", in a checkout pip install -e ".[train]".',
        packages=", ".join(missing),
    )
