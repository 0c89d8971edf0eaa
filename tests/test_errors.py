"""Faults keep their texts and values apart, so that the window can tell them in its language."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable

import pytest

from ser_desktop.errors import Phrase, UserError


def german(text: str) -> str:
    """Translate what this language knows."""
    known = {
        "{name} is {what}.": "{name} ist {what}.",
        "damaged": "beschädigt",
        "{path}: {reason}": "Bei {path}: {reason}",
        "It ends.": "Sie endet.",
    }
    return known.get(text, text)


FAULTS = [
    UserError(
        "a",
        "{name} is {what}.",
        "{path}: {reason}",
        name="damaged",
        what=Phrase("damaged"),
        path="p",
        reason="r",
    ),
    UserError("b", "Title {braces} as they are.", "", "No values."),
    UserError("c", "{name} is {what}.", name="{what}", what="{name}"),
    UserError("d", "{path}: {reason}", path="x", reason=UserError("e", "t", "It ends.", "r")),
]
"""A name that is also a word, braces without values, values with braces, a fault as a reason."""


def as_is(fault: UserError) -> UserError:
    """Return the fault itself."""
    return fault


def pickled(fault: UserError) -> UserError:
    """Carry the fault to another process, as pools do."""
    return pickle.loads(pickle.dumps(fault))  # type: ignore[no-any-return]  # noqa: S301 - made here


def written(fault: UserError) -> UserError:
    """Carry the fault to another process as a line of JSON."""
    return UserError.from_data(json.loads(json.dumps(fault.to_data())))


@pytest.mark.parametrize("way", [as_is, pickled, written])
def test_a_fault_is_told_in_another_language(way: Callable[[UserError], UserError]) -> None:
    """Templates and phrases are translated, people's names are not, and nothing is filled in twice."""
    told = [way(fault).told(german) for fault in FAULTS]
    assert told == [
        ("damaged ist beschädigt.", "Bei p: r", ""),
        ("Title {braces} as they are.", "", "No values."),
        ("{what} ist {name}.", "", ""),
        ("Bei x: Sie endet", "", ""),
    ]


@pytest.mark.parametrize("way", [as_is, pickled, written])
def test_without_a_language_a_fault_is_english(way: Callable[[UserError], UserError]) -> None:
    """As the terminal tells it."""
    assert [str(way(fault)) for fault in FAULTS] == [
        "damaged is damaged. p: r",
        "Title {braces} as they are. No values.",
        "{what} is {name}.",
        "x: It ends",
    ]
