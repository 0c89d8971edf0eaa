"""Labels for Audacity: a line for each utterance, with its start, its end and how it sounded."""

from __future__ import annotations

from ser_desktop.export.words import segment_word
from ser_desktop.results import Analysis


def label_text(analysis: Analysis) -> str:
    """Return a label track as Audacity imports it: start, end, "anger 0.71"; seconds, with tabs between."""
    return "".join(
        f"{one.start_s:.6f}\t{one.end_s:.6f}\t{segment_word(one)} {one.prediction.confidence:.2f}\n"
        for one in analysis.segments
    )
