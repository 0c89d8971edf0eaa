"""Rooms, machines, weather, household, beeps: what a microphone hears when nobody speaks."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tests.not_speech.signals import (
    RATE_HZ,
    Signal,
    band,
    coloured,
    decay,
    harmonic,
    moments,
    scatter,
    slow,
    times,
    white,
)


def zeros(seconds: float, _: Generator) -> Signal:
    """Return digital zeros."""
    return np.zeros(round(seconds * RATE_HZ))


def pink(seconds: float, rng: Generator) -> Signal:
    """Return noise that falls by 3 dB an octave."""
    return coloured(seconds, rng, 0.5)


def brown(seconds: float, rng: Generator) -> Signal:
    """Return noise that falls by 6 dB an octave."""
    return coloured(seconds, rng, 1.0)


def syllabic_noise(seconds: float, rng: Generator) -> Signal:
    """Swell pink noise four times a second, as speech does."""
    swell: Signal = (1 + np.sin(2 * np.pi * 4 * times(seconds))) / 2
    return coloured(seconds, rng, 0.5) * swell


def breath(seconds: float, rng: Generator) -> Signal:
    """Breathe on the microphone every three seconds."""
    swell: Signal = np.maximum(np.sin(2 * np.pi * times(seconds) / 1.7), 0) ** 2
    return band(coloured(seconds, rng, 0.3), 1400, 700) * swell + 0.02 * white(seconds, rng)


def hum(seconds: float, rng: Generator) -> Signal:
    """Hum as the mains do: 50 Hz with its overtones."""
    return harmonic(
        np.full(round(seconds * RATE_HZ), 50.0), (1, 0.3, 0.6, 0.1, 0.4, 0.1, 0.2)
    ) + 0.01 * white(seconds, rng)


def room(seconds: float, rng: Generator) -> Signal:
    """Rest in a quiet room: rumble, hum, hiss."""
    return brown(seconds, rng) + 0.1 * hum(seconds, rng) + 0.1 * white(seconds, rng)


def fan(seconds: float, rng: Generator) -> Signal:
    """Blow air, with a blade tone that wobbles slowly."""
    blade_hz = 118 + 2 * slow(seconds, rng, 0.3)
    return coloured(seconds, rng, 0.7) + 0.4 * harmonic(blade_hz, (1, 0.5, 0.3, 0.2))


def engine(seconds: float, rng: Generator) -> Signal:
    """Rev a car: pulses at 40 to 140 Hz through an exhaust."""
    hz = 85 + 40 * np.sin(2 * np.pi * times(seconds) / 5) + 3 * slow(seconds, rng, 2)
    return band(harmonic(hz, [1 / k**0.5 for k in range(1, 30)]), 200, 150) + 0.1 * coloured(
        seconds, rng, 0.7
    )


def vacuum_cleaner(seconds: float, rng: Generator) -> Signal:
    """Whine at 340 Hz in loud noise, to and fro."""
    whine_hz = 340 + 8 * slow(seconds, rng, 0.7)
    return coloured(seconds, rng, 0.4) + harmonic(whine_hz, (0.8, 0.5, 0.3, 0.2)) * (
        1 + 0.3 * slow(seconds, rng, 0.7)
    )


def keyboard(seconds: float, rng: Generator) -> Signal:
    """Type: two clicks a key, seven keys a second."""
    events = []
    for at_s in moments(seconds, rng, 0.15):
        for late_s, part in ((0.0, 1.0), (0.06, 0.4)):
            click = rng.standard_normal(800) * np.exp(-np.arange(800) / (RATE_HZ * 0.004))
            events.append(
                (at_s + late_s, part * rng.uniform(0.4, 1) * band(click, rng.uniform(1500, 3500), 800))
            )
    return scatter(seconds, events) + 1e-3 * white(seconds, rng)


def door(seconds: float, rng: Generator) -> Signal:
    """Let doors fall shut."""
    events = []
    for at_s in moments(seconds, rng, 2.5):
        slam = coloured(0.8, rng, 1.0) * decay(0.8, 0.12) + 0.3 * white(0.8, rng) * decay(0.8, 0.02)
        events.append((at_s, band(slam, 90, 120) * 3 + slam))
    return scatter(seconds, events) + 1e-3 * pink(seconds, rng)


def footsteps(seconds: float, rng: Generator) -> Signal:
    """Walk on a hard floor, two steps a second."""
    events = [
        (at_s, rng.uniform(0.5, 1) * band(coloured(0.2, rng, 0.5) * decay(0.2, 0.025), 700, 500))
        for at_s in np.arange(0.2, seconds, 0.5)
    ]
    return scatter(seconds, events) + 1e-3 * pink(seconds, rng)


def rain(seconds: float, rng: Generator) -> Signal:
    """Let many drops fall over a rush."""
    drops = white(seconds, rng) * (rng.random(round(seconds * RATE_HZ)) < 0.004) * 12
    return band(drops, 3500, 1500) + 0.6 * coloured(seconds, rng, 0.3)


def wind(seconds: float, rng: Generator) -> Signal:
    """Blow in gusts, with a howl that wanders between 300 and 900 Hz."""
    gust = np.exp(0.7 * slow(seconds, rng, 0.5))
    howl = harmonic(550 * np.exp(0.3 * slow(seconds, rng, 0.4)), (1.0,))
    flutter = 1 + 0.4 * slow(seconds, rng, 20)
    return gust * coloured(seconds, rng, 0.8) + 0.25 * gust**2 * howl * flutter


def applause(seconds: float, rng: Generator) -> Signal:
    """Clap with the hands of thirty people."""
    claps = [band(white(0.03, rng) * decay(0.03, 0.006), rng.uniform(900, 2200), 500) for _ in range(30)]
    at = np.sort(rng.uniform(0, seconds, int(seconds * 110)))
    return scatter(seconds, [(float(when), claps[int(rng.integers(30))]) for when in at])


def dishes(seconds: float, rng: Generator) -> Signal:
    """Clatter with plates and glasses: short inharmonic rings."""
    events = []
    for at_s in moments(seconds, rng, 0.5):
        partials = rng.uniform(900, 6000, 6)
        ring = sum((np.sin(2 * np.pi * hz * times(0.4)) for hz in partials), np.zeros(6400))
        events.append((at_s, rng.uniform(0.3, 1) * ring * decay(0.4, float(rng.uniform(0.02, 0.12)), 0.001)))
    return scatter(seconds, events) + 1e-3 * pink(seconds, rng)


def tones(seconds: float, rng: Generator) -> Signal:
    """Hold sines of random pitch between 100 Hz and 4 kHz for a second each."""
    pitches_hz = np.exp(rng.uniform(np.log(100), np.log(4000), round(seconds)))
    return np.concatenate([np.sin(2 * np.pi * hz * times(1)) for hz in pitches_hz])


def sweep(seconds: float, _: Generator) -> Signal:
    """Glide from 80 Hz to 6 kHz and back in ten seconds."""
    hz = 80 * 75 ** (0.5 - 0.5 * np.cos(2 * np.pi * times(seconds) / 10))
    return harmonic(hz, (1.0,))


def telephone(seconds: float, rng: Generator) -> Signal:
    """Dial, then ring."""
    rows, columns = (697, 770, 852, 941), (1209, 1336, 1477)
    key = times(0.12)
    events = [
        (
            at_s,
            np.sin(2 * np.pi * rng.choice(rows) * key) + np.sin(2 * np.pi * rng.choice(columns) * key),
        )
        for at_s in np.arange(0.3, 3.0, 0.25)
    ]
    ring = times(1.0)
    warble = np.sin(2 * np.pi * 440 * ring) + np.sin(2 * np.pi * 480 * ring)
    return scatter(seconds, [*events, *((float(at_s), warble) for at_s in np.arange(4.0, seconds, 3.0))])


def alarm_clock(seconds: float, _: Generator) -> Signal:
    """Beep four times, pause, again."""
    beep = np.sign(np.sin(2 * np.pi * 2048 * times(0.08)))
    return scatter(
        seconds, [(start + 0.12 * k, beep) for start in np.arange(0.0, seconds, 1.0) for k in range(4)]
    )


def siren(seconds: float, _: Generator) -> Signal:
    """Sound two tones in turn, then wail."""
    time_s = times(seconds)
    two = np.where(time_s % 1.4 < 0.7, 435.0, 580.0)
    wail = 600 + 350 * np.sin(2 * np.pi * time_s / 4)
    return harmonic(np.where(time_s < seconds / 2, two, wail), (1, 0.6, 0.5, 0.3, 0.2, 0.1))


def hinge(seconds: float, rng: Generator) -> Signal:
    """Creak as a door does: a rough train of pulses that glides, through the wood's resonances."""
    hz = 180 * np.exp(0.5 * slow(seconds, rng, 1.0))
    pulses = harmonic(hz, [1.0] * 40) * (1 + 0.5 * slow(seconds, rng, 40))
    wood = band(pulses, 900, 120) + band(pulses, 2100, 200)
    return wood * np.maximum(slow(seconds, rng, 0.4), 0)
