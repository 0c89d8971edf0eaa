"""What every source of sound offers to the engine: any chunk size, any rate, pulled."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import numpy as np

from ser_desktop.results import Float32


class AudioSource(Protocol):
    """A microphone, a file or the demo clip; used by one thread.

    ``open`` raises :class:`~ser_desktop.errors.UserError` where it cannot; afterwards ``rate_hz`` is
    true and ``read`` returns what has come since the last call, mono [n], n >= 0, every one a number.
    """

    @property
    def name(self) -> str:
        """The name to show: of the microphone, of the file."""

    @property
    def rate_hz(self) -> int:
        """Samples a second."""

    @property
    def lost_samples(self) -> int:
        """Samples that could not be handed over since ``open``."""

    @property
    def alive(self) -> bool:
        """Whether sound still comes; False once the device is gone."""

    @property
    def moved(self) -> bool:
        """Whether it died because another one was chosen in its place: the next ``open`` takes that."""

    @property
    def finished(self) -> bool:
        """Whether everything was read (never true of a microphone)."""

    def open(self) -> None:
        """Begin."""

    def read(self) -> Float32:
        """Take what has come."""

    def close(self) -> None:
        """End; may be called twice."""


class ClipSource:
    """Samples held in memory, handed over at the pace at which they would be heard.

    With ``loop`` the clip starts again after its end, for ever; ``clock`` gives seconds.
    """

    def __init__(
        self,
        name: str,
        samples: Float32,
        rate_hz: int,
        *,
        loop: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self.lost_samples = 0
        self._samples = samples
        self._loop = loop
        self._clock = clock
        self._read = 0
        self._began_s = 0.0

    @property
    def alive(self) -> bool:
        """A clip is never unplugged."""
        return True

    @property
    def moved(self) -> bool:
        """Nor is another one put in its place."""
        return False

    @property
    def finished(self) -> bool:
        """Whether the end was read (never true of a loop)."""
        return not self._loop and self._read >= len(self._samples)

    def open(self) -> None:
        """Start from the beginning, now."""
        self._read = 0
        self._began_s = self._clock()

    def read(self) -> Float32:
        """Return what is due since the last call."""
        due = int((self._clock() - self._began_s) * self.rate_hz)
        if not self._loop:
            due = min(due, len(self._samples))
        index = np.arange(self._read, due)
        self._read = max(self._read, due)
        return self._samples[index % len(self._samples)]

    def close(self) -> None:
        """Nothing to give back."""
