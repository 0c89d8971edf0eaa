"""Speech with knocks in between, and a program beside the window that hears when they come."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile

from ser_desktop.results import Float32
from tests.sounds import RATE_HZ
from tests.virtual_microphone import VirtualMicrophone

KNOCK = 0.9
"""How loud a knock is; speech stays below half of it."""
_KNOCK_S = 0.05
_QUIET_S = 0.5
_HEARD_HZ = 48_000
_BLOCK = 1 << 16


def knocking(speech: Float32, length_s: float) -> Float32:
    """Return speech over and over [length_s * 16000], a knock before each time."""
    voice = speech * (0.4 * KNOCK / np.abs(speech).max())
    knock = KNOCK * np.ones(round(_KNOCK_S * RATE_HZ), np.float32)
    knock[1::2] *= -1
    quiet = np.zeros(round(_QUIET_S * RATE_HZ), np.float32)
    once = np.concatenate([quiet, knock, quiet, voice])
    return np.resize(once, round(length_s * RATE_HZ)).astype(np.float32)


def write(path: Path, samples: Float32) -> None:
    """Write it as a file that a player takes."""
    soundfile.write(path, samples, RATE_HZ, subtype="PCM_16")


class Ear:
    """Hears a virtual microphone beside the program under test, by ``parec``.

    Samples are its clock: on a busy machine it is told late of what came, but never too early, so the
    earliest time at which a sample can have come is that of the sample.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._began_s = float("inf")
        self._heard_samples = 0
        self._knocks: list[int] = []
        self._thread = threading.Thread(target=self._hear, daemon=True)
        self._thread.start()

    @property
    def knocks_s(self) -> list[float]:
        """When each knock came, by the system's clock."""
        return [self._began_s + at / _HEARD_HZ for at in self._knocks]

    def close(self) -> None:
        """Hear no more."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()

    def _hear(self) -> None:
        assert self._process.stdout
        while data := self._process.stdout.read1(_BLOCK):  # type: ignore[attr-defined]  # it is buffered
            now_s, samples = time.time(), np.frombuffer(data[: len(data) // 2 * 2], np.int16)
            for at in np.flatnonzero(np.abs(samples / 32768) > KNOCK / 2) + self._heard_samples:
                if not self._knocks or at - self._knocks[-1] > _QUIET_S * _HEARD_HZ:
                    self._knocks.append(int(at))
            self._heard_samples += len(samples)
            self._began_s = min(self._began_s, now_s - self._heard_samples / _HEARD_HZ)


@contextlib.contextmanager
def ear(microphone: VirtualMicrophone) -> Iterator[Ear]:
    """Listen beside the program, for as long as this lasts."""
    form = ("--format=s16le", f"--rate={_HEARD_HZ}", "--channels=1", "--raw")
    with subprocess.Popen(
        ["parec", "--device=virtual", "--latency-msec=20", *form],
        env=microphone.env,
        stdout=subprocess.PIPE,
    ) as process:
        one = Ear(process)
        try:
            yield one
        finally:
            one.close()
