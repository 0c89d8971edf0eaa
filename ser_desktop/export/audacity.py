"""Labels for Audacity: a line for each utterance, with its start, its end and how it sounded.

Where sound is missing a line says so too: of a moment, as Audacity marks one, start and end are one.
"""

from __future__ import annotations

from ser_desktop.export.words import missing_word, segment_word
from ser_desktop.results import Analysis


def label_text(analysis: Analysis) -> str:
    """Return a label track as Audacity imports it: start, end, "anger 0.71"; seconds, with tabs between."""
    said = [
        (one.start_s, one.end_s, f"{segment_word(one)} {one.prediction.confidence:.2f}")
        for one in analysis.segments
    ]
    missing = [(one.start_s, one.end_s, missing_word(one)) for one in analysis.missing]
    labels = sorted([*said, *missing], key=lambda label: label[0])
    return "".join(f"{start_s:.6f}\t{end_s:.6f}\t{text}\n" for start_s, end_s, text in labels)
