"""Sounds that need no recordings, and ways to cut any sound into pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from ser_desktop.results import Float32

RATE_HZ = 16_000
CORPORA = ("ased", "emodb", "emovo", "ravdess", "tess", "urdu")

# Around a hop of 160, a detector's chunk or a frame of 512 and a decision's block of 3200 samples.
_EDGES = (0, 1, 2, 159, 160, 161, 511, 512, 513, 3199, 3200, 3201)


def silence(seconds: float) -> Float32:
    """Return digital zeros [n]."""
    return np.zeros(round(seconds * RATE_HZ), np.float32)


def noise(seconds: float, rms: float, seed: int = 0) -> Float32:
    """Return white noise [n]."""
    rng = np.random.default_rng(seed)
    return (rms * rng.standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


def tone(hz: float, seconds: float, amplitude: float = 0.3) -> Float32:
    """Return a sine [n]."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (amplitude * np.sin(2 * np.pi * hz * time_s)).astype(np.float32)


def chirp(seconds: float) -> Float32:
    """Return a sine [n] that rises from 50 Hz through all mel bands while it gets 80 dB quieter."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    hz = 50 * 150 ** (time_s / seconds)
    fade = 10 ** (-4 * time_s / seconds)
    return (fade * np.sin(2 * np.pi * np.cumsum(hz) / RATE_HZ)).astype(np.float32)


def chunk_sizes() -> st.SearchStrategy[list[int]]:
    """Sizes of the chunks in which a stream comes; whatever is left comes as the last one."""
    return st.lists(st.sampled_from(_EDGES) | st.integers(0, 20_000), max_size=40)


def pieces(samples: Float32, sizes: list[int]) -> list[Float32]:
    """Cut samples [n] into chunks of these sizes, as far as they go, and the rest."""
    return np.split(samples, np.minimum(np.cumsum(sizes), len(samples)).astype(int))


def spread(corpora: Path, each: int) -> list[Path]:
    """Choose clips evenly spread over all six corpora, the same ones every time."""
    chosen = []
    for corpus in CORPORA:
        clips = sorted(
            path for path in (corpora / corpus).rglob("*") if path.suffix in {".flac", ".ogg", ".wav"}
        )
        step = len(clips) / each
        chosen += [clips[int((number + 0.5) * step)] for number in range(each)]
    return chosen
