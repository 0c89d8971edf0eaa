"""The selected stretch, analysed by itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.ui.files import words
from ser_desktop.ui.language import of_error, tr
from ser_desktop.ui.plots.viewport import Selection

_SETTLE_S = 0.25  # a selection that is still being led along is not analysed


class Examiner(Protocol):
    """Analyses stretches of recordings: :class:`~ser_desktop.engine.filejobs.FileJobs`."""

    def examine(self, path: Path, span: tuple[int, int]) -> int:
        """Begin, and return the number by which the job is known."""

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget jobs, and end them."""


class Region:
    """What is selected, and what is known of it."""

    def __init__(self, examiner: Examiner) -> None:
        self.selection: Selection | None = None
        self._examiner = examiner
        self._since_s: float | None = None  # when it was last changed, until it is asked about
        self._number: int | None = None
        self._job: Job | None = None

    @property
    def job(self) -> Job | None:
        """The analysis as it stands; None where there is none."""
        return self._job

    def select(self, selection: Selection | None, now_s: float) -> None:
        """Select another stretch, or none."""
        if selection == self.selection:
            return
        self._drop()
        self.selection = selection if selection is not None and selection.length_s > 0 else None
        self._since_s = now_s if self.selection is not None else None

    def tick(self, path: Path, rate_hz: int, now_s: float) -> None:
        """Ask about the selection once it rests."""
        if (
            self.selection is None
            or self._since_s is None
            or now_s - self._since_s < _SETTLE_S
            or not rate_hz
        ):
            return
        self._since_s = None
        span = (round(self.selection.start_s * rate_hz), round(self.selection.end_s * rate_hz))
        self._number = self._examiner.examine(path, span)

    def take(self, job: Job) -> None:
        """Hear how a stretch's analysis stands; others than this one's are passed over."""
        if job.number == self._number:
            self._job = job

    def text(self) -> tuple[str, str]:
        """Return icon and words for the selection; none where nothing is selected."""
        if self.selection is None:
            return "", ""
        icon, answer = self._answer()
        return icon, words.selection(self.selection.start_s, self.selection.end_s, answer)

    def _answer(self) -> tuple[str, str]:
        job = self._job
        if job is not None and job.analysis is not None:
            prediction = job.analysis.prediction
            return words.sounds(prediction)[0], words.sentence(prediction)
        if job is not None and job.stage is Stage.FAILED and job.error is not None:
            title, _, remedy = of_error(job.error)
            if job.error.code == "too-short":
                title = tr("too short.")
            return "fault", f"{title} {remedy}".rstrip()
        return "", tr("one moment…")

    def _drop(self) -> None:
        if self._number is not None:
            self._examiner.remove([self._number])
        self._number = self._job = self._since_s = None
