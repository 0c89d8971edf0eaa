"""What every loader hands out: clips with their label, speaker and sex."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ser_desktop.errors import UserError

Sex = Literal["f", "m", "unknown"]

UNKNOWN = "unknown"
"""Name of the speaker whose name nobody gave, behind the corpus: "folder/unknown"."""


@dataclass(frozen=True)
class Clip:
    """One recording of one emotion by one speaker.

    ``speaker`` is unique over all corpora ("emodb/03"), ``label`` one of
    :data:`~ser_desktop.results.EMOTIONS`, ``channel`` the one to read (None: the mean of all).
    """

    path: Path
    corpus: str
    speaker: str
    sex: Sex
    label: str
    channel: int | None = None

    @property
    def speaker_known(self) -> bool:
        """Whether somebody named the speaker; who is unknown can never be held out for a test."""
        return self.speaker != f"{self.corpus}/{UNKNOWN}"


@dataclass(frozen=True)
class Skipped:
    """A recording that was left out, and why."""

    path: Path
    why: UserError

    @property
    def reason(self) -> str:
        """Why, in words."""
        return self.why.title


def left_out(path: Path, reason: str, /, **values: object) -> Skipped:
    """Leave a recording out for a ``reason``: a phrase, with names in braces for the values."""
    return Skipped(path, UserError("left-out", reason, "", "", **values))


@dataclass(frozen=True)
class Corpus:
    """All recordings of one corpus, in a fixed order.

    ``remarks`` are known oddities of the recordings that stay in, for a report to repeat.
    """

    name: str
    clips: tuple[Clip, ...]
    skipped: tuple[Skipped, ...]
    licence: str
    citation: str
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """Clips of each label."""
        return Counter(clip.label for clip in self.clips)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Every speaker once, sorted."""
        return tuple(sorted({clip.speaker for clip in self.clips}))
