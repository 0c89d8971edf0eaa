"""The windows of training and of judging: what a live window could hold, and every class alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.features.windows import active, to_window
from ser_desktop.results import Float32
from ser_desktop.training.windows import (
    Example,
    cut_to_speech,
    evaluation_windows,
    random_window,
    sampling_weights,
    speech_span,
)

RAW = FeatureSpec(delta_order=0, coefficients=3)
LENGTH = 120


def example(
    frames: int, variants: int = 1, target: int = 0, corpus: str = "c", speaker: str = "c/1"
) -> Example:
    """Make a clip, and variants longer by a frame each: frames tell which it is, their index, its length."""
    heard: list[NDArray[np.floating[Any]]] = []
    for variant, length in enumerate(range(frames, frames + variants)):
        rows = [(variant, index, length) for index in range(1, length + 1)]
        heard.append(np.array(rows, np.float16 if variant else np.float32))
    return Example(tuple(heard), target, corpus, speaker, "f")


def frames_of(window: Float32) -> tuple[int, int]:
    """First and last frame (from 1) that a window holds; it must hold all between, right-aligned."""
    index = window[:, 1]
    held = index[index > 0].astype(int)
    assert len(held)
    assert np.array_equal(index[-len(held) :], np.arange(held[0], held[-1] + 1))
    assert not window[: -len(held)].any()
    return int(held[0]), int(held[-1])


@given(frames=st.integers(1, 700), variants=st.integers(1, 4), seed=st.integers(0, 2**32))
def test_a_training_window_is_a_piece_of_its_clip(frames: int, variants: int, seed: int) -> None:
    """Frames in a row of one variant, ending at the window's end; absent ones before it are exactly zero."""
    window = random_window(example(frames, variants), RAW, LENGTH, np.random.default_rng(seed))
    assert window.shape == (LENGTH, RAW.features)
    assert window.dtype == np.float32
    first, last = frames_of(window)
    held = window[-(last - first + 1) :]
    assert len(np.unique(held[:, 0])) == 1
    assert held[0, 0] in range(variants)
    assert 1 <= first <= last <= held[0, 2]
    assert last - first + 1 >= min(frames, RAW.frames(0.8), LENGTH)


def test_training_meets_beginnings_ends_and_every_variant() -> None:
    """Live, most windows are unfinished utterances; a network must have met such."""
    rng = np.random.default_rng(0)
    windows = [random_window(example(400, 3), RAW, LENGTH, rng) for _ in range(600)]
    spans = np.array([frames_of(window) for window in windows])
    whole = np.array([window[-1, 1] == window[-1, 2] for window in windows])
    assert 0.4 < whole.mean() < 0.6
    assert np.ptp(spans[~whole, 1]) > 250
    assert {int(window[-1, 0]) for window in windows} == {0, 1, 2}
    assert (
        np.mean([frames_of(random_window(example(110), RAW, LENGTH, rng))[0] > 1 for _ in range(200)]) > 0.5
    )


@given(frames=st.integers(1, 900), length=st.integers(40, 400))
def test_judging_hears_the_whole_clip_in_full_windows(frames: int, length: int) -> None:
    """Every frame is in some window and all are full; the last ends with the clip, the others as live."""
    windows = evaluation_windows(example(frames).features[0], RAW, length)
    spans = [frames_of(window) for window in windows]
    assert {index for first, last in spans for index in range(first, last + 1)} == set(range(1, frames + 1))
    assert {last - first + 1 for first, last in spans} == {min(frames, length)}
    ends = [last for _, last in spans]
    assert ends == sorted(set(ends))
    assert ends[-1] == frames
    assert set(np.diff(ends[:-1])) <= {RAW.frames(0.4)}


@given(frames=st.integers(1, LENGTH))
def test_a_short_clip_is_judged_once_by_all_of_it(frames: int) -> None:
    """Beginnings that end in the middle of a word are no answer to a clip: it is one window, all it has."""
    clip = np.random.default_rng(frames).normal(size=(frames, RAW.features)).astype(np.float32)
    (window,) = evaluation_windows(clip, RAW, LENGTH)
    assert np.array_equal(window, to_window(clip, RAW, LENGTH))


def test_judging_sees_what_the_runner_would() -> None:
    """Windows are normalised as the program does it, each by its own frames."""
    rng = np.random.default_rng(1)
    spec = FeatureSpec(delta_order=0, coefficients=4, normaliser=Normaliser("level", (1.0,) * 4, (2.0,) * 4))
    frames = rng.normal(0, 20, (333, 4)).astype(np.float32)
    windows = evaluation_windows(frames, spec, LENGTH)
    ends = [*range(LENGTH, 333, 40), 333]
    assert all(
        np.array_equal(w, to_window(frames[:e], spec, LENGTH)) for w, e in zip(windows, ends, strict=True)
    )


@given(
    origins=st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from("abc"), st.integers(0, 5)), min_size=1, max_size=60
    )
)
def test_every_class_is_drawn_alike(origins: Sequence[tuple[int, str, int]]) -> None:
    """However many clips a class has; within a class and corpus, clips are alike, and none is left out."""
    examples = [example(1, target=t, corpus=c, speaker=f"{c}/{s}") for t, c, s in origins]
    weights = sampling_weights(examples)
    assert weights.sum() == pytest.approx(1)
    assert (weights > 0).all()
    targets = np.array([t for t, _, _ in origins])
    shares = [weights[targets == target].sum() for target in np.unique(targets)]
    assert shares == pytest.approx([1 / len(shares)] * len(shares))
    for cell in {(t, c) for t, c, _ in origins}:
        alike = [weight for weight, (t, c, _) in zip(weights, origins, strict=True) if (t, c) == cell]
        assert alike == pytest.approx([alike[0]] * len(alike))


def test_a_corpus_weighs_by_its_speakers_not_by_its_clips() -> None:
    """TESS has 2800 clips of two voices; one hundred clips of each of two voices weigh no more than one."""
    many = [example(1, corpus="many", speaker=f"many/{n % 2}") for n in range(200)]
    few = [example(1, corpus="few", speaker=f"few/{n}") for n in range(8)]
    weights = sampling_weights([*many, *few])
    assert weights[:200].sum() / weights[200:].sum() == pytest.approx((2 / 8) ** 0.5)


def test_silence_around_the_speech_is_cut() -> None:
    """A recording's quiet ends carry no emotion; a margin stays, and all of what is said."""
    spec = FeatureSpec(delta_order=0)
    time_s = np.arange(16_000) / 16_000
    tone = 0.3 * np.sin(2 * np.pi * 200 * time_s)
    noise = 1e-5 * np.random.default_rng(0).standard_normal(3 * 16_000)
    noise[16_000:32_000] += tone
    frames = clip_features(noise.astype(np.float32), spec)
    start, end = speech_span(frames, spec)
    assert 100 - 15 - 6 <= start <= 100 - 15
    assert 200 + 15 - 4 <= end <= 200 + 15 + 3
    assert speech_span(frames[120:180], spec) == (0, 60)


@settings(deadline=None, max_examples=20)
@given(snr_db=st.floats(26, 80), seed=st.integers(0, 99))
def test_what_is_far_behind_the_speech_does_not_open_a_clip(snr_db: float, seed: int) -> None:
    """Speech begins where it did, whatever goes on at the next table."""
    spec = FeatureSpec(delta_order=0, front="log_mel")
    rng = np.random.default_rng(seed)
    sound = np.zeros(3 * 16_000)
    sound[16_000:32_000] = 0.1 * rng.standard_normal(16_000)
    around = 0.1 * rng.standard_normal(len(sound)) * 10 ** (-snr_db / 20)
    quiet, busy = (
        speech_span(clip_features(samples.astype(np.float32), spec), spec)
        for samples in (sound, sound + around)
    )
    assert np.abs(np.subtract(quiet, busy)).max() <= 1


@given(
    before=st.integers(0, 120),
    speech=st.integers(1, 120),
    after=st.integers(0, 120),
    paces=st.lists(st.floats(0.85, 1.18), max_size=3),
)
def test_variants_are_cut_where_the_clip_speaks(
    before: int, speech: int, after: int, paces: Sequence[float]
) -> None:
    """Noise hides where a variant speaks; the clip tells, and the variant's pace; some of it stays."""
    plain = np.zeros((before + speech + after, RAW.features), np.float32)
    plain[:, 0] = -1000
    plain[before : before + speech, 0] = 0
    plain[:, 1] = np.arange(len(plain))
    variants = [np.zeros((max(1, round(pace * len(plain))), RAW.features), np.float16) for pace in paces]
    for variant in variants:
        variant[:, 1] = np.arange(len(variant))
    cut, *others = cut_to_speech((plain, *variants), RAW)
    start, end = speech_span(plain, RAW)
    assert np.array_equal(cut, plain[start:end])
    for whole, part in zip(variants, others, strict=True):
        pace = len(whole) / len(plain)
        assert len(part) > 0
        assert part.dtype == np.float16
        assert abs(part[0, 1] - pace * start) <= 1
        assert abs(part[-1, 1] + 1 - pace * end) <= 1


@pytest.mark.parametrize("factor", [0.85, 1.0, 1.17])
def test_a_faster_voice_is_cut_to_its_own_speech(factor: float) -> None:
    """The sound itself, played at another speed, keeps all its speech and, at its pace, the same margin."""
    spec = FeatureSpec(delta_order=0)
    sound = 1e-5 * np.random.default_rng(0).standard_normal(3 * 16_000)
    sound[16_000:32_000] += 0.3 * np.sin(2 * np.pi * 200 * np.arange(16_000) / 16_000)
    heard = tuple(
        clip_features(soxr.resample(sound, 16_000, 16_000 * speed).astype(np.float32), spec)
        for speed in (1.0, factor)
    )
    pace = len(heard[1]) / len(heard[0])
    part = cut_to_speech(heard, spec)[1]
    spoken = np.flatnonzero(active(part, spec))
    assert spoken[0] == pytest.approx(15 * pace, abs=5)
    assert len(part) - 1 - spoken[-1] == pytest.approx(15 * pace, abs=5)
    assert np.ptp(spoken) == pytest.approx(100 * pace, abs=5)
