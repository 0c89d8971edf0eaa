"""Animals, and a person who whistles: throats without words."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tests.not_speech.signals import (
    RATE_HZ,
    Signal,
    band,
    coloured,
    harmonic,
    melody,
    moments,
    scatter,
    slow,
    times,
    white,
)


def barks(seconds: float, rng: Generator) -> Signal:
    """Bark as a dog does: short bursts of rough pitch and noise through a muzzle's resonances."""
    events = []
    for at_s in moments(seconds, rng, 0.6):
        length_s = float(rng.uniform(0.12, 0.22))
        time_s = times(length_s)
        hz = rng.uniform(350, 500) * (1 + 0.4 * np.sin(np.pi * time_s / length_s))
        rough = 1 + 0.8 * slow(length_s, rng, 60)
        source = harmonic(hz, [1 / k for k in range(1, 12)]) * rough + 0.8 * white(length_s, rng)
        shaped = band(source, 700, 250) + 0.6 * band(source, 1700, 350)
        events.append((at_s, shaped * np.sin(np.pi * time_s / length_s) ** 0.5))
    return scatter(seconds, events) + 1e-3 * coloured(seconds, rng, 0.5)


def birds(seconds: float, rng: Generator) -> Signal:
    """Chirp as birds do, gliding between 2 and 6 kHz."""
    events = []
    for at_s in moments(seconds, rng, 0.3):
        length_s = float(rng.uniform(0.06, 0.25))
        hz = np.linspace(rng.uniform(2000, 6000), rng.uniform(2000, 6000), round(length_s * RATE_HZ))
        events.append((at_s, harmonic(hz, (1.0,)) * np.hanning(len(hz))))
    return scatter(seconds, events) + 1e-2 * coloured(seconds, rng, 0.5)


def whistling(seconds: float, rng: Generator) -> Signal:
    """Whistle a tune: one partial, a trembling pitch, some breath."""

    def note(hz: float, length_s: float) -> Signal:
        pitch = hz * (1 + 0.01 * np.sin(2 * np.pi * 5.5 * times(length_s)))
        return harmonic(pitch, (1, 0.02)) * np.hanning(len(pitch)) ** 0.3

    return melody(seconds, rng, note, 880.0) + 0.01 * white(seconds, rng)


def cat(seconds: float, rng: Generator) -> Signal:
    """Meow: a pitch that rises and falls while the mouth opens and shuts."""
    events = []
    for at_s in moments(seconds, rng, 1.8):
        part = np.linspace(0, 1, round(rng.uniform(0.5, 0.9) * RATE_HZ))
        source = harmonic(
            rng.uniform(450, 650) * (1 + 0.35 * np.sin(np.pi * part)), [1 / k for k in range(1, 14)]
        )
        shut, open_ = band(source, 700, 150), band(source, 1600, 250) + 0.4 * band(source, 3000, 400)
        events.append((at_s, (shut * (1 - np.sin(np.pi * part)) + open_) * np.sin(np.pi * part) ** 0.6))
    return scatter(seconds, events) + 1e-3 * coloured(seconds, rng, 0.5)


def crows(seconds: float, rng: Generator) -> Signal:
    """Caw: rough, falling, around 1.2 kHz."""
    events = []
    for at_s in moments(seconds, rng, 0.9):
        length_s = float(rng.uniform(0.25, 0.4))
        part = np.linspace(0, 1, round(length_s * RATE_HZ))
        rough = 1 + slow(length_s, rng, 70)
        source = harmonic(rng.uniform(280, 340) * (1 - 0.15 * part), [1.0] * 14) * rough + white(
            length_s, rng
        )
        events.append((at_s, band(source, 1200, 300) * np.sin(np.pi * part) ** 0.5))
    return scatter(seconds, events) + 1e-3 * coloured(seconds, rng, 0.5)
