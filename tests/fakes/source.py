"""A source of sound that does what a test tells it to; fulfils the engine's AudioSource protocol."""

from __future__ import annotations

import threading

import numpy as np

from ser_desktop.errors import UserError
from ser_desktop.results import Float32

BUSY = UserError(
    "device-busy", "The microphone is in use.", "Another program holds it.", "Close that program."
)


class FakeSource:
    """Hands over samples as fast as they are read, ``chunk`` at a time; then it is silent, dies or ends.

    Attributes
    ----------
    may_open, may_reopen
        While cleared, the first ``open``, or a later one, hangs as a bad driver does.
    refusals, later_refusals
        Faults with which the next attempts to open end, and those to open again.
    dies_at
        Sample at which the device is pulled out; it has the rest once it was opened again.
    loses_samples
        How many it says were lost, each time that it is open.
    moved
        Whether it dies because another one was chosen.
    opened, closed
        How often.
    """

    def __init__(
        self,
        samples: Float32,
        rate_hz: int = 16_000,
        *,
        chunk: int = 4_000,
        ends: bool = False,
        name: str = "Fake",
    ) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self.lost_samples = self.loses_samples = 0
        self.may_open = threading.Event()
        self.may_open.set()
        self.may_reopen = threading.Event()
        self.may_reopen.set()
        self.refusals: list[Exception] = []
        self.later_refusals: list[Exception] = []
        self.dies_at: int | None = None
        self.fault_on_read: Exception | None = None
        self.fault_on_close: Exception | None = None
        self.opened = self.closed = 0
        self.is_open = self.moved = False
        self._samples = samples
        self._chunk = chunk
        self._ends = ends
        self._read = 0

    @property
    def alive(self) -> bool:
        """Whether it was not pulled out."""
        return self.is_open and (self.dies_at is None or self._read < self.dies_at)

    @property
    def finished(self) -> bool:
        """Whether all was read, where the source has an end."""
        return self._ends and self.drained

    @property
    def drained(self) -> bool:
        """Whether all was read."""
        return self._read >= len(self._samples)

    def open(self) -> None:
        """Begin, hang, or refuse."""
        (self.may_reopen if self.opened else self.may_open).wait()
        refusals = self.later_refusals if self.opened else self.refusals
        if refusals:
            raise refusals.pop(0)
        if self.opened:
            self.dies_at = None
            self.moved = False
        self.opened += 1
        self.is_open = True
        self.lost_samples = self.loses_samples

    def read(self) -> Float32:
        """Return the next chunk; nothing once all was read."""
        if self.fault_on_read is not None:
            raise self.fault_on_read
        end = (
            self._read + self._chunk if self.dies_at is None else min(self._read + self._chunk, self.dies_at)
        )
        block = self._samples[self._read : end]
        self._read += len(block)
        return np.asarray(block, np.float32)

    def close(self) -> None:
        """End."""
        self.closed += 1
        self.is_open = False
        if self.fault_on_close is not None:
            raise self.fault_on_close
