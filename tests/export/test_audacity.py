"""Audacity's labels: a line an utterance, three columns, as its manual describes them."""

from __future__ import annotations

import pytest
from hypothesis import given

from ser_desktop.export.audacity import label_text
from ser_desktop.export.words import missing_word, segment_word
from ser_desktop.results import Analysis
from tests.export.analyses import analyses


def read(text: str) -> list[tuple[float, float, str]]:
    """Read a label track: start and end in seconds, what is said, and nothing else in any line."""
    labels = []
    for line in text.split("\n")[:-1]:
        start, end, said = line.split("\t")
        labels.append((float(start), float(end), said))
    return labels


@given(analyses())
def test_each_utterance_is_a_line(analysis: Analysis) -> None:
    """Start, end and text between tabs, in order of time; what is read back is what was said."""
    text = label_text(analysis)
    assert text == "" or text.endswith("\n")
    labels = read(text)
    assert [start for start, _, _ in labels] == sorted(start for start, _, _ in labels)
    gone = [label for label in labels if label[2].startswith("missing")]
    said = [label for label in labels if label not in gone]
    assert [label[2] for label in gone] == [missing_word(one) for one in analysis.missing]
    for (start, end, _), one in zip(gone, analysis.missing, strict=True):
        assert (start, end) == pytest.approx((one.start_s, one.end_s), abs=1e-6)
    for (start, end, what), segment in zip(said, analysis.segments, strict=True):
        assert (start, end) == pytest.approx((segment.start_s, segment.end_s), abs=1e-6)
        word, sure = what.split()
        assert word == segment_word(segment)
        assert float(sure) == pytest.approx(segment.prediction.confidence, abs=0.0051)
