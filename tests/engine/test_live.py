"""The live engine: honest about its state, never silent about a fault, out of the way when told."""

from __future__ import annotations

import dataclasses
import logging
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from ser_desktop.audio.source import AudioSource
from ser_desktop.engine import run
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Step
from ser_desktop.errors import UserError
from ser_desktop.inference.calibration import Adaptation
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.results import Device, DeviceId, Float32, Snapshot, State
from tests.engine.streams import assert_same, segments_of, steps_of
from tests.fakes.source import BUSY, FakeSource
from tests.sounds import RATE_HZ, noise, silence

PATIENCE_S = 20.0
ROOM = noise(20.0, 1e-4)
NO_MODEL = UserError("no-model", "No model is installed.")


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline_s, "it never came to pass"
        time.sleep(0.002)


class Desk:
    """An engine over fake sources, and what it did with them.

    Attributes
    ----------
    sources
        The sources to hand out, in this order; the last one is handed out again and again.
    asked
        The devices for which a source was wanted.
    refreshed
        The moments at which the list of devices was renewed.
    """

    def __init__(self, runner: Runner | None, *sources: FakeSource) -> None:
        self.sources = list(sources)
        self.asked: list[DeviceId | None] = []
        self.steps: list[Step] = []
        self.refreshed: list[Snapshot] = []
        self.fault_on_step: Exception | None = None
        self.engine = LiveEngine(
            runner,
            self._open_source,
            self._list_devices,
            no_model=NO_MODEL,
            refresh_devices=self._refresh,
            on_step=self._on_step,
        )

    def moment(self) -> Snapshot:
        """Return the newest moment."""
        return self.engine.snapshot()

    def await_state(self, state: State) -> Snapshot:
        """Wait until the engine says it is in this state."""
        until(lambda: self.moment().state is state)
        return self.moment()

    def _open_source(self, device: DeviceId | None) -> AudioSource:
        self.asked.append(device)
        return self.sources.pop(0) if len(self.sources) > 1 else self.sources[0]

    def _list_devices(self) -> list[Device]:
        return [Device(DeviceId("Fake", "Test"), RATE_HZ, 1)]

    def _refresh(self) -> None:
        assert not any(source.is_open for source in self.sources), "PortAudio would pull the stream away"
        self.refreshed.append(self.engine.snapshot())

    def _on_step(self, step: Step) -> None:
        if self.fault_on_step is not None:
            raise self.fault_on_step
        self.steps.append(step)


@pytest.fixture
def desk(runner: Runner) -> Iterator[Callable[..., Desk]]:
    """Make desks; all are closed afterwards, and no thread is left."""
    before = threading.active_count()
    desks: list[Desk] = []

    def make(*sources: FakeSource, model: Runner | None = runner) -> Desk:
        desks.append(Desk(model, *sources))
        return desks[-1]

    yield make
    for one in desks:
        one.engine.close()
    until(lambda: threading.active_count() <= before)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let neither hung drivers nor lost devices cost the tests time."""
    monkeypatch.setattr(run, "_PATIENCE_S", 0.05)
    monkeypatch.setattr(run, "_RETRY_S", (0.01, 0.02))


def test_a_session_from_start_to_stop(desk: Callable[..., Desk], demo: Float32) -> None:
    """Idle, opening, no speech, listening with an answer, idle again with the last utterance kept."""
    source = FakeSource(demo[: 6 * RATE_HZ], name="Blue Yeti")
    source.may_open.clear()
    it = desk(source)
    title = it.engine.model_title
    assert it.moment() == Snapshot(State.IDLE, model=title)
    assert len(it.engine.labels) == 7
    assert 0 <= it.engine.unsure_below < 1
    it.engine.start()
    opening = it.moment()
    assert (opening.state, opening.source, opening.model) == (State.OPENING, "Blue Yeti", title)
    assert it.engine.running
    source.may_open.set()
    until(lambda: len(it.steps) >= 30)
    heard = it.moment()
    assert heard.time_s > 5
    assert heard.trace is not None
    assert heard.level.rms_dbfs > -120
    it.engine.stop()
    states = [step.state for step in it.steps]
    assert states[:5] == [State.NO_SPEECH] * 5
    assert {State.LISTENING, State.NO_SPEECH} <= set(states[5:])
    rest = it.moment()
    assert (rest.state, rest.prediction, rest.trace, rest.error) == (State.IDLE, None, None, None)
    assert rest.segment is not None
    assert rest.segment.start_s == pytest.approx(1.4, abs=0.3)
    until(lambda: not it.engine.running)
    assert source.closed == source.opened == 1


def test_live_hears_what_a_file_holds(desk: Callable[..., Desk], runner: Runner, demo: Float32) -> None:
    """Every decision is the one that the pipeline makes of the same samples pushed at once."""
    sound = demo[: 8 * RATE_HZ]
    it = desk(FakeSource(sound, chunk=3_333, ends=True))
    it.engine.start()
    it.await_state(State.IDLE)
    until(lambda: not it.engine.running)
    assert_same(it.steps, steps_of(runner, [sound]))
    assert it.moment().segment is segments_of(it.steps)[-1]


def test_stop_in_the_middle_of_a_sentence_ends_it(desk: Callable[..., Desk], demo: Float32) -> None:
    """What was said until then is the last utterance, told to whoever follows the steps, and kept."""
    it = desk(FakeSource(demo[: 3 * RATE_HZ]))
    it.engine.start()
    until(lambda: it.moment().prediction is not None and it.moment().time_s > 2.5)
    assert it.moment().segment is None
    it.engine.stop()
    segment = it.steps[-1].segment
    assert segment is not None
    assert it.moment().segment is segment


def test_nothing_is_claimed_before_anything_was_heard(desk: Callable[..., Desk]) -> None:
    """A stream that opened but delivers nothing is still opening, not a room in which nobody speaks."""
    source = FakeSource(silence(0))
    it = desk(source)
    it.engine.start()
    until(lambda: source.opened == 1 and it.moment().trace is not None)
    assert it.moment().state is State.OPENING


@pytest.mark.usefixtures("impatient")
def test_a_lost_device_comes_back_by_itself(desk: Callable[..., Desk], demo: Float32) -> None:
    """LOST with a reason, the list renewed before each attempt, then on with time and losses counted."""
    source = FakeSource(np.concatenate([demo[: 3 * RATE_HZ], ROOM]))
    source.dies_at = 3 * RATE_HZ
    source.loses_samples = 7
    source.may_reopen.clear()
    source.later_refusals = [BUSY, BUSY]
    it = desk(source)
    it.engine.start()
    lost = it.await_state(State.LOST)
    assert lost.error is not None
    assert lost.error.code == "microphone-lost"
    assert "Fake" in lost.error.detail
    assert lost.segment is not None, "what was said before is an utterance"
    assert (lost.prediction, lost.lost_samples) == (None, 7)
    assert lost.time_s == pytest.approx(3.0)
    assert it.engine.running
    source.may_reopen.set()
    back = it.await_state(State.NO_SPEECH)
    assert (back.error, back.lost_samples) == (None, 14)
    assert back.time_s > 3.0
    assert (source.opened, source.later_refusals) == (2, [])
    assert len(it.refreshed) >= 3
    times = [step.time_s for step in it.steps]
    assert times == sorted(times)


@pytest.mark.usefixtures("impatient")
def test_stop_while_lost_stays_stopped(desk: Callable[..., Desk]) -> None:
    """No further attempt is made, and no decision comes out of nothing."""
    threads = threading.active_count()
    source = FakeSource(ROOM)
    source.dies_at = RATE_HZ
    source.later_refusals = [BUSY] * 10_000
    it = desk(source)
    it.engine.start()
    it.await_state(State.LOST)
    count = len(it.steps)
    it.engine.stop()
    assert it.moment().state is State.IDLE
    until(lambda: threading.active_count() == threads)
    assert len(it.steps) == count
    assert it.steps[-1].time_s == pytest.approx(1.0)
    assert source.opened == 1


def test_a_device_that_cannot_be_opened_is_waited_for(desk: Callable[..., Desk]) -> None:
    """The reason is the device's own; once it can be opened it is heard, without a press."""
    source = FakeSource(ROOM)
    source.refusals = [BUSY, BUSY]
    it = desk(source)
    it.engine.start()
    waiting = it.await_state(State.LOST)
    assert waiting.error is BUSY
    assert waiting.source == "Fake"
    assert it.engine.running
    assert it.await_state(State.NO_SPEECH).error is None
    assert it.engine.session is not None
    assert it.engine.session.report("").missing == (), "nothing had begun that could be missing"


def test_without_portaudio_nobody_waits(desk: Callable[..., Desk]) -> None:
    """It does not come by itself: the reason is told, and pressing Start tries again."""
    source = FakeSource(ROOM)
    source.refusals = [UserError("no-portaudio", "Sound input is not available.")]
    it = desk(source)
    it.engine.start()
    failed = it.await_state(State.FAILED)
    assert failed.error is not None
    assert failed.error.code == "no-portaudio"
    until(lambda: not it.engine.running)
    it.engine.start()
    assert it.await_state(State.NO_SPEECH).error is None


def test_without_a_model_starting_fails_in_words(desk: Callable[..., Desk]) -> None:
    """No source is opened; stopping afterwards is harmless."""
    source = FakeSource(ROOM)
    it = desk(source, model=None)
    assert (it.engine.labels, it.engine.model_title, it.engine.unsure_below) == ((), "", 0.0)
    it.engine.start()
    assert (it.moment().state, it.moment().error) == (State.FAILED, NO_MODEL)
    assert not it.engine.running
    it.engine.stop()
    assert it.moment().state is State.IDLE
    assert (it.asked, source.opened) == ([], 0)


class BrokenRunner(Runner):
    """A model with a mistake that shows at its first question."""

    def predict(self, frames: Float32, adaptation: Adaptation | None = None) -> Answer:
        """Break."""
        raise ZeroDivisionError(f"a mistake in the model, at {len(frames)} frames, {adaptation}")


def _break_model(it: Desk, runner: Runner) -> None:
    broken = BrokenRunner.__new__(BrokenRunner)
    vars(broken).update(vars(runner))
    it.engine._hearing = Hearing(broken)


def _break_listener(it: Desk, _runner: Runner) -> None:
    it.fault_on_step = ZeroDivisionError("a mistake in the listener")


def _break_source(it: Desk, _runner: Runner) -> None:
    it.sources[0].fault_on_read = ZeroDivisionError("a mistake in the source")


def _break_open(it: Desk, _runner: Runner) -> None:
    it.sources[0].refusals = [ZeroDivisionError("a mistake in opening")]


def _break_close(it: Desk, _runner: Runner) -> None:
    it.sources[0].dies_at = RATE_HZ
    it.sources[0].fault_on_close = ZeroDivisionError("a mistake in closing")


@pytest.mark.parametrize("mistake", [_break_model, _break_listener, _break_source, _break_open, _break_close])
def test_a_mistake_is_never_silent(
    desk: Callable[..., Desk],
    runner: Runner,
    demo: Float32,
    caplog: pytest.LogCaptureFixture,
    mistake: Callable[[Desk, Runner], None],
) -> None:
    """Whatever breaks, listening ends in FAILED with words for the person and all details in the log."""
    source = FakeSource(demo)
    it = desk(source)
    mistake(it, runner)
    with caplog.at_level(logging.ERROR):
        it.engine.start()
        failed = it.await_state(State.FAILED)
        until(lambda: not it.engine.running)
    assert failed.error is not None
    assert failed.error.code == "internal"
    assert "ZeroDivisionError: a mistake" in caplog.text
    assert source.closed >= 1
    source.fault_on_close = None
    it.engine.stop()
    assert it.moment().state is State.IDLE


@pytest.mark.usefixtures("impatient")
def test_fifty_starts_leave_no_thread(desk: Callable[..., Desk]) -> None:
    """And no open device; the check for threads is the fixture's."""
    source = FakeSource(ROOM)
    it = desk(source)
    for _ in range(50):
        it.engine.start()
        it.engine.stop()
        assert it.moment().state is State.IDLE
    until(lambda: not source.is_open)


@pytest.mark.usefixtures("impatient")
def test_a_hung_driver_holds_up_nobody(desk: Callable[..., Desk]) -> None:
    """Stop returns; what the old run says later is not shown; the next run waits until the device is free."""
    hung, fine = FakeSource(ROOM, name="Hung"), FakeSource(ROOM, name="Fine")
    hung.may_open.clear()
    it = desk(hung, fine)
    it.engine.start()
    it.engine.stop()
    assert it.moment().state is State.IDLE
    before = len(it.refreshed)
    it.engine.devices()
    assert len(it.refreshed) == before, "a refresh would pull the driver from under its feet"
    it.engine.start()
    assert (it.moment().state, it.moment().source) == (State.OPENING, "Fine")
    assert fine.opened == 0
    hung.may_open.set()
    assert it.await_state(State.NO_SPEECH).source == "Fine"
    assert (hung.opened, hung.is_open) == (1, False)


@pytest.mark.usefixtures("impatient")
def test_a_run_left_behind_never_opens_its_device(desk: Callable[..., Desk]) -> None:
    """Started and stopped while another run hung, it has no business any more when its turn comes."""
    hung, late, last = (FakeSource(ROOM, name=name) for name in ("Hung", "Late", "Last"))
    hung.may_open.clear()
    it = desk(hung, late, last)
    it.engine.start()
    it.engine.start()
    it.engine.start()
    hung.may_open.set()
    assert it.await_state(State.NO_SPEECH).source == "Last"
    assert late.opened == 0


def test_another_device_is_taken_at_once(desk: Callable[..., Desk]) -> None:
    """While listening the new one is opened after the old one was closed; at rest it is only remembered."""
    first, second = FakeSource(ROOM, name="First"), FakeSource(ROOM, name="Second")
    it = desk(first, second)
    yeti, webcam = DeviceId("Yeti", "Test"), DeviceId("Webcam", "Test")
    it.engine.use_device(yeti)
    assert it.moment().state is State.IDLE
    it.engine.start()
    it.await_state(State.NO_SPEECH)
    it.engine.use_device(webcam)
    until(lambda: it.moment().state is State.NO_SPEECH and it.moment().source == "Second")
    assert it.asked == [yeti, webcam]
    assert not first.is_open


def test_another_device_is_tried_after_a_refusal(desk: Callable[..., Desk]) -> None:
    """Who picks another microphone because the first was busy need not press Start as well."""
    busy, free = FakeSource(ROOM, name="Busy"), FakeSource(ROOM, name="Free")
    busy.refusals = [BUSY] * 10_000
    it = desk(busy, free)
    it.engine.start()
    it.await_state(State.LOST)
    it.engine.use_device(DeviceId("Free", "Test"))
    assert it.await_state(State.NO_SPEECH).source == "Free"


def test_devices_are_looked_for_afresh_only_at_rest(desk: Callable[..., Desk]) -> None:
    """While a stream is open a refresh would end it; the list itself can always be read."""
    it = desk(FakeSource(ROOM))
    assert len(it.engine.devices()) == 1
    assert len(it.refreshed) == 1
    it.engine.start()
    it.await_state(State.NO_SPEECH)
    assert len(it.engine.devices()) == 1
    assert len(it.refreshed) == 1
    it.engine.stop()
    it.engine.devices()
    assert len(it.refreshed) == 2


def test_a_moment_stays_as_it_is(desk: Callable[..., Desk], demo: Float32) -> None:
    """A snapshot cannot be written to, and what it holds is not drawn over while the engine goes on."""
    it = desk(FakeSource(demo[: 6 * RATE_HZ]))
    it.engine.start()
    until(lambda: it.moment().prediction is not None)
    moment = it.moment()
    with pytest.raises(dataclasses.FrozenInstanceError):
        moment.time_s = 0.0  # type: ignore[misc]  # this is the test
    assert moment.trace is not None
    assert moment.prediction is not None
    arrays: list[Any] = [moment.trace.envelope, moment.trace.attention, moment.prediction.probabilities]
    before = [array.copy() for array in arrays]
    until(lambda: it.moment().time_s > moment.time_s + 1)
    for array, copy in zip(arrays, before, strict=True):
        np.testing.assert_array_equal(array, copy)
