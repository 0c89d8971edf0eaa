"""The page on speed tells what one run measured, all of it, and why an aim is not reached."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks.speed import page
from benchmarks.speed.measuring import ROOT
from benchmarks.speed.rows import rows


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    """Return what the last whole run wrote."""
    read: dict[str, Any] = json.loads((ROOT / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    return read


def test_the_page_is_what_was_measured(results: dict[str, Any]) -> None:
    """Nobody has polished a figure by hand."""
    assert page.PAGE.read_text(encoding="utf-8") == page.text(results)


def test_every_row_was_measured_more_than_once(results: dict[str, Any]) -> None:
    """A median with its spread, of each."""
    assert set(results["rows"]) == {row.name for row in rows()}
    for measured in results["rows"].values():
        assert len(measured["values"]) > 1
        assert measured["lowest"] <= measured["median"] <= measured["highest"]


def test_every_aim_that_is_not_reached_is_explained(results: dict[str, Any]) -> None:
    """By the row's name, in the notes on what stands in the way."""
    notes = page.NOTES.read_text(encoding="utf-8")
    short = [row for row in rows() if not row.within(results["rows"][row.name]["median"], row.aim)]
    assert short
    assert [row.name for row in short if f"`{row.name}`" not in notes] == []


def test_a_missed_row_is_called_missed(results: dict[str, Any]) -> None:
    """The word beside a figure follows from it."""
    row = rows()[0]
    for figure, word in ((row.aim, "aim reached"), (row.must, "must held"), (0.9 * row.must, "**missed**")):
        found = {**results["rows"][row.name], "median": figure}
        assert page.verdict(row, {"rows": {row.name: found}}) == word
