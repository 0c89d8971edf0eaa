"""How loud it is, before anything else is done with it."""

from __future__ import annotations

import math

import numpy as np

from ser_desktop.results import Float32, Level

FLOOR_DBFS = -120.0
_CLIP = 0.999


class Meter:
    """Level of the last block, and how long the input has been exactly zero."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._zeros = 0
        self.level = Level()

    def push(self, samples: Float32) -> None:
        """Measure the next samples [n]; an empty block changes nothing."""
        if not len(samples):
            return
        self._zeros = 0 if samples[-1] else self._zeros_after(samples)
        peak = float(max(samples.max(), -samples.min()))
        exact = samples.astype(np.float64)
        rms = math.sqrt(np.dot(exact, exact) / len(exact))
        self.level = Level(dbfs(peak), dbfs(rms), peak >= _CLIP, self._zeros / self._rate_hz)

    def _zeros_after(self, samples: Float32) -> int:
        heard = np.flatnonzero(samples)
        return len(samples) - 1 - int(heard[-1]) if len(heard) else self._zeros + len(samples)


def dbfs(amplitude: float) -> float:
    """Amplitude (full scale 1) in dBFS, never below -120."""
    return max(FLOOR_DBFS, 20 * math.log10(amplitude)) if amplitude > 0 else FLOOR_DBFS
