"""Clips taken out of what is listened to: the next seconds or the last ones, by sample number."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from ser_desktop.audio.recorder import LONGEST_S, SHORTEST_S, History
from ser_desktop.audio.saving import save_clip
from ser_desktop.engine import faults
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.jobs import Examination
from ser_desktop.errors import UserError
from ser_desktop.results import Clip, Float32, Phase, Recording, Trace

__all__ = ["LONGEST_S", "SHORTEST_S", "Recorder", "save_clip"]

_log = logging.getLogger(__name__)

_SLICE_S = 0.5  # of a clip, heard between two looks at the microphone: what is shown live goes on
_BUSY = (Phase.COUNT_IN, Phase.RECORDING, Phase.HEARING)


class Recorder:
    """Keeps the last half minute that is listened to in memory, and takes one clip at a time out of it.

    A clip is a span of sample numbers: of the next seconds, or of the last. Once its last sample has come it
    is copied, and then heard slice by slice, as a file would be. Nothing is written anywhere, and what was
    kept is dropped when listening ends.

    ``record``, ``last`` and ``cancel`` are called from the window's thread, the others from the engine's. The
    lock is held for a copy at most. ``state`` is replaced whole, so reading it needs no lock.
    """

    def __init__(self, hearing: Hearing | None) -> None:
        self._hearing = hearing
        self._lock = threading.Lock()
        self._history: History | None = None
        self._source = ""
        self._lost_samples = 0
        self._heard = _now()
        self._losses: list[tuple[int, datetime]] = []
        self._span: tuple[int, int] | None = None
        self._passage: _Passage | None = None
        self.state = Recording()

    def record(self, seconds: float, count_in_s: float = 0.0) -> None:
        """Take the next ``seconds``, 1 to 30, after a count-in; nothing while another clip is being taken."""
        _check(seconds)
        with self._lock:
            if self.state.phase in _BUSY:
                return
            history = self._history
            if history is None:
                self.state = _failed(seconds, faults.NOT_LISTENING)
                return
            start = history.end + round(count_in_s * history.rate_hz)
            self._span = (start, start + round(seconds * history.rate_hz))
            self._tell(history)

    def last(self, seconds: float) -> None:
        """Take the last ``seconds``, 1 to 30, or what there is; nothing while another clip is being taken."""
        _check(seconds)
        with self._lock:
            if self.state.phase in _BUSY:
                return
            history = self._history
            if history is None:
                self.state = _failed(seconds, faults.NOT_LISTENING)
                return
            start = max(history.first, history.end - round(seconds * history.rate_hz))
            self._take(history, start, history.end, seconds)

    def cancel(self) -> None:
        """Drop the clip that is being taken, or the one that was."""
        with self._lock:
            self._span = self._passage = None
            self.state = Recording()

    def use(self, hearing: Hearing) -> None:
        """Hear clips by this that are complete from now on; one that is being heard goes on as it began."""
        with self._lock:
            self._hearing = hearing

    def begin(self, rate_hz: int, source: str) -> None:
        """Learn that the source was opened, or opened again after it was lost.

        A recording goes on over the gap, unless the rate changed: then it ends before.
        """
        with self._lock:
            history = self._history
            if history is not None and history.rate_hz == rate_hz:
                self._losses = [loss for loss in self._losses if loss[0] > history.first]
                self._losses.append((history.end, self._heard))
                history.miss(None)
            else:
                self._cut_short()
                self._history, self._losses = History(rate_hz), []
            self._source, self._lost_samples = source, 0

    def hear(self, samples: Float32, lost_samples: int) -> None:
        """Take the next samples [n], and how many the source has lost since it was opened."""
        with self._lock:
            history = self._history
            if history is None:
                return
            if lost_samples > self._lost_samples:
                history.miss(lost_samples - self._lost_samples)
                self._lost_samples = lost_samples
            if self._span is not None and (missing := self._span[1] - history.end) <= len(samples):
                start, end = self._span
                history.append(samples[:missing])
                self._take(history, start, end, (end - start) / history.rate_hz)
                samples = samples[missing:]
            history.append(samples)
            if len(samples):
                self._heard = _now()
            self._tell(history)

    def work(self) -> None:
        """Hear the next slice of a clip that is complete."""
        passage = self._passage
        if passage is None:
            return
        try:
            done = passage.advance()
        except UserError as error:
            done = replace(passage.state, phase=Phase.DONE, error=error)
        except Exception:  # noqa: BLE001 - whatever it is, listening goes on and the clip is kept
            _log.exception("A clip could not be analysed")
            done = replace(passage.state, phase=Phase.DONE, error=faults.CLIP_INTERNAL)
        if done is None:
            return
        with self._lock:
            if self._passage is passage:  # nobody cancelled it in the meantime
                self._passage, self.state = None, done

    def finish(self) -> None:
        """Hear all that is left of a clip that is complete."""
        while self._passage is not None:
            self.work()

    def end(self) -> None:
        """End with the listening: a recording going on is cut short, and what was kept is dropped."""
        with self._lock:
            self._cut_short()
            self._history = None
        self.finish()

    def _take(self, history: History, start: int, end: int, wanted_s: float) -> None:
        """Copy the span, and leave it to the engine's thread to be heard."""
        self._span = None
        if end - start < round(SHORTEST_S * history.rate_hz):
            self.state = _failed(wanted_s, faults.TOO_LITTLE)
            return
        samples, gaps = history.cut(start, end)
        end, moment = next((loss for loss in self._losses if loss[0] > start), (history.end, _now()))
        began = moment - timedelta(seconds=(end - start) / history.rate_hz)
        clip = Clip(samples, history.rate_hz, start, self._source, began, gaps)
        self.state = Recording(Phase.HEARING, wanted_s, recorded_s=clip.duration_s, clip=clip)
        if self._hearing is not None:
            self._passage = _Passage(self._hearing, clip, self.state)

    def _cut_short(self) -> None:
        history, span = self._history, self._span
        if history is None or span is None:
            return
        start, end = span
        if history.end > start:
            self._take(history, start, history.end, (end - start) / history.rate_hz)
        else:
            self._span, self.state = None, Recording()

    def _tell(self, history: History) -> None:
        if self._span is None:
            return
        (start, end), now = self._span, history.end
        self.state = Recording(
            Phase.COUNT_IN if now < start else Phase.RECORDING,
            wanted_s=(end - start) / history.rate_hz,
            count_in_s=max(0, start - now) / history.rate_hz,
            recorded_s=max(0, now - start) / history.rate_hz,
        )


class _Passage:
    """A clip on its way through the pipeline."""

    def __init__(self, hearing: Hearing, clip: Clip, state: Recording) -> None:
        self.state = state
        self._hearing = hearing
        self._clip = clip
        self._examination: Examination | None = None
        self._at = 0
        self._columns: list[Float32] = [np.zeros((0, 2), np.float32)]

    def advance(self) -> Recording | None:
        """Hear the next slice; return how the recording ended once all was heard."""
        clip = self._clip
        if self._examination is None:  # not before: it loads the detector, and the window would wait for it
            self._examination = Examination(self._hearing, clip.rate_hz, clip.duration_s)
        block = clip.samples[self._at : self._at + max(1, round(_SLICE_S * clip.rate_hz))]
        self._at += len(block)
        if len(block):
            self._draw(self._examination.push(block).trace)
            return None
        last = self._examination.finish().trace
        self._draw(last)
        analysis = self._examination.analysis(clip.source, began=clip.began, missing=clip.missing)
        envelope = np.concatenate(self._columns)
        trace = Trace(last.end_s, last.step_s, envelope, analysis.course.attention)
        return replace(self.state, phase=Phase.DONE, analysis=analysis, trace=trace)

    def _draw(self, trace: Trace) -> None:
        """Keep the columns of the envelope that are new."""
        drawn = sum(map(len, self._columns))
        new = round(trace.end_s / trace.step_s) - drawn
        self._columns.append(trace.envelope[len(trace.envelope) - new :])


def _now() -> datetime:
    return datetime.now().astimezone()


def _check(seconds: float) -> None:
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise ValueError(f"a clip lasts {SHORTEST_S} to {LONGEST_S} s, not {seconds}")


def _failed(wanted_s: float, error: UserError) -> Recording:
    return Recording(Phase.FAILED, wanted_s, error=error)
