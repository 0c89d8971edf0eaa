"""The last half minute of a stream, in memory only, and clips cut out of it by sample number."""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32, Gap

SHORTEST_S = 1.0
LONGEST_S = 30.0
"""How long a clip may be; the history holds the longest one."""


class History:
    """The last ``seconds`` of a stream at its own rate, in an array that is made once; used by one thread.

    Samples are named by an absolute number that only grows, so "from now on" and "until now" are both a
    span [start, end). Samples that never came have no number: where some are missing is noted as a gap.
    """

    def __init__(self, rate_hz: int, seconds: float = LONGEST_S) -> None:
        self.rate_hz = rate_hz
        self._buffer = np.zeros(max(1, round(seconds * rate_hz)), np.float32)
        self._end = 0
        self._gaps: list[Gap] = []

    @property
    def end(self) -> int:
        """Number of the sample that comes next: how many ever came."""
        return self._end

    @property
    def first(self) -> int:
        """Number of the oldest sample that is still there."""
        return max(0, self._end - len(self._buffer))

    def append(self, samples: Float32) -> None:
        """Take the next samples [n]; the oldest ones make room, and of a block too long the end stays."""
        capacity = len(self._buffer)
        self._end += len(samples)
        kept = samples[-capacity:]
        at = (self._end - len(kept)) % capacity
        room = capacity - at
        self._buffer[at : at + len(kept)] = kept[:room]
        self._buffer[: max(0, len(kept) - room)] = kept[room:]
        self._gaps = [gap for gap in self._gaps if gap.at_sample > self.first]

    def miss(self, lost_samples: int | None) -> None:
        """Note that so many samples are missing before the next one; None where nobody knows how many."""
        if self._gaps and self._gaps[-1].at_sample == self._end:
            before = self._gaps.pop().lost_samples
            lost_samples = None if before is None or lost_samples is None else before + lost_samples
        self._gaps.append(Gap(self._end, lost_samples))

    def cut(self, start: int, end: int) -> tuple[Float32, tuple[Gap, ...]]:
        """Copy the span [start, end), and tell the gaps within it, counted from its own beginning.

        What is no number (NaN, infinity: a broken driver) becomes zero, as it does when read from a file.

        Raises
        ------
        ValueError
            The span is not, or no longer, there.
        """
        if not self.first <= start <= end <= self._end:
            raise ValueError(f"[{start}, {end}) is not within [{self.first}, {self._end})")
        capacity = len(self._buffer)
        at, room = start % capacity, capacity - start % capacity
        count = end - start
        samples = np.concatenate((self._buffer[at : at + count], self._buffer[: max(0, count - room)]))
        gaps = tuple(
            Gap(gap.at_sample - start, gap.lost_samples)
            for gap in self._gaps
            if start < gap.at_sample < end  # at its very beginning or end nothing of it is missing
        )
        return np.nan_to_num(samples, copy=False, nan=0.0, posinf=0.0, neginf=0.0), gaps
