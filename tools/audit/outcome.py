"""What came of a check: nobody may take what was not checked for good."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """One check.

    Attributes
    ----------
    name
        What it is about, in a word.
    seen
        What was looked at.
    faults
        What is wrong, a line each.
    unchecked
        What could not be looked at, and why; empty where all was.
    """

    name: str
    seen: str
    faults: tuple[str, ...] = ()
    unchecked: str = ""

    @property
    def lines(self) -> list[str]:
        """It in words, a fault or a gap never under a good heading."""
        told = []
        if self.faults or not self.unchecked:
            told.append(f"{'FAULT' if self.faults else 'checked':<12} {self.name}: {self.seen}")
            told += [f"{'':<13}{fault}" for fault in self.faults]
        if self.unchecked:
            told.append(f"NOT CHECKED  {self.name}: {self.seen}; left: {self.unchecked}")
        return told


def verdict(outcomes: list[Outcome], accepted: set[str]) -> tuple[str, int]:
    """Return the closing line and the exit status: 1 with faults, 3 with a gap that is not accepted."""
    faulty = [outcome.name for outcome in outcomes if outcome.faults]
    gaps = [outcome.name for outcome in outcomes if outcome.unchecked]
    told = [
        f"{len(outcomes) - len({*faulty, *gaps})} of {len(outcomes)} checks made whole and without a fault"
    ]
    if faulty:
        told.append(f"faults: {', '.join(faulty)}")
    if gaps:
        told.append(f"NOT CHECKED: {', '.join(gaps)}")
    return "; ".join(told), 1 if faulty else 3 if set(gaps) - accepted else 0
