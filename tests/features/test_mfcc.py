"""The front end is librosa's: mel bands, their levels, the cepstrum and its deltas."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import librosa
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from librosa.filters import mel

from ser_desktop.audio.files import read_audio
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.mfcc import MelFront, dct_basis, mel_basis
from ser_desktop.features.spec import FeatureSpec, Front
from ser_desktop.results import Float32
from tests.sounds import CORPORA, chirp, noise, silence, spread, tone

TOLERANCE = 2e-4

SPECS = {
    "default": FeatureSpec(),
    "static": FeatureSpec(delta_order=0),
    "log-mel": FeatureSpec(front="log_mel", delta_order=1),
    "coarse log-mel": FeatureSpec(front="log_mel", delta_order=0, mels=24, coefficients=1, floor=1e-6),
    "one wide delta": FeatureSpec(delta_order=1, delta_width=5, coefficients=13, mels=40),
    "telephone": FeatureSpec(rate_hz=8_000, frame_samples=256, hop_samples=80, mels=30, high_hz=4_000.0),
    "odd sizes": FeatureSpec(frame_samples=401, hop_samples=137, mels=30, coefficients=30, low_hz=0.0),
    "no overlap": FeatureSpec(frame_samples=512, hop_samples=512, delta_width=7),
    "high floor": FeatureSpec(floor=1e-3),
}
SOUNDS = {
    "noise": noise(1.5, 0.1),
    "quiet after loud": np.concatenate([noise(0.7, 0.5), noise(0.7, 1e-5), noise(0.3, 0.5)]),
    "chirp": chirp(2.0),
    "tone": tone(440.0, 1.0, 1.0),
    "click in silence": np.concatenate([silence(0.4), np.ones(1, np.float32), silence(0.4)]),
    "silence": silence(0.5),
}


def by_librosa(samples: Float32, spec: FeatureSpec) -> Float32:
    """Compute features [T, F] as librosa defines them."""
    power = librosa.feature.melspectrogram(
        y=samples,
        sr=spec.rate_hz,
        n_fft=spec.frame_samples,
        hop_length=spec.hop_samples,
        center=False,
        n_mels=spec.mels,
        fmin=spec.low_hz,
        fmax=spec.high_hz,
    )
    level_db = librosa.power_to_db(power, amin=spec.floor, top_db=None)
    cepstrum = librosa.feature.mfcc(S=level_db, n_mfcc=spec.coefficients)
    static = level_db if spec.front == "log_mel" else cepstrum
    deltas = [
        librosa.feature.delta(static, width=spec.delta_width, order=order, mode="nearest")
        for order in range(1, spec.delta_order + 1)
    ]
    return np.asarray(np.concatenate([static, *deltas]).T, np.float32)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_mel_basis_is_librosas(spec: FeatureSpec) -> None:
    """The bands were learnt by heart from Slaney's definition; librosa is the oracle."""
    theirs = mel(
        sr=spec.rate_hz,
        n_fft=spec.frame_samples,
        n_mels=spec.mels,
        fmin=spec.low_hz,
        fmax=spec.high_hz,
        dtype=np.float64,
    )
    np.testing.assert_allclose(mel_basis(spec), theirs, atol=1e-12)


@pytest.mark.parametrize("low_hz", [999.0, 1_000.0, 1_000.5, 1_001.0])
def test_the_scale_bends_at_a_kilohertz(low_hz: float) -> None:
    """To the hertz: bands that begin right there are librosa's too."""
    spec = FeatureSpec(mels=20, coefficients=13, low_hz=low_hz)
    theirs = mel(sr=16_000, n_fft=512, n_mels=20, fmin=low_hz, fmax=8_000, dtype=np.float64)
    np.testing.assert_allclose(mel_basis(spec), theirs, atol=1e-12)


@pytest.mark.parametrize("front", ["mfcc", "log_mel"])
def test_levels_are_told_in_single_precision(front: Front) -> None:
    """As the network takes them, and as short as memory allows."""
    power = np.ones((2, 257), np.float32)
    assert MelFront(FeatureSpec(front=front)).compute(power).dtype == np.float32


def test_dct_is_orthonormal() -> None:
    """With as many coefficients as bands nothing is lost: the rows are an orthonormal basis."""
    basis = dct_basis(FeatureSpec(coefficients=64))
    np.testing.assert_allclose(basis @ basis.T, np.eye(64), atol=1e-12)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@pytest.mark.parametrize("sound", SOUNDS.values(), ids=SOUNDS)
def test_features_are_librosas_on_synthetic_sounds(sound: Float32, spec: FeatureSpec) -> None:
    """Static coefficients or levels and deltas, over 80 dB of level, for all kinds of specs."""
    np.testing.assert_allclose(clip_features(sound, spec), by_librosa(sound, spec), rtol=0, atol=TOLERANCE)


@pytest.mark.corpora
@pytest.mark.parametrize("name", ["default", "static", "log-mel"])
def test_features_are_librosas_on_real_clips(corpora: Path, name: str) -> None:
    """On eight recordings of each corpus, loud and quiet, clean and noisy."""
    spec = SPECS[name]
    clips = spread(corpora, 8)
    assert len(clips) == 8 * len(CORPORA)
    for clip in clips:
        samples, rate_hz = read_audio(clip)
        assert rate_hz == spec.rate_hz
        ours, theirs = clip_features(samples, spec), by_librosa(samples, spec)
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=TOLERANCE, err_msg=clip.name)


FRONTS = {name: SPECS[name] for name in ("default", "log-mel", "telephone", "odd sizes", "no overlap")}


@pytest.mark.parametrize("spec", FRONTS.values(), ids=FRONTS)
@settings(max_examples=15)
@given(power=st.integers(-8, 30), seed=st.integers(0, 99))
def test_a_gain_shifts_the_level_and_nothing_else(spec: FeatureSpec, power: int, seed: int) -> None:
    """Of cepstra coefficient 0, of bands each alike; the course over time (deltas) not at all."""
    sound, gain = noise(0.3, 0.1, seed), np.float32(2.0**power)
    shift = clip_features(gain * sound, spec) - clip_features(sound, spec)
    gain_db = 20 * np.log10(float(gain))
    expected = np.zeros(spec.features)
    if spec.front == "log_mel":
        expected[: spec.mels] = gain_db
    else:
        expected[0] = gain_db * np.sqrt(spec.mels)
    np.testing.assert_allclose(shift, np.broadcast_to(expected, shift.shape), atol=2e-3)


@pytest.mark.parametrize("spec", FRONTS.values(), ids=FRONTS)
@settings(max_examples=15)
@given(seed=st.integers(0, 99), hops=st.integers(1, 5))
def test_sign_does_not_matter_and_what_is_heard_later_is_the_same(
    spec: FeatureSpec, seed: int, hops: int
) -> None:
    """A microphone wired the other way round; a stream that began some frames later. Exactly."""
    static, sound = dataclasses.replace(spec, delta_order=0), noise(0.3, 0.1, seed)
    frames = clip_features(sound, static)
    np.testing.assert_array_equal(clip_features(-sound, static), frames)
    np.testing.assert_array_equal(clip_features(sound[hops * spec.hop_samples :], static), frames[hops:])
