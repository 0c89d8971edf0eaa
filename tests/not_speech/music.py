"""Instruments, alone and together; nobody sings."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tests.not_speech.signals import (
    MINOR,
    RATE_HZ,
    Signal,
    band,
    decay,
    harmonic,
    melody,
    moments,
    scatter,
    semitones_hz,
    slow,
    times,
    white,
)

CHORDS = ((0, 4, 7), (9, 12, 16), (5, 9, 12), (7, 11, 14))


def _pluck(hz: float, length_s: float, rng: Generator, damping: float = 0.996) -> Signal:
    """Strike a string: a burst of noise that goes round in a smoothed loop (Karplus and Strong, 1983)."""
    size = round(length_s * RATE_HZ)
    period = max(round(RATE_HZ / hz), 2)
    turns = [rng.uniform(-1, 1, period)]
    while len(turns) * period < size:
        turns.append(damping * (turns[-1] + np.roll(turns[-1], 1)) / 2)
    return np.concatenate(turns)[:size]


def plucked(seconds: float, rng: Generator) -> Signal:
    """Play a tune on one string."""
    return melody(seconds, rng, lambda hz, length_s: _pluck(hz, length_s + 0.5, rng), 196.0)


def guitar(seconds: float, rng: Generator) -> Signal:
    """Strum chords, two a second."""
    events = []
    for beat, at_s in enumerate(np.arange(0.0, seconds, 0.5)):
        chord = CHORDS[beat // 4 % 4]
        for late, step in enumerate((*chord, *(one + 12 for one in chord))):
            events.append((float(at_s) + 0.015 * late, _pluck(semitones_hz(step, 110), 1.2, rng)))
    return scatter(seconds, events)


def piano(seconds: float, rng: Generator) -> Signal:
    """Play chords and a tune above them, each note fading."""

    def note(hz: float, length_s: float) -> Signal:
        pitch = np.full(round((length_s + 0.6) * RATE_HZ), hz)
        return harmonic(pitch, (1, 0.5, 0.35, 0.2, 0.12, 0.08)) * decay(length_s + 0.6, 0.5)

    below = [
        (float(at_s), 0.5 * note(semitones_hz(step, 110), 1.5))
        for bar, at_s in enumerate(np.arange(0.0, seconds, 1.6))
        for step in CHORDS[bar % 4]
    ]
    return scatter(seconds, below) + melody(seconds, rng, note, 261.6)


def organ(seconds: float, _: Generator) -> Signal:
    """Hold chords of an organ for two seconds each."""
    events = []
    for bar, at_s in enumerate(np.arange(0.0, seconds, 2.0)):
        for step in CHORDS[bar % 4]:
            pitch = np.full(2 * RATE_HZ, semitones_hz(step, 130.8))
            events.append(
                (float(at_s), harmonic(pitch, (1, 0.8, 0.1, 0.6, 0, 0.2, 0, 0.4)) * decay(2, 50, 0.05))
            )
    return scatter(seconds, events)


def flute(seconds: float, rng: Generator) -> Signal:
    """Play a tune with breath and vibrato."""

    def note(hz: float, length_s: float) -> Signal:
        pitch = hz * (1 + 0.006 * np.sin(2 * np.pi * 5 * times(length_s)))
        air = 0.05 * band(white(length_s, rng), hz * 2, 400)
        return (harmonic(pitch, (1, 0.4, 0.15, 0.05)) + air) * np.hanning(len(pitch)) ** 0.25

    return melody(seconds, rng, note, 440.0)


def violin(seconds: float, rng: Generator) -> Signal:
    """Bow a tune: saw-tooth through a body's resonances, with vibrato and slides."""

    def note(hz: float, length_s: float) -> Signal:
        time_s = times(length_s)
        slide = 1 - 0.04 * np.exp(-time_s / 0.04)
        pitch = hz * slide * (1 + 0.012 * np.sin(2 * np.pi * 5.5 * time_s))
        saw = harmonic(pitch, [1 / k for k in range(1, 25)])
        body = band(saw, 450, 120) + band(saw, 1200, 250) + 0.7 * band(saw, 2600, 500)
        return body * np.hanning(len(pitch)) ** 0.25

    return melody(seconds, rng, note, 293.7)


def cello(seconds: float, rng: Generator) -> Signal:
    """Bow a tune in the range of a man's voice."""

    def note(hz: float, length_s: float) -> Signal:
        time_s = times(length_s)
        pitch = hz * (1 - 0.05 * np.exp(-time_s / 0.05)) * (1 + 0.01 * np.sin(2 * np.pi * 5 * time_s))
        saw = harmonic(pitch, [1 / k for k in range(1, 40)])
        body = band(saw, 250, 80) + band(saw, 600, 150) + 0.5 * band(saw, 1500, 400)
        return body * np.hanning(len(pitch)) ** 0.25

    return melody(seconds, rng, note, 98.0)


def brass(seconds: float, rng: Generator) -> Signal:
    """Blow a trumpet: overtones that come with loudness."""

    def note(hz: float, length_s: float) -> Signal:
        pitch = np.full(round(length_s * RATE_HZ), hz)
        loud = np.hanning(len(pitch)) ** 0.4
        dark, bright = harmonic(pitch, (1, 0.5, 0.3)), harmonic(pitch, [0.9**k for k in range(12)])
        return loud * (dark * (1 - loud) + bright * loud)

    return melody(seconds, rng, note, 233.1)


def chip_tune(seconds: float, rng: Generator) -> Signal:
    """Play the square waves of an old game."""

    def note(hz: float, length_s: float) -> Signal:
        return np.sign(np.sin(2 * np.pi * hz * times(length_s * 0.9)))

    return melody(seconds, rng, note, 220.0)


def drums(seconds: float, rng: Generator) -> Signal:
    """Beat bass drum, snare and hi-hat, 110 a minute."""
    events = []
    for beat, at_s in enumerate(np.arange(0.0, seconds, 60 / 110 / 2).tolist()):
        events.append((at_s, 0.15 * white(0.08, rng) * decay(0.08, 0.02)))
        if beat % 4 == 0:
            kick_hz = 50 + 90 * np.exp(-times(0.3) / 0.03)
            events.append((at_s, harmonic(kick_hz, (1.0,)) * decay(0.3, 0.1)))
        if beat % 4 == 2:
            snare = white(0.2, rng) * decay(0.2, 0.06) + np.sin(2 * np.pi * 190 * times(0.2)) * decay(
                0.2, 0.05
            )
            events.append((at_s, 0.6 * snare))
    return scatter(seconds, events)


def bells(seconds: float, rng: Generator) -> Signal:
    """Ring church bells: inharmonic partials that go on."""
    events = []
    for at_s in moments(seconds, rng, 1.2):
        strike_hz = semitones_hz(float(rng.choice(MINOR)), 330.0)
        ring = sum(
            (
                np.sin(2 * np.pi * strike_hz * part * times(3.0)) * decay(3.0, 1.2 / part**0.7) / part**0.5
                for part in (0.5, 1.0, 1.2, 1.5, 2.0, 2.67, 4.2)
            ),
            np.zeros(3 * RATE_HZ),
        )
        events.append((at_s, ring))
    return scatter(seconds, events)


def orchestra(seconds: float, rng: Generator) -> Signal:
    """Play strings and winds together."""
    return violin(seconds, rng) + cello(seconds, rng) + 0.5 * flute(seconds, rng) + 0.4 * organ(seconds, rng)


def small_band(seconds: float, rng: Generator) -> Signal:
    """Play drums, guitar, bass and a lead."""
    bass = melody(seconds, rng, lambda hz, length_s: _pluck(hz, length_s, rng, 0.999), 55.0)
    made = zip((1.0, 0.5, 0.8, 0.3), (drums, guitar, lambda *_: bass, chip_tune), strict=True)
    return sum((part * player(seconds, rng) for part, player in made), np.zeros(round(seconds * RATE_HZ)))


def choir_pad(seconds: float, rng: Generator) -> Signal:
    """Hold chords of a synthesiser's choir: saw-teeth, slightly apart, through the formants of an "ah"."""
    events = []
    for bar, at_s in enumerate(np.arange(0.0, seconds, 2.0)):
        source = np.zeros(2 * RATE_HZ)
        for step in CHORDS[bar % 4]:
            for apart in (-0.1, 0.0, 0.1):
                vibrato = 1 + 0.004 * slow(2.0, rng, 4)
                source += harmonic(semitones_hz(step + apart, 130.8) * vibrato, [1 / k for k in range(1, 25)])
        throat = band(source, 750, 90) + 0.6 * band(source, 1150, 100) + 0.3 * band(source, 2600, 150)
        events.append((float(at_s), throat * np.hanning(len(throat)) ** 0.3))
    return scatter(seconds, events)


def wah_guitar(seconds: float, rng: Generator) -> Signal:
    """Pluck a tune through a resonance that opens and shuts twice a second."""
    dry = plucked(seconds, rng)
    low, high = band(dry, 500, 80), band(dry, 1700, 200)
    opened = 0.5 - 0.5 * np.cos(2 * np.pi * 2 * times(seconds))
    return low * (1 - opened) + 2 * high * opened


def theremin(seconds: float, rng: Generator) -> Signal:
    """Slide from note to note with a wide vibrato, few overtones."""
    hz = 330 * np.exp(0.35 * slow(seconds, rng, 0.8)) * (1 + 0.015 * np.sin(2 * np.pi * 5.5 * times(seconds)))
    return harmonic(hz, (1, 0.4, 0.15, 0.05)) * (1 + 0.3 * slow(seconds, rng, 1.0))


def harmonica(seconds: float, rng: Generator) -> Signal:
    """Play a tune on reeds that bend, loudness trembling."""

    def note(hz: float, length_s: float) -> Signal:
        pitch = hz * (1 - 0.05 * np.exp(-times(length_s) / 0.06))
        reed = harmonic(pitch, (1, 0.9, 0.7, 0.7, 0.4, 0.5, 0.2, 0.3, 0.1, 0.2))
        return reed * (1 + 0.3 * np.sin(2 * np.pi * 6 * times(length_s))) * np.hanning(len(pitch)) ** 0.2

    return melody(seconds, rng, note, 293.7)
