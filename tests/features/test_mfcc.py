"""The streaming MFCC is librosa's, in whatever chunks the samples come, and no bad sample poisons it."""

from __future__ import annotations

import doctest
from pathlib import Path

import librosa
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from librosa.filters import mel

from ser_desktop.audio.files import read_audio
from ser_desktop.features import mfcc
from ser_desktop.features.mfcc import StreamingMfcc, clip_features, dct_basis, mel_basis
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.results import Float32
from tests.sounds import CORPORA, chirp, chunk_sizes, noise, pieces, silence, spread, tone

TOLERANCE = 2e-4

SPECS = {
    "default": FeatureSpec(),
    "shipped": FeatureSpec(delta_order=0),
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
    static = librosa.feature.mfcc(S=level_db, n_mfcc=spec.coefficients)
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


def test_dct_is_orthonormal() -> None:
    """With as many coefficients as bands nothing is lost: the rows are an orthonormal basis."""
    basis = dct_basis(FeatureSpec(coefficients=64))
    np.testing.assert_allclose(basis @ basis.T, np.eye(64), atol=1e-12)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@pytest.mark.parametrize("sound", SOUNDS.values(), ids=SOUNDS)
def test_features_are_librosas_on_synthetic_sounds(sound: Float32, spec: FeatureSpec) -> None:
    """Static coefficients and deltas, over 80 dB of level, for all kinds of specs."""
    np.testing.assert_allclose(clip_features(sound, spec), by_librosa(sound, spec), rtol=0, atol=TOLERANCE)


@pytest.mark.corpora
@pytest.mark.parametrize("name", ["default", "shipped"])
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


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@settings(max_examples=20)
@given(sizes=chunk_sizes())
def test_chunks_do_not_matter(spec: FeatureSpec, sizes: list[int]) -> None:
    """Whatever chunks come, empty ones and single samples too, the frames are those of the whole clip."""
    sound = SOUNDS["quiet after loud"]
    stream = StreamingMfcc(spec)
    parts = [stream.push(piece) for piece in pieces(sound, sizes)]
    frames = np.concatenate([*parts, stream.flush()])
    np.testing.assert_allclose(frames, clip_features(sound, spec), rtol=0, atol=1e-4)


def test_each_frame_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small chunks cost no frame twice; the live path relies on it."""
    spec = FeatureSpec()
    stream = StreamingMfcc(spec)
    computed: list[int] = []
    compute = stream._cepstra

    def counted(frames: Float32) -> Float32:
        computed.append(len(frames))
        return compute(frames)

    monkeypatch.setattr(stream, "_cepstra", counted)
    sound = noise(2.0, 0.1)
    for at in range(0, len(sound), 100):
        stream.push(sound[at : at + 100])
    assert sum(computed) == (len(sound) - spec.frame_samples) // spec.hop_samples + 1


@given(
    count=st.integers(0, 3000),
    at=st.lists(st.integers(0, 2999), max_size=8),
    bad=st.sampled_from([np.nan, np.inf, -np.inf, 3e38, -1e20]),
)
def test_bad_samples_are_silence(count: int, at: list[int], bad: float) -> None:
    """What is no sound (a broken driver, a broken file) counts as zero and harms no later frame."""
    spec = FeatureSpec()
    silent, broken = noise(0.2, 0.1)[:count], noise(0.2, 0.1)[:count]
    where = [index for index in at if index < len(silent)]
    silent[where], broken[where] = 0.0, bad
    np.testing.assert_array_equal(clip_features(broken, spec), clip_features(silent, spec))


@pytest.mark.parametrize("scale", [1e-6, 32_768.0, 2.0**31])
def test_any_unit_of_amplitude_is_finite(scale: float) -> None:
    """Files that hold integers as floats are loud, not wrong: only coefficient 0 shifts, by the level."""
    spec = FeatureSpec(delta_order=0, floor=1e-30)
    sound = noise(0.5, 0.1)
    shift = clip_features(np.float32(scale) * sound, spec) - clip_features(sound, spec)
    np.testing.assert_allclose(shift[:, 0], 20 * np.log10(scale) * np.sqrt(spec.mels), rtol=1e-4)
    np.testing.assert_allclose(shift[:, 1:], 0, atol=1e-2)


@pytest.mark.parametrize(("count", "frames"), [(0, 0), (1, 0), (511, 0), (512, 1), (671, 1), (672, 2)])
def test_short_clips(count: int, frames: int) -> None:
    """Less than a frame gives no frame, and one frame has deltas of zero: its past and future are itself."""
    spec = FeatureSpec()
    features = clip_features(noise(0.1, 0.1)[:count], spec)
    assert features.shape == (frames, spec.features)
    if frames == 1:
        np.testing.assert_allclose(features[:, spec.coefficients :], 0, atol=1e-4)


@pytest.mark.parametrize("forget", [StreamingMfcc.reset, StreamingMfcc.flush])
def test_nothing_is_remembered(forget: object) -> None:
    """After a reset or an end the next clip is heard as the first one."""
    stream = StreamingMfcc(FeatureSpec())
    stream.push(noise(0.7, 0.3, seed=1))
    assert callable(forget)
    forget(stream)
    sound = noise(0.5, 0.1)
    again = np.concatenate([stream.push(sound), stream.flush()])
    np.testing.assert_array_equal(again, clip_features(sound, FeatureSpec()))


def test_the_callers_samples_stay_as_they_are() -> None:
    """Neither the buffer handed in is changed, nor does changing it later change what was heard."""
    stream = StreamingMfcc(FeatureSpec(delta_order=0))
    buffer = noise(0.1, 0.1)
    before = buffer.copy()
    first = stream.push(buffer[:700])
    np.testing.assert_array_equal(buffer, before)
    buffer[:] = 1.0
    rest = stream.push(before[700:])
    whole = clip_features(before, FeatureSpec(delta_order=0))
    np.testing.assert_allclose(np.concatenate([first, rest]), whole, rtol=0, atol=1e-4)


def test_the_example_in_the_documentation_holds() -> None:
    """What the docstring shows is what happens."""
    outcome = doctest.testmod(mfcc, extraglobs={"np": np, "FeatureSpec": FeatureSpec})
    assert (outcome.failed, outcome.attempted) == (0, 3)
