"""The network's window: history kept straight, level taken out, absence left at zero."""

from __future__ import annotations

import dataclasses
from typing import get_args

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FITTED, FeatureSpec, Normaliser, NormaliserKind
from ser_desktop.features.windows import FrameHistory, active, level_db, normalise, to_window
from ser_desktop.results import Float32
from tests.sounds import noise, silence, tone

STATIC = FeatureSpec(delta_order=0)
LOG_MEL = dataclasses.replace(STATIC, front="log_mel")
BESIDE = dataclasses.replace(STATIC, descriptors=("pitch", "rms", "shape"))
LEVEL_SPECS = {"mfcc": STATIC, "log-mel": LOG_MEL, "beside": BESIDE}


def fitted(spec: FeatureSpec) -> FeatureSpec:
    """Return the spec with the level normaliser and some statistics."""
    size = spec.features
    return dataclasses.replace(spec, normaliser=Normaliser("level", (5.0,) * size, (20.0,) * size))


LEVEL = fitted(STATIC)


def numbered(start: int, count: int, features: int = 2) -> Float32:
    """Return frames [count, F] that hold their own index."""
    return np.repeat(np.arange(start, start + count, dtype=np.float32)[:, None], features, axis=1)


@given(
    capacity=st.integers(1, 20),
    appended=st.lists(st.integers(0, 100), max_size=30),
    asked=st.tuples(st.integers(-50, 60), st.integers(-60, 70)),
)
def test_history_equals_a_plain_concatenation(
    capacity: int, appended: list[int], asked: tuple[int, int]
) -> None:
    """Any span of the last ``capacity`` frames is there under its absolute index, and nothing but frames."""
    history = FrameHistory(capacity, 2)
    for count in appended:
        history.append(numbered(history.end, count))
    end = sum(appended)
    everything = numbered(0, end)
    oldest = max(0, end - capacity)
    assert history.end == end
    np.testing.assert_array_equal(history.span(oldest, end), everything[oldest:])
    start, stop = (max(0, end + offset) for offset in asked)
    wanted, span = everything[start:stop], history.span(start, stop)
    np.testing.assert_array_equal(span, wanted[len(wanted) - len(span) :])
    assert len(span) >= len(everything[max(start, oldest) : stop])


def test_history_copes_with_more_than_it_holds() -> None:
    """Ten minutes at once leave the last frames, in a buffer that did not grow."""
    history = FrameHistory(10, 1)
    before = history._rows.nbytes
    history.append(numbered(0, 60_000, 1))
    np.testing.assert_array_equal(history.span(59_990, 60_000), numbered(59_990, 10, 1))
    assert history._rows.nbytes == before


@given(count=st.integers(0, 12), length=st.integers(1, 9))
def test_missing_history_is_exactly_zero(count: int, length: int) -> None:
    """The newest frames stand at the end; rows before the first frame are zero, which the network skips."""
    spec = FeatureSpec(coefficients=2, delta_order=0)
    frames = numbered(1, count)
    window = to_window(frames, spec, length)
    assert window.shape == (length, 2)
    assert window.dtype == np.float32
    kept = min(count, length)
    np.testing.assert_array_equal(window[length - kept :], frames[count - kept :])
    assert not window[: length - kept].any()


@pytest.mark.parametrize("spec", [STATIC, LOG_MEL], ids=["mfcc", "log_mel"])
def test_level_is_in_decibels(spec: FeatureSpec) -> None:
    """A tenfold amplitude is 20 dB more."""
    quiet, loud = (level_db(clip_features(gain * noise(0.3, 0.05), spec), spec) for gain in (1, 10))
    np.testing.assert_allclose(loud - quiet, 20, atol=0.01)


def test_level_of_cepstra_is_the_mean_over_bands_and_of_bands_that_of_their_power() -> None:
    """Noise that fills the weak bands of a frame lifts the mean of their levels, but hardly the power."""
    bands = clip_features(noise(0.3, 0.05), LOG_MEL)[:, : LOG_MEL.mels]
    cepstra = clip_features(noise(0.3, 0.05), STATIC)
    np.testing.assert_allclose(level_db(cepstra, STATIC), bands.mean(1), atol=1e-3)
    power_db = 10 * np.log10((10 ** (bands / 10)).mean(1))
    np.testing.assert_allclose(level_db(bands, LOG_MEL), power_db, atol=1e-3)


def test_active_frames_are_those_near_the_loudest() -> None:
    """Of loud, soft and silent thirds the first two count: 20 dB down is speech, 40 dB is not."""
    third = noise(1.0, 0.1)
    frames = clip_features(np.concatenate([third, 0.1 * third, 0.01 * third]), STATIC)
    speech = active(frames, STATIC)
    assert speech[:195].all()
    assert not speech[205:].any()
    assert active(frames[:0], STATIC).shape == (0,)


@pytest.mark.parametrize("spec", LEVEL_SPECS.values(), ids=LEVEL_SPECS)
@pytest.mark.parametrize("gain_db", [-6.0, -15.0, -30.0])
def test_level_normaliser_hears_quiet_and_loud_alike(
    demo: Float32, spec: FeatureSpec, gain_db: float
) -> None:
    """The same speech gives the same window; 30 dB down the floor touches a band or two of the pauses."""
    level, sentence = fitted(spec), demo[20_000:68_000]
    gain = np.float32(10 ** (gain_db / 20))
    loud, quiet = (to_window(clip_features(g * sentence, level), level, 300) for g in (np.float32(1), gain))
    change = np.abs(quiet - loud)
    tolerance, share = (0.05, 1e-3) if gain_db < -15 else (1e-3, 0)
    assert (change > tolerance).mean() <= share


@pytest.mark.parametrize(
    ("spec", "name", "columns"),
    [(LOG_MEL, "every band", slice(0, 64)), (BESIDE, "rms", BESIDE.columns("rms"))],
    ids=["log-mel", "rms"],
)
def test_level_is_relative_to_the_speech(spec: FeatureSpec, name: str, columns: slice) -> None:
    """The columns of level have mean 0 over the speech; what stands beside them is only scaled."""
    sound = np.concatenate([noise(1.0, 0.1), noise(1.0, 1e-4)])
    frames = clip_features(sound, spec)
    heard = normalise(frames, fitted(spec)) * 20 + 5
    assert heard[active(frames, spec), columns].mean() == pytest.approx(0, abs=1e-3), name
    others = np.setdiff1d(np.arange(1, spec.features), np.arange(spec.features)[columns])
    np.testing.assert_allclose(heard[:, others], frames[:, others], rtol=0, atol=1e-4)


def test_without_a_normaliser_level_is_heard(demo: Float32) -> None:
    """The test above can fail: the training kind leaves the level in."""
    spec = dataclasses.replace(LEVEL, normaliser=dataclasses.replace(LEVEL.normaliser, kind="training"))
    frames = clip_features(demo[20_000:68_000], spec)
    quieter = clip_features(np.float32(0.1) * demo[20_000:68_000], spec)
    shift = (normalise(quieter, spec) - normalise(frames, spec))[:, 0]
    np.testing.assert_allclose(shift, -20 * np.sqrt(spec.mels) / 20.0, atol=1e-2)


def test_training_normaliser_centres_and_scales() -> None:
    """Mean off, divided by scale, feature by feature."""
    spec = FeatureSpec(
        coefficients=2, delta_order=0, normaliser=Normaliser("training", (1.0, -2.0), (2.0, 4.0))
    )
    frames = np.array([[3.0, 2.0], [1.0, -2.0]], np.float32)
    np.testing.assert_allclose(normalise(frames, spec), [[1.0, 1.0], [0.0, 0.0]])


def test_utterance_normaliser_centres_on_the_speech() -> None:
    """Mean 0 and deviation 1 over the active frames, whatever the silence around them is."""
    spec = dataclasses.replace(STATIC, normaliser=Normaliser("utterance"))
    frames = clip_features(np.concatenate([silence(1.0), noise(1.0, 0.1) + tone(300.0, 1.0)]), spec)
    speech = normalise(frames, spec)[active(frames, spec)]
    np.testing.assert_allclose(speech.mean(0), 0, atol=1e-3)
    np.testing.assert_allclose(speech.std(0), 1, atol=1e-2)


def described(kind: NormaliserKind) -> FeatureSpec:
    """Band levels, spectral shape and pitch; each feature's mean is 1 and its scale 2."""
    spec = FeatureSpec(front="log_mel", delta_order=0, descriptors=("shape", "pitch"))
    statistics = ((1.0,) * spec.features, (2.0,) * spec.features)
    return dataclasses.replace(spec, normaliser=Normaliser(kind, *statistics))


def test_where_speech_is_strong_its_features_stay() -> None:
    """Frames close to the loudest: levels down to 22 dB below the speech's mean, descriptors whole."""
    spec, plain = described("speech"), described("level")
    frames = clip_features(noise(0.5, 0.1), spec)
    told, wanted = normalise(frames, spec), normalise(frames, plain)
    floor = (-22 - 1) / 2
    np.testing.assert_allclose(told[:, :64], np.maximum(wanted[:, :64], floor), atol=1e-5)
    np.testing.assert_allclose(told[:, 64:], wanted[:, 64:], atol=1e-5)


def test_what_noise_would_cover_is_left_out() -> None:
    """Between words a silent and a noisy studio are alike: levels at the floor, descriptors at their mean."""
    spec = described("speech")
    words = clip_features(noise(0.5, 0.1), spec)
    quiet, noisy = (clip_features(noise(0.5, level), spec) for level in (1e-5, 1e-3))
    told = [normalise(np.concatenate([words, pause]), spec)[len(words) :] for pause in (quiet, noisy)]
    np.testing.assert_array_equal(told[0], told[1])
    assert (told[0][:, :64] == np.float32((-22 - 1) / 2)).all()
    assert not told[0][:, 64:].any()


@settings(deadline=None, max_examples=20)
@given(weak_db=st.floats(0, 60))
@example(weak_db=27.0)
@example(weak_db=29.0)
@example(weak_db=32.0)
def test_trust_fades_with_the_level(weak_db: float) -> None:
    """Descriptors are whole to 25 dB below the loudest frame, half at 29 dB, gone at 33 dB."""
    spec = described("speech")
    strong = clip_features(noise(0.5, 0.1), spec)[10:11]
    weak = strong.copy()
    weak[:, :64] -= np.float32(weak_db)
    whole, faded = normalise(np.concatenate([strong, weak]), spec)[:, 64:]
    np.testing.assert_allclose(faded, whole * np.clip((33 - weak_db) / 8, 0, 1), atol=1e-3)


@pytest.mark.parametrize("kind", ["none", "training", "level", "utterance"])
def test_normalising_changes_nothing_that_was_handed_in(kind: str) -> None:
    """The history's own rows are handed in: they are read again for the next window."""
    size = 30 if kind in {"training", "level"} else 0
    spec = dataclasses.replace(STATIC, normaliser=Normaliser(kind, (1.0,) * size, (2.0,) * size))  # type: ignore[arg-type]  # a parameter of the test
    frames = clip_features(noise(0.3, 0.1), spec)
    before = frames.copy()
    to_window(frames, spec, 10)
    np.testing.assert_array_equal(frames, before)
    assert not to_window(frames[:0], spec, 10).any()


KINDS: tuple[NormaliserKind, ...] = get_args(NormaliserKind)


@settings(max_examples=40)
@given(
    kind=st.sampled_from(KINDS),
    count=st.integers(0, 12),
    extremes=st.lists(st.sampled_from([-300.0, -100.0, -99.99, 0.0, 1.0, 260.0]), min_size=12, max_size=12),
    earlier=st.integers(0, 5),
)
def test_any_frames_give_numbers_and_only_the_last_ones_count(
    kind: NormaliserKind, count: int, extremes: list[float], earlier: int
) -> None:
    """Flat, wildly different, as quiet and as loud as numbers go: under every normaliser."""
    spec = (
        described(kind)
        if kind in FITTED
        else dataclasses.replace(described("speech"), normaliser=Normaliser(kind))
    )
    frames = np.repeat(np.array(extremes, np.float32)[:count, None], spec.features, axis=1)
    window = to_window(frames, spec, 6)
    assert window.shape == (6, spec.features)
    assert np.isfinite(window).all()
    before = np.full((earlier, spec.features), 7.0, np.float32) if count >= 6 else frames[:0]
    np.testing.assert_array_equal(to_window(np.concatenate([before, frames]), spec, 6), window)


def test_a_frame_right_at_the_edge_counts() -> None:
    """25 dB below the loudest is speech, a hair more is not; levels are told in single precision."""
    frames = np.zeros((3, 64), np.float32)
    frames[1:, :] = -25.0
    frames[2, :] -= np.float32(0.001)
    assert active(frames, LOG_MEL).tolist() == [True, True, False]
    for spec in (STATIC, LOG_MEL):
        assert level_db(frames, spec).dtype == np.float32


def test_what_never_changes_is_not_blown_up() -> None:
    """A feature that is constant over the utterance is 0; one that hardly changes stays small."""
    spec = FeatureSpec(coefficients=2, delta_order=0, normaliser=Normaliser("utterance"))
    frames = np.array([[10.0, 5.0], [10.0, 5.0 + 2e-4]], np.float32)
    heard = normalise(frames, spec)
    np.testing.assert_array_equal(heard[:, 0], 0)
    np.testing.assert_allclose(heard[:, 1], [-0.0909, 0.0909], atol=2e-3)
    assert heard.dtype == np.float32


def test_deltas_do_not_fade() -> None:
    """They belong to the levels, whose floor they follow; only what stands beside them fades."""
    size = 64 * 3 + 12
    spec = FeatureSpec(
        front="log_mel", descriptors=("shape",), normaliser=Normaliser("speech", (0.0,) * size, (1.0,) * size)
    )
    frames = np.ones((2, size), np.float32)
    frames[1, :64] = -60.0
    heard = normalise(frames, spec)
    np.testing.assert_array_equal(heard[1, 64:192], 1)
    np.testing.assert_array_equal(heard[:, 192:], [[1.0] * 12, [0.0] * 12])
    assert heard.dtype == np.float32
