"""Sound files of any kind become the same mono samples, and a bad file is told in words."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.files import AudioFile, read_at_rate, read_audio
from ser_desktop.errors import UserError
from ser_desktop.results import Float32

RATE_HZ = 8000


def noise(n_samples: int, channels: int = 1) -> Float32:
    """Reproducible noise well below full scale: [n, channels]."""
    rng = np.random.default_rng(n_samples)
    return rng.uniform(-0.5, 0.5, (n_samples, channels)).astype(np.float32)


def write(path: Path, samples: Float32, subtype: str | None = None, rate_hz: int = RATE_HZ) -> Path:
    soundfile.write(path, samples, rate_hz, subtype=subtype)
    return path


@pytest.fixture(scope="session")
def stereo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a second and a bit of two different channels, exact to the bit."""
    return write(tmp_path_factory.mktemp("stereo") / "two.wav", noise(9001, channels=2), "FLOAT")


@pytest.mark.parametrize("suffix", [".wav", ".FLAC", ".ogg", ".mp3", ".aiff", ".opus"])
def test_every_common_format_keeps_rate_and_length(tmp_path: Path, suffix: str) -> None:
    """A format that people record in must load with its own rate and (almost) its own length."""
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ) / RATE_HZ).astype(np.float32)
    kind, subtype = ("OGG", "OPUS") if suffix == ".opus" else (None, None)
    path = tmp_path / f"tone{suffix}"
    soundfile.write(path, tone, RATE_HZ, format=kind, subtype=subtype)
    samples, rate_hz = read_audio(path)
    assert (samples.dtype, samples.ndim) == (np.dtype(np.float32), 1)
    assert rate_hz == RATE_HZ
    assert abs(len(samples) - RATE_HZ) < 0.3 * RATE_HZ
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.2)


def test_channels_are_averaged_or_chosen(stereo: Path) -> None:
    """The mean is the default; a corpus of two microphones asks for one of them."""
    both = noise(9001, channels=2)
    np.testing.assert_allclose(read_audio(stereo)[0], both.mean(axis=1), atol=1e-7)
    for channel in (0, 1):
        np.testing.assert_array_equal(read_audio(stereo, channel)[0], both[:, channel])


@given(seconds=st.floats(1e-6, 3.0))
def test_blocks_of_any_length_make_up_the_file(stereo: Path, seconds: float) -> None:
    """A long file fed in pieces must be the file: nothing lost, doubled or changed, no block too long."""
    with AudioFile(stereo) as file:
        blocks = list(file.blocks(max(seconds, 50 / file.rate_hz)))
        longest = max(1, round(max(seconds, 50 / file.rate_hz) * file.rate_hz))
    assert {len(block) for block in blocks[:-1]} <= {longest}
    np.testing.assert_array_equal(np.concatenate(blocks), read_audio(stereo)[0])


def test_numbers_that_are_none_become_silence(tmp_path: Path) -> None:
    """One NaN of a broken recorder would otherwise spread over all that is computed from it."""
    samples = noise(100)
    samples[[3, 5, 7], 0] = [np.nan, np.inf, -np.inf]
    read, _ = read_audio(write(tmp_path / "nan.wav", samples, "FLOAT"))
    expected = samples[:, 0].copy()
    expected[[3, 5, 7]] = 0
    np.testing.assert_array_equal(read, expected)


@pytest.mark.parametrize("rate_hz", [8000, 16000, 5512])
def test_reading_at_a_rate_is_soxr_high_quality(stereo: Path, rate_hz: int) -> None:
    """Training clips are resampled by the same filter as everything else, and not at all at their rate."""
    samples, own_rate_hz = read_audio(stereo)
    expected = (
        soxr.resample(samples, own_rate_hz, rate_hz, quality="HQ") if rate_hz != own_rate_hz else samples
    )
    np.testing.assert_array_equal(read_at_rate(stereo, rate_hz), expected)


def test_length_is_told_before_reading(stereo: Path) -> None:
    """A progress bar needs the length from the beginning."""
    with AudioFile(stereo) as file:
        assert file.duration_s == 9001 / RATE_HZ


SPANS = {".wav": 0.0, ".flac": 0.0, ".ogg": 1e-5, ".opus": 1e-3, ".mp3": 1e-5, ".gsm": 0.0}


@pytest.fixture(scope="session")
def formats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write five seconds in each format; a GSM file can be read forward only."""
    folder = tmp_path_factory.mktemp("formats")
    time_s = np.arange(5 * RATE_HZ) / RATE_HZ
    tones = (0.3 * np.sin(2 * np.pi * (200 + 40 * time_s) * time_s)).astype(np.float32)
    kinds = {".opus": ("OGG", "OPUS"), ".gsm": ("WAV", "GSM610")}
    for suffix in SPANS:
        kind, subtype = kinds.get(suffix, (suffix[1:].upper(), None))
        soundfile.write(folder / f"tones{suffix}", tones, RATE_HZ, format=kind, subtype=subtype)
    return {suffix: folder / f"tones{suffix}" for suffix in SPANS}


@pytest.mark.parametrize("suffix", SPANS)
@settings(max_examples=20)
@given(spans=st.lists(st.tuples(st.integers(-10, 40_100), st.integers(-10, 40_100)), min_size=1, max_size=5))
def test_any_span_is_that_of_the_whole(
    formats: dict[str, Path], suffix: str, spans: list[tuple[int, int]]
) -> None:
    """In any order, forwards and backwards, in every format."""
    whole, _ = read_audio(formats[suffix])
    with AudioFile(formats[suffix]) as file:
        for start, end in spans:
            span, expected = file.span(start, end), whole[max(0, start) : max(0, end)]
            assert len(span) == len(expected)
            np.testing.assert_allclose(span, expected, rtol=0, atol=SPANS[suffix])
        start = max(0, min(spans[-1][0], len(whole)))
        span = file.span(start, start + 100)
        rest = np.concatenate([span, *file.blocks(1.0)])
        assert len(rest) == len(whole) - start


@pytest.mark.parametrize("suffix", SPANS)
def test_blocks_have_no_seam_in_any_format(formats: dict[str, Path], suffix: str) -> None:
    """A file read piece by piece sounds as in one piece: no decoder starts anew at a block's beginning."""
    whole, _ = soundfile.read(formats[suffix], dtype="float32")
    with AudioFile(formats[suffix]) as file:
        np.testing.assert_allclose(np.concatenate(list(file.blocks(0.37))), whole, rtol=0, atol=1e-6)


def test_threads_may_read_spans_at_once(stereo: Path) -> None:
    """A window draws one while another is played."""
    whole, _ = read_audio(stereo)
    with AudioFile(stereo) as file, ThreadPoolExecutor(4) as pool:
        starts = [number * 37 % 8_000 for number in range(400)]
        spans = pool.map(lambda start: file.span(start, start + 500), starts)
        for start, span in zip(starts, spans, strict=True):
            np.testing.assert_array_equal(span, whole[start : start + 500])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are always text")
def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    """Old archives hold names in other encodings than UTF-8; their sound is as good."""
    path = write(tmp_path / "Saetze.wav", noise(5000)).rename(tmp_path / os.fsdecode(b"S\xe4tze.wav"))
    samples, rate_hz = read_audio(path)
    assert len(samples)
    assert rate_hz > 0


def text_file(folder: Path) -> Path:
    path = folder / "letter.wav"
    path.write_text("Dear Sir or Madam, this is no sound at all." * 20)
    return path


def empty_file(folder: Path) -> Path:
    path = folder / "empty.wav"
    path.touch()
    return path


def endless_file(folder: Path) -> Path:
    path = write(folder / "piped.flac", noise(5000))
    content = bytearray(path.read_bytes())
    content[21] &= 0xF0  # STREAMINFO holds the number of samples in these 36 bits; 0 means unknown
    content[22:26] = bytes(4)
    path.write_bytes(content)
    return path


def cut_off_file(folder: Path) -> Path:
    path = write(folder / "cut.flac", noise(40_000))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) // 2))
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "nowhere.wav", "file-not-found"),
        (lambda folder: folder, "not-a-file"),
        (text_file, "not-audio"),
        (empty_file, "empty-audio"),
        (lambda folder: write(folder / "none.wav", noise(0)), "empty-audio"),
        (cut_off_file, "damaged-audio"),
        (endless_file, "unknown-length"),
    ],
)
def test_a_bad_file_is_told_in_words(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    """Whatever is wrong with a file, a person reads its name and what to do, not a number."""
    path = make(tmp_path)
    with pytest.raises(UserError) as caught:
        read_audio(path)
    assert caught.value.code == code
    assert path.name in caught.value.title
    assert caught.value.remedy


@pytest.mark.parametrize("channel", [-1, 2])
def test_a_channel_that_is_not_there_is_refused(stereo: Path, channel: int) -> None:
    """Silently taking another microphone would be worse than stopping."""
    with pytest.raises(UserError) as caught:
        AudioFile(stereo, channel)
    assert caught.value.code == "no-such-channel"
