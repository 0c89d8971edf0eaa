"""What made sounds are put together from: noise, resonances, overtones, fading, events in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

RATE_HZ = 16_000
Signal = NDArray[np.float64]
Maker = Callable[[float, Generator], Signal]

MINOR = (0, 2, 3, 5, 7, 8, 10, 12)


def times(seconds: float) -> Signal:
    """Return the time of each sample, in seconds."""
    return np.arange(round(seconds * RATE_HZ)) / RATE_HZ


def semitones_hz(semitones: float, base_hz: float = 220.0) -> float:
    """Return the pitch so many semitones above another."""
    return float(base_hz * 2 ** (semitones / 12))


def white(seconds: float, rng: Generator) -> Signal:
    """Return noise of all frequencies alike, unit RMS."""
    return rng.standard_normal(round(seconds * RATE_HZ))


def coloured(seconds: float, rng: Generator, slope: float) -> Signal:
    """Return noise of unit RMS whose amplitude falls as frequency ** ``slope`` (pink 0.5, brown 1)."""
    size = round(seconds * RATE_HZ)
    hz = np.fft.rfftfreq(size, 1 / RATE_HZ)
    made = np.fft.irfft(np.fft.rfft(rng.standard_normal(size)) / np.maximum(hz, 20.0) ** slope, size)
    return np.asarray(made / made.std(), np.float64)


def band(sound: Signal, centre_hz: float, width_hz: float) -> Signal:
    """Pass a sound [n] through a resonance."""
    hz = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    return np.fft.irfft(np.fft.rfft(sound) / np.sqrt(1 + ((hz - centre_hz) / width_hz) ** 2), len(sound))


def slow(seconds: float, rng: Generator, rate_hz: float) -> Signal:
    """Wander smoothly about zero, about ``rate_hz`` swings a second, unit deviation."""
    knots = rng.standard_normal(int(2 * rate_hz * seconds) + 3)
    made = np.interp(times(seconds) * 2 * rate_hz, np.arange(len(knots)), knots)
    return made / max(float(made.std()), 1e-9)


def harmonic(hz: Signal, amplitudes: Sequence[float]) -> Signal:
    """Add up the overtones of a pitch [n] that may move; those above 7.5 kHz are left out."""
    phase = 2 * np.pi * np.cumsum(hz) / RATE_HZ
    made = np.zeros(len(hz))
    for number, amplitude in enumerate(amplitudes, 1):
        made += amplitude * (number * hz < 7500) * np.sin(number * phase)
    return made


def decay(seconds: float, fade_s: float, attack_s: float = 0.003) -> Signal:
    """Rise quickly, then fall exponentially."""
    time_s = times(seconds)
    return np.minimum(time_s / attack_s, 1) * np.exp(-time_s / fade_s)


def scatter(seconds: float, events: Sequence[tuple[float, Signal]]) -> Signal:
    """Lay sounds at their times, in seconds; what reaches beyond the end is cut."""
    made = np.zeros(round(seconds * RATE_HZ))
    for at_s, event in events:
        at = round(at_s * RATE_HZ)
        part = event[: max(len(made) - at, 0)]
        made[at : at + len(part)] += part
    return made


def moments(seconds: float, rng: Generator, each_s: float) -> list[float]:
    """Draw the times of events that come about every ``each_s``, irregularly."""
    gaps = rng.uniform(0.4, 1.6, int(2.5 * seconds / each_s) + 1) * each_s
    return [float(at) for at in np.cumsum(gaps) if at < seconds]


def melody(seconds: float, rng: Generator, note: Callable[[float, float], Signal], base_hz: float) -> Signal:
    """Wander through a minor scale; ``note(hz, length_s)`` plays each."""
    events, at_s = [], 0.0
    step = 0
    while at_s < seconds:
        length_s = float(rng.choice([0.2, 0.3, 0.4, 0.6, 0.8]))
        step = int(np.clip(step + rng.integers(-2, 3), 0, len(MINOR) - 1))
        events.append((at_s, note(semitones_hz(MINOR[step], base_hz), length_s)))
        at_s += length_s
    return scatter(seconds, events)
