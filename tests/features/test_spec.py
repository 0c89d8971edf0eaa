"""A feature spec survives its file, and one that cannot be computed is refused in words."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import DESCRIPTORS, FeatureSpec, Normaliser
from ser_desktop.inference.manifest import Manifest
from tests.features.strategies import json_values, specs
from tests.sounds import noise

NORMALISER = Normaliser("level", mean=(1.0, 2.0), scale=(3.0, 4.0))
FITTED = FeatureSpec(coefficients=2, delta_order=0, normaliser=NORMALISER)
FIRST = dataclasses.replace(FITTED, version=1)
SECOND = FeatureSpec(
    front="log_mel", mels=1, coefficients=1, delta_order=0, descriptors=("rms",), normaliser=NORMALISER
)


@given(spec=specs())
def test_a_spec_survives_its_file(spec: FeatureSpec) -> None:
    """What was written is read back equal, through real JSON text."""
    assert FeatureSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


@pytest.mark.parametrize("spec", [FIRST, SECOND], ids=["first", "second"])
def test_a_version_holds_its_own_fields(spec: FeatureSpec) -> None:
    """Files of the first version never learn the second's fields; the second says them all."""
    later = {"front", "descriptors"} & set(spec.to_json())
    assert later == (set() if spec is FIRST else {"front", "descriptors"})


def test_the_first_version_is_the_second_with_nothing_beside() -> None:
    """A model of the first version hears what it always heard, to the bit."""
    sound = noise(0.3, 0.1)
    np.testing.assert_array_equal(
        clip_features(sound, FeatureSpec(version=1)), clip_features(sound, FeatureSpec())
    )


def test_a_first_manifest_comes_back_byte_for_byte() -> None:
    """Whoever reads and writes a manifest of the first version leaves it as it was."""
    manifest = Manifest(
        name="first",
        title="First",
        labels=("anger", "neutral"),
        spec=FIRST,
        window_frames=300,
        attention_steps=100,
        sha256="0" * 64,
        temperature=1.0,
        unsure_below=0.0,
        licence="none",
    )
    text = manifest.to_json()
    assert '"front"' not in text
    assert Manifest.from_json(text).to_json() == text


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 0},
        {"version": 3},
        {"version": 1},
        {"front": "wavelet"},
        {"front": None},
        {"descriptors": "pitch"},
        {"descriptors": ["colour"]},
        {"descriptors": ["pitch", "pitch"]},
        {"descriptors": [["pitch"]]},
        {"descriptors": ["rms"], "frame_samples": 319},
        {"descriptors": ["pitch"], "frame_samples": 511},
        {"rate_hz": 4_000},
        {"rate_hz": 10**9},
        {"rate_hz": 16_000.0},
        {"rate_hz": True},
        {"frame_samples": 0},
        {"frame_samples": 10**9, "hop_samples": 160},
        {"hop_samples": 0},
        {"hop_samples": 513},
        {"frame_samples": 16_000, "hop_samples": 16_000},
        {"mels": 10**6},
        {"coefficients": 0},
        {"coefficients": 65},
        {"low_hz": -1.0},
        {"low_hz": 9_000.0},
        {"low_hz": float("nan")},
        {"high_hz": 8_001.0},
        {"high_hz": "8000"},
        {"floor": 0.0},
        {"floor": 1e-60},
        {"floor": float("inf")},
        {"delta_order": 3},
        {"delta_width": 4},
        {"delta_width": 1},
        {"delta_width": 10**7 + 1},
        {"normaliser": None},
        {"normaliser": {}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_a_spec_that_cannot_be_computed_is_refused(changes: dict[str, Any]) -> None:
    """Wrong types, sizes without bound and numbers that single precision cannot hold never get further."""
    with pytest.raises(UserError) as refused:
        FeatureSpec.from_json({**FITTED.to_json(), **changes})
    assert refused.value.code == "bad-feature-spec"
    assert refused.value.detail[0].isupper()


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "magic"},
        {"kind": 1},
        {"mean": [1.0]},
        {"mean": [1.0, 2.0, 3.0], "scale": [1.0, 2.0, 3.0]},
        {"mean": [1.0, "2"]},
        {"mean": [1.0, None]},
        {"mean": [1.0, True]},
        {"mean": [1.0, [2.0]]},
        {"mean": [1.0, float("nan")]},
        {"mean": [1.0, 10**400]},
        {"mean": "12"},
        {"scale": [1.0, 0.0]},
        {"scale": [1.0, -1.0]},
        {"scale": [1.0, 1e-50]},
        {"scale": [1.0, float("inf")]},
        {"active_db": 0},
        {"active_db": float("nan")},
        {"unknown": 1},
    ],
    ids=str,
)
def test_a_normaliser_that_cannot_be_computed_is_refused(changes: dict[str, Any]) -> None:
    """A statistic that is no number, or none for this many features, is told before anything is heard."""
    stored = FITTED.to_json()
    with pytest.raises(UserError) as refused:
        FeatureSpec.from_json({**stored, "normaliser": {**stored["normaliser"], **changes}})
    assert refused.value.code == "bad-feature-spec"


@pytest.mark.parametrize("version", [FIRST, SECOND], ids=["first", "second"])
@pytest.mark.parametrize("missing", sorted(SECOND.to_json()))
def test_a_missing_field_is_refused(version: FeatureSpec, missing: str) -> None:
    """A default is for a new model; a stored one says everything that its version knows."""
    stored = version.to_json()
    if missing not in stored:
        stored[missing] = SECOND.to_json()[missing]  # nor does it say more
    else:
        del stored[missing]
    with pytest.raises(UserError) as refused:
        FeatureSpec.from_json(stored)
    assert "must hold exactly" in refused.value.detail


@given(
    spec=st.sampled_from([FIRST, FITTED, SECOND]),
    field=st.sampled_from(sorted(SECOND.to_json())),
    value=json_values(),
    inside=st.booleans(),
)
def test_anything_in_a_field_is_refused_or_computable(
    spec: FeatureSpec, field: str, value: object, *, inside: bool
) -> None:
    """Whatever stands in a stored field, there is a UserError or a spec that gives finite features."""
    stored = spec.to_json()
    if inside:
        name = sorted(stored["normaliser"])[len(field) % 4]
        stored["normaliser"] = {**stored["normaliser"], name: value}
    else:
        stored[field] = value
    try:
        spec = FeatureSpec.from_json(stored)
    except UserError:
        return
    assert FeatureSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec
    assert np.isfinite(clip_features(noise(0.05, 0.1), spec)).all()


@pytest.mark.parametrize("whole", [None, [], "spec", 3])
def test_what_is_no_object_is_refused(whole: object) -> None:
    """A manifest may hold anything in this place."""
    with pytest.raises(UserError) as refused:
        FeatureSpec.from_json(whole)
    assert refused.value.code == "bad-feature-spec"


def test_sizes_follow_from_the_spec() -> None:
    """Features, rate of frames and the delay of deltas, for the default set."""
    spec = FeatureSpec()
    assert (spec.features, spec.frame_rate_hz, spec.delay_frames, spec.frames(3.0)) == (90, 100.0, 4, 300)
    static = FeatureSpec(delta_order=0)
    assert (static.features, static.delay_frames) == (30, 0)


def test_columns_follow_each_other() -> None:
    """Front end, deltas, then the descriptors in the order in which they are named, without a gap."""
    names = tuple(DESCRIPTORS)[::-1]
    spec = FeatureSpec(front="log_mel", mels=40, delta_order=1, descriptors=names)
    assert (spec.front_features, spec.static_features) == (40, 40 + sum(DESCRIPTORS.values()))
    at = 80
    for name in names:
        assert spec.columns(name) == slice(at, at + DESCRIPTORS[name])
        at += DESCRIPTORS[name]
    assert at == spec.features


def test_only_pitch_hears_further() -> None:
    """Half a frame to either side, and only where a descriptor of pitch is asked for."""
    for name in DESCRIPTORS:
        expected = 256 if name in {"pitch", "pitchgram", "chroma"} else 0
        assert FeatureSpec(descriptors=(name,)).margin_samples == expected


def accepted(**changes: Any) -> FeatureSpec | None:
    """Return the default spec with these changes; None if it is refused."""
    try:
        return dataclasses.replace(FeatureSpec(), **changes)
    except UserError:
        return None


@pytest.mark.parametrize(
    ("field", "least", "below", "most", "above", "others"),
    [
        ("rate_hz", 8_000, 7_999, 192_000, 192_001, {"high_hz": 4e3}),
        ("frame_samples", 1, 0, 16_000, 16_001, {"hop_samples": 1}),
        ("hop_samples", 1, 0, 512, 513, {}),
        ("hop_samples", 1, 0, 1_600, 1_601, {"frame_samples": 8_000}),
        ("hop_samples", 1, 0, 800, 801, {"rate_hz": 8_009, "frame_samples": 8_000, "high_hz": 4e3}),
        ("coefficients", 1, 0, 64, 65, {}),
        ("mels", 30, 29, 512, 513, {}),
        ("low_hz", 0.0, -1e-9, 7_999.0, 8_000.0, {}),
        ("high_hz", 50.1, 50.0, 8_000.0, 8_000.1, {}),
        ("floor", 1e-30, 9e-31, 1.0, 1.1, {}),
        ("delta_order", 0, -1, 2, 3, {}),
        ("delta_width", 3, 1, 99, 101, {}),
        ("delta_width", 3, 2, 99, 100, {}),
        ("version", 1, 0, 2, 3, {}),
    ],
)
def test_a_number_is_taken_up_to_its_bounds(
    field: str, least: float, below: float, most: float, above: float, others: dict[str, Any]
) -> None:
    """The least and the most that a stored spec may say are taken, and what is next to them is not."""
    for good in (least, most):
        spec = accepted(**{field: good}, **others)
        assert spec is not None
        assert getattr(spec, field) == good
    for bad in (below, above):
        assert accepted(**{field: bad}, **others) is None


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({"mean": (np.nextafter(-1e9, 0),), "scale": (1.0,)}, True),
        ({"mean": (-1e9,), "scale": (1.0,)}, False),
        ({"mean": (np.nextafter(1e9, 0),), "scale": (1.0,)}, True),
        ({"mean": (1e9,), "scale": (1.0,)}, False),
        ({"mean": (0.0,), "scale": (np.nextafter(1e-6, 1),)}, True),
        ({"mean": (0.0,), "scale": (1e-6,)}, False),
        ({"mean": (0.0,), "scale": (np.nextafter(1e9, 0),)}, True),
        ({"mean": (0.0,), "scale": (1e9,)}, False),
        ({"active_db": 1e-9}, True),
        ({"active_db": 0.0}, False),
        ({"active_db": 999.9}, True),
        ({"active_db": 1e3}, False),
    ],
)
def test_statistics_are_taken_up_to_their_bounds(changes: dict[str, Any], *, good: bool) -> None:
    """The bounds themselves are refused: single precision holds what lies between."""
    try:
        Normaliser("training", **changes)
    except UserError:
        assert not good
    else:
        assert good


WHY = {
    "rate_hz must be 8000 to 192000": {"rate_hz": 1},
    "frame_samples must be at most a second": {"frame_samples": 0},
    "hop_samples must be 1 to frame_samples": {"hop_samples": 0},
    "hop_samples must be at most a tenth of a second": {"frame_samples": 16_000, "hop_samples": 1_601},
    "coefficients must be 1 to mels, mels at most 512": {"coefficients": 0},
    "low_hz to high_hz must fit the rate": {"high_hz": 9_000.0},
    "floor must be 1e-30 to 1": {"floor": 2.0},
    "delta_order must be 0, 1 or 2": {"delta_order": 3},
    "delta_width must be odd, 3 to 99": {"delta_width": 4},
    "feature set version 7 is not known to this program": {"version": 7},
    "front 'wavelet' is not known": {"front": "wavelet"},
    "a descriptor is named twice": {"descriptors": ["rms", "rms"]},
    "descriptor 'colour' is none of " + ", ".join(DESCRIPTORS): {"descriptors": ["colour"]},
    "descriptors hold what is no name": {"descriptors": [1]},
    "frame_samples must be at least 20 ms for these descriptors": {
        "descriptors": ["rms"],
        "frame_samples": 319,
    },
    "frame_samples must be at least 32 ms for these descriptors": {
        "descriptors": ["chroma"],
        "frame_samples": 511,
    },
    "normaliser kind 'speech' needs levels of bands: front 'log_mel'": {"normaliser": {"kind": "speech"}},
    "normaliser does not fit the features": {"normaliser": {"mean": [1.0], "scale": [1.0]}},
    "normaliser mean and scale differ in length": {"normaliser": {"mean": [1.0]}},
    "normaliser mean is out of range": {"normaliser": {"mean": [1e9, 0.0]}},
    "normaliser mean holds what is no number": {"normaliser": {"mean": ["1", 0.0]}},
    "normaliser scale must be positive": {"normaliser": {"scale": [0.0, 1.0]}},
    "normaliser active_db must be positive": {"normaliser": {"active_db": 0.0}},
    "normaliser kind 'magic' is not known": {"normaliser": {"kind": "magic"}},
    "FeatureSpec must hold exactly " + ", ".join(FITTED.to_json()): {"colour": 1},
    "mels is not int": {"mels": 1.5},
}


@pytest.mark.parametrize(("why", "changes"), WHY.items(), ids=str)
def test_a_refusal_tells_what_is_wrong_and_what_to_do(why: str, changes: dict[str, Any]) -> None:
    """In a sentence; whoever made the model learns which number it is."""
    stored = FITTED.to_json()
    changes = {**changes, "normaliser": {**stored["normaliser"], **changes.get("normaliser", {})}}
    with pytest.raises(UserError) as refused:
        FeatureSpec.from_json({**stored, **changes})
    told = refused.value
    assert told.detail == f"{why[0].upper()}{why[1:]}."
    assert (told.code, told.title, told.remedy) == (
        "bad-feature-spec",
        "The model's feature description cannot be used.",
        "Install the model again, or update the program.",
    )


@pytest.mark.parametrize("changes", [{"front": "log_mel"}, {"descriptors": ("rms",)}], ids=str)
def test_the_first_version_is_told_what_it_does_not_know(changes: dict[str, Any]) -> None:
    """Either of the two alone is beyond it."""
    with pytest.raises(UserError) as refused:
        FeatureSpec(version=1, **changes)
    assert refused.value.detail == "Version 1 knows neither front nor descriptors."


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({}, (slice(0, 1),)),
        ({"descriptors": ("shape", "rms")}, (slice(0, 1), slice(102, 103))),
        ({"front": "log_mel"}, (slice(0, 64),)),
        ({"front": "log_mel", "descriptors": ("rms", "shape")}, (slice(0, 64), slice(192, 193))),
        ({"descriptors": ("shape",)}, (slice(0, 1),)),
    ],
)
def test_levels_stand_in_these_columns(changes: dict[str, Any], columns: tuple[slice, ...]) -> None:
    """Coefficient 0, each mel band, and "rms": all that shifts when somebody sits further away."""
    assert dataclasses.replace(FeatureSpec(), **changes).level_columns == columns


def test_the_shortest_frame_that_descriptors_take() -> None:
    """20 ms, with pitch two periods of the lowest; without descriptors none."""
    assert accepted(frame_samples=320, descriptors=("rms",)) is not None
    assert accepted(frame_samples=319, descriptors=("rms",)) is None
    assert accepted(frame_samples=512, descriptors=("pitch", "rms")) is not None
    assert accepted(frame_samples=511, descriptors=("pitch", "rms")) is None
    assert accepted(frame_samples=160) is not None


def test_a_margin_is_half_a_frame_rounded_down() -> None:
    """A count of samples, also of an odd frame."""
    margin = FeatureSpec(frame_samples=601, descriptors=("pitch",)).margin_samples
    assert (margin, type(margin)) == (300, int)


def test_statistics_may_be_whole_numbers_or_not() -> None:
    """JSON writes 2.0 and 2 alike."""
    stored = FITTED.to_json()
    for mean in ([1, 2], [1, 2.5], [1.5, 2.5]):
        spec = FeatureSpec.from_json({**stored, "normaliser": {**stored["normaliser"], "mean": mean}})
        assert spec.normaliser.mean == tuple(mean)
