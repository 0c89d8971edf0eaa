"""How needles and bars move: by elapsed time, never by the number of frames drawn. No Qt here."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ser_desktop.results import Level

FLOOR_DBFS = -60.0
"""The quietest level that the meter shows."""

Float64 = NDArray[np.float64]


@dataclass(frozen=True)
class Needles:
    """Where the meter stands, in dBFS from the floor to 0; ``clipped`` stays until it is reset."""

    peak_dbfs: float = FLOOR_DBFS
    rms_dbfs: float = FLOOR_DBFS
    hold_dbfs: float = FLOOR_DBFS
    clipped: bool = False


class MeterBallistics:
    """A sample peak meter with a slower RMS needle inside it.

    The peak rises at once and falls by 20 dB in 1.7 s, as IEC 60268-10 asks of a Type I programme
    meter; RMS follows with a time constant of 300 / ln(100) ms, so that it reaches 99 % of a steady
    tone in 300 ms, as IEC 60268-17 asks of a volume indicator; the highest peak is held for 2 s.
    """

    FALL_DB_PER_S = 20.0 / 1.7
    RMS_TAU_S = 0.3 / math.log(100.0)
    HOLD_S = 2.0

    def __init__(self) -> None:
        self.needles = Needles()
        self._held_for_s = 0.0

    def advance(self, level: Level, elapsed_s: float) -> Needles:
        """Move by ``elapsed_s`` seconds (>= 0) towards ``level``."""
        was = self.needles
        fallen_db = self.FALL_DB_PER_S * elapsed_s
        peak = max(_on_scale(level.peak_dbfs), was.peak_dbfs - fallen_db, FLOOR_DBFS)
        share = -math.expm1(-elapsed_s / self.RMS_TAU_S)
        rms = was.rms_dbfs + share * (_on_scale(level.rms_dbfs) - was.rms_dbfs)
        self.needles = Needles(peak, rms, self._hold(peak, elapsed_s), was.clipped or level.clipped)
        return self.needles

    def reset_clip(self) -> None:
        """Put the clip lamp out."""
        was = self.needles
        self.needles = Needles(was.peak_dbfs, was.rms_dbfs, was.hold_dbfs)

    def _hold(self, peak_dbfs: float, elapsed_s: float) -> float:
        hold_dbfs = self.needles.hold_dbfs
        if peak_dbfs >= hold_dbfs:
            self._held_for_s = 0.0
            return peak_dbfs
        self._held_for_s += elapsed_s
        overdue_s = min(elapsed_s, max(0.0, self._held_for_s - self.HOLD_S))
        return max(peak_dbfs, hold_dbfs - self.FALL_DB_PER_S * overdue_s)


class Easing:
    """Values [n] that glide to their targets: 95 % of the way in 150 ms, whatever the frame rate."""

    SETTLE_S = 0.150
    NEAR = 5e-4

    def __init__(self, count: int) -> None:
        self.values: Float64 = np.zeros(count)
        self.targets: Float64 = np.zeros(count)

    def advance(self, elapsed_s: float) -> bool:
        """Move by ``elapsed_s`` seconds (>= 0) and tell whether anything moved."""
        distance = self.targets - self.values
        if not distance.any():
            return False
        share = -math.expm1(-elapsed_s * math.log(20.0) / self.SETTLE_S)
        near = np.abs(distance) * (1.0 - share) < self.NEAR
        self.values = np.where(near, self.targets, self.values + share * distance)
        return True


def _on_scale(dbfs: float) -> float:
    return min(0.0, max(FLOOR_DBFS, dbfs))
