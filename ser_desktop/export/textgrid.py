"""TextGrid of Praat, the long text format: two tiers, whose intervals cover the whole length."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ser_desktop.export.words import length_s, segment_word
from ser_desktop.results import Analysis, Segment


def textgrid_text(analysis: Analysis) -> str:
    """Return tiers ``emotion`` and ``confidence``; where nobody spoke their intervals are empty."""
    end = _number(length_s(analysis))
    head = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {end}",
        "tiers? <exists>",
        "size = 2",
        "item []:",
    ]
    emotion = _tier(1, "emotion", analysis, segment_word)
    confidence = _tier(2, "confidence", analysis, lambda one: f"{one.prediction.confidence:.2f}")
    return "\n".join([*head, *emotion, *confidence]) + "\n"


def _tier(number: int, name: str, analysis: Analysis, text_of: Callable[[Segment], str]) -> Iterator[str]:
    intervals = list(_intervals(analysis, text_of))
    yield f"    item [{number}]:"
    yield '        class = "IntervalTier"'
    yield f'        name = "{name}"'
    yield "        xmin = 0"
    yield f"        xmax = {_number(length_s(analysis))}"
    yield f"        intervals: size = {len(intervals)}"
    for index, (start, end, text) in enumerate(intervals, 1):
        yield f"        intervals [{index}]:"
        yield f"            xmin = {start}"
        yield f"            xmax = {end}"
        yield f'            text = "{text}"'


def _intervals(analysis: Analysis, text_of: Callable[[Segment], str]) -> Iterator[tuple[str, str, str]]:
    """Utterances and the gaps between them, from 0 to the end; none is empty."""
    at = "0"
    for segment in analysis.segments:
        start, end = _number(segment.start_s), _number(segment.end_s)
        if start != at:
            yield at, start, ""
        yield start, end, text_of(segment)
        at = end
    end = _number(length_s(analysis))
    if at != end:
        yield at, end, ""


def _number(seconds: float) -> str:
    """Spell seconds to a ten-thousandth of a millisecond, below a sample of any rate in use."""
    return f"{seconds:.7f}".rstrip("0").rstrip(".")
