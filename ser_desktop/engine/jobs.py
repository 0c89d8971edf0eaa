"""A recording, from its file to what it sounded like, through the pipeline that listens live."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ser_desktop.audio.files import AudioFile
from ser_desktop.engine import faults
from ser_desktop.engine.course import CourseBuilder
from ser_desktop.engine.hearing import Hearing, Rules
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis, Float32, Missing, Trace

_BLOCK_S = 2.0  # how often progress is told; with a window behind it, it fits into the trace


class CancelledError(Exception):
    """Raised where an analysis was told to stop; what it had heard is dropped."""


@dataclass(frozen=True)
class Progress:
    """How far an analysis is: the decisions since the last, and the last seconds as drawn.

    ``trace`` reaches back further than the last progress, so whoever lays one over the other has the whole
    envelope. ``duration_s`` is by the file's header, which may be wrong.
    """

    done_s: float
    duration_s: float
    steps: tuple[Step, ...]
    trace: Trace


def analyze_file(
    runner: Runner,
    path: Path,
    *,
    rules: Rules | None = None,
    span: tuple[int, int] | None = None,
    course: bool = True,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Analysis:
    """Analyse a recording of any length; only its answers stay in memory.

    Of one that turns out to be damaged, the answer is that of what comes before, and its note says so.

    Parameters
    ----------
    span
        Take its samples from the first number up to the second, as if the file held nothing else; times
        count from there.
    course
        Whether the answers from moment to moment are wanted, too. Without them utterances and recording get
        the same ones, short recordings in two thirds of the time.
    on_progress
        Called about every two seconds of sound with what was decided since.
    cancelled
        Asked as often; where it says True the analysis ends.

    Raises
    ------
    UserError
        The file cannot be read, or is too short for an answer.
    CancelledError
        It was told to stop.
    """
    with AudioFile(path) as file:
        blocks = file.blocks(_BLOCK_S) if span is None else _blocks_of(file, *span)
        length_s = file.duration_s if span is None else (span[1] - span[0]) / file.rate_hz
        hearing = Hearing(runner, rules or Rules())
        examination = Examination(hearing, file.rate_hz, length_s, course=course)
        damage = ""
        try:
            for block in blocks:
                if cancelled():
                    raise CancelledError
                on_progress(examination.push(block))
        except UserError as error:
            if not examination.heard_s or error.code != "damaged-audio":
                raise
            damage = f"It is damaged after {examination.heard_s:.0f} s; the rest was not heard."
        file.require_sound()
        on_progress(examination.finish())
        note, missing = damage or file.note, _missing(file, span)
        return examination.analysis(path.name, path=path, note=note, missing=missing)


def _missing(file: AudioFile, span: tuple[int, int] | None) -> tuple[Missing, ...]:
    """Return where the file says that sound is missing, within the span."""
    start, end = span or (0, file.n_samples)
    gaps = (replace(gap, at_sample=gap.at_sample - start) for gap in file.gaps if start < gap.at_sample < end)
    return tuple(gap.at_rate(file.rate_hz) for gap in gaps)


def _blocks_of(file: AudioFile, start: int, end: int) -> Iterator[Float32]:
    """Yield the samples [n] from ``start`` up to ``end``, some seconds at once."""
    size = max(1, round(_BLOCK_S * file.rate_hz))
    for at in range(start, end, size):
        yield file.span(at, min(at + size, end))


def analyze_samples(
    runner: Runner, samples: Float32, rate_hz: int, name: str, *, rules: Rules | None = None
) -> Analysis:
    """Analyse samples [n], n >= 0, that are in memory: the answer is that of a file that holds them.

    Raises
    ------
    UserError
        "too-short" where they are too few for an answer.
    """
    examination = Examination(Hearing(runner, rules or Rules()), rate_hz, len(samples) / rate_hz)
    for at in range(0, len(samples), block := max(1, round(_BLOCK_S * rate_hz))):
        examination.push(samples[at : at + block])
    examination.finish()
    return examination.analysis(name)


class Examination:
    """One recording on its way through the pipeline, from its first sample to what it sounded like.

    ``duration_s`` is how long it is said to be; ``course`` is as in :func:`analyze_file`.
    """

    def __init__(self, hearing: Hearing, rate_hz: int, duration_s: float, *, course: bool = True) -> None:
        self._hearing = hearing
        self._pipeline = Pipeline(hearing.runner, rate_hz, hearing.rules, course=course)
        self._course = CourseBuilder(hearing.labels)
        self._duration_s = duration_s

    @property
    def heard_s(self) -> float:
        """How much was worked through."""
        return self._pipeline.time_s

    def push(self, samples: Float32) -> Progress:
        """Take the next samples [n], at most some seconds of them."""
        return self._take(self._pipeline.push(samples))

    def finish(self) -> Progress:
        """Take the end."""
        return self._take(self._pipeline.flush())

    def analysis(
        self,
        name: str,
        *,
        path: Path | None = None,
        began: datetime | None = None,
        note: str = "",
        missing: tuple[Missing, ...] = (),
    ) -> Analysis:
        """Return what it sounded like, once it is finished; raise :class:`UserError` if it was too short."""
        shortest_s = self._hearing.rules.shortest_s
        if self._pipeline.time_s < shortest_s:
            raise faults.too_short(name, self._pipeline.time_s, shortest_s, note)
        segments = self._course.segments
        return Analysis(
            name=name,
            duration_s=self._pipeline.time_s,
            origin=self._hearing.origin,
            segments=segments,
            course=self._course.course(),
            prediction=self._hearing.overall(segments),
            path=path,
            began=began,
            note=note,
            missing=missing,
        )

    def _take(self, steps: Sequence[Step]) -> Progress:
        trace = self._pipeline.trace()
        self._course.take(steps, trace)
        return Progress(self._pipeline.time_s, self._duration_s, tuple(steps), trace)
