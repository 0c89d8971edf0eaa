"""Tables of plain text: what a spreadsheet gets when they are pasted."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from ser_desktop.export.clipboard import recordings_table, utterances_table
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
