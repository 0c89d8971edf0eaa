"""Clips out of what is listened to: the right samples, the same answer as their file, nothing unasked."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.saving import save_clip
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.jobs import Examination, analyze_file, analyze_samples
from ser_desktop.engine.recording import Recorder
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis, Clip, Float32, Gap, Phase, Recording, State
from tests.engine.streams import assert_same
from tests.engine.test_live import Desk, desk, impatient, until
from tests.fakes.source import BUSY, FakeSource
from tests.sounds import RATE_HZ, chunk_sizes, noise, pieces

__all__ = ["desk", "impatient"]

ROOM = noise(40.0, 0.01)


def ramp(seconds: float) -> Float32:
    """Make samples that are their own numbers, far below full scale."""
    return np.arange(round(seconds * RATE_HZ), dtype=np.float32) * np.float32(1e-6)


def clip_of(recording: Recording) -> Clip:
    """Return the clip, which must be there."""
    assert recording.clip is not None
    return recording.clip


def assert_same_answer(one: Analysis | None, other: Analysis) -> None:
    """Everything that was heard is the same, to 1e-5."""
    assert one is not None
    assert one.label == other.label
    assert len(one.segments) == len(other.segments)
    for first, second in zip(one.segments, other.segments, strict=True):
        assert (first.start_s, first.end_s) == (second.start_s, second.end_s)
        np.testing.assert_allclose(first.prediction.probabilities, second.prediction.probabilities, atol=1e-5)
    np.testing.assert_allclose(one.course.probabilities, other.course.probabilities, atol=1e-5)
    np.testing.assert_array_equal(one.course.times_s, other.course.times_s)
    np.testing.assert_allclose(one.course.attention, other.course.attention, atol=1e-5)


class Stream:
    """A recorder that is fed by hand, without a model."""

    def __init__(self, *before: Float32) -> None:
        self.recorder = Recorder(None)
        self.recorder.begin(RATE_HZ, "Fake")
        for chunk in before:
            self.recorder.hear(chunk, 0)

    @property
    def state(self) -> Recording:
        """How far the recording is."""
        return self.recorder.state


@given(
    before=chunk_sizes(),
    during=chunk_sizes(),
    seconds=st.floats(1.0, 5.0),
    count_in_s=st.just(0.0) | st.floats(0.0, 3.0),
)
def test_the_next_seconds_are_exactly_those(
    before: list[int], during: list[int], seconds: float, count_in_s: float
) -> None:
    """Whatever chunks come: from the sample after the count-in on, as many as were asked for, none twice."""
    sound = ramp(12.0)
    at = min(sum(before), 3 * RATE_HZ)
    stream = Stream(*pieces(sound[:at], before))
    stream.recorder.record(seconds, count_in_s)
    for chunk in pieces(sound[at:], during):
        stream.recorder.hear(chunk, 0)
    clip = clip_of(stream.state)
    assert clip.start_sample == at + round(count_in_s * RATE_HZ)
    assert len(clip.samples) == round(seconds * RATE_HZ)
    np.testing.assert_array_equal(clip.samples, sound[clip.start_sample :][: len(clip.samples)])


@given(before=chunk_sizes(), seconds=st.floats(1.0, 30.0))
def test_the_last_seconds_are_those_that_the_next_would_have_been(before: list[int], seconds: float) -> None:
    """Asked for beforehand or afterwards: the same span is the same clip."""
    sound = ramp(30.0)
    stream = Stream(*pieces(sound, before))
    stream.recorder.last(seconds)
    afterwards = clip_of(stream.state)
    stream = Stream(sound[: afterwards.start_sample])
    stream.recorder.record(seconds)
    stream.recorder.hear(sound[afterwards.start_sample :], 0)
    beforehand = clip_of(stream.state)
    assert beforehand.start_sample == afterwards.start_sample
    np.testing.assert_array_equal(beforehand.samples, afterwards.samples)


def test_the_way_of_a_recording_is_told() -> None:
    """Counting in, recording, heard: each with its seconds."""
    stream = Stream(ROOM[:RATE_HZ])
    stream.recorder.record(2.0, count_in_s=1.0)
    told = [stream.state]
    for at in range(RATE_HZ, 4 * RATE_HZ, RATE_HZ // 2):
        stream.recorder.hear(ROOM[at : at + RATE_HZ // 2], 0)
        told.append(stream.state)
    assert [(one.phase, one.count_in_s, one.recorded_s) for one in told] == [
        (Phase.COUNT_IN, 1.0, 0.0),
        (Phase.COUNT_IN, 0.5, 0.0),
        (Phase.RECORDING, 0.0, 0.0),
        (Phase.RECORDING, 0.0, 0.5),
        (Phase.RECORDING, 0.0, 1.0),
        (Phase.RECORDING, 0.0, 1.5),
        (Phase.HEARING, 0.0, 2.0),
    ]
    assert {one.wanted_s for one in told} == {2.0}
    assert [one.clip is not None for one in told] == [False] * 6 + [True]


def test_lost_samples_are_marked_in_the_clip() -> None:
    """Where they are missing and how many; those lost before it began are not the clip's."""
    stream = Stream(ROOM[:RATE_HZ])
    stream.recorder.hear(ROOM[:100], 7)
    stream.recorder.record(2.0)
    stream.recorder.hear(ROOM[:RATE_HZ], 7)
    stream.recorder.hear(ROOM[:RATE_HZ], 12)
    assert clip_of(stream.state).gaps == (Gap(RATE_HZ, 5),)


def test_a_recording_goes_on_over_a_lost_device() -> None:
    """Nobody knows how much is missing, and that is said; the device's count begins anew."""
    stream = Stream(ROOM[:RATE_HZ])
    stream.recorder.record(2.0)
    stream.recorder.hear(ROOM[:RATE_HZ], 9)
    stream.recorder.begin(RATE_HZ, "Fake")
    stream.recorder.hear(ROOM[:100], 0)
    stream.recorder.hear(ROOM[:RATE_HZ], 3)
    assert clip_of(stream.state).gaps == (Gap(RATE_HZ, None), Gap(RATE_HZ + 100, 3))


def test_a_clip_over_a_loss_began_when_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the device was gone: it is found at the time of day at which its first sample came."""
    now = [datetime(2024, 5, 6, 7, 0, 0, tzinfo=UTC)]
    monkeypatch.setattr("ser_desktop.engine.recording._now", lambda: now[0])
    stream = Stream()

    def hear(seconds: float) -> None:
        now[0] += timedelta(seconds=seconds)
        stream.recorder.hear(ROOM[: round(seconds * RATE_HZ)], 0)

    hear(1.0)
    stream.recorder.record(4.0)
    for _ in range(2):
        hear(1.0)
        now[0] += timedelta(seconds=60)
        stream.recorder.begin(RATE_HZ, "Fake")
    hear(2.0)
    assert clip_of(stream.state).began == datetime(2024, 5, 6, 7, 0, 1, tzinfo=UTC)
    stream.recorder.cancel()
    stream.recorder.last(2.0)
    assert clip_of(stream.state).began == datetime(2024, 5, 6, 7, 2, 3, tzinfo=UTC)


def test_a_device_back_at_another_rate_ends_the_clip() -> None:
    """One file has one rate: what was recorded until then is the clip, and nothing of before is left."""
    stream = Stream(ROOM[:RATE_HZ])
    stream.recorder.record(5.0)
    stream.recorder.hear(ROOM[: 2 * RATE_HZ], 0)
    stream.recorder.begin(48_000, "Another")
    assert (clip_of(stream.state).duration_s, clip_of(stream.state).rate_hz) == (2.0, RATE_HZ)
    assert clip_of(stream.state).source == "Fake"
    stream.recorder.cancel()
    stream.recorder.hear(ROOM[:48_000], 0)
    stream.recorder.last(30.0)
    assert (clip_of(stream.state).duration_s, clip_of(stream.state).rate_hz) == (1.0, 48_000)


@pytest.mark.parametrize("asked", [lambda it: it.record(3.0, 1.0), lambda it: it.last(3.0)])
def test_one_clip_at_a_time(asked: Callable[[Recorder], None]) -> None:
    """Pressing again, or another button, neither restarts nor doubles the one that is being taken."""
    stream = Stream(ROOM[: 4 * RATE_HZ])
    asked(stream.recorder)
    state = stream.state
    stream.recorder.record(2.0)
    stream.recorder.last(2.0)
    assert stream.state is state
    stream.recorder.cancel()
    assert stream.state == Recording()
    stream.recorder.hear(ROOM, 0)
    assert stream.state == Recording()


def test_too_little_is_told() -> None:
    """Straight after the start there is no clip to take; a recording stopped at once is none."""
    stream = Stream(ROOM[: RATE_HZ - 1])
    stream.recorder.last(3.0)
    assert (stream.state.phase, stream.state.clip) == (Phase.FAILED, None)
    assert stream.state.error is not None
    assert stream.state.error.code == "too-little-sound"
    stream.recorder.record(3.0)
    stream.recorder.hear(ROOM[:100], 0)
    stream.recorder.end()
    assert stream.state.phase is Phase.FAILED
    stream = Stream(ROOM[:RATE_HZ])
    stream.recorder.record(3.0, count_in_s=1.0)
    stream.recorder.end()
    assert stream.state == Recording(), "nothing was recorded, and nothing is to be said about it"


@pytest.mark.parametrize("seconds", [0.0, 0.99, 30.01, float("nan"), -3.0])
def test_a_clip_lasts_one_to_thirty_seconds(seconds: float) -> None:
    """Others are the caller's mistake."""
    for ask in (Stream(ROOM).recorder.record, Stream(ROOM).recorder.last):
        with pytest.raises(ValueError, match="a clip lasts"):
            ask(seconds)


def test_what_was_not_recorded_is_forgotten_with_the_stop() -> None:
    """The last half minute is in memory only, and only while it is listened to."""
    stream = Stream(ROOM)
    stream.recorder.end()
    assert stream.recorder._history is None
    stream.recorder.last(3.0)
    assert stream.state.error is not None
    assert stream.state.error.code == "not-listening"


def test_a_clip_gets_the_answer_of_its_file(
    desk: Callable[..., Desk], runner: Runner, demo: Float32, tmp_path: Path
) -> None:
    """Recorded live at 48 kHz, saved, and dropped in as a file: the same samples and the same answer."""
    sound = np.repeat(demo, 3)
    source = FakeSource(sound[: 9 * 48_000], 48_000, chunk=3_333)
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().time_s > 1.0)
    it.engine.record_clip(6.0, count_in_s=0.1)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    recording = it.moment().recording
    clip = clip_of(recording)
    np.testing.assert_array_equal(clip.samples, sound[clip.start_sample :][: 6 * 48_000])
    save_clip(clip, tmp_path / "clip.wav")
    analysis = analyze_file(runner, tmp_path / "clip.wav")
    assert analysis.segments
    assert_same_answer(recording.analysis, analysis)
    assert_same_answer(analyze_samples(runner, clip.samples, clip.rate_hz, "clip"), analysis)
    assert recording.trace is not None
    assert recording.trace.envelope.shape == (len(recording.trace.attention), 2)
    assert recording.trace.end_s == pytest.approx(6.0, abs=recording.trace.step_s)
    assert len(recording.trace.envelope) == pytest.approx(6.0 / recording.trace.step_s, abs=1)
    assert np.abs(recording.trace.envelope).max() == pytest.approx(np.abs(clip.samples).max(), rel=0.2)
    assert recording.trace.attention.max() == 1


def test_recording_changes_nothing_of_what_is_heard_live(desk: Callable[..., Desk], demo: Float32) -> None:
    """The decisions of a session with clips are those of one without."""
    sound = demo[: 8 * RATE_HZ]
    plain, busy = desk(FakeSource(sound, ends=True)), desk(FakeSource(sound, ends=True))
    plain.engine.start()
    until(lambda: not plain.engine.running)
    busy.engine.start()
    until(lambda: busy.moment().time_s > 1.0 or not busy.engine.running)
    busy.engine.last_clip(3.0)
    until(lambda: not busy.engine.running)
    assert_same(plain.steps, busy.steps)
    assert busy.moment().recording.phase is Phase.DONE


def test_the_last_seconds_live(desk: Callable[..., Desk], demo: Float32) -> None:
    """After the fact, from what is still in memory, with the time of day at which it was heard."""
    source = FakeSource(demo[: 5 * RATE_HZ], chunk=1_111)
    it = desk(source)
    it.engine.start()
    until(lambda: source.drained)
    before = datetime.now(UTC)
    it.engine.last_clip(3.0)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    clip = clip_of(it.moment().recording)
    np.testing.assert_array_equal(clip.samples, demo[: 5 * RATE_HZ][clip.start_sample :][: 3 * RATE_HZ])
    assert abs(clip.began + timedelta(seconds=3) - before) < timedelta(seconds=20)
    analysis = it.moment().recording.analysis
    assert analysis is not None
    assert analysis.began == clip.began
    assert clip.source == analysis.name == "Fake"


def test_stop_while_recording_keeps_what_there_is(desk: Callable[..., Desk]) -> None:
    """A clip that is cut short is a clip; it is heard and told although nothing is listened to any more."""
    source = FakeSource(ROOM[: 3 * RATE_HZ], chunk=1_000)
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().time_s > 0)
    it.engine.record_clip(30.0)
    until(lambda: source.drained)
    it.engine.stop()
    assert it.moment().state is State.IDLE
    until(lambda: it.moment().recording.phase is Phase.DONE)
    recording = it.moment().recording
    assert 1 < clip_of(recording).duration_s < 3.1
    assert recording.wanted_s == 30.0
    assert recording.analysis is not None
    assert recording.analysis.label == "no speech"
    it.engine.cancel_recording()
    assert it.moment().recording == Recording()


@pytest.mark.usefixtures("impatient")
def test_a_lost_device_does_not_lose_the_clip(desk: Callable[..., Desk]) -> None:
    """Pulled out in the middle and plugged in again: the clip goes on, and says where sound is missing."""
    source = FakeSource(ROOM, chunk=1_000)
    source.dies_at = 3 * RATE_HZ
    source.later_refusals = [BUSY]
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().time_s > 0)
    it.engine.record_clip(5.0)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    clip = clip_of(it.moment().recording)
    assert [(clip.start_sample + gap.at_sample, gap.lost_samples) for gap in clip.gaps] == [
        (3 * RATE_HZ, None)
    ]
    np.testing.assert_array_equal(clip.samples, ROOM[clip.start_sample :][: 5 * RATE_HZ])


def test_without_listening_there_is_nothing_to_record(desk: Callable[..., Desk]) -> None:
    """And that is said, with what to do."""
    it = desk(FakeSource(ROOM))
    for ask in (it.engine.record_clip, it.engine.last_clip):
        ask(3.0)
        told = it.moment().recording
        assert told.phase is Phase.FAILED
        assert told.error is not None
        assert told.error.remedy
        it.engine.cancel_recording()


def test_a_fault_in_hearing_the_clip_loses_neither_clip_nor_stream(
    desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Listening goes on, the clip can be saved, and the reason is in the log."""

    def fail(_examination: Examination, _samples: Float32) -> None:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(Examination, "push", fail)
    it = desk(FakeSource(ROOM))
    it.engine.start()
    until(lambda: it.moment().time_s > 2.0)
    it.engine.last_clip(2.0)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    recording = it.moment().recording
    assert recording.error is not None
    assert recording.analysis is None
    assert len(clip_of(recording).samples) == 2 * RATE_HZ
    assert "ZeroDivisionError: a mistake" in caplog.text
    assert it.moment().state is State.NO_SPEECH
    assert it.engine.running


def test_a_cancelled_clip_is_not_told_later(runner: Runner) -> None:
    """Whoever discards a clip while it is heard sees no card of it."""
    recorder = Recorder(Hearing(runner))
    recorder.begin(RATE_HZ, "Fake")
    recorder.hear(ROOM[: 2 * RATE_HZ], 0)
    recorder.last(2.0)
    recorder.work()
    recorder.cancel()
    for _ in itertools.repeat(None, 10):
        recorder.work()
    recorder.finish()
    assert recorder.state == Recording()
