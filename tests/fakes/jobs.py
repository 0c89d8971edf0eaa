"""A queue of recordings that does only what a test says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ser_desktop.engine.filejobs import Heard, Job, Stage
from ser_desktop.engine.hearing import Setup
from ser_desktop.results import Analysis, Course, Origin, Segment
from tests.fakes.engine import SEVEN, prediction

ORIGIN = Origin("0.1.0", "general", "General", "0" * 64, SEVEN, 3.0, 0.2, 0.45, 1.0)


def analysis(name: str = "clip.wav", *shares: float, duration_s: float = 3.0, note: str = "") -> Analysis:
    """Make what a recording sounded like: one utterance, from 0.5 s to its end."""
    said = prediction(*(shares or (0.7, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05)))
    times_s = np.arange(1.0, duration_s, 0.2)
    course = Course(SEVEN, times_s, np.tile(said.probabilities, (len(times_s), 1)))
    segments = (Segment(0.5, duration_s, said),)
    return Analysis(name, duration_s, ORIGIN, segments, course, said, Path(name), note=note)


def done(number: int, *shares: float, name: str = "", duration_s: float = 3.0) -> Job:
    """Make a job that is done."""
    name = name or f"{number:05}.wav"
    found = analysis(name, *shares, duration_s=duration_s)
    return Job(number, Path(name), None, 1000, Stage.DONE, duration_s, duration_s, found)


class FakeJobs:
    """Fulfils the page's Jobs protocol; ``tell`` lets jobs change, ``asked`` lists what was wanted."""

    def __init__(self) -> None:
        self.searching = False
        self.asked: list[tuple[str, object]] = []
        self.so_far: Heard | None = None
        self._changed: list[Job] = []

    def tell(self, *jobs: Job) -> None:
        """Let these be as they are when the page asks next."""
        self._changed += jobs

    def changed(self) -> tuple[Job, ...]:
        """Return what was told."""
        changed, self._changed = tuple(self._changed), []
        return changed

    def heard(self, number: int) -> Heard | None:  # noqa: ARG002 - the protocol's
        """Return what was heard so far."""
        return self.so_far

    def add(self, names: Iterable[Path]) -> None:
        """Note what was added."""
        self.asked.append(("add", list(names)))

    def examine(self, path: Path, span: tuple[int, int]) -> int:  # noqa: ARG002 - the protocol's
        """Note which stretch is to be analysed."""
        self.asked.append(("examine", span))
        return 1_000_000 + len(self.asked)

    def hurry(self, number: int) -> None:
        """Note what is to be the next."""
        self.asked.append(("hurry", number))

    def cancel(self, numbers: Iterable[int]) -> None:
        """Note what is to end."""
        self.asked.append(("cancel", list(numbers)))

    def retry(self, numbers: Iterable[int]) -> None:
        """Note what is to begin anew."""
        self.asked.append(("retry", list(numbers)))

    def remove(self, numbers: Iterable[int]) -> None:
        """Note what is to be forgotten."""
        self.asked.append(("remove", list(numbers)))

    def use(self, setup: Setup) -> None:
        """Note by what is to be analysed from now on."""
        self.asked.append(("use", setup))

    def close(self) -> None:
        """Note the end."""
        self.asked.append(("close", None))
