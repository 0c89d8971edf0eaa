"""Resampling has no seams, and what comes out is the same sound."""

from __future__ import annotations

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.resample import Resampler
from ser_desktop.results import Float32
from tests.sounds import chunk_sizes, noise, pieces

RATES_HZ = (8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000)
MODEL_HZ = 16_000


def resampled(chunks: list[Float32], rate_hz: int) -> Float32:
    """Push chunks through one resampler, to its end."""
    resampler = Resampler(rate_hz, MODEL_HZ)
    return np.concatenate([*(resampler.push(chunk) for chunk in chunks), resampler.flush()])


@settings(max_examples=60)
@given(rate_hz=st.sampled_from(RATES_HZ), sizes=chunk_sizes())
def test_chunks_do_not_matter(rate_hz: int, sizes: list[int]) -> None:
    """Exactly the same samples, whatever chunks came, empty ones and single samples too."""
    sound = noise(2.0, 0.1)
    np.testing.assert_array_equal(resampled(pieces(sound, sizes), rate_hz), resampled([sound], rate_hz))


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_stream_gives_what_a_whole_clip_gives(rate_hz: int) -> None:
    """Training resamples clips at once; live the same samples come out, and as many."""
    sound = noise(1.0, 0.1)
    expected = soxr.resample(sound, rate_hz, MODEL_HZ, quality="HQ")
    np.testing.assert_allclose(resampled([sound], rate_hz), expected, atol=1e-6)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_time_and_pitch_stay(rate_hz: int) -> None:
    """A tone at one rate is the same tone, at the same place, at the other."""
    at = [np.arange(hz) / hz for hz in (rate_hz, MODEL_HZ)]
    theirs, ours = (np.sin(2 * np.pi * 1000 * time_s).astype(np.float32) for time_s in at)
    inner = slice(800, -800)
    np.testing.assert_allclose(resampled([theirs], rate_hz)[inner], ours[inner], atol=1e-3)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_little_is_held_back(rate_hz: int) -> None:
    """A live answer waits little for the resampler: 18 ms at the rates of common microphones."""
    resampler = Resampler(rate_hz, MODEL_HZ)
    held_s = []
    came = sent = 0
    for _ in range(60):
        block = np.ones(rate_hz // 50, np.float32)
        sent += len(block)
        came += len(resampler.push(block))
        held_s.append(sent / rate_hz - came / MODEL_HZ)
    assert min(held_s) >= 0
    assert max(held_s) <= (0.018 if rate_hz in {16_000, 44_100, 48_000} else 0.055)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_nothing_in_is_nothing_out(rate_hz: int) -> None:
    """A stream that ends before it began."""
    assert len(resampled([], rate_hz)) == 0


@settings(max_examples=60)
@given(
    rate_hz=st.integers(4_000, 200_000),
    count=st.integers(0, 30_000),
    sizes=chunk_sizes(),
    power=st.integers(-60, 30),
)
def test_any_rate_and_any_scale(rate_hz: int, count: int, sizes: list[int], power: int) -> None:
    """Odd rates too: as long as it lasted, the same in any chunks, and a louder sound is the same, louder."""
    sound, scale = noise(2.0, 0.1)[:count], np.float32(2.0**power)
    whole = resampled([sound], rate_hz)
    assert abs(len(whole) - count * MODEL_HZ / rate_hz) <= 1
    np.testing.assert_array_equal(resampled(pieces(sound, sizes), rate_hz), whole)
    np.testing.assert_array_equal(resampled([scale * sound], rate_hz), scale * whole)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("value", [9.9e9, -9.9e9, 1e-45, -0.0])
def test_the_ends_of_the_scale_of_numbers_stay_numbers(rate_hz: int, value: float) -> None:
    """The largest that are let in and the smallest that there are, flat and from one sign to the other."""
    flat = np.full(rate_hz // 4, value, np.float32)
    for sound in (flat, np.where(np.arange(len(flat)) // 7 % 2, flat, -flat)):
        heard = resampled([sound], rate_hz)
        assert np.isfinite(heard).all()
        assert np.abs(heard).max() <= 2 * abs(value) + 1e-44
