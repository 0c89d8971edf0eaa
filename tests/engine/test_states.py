"""Whatever a source does, listening goes from state to state as it may, and says why where it must."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.engine import run
from ser_desktop.engine.hearing import Hearing, Rules
from ser_desktop.engine.recording import Recorder
from ser_desktop.engine.run import Run
from ser_desktop.engine.session import Session
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, Snapshot, State
from tests.sounds import RATE_HZ, silence

PATIENCE_S = 60.0
HEARD = {State.NO_SPEECH, State.LISTENING, State.UNSURE}
MAY_FOLLOW = {
    State.OPENING: {State.OPENING, State.LOST, State.IDLE, State.FAILED, *HEARD},
    State.LOST: {State.LOST, State.OPENING, State.IDLE, State.FAILED, *HEARD},
    **{state: {State.LOST, State.OPENING, State.IDLE, State.FAILED, *HEARD} for state in HEARD},
    State.IDLE: set[State](),
    State.FAILED: set[State](),
}

SOUNDS = ("speech", "silence", "nan", "square", "nothing", "click")
DEEDS = ("lose", "die", "move", "refuse", "fault", "rules", "again", "record", "last", "cancel")
some = st.sampled_from
spoken = some(["speech", "speech rules", "speech speech", "speech lose speech", "speech die speech"])
happenings = st.one_of(spoken, some(SOUNDS), some(DEEDS))  # most often somebody speaks, and no fault ends it
events = st.lists(happenings, min_size=1, max_size=12).map(lambda them: " ".join(them).split())
refusals = st.lists(some(["device-busy", "no-microphone", "no-portaudio"]), max_size=1)


@dataclass
class Script:
    """A source that does at each read what comes next in its script; fulfils the AudioSource protocol.

    ``do`` carries out what is none of its own business; ``over`` is set once all was done.
    """

    speech: Float32
    events: list[str]
    refusals: list[str]
    do: Callable[[str], None] = lambda _event: None
    name: str = "Script"
    rate_hz: int = RATE_HZ
    lost_samples: int = 0
    alive: bool = False
    moved: bool = False
    finished: bool = False
    over: threading.Event = field(default_factory=threading.Event)
    read_samples: int = 0
    is_open: bool = False
    faulted: bool = False
    _at: int = 0

    def open(self) -> None:
        """Refuse as often as is wanted, then open."""
        assert not self.is_open
        if self.refusals:
            code = self.refusals.pop(0)
            raise UserError(code, "It refuses.", "", "Wait.")
        self.alive = self.is_open = True
        self.moved, self.lost_samples = False, 0

    def read(self) -> Float32:
        """Do the next thing of the script."""
        if not self.events:
            self.over.set()
        if not self.alive or not self.events:
            return silence(0.0)
        event = self.events.pop(0)
        if event in SOUNDS:
            block = self._sound(event)
            self.read_samples += len(block)
            return block
        if event == "fault":
            self.faulted = True
            raise RuntimeError("a driver that nobody tested")
        self.lost_samples += 1_000 * (event == "lose")
        self.moved = event == "move"
        self.alive = event not in {"die", "move", "refuse"}
        self.refusals += ["device-busy", "no-microphone"] * (event == "refuse")
        self.do(event)
        return silence(0.0)

    def close(self) -> None:
        """End."""
        self.is_open = self.alive = False

    def _sound(self, event: str) -> Float32:
        size = 2 * RATE_HZ
        if event == "speech":
            self._at = self._at % (len(self.speech) - size) + size
            return self.speech[self._at - size : self._at]
        square = np.where(np.arange(size) // 40 % 2, 1, -1).astype(np.float32)
        return {
            "silence": silence(1.0),
            "nan": np.full(size, np.nan, np.float32),
            "square": square,
            "nothing": silence(0.0),
            "click": self.speech[:1],
        }[event]


class Watched(Run):
    """Keeps all that it ever told."""

    told: list[Snapshot]

    def __setattr__(self, name: str, value: object) -> None:
        if name == "snapshot":
            self.__dict__.setdefault("told", []).append(value)
        super().__setattr__(name, value)


@pytest.fixture(scope="module", autouse=True)
def _at_once() -> Iterator[None]:
    """Let neither pauses between two reads nor lost devices cost the tests time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "_TICK_S", 0.0)
        patch.setattr(run, "_RETRY_S", (0.0,))
        yield


@pytest.fixture(scope="module")
def speech(demo: Float32) -> Float32:
    """Return two sentences [n] without much of a pause."""
    return demo[round(1.2 * RATE_HZ) : round(10 * RATE_HZ)]


def listened(runner: Runner, source: Script) -> tuple[Watched, Session]:
    """Listen to a script until it is over, or listening is."""
    hearing = Hearing(runner)
    other = Hearing(runner, Rules(hop_s=0.3, unsure_below=0.95))
    recorder, session = Recorder(hearing), Session(hearing)
    it = Watched(hearing, source, threading.Lock(), recorder, session, lambda: None, lambda _step: None)
    deeds: dict[str, Callable[[], None]] = {
        "rules": lambda: it.use(other),
        "again": lambda: it.use(replace(hearing)),
        "record": lambda: recorder.record(1.0),
        "last": lambda: recorder.last(1.0),
        "cancel": recorder.cancel,
    }
    source.do = lambda event: deeds.get(event, lambda: None)()
    it.start()
    while it.alive and not source.over.wait(0.01):
        pass
    it.stop()
    it._thread.join(PATIENCE_S)
    assert not it.alive
    return it, session


def check_moment(moment: Snapshot) -> None:
    """One moment alone: it explains itself, and tells nothing that is no number."""
    assert (moment.error is not None) == (moment.state in {State.LOST, State.FAILED})
    assert (moment.prediction is None) or moment.state in {State.LISTENING, State.UNSURE}
    if moment.prediction is not None:
        assert np.isfinite(moment.prediction.probabilities).all()
        assert (moment.prediction.label is None) == (moment.state is State.UNSURE)
    if moment.trace is not None:
        assert np.isfinite(moment.trace.envelope).all()
    assert (moment.rate_hz > 0) >= (moment.state in HEARD)


def check(runner: Runner, speech: Float32, events: list[str], refusals: list[str]) -> list[Snapshot]:
    """Listen to a script and look at all that was told of it; return that."""
    source = Script(speech, list(events), list(refusals))
    it, session = listened(runner, source)
    told = it.told
    assert told[0].state is State.OPENING
    for before, after in pairwise(told):
        assert after.state in MAY_FOLLOW[before.state], f"{before.state} -> {after.state}"
        assert after.time_s >= before.time_s
        assert after.lost_samples >= before.lost_samples
    for moment in told:
        check_moment(moment)
    last = told[-1]
    hopeless = refusals[:1] == ["no-portaudio"]
    assert last.state is (State.FAILED if source.faulted or hopeless else State.IDLE)
    assert not source.is_open
    assert last.time_s == pytest.approx(source.read_samples / RATE_HZ, abs=0.21 if source.faulted else 1e-6)
    assert last.lost_samples == 1_000 * (events.count("lose") - source.events.count("lose"))
    report = session.report("all of it")
    ends_s = [edge for one in report.segments for edge in (one.start_s, one.end_s)]
    assert ends_s == sorted(ends_s)
    assert np.isfinite(report.course.probabilities).all()
    return told


@settings(max_examples=12)
@given(events=events, refusals=refusals)
def test_states_follow_each_other_as_they_may(
    runner: Runner, speech: Float32, events: list[str], refusals: list[str]
) -> None:
    """Sound, silence, NaN, losses, deaths, refusals and faults in any order; nothing is told backwards."""
    check(runner, speech, events, refusals)


@pytest.mark.soak
def test_many_scripts(runner: Runner, speech: Float32, measured: Callable[[str], None]) -> None:
    """The same five hundred times; every state is reached, and from most of them most others."""
    seen: set[tuple[State, State]] = set()

    @settings(max_examples=500, database=None)
    @given(events=events, refusals=refusals)
    def play_often(events: list[str], refusals: list[str]) -> None:
        told = check(runner, speech, events, refusals)
        seen.update((before.state, after.state) for before, after in pairwise(told))

    play_often()
    assert {after for _, after in seen} == set(State)
    measured(f"500 scripts, {len(seen)} kinds of steps from state to state, none of them forbidden")
