"""What the speakers sound like on average of whom a model learned: that from which a person is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from ser_desktop.errors import UserError


@dataclass(frozen=True)
class Reference:
    """Averages over training speakers, features in the coordinates after the training normaliser.

    Attributes
    ----------
    neutral
        Mean speech frame [F] of what they said calmly: with this a person's ordinary speech is compared.
    speech
        Mean speech frame [F] of all that they said: with this the running estimate compares.
    leaning
        What calm speech sounds like to the model: mean log-probabilities [C], less their own mean.
    strength, leaning_strength
        How much of a person's shift from ``neutral``, and of their leaning other than ``leaning``, is taken
        off: 0 (nothing) to 1 (all).
    prior_s, leaning_prior
        Seconds of speech, and number of utterances, at which the running estimate believes half of the
        shift, and of the leaning, that it heard; None: it never does.
    """

    neutral: tuple[float, ...]
    speech: tuple[float, ...]
    leaning: tuple[float, ...]
    strength: float = 0.0
    prior_s: float | None = None
    leaning_strength: float = 0.0
    leaning_prior: float | None = None

    def __post_init__(self) -> None:
        _check(len(self.neutral) == len(self.speech) > 0, "its averages differ in length")
        averages = (*self.neutral, *self.speech, *self.leaning)
        _check(all(-1e3 < value < 1e3 for value in averages), "an average is too large")
        for strength in (self.strength, self.leaning_strength):
            _check(0 <= strength <= 1, "a strength must be 0 to 1")
        for prior in (self.prior_s, self.leaning_prior):
            _check(prior is None or 0 < prior < 1e6, "a prior must be positive")

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
        lists = ("neutral", "speech", "leaning")
        for name, value in data.items():
            if name in lists:
                _check(isinstance(value, list) and numbers(value), f"{name} is no list of numbers")
            else:
                never = value is None and "prior" in name
                _check(never or numbers([value]), f"{name} is no number")
        return cls(**{**data, **{name: tuple(data[name]) for name in lists}})


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
