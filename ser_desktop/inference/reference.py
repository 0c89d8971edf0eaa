"""What the speakers sound like on average of whom a model learned: that from which a person is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from ser_desktop.errors import UserError


@dataclass(frozen=True)
class Reference:
    """Averages over training speakers [F], in the coordinates after the training normaliser.

    Attributes
    ----------
    neutral
        Mean speech frame of what they said calmly: with this a person's ordinary speech is compared.
    speech
        Mean speech frame of all that they said: with this the running estimate compares.
    strength
        How much of a person's shift from ``neutral`` is taken off, 0 (nothing) to 1 (all).
    prior_s
        Seconds of speech at which the running estimate believes half of what it heard; None: it never does.
    """

    neutral: tuple[float, ...]
    speech: tuple[float, ...]
    strength: float
    prior_s: float | None

    def __post_init__(self) -> None:
        _check(len(self.neutral) == len(self.speech) > 0, "its averages differ in length")
        _check(all(-1e3 < value < 1e3 for value in (*self.neutral, *self.speech)), "an average is too large")
        _check(0 <= self.strength <= 1, "strength must be 0 to 1")
        _check(self.prior_s is None or 0 < self.prior_s < 1e6, "prior_s must be positive")

    def to_json(self) -> dict[str, Any]:
        """Plain data for the manifest."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> Reference | None:
        """Read what :meth:`to_json` wrote; None where there is nothing. What does not fit is refused."""
        if data is None or data == {}:
            return None
        names = {entry.name for entry in fields(cls)}
        _check(
            isinstance(data, dict) and set(data) == names, f"it must hold exactly {', '.join(sorted(names))}"
        )
        for name in ("neutral", "speech"):
            _check(isinstance(data[name], list) and numbers(data[name]), f"{name} is no list of numbers")
        _check(numbers([data["strength"]]), "strength is no number")
        _check(data["prior_s"] is None or numbers([data["prior_s"]]), "prior_s is no number")
        return cls(tuple(data["neutral"]), tuple(data["speech"]), data["strength"], data["prior_s"])


def numbers(values: Sequence[object]) -> bool:
    """Whether all values that JSON gave are numbers; truth values are none."""
    return {type(value) for value in values} <= {int, float}


def _check(holds: object, why: str) -> None:
    if not holds:
        raise UserError(
            "bad-model",
            "This model cannot be used.",
            f"Its calibration cannot be understood: {why}.",
            "Install the model again.",
        )
