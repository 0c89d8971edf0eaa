"""How good a recording is as a recording: loud enough, not clipped, the voice above the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ser_desktop.audio.meter import FLOOR_DBFS, dbfs
from ser_desktop.engine.quality import Quality, worst
from ser_desktop.results import Float32, Float64, Segment

Bools = NDArray[np.bool_]

SILENT_DBFS = -90.0
"""No room is so quiet, and no converter: what never rises above it comes from no microphone."""
HUM_SHARE = 0.5
"""The mains is to blame if it has this share of the noise."""

_FULL_SCALE = 0.999
_FRAME_S = 0.02
_QUIETEST = 0.1  # of the frames: the room between the words
_ABOVE_ROOM_DB = 6.0  # what of an utterance counts as voice, and not as a pause in it
_SPECTRUM_S = 0.5  # resolves 2 Hz: 50 and 60 Hz stand apart
_MAINS_HZ = (50.0, 60.0)
_HARMONICS = 8
_NEAR_HZ = 3.0
_AUDIBLE_HZ = (30.0, 8000.0)


@dataclass(frozen=True)
class Capture:
    """What a recording is worth.

    ``peak_dbfs`` is that of the voice and ``voice_dbfs`` its mean level, ``room_dbfs`` that of the quietest
    moments, ``clipped_share`` the share of the voice's frames that touch full scale, ``hum_share`` that of
    the mains and its harmonics in what sounds all the time. Without a voice all of it counts as one.
    """

    quality: Quality
    peak_dbfs: float
    voice_dbfs: float
    room_dbfs: float
    clipped_share: float
    hum_share: float


def judge(samples: Float32, rate_hz: int, segments: Sequence[Segment]) -> Capture:
    """Judge a recording, by the thresholds by which a voice is worth learning from.

    Parameters
    ----------
    samples
        The recording [n], full scale 1; at least one frame of 20 ms.
    segments
        Where somebody speaks in it.
    """
    frames = _frames(samples, rate_hz)
    power = np.square(frames, dtype=np.float64).mean(axis=1)
    peak = np.abs(frames).max(axis=1)
    room = float(np.quantile(power, _QUIETEST))
    voice = _spoken(len(frames), segments) & (power >= room * 10 ** (_ABOVE_ROOM_DB / 10))
    if not voice.any():
        voice[:] = True
    capture = Capture(
        Quality.GOOD,
        peak_dbfs=dbfs(float(peak[voice].max())),
        voice_dbfs=_power_dbfs(float(power[voice].mean())),
        room_dbfs=_power_dbfs(room),
        clipped_share=float(np.mean(peak[voice] >= _FULL_SCALE)),
        hum_share=_hum_share(samples, rate_hz),
    )
    return replace(capture, quality=_quality(capture, dbfs(float(peak.max())), speaks=bool(segments)))


def _quality(capture: Capture, loudest_dbfs: float, *, speaks: bool) -> Quality:
    """Name what the person should mend first."""
    if loudest_dbfs < SILENT_DBFS:
        return Quality.SILENT
    found = worst(capture.peak_dbfs, capture.voice_dbfs - capture.room_dbfs, capture.clipped_share)
    if not speaks and found is not Quality.CLIPPED:
        return Quality.NOBODY
    hums = found is Quality.TOO_NOISY and capture.hum_share >= HUM_SHARE
    return Quality.HUM if hums else found


def _frames(samples: Float32, rate_hz: int) -> Float32:
    """Cut into whole frames of 20 ms [n, length]."""
    length = max(1, round(_FRAME_S * rate_hz))
    return samples[: len(samples) // length * length].reshape(-1, length)


def _spoken(count: int, segments: Sequence[Segment]) -> Bools:
    """Tell of each frame [count] whether it lies in an utterance."""
    middle_s = (np.arange(count) + 0.5) * _FRAME_S
    spoken = np.zeros(count, np.bool_)
    for one in segments:
        spoken |= (middle_s >= one.start_s) & (middle_s < one.end_s)
    return spoken


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


def _near_harmonics(at_hz: Float64, mains_hz: float) -> Bools:
    order = np.round(at_hz / mains_hz)
    return (np.abs(at_hz - order * mains_hz) <= _NEAR_HZ) & (order >= 1) & (order <= _HARMONICS)
