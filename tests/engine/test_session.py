"""The log of a session: all that was decided, when it was, in memory that does not grow for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
import pytest

from ser_desktop.engine import session
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.jobs import analyze_samples
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.session import Session
from ser_desktop.inference.runner import Runner
from ser_desktop.inference.smoothing import decide
from ser_desktop.results import Float32, Missing, Prediction, Segment, State
from tests.engine.streams import assert_same, steps_of
from tests.engine.test_live import Desk, desk, until
from tests.fakes.source import FakeSource
from tests.sounds import RATE_HZ

__all__ = ["desk"]

BEGAN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


class Log:
    """A session under a clock that a test sets."""

    def __init__(self, runner: Runner, most_answers: int = 1000, most_segments: int = 1000) -> None:
        self.now_s = 100.0
        self.labels = runner.manifest.labels
        self.session = Session(
            Hearing(runner),
            clock=lambda: self.now_s,
            now=lambda: BEGAN,
            most_answers=most_answers,
            most_segments=most_segments,
        )

    def prediction(self, index: int) -> Prediction:
        """Return what is sure of one label."""
        return decide(self.labels, np.eye(len(self.labels), dtype=np.float32)[index % len(self.labels)], 0)

    def say(self, *times_s: float) -> None:
        """Take an answer at each of these times, and an utterance of a second that ends there."""
        for time_s in times_s:
            said = self.prediction(int(time_s))
            segment = Segment(time_s - 1, time_s, said)
            self.session.take(Step(time_s, State.LISTENING, said.probabilities, said, segment))


def test_a_session_is_told_as_a_recording_is(runner: Runner, demo: Float32) -> None:
    """The same samples heard live and as a file: the same utterances, answers and whole."""
    log = Log(runner)
    log.session.resume(0.0)
    for step in (steps := steps_of(runner, [demo])):
        log.session.take(step)
    file, live = analyze_samples(runner, demo, RATE_HZ, "demo"), log.session.report("Session")
    assert_same(live.segments, file.segments)
    np.testing.assert_array_equal(live.course.times_s, file.course.times_s)
    np.testing.assert_array_equal(live.course.probabilities, file.course.probabilities)
    assert (live.label, live.origin, live.duration_s) == (file.label, file.origin, file.duration_s)
    assert (live.began, live.name, live.path) == (BEGAN, "Session", None)
    shown = [
        step.prediction.probabilities for step in steps if step.probabilities is not None and step.prediction
    ]
    np.testing.assert_array_equal(log.session.report("", smoothed=True).course.probabilities, shown)


def test_times_go_on_over_pauses(runner: Runner) -> None:
    """Stream time begins anew with each start; the session's is that of the clock, and never goes back."""
    log = Log(runner)
    log.session.resume(0.0)
    log.say(1.0, 2.0)
    log.now_s = 160.0
    log.session.resume(0.0)
    log.say(1.0, 2.0)
    log.now_s = 170.0
    log.session.resume(2.5)
    log.say(3.0)
    log.now_s = 170.1  # a sound card whose seconds are shorter
    log.session.resume(0.0)
    log.say(0.5)
    report = log.session.report("")
    np.testing.assert_allclose(report.course.times_s, [1, 2, 61, 62, 70.5, 71.0])
    np.testing.assert_allclose([one.start_s for one in report.segments], [0, 1, 60, 61, 69.5, 70.0])
    assert report.duration_s == pytest.approx(71.0)


def test_a_loss_is_a_span_of_the_session(runner: Runner) -> None:
    """From the last sound to the device's return, whatever went wrong in between; time goes on over it."""
    log = Log(runner)
    log.session.lose(0.0)
    assert log.session.report("").missing == (), "before anything was heard nothing is missing"
    log.session.resume(0.0)
    log.say(1.0, 2.0)
    log.now_s = 104.0
    log.session.lose(2.5)
    going_on = log.session.report("")
    assert going_on.missing == (Missing(2.5, 4.0, 1.5),)
    assert going_on.duration_s == log.session.lately(60.0).end_s == 4.0
    log.now_s = 110.0
    log.session.resume(2.5)  # opened, but nothing came
    log.session.lose(2.5)
    log.now_s = 115.0
    log.session.resume(2.5)
    log.say(3.0)
    report = log.session.report("")
    assert report.missing == log.session.lately(60.0).missing == (Missing(2.5, 15.0, 12.5),)
    np.testing.assert_allclose(report.course.times_s, [1, 2, 15.5])
    assert log.session.lately(0.4).missing == ()


def test_what_is_stopped_is_not_missing(runner: Runner) -> None:
    """A loss ends with the listening: the pause after it is the person's own."""
    log = Log(runner)
    log.session.resume(0.0)
    log.say(1.0)
    log.session.lose(1.0)
    log.now_s = 105.0
    log.session.stop()
    log.now_s = 200.0
    assert log.session.report("").missing == (Missing(1.0, 5.0, 4.0),)
    log.session.resume(0.0)
    log.session.clear()
    assert log.session.report("").missing == ()


def test_overflows_are_moments(runner: Runner) -> None:
    """Each with how much was lost; there is room for many, and no more than that."""
    log = Log(runner)
    log.session.skip(0.0, 1.0)
    log.session.resume(0.0)
    log.say(1.0)
    for number in range(session.MOST_MISSING + 5):
        log.session.skip(1.0 + number, 0.01)
    report = log.session.report("")
    assert len(report.missing) == session.MOST_MISSING
    assert report.missing[0] == Missing(6.0, 6.0, 0.01)


def test_a_report_stays_as_it_is(runner: Runner) -> None:
    """It can be drawn and written while the session goes on; who draws it sees that there is more."""
    log = Log(runner)
    log.session.resume(0.0)
    log.say(1.0)
    report, changes = log.session.report(""), log.session.changes
    log.say(2.0)
    assert len(report.course) == len(report.segments) == 1
    assert log.session.changes == changes + 2


def test_days_fit_into_bounded_memory(runner: Runner) -> None:
    """Answers are left out, but evenly, from first to last; of the utterances the newest are there."""
    log = Log(runner, most_answers=2000, most_segments=500)
    log.session.resume(0.0)
    count = 50_000
    log.say(*range(1, count + 1))
    report = log.session.report("")
    times_s = report.course.times_s
    assert 1000 <= len(times_s) <= 2000
    assert len(log.session._times_s) == len(log.session._answers) == 2000
    assert times_s[0] == 1.0
    assert set(np.diff(times_s)) == {32.0}
    assert count - times_s[-1] < 32
    said = [log.labels[int(row.argmax())] for row in report.course.probabilities]
    assert said == [log.labels[int(time_s) % len(log.labels)] for time_s in times_s]
    assert [one.end_s for one in report.segments] == list(range(count - 499, count + 1))


def test_cleared_it_begins_anew(runner: Runner) -> None:
    """Whoever clears the log while listening sees only what comes afterwards, from zero."""
    log = Log(runner)
    log.session.resume(0.0)
    log.say(5.0, 6.0)
    log.session.clear()
    assert log.session.report("").label == "no speech"
    assert log.session.began is None
    log.say(7.0, 8.0)
    assert log.session.report("").course.times_s.tolist() == [0.0, 1.0]
    assert log.session.report("").segments[0].start_s == 0.0


def test_what_is_heard_live_is_logged(desk: Callable[..., Desk], demo: Float32) -> None:
    """Over two starts, with nobody asking for it; there is no sound in it."""
    it = desk(FakeSource(demo[: 5 * RATE_HZ], ends=True))
    assert it.engine.session is not None
    for _ in range(2):
        it.sources[0]._read = 0
        it.engine.start()
        until(lambda: not it.engine.running)
    report = it.engine.session.report("Session")
    segments = [step.segment for step in it.steps if step.segment is not None]
    assert len(report.segments) == len(segments) >= 2
    assert len(report.course) == sum(step.probabilities is not None for step in it.steps)
    assert report.segments[-1].start_s >= 5.0
    assert report.began is not None


def test_without_a_model_there_is_no_session(desk: Callable[..., Desk]) -> None:
    """Nothing could be decided."""
    assert desk(FakeSource(np.zeros(0, np.float32)), model=None).engine.session is None
