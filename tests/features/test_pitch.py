"""Pitch is found where there is one, where it is, and not where there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.pitch import Periodicity, Pitch
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import active
from ser_desktop.results import Float32, Float64
from tests.sounds import RATE_HZ, noise, spread, tone

SPEC = FeatureSpec(delta_order=0, descriptors=("pitch", "pitchgram", "chroma"))
CENTRE_SAMPLES = SPEC.frame_samples // 2


def columns(samples: Float32, name: str) -> Float32:
    """One descriptor's columns [T, width]."""
    return clip_features(samples, SPEC)[:, SPEC.columns(name)]


def pitch_hz(frames: Float32) -> Float32:
    """Pitch [T] in Hz, not a number where nothing is voiced."""
    octaves, _, voiced = frames[:, SPEC.columns("pitch")].T[:3]
    return np.where(voiced > 0, 62.5 * 2**octaves, np.nan).astype(np.float32)


def voice(hz: float, seconds: float, levels: tuple[float, ...]) -> Float32:
    """Harmonics of ``hz`` with these amplitudes, their phases spread."""
    parts = []
    for number, level in enumerate(levels, 1):
        shift = round(RATE_HZ * (number * 0.618 % 1) / (number * hz))
        parts.append(tone(number * hz, seconds + 0.02, level)[shift:][: round(seconds * RATE_HZ)])
    return np.asarray(np.sum(parts, axis=0), np.float32)


FALLING = tuple(0.2 / number for number in range(1, 12))


@settings(max_examples=40)
@given(hz=st.floats(70.0, 580.0), quiet=st.booleans())
def test_pitch_of_a_voice_is_right(hz: float, *, quiet: bool) -> None:
    """Eleven harmonics, 20 dB above the noise: the pitch to 1 %, each frame of it, loud or faint."""
    sound = voice(hz, 0.4, FALLING) + noise(0.4, 0.015)
    found = pitch_hz(clip_features(np.float32(0.01 if quiet else 1.0) * sound, SPEC))[4:-4]
    np.testing.assert_allclose(found, hz, rtol=0.01)


@pytest.mark.parametrize("hz", [100.0, 180.0, 300.0])
def test_a_missing_fundamental_is_heard(hz: float) -> None:
    """On the telephone the first harmonics are gone; the period is still there."""
    found = pitch_hz(clip_features(voice(hz, 0.4, (0.0, 0.0, 0.0, *[0.1] * 5)), SPEC))[4:-4]
    np.testing.assert_allclose(found, hz, rtol=0.02)


def test_pitch_belongs_to_the_middle_of_the_frame() -> None:
    """A glide of two octaves a second: pitch stands where the MFCC of the same frame stand."""
    time_s = np.arange(RATE_HZ) / RATE_HZ
    phase = 2 * np.pi * np.cumsum(90 * 4**time_s) / RATE_HZ
    glide = sum(level * np.sin(number * phase) for number, level in enumerate(FALLING, 1))
    found = pitch_hz(clip_features(np.asarray(glide, np.float32), SPEC))[5:-5]
    centres = (np.arange(len(found)) + 5) * SPEC.hop_samples + CENTRE_SAMPLES
    np.testing.assert_allclose(found, 90 * 4 ** (centres / RATE_HZ), rtol=0.01)


@pytest.mark.parametrize("colour", [0, 1, 2], ids=["white", "pink", "brown"])
def test_noise_has_no_pitch(colour: int) -> None:
    """Hiss, a fan, wind in the microphone: few frames are voiced, though wind rises to short periods."""
    spectrum = np.fft.rfft(noise(10.0, 0.1))
    hz = np.fft.rfftfreq(10 * RATE_HZ, 1 / RATE_HZ)
    coloured = np.fft.irfft(spectrum / np.maximum(hz, 20.0) ** (colour / 2)).astype(np.float32)
    assert columns(coloured / np.float32(coloured.std()), "pitch")[:, 2].mean() < 0.15


def test_strength_follows_the_noise() -> None:
    """From a clean voice to one 10 dB below the noise, strength falls from 1 and voicing ends."""
    clean, hiss = voice(150.0, 1.0, FALLING), noise(1.0, 1.0)
    clean /= clean.std()
    gains = [np.float32(10 ** (-snr_db / 20)) for snr_db in (60, 20, 10, 0, -10)]
    strengths = [float(columns(clean + gain * hiss, "pitch")[4:-4, 1].mean()) for gain in gains]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] == pytest.approx(1, abs=0.02)
    # A period's correlation is the part of the power that is periodic.
    assert strengths[3] == pytest.approx(0.5, abs=0.1)
    assert not columns(clean + gains[4] * hiss, "pitch")[:, 2].all()


def test_voice_quality_is_the_level_of_the_harmonics() -> None:
    """First over second, first over third, in bels of power."""
    h12, h13 = columns(voice(200.0, 0.5, (0.2, 0.1, 0.02, 0.05)), "pitch")[4:-4, 3:].T
    np.testing.assert_allclose(h12, 2 * np.log10(2), atol=0.05)
    np.testing.assert_allclose(h13, 2 * np.log10(10), atol=0.05)


@pytest.mark.parametrize("semitone", [3, 14, 30])
def test_pitchgram_shows_the_semitone(semitone: int) -> None:
    """The strongest column is the pitch's own; the octave below is the only other one as strong."""
    hz = 62.5 * 2 ** ((semitone + 1 / 3) / 12)
    shown = columns(voice(hz, 0.4, FALLING), "pitchgram")[4:-4]
    below = [semitone - lower for lower in (12, 19, 24, 28, 31) if semitone >= lower]
    others = np.delete(shown, [semitone - 1, semitone, semitone + 1, *below], axis=1)
    assert shown[:, semitone].min() > 0.95
    assert others.max() < 0.95


@pytest.mark.parametrize(
    ("hz", "pitch_class"), [(440.0, 0), (880.0, 0), (523.25, 3), (1_244.5, 6), (233.1, 1)]
)
def test_chroma_names_the_note(hz: float, pitch_class: int) -> None:
    """A tone is its note, in any octave: A, A, C, E flat, B flat."""
    shown = columns(tone(hz, 0.4), "chroma")[4:-4]
    np.testing.assert_array_equal(shown.argmax(1), pitch_class)
    np.testing.assert_array_equal(shown.max(1), 1)


@pytest.mark.corpora
def test_voicing_of_real_speech(corpora: Path) -> None:
    """Much of every clip is voiced, most have more than that; the pitch is a human voice's, without leaps."""
    shares = []
    for clip in spread(corpora, 2):
        frames = clip_features(read_at_rate(clip, RATE_HZ), SPEC)
        found = pitch_hz(frames[active(frames, SPEC)])
        voiced = found[np.isfinite(found)]
        shares.append(len(voiced) / len(found))
        assert shares[-1] > 0.3, clip.name
        assert 75 < np.median(voiced) < 450, clip.name
        steps = np.abs(np.diff(np.log2(found)))
        leaps = steps[np.isfinite(steps)] > 0.4
        assert leaps.mean() < 0.15, clip.name
    assert 0.5 < np.median(shares) < 0.97


@pytest.mark.corpora
def test_women_speak_higher(corpora: Path) -> None:
    """Berlin's five men and five women, neutral: the medians of all women lie above those of all men."""
    medians = {}
    for speaker in ("03", "10", "11", "12", "15", "08", "09", "13", "14", "16"):
        clips = sorted((corpora / "emodb" / "wav").glob(f"{speaker}???N?.*"))[:2]
        heard = [clip_features(read_at_rate(clip, RATE_HZ), SPEC) for clip in clips]
        medians[speaker] = float(np.nanmedian(pitch_hz(np.concatenate(heard))))
    men, women = list(medians.values())[:5], list(medians.values())[5:]
    assert min(men) > 80
    assert max(men) < min(women) < 280


BINS = 1_025


def listener() -> Pitch:
    """Return what hears frames of 64 ms."""
    return Pitch(RATE_HZ, 1_024)


def salience(*values: float, at: int = 50) -> Float32:
    """Return a curve [1, 119] with these values from point ``at`` on, and none elsewhere."""
    curve = np.zeros((1, 119), np.float32)
    curve[0, at : at + len(values)] = values
    return curve


def told(curve: Float32, power: Float32 | None = None) -> Float32:
    """Return the five columns of pitch of a frame with this salience."""
    spectrum = np.zeros((1, BINS), np.float32) if power is None else power
    return np.asarray(listener().pitch(Periodicity(spectrum, curve))[0])


@settings(max_examples=50)
@given(
    top=st.floats(-0.49, 0.49),
    height=st.floats(0.7, 1.0),
    bend=st.floats(0.01, 0.3),
    point=st.integers(5, 110),
)
def test_a_peak_between_points_is_a_parabolas(top: float, height: float, bend: float, point: int) -> None:
    """Three points of a parabola tell where its top is, to a hundredth of a point; a semitone has three."""
    curve = salience(*(height - bend * (offset - top) ** 2 for offset in (-1, 0, 1)), at=point - 1)
    octaves, strength, voiced = told(curve)[:3]
    assert 36 * octaves == pytest.approx(point + top, abs=0.01)
    assert strength == curve[0, point]
    assert voiced == 1


@pytest.mark.parametrize(
    ("values", "peak"),
    [((0.8, 0.9, 0.9, 0.8), 52.0), ((0.9, 0.9, 0.9), 52.0), ((0.2, 0.9, 0.8, 0.7), 51.0)],
)
def test_a_flat_top_is_one_peak(values: tuple[float, ...], peak: float) -> None:
    """Its last point, no further than half a point off, where right of it the curve falls."""
    assert 36 * told(salience(*values))[0] == pytest.approx(peak, abs=0.5)


def test_what_only_rises_or_falls_is_no_peak() -> None:
    """Nothing is told of it: no octaves, no strength, no voice."""
    for curve in (np.linspace(0, 1, 119), np.linspace(1, 0, 119), np.ones(119)):
        np.testing.assert_array_equal(told(curve[None].astype(np.float32)), 0)


def test_voicing_begins_above_its_threshold() -> None:
    """At the threshold itself there is none; and the octave costs what the higher candidate gains."""
    threshold = np.float32(0.45)
    for strength, voiced in ((threshold, 0), (np.nextafter(threshold, np.float32(1)), 1)):
        assert told(salience(0.0, float(strength), 0.0))[2] == voiced
    higher = salience(0.8, at=30) + salience(0.78, at=66)
    assert 36 * told(higher)[0] == pytest.approx(66, abs=0.5)
    lower = salience(0.8, at=30) + salience(0.76, at=66)
    assert 36 * told(lower)[0] == pytest.approx(30, abs=0.5)


@pytest.mark.parametrize("off", [-3, -2, -1, 0, 1, 2, 3])
def test_a_harmonic_is_found_two_bins_off(off: int) -> None:
    """The strongest of five bins around a multiple of the pitch; what lies further off is another's."""
    power = np.full((1, BINS), 1e-6, np.float32)
    first = 16  # 125 Hz, bins of 7.8 Hz
    power[0, first + off] = 1.0
    quality = told(salience(0.5, 0.9, 0.5, at=35), power)[3:]
    np.testing.assert_allclose(quality, 6 if abs(off) <= 2 else 0, atol=0.01)
    power[0, 2 * first + off] = 0.1
    power[0, 3 * first + off] = 0.01
    quality = told(salience(0.5, 0.9, 0.5, at=35), power)[3:]
    np.testing.assert_allclose(quality, [1, 2] if abs(off) <= 2 else [0, 0], atol=0.01)


def test_salience_is_the_autocorrelation_over_the_windows() -> None:
    """Computed the long way, by Fourier transforms: lags of half a sample, on the line between them."""
    sound = voice(150.0, 0.2, FALLING) + noise(0.2, 0.05)
    frames = np.stack([sound[at : at + 1_024] for at in range(0, 2_000, 77)])
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(1_024) / 1_024)

    def at_periods(signals: Float64) -> Float64:
        power = np.abs(np.fft.rfft(signals, 2_048, axis=1)) ** 2
        correlation = np.fft.irfft(power, 4_096, axis=1)
        lags = 2 * RATE_HZ / (62.5 * 2 ** (np.arange(119) / 36))
        curves = [np.interp(lags, np.arange(4_096), one / one[0]) for one in correlation]
        return np.asarray(curves)

    heard = listener().hear(frames)
    centred = (frames - frames.mean(1, keepdims=True)) * window
    expected = np.divide(at_periods(centred), at_periods(window[None]))
    np.testing.assert_allclose(heard.salience, expected, rtol=0, atol=1e-5)


def test_a_frame_is_rounded_as_if_it_were_alone() -> None:
    """Whatever number it has in the stream, however many come with it: the same, to the last bit."""
    sound = voice(150.0, 0.5, FALLING) + noise(0.5, 0.05)
    frames = np.stack([sound[at : at + 1_024] for at in range(0, 6_000, 120)])
    for first in (0, 7, 19, 20, 33):
        together = listener().hear(frames, first).salience
        for count in (1, 3, 25):
            parts = [
                listener().hear(frames[at : at + count], first + at).salience
                for at in range(0, len(frames), count)
            ]
            np.testing.assert_array_equal(np.concatenate(parts), together)


def test_frames_do_not_know_each_other() -> None:
    """A faint frame is heard beside a loud one as alone; all is in single precision."""
    loud, faint = (
        noise(0.064, 0.5)[None],
        noise(0.064, 1e-5, seed=1)[None] + 1e-4 * voice(150.0, 0.064, FALLING),
    )
    pitch = listener()
    together = pitch.hear(np.concatenate([loud, faint]))
    for at, frame in enumerate((loud, faint)):
        alone = pitch.hear(frame.astype(np.float32))
        for tell in (pitch.pitch, pitch.pitchgram, pitch.chroma):
            np.testing.assert_allclose(tell(together)[at], tell(alone)[0], rtol=1e-4, atol=1e-4)
            assert tell(alone).dtype == np.float32
    assert together.salience.dtype == together.power.dtype == np.float32
