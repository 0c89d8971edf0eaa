"""Hours of speech that need no hours: a voice of many levels, paces and rooms, as fast as it is read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue

import numpy as np
import soxr

from ser_desktop.results import Float32
from tests.sounds import RATE_HZ

PART_S = 10
MINUTE_S = 60
HOUR_S = 3600
PATIENCE_S = 300.0
_PACES = (0.85, 1.2)
_GAINS_DB = (-35.0, 6.0)
_NOISES_DBFS = (-90.0, -45.0)
_SILENT, _NOISY = 0.1, 0.2  # shares of the parts without a voice


class Soundtrack:
    """An hour of one voice, told anew each hour: every ten seconds of it in another manner.

    Which words, pace and pitch, level (down to a whisper, up to clipping) and noise are drawn by the part's
    number; one part in ten is digital silence, two are noise alone. Hours are equal to the last sample, so
    what an hour costs, and what is heard in it, can be compared with those of another.
    """

    def __init__(self, speech: Float32, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self._speech = speech

    def part(self, number: int) -> Float32:
        """Return ten seconds [10 * rate_hz], counted from the first hour's beginning."""
        rng = np.random.default_rng(number % (HOUR_S // PART_S))
        count = PART_S * self.rate_hz
        kind = rng.uniform()
        if kind < _SILENT:
            return np.zeros(count, np.float32)
        noise = rng.standard_normal(count, np.float32) * np.float32(_ratio(rng.uniform(*_NOISES_DBFS)))
        if kind < _SILENT + _NOISY:
            return noise
        pace = rng.uniform(*_PACES)
        at = int(rng.integers(len(self._speech)))
        words = np.roll(self._speech, -at)[: round(PART_S * RATE_HZ / pace) + RATE_HZ]
        voice: Float32 = soxr.resample(words, RATE_HZ, pace * self.rate_hz)[:count]
        spoken = noise + voice * np.float32(_ratio(rng.uniform(*_GAINS_DB)))
        return np.clip(spoken, -1.0, 1.0).astype(np.float32)


def _ratio(level_db: float) -> float:
    return float(10 ** (level_db / 20))


class Stream:
    """A soundtrack as a source of sound, in chunks of 10 to 100 ms; fulfils the engine's AudioSource.

    It hands over as fast as it is read, and stands still at each moment, every ``moment_s``, until whoever
    walks through :meth:`moments` has looked: the time that passes is that of the sound.

    Attributes
    ----------
    handed_samples
        How many samples were handed over.
    spent_s
        Processor time that making the sound took the thread that reads.
    """

    name = "Soundtrack"
    lost_samples = 0
    alive = True
    moved = False

    def __init__(self, track: Soundtrack, length_s: int, moment_s: int) -> None:
        self.rate_hz = track.rate_hz
        self.handed_samples = 0
        self.spent_s = 0.0
        self._track = track
        self._end = length_s * track.rate_hz
        self._moment_samples = moment_s * track.rate_hz
        self._next_moment = self._moment_samples
        self._rng = np.random.default_rng(0)
        self._part = np.zeros(0, np.float32)
        self._moments: SimpleQueue[float] = SimpleQueue()
        self._looked = threading.Semaphore(0)

    @property
    def finished(self) -> bool:
        """Whether all was read."""
        return self.handed_samples >= self._end

    @property
    def time_s(self) -> float:
        """The time of the sound."""
        return self.handed_samples / self.rate_hz

    def open(self) -> None:
        """Begin."""

    def close(self) -> None:
        """End."""

    def read(self) -> Float32:
        """Return the next chunk; at a moment, once it was looked at."""
        if self.handed_samples == self._next_moment:
            self._next_moment += self._moment_samples
            self._moments.put(self.time_s)
            if not self._looked.acquire(timeout=PATIENCE_S):
                raise TimeoutError("nobody looks")
        part_samples = PART_S * self.rate_hz
        number, at = divmod(self.handed_samples, part_samples)
        if at == 0:
            began_s = time.thread_time()
            self._part = self._track.part(number)
            self.spent_s += time.thread_time() - began_s
        wanted = int(self._rng.integers(self.rate_hz // 100, self.rate_hz // 10))
        left = min(self._next_moment, self._end) - self.handed_samples
        block = self._part[at : at + min(wanted, left)]
        self.handed_samples += len(block)
        return block

    def moments(self, listened: Callable[[], bool]) -> Iterator[float]:
        """Give each moment's time while it is ``listened`` to; asked for the next one, the sound goes on."""
        while listened():
            try:
                moment_s = self._moments.get(timeout=0.05)
            except Empty:
                continue
            yield moment_s
            self._looked.release()
