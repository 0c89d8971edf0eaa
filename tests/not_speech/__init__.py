"""Kinds of sound that are no speech, made from seeds: rooms, machines, animals, instruments.

Each maker takes a length in seconds and a generator, and returns samples [n] at 16 kHz; :func:`sound` brings
them to the level that they have beside a voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ser_desktop.results import Float32
from tests.not_speech import animals, everyday, music, signals


@dataclass(frozen=True)
class Kind:
    """A kind of sound and its usual peak, in dB below full scale."""

    name: str
    peak_dbfs: float
    make: signals.Maker


KINDS = (
    Kind("digital zeros", 0, everyday.zeros),
    Kind("quiet room", -50, everyday.room),
    Kind("white noise, faint", -55, signals.white),
    Kind("white noise", -30, signals.white),
    Kind("white noise, full scale", 0, signals.white),
    Kind("pink noise", -30, everyday.pink),
    Kind("brown noise", -20, everyday.brown),
    Kind("syllabic noise", -15, everyday.syllabic_noise),
    Kind("breath", -25, everyday.breath),
    Kind("mains hum", -30, everyday.hum),
    Kind("fan", -30, everyday.fan),
    Kind("engine", -15, everyday.engine),
    Kind("vacuum cleaner", -10, everyday.vacuum_cleaner),
    Kind("keyboard", -20, everyday.keyboard),
    Kind("door", -3, everyday.door),
    Kind("footsteps", -20, everyday.footsteps),
    Kind("rain", -25, everyday.rain),
    Kind("wind", -10, everyday.wind),
    Kind("applause", -10, everyday.applause),
    Kind("dishes", -10, everyday.dishes),
    Kind("tones", -12, everyday.tones),
    Kind("sweep", -12, everyday.sweep),
    Kind("telephone", -12, everyday.telephone),
    Kind("alarm clock", -15, everyday.alarm_clock),
    Kind("siren", -10, everyday.siren),
    Kind("door hinge", -15, everyday.hinge),
    Kind("dog", -6, animals.barks),
    Kind("birds", -20, animals.birds),
    Kind("whistling", -10, animals.whistling),
    Kind("cat", -10, animals.cat),
    Kind("crows", -10, animals.crows),
    Kind("plucked string", -10, music.plucked),
    Kind("guitar", -10, music.guitar),
    Kind("piano", -10, music.piano),
    Kind("organ", -10, music.organ),
    Kind("flute", -10, music.flute),
    Kind("violin", -10, music.violin),
    Kind("cello", -10, music.cello),
    Kind("brass", -10, music.brass),
    Kind("chip tune", -10, music.chip_tune),
    Kind("drums", -6, music.drums),
    Kind("bells", -10, music.bells),
    Kind("choir pad", -10, music.choir_pad),
    Kind("wah guitar", -10, music.wah_guitar),
    Kind("theremin", -10, music.theremin),
    Kind("harmonica", -10, music.harmonica),
    Kind("orchestra", -6, music.orchestra),
    Kind("small band", -6, music.small_band),
)


def sound(kind: Kind, seconds: float, seed: int = 0) -> Float32:
    """Make ``seconds`` of a kind [n] at its usual level; the same for the same seed."""
    made = kind.make(seconds, np.random.default_rng([seed, len(kind.name), sum(kind.name.encode())]))
    peak = max(float(np.abs(made).max()), 1e-9)
    return (made * (10 ** (kind.peak_dbfs / 20) / peak)).astype(np.float32)


def sounds(seconds: float, seed: int = 0) -> Iterator[tuple[Kind, Float32]]:
    """Make each kind in turn."""
    for kind in KINDS:
        yield kind, sound(kind, seconds, seed)
