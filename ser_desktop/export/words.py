"""How names and numbers are spelled in files of results."""

from __future__ import annotations

import re

from ser_desktop.results import Analysis, Missing, Segment, State

_SHORTEST_S = 1e-3

# What XML 1.0 has no place for, and what would move a line or a column in plain text.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    r"""Spell control characters and halves of a surrogate pair as escapes; all else stays.

    A name of a file may hold any byte; formats of text may not.

    Examples
    --------
    >>> shown("na\udcefve\r.wav")
    'na\\udcefve\\r.wav'
    """
    return _UNFIT.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def segment_word(segment: Segment) -> str:
    """Return an utterance's label, or the word for none."""
    return segment.prediction.label or State.UNSURE.value


def missing_word(missing: Missing) -> str:
    """Say that sound is missing, and how much where that is known."""
    return "missing" if missing.lost_s is None else f"missing {missing.lost_s:.3f} s"


def missing_spans(analysis: Analysis) -> list[tuple[float, float, str]]:
    """Return where sound is missing as start, end and words, for formats that have no place for a moment.

    Each lasts a millisecond at least and begins no earlier than the one before ends.
    """
    spans: list[tuple[float, float, str]] = []
    for one in analysis.missing:
        start_s = max(one.start_s, spans[-1][1] if spans else 0.0)
        spans.append((start_s, max(one.end_s, start_s + _SHORTEST_S), missing_word(one)))
    return spans


def length_s(analysis: Analysis) -> float:
    """Return the length to claim: nothing that is told ends after it, and it is more than nothing."""
    ends_s = [*(one.end_s for one in analysis.segments), *(end_s for _, end_s, _ in missing_spans(analysis))]
    return max([analysis.duration_s, _SHORTEST_S, *ends_s])
