"""Each row of the table of faults is a test that exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.hygiene.source import ROOT

PAGE = ROOT / "docs" / "RELIABILITY.md"


def _rows() -> Iterator[list[str]]:
    """Yield the rows of the tables of faults; others of the page count other things."""
    header = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            header = ""
        elif not header:
            header = line
        elif header.startswith("| fault") and line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", list(_rows()), ids=lambda row: row[0])
def test_a_row_is_a_test(row: list[str]) -> None:
    """Nobody can repeat what a row says where the row names no test, or one that is gone."""
    assert len(row) == 4, row
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[3])
    assert named, row[3]
    for path, test in named:
        assert test in _tests(path), f"{path} has no {test}"


def test_there_are_rows() -> None:
    """An empty table protects nobody."""
    assert len(list(_rows())) >= 10
