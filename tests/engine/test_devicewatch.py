"""What is plugged in or out is noticed by itself, while what is listened to goes on undisturbed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ser_desktop.audio.devices import SOUND_SERVER
from ser_desktop.engine import devicewatch
from ser_desktop.engine.devicewatch import DeviceWatch
from ser_desktop.errors import UserError
from ser_desktop.results import Device, DeviceId
from tests.engine.test_live import until
from tests.virtual_microphone import NAME, VirtualMicrophone

CHILD = Path(__file__).with_name("watch_child.py")
GONE = UserError("no-portaudio", "Sound input is not available.")


class House:
    """Devices that come and go, and the watch over them."""

    def __init__(self, host_api: str = "ALSA") -> None:
        self.lock = threading.Lock()
        self.known = [self._device("First", host_api)]
        self.plugged = list(self.known)
        self.looks = self.renewals = 0
        self.fault: Exception | None = None
        self.watch = DeviceWatch(self._list, self._refresh, self.lock)

    @staticmethod
    def _device(name: str, host_api: str) -> Device:
        return Device(DeviceId(name, host_api), 48_000, 1)

    def plug_in(self, name: str) -> None:
        """Add a device."""
        self.plugged.append(self._device(name, self.plugged[0].id.host_api))

    def seen(self) -> list[str] | None:
        """Name what the watch saw."""
        found = self.watch.seen()
        return None if found is None else [device.id.name for device in found]

    def _list(self) -> list[Device]:
        self.looks += 1
        if self.fault is not None:
            raise self.fault
        if self.known[0].id.host_api == SOUND_SERVER:
            self.known = list(self.plugged)
        return list(self.known)

    def _refresh(self) -> None:
        assert self.lock.locked(), "PortAudio would pull the stream away"
        self.renewals += 1
        self.known = list(self.plugged)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often."""
    monkeypatch.setattr(devicewatch, "EVERY_S", 0.005)


@pytest.fixture
def house(quick: None) -> Iterator[House]:  # noqa: ARG001 - a fixture for its effect
    """Make a house; its thread is gone afterwards."""
    before = threading.active_count()
    one = House()
    yield one
    one.watch.close()
    until(lambda: threading.active_count() == before)


def test_nobody_looks_unasked(house: House) -> None:
    """No thread, no look, nothing seen."""
    assert house.seen() is None
    assert house.looks == 0


def test_what_is_plugged_in_is_seen(house: House) -> None:
    """And what is pulled out is seen no more; paused, nobody looks."""
    house.watch.resume()
    until(lambda: house.seen() == ["First"])
    house.plug_in("Second")
    until(lambda: house.seen() == ["First", "Second"])
    house.plugged.pop()
    until(lambda: house.seen() == ["First"])
    house.watch.pause()
    looks = house.looks
    until(lambda: house.looks <= looks + 4)  # a look that was going on
    house.plug_in("Third")
    assert house.seen() == ["First"]
    house.watch.resume()
    until(lambda: house.seen() == ["First", "Third"])


def test_an_open_stream_is_left_alone(house: House) -> None:
    """PortAudio's list is renewed only once it was closed."""
    with house.lock:
        house.watch.resume()
        until(lambda: house.looks > 3)
        house.plug_in("Second")
        looks = house.looks
        until(lambda: house.looks > looks + 3)
        assert house.renewals == 0
        assert house.seen() == ["First"]
    until(lambda: house.seen() == ["First", "Second"])


@pytest.mark.usefixtures("quick")
def test_a_sound_server_needs_no_renewal() -> None:
    """It tells by itself, also while a stream is open."""
    house = House(SOUND_SERVER)
    with house.lock:
        house.watch.resume()
        house.plug_in("Second")
        until(lambda: house.seen() == ["First", "Second"])
    house.watch.close()
    assert house.renewals == 0


def test_a_fault_is_told_and_passes(house: House) -> None:
    """To whoever asks; a whim of a driver is for the log, and the last list stands."""
    house.watch.resume()
    until(lambda: house.seen() == ["First"])
    house.fault = OSError("a whim")
    looks = house.looks
    until(lambda: house.looks > looks + 2)
    assert house.seen() == ["First"]
    house.fault = GONE

    def told() -> bool:
        try:
            house.seen()
        except UserError as error:
            return error is GONE
        return False

    until(told)
    house.fault = None
    until(lambda: not told() and house.seen() == ["First"])


class Listener:
    """The child that listens and watches."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def line(self) -> dict[str, Any]:
        """Read what it says next."""
        assert self._process.stdout
        facts: dict[str, Any] = json.loads(self._process.stdout.readline())
        return facts

    def until_names(self, wanted: set[str]) -> None:
        """Read until these devices are there; what was plugged in may have come one by one."""
        while (told := set(self.line()["names"])) != wanted:
            assert told

    def end(self) -> dict[str, Any]:
        """Let it end, and read its last words."""
        assert self._process.stdin
        self._process.stdin.write("end\n")
        self._process.stdin.flush()
        return self.line()


def test_a_second_microphone_is_noticed_while_the_first_is_listened_to(
    virtual_microphone: VirtualMicrophone,
) -> None:
    """On a real sound server; the stream goes on without a hitch, and whoever asks does not wait."""
    with subprocess.Popen(
        [sys.executable, str(CHILD)],
        env=virtual_microphone.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        listener = Listener(process)
        assert listener.line() == {"source": NAME, "rate_hz": 48_000}
        first = set(listener.line()["names"])
        assert NAME in first
        modules = virtual_microphone.add("Headset")
        listener.until_names(first | {"Headset", "Monitor of Headset speaker"})
        virtual_microphone.remove(modules)
        listener.until_names(first)
        last = listener.end()
        assert last["states"] == ["no speech"]
        assert last["time_s"] > 2.0
        assert last["slowest_s"] < 0.5
        process.wait(30)
