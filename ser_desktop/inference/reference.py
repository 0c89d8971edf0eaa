"""What the speakers of whom a model learned sound like to it: that from which a person is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np

from ser_desktop.errors import UserError

Matrix = tuple[tuple[float, ...], ...]

_ROUNDED = 1e-4  # as far as numbers of five decimals may be off in a matrix


@dataclass(frozen=True)
class Reference:
    """Opinions [C] of training speakers' clips, as :attr:`ser_desktop.inference.runner.Answer.opinion`.

    Attributes
    ----------
    speech
        Mean opinion [C] of all that they said, each emotion alike.
    calm
        Mean opinion [C] of what they said calmly.
    speakers
        Covariance [C, C], over the speakers, of each one's mean.
    clips
        Covariance [C, C] of a clip's opinion about its speaker's mean.
    calm_speakers
        Covariance [C, C], over the speakers, of what each one's calm clips are off their mean.
    calm_clips
        Covariance [C, C] of a calm clip's opinion about those of its speaker.
    """

    speech: tuple[float, ...]
    calm: tuple[float, ...]
    speakers: Matrix
    clips: Matrix
    calm_speakers: Matrix
    calm_clips: Matrix

    def __post_init__(self) -> None:
        size = len(self.speech)
        _check(len(self.calm) == size > 0, "its averages differ in length")
        matrices = (self.speakers, self.clips, self.calm_speakers, self.calm_clips)
        square = all(len(rows) == size and {len(row) for row in rows} == {size} for rows in matrices)
        _check(square, "a covariance has the wrong size")
        told = np.array([self.speech, self.calm, *(row for rows in matrices for row in rows)])
        _check(bool((np.abs(told) < 1e4).all()), "a number is too large")  # no number at all neither
        for rows in map(np.array, matrices):
            _check(np.abs(rows - rows.T).max() < _ROUNDED, "a covariance is not symmetric")
            _check(np.linalg.eigvalsh(rows + rows.T).min() > -_ROUNDED, "a covariance is none")

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
        told: dict[str, Any] = {name: _row(data[name], name) for name in ("speech", "calm")}
        for name in names - set(told):
            _check(isinstance(data[name], list), f"{name} is no matrix")
            told[name] = tuple(_row(row, name) for row in data[name])
        return cls(**told)


def numbers(values: Sequence[object]) -> bool:
    """Whether all values that JSON gave are numbers; truth values are none."""
    return {type(value) for value in values} <= {int, float}


def _row(values: Any, name: str) -> tuple[float, ...]:
    _check(isinstance(values, list) and numbers(values), f"{name} is no list of numbers")
    return tuple(values)


def _check(holds: object, why: str) -> None:
    if not holds:
        raise UserError(
            "bad-model",
            "This model cannot be used.",
            "Its calibration cannot be understood: {why}.",
            "Install the model again.",
            why=why,
        )
