"""Random feature specs that are valid, for property tests."""

from __future__ import annotations

import dataclasses
from typing import get_args

from hypothesis import strategies as st

from ser_desktop.features.spec import (
    DESCRIPTORS,
    FITTED,
    PITCHED,
    FeatureSpec,
    Front,
    Normaliser,
    NormaliserKind,
)


@st.composite
def specs(draw: st.DrawFn, rate_hz: int | None = None) -> FeatureSpec:
    """Draw any valid spec, of one rate if that is given."""
    rate = rate_hz or draw(st.sampled_from([8_000, 11_025, 16_000, 44_100]))
    frame = draw(st.integers(2, rate))
    mels = draw(st.integers(1, 512))
    coefficients = draw(st.integers(1, min(mels, 20)))
    order = draw(st.integers(0, 2))
    low = draw(st.floats(0, rate / 2 - 1))
    plain = FeatureSpec(
        rate_hz=rate,
        frame_samples=frame,
        hop_samples=draw(st.integers(1, min(frame, rate // 10))),
        mels=mels,
        coefficients=coefficients,
        low_hz=low,
        high_hz=draw(st.floats(low, rate / 2, exclude_min=True)),
        floor=draw(st.floats(1e-30, 1)),
        delta_order=order,
        delta_width=draw(st.integers(1, 49)) * 2 + 1,
    )
    versioned = draw(st.just(dataclasses.replace(plain, version=1)) | _with_second_version(plain))
    kinds = [kind for kind in get_args(NormaliserKind) if kind != "speech" or versioned.front == "log_mel"]
    kind: NormaliserKind = draw(st.sampled_from(kinds))
    size = versioned.features if kind in FITTED else 0
    return dataclasses.replace(
        versioned,
        normaliser=Normaliser(
            kind,
            draw(_tuples(st.floats(-1e8, 1e8), size)),
            draw(_tuples(st.floats(1e-5, 1e8), size)),
            draw(st.floats(0.1, 999)),
        ),
    )


@st.composite
def _with_second_version(draw: st.DrawFn, plain: FeatureSpec) -> FeatureSpec:
    """Draw a front end and the descriptors that the frame is long enough for."""
    front: Front = draw(st.sampled_from(get_args(Front)))
    length_s = plain.frame_samples / plain.rate_hz
    fitting = [name for name in DESCRIPTORS if length_s >= (0.032 if name in PITCHED else 0.02)]
    chosen = draw(st.lists(st.sampled_from(fitting), unique=True)) if fitting else []
    mels = plain.coefficients if front == "log_mel" else plain.mels  # few columns: quick to write and read
    return dataclasses.replace(plain, mels=mels, front=front, descriptors=tuple(chosen))


def json_values() -> st.SearchStrategy[object]:
    """Anything that JSON can say, numbers that are none included."""
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    )


def _tuples(of: st.SearchStrategy[float], size: int) -> st.SearchStrategy[tuple[float, ...]]:
    return st.lists(of, min_size=size, max_size=size).map(tuple)
