"""Where sound is missing in a saved clip: a sentence in its file's comment, which is read back from there.

Any program that shows what a file says of itself shows it to a person as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ser_desktop.results import Gap

_BEGIN = "Sound is missing: "
_PLACE = re.compile(r"(?:(\d{1,18}) samples|a stretch) before sample (\d{1,18})")
_MOST = 30  # libsndfile drops a text of more than 2000 bytes, without a word


def written(gaps: Sequence[Gap]) -> str:
    """Return the sentence for gaps, of very many for the first 30; nothing where there are none.

    Examples
    --------
    >>> written([Gap(16_000, 160), Gap(48_000, None)])
    'Sound is missing: 160 samples before sample 16000; a stretch before sample 48000.'
    """
    if not gaps:
        return ""
    places = [f"{_stretch(gap)} before sample {gap.at_sample}" for gap in gaps[:_MOST]]
    more = [f"and {len(gaps) - _MOST} more"] if len(gaps) > _MOST else []
    return f"{_BEGIN}{'; '.join([*places, *more])}."


def read(comment: str) -> tuple[Gap, ...]:
    """Return what such a sentence tells; nothing where a comment says anything else."""
    if not (comment.startswith(_BEGIN) and comment.endswith(".")):
        return ()
    places = (_PLACE.fullmatch(place) for place in comment[len(_BEGIN) : -1].split("; "))
    return tuple(Gap(int(place[2]), int(place[1]) if place[1] else None) for place in places if place)


def _stretch(gap: Gap) -> str:
    return "a stretch" if gap.lost_samples is None else f"{gap.lost_samples} samples"
