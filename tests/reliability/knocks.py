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
from tests.sounds import RATE_HZ, tone
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
    knock = tone(1000, _KNOCK_S, KNOCK)
    quiet = np.zeros(round(_QUIET_S * RATE_HZ), np.float32)
    once = np.concatenate([quiet, knock, quiet, voice])
    return np.resize(once, round(length_s * RATE_HZ)).astype(np.float32)


def write(path: Path, samples: Float32) -> None:
    """Write it as a file that a player takes."""
    soundfile.write(path, samples, RATE_HZ, subtype="PCM_16")


class Ear:
    """Hears a virtual microphone beside the program under test, by ``parec``.

    Attributes
    ----------
    knocks
        Of each knock, when it came by the system's clock, and at which second of what was heard here. The
        first is late where the machine is busy, the second is exact.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.knocks: list[tuple[float, float]] = []
        self._process = process
        self._heard_samples = 0
        self._thread = threading.Thread(target=self._hear, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()

    def _hear(self) -> None:
        assert self._process.stdout
        while data := self._process.stdout.read1(_BLOCK):  # type: ignore[attr-defined]  # it is buffered
            now_s, samples = time.time(), np.frombuffer(data[: len(data) // 2 * 2], np.int16)
            self._heard_samples += len(samples)
            for at in np.flatnonzero(np.abs(samples / 32768) > KNOCK / 2):
                ago_s = (len(samples) - int(at)) / _HEARD_HZ
                heard_s = self._heard_samples / _HEARD_HZ - ago_s
                if not self.knocks or heard_s > self.knocks[-1][1] + _QUIET_S:
                    self.knocks.append((now_s - ago_s, heard_s))


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
