"""What the trainer says while it works; who listens is a terminal or another program."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.corpora.clip import Clip, Corpus, Skipped
from ser_desktop.training.schedule import Epoch


class Phase(StrEnum):
    """What is being done, in this order."""

    LOOKING = "looking"
    FEATURES = "features"
    TRAINING = "training"
    MEASURING = "measuring"
    WRITING = "writing"


class Task(Protocol):
    """A piece of work that is counted."""

    def step(self) -> None:
        """One more is done."""

    def show(self, done: int, note: str) -> None:
        """So many are done in all; a ``note`` is for a person and replaces the last one."""


class Progress(Protocol):
    """Who listens. Any of these may raise what ends the training, as Ctrl-C does."""

    def begin(self, phase: Phase) -> None:
        """Something begins that is not counted, or not yet."""

    def task(self, phase: Phase, total: int, part: str = "") -> AbstractContextManager[Task]:
        """Something begins that has so many steps; ``part`` says which of several."""

    def looked(self, done: int, total: int) -> None:
        """So many of a corpus's files were looked at."""

    def found(
        self, corpora: Sequence[Corpus], clips: Sequence[Clip], labels: Sequence[str], *, strangers: bool
    ) -> None:
        """Tell what was found, and whether there are ``strangers`` to judge by."""

    def unheard(self, skipped: Skipped) -> None:
        """Tell of a recording that turned out to be unusable when it was heard."""

    def epoch(self, epoch: Epoch) -> None:
        """Tell the figures of an epoch that is complete."""

    def remark(self, text: str) -> None:
        """Say something that only a person needs to know."""

    def made(self, manifest: Manifest, folder: Path) -> None:
        """Tell that the model is complete, in its folder."""
