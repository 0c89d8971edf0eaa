"""What stands behind the page of models, as the page sees it, so that it can be tested without."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ser_desktop.engine.models import Model
from ser_desktop.engine.trainer import Looked, Training, TrainingOrder
from ser_desktop.results import ModelInfo


class Models(Protocol):
    """The models that are installed: :class:`~ser_desktop.engine.models.Models`."""

    def installed(self) -> tuple[ModelInfo, ...]:
        """Return those that there are; milliseconds."""

    def load(self, name: str) -> Model:
        """Read and verify one; may raise UserError."""

    def bring(self, path: Path, *, replace: bool = False) -> ModelInfo:
        """Install one out of a folder or a .zip; takes a second or two, may raise UserError."""

    def remove(self, name: str) -> None:
        """Delete one of the user's own; may raise UserError."""


class Trainer(Protocol):
    """Trains one model at a time: :class:`~ser_desktop.engine.trainer.Trainer`. Only ``close`` waits."""

    @property
    def training(self) -> Training:
        """What is known of the last training that was started."""

    @property
    def looked(self) -> Looked | None:
        """What is known of the folder that was last looked into."""

    def look(self, folder: Path) -> None:
        """Look what a folder holds; may raise UserError."""

    def start(self, order: TrainingOrder) -> None:
        """Begin to train; may raise UserError."""

    def stop(self) -> None:
        """End the training and keep the best so far."""

    def cancel(self) -> None:
        """End it without a model."""

    def unfinished(self, name: str) -> bool:
        """Whether a training of that name was broken off and can be gone on with."""

    def discard_unfinished(self, name: str) -> None:
        """Give that up."""

    def close(self) -> None:
        """End all processes; a training that ran can be gone on with."""
