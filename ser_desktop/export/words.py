"""How names and numbers are spelled in files of results."""

from __future__ import annotations

import re

from ser_desktop.results import Analysis, Segment, State

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


def length_s(analysis: Analysis) -> float:
    """Return the length to claim: no utterance ends after it, and it is more than nothing."""
    return max([analysis.duration_s, 1e-3, *(segment.end_s for segment in analysis.segments)])
