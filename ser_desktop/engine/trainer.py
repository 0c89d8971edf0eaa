"""Training a model from the window: ``ser-desktop train`` as a process of its own, told as frozen states.

Nobody here waits for the training: every call only notes what is wanted, or takes what is known. The
process ends with this one, also where this one is killed, since it hears the end of its standard input.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ser_desktop.engine.child import Child
from ser_desktop.engine.trainerorder import (
    QUICK,
    THOROUGH,
    Effort,
    TrainingOrder,
    folder_name,
    missing_trainer,
)
from ser_desktop.engine.trainerstates import (
    BEGUN,
    EpochFigures,
    Found,
    LeftOut,
    Looked,
    NewModel,
    Training,
    TrainingState,
    ended,
    heard,
    looked_on,
    looked_through,
)
from ser_desktop.errors import UserError

__all__ = [
    "QUICK",
    "THOROUGH",
    "Effort",
    "EpochFigures",
    "Found",
    "LeftOut",
    "Looked",
    "NewModel",
    "Trainer",
    "Training",
    "TrainingOrder",
    "TrainingState",
    "folder_name",
    "missing_trainer",
]

_CLOSING_S = 3.0  # then a process that does not end by itself is ended
_CANCELLING_S = 10.0  # the trainer is more patient with itself than that would need


class Trainer:
    """At most one training and one look into a folder at a time.

    Parameters
    ----------
    models
        Folder of the user's own models, where new ones go.
    """

    def __init__(self, models: Path) -> None:
        self._models = models
        self._lock = threading.Lock()  # of what follows
        self._training = Training()
        self._looked: Looked | None = None
        self._child: Child | None = None
        self._look: Child | None = None
        self._cancelled = False

    @property
    def training(self) -> Training:
        """What is known of the last training that was started."""
        return self._training

    @property
    def looked(self) -> Looked | None:
        """What is known of the folder that was last looked into; None where none was."""
        return self._looked

    @property
    def pid(self) -> int | None:
        """Number of the process that trains, or last did; None where none was started."""
        return self._child.pid if self._child is not None else None

    def look(self, folder: Path) -> None:
        """Look what a folder holds; an earlier look is given up.

        Raises
        ------
        UserError
            The trainer is not installed.
        """
        _require(missing_trainer())
        with self._lock:
            before = self._look
            self._look = _child(
                ["train", "--look", "--json", f"--corpus=folder={folder.absolute()}"],
                lambda child, line: self._change_look(child, lambda known: looked_on(known, line)),
                lambda child, words: self._change_look(child, lambda known: looked_through(known, words)),
            )
            self._looked = Looked(folder)
        if before is not None:
            before.kill()

    def start(self, order: TrainingOrder) -> None:
        """Begin to train; an earlier training must have ended.

        Raises
        ------
        UserError
            The trainer is not installed, or a training runs.
        """
        _require(missing_trainer())
        with self._lock:
            if self._training.running:
                raise UserError("training-runs", "A model is being trained already.", "", "Stop it first.")
            self._training = BEGUN
            self._cancelled = False
            state_folder = self._state_folder(order.name)
            try:
                self._child = _child(
                    order.arguments(self._models / order.name),
                    self._hear,
                    lambda child, words: self._end(child, words, state_folder),
                )
            except UserError:
                self._training = Training()
                raise

    def stop(self) -> None:
        """End the training and keep the best so far; without one whole epoch there is nothing to keep."""
        self._ask("stop")

    def cancel(self) -> None:
        """End the training without a model; also its state is given up."""
        with self._lock:
            self._cancelled = self._training.running
        child = self._ask("cancel")
        if child is not None:
            patience = threading.Timer(_CANCELLING_S, child.kill)
            patience.daemon = True
            patience.start()

    def unfinished(self, name: str) -> bool:
        """Whether a training of that name was broken off, so that ``resume`` may go on with it."""
        return self._state_folder(name).is_dir()

    def discard_unfinished(self, name: str) -> None:
        """Give up the state of a training that was broken off, so that it may begin anew."""
        if not self._training.running:
            shutil.rmtree(self._state_folder(name), ignore_errors=True)

    def close(self) -> None:
        """End all processes; a training that ran can be resumed after its last whole epoch."""
        for child in (self._look, self._child):
            if child is not None:
                child.end_within(_CLOSING_S)

    def _state_folder(self, name: str) -> Path:
        return self._models / f"{name}.training"

    def _ask(self, word: str) -> Child | None:
        with self._lock:
            child = self._child if self._training.running else None
            if child is not None:
                self._training = replace(self._training, stopping=True)
        if child is not None:
            child.send(word)
        return child

    def _change_look(self, child: Child, to: Callable[[Looked], Looked]) -> None:
        with self._lock:
            if child is self._look and self._looked is not None:
                self._looked = to(self._looked)

    def _hear(self, child: Child, line: dict[str, Any]) -> None:
        with self._lock:
            if child is self._child:  # else it lives on for a moment after its last word
                self._training = heard(self._training, line)

    def _end(self, child: Child, last_words: str, state_folder: Path) -> None:
        with self._lock:
            if child is not self._child:
                return
            begun = self._training.found is not None  # else an earlier state was not taken up
            if self._cancelled and begun and self._training.running:
                shutil.rmtree(state_folder, ignore_errors=True)
            self._training = ended(self._training, cancelled=self._cancelled, last_words=last_words)


def _child(
    arguments: list[str],
    on_line: Callable[[Child, dict[str, Any]], None],
    on_end: Callable[[Child, str], None],
) -> Child:
    try:
        return Child(arguments, on_line, on_end)
    except OSError as error:
        raise UserError(
            "no-process",
            "The trainer cannot be started.",
            "{reason}.",
            "Close other programs and try again.",
            reason=str(error),
        ) from error


def _require(fault: UserError | None) -> None:
    if fault is not None:
        raise fault
