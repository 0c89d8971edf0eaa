"""Audacity's labels: a line an utterance, three columns, as its manual describes them."""

from __future__ import annotations

import pytest
from hypothesis import given

from ser_desktop.export.audacity import label_text
from ser_desktop.export.words import segment_word
from ser_desktop.results import Analysis
from tests.export.analyses import analyses


@given(analyses())
def test_each_utterance_is_a_line(analysis: Analysis) -> None:
    """Start, end and text between tabs; what is read back is what was said."""
    lines = label_text(analysis).splitlines()
    assert len(lines) == len(analysis.segments)
    for line, segment in zip(lines, analysis.segments, strict=True):
        start, end, text = line.split("\t")
        assert (float(start), float(end)) == pytest.approx((segment.start_s, segment.end_s), abs=1e-6)
        word, sure = text.split()
        assert word == segment_word(segment)
        assert float(sure) == pytest.approx(segment.prediction.confidence, abs=0.0051)
