"""TextGrid of Praat, the long text format: tiers whose intervals cover the whole length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ser_desktop.export.words import length_s, missing_spans, segment_word
from ser_desktop.results import Analysis

Label = tuple[float, float, str]
"""Start and end in seconds, and what is said of it."""


def textgrid_text(analysis: Analysis) -> str:
    """Return tiers ``emotion`` and ``confidence``; where nobody spoke their intervals are empty.

    Where sound is missing a third tier ``missing`` says so.
    """
    end_s = length_s(analysis)
    end = _number(end_s)
    emotion = [(one.start_s, one.end_s, segment_word(one)) for one in analysis.segments]
    confidence = [(one.start_s, one.end_s, f"{one.prediction.confidence:.2f}") for one in analysis.segments]
    tiers = {"emotion": emotion, "confidence": confidence}
    if analysis.missing:
        tiers["missing"] = missing_spans(analysis)
    head = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {end}",
        "tiers? <exists>",
        f"size = {len(tiers)}",
        "item []:",
    ]
    lines = [_tier(number, name, said, end_s) for number, (name, said) in enumerate(tiers.items(), 1)]
    return "\n".join(chain(head, *lines)) + "\n"


def _tier(number: int, name: str, said: Iterable[Label], end_s: float) -> Iterator[str]:
    intervals = list(_intervals(said, end_s))
    yield f"    item [{number}]:"
    yield '        class = "IntervalTier"'
    yield f'        name = "{name}"'
    yield "        xmin = 0"
    yield f"        xmax = {_number(end_s)}"
    yield f"        intervals: size = {len(intervals)}"
    for index, (start, end, text) in enumerate(intervals, 1):
        yield f"        intervals [{index}]:"
        yield f"            xmin = {start}"
        yield f"            xmax = {end}"
        yield f'            text = "{text}"'


def _intervals(said: Iterable[Label], end_s: float) -> Iterator[tuple[str, str, str]]:
    """Yield what is said and the gaps in between, from 0 to the end; none is empty."""
    at = "0"
    for start_s, until_s, text in said:
        start, until = _number(start_s), _number(until_s)
        if start != at:
            yield at, start, ""
        yield start, until, text
        at = until
    end = _number(end_s)
    if at != end:
        yield at, end, ""


def _number(seconds: float) -> str:
    """Spell seconds to a ten-thousandth of a millisecond, below a sample of any rate in use."""
    return f"{seconds:.7f}".rstrip("0").rstrip(".")
