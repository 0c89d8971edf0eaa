"""Minimum and maximum of a recording at every zoom, so that two hours are drawn as fast as a second.

Only columns are kept, never samples: two hours at 48 kHz take 15 to 30 MB. What is nearer than the finest
column is read from the file itself.
"""

from __future__ import annotations

import threading
from itertools import pairwise

import numpy as np

from ser_desktop.results import Float32

COLUMN_SAMPLES = 256
_FACTOR = 4  # from level to level
_FEWEST = 64  # columns: fewer need no coarser level


class Envelope:
    """A pyramid of minima and maxima, built as samples come; level k has columns of ``256 * 4**k`` samples.

    Every column of every level is the least and the greatest of exactly its own samples, the last one of
    those that there are, whatever chunks they came in. One thread may push while another asks.
    """

    def __init__(self, column_samples: int = COLUMN_SAMPLES) -> None:
        self.column_samples = column_samples
        self._pending = np.zeros(0, np.float32)
        self._n_samples = 0
        self._levels = [_Level()]
        self._turn = threading.Lock()

    @property
    def n_samples(self) -> int:
        """How many samples came."""
        return self._n_samples

    def push(self, samples: Float32) -> None:
        """Take the next samples [n]."""
        with self._turn:
            self._n_samples += len(samples)
            pending = np.concatenate([self._pending, samples])
            whole = len(pending) - len(pending) % self.column_samples
            self._pending = pending[whole:].copy()
            self._levels[0].append(bounds(pending[:whole], self.column_samples))
            self._grow()

    def columns(self, start: int, end: int, most: int) -> tuple[int, int, Float32]:
        """Return the finest columns that cover samples [start, end) with at most ``most`` of them.

        Returns
        -------
        first_sample
            Where the first column begins: at ``start`` or before.
        column_samples
            How wide each is; the last one may be shorter.
        envelope
            [n, 2], minimum and maximum of each; n = 0 where there are no samples. More than ``most`` only
            where they fill the coarsest level, which has fewer than 300.
        """
        with self._turn:
            start, end = max(0, start), min(end, self._n_samples)
            level, width = 0, self.column_samples
            while level + 1 < len(self._levels) and -(-end // width) - start // width > most:
                level, width = level + 1, width * _FACTOR
            first, last = start // width, -(-end // width)
            if end <= start:
                return start, width, np.zeros((0, 2), np.float32)
            columns = self._levels[level].columns
            found = columns[first:last]
            if last > len(columns):
                found = np.concatenate([found, self._unfinished(level)])
            return first * width, width, found

    def _unfinished(self, level: int) -> Float32:
        """Return the last column of a level, of samples that do not fill it yet: [1, 2]."""
        left = [
            fine.columns[len(coarse.columns) * _FACTOR :]
            for fine, coarse in pairwise(self._levels[: level + 1])
        ]
        return _joined(np.concatenate([*left, bounds(self._pending, self.column_samples)])[None])

    def _grow(self) -> None:
        """Bring the coarser levels up to the finer ones; add one where the coarsest has become long."""
        level = 0
        while level + 1 < len(self._levels) or len(self._levels[level].columns) >= _FACTOR * _FEWEST:
            if level + 1 == len(self._levels):
                self._levels.append(_Level())
            fine, coarse = self._levels[level], self._levels[level + 1]
            new = fine.columns[len(coarse.columns) * _FACTOR :]
            coarse.append(_joined(new[: len(new) - len(new) % _FACTOR].reshape(-1, _FACTOR, 2)))
            level += 1


def bounds(samples: Float32, column_samples: int) -> Float32:
    """Return minimum and maximum [n, 2] of each column of samples, the last one of those that are left."""
    whole = len(samples) - len(samples) % column_samples
    columns = samples[:whole].reshape(-1, column_samples)
    edges = np.stack([columns.min(1), columns.max(1)], axis=1) if whole else np.zeros((0, 2), np.float32)
    left = samples[whole:]
    return np.concatenate([edges, [[left.min(), left.max()]]]).astype(np.float32) if len(left) else edges


def _joined(columns: Float32) -> Float32:
    """Make one column [n, 2] of each group of them [n, m, 2]."""
    if not len(columns):
        return np.zeros((0, 2), np.float32)
    return np.stack([columns[:, :, 0].min(1), columns[:, :, 1].max(1)], axis=1)


class _Level:
    """Columns [n, 2] that grow at their end, in an array that doubles."""

    def __init__(self) -> None:
        self._room = np.zeros((1024, 2), np.float32)
        self._count = 0

    @property
    def columns(self) -> Float32:
        """Those that there are."""
        return self._room[: self._count]

    def append(self, columns: Float32) -> None:
        """Take the next ones."""
        count = self._count + len(columns)
        if count > len(self._room):
            grown = np.zeros((max(count, 2 * len(self._room)), 2), np.float32)
            grown[: self._count] = self.columns
            self._room = grown
        self._room[self._count : count] = columns
        self._count = count
