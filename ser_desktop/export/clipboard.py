"""Results as tables of plain text, with tabs, as spreadsheets and letters take them from the clipboard."""

from __future__ import annotations

from collections.abc import Iterable

from ser_desktop.export.words import missing_word, segment_word, shown
from ser_desktop.results import Analysis


def recordings_table(analyses: Iterable[Analysis]) -> str:
    """Return a line for each recording: name, label, confidence, seconds, utterances."""
    lines = ["recording\tlabel\tconfidence\tduration_s\tutterances"]
    for one in analyses:
        sure = f"{one.prediction.confidence:.2f}" if one.prediction is not None else ""
        lines.append(f"{_cell(one.name)}\t{one.label}\t{sure}\t{one.duration_s:.2f}\t{len(one.segments)}")
    return "\n".join(lines) + "\n"


def utterances_table(analysis: Analysis) -> str:
    """Return a line for each utterance, one for the whole recording, and one for what made the results.

    Where sound is missing a line says so too.
    """
    lines = ["start_s\tend_s\tlabel\tconfidence"]
    for one in analysis.segments:
        times = f"{one.start_s:.2f}\t{one.end_s:.2f}"
        lines.append(f"{times}\t{segment_word(one)}\t{one.prediction.confidence:.2f}")
    lines += [f"{one.start_s:.2f}\t{one.end_s:.2f}\t{missing_word(one)}\t" for one in analysis.missing]
    sure = f"{analysis.prediction.confidence:.2f}" if analysis.prediction is not None else ""
    lines.append(f"0.00\t{analysis.duration_s:.2f}\t{analysis.label}\t{sure}")
    origin = analysis.origin
    lines.append(
        f"{_cell(analysis.name)}, {origin.title}, sha256 {origin.sha256}, SER Desktop {origin.version}"
    )
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return shown(text).replace("\t", " ").replace("\n", " ")
