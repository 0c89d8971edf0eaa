"""Descriptors of spectrum and waveform: librosa's where it has them, and none that hears the level."""

from __future__ import annotations

from pathlib import Path

import librosa
import numpy as np
import pytest

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.descriptors import Spectral, rms, zero_crossings
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import DESCRIPTORS, FeatureSpec
from ser_desktop.features.windows import active
from ser_desktop.results import Float32
from tests.sounds import CORPORA, chirp, noise, spread, tone

SINGLE = ("centroid", "contrast", "bandwidth", "rolloff", "zero_crossings", "rms")
SIZES = {
    "default": FeatureSpec(delta_order=0, descriptors=SINGLE),
    "telephone": FeatureSpec(
        rate_hz=8_000, frame_samples=256, hop_samples=80, high_hz=4e3, delta_order=0, descriptors=SINGLE
    ),
    "disc": FeatureSpec(
        rate_hz=44_100, frame_samples=1_103, hop_samples=441, delta_order=0, descriptors=SINGLE
    ),
}
LOUD_AND_QUIET = np.concatenate([chirp(1.0), noise(0.5, 0.3), 0.1 * chirp(1.0) + noise(1.0, 1e-3)])

# In kHz, dB and crossings a sample.
TOLERANCES = {"centroid": 1e-5, "bandwidth": 1e-5, "zero_crossings": 1e-6, "rms": 1e-3, "contrast": 1e-3}


def by_librosa(samples: Float32, spec: FeatureSpec) -> dict[str, Float32]:
    """Compute the single descriptors [T] as librosa defines them, of frames that begin at sample 0."""
    rate_hz, length, hop = spec.rate_hz, spec.frame_samples, spec.hop_samples
    magnitude = np.abs(librosa.stft(samples.astype(np.float64), n_fft=length, hop_length=hop, center=False))
    bands = min(6, int(np.ceil(np.log2(rate_hz / 2 / 200))))
    # Ours has a floor at -100 dB of the frame; librosa's own floor ties each frame to the loudest one.
    frames = np.maximum(magnitude, 1e-5 * magnitude.max(0)).T[:, :, None]
    contrast = [
        librosa.feature.spectral_contrast(S=frame, sr=rate_hz, n_fft=length, n_bands=bands).mean()
        for frame in frames
    ]
    waveform = {"frame_length": length, "hop_length": hop, "center": False}
    rms = librosa.feature.rms(y=samples, **waveform)
    return {
        "centroid": librosa.feature.spectral_centroid(S=magnitude, sr=rate_hz, n_fft=length)[0] / 1000,
        "contrast": np.array(contrast),
        "bandwidth": librosa.feature.spectral_bandwidth(S=magnitude, sr=rate_hz, n_fft=length)[0] / 1000,
        "rolloff": librosa.feature.spectral_rolloff(S=magnitude, sr=rate_hz, n_fft=length)[0] / 1000,
        "zero_crossings": librosa.feature.zero_crossing_rate(y=samples, **waveform)[0],
        "rms": 10 * np.log10(np.maximum(rms[0] ** 2, spec.floor)),
    }


def assert_librosas(samples: Float32, spec: FeatureSpec, told: str) -> None:
    """Hold each single descriptor to librosa's; the roll-off to one bin of the spectrum."""
    ours, theirs = clip_features(samples, spec), by_librosa(samples, spec)
    bin_khz = spec.rate_hz / spec.frame_samples / 1000
    for name, expected in theirs.items():
        tolerance = TOLERANCES.get(name, 1.01 * bin_khz)
        column = ours[:, spec.columns(name)][:, 0]
        np.testing.assert_allclose(column, expected, rtol=0, atol=tolerance, err_msg=f"{told}: {name}")


@pytest.mark.parametrize("spec", SIZES.values(), ids=SIZES)
def test_single_descriptors_are_librosas_on_synthetic_sounds(spec: FeatureSpec) -> None:
    """At three rates, over 80 dB of level, for tones and noise."""
    assert_librosas(LOUD_AND_QUIET, spec, "chirp and noise")


@pytest.mark.corpora
def test_single_descriptors_are_librosas_on_real_clips(corpora: Path) -> None:
    """On three recordings of each corpus, pauses and all."""
    clips = spread(corpora, 3)
    assert len(clips) == 3 * len(CORPORA)
    for clip in clips:
        assert_librosas(read_at_rate(clip, 16_000), SIZES["default"], clip.name)


def test_contrast_tells_tones_from_noise() -> None:
    """Harmonics stand out of their valleys, noise does not."""
    spec = FeatureSpec(delta_order=0, descriptors=("contrast",))
    harmonics = sum((tone(hz, 0.5, 0.05) for hz in range(200, 7_800, 200)), noise(0.5, 1e-4))
    voiced, noisy = (clip_features(sound, spec)[:, -1].mean() for sound in (harmonics, noise(0.5, 0.1)))
    assert voiced > noisy + 5


SHAPE = FeatureSpec(delta_order=0, descriptors=("shape",))


def shape(samples: Float32) -> Float32:
    """Mean of the shape's 12 columns over a steady sound."""
    return np.asarray(clip_features(samples, SHAPE)[:, SHAPE.columns("shape")].mean(0))


def test_shape_of_white_noise() -> None:
    """Flat: centre at 4 kHz, deviation of a uniform band, quartiles at quarters, bels as bandwidths say."""
    centre, deviation, *rolloffs, flatness, flux, alpha, hammarberg, slope, crossings = shape(noise(5.0, 0.1))
    np.testing.assert_allclose([centre, deviation], [4, 8 / np.sqrt(12)], rtol=0.02)
    np.testing.assert_allclose(rolloffs, [2, 4, 6, 7.2], rtol=0.03)
    np.testing.assert_allclose([alpha, slope], np.log10([950 / 4000, 500 / 1000]), atol=0.05)
    # A bin's power is exponential: its mean logarithm lies Euler's constant below that of its mean.
    assert flatness == pytest.approx(-np.euler_gamma, abs=0.03)
    assert hammarberg == pytest.approx(0, abs=0.15)
    assert crossings == pytest.approx(5, rel=0.02)
    assert 0.3 < flux < 0.7


def test_shape_of_a_tone() -> None:
    """All at 1 kHz, anything but flat, and the same in each frame."""
    centre, deviation, *rolloffs, flatness, flux, _, hammarberg, slope, crossings = shape(tone(1_000.0, 1.0))
    np.testing.assert_allclose([centre, *rolloffs], 1, atol=0.032)
    assert deviation < 0.03
    assert flatness < -10
    assert flux < 0.01
    assert min(hammarberg, -slope) > 5
    assert crossings == pytest.approx(10 * 2 * 1_000 / 16_000, rel=0.02)


def test_flux_marks_the_change() -> None:
    """Where one tone gives way to another, and there only; a change of level alone is none."""
    sound = np.concatenate([tone(500.0, 0.5), 0.1 * tone(500.0, 0.5), tone(2_000.0, 0.5)])
    flux = clip_features(sound, SHAPE)[:, SHAPE.columns("shape")][:, 7]
    assert 95 <= flux.argmax() <= 101
    assert flux[5:45].max() < 0.05
    assert flux[46:52].max() < 0.5 * flux.max()


@pytest.mark.parametrize("gain", [0.1, 0.03, 1_000.0])
def test_level_is_not_heard(demo: Float32, gain: float) -> None:
    """The same speech at another level has the same descriptors; only "rms" shifts, by the gain."""
    spec = FeatureSpec(delta_order=0, descriptors=tuple(DESCRIPTORS))
    sentence = demo[20_000:68_000]
    loud, quiet = clip_features(sentence, spec), clip_features(np.float32(gain) * sentence, spec)
    speech = active(loud, spec)
    for name in DESCRIPTORS:
        change = (quiet - loud)[speech][:, spec.columns(name)]
        expected = 20 * np.log10(gain) if name == "rms" else 0.0
        np.testing.assert_allclose(change, expected, rtol=0, atol=2e-3, err_msg=name)


@pytest.fixture
def coarse() -> Spectral:
    """Describe frames of 512 samples."""
    return Spectral(16_000, 512)


def lines(*bins: int, count: int = 257) -> Float32:
    """Return a power spectrum [1, count] of equal lines at these bins."""
    power = np.zeros((1, count), np.float32)
    power[0, bins] = 1.0
    return power


def shape_of(spectral: Spectral, power: Float32, before: Float32) -> Float32:
    """Return the 12 columns of one frame without a waveform."""
    return np.asarray(spectral.shape(power, before, np.zeros((1, 8), np.float32))[0])


@pytest.mark.parametrize(
    ("hz", "alpha", "hammarberg", "slope"),
    [
        (49, 0, 1, 1),
        (50, 1, 1, 1),
        (499, 1, 1, 1),
        (500, 1, 1, -1),
        (999, 1, 1, -1),
        (1_000, -1, 1, -1),
        (1_499, -1, 1, -1),
        (1_500, -1, 1, 0),
        (1_999, -1, 1, 0),
        (2_000, -1, -1, 0),
        (4_999, -1, -1, 0),
        (5_000, 0, 0, 0),
    ],
)
def test_each_ratio_has_its_bands(hz: int, alpha: int, hammarberg: int, slope: int) -> None:
    """A single line falls into the upper band, the lower or neither, to the hertz."""
    hertz = Spectral(16_000, 16_000)  # a bin for each
    power = lines(hz, count=8_001)
    np.testing.assert_array_equal(
        np.sign(shape_of(hertz, power, power)[[8, 9, 10]]), [alpha, hammarberg, slope]
    )


def test_rolloff_is_the_first_bin_that_reaches_its_share(coarse: Spectral) -> None:
    """Four equal lines: each quarter ends at a line, not beyond it."""
    power = lines(10, 20, 30, 40)
    bin_khz = 16 / 512
    np.testing.assert_allclose(shape_of(coarse, power, power)[2:6], bin_khz * np.array([10, 20, 30, 40]))


def test_flux_of_a_line_that_moves(coarse: Spectral) -> None:
    """Five times the root of two; nothing where it stays."""
    assert shape_of(coarse, lines(10), lines(20))[7] == pytest.approx(5 * np.sqrt(2))
    assert shape_of(coarse, lines(10), lines(10))[7] == 0


def test_frames_do_not_know_each_other(coarse: Spectral) -> None:
    """A frame is described alone as in company, but for the flux, in single precision; none is changed."""
    rng = np.random.default_rng(3)
    power = rng.exponential(size=(7, 257)).astype(np.float32) ** 3
    frames = rng.normal(size=(7, 512)).astype(np.float32)
    kept = power.copy()
    single = [coarse.centroid, coarse.bandwidth, coarse.rolloff, coarse.contrast]
    together = [tell(power) for tell in single] + [zero_crossings(frames), rms(frames, 1e-10)]
    shapes = coarse.shape(power, power[:1], frames)
    for at in range(7):
        part, frame = power[at : at + 1], frames[at : at + 1]
        alone = [tell(part) for tell in single] + [zero_crossings(frame), rms(frame, 1e-10)]
        np.testing.assert_allclose([one[0] for one in alone], [one[at] for one in together], rtol=1e-5)
        before = power[max(0, at - 1)][None]
        np.testing.assert_allclose(coarse.shape(part, before, frame)[0], shapes[at], rtol=1e-4, atol=1e-5)
    assert {one.dtype for one in [*together, shapes]} == {np.dtype(np.float32)}
    np.testing.assert_array_equal(power, kept)


def test_silence_has_no_shape(coarse: Spectral) -> None:
    """Digital zeros: 0 in every column, and no contrast."""
    power = lines()
    np.testing.assert_array_equal(shape_of(coarse, power, power), 0)
    np.testing.assert_array_equal(coarse.contrast(power), 0)


def test_zero_is_no_change_of_sign() -> None:
    """As in librosa zero counts as positive: touching it is no crossing, leaving it downwards is one."""
    frames = np.array([[1, 0, 1, 0], [1, 0, -1, 0], [-1, 1, -1, 1]], np.float32)
    np.testing.assert_array_equal(zero_crossings(frames), [0, 0.5, 0.75])


@pytest.mark.parametrize(("rate_hz", "bands"), [(8_000, 6), (12_800, 6), (12_810, 7), (16_000, 7)])
def test_an_octave_begins_below_the_highest_bin(rate_hz: int, bands: int) -> None:
    """One that would begin at the highest bin, or above, has nothing in it; all bins belong to one."""
    octaves = [band for band, _ in Spectral(rate_hz, 256)._octaves]
    assert len(octaves) == bands
    assert (octaves[0].start, octaves[-1].stop) == (0, 129)
    assert all(band.stop > band.start for band in octaves)
