"""A driver that sends what is no number: what it sends is lost and told, and after a second it is gone.

The microphone and the engine are the real ones; only PortAudio's stream is played by a thread.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from ser_desktop.audio import devices
from ser_desktop.audio.devices import Input
from ser_desktop.audio.microphone import Microphone
from ser_desktop.engine import run
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Float32, Snapshot, State
from tests.sounds import RATE_HZ

PATIENCE_S = 60.0
BLOCK = RATE_HZ // 50
FINE = SimpleNamespace(input_overflow=False)
NAN = np.full((BLOCK, 1), np.nan, np.float32)


class Stream:
    """Calls back as PortAudio does, block by block, as fast as they are read."""

    def __init__(self, blocks: list[Float32], heard: Callable[..., None]) -> None:
        self._blocks = blocks
        self._heard = heard
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._play, daemon=True)

    @property
    def active(self) -> bool:
        """Whether it goes on."""
        return not self._closed.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self, *, ignore_errors: bool) -> None:
        """End."""
        assert not ignore_errors
        self._closed.set()
        self._thread.join()

    def _play(self) -> None:
        nothing = repeat(np.zeros((1, 1), np.float32))
        with contextlib.suppress(devices.portaudio().CallbackAbort):
            for block in chain(self._blocks, nothing):
                if self._closed.wait(0.002):
                    return
                self._heard(block, len(block), None, FINE)


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[Float32]]]:
    """Give a list of what the streams will play: each that is opened takes the next."""
    plays: list[list[Float32]] = []
    device = Device(DeviceId("Cracked", "Test"), RATE_HZ, 1)

    def stream_of(self: Microphone, _library: Any, _found: Input) -> Stream:
        return Stream(plays.pop(0) if plays else [], self._intake.hear)

    monkeypatch.setattr(devices, "find", lambda _wanted: Input(device, 0, None))
    monkeypatch.setattr(Microphone, "_stream_of", stream_of)
    monkeypatch.setattr(run, "_RETRY_S", (0.01,))
    yield plays
    assert not plays, "a stream was never opened"


def blocks_of(samples: Float32) -> list[Float32]:
    """Cut samples [n] into the blocks of a driver [n, 1]."""
    return list(samples[: len(samples) // BLOCK * BLOCK].reshape(-1, BLOCK, 1))


def until(holds: Callable[[], bool]) -> None:
    """Wait for what other threads do."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline_s, "it never came to pass"
        time.sleep(0.002)


def test_samples_that_are_none_are_silent_and_lost(driver: list[list[Float32]]) -> None:
    """Between good ones: each is a zero in its place, and counted; the microphone goes on."""
    ramp = np.linspace(0.1, 0.9, 20 * BLOCK, dtype=np.float32)
    broken = np.array(ramp, np.float32)
    broken[5::97] = np.nan
    broken[9::97] = np.inf
    driver.append(blocks_of(broken))
    source = Microphone()
    source.open()
    heard = np.zeros(0, np.float32)

    def all_came() -> bool:
        nonlocal heard
        heard = np.concatenate([heard, source.read()])
        return len(heard) >= len(ramp)

    until(all_came)
    assert source.alive
    source.close()
    wrong = ~np.isfinite(broken)
    np.testing.assert_array_equal(heard[: len(ramp)], np.where(wrong, 0, ramp))
    assert source.lost_samples == np.count_nonzero(wrong)


def test_a_driver_without_a_number_is_gone_until_it_sends_some(
    driver: list[list[Float32]], runner: Runner, demo: Float32
) -> None:
    """Not "no speech" for ever: the microphone is lost, tried again, and heard once numbers come."""
    speech = demo[round(1.2 * RATE_HZ) : round(4 * RATE_HZ)]
    driver += [[NAN] * 1000, blocks_of(speech)]  # more than it takes: the engine does not look at each
    told: list[Snapshot] = []
    engine = LiveEngine(runner, lambda _device: Microphone(), list)
    engine.start()

    def heard() -> bool:
        told.append(engine.snapshot())
        return told[-1].state in {State.LISTENING, State.UNSURE} and told[-1].prediction is not None

    until(heard)
    engine.close()
    lost = next(moment for moment in told if moment.state is State.LOST)
    assert lost.error is not None
    assert lost.error.code == "microphone-lost"
    assert not any(moment.prediction for moment in told[: told.index(lost)])
    assert told[-1].prediction is not None
    assert np.isfinite(told[-1].prediction.probabilities).all()
    assert told[-1].lost_samples >= RATE_HZ
    assert len(engine.session.report("it").missing if engine.session else ()) >= 1
