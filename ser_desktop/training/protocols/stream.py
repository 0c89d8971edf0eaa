"""Streams to listen to: clips of people, one after another, with silence, noise or music between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import signal

from ser_desktop.audio.files import read_at_rate
from ser_desktop.results import Float32
from ser_desktop.training.corpora import Clip
from ser_desktop.training.protocols.energy import spoken_span

Sound = Callable[[int, int, Generator], Float32]
"""Number of samples, rate in Hz, chance; returns samples [n]."""

PAUSES = "pauses"


@dataclass(frozen=True)
class Spoken:
    """What is said in one clip, in seconds of the stream; onset and end by the clip's own energy."""

    label: str
    onset_s: float
    end_s: float


@dataclass(frozen=True)
class Piece:
    """The next samples [n] of a stream; ``spoken`` is None between the clips."""

    samples: Float32
    spoken: Spoken | None


def stream(clips: Sequence[Clip], rate_hz: int, *, seed: int, between: str = PAUSES) -> Iterator[Piece]:
    """Yield clips in an order drawn by ``seed``, before each of them and at the end what is ``between``.

    Clips stay as loud as they were recorded.

    Parameters
    ----------
    between
        One of :data:`BETWEEN`. "pauses": 1 to 3 s, by turns digital zeros and the noise of a room.
        Any other: 3 to 6 s of that sound.
    """
    rng = np.random.default_rng(seed)
    at = 0
    for number in rng.permutation(len(clips)):
        gap = _gap(between, rate_hz, rng)
        clip = clips[number]
        samples = read_at_rate(clip.path, rate_hz, channel=clip.channel)
        start, end = (at + len(gap) + sample for sample in spoken_span(samples, rate_hz))
        yield Piece(gap, None)
        yield Piece(samples, Spoken(clip.label, start / rate_hz, end / rate_hz))
        at += len(gap) + len(samples)
    yield Piece(_gap(between, rate_hz, rng), None)


def _gap(between: str, rate_hz: int, rng: Generator) -> Float32:
    shortest_s, longest_s = (1, 3) if between == PAUSES else (3, 6)
    return BETWEEN[between](round(rng.uniform(shortest_s, longest_s) * rate_hz), rate_hz, rng)


def pause(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """Nothing at all, or a quiet room: pink noise at 60 to 50 dB below full scale."""
    if rng.random() < 0.5:
        return np.zeros(n_samples, np.float32)
    return _at_level(_pink(n_samples, rate_hz, rng), rng.uniform(-60, -50))


def white_noise(n_samples: int, _rate_hz: int, rng: Generator) -> Float32:
    """As strong at all frequencies: a fan, a hiss."""
    return _loud(rng.standard_normal(n_samples), rng)


def pink_noise(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """As strong in each octave: traffic, rain."""
    return _loud(_pink(n_samples, rate_hz, rng), rng)


def hum(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """Mains of 50 or 60 Hz with their harmonics, and a little hiss."""
    time_s = np.arange(n_samples) / rate_hz
    mains_hz = rng.choice([50, 60])
    harmonics = np.arange(1, 13)
    waves = np.sin(2 * np.pi * np.outer(harmonics * mains_hz, time_s) + rng.uniform(0, 6.3, (12, 1)))
    return _loud(rng.uniform(0.1, 1, 12) / harmonics @ waves + 0.01 * rng.standard_normal(n_samples), rng)


def chords(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """Major and minor triads of an organ's tone, two a second, that swell and fade."""
    return _loud(_in_beats(n_samples, rate_hz // 2, lambda n: _chord(n, rate_hz, rng)), rng)


def plucked_strings(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """Pluck four notes of 80 to 660 Hz a second: delayed noise, smoothed (Karplus and Strong, 1983)."""
    return _loud(_in_beats(n_samples, rate_hz // 4, lambda n: _pluck(n, rate_hz, rng)), rng)


def drums(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    """Bass drum and snare by chance, four beats a second."""
    return _loud(_in_beats(n_samples, rate_hz // 4, lambda n: _beat(n, rate_hz, rng)), rng)


BETWEEN: Mapping[str, Sound] = MappingProxyType(
    {
        PAUSES: pause,
        "white noise": white_noise,
        "pink noise": pink_noise,
        "hum": hum,
        "chords": chords,
        "plucked strings": plucked_strings,
        "drums": drums,
    }
)
"""What a stream may hold between the clips, by name; nothing of it is speech."""


def _chord(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    time_s = np.arange(n_samples) / rate_hz
    root_hz = 110 * 2 ** (rng.integers(25) / 12)
    tones_hz = root_hz * 2 ** (np.array([0, rng.choice([3, 4]), 7]) / 12)
    waves = sum(0.6**k * np.sin(2 * np.pi * (k + 1) * hz * time_s) for hz in tones_hz for k in range(6))
    return np.asarray(waves * np.sin(np.pi * np.arange(n_samples) / n_samples) ** 0.5, np.float32)


def _pluck(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    delay = round(rate_hz / (80 * 2 ** (rng.integers(37) / 12)))
    burst = np.zeros(n_samples)
    burst[:delay] = rng.uniform(-1, 1, min(delay, n_samples))
    feedback = np.zeros(delay + 2)
    feedback[0], feedback[delay:] = 1, -0.498
    return np.asarray(signal.lfilter([1.0], feedback, burst), np.float32)


def _beat(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    time_s = np.arange(n_samples) / rate_hz
    if rng.random() < 0.5:
        return np.asarray(
            np.sin(2 * np.pi * 6 * (1 - np.exp(-18 * time_s))) * np.exp(-12 * time_s), np.float32
        )
    return np.asarray(rng.standard_normal(n_samples) * np.exp(-25 * time_s), np.float32)


def _in_beats(n_samples: int, beat_samples: int, sound: Callable[[int], Float32]) -> Float32:
    beats = -(-n_samples // beat_samples)
    return np.concatenate([sound(beat_samples) for _ in range(beats)])[:n_samples]


def _pink(n_samples: int, rate_hz: int, rng: Generator) -> Float32:
    hz = np.fft.rfftfreq(n_samples, 1 / rate_hz)
    spectrum = np.fft.rfft(rng.standard_normal(n_samples)) / np.sqrt(np.maximum(hz, 30))
    return np.asarray(np.fft.irfft(spectrum, n_samples), np.float32)


def _loud(samples: NDArray[np.floating], rng: Generator) -> Float32:
    """Bring a sound to the level of speech and of music in a room: 35 to 20 dB below full scale."""
    return _at_level(samples, rng.uniform(-35, -20))


def _at_level(samples: NDArray[np.floating], rms_dbfs: float) -> Float32:
    """Set the root mean square."""
    rms = np.sqrt(np.mean(np.square(samples, dtype=np.float64)))
    return np.asarray(samples * (10 ** (rms_dbfs / 20) / rms), np.float32)
