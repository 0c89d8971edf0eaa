"""A TextGrid is what Praat itself reads, with every utterance in its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import parselmouth
import pytest
from hypothesis import HealthCheck, given, settings
from parselmouth.praat import call

from ser_desktop.export.files import write
from ser_desktop.export.textgrid import textgrid_text
from ser_desktop.export.words import length_s, missing_word, segment_word
from ser_desktop.results import Analysis
from tests.export.analyses import analyses, long_analysis

Interval = tuple[float, float, str]


def read_by_praat(analysis: Analysis, folder: Path) -> tuple[parselmouth.TextGrid, list[list[Interval]]]:
    """Return what Praat found in the file: the grid, and each tier's intervals."""
    path = folder / "heard.TextGrid"
    write(path, textgrid_text(analysis), replace=True)
    grid = parselmouth.TextGrid.read(str(path))
    tiers = []
    for tier in range(1, call(grid, "Get number of tiers") + 1):
        count = call(grid, "Get number of intervals", tier)
        ask = ("Get start time of interval", "Get end time of interval", "Get label of interval")
        tiers.append([tuple(call(grid, words, tier, k) for words in ask) for k in range(1, count + 1)])
    return grid, tiers


@given(analyses())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_praat_reads_each_utterance(tmp_path: Path, analysis: Analysis) -> None:
    """With its times, its label and its confidence; the tiers cover the whole length without a gap."""
    grid, tiers = read_by_praat(analysis, tmp_path)
    assert [call(grid, "Get tier name", k) for k in (1, 2)] == ["emotion", "confidence"]
    assert (grid.xmin, grid.xmax) == (0, pytest.approx(length_s(analysis), abs=1e-6))
    emotions = [segment_word(one) for one in analysis.segments]
    confidences = [f"{one.prediction.confidence:.2f}" for one in analysis.segments]
    for intervals, texts in zip(tiers[:2], (emotions, confidences), strict=True):
        said = [interval for interval in intervals if interval[2]]
        assert [text for _, _, text in said] == texts
        for (start_s, end_s, _), one in zip(said, analysis.segments, strict=True):
            assert (start_s, end_s) == pytest.approx((one.start_s, one.end_s), abs=1e-6)
    assert len(tiers) == (3 if analysis.missing else 2)
    gone = [interval for intervals in tiers[2:] for interval in intervals if interval[2]]
    assert [text for _, _, text in gone] == [missing_word(one) for one in analysis.missing]
    for (start_s, end_s, _), lack in zip(gone, analysis.missing, strict=True):  # a moment is a millisecond
        assert lack.start_s - 1e-6 <= start_s <= lack.start_s + 5e-3
        assert max(lack.end_s, start_s + 1e-3) == pytest.approx(end_s, abs=5e-3)
    for intervals in tiers:
        assert intervals[0][0] == 0
        assert intervals[-1][1] == grid.xmax
        assert all(before[1] == after[0] for before, after in pairwise(intervals))


def test_praat_reads_thousands_of_utterances(tmp_path: Path) -> None:
    """As after hours of listening."""
    _, (emotion, _) = read_by_praat(long_analysis(3_000), tmp_path)
    assert sum(bool(text) for _, _, text in emotion) == 3_000
