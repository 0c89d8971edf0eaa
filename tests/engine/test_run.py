"""A run of the engine, moment by moment and without waiting: what it asks for, in order, and tells."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import numpy as np
import pytest

from ser_desktop.engine import faults
from ser_desktop.engine.hearing import Hearing, Rules
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.engine.run import _TICK_S as TICK_S
from ser_desktop.engine.run import Run
from ser_desktop.engine.session import Session
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, Segment, Snapshot, State
from tests.engine.streams import assert_same, finished
from tests.fakes.source import BUSY, FakeSource
from tests.sounds import RATE_HZ, noise, silence

CHUNK = 4_000
ROOM = noise(3.0, 1e-4)
GONE = UserError("no-microphone", "There is no microphone.")
HOPELESS = UserError("no-portaudio", "The sound library is missing.")


class Notes:
    """What happened, in order: who was asked, for what, and with which numbers."""

    def __init__(self) -> None:
        self.lines: list[tuple[Any, ...]] = []

    def of(self, *names: str) -> list[tuple[Any, ...]]:
        """Return the lines of these kinds."""
        return [line for line in self.lines if line[0] in names]


class NotedSource(FakeSource):
    """Notes what is asked of it, and whether its lock was held when it was opened."""

    def __init__(self, notes: Notes, samples: Float32, **options: Any) -> None:
        super().__init__(samples, **options)
        self._notes = notes
        self.lock = threading.Lock()
        self.locked: list[bool] = []

    def open(self) -> None:
        self._notes.lines.append(("open",))
        self.locked.append(self.lock.locked())
        super().open()

    def read(self) -> Float32:
        samples = super().read()
        self._notes.lines.append(("read", len(samples)))
        return samples

    def close(self) -> None:
        self._notes.lines.append(("close",))
        super().close()


class NotedRecorder(Recorder):
    """Notes what it is told."""

    def __init__(self, notes: Notes, hearing: Hearing) -> None:
        super().__init__(hearing)
        self._notes = notes

    def begin(self, rate_hz: int, source: str) -> None:
        self._notes.lines.append(("begin", rate_hz, source))
        super().begin(rate_hz, source)

    def hear(self, samples: Float32, lost_samples: int) -> None:
        self._notes.lines.append(("hear", len(samples), lost_samples))
        super().hear(samples, lost_samples)

    def work(self) -> None:
        self._notes.lines.append(("work",))
        super().work()

    def finish(self) -> None:
        self._notes.lines.append(("finish",))
        super().finish()

    def end(self) -> None:
        self._notes.lines.append(("end",))
        super().end()


class NotedSession(Session):
    """Notes what it is told."""

    def __init__(self, notes: Notes, hearing: Hearing) -> None:
        self._notes = notes
        super().__init__(hearing)

    def resume(self, time_s: float) -> None:
        self._notes.lines.append(("resume", time_s))
        super().resume(time_s)

    def lose(self, time_s: float) -> None:
        self._notes.lines.append(("lose", time_s))
        super().lose(time_s)

    def skip(self, time_s: float, lost_s: float) -> None:
        self._notes.lines.append(("skip", time_s, lost_s))
        super().skip(time_s, lost_s)

    def use(self, hearing: Hearing) -> None:
        self._notes.lines.append(("use", hearing))
        super().use(hearing)

    def take(self, step: Step) -> None:
        self._notes.lines.append(("take", step))
        super().take(step)

    def stop(self) -> None:
        self._notes.lines.append(("stop",))
        super().stop()


class Scene:
    """A run that waits for nothing: each wait is noted, with what the run told then.

    Attributes
    ----------
    moments
        The snapshot at each wait.
    at_waits
        What happens at the wait of that number, from 1.
    patient
        What the run waits with by itself, for those that play on its own thread.
    """

    def __init__(self, runner: Runner, samples: Float32, **options: Any) -> None:
        self.notes = Notes()
        self.hearing = Hearing(runner)
        self.source = NotedSource(self.notes, samples, chunk=CHUNK, **options)
        self.steps: list[Step] = []
        self.moments: list[Snapshot] = []
        self.at_waits: dict[int, Callable[[], None]] = {}
        self.run = Run(
            self.hearing,
            self.source,
            self.source.lock,
            NotedRecorder(self.notes, self.hearing),
            NotedSession(self.notes, self.hearing),
            lambda: self.notes.lines.append(("refresh",)),
            self.steps.append,
        )
        self.before = self.run.snapshot
        self.patient = self.run._stopping
        self.run._stopping = stopping = threading.Event()

        def wait(seconds: float) -> bool:
            self.notes.lines.append(("wait", seconds))
            self.moments.append(self.run.snapshot)
            assert len(self.moments) < 100, "it waits for ever"
            self.at_waits.get(len(self.moments), lambda: None)()
            return stopping.is_set()

        stopping.wait = wait  # type: ignore[method-assign, assignment]  # that is what this class is for

    def play(self) -> Snapshot:
        """Run to the end, on this thread; return what is told then."""
        self.run._main()
        assert not self.source.lock.locked()
        return self.run.snapshot

    def stop_at_wait(self, number: int) -> None:
        """Let somebody stop it then."""
        self.at_waits[number] = self.run._stopping.set


def sentence(demo: Float32) -> Float32:
    """Return three seconds [n] in which a sentence begins after 0.4 s."""
    return demo[RATE_HZ : 4 * RATE_HZ]


def last_segment(steps: list[Step]) -> Segment | None:
    """Return the last utterance that ended, if one did."""
    ended = [step.segment for step in steps if step.segment is not None]
    return ended[-1] if ended else None


def chunks(samples: Float32) -> list[Float32]:
    """Cut samples [n] as the source does; the last is empty."""
    return [samples[at : at + CHUNK] for at in range(0, len(samples) + 1, CHUNK)]


def test_a_clip_from_its_beginning_to_its_end(runner: Runner, demo: Float32) -> None:
    """Opened, heard, shown as the pipeline has it, ended, closed; the last utterance stays."""
    sound = sentence(demo)
    scene = Scene(runner, sound, ends=True, name="Demo")
    assert scene.before == Snapshot(State.OPENING, source="Demo")
    told = scene.play()
    pipeline, steps = Pipeline(runner, RATE_HZ), list[Step]()
    for moment, chunk in zip(scene.moments, chunks(sound), strict=False):
        steps += pipeline.push(chunk)
        assert (moment.state, moment.time_s, moment.level) == (
            steps[-1].state,
            pipeline.time_s,
            pipeline.level,
        )
        assert moment.trace is not None
        np.testing.assert_equal(asdict(moment.trace), asdict(pipeline.trace()))
        said = (moment.prediction.probabilities if moment.prediction is not None else None, moment.segment)
        expected = steps[-1].prediction.probabilities if steps[-1].prediction is not None else None
        np.testing.assert_equal(said, (expected, last_segment(steps)))
        plain = (moment.source, moment.rate_hz, moment.lost_samples, moment.error)
        assert plain == ("Demo", RATE_HZ, 0, None)
    steps += pipeline.flush()
    assert_same(scene.steps, steps)
    assert {State.NO_SPEECH, State.LISTENING} <= {moment.state for moment in scene.moments}
    last = last_segment(scene.steps)
    assert last is not None
    assert told == Snapshot(State.IDLE, time_s=pipeline.time_s, source="Demo", segment=last)
    head: list[object] = [("open",), ("begin", RATE_HZ, "Demo"), ("use", scene.hearing), ("resume", 0.0)]
    turn: list[object] = [("read", CHUNK), ("hear", CHUNK, 0), ("work",), ("wait", TICK_S)]
    tail: list[object] = [("read", 0), ("hear", 0, 0), ("end",), ("stop",), ("close",)]
    asked = [line for line in scene.notes.lines if line[0] not in {"take", "finish"}]
    assert asked == [*head, *turn * (len(sound) // CHUNK), *tail]
    assert [line[1] for line in scene.notes.of("take")] == scene.steps
    assert scene.source.locked == [True]


def test_stopped_it_ends_what_was_being_said(runner: Runner, demo: Float32) -> None:
    """Whatever has come by then is heard, the utterance ends there, and it is idle."""
    scene = Scene(runner, sentence(demo))
    scene.stop_at_wait(7)
    told = scene.play()
    assert len(scene.moments) == 7
    assert_same(scene.steps, finished(Pipeline(runner, RATE_HZ), [sentence(demo)[: 8 * CHUNK]]))
    assert told == replace(scene.before, state=State.IDLE, time_s=2.0, segment=told.segment)
    assert told.segment is scene.steps[-1].segment is not None
    assert scene.notes.of("lose", "refresh") == []
    assert [line[0] for line in scene.notes.of("end", "stop", "close")] == ["end", "stop", "close"]


def test_stopped_before_its_turn_it_opens_nothing(runner: Runner) -> None:
    """It has no business with the device any more."""
    scene = Scene(runner, ROOM)
    scene.run._stopping.set()
    assert scene.play() == replace(scene.before, state=State.IDLE)
    assert scene.notes.of("open", "read", "begin") == []


def test_a_lost_device_is_tried_ever_less_often(runner: Runner) -> None:
    """Told by the reason that fits; what was heard before is kept, and time and losses go on."""
    scene = Scene(runner, ROOM)
    scene.source.dies_at = 5 * CHUNK
    scene.source.loses_samples = 800
    scene.source.later_refusals = [GONE, BUSY, GONE, BUSY]
    scene.at_waits[10] = lambda: setattr(scene.source, "loses_samples", 160)
    scene.stop_at_wait(13)
    told = scene.play()
    waits = [seconds for _, seconds in scene.notes.of("wait")]
    assert waits == [TICK_S] * 5 + [0.5, 1.0, 2.0, 2.0, 2.0] + [TICK_S] * 3
    lost, still, busy, _, again, back = scene.moments[5:11]
    assert [one.state for one in scene.moments[5:10]] == [State.LOST] * 5
    assert lost.error is not None
    assert lost.error.to_data() == faults.lost("Fake").to_data()
    assert still.error is lost.error, "that it is not there was told before"
    assert busy.error is again.error is BUSY
    assert (lost.time_s, lost.lost_samples, lost.rate_hz, lost.prediction) == (1.25, 800, 0, None)
    assert (back.state, back.error, back.lost_samples) == (State.NO_SPEECH, None, 960)
    assert back.time_s > 1.25
    assert (told.state, told.lost_samples, told.error) == (State.IDLE, 960, None)
    assert scene.notes.of("lose") == [("lose", 1.25)]
    assert scene.notes.of("resume") == [("resume", 0.0), ("resume", 1.25)]
    assert scene.notes.of("skip") == [("skip", 0.0, 0.05), ("skip", 1.25, 0.01)]
    assert scene.notes.of("begin") == [("begin", RATE_HZ, "Fake")] * 2
    asked = [line[0] for line in scene.notes.of("open", "close", "refresh", "lose", "end")]
    assert asked == ["open", "lose", "close", *["refresh", "open"] * 5, "end", "close"]
    assert [line for line in scene.notes.of("hear") if line[2] == 160], "the recorder is told of losses too"
    times_s = [step.time_s for step in scene.steps]
    assert times_s == sorted(times_s)


def test_a_loss_while_it_listens_is_told_once(runner: Runner) -> None:
    """The log learns where and how long, at the rate of the source; the sum is shown from then on."""
    scene = Scene(runner, ROOM)
    for wait, samples in ((2, 400), (4, 560)):
        scene.at_waits[wait] = lambda samples=samples: setattr(scene.source, "lost_samples", samples)  # type: ignore[misc]  # bound now
    scene.stop_at_wait(6)
    told = scene.play()
    assert scene.notes.of("skip") == [
        ("skip", scene.moments[1].time_s, 0.025),
        ("skip", scene.moments[3].time_s, 0.01),
    ]
    assert [moment.lost_samples for moment in scene.moments] == [0, 0, 400, 400, 560, 560]
    assert told.lost_samples == 560


def test_until_sound_comes_it_is_told_why_not(runner: Runner) -> None:
    """A device that was opened again may still deliver nothing."""
    scene = Scene(runner, ROOM[: 5 * CHUNK])
    scene.source.dies_at = 5 * CHUNK
    scene.stop_at_wait(10)
    scene.play()
    assert [moment.state for moment in scene.moments[5:]] == [State.LOST] * 5
    reasons = [moment.error for moment in scene.moments[5:]]
    assert reasons[0] is not None
    assert reasons[0].code == "microphone-lost"
    assert all(reason is reasons[0] for reason in reasons)
    assert scene.moments[-1].rate_hz == RATE_HZ
    assert len(scene.notes.of("take")) == len(scene.steps)
    assert scene.steps[-1].time_s <= 1.25, "of nothing nothing is said"


def test_another_device_is_opened_at_once(runner: Runner) -> None:
    """It was not lost, but exchanged: no fault is told and no time is lost."""
    scene = Scene(runner, ROOM)
    scene.source.dies_at = 2 * CHUNK
    scene.source.moved = True
    scene.source.later_refusals = [BUSY]
    scene.stop_at_wait(6)
    scene.play()
    assert [seconds for _, seconds in scene.notes.of("wait")] == [TICK_S, TICK_S, 0.0, 0.5, TICK_S, TICK_S]
    moved = scene.moments[2]
    assert (moved.state, moved.error, moved.time_s) == (State.OPENING, None, 0.5)
    assert (scene.moments[3].state, scene.moments[3].error) == (State.LOST, BUSY)


def test_a_device_that_cannot_be_opened_is_tried_again(
    runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    """From the first time on, with its own reason, which the log keeps."""
    scene = Scene(runner, ROOM)
    scene.source.refusals = [BUSY, BUSY]
    scene.stop_at_wait(3)
    with caplog.at_level(logging.INFO, "ser_desktop.engine.run"):
        told = scene.play()
    assert [seconds for _, seconds in scene.notes.of("wait")] == [0.5, 1.0, TICK_S]
    assert [(one.state, one.error) for one in scene.moments[:2]] == [(State.LOST, BUSY)] * 2
    assert told.state is State.IDLE
    assert [record.getMessage() for record in caplog.records] == [f"not back yet: {BUSY}"]


@pytest.mark.parametrize("waits", [1, 2, 4])
def test_stopped_while_lost_it_tries_no_more(runner: Runner, waits: int) -> None:
    """Not even once more."""
    scene = Scene(runner, ROOM)
    scene.source.refusals = [BUSY] * 9
    scene.stop_at_wait(waits)
    told = scene.play()
    assert len(scene.notes.of("wait")) == waits
    assert len(scene.notes.of("open")) == waits
    assert (told.state, told.error) == (State.IDLE, None)
    assert scene.notes.of("begin") == []


def test_where_waiting_does_not_help_it_fails_at_once(runner: Runner) -> None:
    """Without a library for sound no microphone will come."""
    scene = Scene(runner, ROOM)
    scene.source.refusals = [HOPELESS]
    told = scene.play()
    assert told == replace(scene.before, state=State.FAILED, error=HOPELESS)
    assert scene.notes.of("wait") == []
    assert scene.notes.lines[-1] == ("close",)


def test_a_mistake_is_told_and_logged(runner: Runner, caplog: pytest.LogCaptureFixture) -> None:
    """In words for the person; in the log with all that led to it. The device is let go of."""
    scene = Scene(runner, ROOM)
    scene.source.fault_on_read = ZeroDivisionError("a mistake in the source")
    with caplog.at_level(logging.ERROR, "ser_desktop.engine.run"):
        told = scene.play()
    assert told == replace(scene.before, state=State.FAILED, error=faults.INTERNAL)
    (record,) = caplog.records
    assert (record.getMessage(), record.exc_info is not None) == ("The engine stopped", True)
    assert [line[0] for line in scene.notes.of("end", "stop", "close")] == ["end", "stop", "close"]


def test_other_rules_go_on_where_the_first_ended(runner: Runner, demo: Float32) -> None:
    """The device stays open, the picture and the time go on, and an utterance ends there."""
    scene = Scene(runner, demo[RATE_HZ:])
    second = Hearing(runner, Rules(hop_s=0.4))
    scene.at_waits[5] = lambda: scene.run.use(second)
    scene.stop_at_wait(11)
    scene.play()
    assert scene.notes.of("use") == [("use", scene.hearing), ("use", second)]
    assert scene.notes.of("resume") == [("resume", 0.0), ("resume", 1.5)]
    assert len(scene.notes.of("open")) == 1
    first = [step for step in scene.steps if step.time_s <= 1.5]
    assert_same(first, finished(Pipeline(runner, RATE_HZ), [demo[RATE_HZ:][: 6 * CHUNK]]))
    assert scene.moments[5].segment is last_segment(first) is not None, "it is shown until the next one ends"
    before, after = (scene.moments[at].trace for at in (4, 5))
    assert before is not None
    assert after is not None
    new = round((after.end_s - before.end_s) / after.step_s)
    np.testing.assert_array_equal(after.envelope[:-new], before.envelope[new:])
    assert before.envelope.any()
    later = [step.time_s for step in scene.steps if step.time_s > 1.5]
    np.testing.assert_allclose(np.diff(later)[:3], 0.4, atol=1e-9)


def test_of_silence_before_the_first_sample_nothing_is_said(runner: Runner) -> None:
    """A stream that delivers nothing is being opened, and ends without a decision."""
    scene = Scene(runner, silence(0))
    scene.stop_at_wait(3)
    told = scene.play()
    assert [moment.state for moment in scene.moments] == [State.OPENING] * 3
    assert not scene.steps
    assert not scene.notes.of("take")
    assert (told.state, told.time_s) == (State.IDLE, 0.0)


def test_it_has_a_thread_of_its_own(runner: Runner) -> None:
    """Named, and no hindrance to a program that ends; alive from start to stop, which waits for its end."""
    scene = Scene(runner, ROOM)
    scene.run._stopping = scene.patient
    assert not scene.run.alive
    scene.run.start()
    (thread,) = (one for one in threading.enumerate() if one is scene.run._thread)
    assert (thread.name, thread.daemon, scene.run.alive) == ("engine", True, True)
    scene.run.stop()
    thread.join(20)
    assert not scene.run.alive
    assert scene.run.snapshot.state is State.IDLE


def test_stop_waits_for_no_hung_driver(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks, waits a moment, and leaves the thread to itself."""
    monkeypatch.setattr("ser_desktop.engine.run._PATIENCE_S", 0.01)
    scene = Scene(runner, ROOM)
    scene.run._stopping = scene.patient
    scene.source.may_open.clear()
    scene.run.start()
    scene.run.stop()
    assert scene.run.alive
    scene.source.may_open.set()
    scene.run._thread.join(20)
    assert not scene.run.alive
