"""Results are days of computing: no row goes but for a better one of the same system."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.protocols.store import put, read


def made(system: str, seeds: int = 1, **changes: Any) -> dict[str, Any]:
    usual = {
        "system": system,
        "helpers": [],
        "seeds": list(range(1, seeds + 1)),
        "program": "1",
        "digest": "a",
    }
    return {**usual, **changes}


def test_a_row_replaces_only_its_own(tmp_path: Path) -> None:
    """Others stay as they are and where they are; another protocol is another file."""
    for row in (made("a"), made("b"), made("a", helpers=["ased"]), made("c")):
        assert put(tmp_path, "P1", row)
    assert put(tmp_path, "P2", made("b"))
    assert put(tmp_path, "P1", made("b", digest="new"))
    assert read(tmp_path, "P1")["rows"] == [
        made("a"),
        made("b", digest="new"),
        made("a", helpers=["ased"]),
        made("c"),
    ]
    assert read(tmp_path, "P2")["rows"] == [made("b")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["P1.json", "P2.json"]


@pytest.mark.parametrize(
    ("row", "taken"),
    [
        (made("a", 1), False),
        (made("a", 1, digest="other recipe"), True),
        (made("a", 1, program="2"), True),
        (made("a", 3), True),
        (made("a", 5), True),
    ],
)
def test_fewer_seeds_of_the_same_do_not_replace_more(
    tmp_path: Path, row: dict[str, Any], *, taken: bool
) -> None:
    """Whoever checks a row with one seed must not lose the three that it was measured with."""
    put(tmp_path, "P1", made("a", 3))
    assert put(tmp_path, "P1", row) is taken
    assert read(tmp_path, "P1")["rows"] == [row if taken else made("a", 3)]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rows": 1}', '{"rows": '])
def test_what_cannot_be_read_is_not_written_over(tmp_path: Path, text: str) -> None:
    """A damaged file is told of and stays for a person to look at."""
    path = tmp_path / "P1.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        put(tmp_path, "P1", made("a"))
    assert caught.value.code == "bad-results"
    assert path.read_text(encoding="utf-8") == text
