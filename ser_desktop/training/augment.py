"""Other voices, other rooms, other microphones: what a recording may sound like elsewhere.

Every change is drawn from a generator that the caller seeds and works on mono samples at ``rate_hz``.
"""

from __future__ import annotations

import numpy as np
import soxr
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import fft

from ser_desktop.results import Float32

_SPEED = 0.16  # of the logarithm
_IN_A_ROOM = 0.3
_BABBLING = 0.3
_SNR_DB = (12.0, 45.0)


def elsewhere(samples: Float32, rate_hz: int, place: Generator, noise: Generator) -> Float32:
    """Another voice in another place, both drawn from ``place``, with noise drawn from ``noise``.

    The same ``place`` makes several recordings of a speaker those of one other speaker elsewhere. The
    result is up to a sixth longer or shorter.
    """
    return disturb(another_voice(samples, rate_hz, place), rate_hz, place, noise)


def another_voice(samples: Float32, rate_hz: int, rng: Generator) -> Float32:
    """Play faster or slower by up to 17 %: shorter or longer vocal tract, higher or lower pitch, other pace.

    Speed perturbation, Ko et al. (2015).
    """
    factor = float(np.exp(rng.uniform(-_SPEED, _SPEED)))
    return np.asarray(soxr.resample(samples, rate_hz, rate_hz * factor), np.float32)


def disturb(samples: Float32, rate_hz: int, place: Generator, noise: Generator) -> Float32:
    """Draw a plausible acoustic path: room, microphone, noise, gain, rounding to 16 bits; length is kept.

    Room, microphone, and kind and level of the noise come from ``place``, the noise itself from ``noise``.
    """
    size = fft.next_fast_len(len(samples) + rate_hz // 2, real=True)  # room for the longest reverberation
    hz = fft.rfftfreq(size, 1 / rate_hz)
    room = room_response(rate_hz, place)
    in_a_room, babbles = place.random() < _IN_A_ROOM, place.random() < _BABBLING
    spectrum = fft.rfft(samples, size)
    if in_a_room:
        spectrum *= fft.rfft(room, size)
    spectrum *= microphone_response(hz, rate_hz, place)
    heard = fft.irfft(spectrum, size)[: len(samples)]
    slope = place.uniform(0, 1)
    if babbles:
        around = babble(samples, noise)
    else:
        around = fft.irfft(noise_spectrum(hz, slope, noise), size)[: len(samples)]
    snr_db = place.uniform(*_SNR_DB)
    heard += around * (_rms(heard) / _rms(around) * 10 ** (-snr_db / 20))
    gain = 10 ** (noise.uniform(-30, 0) / 20) / max(float(np.abs(heard).max()), 1e-9)
    return np.asarray(np.round(heard * (gain * 32767)) / 32767, np.float32)


def babble(samples: Float32, rng: Generator, voices: int = 5) -> Float32:
    """Many talk at once [n]: the recording over itself, begun anywhere, half of the voices backwards."""
    total = np.zeros(len(samples), np.float32)
    for voice in range(voices):
        total += np.roll(samples[:: 1 if voice % 2 else -1], rng.integers(len(samples)))
    return total


def room_response(rate_hz: int, rng: Generator) -> Float32:
    """Impulse response [n] of a small room: the direct sound, then noise that decays exponentially.

    The decay time (RT60) is 0.1 to 0.5 s, the direct sound 0 to 12 dB above the tail (Polack, 1988).
    """
    decay_s = rng.uniform(0.1, 0.5)
    time_s = np.arange(int(decay_s * rate_hz), dtype=np.float32) / rate_hz
    tail = rng.standard_normal(len(time_s), np.float32) * 10 ** (-3 * time_s / np.float32(decay_s))
    tail *= 10 ** (-rng.uniform(0, 12) / 20) / np.sqrt(np.sum(tail**2))
    tail[0] += 1.0
    return np.asarray(tail, np.float32)


def microphone_response(hz: Float32, rate_hz: int, rng: Generator) -> Float32:
    """Gain at each frequency [n]: a smooth random response of some 4 dB, at times a telephone's band."""
    knots_hz = np.geomspace(60, rate_hz / 2, 8)
    gain_db = np.interp(np.log(np.maximum(hz, 60)), np.log(knots_hz), rng.normal(0, 3, len(knots_hz)))
    if rng.random() < 0.1:
        gain_db -= 40.0 * ((hz < 300) | (hz > 3400))
    return np.asarray(10 ** (gain_db / 20), np.float32)


def noise_spectrum(hz: Float32, slope: float, rng: Generator) -> NDArray[np.complex64]:
    """Spectrum [n] of noise whose power falls with frequency by ``slope`` (0 white, 0.5 pink, 1 brown)."""
    phases = rng.standard_normal((2, len(hz)), np.float32)
    return np.asarray((phases[0] + 1j * phases[1]) / np.maximum(hz, 30) ** slope, np.complex64)


def _rms(samples: Float32) -> float:
    return float(np.sqrt(np.mean(samples**2))) + 1e-9
