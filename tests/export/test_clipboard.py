"""Tables of plain text: what a spreadsheet gets when they are pasted."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from ser_desktop.export.clipboard import recordings_table, utterances_table
from ser_desktop.export.words import missing_word, segment_word
from ser_desktop.results import Analysis
from tests.export.analyses import analyses
from tests.fakes.jobs import analysis


def cells(text: str) -> list[list[str]]:
    """Read a table as a spreadsheet does."""
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_line_for_each_recording() -> None:
    """A name with a tab or a line break in it stays one cell; nobody's speech has no confidence."""
    odd = analysis("a\tb\nc.wav")
    silent = replace(analysis("quiet.wav"), prediction=None, segments=())
    assert cells(recordings_table([odd, silent])) == [
        ["recording", "label", "confidence", "duration_s", "utterances"],
        ["a b c.wav", "anger", "0.70", "3.00", "1"],
        ["quiet.wav", "no speech", "", "3.00", "0"],
    ]


def test_utterances_end_with_what_made_them() -> None:
    """Model and weights stand below, so that the table can be judged later."""
    found = analysis("clip.wav")
    *rows, origin = cells(utterances_table(found))
    assert rows == [
        ["start_s", "end_s", "label", "confidence"],
        ["0.50", "3.00", "anger", "0.70"],
        ["0.00", "3.00", "anger", "0.70"],
    ]
    assert all(part in origin[0] for part in ("clip.wav", found.origin.sha256, found.origin.version))


@given(analyses())
def test_any_results_are_tables(found: Analysis) -> None:
    """Whatever the names: as many cells in each line as in its head, and what was heard in them."""
    head, row = cells(recordings_table([found]))
    assert len(row) == len(head)
    assert row[1] == found.label
    assert float(row[3]) == pytest.approx(found.duration_s, abs=0.0051)
    head, *rows, origin = cells(utterances_table(found))
    assert {len(row) for row in rows} == {len(head)}
    words = [*map(segment_word, found.segments), *map(missing_word, found.missing), found.label]
    assert [row[2] for row in rows] == words
    times_s = [(one.start_s, one.end_s) for one in found.segments]
    times_s += [(one.start_s, one.end_s) for one in found.missing]
    for row, expected in zip(rows, times_s, strict=False):
        assert (float(row[0]), float(row[1])) == pytest.approx(expected, abs=0.0051)
    assert len(origin) == 1
    assert found.origin.sha256 in origin[0]
