"""Features stream: any chunks give the frames of the whole clip, each once, all of them numbers."""

from __future__ import annotations

import doctest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.features import frontend
from ser_desktop.features.frontend import StreamingFeatures, clip_features
from ser_desktop.features.spec import DESCRIPTORS, FeatureSpec
from ser_desktop.results import Float32
from tests.sounds import chunk_sizes, noise, pieces, silence, tone

EVERYTHING = FeatureSpec(descriptors=tuple(DESCRIPTORS))
SPECS = {
    "default": FeatureSpec(),
    "static": FeatureSpec(delta_order=0),
    "one wide delta": FeatureSpec(delta_order=1, delta_width=5, coefficients=13, mels=40),
    "telephone": FeatureSpec(rate_hz=8_000, frame_samples=256, hop_samples=80, mels=30, high_hz=4_000.0),
    "odd sizes": FeatureSpec(frame_samples=401, hop_samples=137, mels=30, low_hz=0.0, descriptors=("shape",)),
    "no overlap": FeatureSpec(frame_samples=512, hop_samples=512, delta_width=7, descriptors=("chroma",)),
    "everything": EVERYTHING,
    "log-mel and pitch": FeatureSpec(front="log_mel", delta_order=0, descriptors=("pitch", "rms")),
    "odd and pitched": FeatureSpec(frame_samples=601, hop_samples=77, descriptors=("pitchgram", "pitch")),
}
SOUND = np.concatenate([noise(0.3, 0.5), tone(210.0, 0.4), noise(0.3, 1e-5), silence(0.2), noise(0.3, 0.5)])


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@settings(max_examples=20)
@given(sizes=chunk_sizes())
def test_chunks_do_not_matter(spec: FeatureSpec, sizes: list[int]) -> None:
    """Whatever chunks come, empty ones and single samples too: the frames of the whole clip, exactly."""
    stream = StreamingFeatures(spec)
    parts = [stream.push(piece) for piece in pieces(SOUND, sizes)]
    frames, whole = np.concatenate([*parts, stream.flush()]), clip_features(SOUND, spec)
    np.testing.assert_array_equal(frames, whole)


@pytest.mark.parametrize("spec", [EVERYTHING, FeatureSpec(delta_order=0), FeatureSpec(delta_order=2)])
@given(size=st.integers(1, 5_000), before=st.integers(0, 3_000))
def test_blocks_at_once_are_blocks_one_by_one(spec: FeatureSpec, size: int, before: int) -> None:
    """Each block gets the frames that it completed, to the last bit, wherever in the stream they come."""
    together, apart = StreamingFeatures(spec), StreamingFeatures(spec)
    blocks = SOUND[before : before + len(SOUND[before:]) // size * size].reshape(-1, size)[:40]
    for stream in (together, apart):
        for piece in (SOUND[: before // 3], SOUND[before // 3 : before]):
            stream.push(piece)
    for one, other in zip(together.push_each(blocks), map(apart.push, blocks), strict=True):
        np.testing.assert_array_equal(one, other)


def test_each_frame_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small chunks cost no frame twice; the live path relies on it."""
    spec = EVERYTHING
    stream = StreamingFeatures(spec)
    computed: list[int] = []
    compute = stream._columns.compute

    def counted(frames: Float32) -> Float32:
        computed.append(len(frames))
        return compute(frames)

    monkeypatch.setattr(stream._columns, "compute", counted)
    sound = noise(2.0, 0.1)
    for at in range(0, len(sound), 100):
        stream.push(sound[at : at + 100])
    stream.flush()
    assert sum(computed) == (len(sound) - spec.frame_samples) // spec.hop_samples + 1


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
    for spec in (FeatureSpec(), EVERYTHING):
        features = clip_features(noise(0.1, 0.1)[:count], spec)
        assert features.shape == (frames, spec.features)
        if frames == 1:
            np.testing.assert_allclose(features[:, spec.coefficients : 3 * spec.coefficients], 0, atol=1e-4)


@pytest.mark.parametrize("forget", [StreamingFeatures.reset, StreamingFeatures.flush])
def test_nothing_is_remembered(forget: object) -> None:
    """After a reset or an end the next clip is heard as the first one."""
    stream = StreamingFeatures(EVERYTHING)
    stream.push(noise(0.7, 0.3, seed=1))
    assert callable(forget)
    forget(stream)
    sound = noise(0.5, 0.1)
    again = np.concatenate([stream.push(sound), stream.flush()])
    np.testing.assert_array_equal(again, clip_features(sound, EVERYTHING))


def test_the_callers_samples_stay_as_they_are() -> None:
    """Neither the buffer handed in is changed, nor does changing it later change what was heard."""
    stream = StreamingFeatures(FeatureSpec(delta_order=0))
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
    outcome = doctest.testmod(frontend, extraglobs={"np": np, "FeatureSpec": FeatureSpec})
    assert (outcome.failed, outcome.attempted) == (0, 3)


@pytest.mark.parametrize("samples", [399, 512, 600, 16_000])
def test_descriptors_change_neither_number_nor_values_of_the_other_columns(samples: int) -> None:
    """What stands beside the front end leaves it as it is; pitch hears further, and costs no frame."""
    sound = noise(1.0, 0.1)[:samples]
    plain, beside = clip_features(sound, FeatureSpec()), clip_features(sound, EVERYTHING)
    np.testing.assert_allclose(beside[:, : plain.shape[1]], plain, rtol=0, atol=1e-4)


@pytest.mark.parametrize("name", DESCRIPTORS)
def test_each_descriptor_alone_is_the_one_in_company(name: str) -> None:
    """Its columns are found by name, of the width that the contract says, whatever stands around them."""
    alone = FeatureSpec(delta_order=0, descriptors=(name,))
    columns = clip_features(SOUND, alone)[:, alone.columns(name)]
    assert columns.shape[1] == DESCRIPTORS[name]
    assert np.ptp(columns, axis=0).all()
    np.testing.assert_array_equal(columns, clip_features(SOUND, EVERYTHING)[:, EVERYTHING.columns(name)])


def test_pitch_is_told_with_its_samples() -> None:
    """Frame k comes out with the last sample that it hears, not later and not earlier."""
    spec = FeatureSpec(delta_order=0, descriptors=("pitch",))
    stream = StreamingFeatures(spec)
    sound = noise(0.1, 0.1)
    assert len(stream.push(sound[: 512 + spec.margin_samples - 1])) == 0
    assert len(stream.push(sound[512 + spec.margin_samples - 1 :][:1])) == 1


def test_silence_is_finite() -> None:
    """Digital zeros, a single click in them, and numbers near the smallest that there are."""
    click = silence(0.3)
    click[2_000] = 1.0
    for sound in (silence(0.3), click, noise(0.3, 1e-38), np.full(4_800, 1e-15, np.float32)):
        assert np.isfinite(clip_features(sound, EVERYTHING)).all()
    zeros = clip_features(silence(0.3), EVERYTHING)
    for name in set(DESCRIPTORS) - {"rms"}:
        assert not zeros[:, EVERYTHING.columns(name)].any(), name
