"""How good a recording is as a recording: loud enough, not clipped, the voice above the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ser_desktop.audio.meter import FLOOR_DBFS, dbfs
from ser_desktop.results import Float32, Float64, Segment

SILENT_DBFS = -90.0
"""No room is so quiet, and no converter: what never rises above it comes from no microphone."""
QUIET_DBFS = -45.0
"""A voice (its mean power) below this is too quiet: little is left between it and the converter's noise."""
NOISY_DB = 12.0
"""A voice that stands out by less than this is covered."""
CLIPPED_SHARE = 2e-4
"""So many samples at full scale are heard as a crackle; a single knock has fewer."""
HUM_SHARE = 0.5
"""The mains is to blame if it has this share of the noise."""

_FULL_SCALE = 0.999
_FRAME_S = 0.02
_QUIETEST = 0.1  # of the frames: the room between the words
_SPECTRUM_S = 0.5  # resolves 2 Hz: 50 and 60 Hz stand apart
_MAINS_HZ = (50.0, 60.0)
_HARMONICS = 8
_NEAR_HZ = 3.0
_AUDIBLE_HZ = (30.0, 8000.0)


class Verdict(StrEnum):
    """What is to be said of a recording; the gravest that holds."""

    SILENT = "silent"
    CLIPPED = "clipped"
    NOBODY = "nobody"
    QUIET = "quiet"
    HUM = "hum"
    NOISY = "noisy"
    FINE = "fine"


@dataclass(frozen=True)
class Capture:
    """What a recording is worth.

    ``voice_dbfs`` is the mean power of what is spoken in it, ``noise_dbfs`` that of its quietest moments,
    ``clipped_share`` the share of samples at full scale, ``hum_share`` that of the mains and its harmonics in
    the noise.
    """

    verdict: Verdict
    voice_dbfs: float
    noise_dbfs: float
    clipped_share: float
    hum_share: float


def judge(samples: Float32, rate_hz: int, segments: Sequence[Segment]) -> Capture:
    """Judge a recording.

    Parameters
    ----------
    samples
        The recording [n], full scale 1; at least half a second.
    segments
        Where somebody speaks in it.
    """
    power = _frame_power(samples, rate_hz)
    noise_dbfs = _power_dbfs(float(np.quantile(power, _QUIETEST)))
    voice_dbfs = _power_dbfs(_mean_power(samples, rate_hz, segments))
    clipped_share = float(np.mean(np.abs(samples) >= _FULL_SCALE))
    hum_share = _hum_share(samples, rate_hz)
    peak_dbfs = dbfs(float(np.abs(samples).max(initial=0.0)))
    stands_out_db = voice_dbfs - noise_dbfs
    covered = stands_out_db < NOISY_DB
    if peak_dbfs < SILENT_DBFS:
        verdict = Verdict.SILENT
    elif clipped_share >= CLIPPED_SHARE:
        verdict = Verdict.CLIPPED
    elif not segments:
        verdict = Verdict.NOBODY
    elif covered:
        verdict = Verdict.HUM if hum_share >= HUM_SHARE else Verdict.NOISY
    elif voice_dbfs < QUIET_DBFS:
        verdict = Verdict.QUIET
    else:
        verdict = Verdict.FINE
    return Capture(verdict, voice_dbfs, noise_dbfs, clipped_share, hum_share)


def _frame_power(samples: Float32, rate_hz: int) -> Float64:
    """Return the mean power of each whole frame of 20 ms [n]."""
    frame = max(1, round(_FRAME_S * rate_hz))
    whole = len(samples) // frame * frame
    power: Float64 = np.square(samples[:whole].reshape(-1, frame), dtype=np.float64).mean(axis=1)
    return power


def _mean_power(samples: Float32, rate_hz: int, segments: Sequence[Segment]) -> float:
    spoken = [samples[round(one.start_s * rate_hz) : round(one.end_s * rate_hz)] for one in segments]
    voice = np.concatenate([*spoken, samples[:0]])
    return float(np.square(voice, dtype=np.float64).mean()) if len(voice) else 0.0


def _power_dbfs(power: float) -> float:
    return dbfs(power**0.5) if power > 0 else FLOOR_DBFS


def _hum_share(samples: Float32, rate_hz: int) -> float:
    """Share of the mains in what sounds all the time: the quietest moment of each frequency."""
    size = round(_SPECTRUM_S * rate_hz)
    if len(samples) < size:
        return 0.0
    starts = range(0, len(samples) - size + 1, size // 4)
    frames = np.stack([samples[at : at + size] for at in starts]) * np.hanning(size)
    steady = np.square(np.abs(np.fft.rfft(frames, axis=1))).min(axis=0)
    at_hz = np.fft.rfftfreq(size, 1 / rate_hz).astype(np.float64)
    steady[(at_hz < _AUDIBLE_HZ[0]) | (at_hz > _AUDIBLE_HZ[1])] = 0.0
    total = float(steady.sum())
    if total <= 0.0:
        return 0.0
    return max(float(steady[_near_harmonics(at_hz, mains_hz)].sum()) / total for mains_hz in _MAINS_HZ)


def _near_harmonics(at_hz: Float64, mains_hz: float) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    order = np.round(at_hz / mains_hz)
    return (np.abs(at_hz - order * mains_hz) <= _NEAR_HZ) & (order >= 1) & (order <= _HARMONICS)
