"""The one path from samples to decisions: microphone, file and demo all run through it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ser_desktop.audio.meter import Meter
from ser_desktop.audio.numbers import only_sound
from ser_desktop.audio.resample import Resampler
from ser_desktop.engine.hearing import Hearing, Rules
from ser_desktop.engine.trace import TraceBuilder
from ser_desktop.features.frontend import StreamingFeatures
from ser_desktop.features.speech import SpeechDetector, UtteranceTracker
from ser_desktop.features.windows import FrameHistory
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.results import Float32, Level, Prediction, Segment, State, Trace

__all__ = ["Pipeline", "Rules", "Step"]


@dataclass(frozen=True)
class Step:
    """What was decided at one hop of the stream.

    ``probabilities`` [C] are this window's own, ``prediction`` the smoothed ones; both None where
    nobody speaks or too little was said. ``segment`` is the utterance that ended here, if one did.
    """

    time_s: float
    state: State
    probabilities: Float32 | None
    prediction: Prediction | None
    segment: Segment | None


class Pipeline:
    """Resample, meter, MFCC, speech gate, window, model, smoothing: one stream, from its first sample.

    The stream is worked through in blocks of ``hop_s`` that begin at fixed samples, so every decision
    rests on the same samples whatever chunks they came in. A window holds what was said since the
    utterance began, at most the model's length or what the rules say. ``began_s`` is the stream time of the
    first sample. A stream that goes on where ``before`` was flushed takes over its picture, if that fits.

    Without ``course`` the model is asked only for what an utterance's answer rests on, which stays the same:
    its full windows and its end.
    """

    def __init__(
        self,
        runner: Runner,
        rate_hz: int,
        rules: Rules | None = None,
        *,
        began_s: float = 0.0,
        before: Pipeline | None = None,
        course: bool = True,
    ) -> None:
        self._hearing = hearing = Hearing(runner, rules or Rules())
        self._rules = hearing.rules
        self._runner = runner
        self._spec = spec = runner.manifest.spec
        self._began_s = began_s
        self._resampler = Resampler(rate_hz, spec.rate_hz)
        self._meter = Meter(rate_hz)
        self._trace: TraceBuilder = (
            before._trace  # noqa: SLF001 - its own kind
            if before is not None and before._trace.goes_on(spec.rate_hz, spec.hop_samples)  # noqa: SLF001
            else TraceBuilder(spec.rate_hz, spec.hop_samples, began_s=began_s)
        )
        self._features = StreamingFeatures(spec)
        self._detector = SpeechDetector()
        self._tracker = UtteranceTracker(self._rules.speech)
        self._smoother = hearing.smoother()
        self._block_samples = spec.frames(self._rules.hop_s) * spec.hop_samples
        # Frames reach back to the lead of an utterance that is confirmed a block later.
        slack = spec.frames(self._rules.speech.lead_s + self._rules.hop_s + self._rules.speech.hang_s + 1)
        kept = max(hearing.window_frames, spec.frames(self._rules.longest_segment_s))
        self._least_frames = 0 if course else hearing.window_frames
        self._history = FrameHistory(kept + slack, spec.features)
        self._estimate = runner.estimate()
        self._adaptation = self._estimate.adaptation
        # The middle of frame k lies in column k + this of the trace.
        self._middle_columns = self._trace.end_column + spec.frame_samples // 2 // spec.hop_samples
        self._pending = np.zeros(0, np.float32)
        self._heard_samples = 0
        self._prediction: Prediction | None = None
        self._segment_start = 0
        self._full_windows: list[Answer] = []

    @property
    def time_s(self) -> float:
        """Stream time that has been worked through."""
        return self._at_s(self._heard_samples)

    @property
    def missing_s(self) -> float:
        """How much more has to be heard until the next decision, more than 0."""
        return (self._block_samples - len(self._pending)) / self._spec.rate_hz

    @property
    def level(self) -> Level:
        """Level of the last samples pushed."""
        return self._meter.level

    def trace(self) -> Trace:
        """Return the last seconds, for drawing."""
        return self._trace.trace()

    def push(self, samples: Float32) -> list[Step]:
        """Take the next samples [n] at the source's rate, mono; return the decisions that fell due."""
        samples, _ = only_sound(samples)
        self._meter.push(samples)
        return self._work(self._resampler.push(samples))

    def flush(self) -> list[Step]:
        """End of the stream: decide on what is left; an utterance going on ends here."""
        steps = self._work(self._resampler.flush())
        last = self._pending
        steps.append(self._step(last, self._features.push(last), self._detector.push(last)))
        self._history.append(self._features.flush())
        if self._tracker.speaking:
            steps.append(Step(self.time_s, State.NO_SPEECH, None, None, self._end()))
        return steps

    def _work(self, samples: Float32) -> list[Step]:
        self._trace.push(samples)
        self._pending = np.concatenate([self._pending, samples])
        size = self._block_samples
        whole = len(self._pending) - len(self._pending) % size
        if not whole:  # as of most looks at a microphone
            return []
        blocks = self._pending[:whole].reshape(-1, size)
        frames, likely = self._features.push_each(blocks), self._detector.push_each(blocks)
        steps = [self._step(*heard) for heard in zip(blocks, frames, likely, strict=True)]
        self._pending = self._pending[whole:]
        return steps

    def _step(self, block: Float32, frames: Float32, likely: list[float]) -> Step:
        """Decide after the next block, which completed frames [k, F] and chunks that are speech so likely."""
        self._heard_samples += len(block)
        self._history.append(frames)
        segment = self._hear(likely)
        probabilities = None
        if self._tracker.speaking:
            if self._enough() and self._voiced():
                probabilities = self._answer(self._history.end)
            if self._since_s(self._segment_start) >= self._rules.longest_segment_s:
                segment = self._close()
        return Step(self.time_s, self._state(), probabilities, self._prediction, segment)

    def _hear(self, likely: list[float]) -> Segment | None:
        """Follow who speaks through the next chunks; return the utterance that ended in them, if one did."""
        ended = None
        for probability in likely:
            was_speaking = self._tracker.speaking
            self._tracker.push(probability)
            if self._tracker.speaking and not was_speaking:
                self._segment_start = self._tracker.start_sample
            if was_speaking and not self._tracker.speaking:
                ended = self._end()
        return ended

    def _enough(self) -> bool:
        """Whether enough was said for an answer that is wanted."""
        if self._history.end - self._first_frame() < self._least_frames:
            return False
        return self._since_s(self._tracker.start_sample) >= self._rules.first_answer_s

    def _voiced(self) -> bool:
        """Whether speech was heard within the last hop; in a pause the last answer stands."""
        return self._heard_samples - self._tracker.voiced_end_sample < self._block_samples

    def _answer(self, end_frame: int) -> Float32:
        """Ask the model about the utterance up to ``end_frame``, and follow its answers."""
        answer = self._ask(end_frame)
        if end_frame - self._first_frame() >= self._hearing.window_frames:
            self._full_windows.append(answer)
        self._prediction = self._smoother.push(answer.probabilities, self._hearing.hop_s)
        return answer.probabilities

    def _ask(self, end_frame: int) -> Answer:
        begin = max(self._first_frame(), end_frame - self._hearing.window_frames)
        frames = self._history.span(begin, end_frame)
        answer = self._runner.predict(frames, self._adaptation)
        if len(answer.attention):
            frames_per_step = self._runner.manifest.window_frames // len(answer.attention)
            self._trace.attend(end_frame + self._middle_columns, answer.attention, frames_per_step)
        return answer

    def _first_frame(self) -> int:
        """Frame with which the utterance began."""
        return self._tracker.start_sample // self._spec.hop_samples

    def _end(self) -> Segment | None:
        """End the utterance."""
        segment = self._close()
        self._smoother.reset()
        self._prediction = None
        return segment

    def _close(self) -> Segment | None:
        """End the segment at its last speech: the mean over full windows and the last, which hears most."""
        start, end = self._segment_start, self._tracker.voiced_end_sample
        self._segment_start = end
        windows, self._full_windows = self._full_windows, []
        if end - start < self._rules.shortest_s * self._spec.rate_hz:
            return None
        end_frame = min(self._history.end, end // self._spec.hop_samples)
        windows.append(self._ask(end_frame))
        if self._rules.adapts:
            self._estimate.hear(np.mean([answer.opinion for answer in windows], axis=0))
            self._adaptation = self._estimate.adaptation
        probabilities = np.stack([answer.probabilities for answer in windows]).mean(axis=0)
        prediction = self._hearing.decide(probabilities)
        return Segment(self._at_s(start), self._at_s(end), prediction)

    def _state(self) -> State:
        if not self._tracker.speaking:
            return State.NO_SPEECH
        if self._prediction is not None and self._prediction.label is None:
            return State.UNSURE
        return State.LISTENING

    def _at_s(self, sample: int) -> float:
        return self._began_s + sample / self._spec.rate_hz

    def _since_s(self, sample: int) -> float:
        return (self._heard_samples - sample) / self._spec.rate_hz
