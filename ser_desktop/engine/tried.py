"""Which models were tried out on this computer: what was not is run in another process first.

Also a model that somebody copied into the folder by hand, and that the settings name: a network that ends
the process that runs it would otherwise end the program at each start.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from ser_desktop import __version__, wholefile
from ser_desktop.engine.trial import question, try_out
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner

_MOST_ATTEMPTS = 2
_LIMIT_BYTES = 100_000


class Tried:
    """A note for each model: that it is fit to be run here, or how often that was tried and not found.

    Parameters
    ----------
    folder
        Where the notes are kept; it need not exist. None: nothing is kept, and each model tried each time.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def require(self, model: Model, *, anew: bool = False) -> None:
        """Return once a model is known to be fit; the first time that takes a second or two.

        It is run in another process, then in this one, and only after both noted as fit. A note is written
        before each attempt, so one that ended this program is known at the next start: after two attempts
        it is refused at once, until it is installed again, changes, or the program does.

        Parameters
        ----------
        anew
            Whether earlier attempts are forgotten: somebody wants it installed.

        Raises
        ------
        UserError
            "bad-model", with the reason.
        """
        note = {} if anew else self._read(model)
        if note.get("fit") is True:
            return
        attempts = note.get("attempts")
        attempts = attempts if isinstance(attempts, int) else 0
        if attempts >= _MOST_ATTEMPTS:
            raise _as_before(note)
        self._write(model, {"attempts": attempts + 1})
        try:
            try_out(model)
            Runner(model).predict(question(model.manifest))
        except UserError as error:
            self._write(model, {"attempts": attempts + 1, "reason": error.to_data()})
            raise
        self._write(model, {"fit": True})

    def _file(self, folder: Path, model: Model) -> Path:
        told = f"{__version__}\n{model.manifest.to_json()}"  # which has the sum of the weights
        return folder / f"{hashlib.sha256(told.encode(errors='surrogatepass')).hexdigest()[:32]}.json"

    def _read(self, model: Model) -> dict[str, Any]:
        if self._folder is None:
            return {}
        try:
            with self._file(self._folder, model).open("rb") as file:
                note = json.loads(file.read(_LIMIT_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return note if isinstance(note, dict) else {}

    def _write(self, model: Model, note: dict[str, Any]) -> None:
        if self._folder is None:
            return
        with contextlib.suppress(OSError):  # then it is tried out each time
            self._folder.mkdir(parents=True, exist_ok=True)
            wholefile.write(self._file(self._folder, model), json.dumps(note).encode())


def _as_before(note: dict[str, Any]) -> UserError:
    """Return the reason that was found; where none was, there was nobody left to note it."""
    try:
        return UserError.from_data(note["reason"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return UserError(
            "bad-model",
            "This model cannot be run.",
            "Twice this program ended while it was made ready.",
            "Remove it, or ask for it again where it came from and install it.",
        )
