"""How figures are written on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NONE = "·"
"""In place of a figure that there is not."""


def percent(fraction: float) -> str:
    """Write a fraction as percent, to a tenth."""
    return f"{100 * fraction:.1f}"


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown."""
    return "\n".join(
        [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(line)} |" for line in lines)]
    )
