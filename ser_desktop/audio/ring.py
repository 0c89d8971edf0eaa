"""A ring of samples between PortAudio's callback and the engine: one writer, one reader, no lock.

The contract, and why its races are harmless:

* Exactly one thread calls :meth:`Ring.write`, exactly one thread calls :meth:`Ring.read`.
* Samples are named by an absolute index that only grows; sample ``i`` lies at ``i % capacity``.
* The writer announces how far it is about to write (``_claimed``), copies, then announces how far it
  has written (``_written``). It never waits, never asks what was read, and simply overwrites the
  oldest samples; it makes no array of its own, takes no lock and logs nothing.
* The reader takes ``_written``, copies, then looks at ``_claimed``: every index below
  ``_claimed - capacity`` may have been overwritten while it copied. It throws those away and counts
  them as lost. What it returns was therefore complete before the copy and untouched during it.
* Each counter is written by one thread only, and Python reads and writes an attribute as a whole, so
  a stale value can only make the reader see less than there is, and get the rest next time.
"""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32


class Ring:
    """The last ``capacity`` samples, written by one thread and read by another.

    Parameters
    ----------
    capacity
        Samples that a reader may lag behind before it loses the oldest ones.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"a ring holds at least one sample, not {capacity}")
        self._buffer = np.zeros(capacity, dtype=np.float32)
        self._claimed = 0
        self._written = 0
        self._read = 0
        self._lost = 0

    @property
    def written_samples(self) -> int:
        """Samples ever written: the stream's clock."""
        return self._written

    @property
    def read_samples(self) -> int:
        """Absolute index of the sample that the next ``read`` begins with, if none is lost until then."""
        return self._read

    @property
    def lost_samples(self) -> int:
        """Samples that were overwritten before they were read."""
        return self._lost

    def write(self, samples: Float32) -> None:
        """Append ``samples`` [n]; of a block longer than the ring only the end stays."""
        capacity = len(self._buffer)
        end = self._written + len(samples)
        self._claimed = end
        kept = samples[-capacity:]
        start = (end - len(kept)) % capacity
        room = capacity - start
        self._buffer[start : start + len(kept)] = kept[:room]
        self._buffer[: max(0, len(kept) - room)] = kept[room:]
        self._written = end

    def read(self) -> Float32:
        """Return all samples [n] written since the last call, without those that were overwritten.

        The first one returned has the index ``read_samples - n`` as seen after the call.
        """
        capacity = len(self._buffer)
        end = self._written
        start = max(self._read, end - capacity)
        first, room = start % capacity, capacity - start % capacity
        wanted = end - start
        taken = np.concatenate((self._buffer[first : first + wanted], self._buffer[: max(0, wanted - room)]))
        intact = min(max(start, self._claimed - capacity), end)
        self._lost += intact - self._read
        self._read = end
        return taken[intact - start :]
