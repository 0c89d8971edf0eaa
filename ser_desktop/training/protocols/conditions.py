"""What happens to a voice on its way to a stranger's computer, as fixed conditions of a test.

They are drawn otherwise than what :mod:`ser_desktop.training.augment` trains with: a room by its
geometry instead of decaying noise, a real codec, real voices as babble, a sound card's own rounding.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType

import numpy as np
import soundfile
import soxr
from numpy.random import Generator
from scipy import signal

from ser_desktop.results import Float32
from ser_desktop.training.protocols.energy import spoken_span

Condition = Callable[[Float32, int, Generator, Sequence[Float32]], Float32]
"""Samples [n] at a rate in Hz, chance, and clips of other voices at that rate; returns samples [m]."""

_SPEED_OF_SOUND_M_S = 343.0
_TELEPHONE_RATE_HZ = 8_000
_TELEPHONE_BAND_HZ = (300, 3_400)
# libsndfile has no bitrate for Opus: its level runs from 256 (0) to 6 kbit/s (1), one channel.
_OPUS_16_KBIT_S = (256 - 16) / (256 - 6)


def gain(
    samples: Float32, _rate_hz: int, _rng: Generator, _voices: Sequence[Float32], *, gain_db: float
) -> Float32:
    """Turn the sound card's level: rounded to its 16 bits, clipped at full scale."""
    steps = np.round(samples * (10 ** (gain_db / 20) * 32768))
    return np.asarray(np.clip(steps, -32768, 32767) / 32768, np.float32)


def white_noise(
    samples: Float32, rate_hz: int, rng: Generator, _voices: Sequence[Float32], *, snr_db: float
) -> Float32:
    """Add noise of equal power at all frequencies."""
    return _mixed(samples, rng.standard_normal(len(samples)).astype(np.float32), rate_hz, snr_db)


def babble(
    samples: Float32, rate_hz: int, rng: Generator, voices: Sequence[Float32], *, snr_db: float
) -> Float32:
    """Add other people who speak at once, all equally loud, each in a loop from a random moment."""
    total = np.zeros(len(samples), np.float32)
    for voice in voices:
        start, end = spoken_span(voice, rate_hz)
        loop = np.resize(np.roll(voice[start:end], -int(rng.integers(end - start))), len(samples))
        total += loop / max(_rms(voice[start:end]), 1e-9)
    return _mixed(samples, total, rate_hz, snr_db)


def telephone(samples: Float32, rate_hz: int, _rng: Generator, _voices: Sequence[Float32]) -> Float32:
    """Through a telephone line: 8000 samples a second, 300 to 3400 Hz (Butterworth, 6th order a side)."""
    narrow = soxr.resample(samples, rate_hz, _TELEPHONE_RATE_HZ, quality="HQ")
    band = signal.butter(6, _TELEPHONE_BAND_HZ, "bandpass", fs=_TELEPHONE_RATE_HZ, output="sos")
    heard = soxr.resample(signal.sosfilt(band, narrow), _TELEPHONE_RATE_HZ, rate_hz, quality="HQ")
    return _of_length(heard, len(samples))


def small_room(samples: Float32, rate_hz: int, _rng: Generator, _voices: Sequence[Float32]) -> Float32:
    """Heard by a laptop's microphone, 0.7 m away in a small room."""
    return _of_length(signal.oaconvolve(samples, room_response(rate_hz)), len(samples))


def clipping(
    samples: Float32, _rate_hz: int, _rng: Generator, _voices: Sequence[Float32], *, share: float
) -> Float32:
    """Cut off the largest ``share`` of all samples, as an overdriven input does."""
    limit = np.float32(np.quantile(np.abs(samples), 1 - share))
    return np.clip(samples, -limit, limit)


def late_start(
    samples: Float32, rate_hz: int, _rng: Generator, _voices: Sequence[Float32], *, lost_s: float
) -> Float32:
    """Lose the beginning."""
    return samples[round(lost_s * rate_hz) :]


def opus(samples: Float32, rate_hz: int, _rng: Generator, _voices: Sequence[Float32]) -> Float32:
    """Through the codec of today's calls, and back."""
    heard, _ = soundfile.read(io.BytesIO(opus_file(samples, rate_hz)), dtype="float32")
    return _of_length(heard, len(samples))


def opus_file(samples: Float32, rate_hz: int) -> bytes:
    """Encode as Ogg Opus of 16 kbit/s at variable rate: speech takes about that, pauses less."""
    file = io.BytesIO()
    soundfile.write(file, samples, rate_hz, format="OGG", subtype="OPUS", compression_level=_OPUS_16_KBIT_S)
    return file.getvalue()


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        **{f"gain {level:+d} dB": partial(gain, gain_db=level) for level in (-20, -12, -6, -2, 2, 6)},
        **{f"white noise {snr} dB": partial(white_noise, snr_db=snr) for snr in (35, 20, 10, 0)},
        **{f"babble {snr} dB": partial(babble, snr_db=snr) for snr in (35, 20, 10, 0)},
        "telephone band": telephone,
        "small room": small_room,
        "clipping 0.3 %": partial(clipping, share=0.003),
        "first 62 ms lost": partial(late_start, lost_s=0.062),
        "Opus 16 kbit/s": opus,
    }
)
"""All conditions of the protocol, by the name under which they are reported."""

SMALL_CHANGES = (
    "gain -2 dB",
    "gain +2 dB",
    "white noise 35 dB",
    "babble 35 dB",
    "first 62 ms lost",
    "clipping 0.3 %",
)
"""Those that no listener would notice: nearly every decision should stay as it was."""

TWENTY_DB = ("white noise 20 dB", "babble 20 dB")
"""An ordinary room with something going on."""


@cache
def room_response(rate_hz: int) -> Float32:
    """Impulse response [n] of one small furnished room, of unit energy, beginning with the direct sound.

    Mirror images of the source in the walls of a box (Allen and Berkley, 1979), each moved a little so that
    no two echoes beat in step (De Sena et al., 2015); the walls swallow a quarter of the energy, which
    makes a reverberation time of about 0.3 s.
    """
    box_m = np.array([3.9, 3.1, 2.4])
    source_m, ear_m = np.array([1.5, 1.4, 1.2]), np.array([2.1, 1.7, 1.0])
    length_s = 0.35
    furthest_m = length_s * _SPEED_OF_SOUND_M_S
    reach = int(np.ceil(furthest_m / (2 * box_m.min())))
    cells = np.stack(np.meshgrid(*[np.arange(-reach, reach + 1)] * 3, indexing="ij"), -1).reshape(-1, 1, 3)
    mirrored = np.stack(np.meshgrid(*[(0, 1)] * 3, indexing="ij"), -1).reshape(1, 8, 3)
    images_m = ((1 - 2 * mirrored) * source_m + 2 * cells * box_m).reshape(-1, 3)
    bounces = (np.abs(cells - mirrored) + np.abs(cells)).sum(-1).reshape(-1)
    moved_m = np.random.default_rng(7).uniform(-0.04, 0.04, images_m.shape) * (bounces > 0)[:, None]
    distance_m = np.linalg.norm(images_m + moved_m - ear_m, axis=1)
    arrival = np.round((distance_m - distance_m.min()) * rate_hz / _SPEED_OF_SOUND_M_S).astype(int)
    heard = arrival < length_s * rate_hz
    loudness = np.sqrt(0.75) ** bounces[heard] / distance_m[heard]
    response = np.bincount(arrival[heard], loudness)
    # Images all of one sign pile up below the room's lowest resonance, where no loudspeaker nor voice is.
    response = signal.sosfilt(signal.butter(2, 60, "highpass", fs=rate_hz, output="sos"), response)
    return np.asarray(response / np.sqrt(np.sum(response**2)), np.float32)


def _mixed(samples: Float32, noise: Float32, rate_hz: int, snr_db: float) -> Float32:
    """Add noise [n] that is ``snr_db`` weaker than the clip's speech, over the time that the speech takes."""
    start, end = spoken_span(samples, rate_hz)
    level = _rms(samples[start:end]) / max(_rms(noise[start:end]), 1e-9) * 10 ** (-snr_db / 20)
    return np.asarray(samples + np.float32(level) * noise, np.float32)


def _of_length(samples: Float32, n_samples: int) -> Float32:
    """Cut, or pad with silence."""
    return np.asarray(np.pad(samples[:n_samples], (0, max(0, n_samples - len(samples)))), np.float32)


def _rms(samples: Float32) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
