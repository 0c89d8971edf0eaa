"""Made voices whose "emotion" is easy to hear, by people who differ, in folders as a user has them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from ser_desktop.results import Float32

RATE_HZ = 16_000

# Pitch and brightness relative to the speaker's own, syllables a second, how deep the voice sinks between.
_MANNERS = {
    "anger": (1.7, 0.9, 8.0, 0.9),
    "neutral": (1.0, 0.6, 4.0, 0.6),
    "sadness": (0.8, 0.3, 2.0, 0.3),
}
EMOTIONS = tuple(_MANNERS)


def speak(emotion: str, speaker: int, take: int) -> Float32:
    """About a second of one person's voice, mono [n], with half a second of near silence around it."""
    rng = np.random.default_rng([EMOTIONS.index(emotion), speaker, take])
    pitch, brightness, syllables_hz, depth = _MANNERS[emotion]
    time_s = np.arange(int(RATE_HZ * rng.uniform(0.9, 1.3))) / RATE_HZ
    pitch_hz = (100 + 12 * speaker) * pitch * rng.uniform(0.95, 1.05)
    phase = 2 * np.pi * np.cumsum(pitch_hz * (1 + 0.05 * np.sin(2 * np.pi * 3 * time_s))) / RATE_HZ
    voice = sum(brightness**k * np.sin((k + 1) * phase) for k in range(12))
    voice = voice * (1 - depth / 2 * (1 + np.cos(2 * np.pi * syllables_hz * time_s)))
    sound = np.concatenate([np.zeros(RATE_HZ // 4), voice / np.abs(voice).max(), np.zeros(RATE_HZ // 4)])
    return np.asarray(0.3 * sound + 1e-4 * rng.standard_normal(len(sound)), np.float32)


def write_corpus(folder: Path, *, speakers: int = 6, takes: int = 3) -> Path:
    """Write EMOTION/SPEAKER/TAKE.wav for every emotion, speaker and take; return ``folder``."""
    for emotion in EMOTIONS:
        for speaker in range(speakers):
            for take in range(takes):
                path = folder / emotion / f"speaker{speaker}" / f"{take:02}.wav"
                path.parent.mkdir(parents=True, exist_ok=True)
                soundfile.write(path, speak(emotion, speaker, take), RATE_HZ)
    return folder
