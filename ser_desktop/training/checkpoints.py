"""The state of a training run on disk: it survives Ctrl-C, a crash and a power cut at any moment."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from ser_desktop import wholefile
from ser_desktop.errors import UserError
from ser_desktop.training.schedule import Epoch


class Weights(Protocol):
    """What a state needs of a model: Keras's own methods."""

    def save_weights(self, path: Path) -> None:
        """Write weights, and the optimizer's memory, to a file ``*.weights.h5``."""

    def load_weights(self, path: Path) -> None:
        """Read what :meth:`save_weights` wrote."""


class Checkpoints:
    """Weights after the last epoch, to go on from, and after the best one, to end with.

    The file ``state.json`` vouches for both and is replaced in one go once they are written whole.

    Parameters
    ----------
    folder
        Made with the first epoch. What it holds from an earlier run is taken up.

    Raises
    ------
    UserError
        The folder holds a state that cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.history: tuple[Epoch, ...] = ()
        self._settings: dict[str, Any] = {}
        self._state_file = folder / "state.json"
        if self._state_file.exists():
            self._read()

    @property
    def best(self) -> Epoch:
        """The epoch with the highest validation UAR, the first of equals."""
        return max(self.history, key=lambda epoch: epoch.validation_uar)

    def agree_on(self, settings: Mapping[str, Any]) -> None:
        """Refuse to go on with other settings than the run began with; they are JSON data.

        Raises
        ------
        UserError
            Some differ; the error names them.
        """
        wanted = json.loads(json.dumps(settings))
        if self.history and self._settings != wanted:
            names = sorted({*self._settings, *wanted})
            differing = [name for name in names if self._settings.get(name) != wanted.get(name)]
            raise UserError(
                "other-settings",
                "The unfinished training was begun with other settings: {names}.",
                "What differs: {differences}.",
                "Use the same settings again, or delete {folder} to start anew.",
                names=", ".join(differing),
                differences="; ".join(
                    f"{name}: {_short(self._settings.get(name))} → {_short(wanted.get(name))}"
                    for name in differing
                ),
                folder=str(self.folder),
            )
        self._settings = wanted

    def commit(self, model: Weights, epoch: Epoch) -> None:
        """Keep the model as it is after ``epoch``."""
        self.folder.mkdir(parents=True, exist_ok=True)
        model.save_weights(self._file(epoch))
        history = (*self.history, epoch)
        state = {"settings": self._settings, "history": [asdict(line) for line in history]}
        wholefile.write(self._state_file, json.dumps(state).encode())
        self.history = history
        wanted = {self._file(epoch), self._file(self.best)}
        for path in self.folder.glob("*.weights.h5"):
            if path not in wanted:
                path.unlink()

    def restore_last(self, model: Weights) -> None:
        """Bring a model to where the last epoch left it; there must have been one."""
        model.load_weights(self._file(self.history[-1]))

    def restore_best(self, model: Weights) -> None:
        """Bring a model to where it was best; there must have been an epoch."""
        model.load_weights(self._file(self.best))

    def discard(self) -> None:
        """Delete the state."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, epoch: Epoch) -> Path:
        return self.folder / f"epoch-{epoch.number + 1:04}.weights.h5"

    def _read(self) -> None:
        try:
            state = json.loads(self._state_file.read_text(encoding="utf-8"))
            self._settings = dict(state["settings"])
            self.history = tuple(Epoch(**line) for line in state["history"])
            wanted = [self._file(self.history[-1]), self._file(self.best)]
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            raise self._unreadable(str(error)) from error
        if missing := [file.name for file in wanted if not file.exists()]:
            raise self._unreadable(f"{missing[0]} is missing")

    def _unreadable(self, why: str) -> UserError:
        return UserError(
            "bad-state",
            "The state of the unfinished training cannot be read.",
            "{path}: {reason}.",
            "Delete {folder} and start again.",
            path=str(self._state_file),
            reason=why,
            folder=str(self.folder),
        )


def _short(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
