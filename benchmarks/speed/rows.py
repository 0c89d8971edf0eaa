"""The rows of the table: what is measured, against what, and how good it has to be (``rows.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Row:
    """One of them.

    Attributes
    ----------
    name
        By which a benchmark tells what it measured.
    what, against, unit
        In words.
    better
        Which side of the bounds is meant.
    must, aim
        The bounds.
    by
        The benchmark that measures it.
    """

    name: str
    what: str
    against: str
    unit: str
    better: Literal["more", "less"]
    must: float
    aim: float
    by: str

    @property
    def command(self) -> str:
        """What measures it, after ``python -m``."""
        return f"benchmarks.speed.{self.by}"

    def within(self, value: float, bound: float) -> bool:
        """Whether a figure is on the good side of a bound."""
        return value >= bound if self.better == "more" else value <= bound


def rows() -> tuple[Row, ...]:
    """Read all of them, in the order of the page."""
    text = Path(__file__).with_name("rows.toml").read_text(encoding="utf-8")
    return tuple(Row(**row) for row in tomllib.loads(text)["row"])
