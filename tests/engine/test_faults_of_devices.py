"""Faults that no sound server on this machine can be made to have: scripted, with the real words for each."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio import devices, microphone
from ser_desktop.audio.faults import fault, no_sound_system
from ser_desktop.audio.microphone import Microphone
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.recording import Recorder
from ser_desktop.errors import UserError
from ser_desktop.results import Device, DeviceId, Float32, Phase, State
from tests.engine.test_live import Desk, desk, impatient, until
from tests.fakes.source import FakeSource
from tests.sounds import RATE_HZ, noise

__all__ = ["desk", "impatient"]

ROOM = noise(40.0, 0.01)
HEADSET = Device(DeviceId("Headset", "ALSA"), 48_000, 2)
REFUSALS = {
    "microphone-busy": fault(("Device unavailable", -9985), HEADSET),
    "microphone-rate": fault(("Invalid sample rate", -9997), HEADSET),
    "microphone-channels": fault(("Invalid number of channels", -9998), HEADSET),
    "microphone-forbidden": fault(("Host error", -9999, (0, -13, "Permission denied")), HEADSET),
    "microphone-failed": fault(("Internal PortAudio error", -9986), HEADSET),
    "no-microphone": fault(("Invalid device", -9996), HEADSET),
    "no-sound-system": no_sound_system("Error initializing PortAudio"),
}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_at_the_start_is_waited_out(desk: Callable[..., Desk], code: str) -> None:
    """It is told with its remedy for as long as it lasts, and then it is forgotten."""
    source = FakeSource(ROOM, name="Headset")
    source.refusals = [REFUSALS[code]] * 3
    it = desk(source)
    it.engine.start()
    told = it.await_state(State.LOST).error
    assert told is REFUSALS[code]
    assert told.code == code
    assert told.remedy
    assert it.await_state(State.NO_SPEECH).error is None
    assert source.refusals == []


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_after_a_loss_is_told_too(desk: Callable[..., Desk], code: str) -> None:
    """Plugged in again but taken by a call: the sentence is about that; clip and log go on with a gap."""
    source = FakeSource(ROOM, chunk=1_000, name="Headset")
    source.dies_at = RATE_HZ
    source.later_refusals = [REFUSALS[code]] * 5
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().time_s > 0)
    it.engine.record_clip(2.0)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    told = [moment.error.code for moment in it.refreshed if moment.error is not None]
    assert told[0] == "microphone-lost"
    assert told[-1] == ("microphone-lost" if code == "no-microphone" else code)
    recording, session = it.moment().recording, it.engine.session
    assert recording.clip is not None
    assert recording.analysis is not None
    assert session is not None
    gap_s = (RATE_HZ - recording.clip.start_sample) / RATE_HZ
    assert [(one.start_s, one.lost_s) for one in recording.analysis.missing] == [(gap_s, None)]
    np.testing.assert_array_equal(recording.clip.samples, ROOM[recording.clip.start_sample :][: 2 * RATE_HZ])
    assert len(session.report("").missing) == 1


@pytest.mark.usefixtures("impatient")
def test_an_opened_device_that_sends_nothing_is_not_back(desk: Callable[..., Desk]) -> None:
    """Until sound comes the loss is told, and in the log it is one loss."""
    source = FakeSource(ROOM[: 4 * RATE_HZ])
    source.dies_at = 2 * RATE_HZ
    it = desk(source)
    source.may_reopen.clear()
    it.engine.start()
    it.await_state(State.LOST)
    source._samples, rest = ROOM[:0], source._samples
    source.may_reopen.set()
    until(lambda: source.opened == 2 and it.moment().rate_hz > 0)
    silent = it.moment()
    assert (silent.state, silent.error and silent.error.code) == (State.LOST, "microphone-lost")
    source._samples = rest
    assert it.await_state(State.NO_SPEECH).error is None
    assert it.engine.session is not None
    assert len(it.engine.session.report("").missing) == 1


def test_another_default_is_no_loss(desk: Callable[..., Desk]) -> None:
    """It is opened at once, and nobody is told of a microphone that was gone."""
    source = FakeSource(ROOM)
    it = desk(source)
    it.engine.start()
    it.await_state(State.NO_SPEECH)
    source.moved, source.dies_at = True, 0
    until(lambda: source.opened == 2 and it.moment().state is State.NO_SPEECH)
    assert [moment.state for moment in it.refreshed] == [State.OPENING]


def _has_more(steps: list[Step], count: int) -> bool:
    return len(steps) > count


@pytest.mark.parametrize("lost", [(7,), (7, 7, 12)], ids=["once", "again"])
def test_overflows_are_marked(desk: Callable[..., Desk], lost: tuple[int, ...]) -> None:
    """What the driver counts as lost stands in clip and session, once, and listening goes on."""
    source = FakeSource(ROOM, chunk=1_000)
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().time_s > 0)
    it.engine.record_clip(8.0)
    until(lambda: it.moment().recording.recorded_s > 0)
    for count in lost:
        steps = len(it.steps)
        source.lost_samples = count
        until(partial(_has_more, it.steps, steps + 3))
    until(lambda: it.moment().recording.phase is Phase.DONE)
    recording, session = it.moment().recording, it.engine.session
    assert recording.analysis is not None
    assert session is not None
    for missing in (recording.analysis.missing, session.report("").missing):
        told_s = sum(one.lost_s or 0.0 for one in missing)
        assert told_s == pytest.approx(lost[-1] / RATE_HZ)
        assert len(missing) == len(set(lost))
    assert it.moment().lost_samples == lost[-1]


@given(
    events=st.lists(
        st.one_of(st.integers(1, 5_000), st.just("gone"), st.integers(1, 300).map(lambda lost: (lost,))),
        min_size=1,
        max_size=40,
    )
)
def test_nothing_is_lost_or_invented_over_any_faults(events: list[Any]) -> None:
    """Whatever sound, losses and overflows come in turn: all is kept that came, each gap in its place."""
    recorder, sound = Recorder(None), np.arange(300_000, dtype=np.float32) * np.float32(1e-7)
    recorder.begin(RATE_HZ, "Fake")
    recorder.record(30.0)
    at, lost, gaps = 0, 0, dict[int, int | None]()
    for event in events:
        if event == "gone":
            recorder.begin(RATE_HZ, "Fake")
            gaps[at], lost = None, 0
        elif isinstance(event, tuple):
            lost += event[0]
            recorder.hear(sound[at:at], lost)
            known = gaps.get(at, 0)
            gaps[at] = None if known is None else known + event[0]
        else:
            recorder.hear(sound[at : at + event], lost)
            at += event
    recorder.end()
    clip = recorder.state.clip
    assert (clip is not None) == (at >= RATE_HZ)
    if clip is not None:
        np.testing.assert_array_equal(clip.samples, sound[:at])
        assert {gap.at_sample: gap.lost_samples for gap in clip.gaps} == {
            place: count for place, count in gaps.items() if 0 < place < at
        }


def _let_go(*, ignore_errors: bool) -> None:
    assert not ignore_errors


class FakePortAudio:
    """PortAudio as sounddevice shows it, with a microphone whose streams are fed by hand."""

    class PortAudioError(Exception):
        """What sounddevice raises."""

    class CallbackAbort(Exception):  # noqa: N818 - as sounddevice calls it
        """What ends a stream from within."""

    def __init__(self, *, channels: int = 2, only_all: bool = False) -> None:
        self.channels, self.only_all = channels, only_all
        self.streams: list[SimpleNamespace] = []
        self._initialized = 1
        self.fails = 0

    def query_devices(self) -> list[dict[str, Any]]:
        """List the one device."""
        entry = {"index": 0, "name": "Stereo", "hostapi": 0, "max_input_channels": self.channels}
        return [{**entry, "default_samplerate": 8000.0}]

    def query_hostapis(self) -> list[dict[str, Any]]:
        """List a host API in which each microphone has one name."""
        return [{"name": "Core Audio", "default_input_device": 0}]

    def InputStream(  # noqa: N802 - as sounddevice calls it
        self, *, channels: int, callback: Callable[..., None], **_: object
    ) -> SimpleNamespace:
        """Open a stream, or refuse."""
        if self.only_all and channels != self.channels:
            raise self.PortAudioError("Invalid number of channels", -9998)

        def feed(samples: Float32, *, overflow: bool = False) -> None:
            callback(samples, len(samples), None, SimpleNamespace(input_overflow=overflow))

        stream = SimpleNamespace(channels=channels, feed=feed, active=True, start=lambda: None, close=_let_go)
        self.streams.append(stream)
        return stream

    def _initialize(self) -> None:
        if self.fails:
            self.fails -= 1
            raise self.PortAudioError("Error initializing PortAudio", -9999)
        self._initialized += 1

    def _terminate(self) -> None:
        assert self._initialized, "ended twice: PortAudio would stop the process"
        self._initialized -= 1


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakePortAudio]:
    """Put a scripted PortAudio in the place of the real one."""

    def put(**kind: Any) -> FakePortAudio:
        library = FakePortAudio(**kind)
        monkeypatch.setattr(devices, "portaudio", lambda: library)
        monkeypatch.setattr(devices, "_LINUX", False)
        monkeypatch.setattr(devices, "held", [])
        monkeypatch.setattr(devices, "left", [])
        return library

    return put


def test_a_microphone_that_gives_only_stereo_is_heard(portaudio: Callable[..., FakePortAudio]) -> None:
    """It refuses one channel; all are opened and the first is taken, not a mean that may comb."""
    library = portaudio(only_all=True)
    it = Microphone()
    it.open()
    assert library.streams[0].channels == 2
    library.streams[0].feed(np.array([[0.5, -0.5], [0.25, 1.0]], np.float32))
    np.testing.assert_array_equal(it.read(), [0.5, 0.25])


def test_a_dead_stream_cannot_speak_into_the_next(portaudio: Callable[..., FakePortAudio]) -> None:
    """Its driver wakes up late: neither its sound, nor its overflows, nor its life are the new stream's."""
    library = portaudio(channels=1)
    now_s = [0.0]
    it = Microphone(clock=lambda: now_s[0])
    it.open()
    it.open()
    old, new = library.streams
    new.feed(np.full((10, 1), 0.5, np.float32))
    old.feed(np.full((10, 1), -1.0, np.float32), overflow=True)
    np.testing.assert_array_equal(it.read(), np.full(10, 0.5))
    assert it.lost_samples == 0
    for _ in range(round(microphone.SILENT_S / 0.1) + 1):
        now_s[0] += 0.1
        old.feed(np.full((10, 1), -1.0, np.float32))
        alive = it.alive
    assert not alive, "the new stream sends nothing"


def test_a_program_that_stood_still_blames_no_microphone(portaudio: Callable[..., FakePortAudio]) -> None:
    """Nobody looked for a while, so the callbacks were held up too: they get a moment, and not another."""
    library = portaudio(channels=1)
    now_s = [0.0]
    it = Microphone(clock=lambda: now_s[0])
    it.open()
    library.streams[0].feed(np.zeros((10, 1), np.float32))
    assert it.alive
    now_s[0] += 60.0
    assert it.alive
    for _ in range(round(microphone.SILENT_S / 0.1) + 1):
        now_s[0] += 0.1
        alive = it.alive
    assert not alive


def test_a_stream_that_cannot_be_closed_stays_and_ends_itself(
    portaudio: Callable[..., FakePortAudio],
) -> None:
    """PortAudio's thread may call back later into what must not be freed; it is told to end then."""
    library = portaudio(channels=1)

    def fail(*, ignore_errors: bool) -> None:
        assert not ignore_errors
        raise library.PortAudioError("Error closing stream: Wait timed out", -9987)

    it = Microphone()
    it.open()
    (stream,) = library.streams
    stream.close = fail
    it.close()
    assert devices.left == [stream]
    assert not devices.held, "the list can be renewed"
    with pytest.raises(FakePortAudio.CallbackAbort):
        stream.feed(np.zeros((10, 1), np.float32))
    it.open()
    library.streams[1].feed(np.ones((10, 1), np.float32))
    assert len(it.read()) == 10


def test_a_device_in_pieces_is_dead(portaudio: Callable[..., FakePortAudio]) -> None:
    """PortAudio itself may fail when it is asked whether a stream runs."""
    library = portaudio(channels=1)

    class Broken(SimpleNamespace):
        """A stream that answers with a fault."""

        @property
        def active(self) -> bool:
            """Fail."""
            raise library.PortAudioError("Invalid stream pointer", -9988)

    it = Microphone()
    it.open()
    before = it.alive
    it._stream = Broken(close=_let_go)
    assert (before, it.alive) == (True, False)
    it.close()


def test_portaudio_that_cannot_begin_again_is_asked_until_it_can(
    portaudio: Callable[..., FakePortAudio],
) -> None:
    """While the system's sound starts anew that fails in words, and PortAudio is never ended twice."""
    library = portaudio(channels=1)
    library.fails = 2
    for _ in range(2):
        with pytest.raises(UserError) as caught:
            devices.refresh()
        assert caught.value.code == "no-sound-system"
        assert caught.value.remedy
    devices.refresh()
    assert library._initialized == 1
    assert len(devices.list_devices()) == 1


def test_a_driver_that_lets_go_late_holds_nothing_up(
    portaudio: Callable[..., FakePortAudio], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left behind it keeps the list as it was; once it has let go, the list can be renewed again."""
    library = portaudio(channels=1)
    vars(library)["_exit_handler"] = lambda: None
    monkeypatch.setattr(microphone, "CLOSE_S", 0.05)
    release = threading.Event()
    it = Microphone()
    it.open()
    library.streams[0].close = lambda **_how: release.wait()
    it.close()
    assert len(devices.held) == 1
    release.set()
    until(lambda: not devices.held)


NO_LIBRARY = """
import ctypes.util, sys, time
ctypes.util.find_library = lambda name: None
from ser_desktop import paths
from ser_desktop.audio.devices import list_devices, refresh
from ser_desktop.audio.microphone import Microphone
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
runner = Runner(load(paths.home() / "models" / "general"))
engine = LiveEngine(runner, Microphone, list_devices, refresh_devices=refresh)
engine.start()
deadline = time.monotonic() + 60
while engine.snapshot().state != "failed" and time.monotonic() < deadline:
    time.sleep(0.01)
moment = engine.snapshot()
print(moment.state, moment.error.code, engine.running, sep="|")
print(moment.error)
engine.close()
"""


def test_without_the_library_the_program_says_what_to_install(runner: object) -> None:
    """In a process that finds no PortAudio: no traceback, a state, and the name of the package."""
    assert runner
    process = subprocess.run(
        [sys.executable, "-c", NO_LIBRARY],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PULSE_SERVER": "unix:/nonexistent"},
        timeout=120,
    )
    first, told = process.stdout.splitlines()
    assert first.rpartition("|")[0] == "failed|no-portaudio"
    assert "libportaudio2" in told
    assert "Traceback" not in process.stderr
