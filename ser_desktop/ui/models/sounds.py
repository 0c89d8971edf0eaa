"""What models can be compared on: clips of this run, recordings of the list, a file. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.results import Clip, Float32
from ser_desktop.ui import words
from ser_desktop.ui.clips.shelf import Take

_MOST_RECORDINGS = 200  # in a list to choose from; any other is chosen as a file


@dataclass(frozen=True)
class Candidate:
    """A sound to choose: ``key`` tells it from the others, ``name`` is shown, ``tip`` tells more."""

    key: str
    name: str
    tip: str
    sound: Clip | Path


@dataclass(frozen=True)
class Sounds:
    """Where sounds come from, as they are now."""

    takes: Callable[[], Iterable[Take]] = tuple
    jobs: Callable[[], Iterable[Job]] = tuple

    def candidates(self) -> list[Candidate]:
        """Clips, the newest first, then recordings in their order."""
        clips = [of_take(take) for take in self.takes()]
        recordings = [of_file(job.path) for job in self.jobs() if job.stage is Stage.DONE]
        return [*reversed(clips), *recordings[:_MOST_RECORDINGS]]


def of_take(take: Take) -> Candidate:
    """Return a clip as something to choose."""
    line = words.clip_line(take.clip)
    return Candidate(f"clip {take.number}", line, line, take.clip)


def of_file(path: Path) -> Candidate:
    """Return a file as something to choose."""
    return Candidate(str(path), path.name, str(path), path)


def envelope(clip: Clip, columns: int) -> tuple[Float32, float]:
    """Minimum and maximum [N, 2] of a clip in about so many columns, and seconds for each."""
    width = max(1, len(clip.samples) // max(1, columns))
    count = len(clip.samples) // width
    blocks = clip.samples[: count * width].reshape(count, width)
    return np.stack([blocks.min(1), blocks.max(1)], axis=1), width / clip.rate_hz
