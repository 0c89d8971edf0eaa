"""What one person sounds like to a model, as it is kept on disk."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from ser_desktop import wholefile
from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.reference import numbers

PROFILE_VERSION = 2
LONGEST_S = 20.0
SHORTEST_S = 3.0
_PROFILE_LIMIT_BYTES = 1_000_000
_LIMIT = 1e3  # of logits


@dataclass(frozen=True)
class Profile:
    """What one person's ordinary speech sounds like to a model.

    Attributes
    ----------
    day
        When it was recorded, as in 2024-05-31.
    fits
        Fingerprint of the model that heard them.
    speech_s
        Seconds of speech that were heard.
    opinion
        The model's mean opinion [C] of it.
    answers
        Over how many windows that is the mean.
    """

    name: str
    day: str
    fits: str
    speech_s: float
    opinion: tuple[float, ...]
    answers: int
    version: int = PROFILE_VERSION

    def __post_init__(self) -> None:
        _check(self.version == PROFILE_VERSION, f"its version {self.version} is not {PROFILE_VERSION}")
        _check(SHORTEST_S - 0.1 <= self.speech_s <= LONGEST_S + 0.1, "its seconds of speech are out of range")
        _check(all(abs(value) < _LIMIT for value in self.opinion), "it is out of range")
        _check(1 <= self.answers <= 1000, "its number of answers is out of range")
        try:
            date.fromisoformat(self.day)
        except ValueError as error:
            raise _refused(Phrase("Its day is none ({reason})."), reason=str(error)) from error

    @classmethod
    def from_json(cls, text: str) -> Profile:
        """Read the text of a stored profile; refuse what is none."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _refused(Phrase("It is not JSON ({reason})."), reason=str(error)) from error
        names = {entry.name for entry in fields(cls)}
        _check(
            isinstance(data, dict) and set(data) == names, f"it must hold exactly {', '.join(sorted(names))}"
        )
        kinds: dict[str, Any] = dict.fromkeys(("name", "day", "fits"), str)
        kinds |= {"speech_s": (int, float), "version": int, "answers": int, "opinion": list}
        for name, kind in kinds.items():
            value = data[name]
            _check(isinstance(value, kind) and not isinstance(value, bool), f"{name} has the wrong type")
        _check(numbers(data["opinion"]), "opinion holds what is no number")
        return cls(**{**data, "opinion": tuple(data["opinion"])})

    def to_json(self) -> str:
        """Text for its file."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"


def load_profile(path: Path) -> Profile:
    """Read a stored profile; raise :class:`UserError` with the reason if it cannot be used."""
    try:
        with path.open("rb") as file:
            return Profile.from_json(file.read(_PROFILE_LIMIT_BYTES).decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _refused("{path}: {reason}.", path=path, reason=str(error)) from error
    except UserError as error:
        raise _refused("{path}: {reason}.", path=path, reason=error) from error


def save_profile(profile: Profile, path: Path, *, replace: bool = False) -> None:
    """Write a profile whole or not at all; one that is there is only replaced where that is wanted."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        wholefile.write(path, profile.to_json().encode(), replace=replace)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            raise UserError(
                "profile-exists",
                "There is a voice profile of this name already.",
                "It is {path}.",
                "Choose another name, or say that it may be replaced.",
                path=path,
            ) from error
        raise UserError(
            "profile-not-saved",
            "The voice profile could not be saved.",
            "{path}: {reason}.",
            "See that there is room, and that you may write there.",
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _refused(detail: str, **values: object) -> UserError:
    return UserError(
        "bad-profile", "This voice profile cannot be used.", detail, "Record your voice again.", **values
    )


def _check(holds: object, why: str) -> None:
    if not holds:
        raise _refused("{why}.", why=f"{why[0].upper()}{why[1:]}")
