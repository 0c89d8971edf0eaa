"""A person's own mean is brought to where the model learned, by just that much; profiles are kept whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FeatureSpec, Front, Normaliser, NormaliserKind
from ser_desktop.features.windows import active, normalise
from ser_desktop.inference.calibration import (
    Adaptation,
    RunningEstimate,
    adapted,
    calibrate,
    leaning,
    speech,
    without,
)
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.profile import LONGEST_S, Profile, load_profile, save_profile
from ser_desktop.inference.reference import Reference
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.features.strategies import json_values

DAY = date(2024, 5, 31)
MELS = 12
KINDS: tuple[tuple[Front, NormaliserKind], ...] = (
    ("mfcc", "training"),
    ("mfcc", "level"),
    ("log_mel", "training"),
    ("log_mel", "level"),
)


def manifest_of(front: Front = "log_mel", kind: NormaliserKind = "level", **reference: Any) -> Manifest:
    """Describe a model of few features, of which nothing is run."""
    rng = np.random.default_rng(1)
    plain = FeatureSpec(mels=MELS, coefficients=MELS, delta_order=0, front=front, descriptors=("shape",))
    mean, scale = rng.normal(0, 20, plain.features), rng.uniform(2, 8, plain.features)
    spec = replace(plain, normaliser=Normaliser(kind, tuple(mean.tolist()), tuple(scale.tolist())))
    neutral, everything = (tuple(rng.normal(0, 0.5, spec.features).tolist()) for _ in range(2))
    facts: dict[str, Any] = {"strength": 1.0, "prior_s": 10.0, **reference}
    return Manifest(
        name="m",
        title="M",
        labels=("anger", "neutral"),
        spec=spec,
        window_frames=300,
        attention_steps=100,
        sha256="0" * 64,
        temperature=1.0,
        unsure_below=0.0,
        licence="",
        calibration=Reference(neutral, everything, (0.5, -0.5), **facts),
    )


class Answering:
    """Stands where a model is asked: the same answer to every clip."""

    def __init__(self, manifest: Manifest, *answer: float) -> None:
        self.manifest = manifest
        self._answer = np.array(answer or (0.5, 0.5), np.float32)

    def predict(self, _frames: Float32) -> tuple[Float32, Float32]:
        return self._answer, np.zeros(0, np.float32)


def learned(clips: list[Float32], manifest: Manifest, *answer: float) -> Profile:
    """Make a profile of what is answered so."""
    runner: Any = Answering(manifest, *answer)
    return calibrate(clips, runner, name="Zoë", day=DAY)


def shifted(manifest: Manifest, profile: Profile) -> FeatureSpec:
    return RunningEstimate(manifest, profile).adaptation.spec


def clips_of(manifest: Manifest, seed: int, count: int = 4, frames: int = 150) -> list[Float32]:
    """Make clips in which all but the middle is loud, and by how much is beyond doubt."""
    rng = np.random.default_rng(seed)
    clips = rng.normal(-20, 2, (count, frames, manifest.spec.features))
    clips[:, 60:90, : manifest.spec.front_features] -= 500
    return list(clips.astype(np.float32))


def own_mean(clips: list[Float32], spec: FeatureSpec) -> np.ndarray:
    return np.asarray(np.concatenate([normalise(clip, spec)[active(clip, spec)] for clip in clips]).mean(0))


@pytest.fixture
def profile() -> Profile:
    manifest = manifest_of()
    return learned(clips_of(manifest, 7), manifest)


@pytest.mark.parametrize(("front", "kind"), KINDS)
def test_a_person_is_brought_to_the_average(front: Front, kind: NormaliserKind) -> None:
    """At full strength their mean speech frame becomes the training speakers'; at none it stays."""
    manifest = manifest_of(front, kind)
    clips = clips_of(manifest, 3)
    assert manifest.calibration is not None
    profile = learned(clips, manifest)
    before = own_mean(clips, manifest.spec)
    neutral = np.array(manifest.calibration.neutral)
    assert np.abs(before - neutral).max() > 0.3
    for strength in (0.0, 0.5, 1.0):
        weaker = replace(manifest, calibration=replace(manifest.calibration, strength=strength))
        after = own_mean(clips, shifted(weaker, profile))
        np.testing.assert_allclose(after, before + strength * (neutral - before), atol=2e-3)


@pytest.mark.parametrize(("front", "kind"), KINDS)
def test_who_is_average_is_heard_as_before(front: Front, kind: NormaliserKind) -> None:
    """Calibrating on the population's own mean changes nothing."""
    manifest = manifest_of(front, kind)
    clips = clips_of(manifest, 4)
    assert manifest.calibration is not None
    average = tuple(own_mean(clips, manifest.spec).tolist())
    same = replace(manifest, calibration=replace(manifest.calibration, neutral=average))
    profile = learned(clips, same)
    assert np.abs(profile.shift).max() < 1e-4
    after = normalise(clips[0], shifted(same, profile))
    np.testing.assert_allclose(after, normalise(clips[0], same.spec), atol=1e-3)


@given(tilt=st.lists(st.floats(-9, 9), min_size=MELS, max_size=MELS), kind=st.sampled_from(KINDS))
def test_another_microphone_is_undone(tilt: list[float], kind: tuple[Front, NormaliserKind]) -> None:
    """A constant put on the spectrum of all of a person's clips is gone from what the network sees."""
    manifest = manifest_of(*kind)
    plain = clips_of(manifest, 5)
    colour = np.zeros(manifest.spec.features, np.float32)
    colour[:MELS] = tilt
    seen = []
    for clips in (plain, [clip + colour for clip in plain]):
        profile = learned(clips, manifest)
        spec = shifted(manifest, profile)
        seen.append(np.stack([normalise(clip, spec) for clip in clips]))
    np.testing.assert_allclose(seen[0], seen[1], atol=2e-3)


def test_at_most_twenty_seconds_count() -> None:
    """What comes after them changes nothing; pauses do not count."""
    manifest = manifest_of()
    clips = clips_of(manifest, 6, count=30)
    profile = learned(clips, manifest)
    assert profile.speech_s == LONGEST_S
    assert learned([*clips, clips[0] + 9], manifest) == profile
    few = learned(clips[:3], manifest)
    assert few.speech_s == pytest.approx(3 * 1.2)


@pytest.mark.parametrize("seconds", [0.0, 0.5, 2.9])
def test_too_little_speech_is_refused(seconds: float) -> None:
    """Told in words; also of a microphone that is muted, whose every frame is as loud as the loudest."""
    manifest = manifest_of()
    spoken = [clip[:60] for clip in clips_of(manifest, 1, count=5)]
    muted = np.full((2000, manifest.spec.features), -100, np.float32)
    recordings = [np.concatenate(spoken)[: round(100 * seconds)], muted]
    with pytest.raises(UserError) as refused:
        learned(recordings, manifest)
    assert refused.value.code == "too-little-speech"
    assert f"{seconds:.1f} seconds" in refused.value.title


def test_a_model_that_offers_none_says_so(model: Model, profile: Profile) -> None:
    """Asked to learn a voice, or given one: it is told in words, not guessed."""
    silent = replace(model, manifest=replace(model.manifest, calibration=None))
    with pytest.raises(UserError) as refused:
        learned([], silent.manifest)
    assert refused.value.code == "no-calibration"
    with pytest.raises(UserError) as refused:
        Runner(silent, profile)
    assert refused.value.code == "no-calibration"


def test_a_profile_survives_its_file(profile: Profile, tmp_path: Path) -> None:
    """What is kept is what was measured, and nothing else lies beside it."""
    path = tmp_path / "voices" / "zoë.json"
    save_profile(profile, path)
    assert load_profile(path) == profile
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_profile_is_not_overwritten_unasked(profile: Profile, tmp_path: Path) -> None:
    """The old one stays until somebody says that it may go."""
    path = tmp_path / "p.json"
    save_profile(profile, path)
    other = replace(profile, name="someone else")
    with pytest.raises(UserError) as refused:
        save_profile(other, path)
    assert refused.value.code == "profile-exists"
    assert load_profile(path) == profile
    save_profile(other, path, replace=True)
    assert load_profile(path) == other


def test_a_profile_that_cannot_be_written_leaves_the_old_one(profile: Profile, tmp_path: Path) -> None:
    """Whole or not at all: nothing half-written comes in its place."""
    path = tmp_path / "p.json"
    save_profile(profile, path)
    (tmp_path / "p.json.part").mkdir()
    with pytest.raises(UserError) as refused:
        save_profile(replace(profile, name="new"), path, replace=True)
    assert refused.value.code == "profile-not-saved"
    assert load_profile(path) == profile


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"version": True},
        {"name": None},
        {"day": "yesterday"},
        {"day": 3},
        {"fits": 3},
        {"speech_s": 1.0},
        {"speech_s": 500},
        {"speech_s": float("nan")},
        {"shift": ["a"]},
        {"shift": [float("inf")]},
        {"shift": [1e9]},
        {"shift": {}},
        {"leaning": [None]},
        {"leaning": [-1e4]},
        {"unknown": 1},
    ],
    ids=str,
)
def test_a_damaged_profile_is_refused(profile: Profile, tmp_path: Path, changes: dict[str, Any]) -> None:
    """Told in words which file it is, and what is wrong."""
    path = tmp_path / "p.json"
    path.write_text(json.dumps({**json.loads(profile.to_json()), **changes}), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        load_profile(path)
    assert refused.value.code == "bad-profile"
    assert str(path) in refused.value.detail


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b"[" * 100_000, None])
def test_what_is_no_profile_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """Whatever the file holds, or where there is none."""
    path = tmp_path / "p.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        load_profile(path)
    assert refused.value.code == "bad-profile"


@given(field=st.sampled_from([field.name for field in fields(Profile)]), value=json_values())
def test_anything_in_a_field_is_refused_or_valid(field: str, value: object) -> None:
    """There is a UserError or a profile that survives its file."""
    whole = Profile("a", "2024-05-31", "f" * 64, 5.0, (0.5, -1.0), (0.1, -0.1))
    try:
        read = Profile.from_json(json.dumps({**json.loads(whole.to_json()), field: value}))
    except UserError:
        return
    assert Profile.from_json(read.to_json()) == read


def _heard_otherwise(manifest: Manifest) -> Manifest:
    spec = replace(manifest.spec, normaliser=replace(manifest.spec.normaliser, active_db=30.0))
    return replace(manifest, spec=spec)


def _of_other_speakers(manifest: Manifest) -> Manifest:
    assert manifest.calibration is not None
    neutral = tuple(value + 0.1 for value in manifest.calibration.neutral)
    return replace(manifest, calibration=replace(manifest.calibration, neutral=neutral))


def _with_other_weights(manifest: Manifest) -> Manifest:
    return replace(manifest, sha256="1" * 64)


@pytest.mark.parametrize("change", [_heard_otherwise, _of_other_speakers, _with_other_weights])
def test_a_profile_of_another_model_is_refused(
    profile: Profile, change: Callable[[Manifest], Manifest]
) -> None:
    """Another way of hearing, or other speakers to be compared with: it would mean something else."""
    assert RunningEstimate(manifest_of(), profile).adaptation.spec != manifest_of().spec
    with pytest.raises(UserError) as refused:
        RunningEstimate(change(manifest_of()), profile)
    assert refused.value.code == "profile-of-another-model"
    assert profile.name in refused.value.title


def test_how_much_is_taken_off_is_the_models_to_say(profile: Profile) -> None:
    """The profile holds what was measured; another strength is no other model."""
    half = manifest_of(strength=0.5)
    assert shifted(half, profile) == adapted(half.spec, 0.5 * np.array(profile.shift))


def test_who_leans_is_judged_by_how_far_they_go_beyond() -> None:
    """Ordinary speech that sounds angry: at full strength it is then heard as others' ordinary speech."""
    manifest = manifest_of(leaning_strength=1.0)
    assert manifest.calibration is not None
    profile = learned(clips_of(manifest, 2), manifest, 0.9, 0.1)
    assert profile.leaning == pytest.approx((np.log(9) / 2 - 0.5, 0.5 - np.log(9) / 2), abs=1e-4)
    off = RunningEstimate(manifest, profile).adaptation.leaning
    told = without((0.9, 0.1), off)
    assert np.log(told[0] / told[1]) == pytest.approx(1.0, abs=1e-3)  # as the reference leans
    none = RunningEstimate(manifest_of(), profile).adaptation
    assert not any(none.leaning)


def test_the_runner_hears_as_suits_the_person(model: Model, demo: Float32) -> None:
    """Its answers are those of the adapted feature set; without a profile those of the model's own."""
    rng = np.random.default_rng(2)
    size, classes = model.manifest.spec.features, len(model.manifest.labels)
    neutral, everything, leans = (tuple(rng.normal(0, 0.3, n).tolist()) for n in (size, size, classes))
    reference = Reference(neutral, everything, leans, strength=0.5, leaning_strength=0.5)
    offering = replace(model, manifest=replace(model.manifest, calibration=reference))
    frames = clip_features(demo, model.manifest.spec)
    plain = Runner(offering)
    profile = calibrate([frames], plain, name="a", day=DAY)
    adaptation = Adaptation(
        adapted(model.manifest.spec, 0.5 * np.array(profile.shift)),
        tuple((0.5 * np.array(profile.leaning)).tolist()),
    )
    told, attention = Runner(offering, profile).predict(frames)
    np.testing.assert_array_equal(told, plain.predict(frames, adaptation)[0])
    np.testing.assert_array_equal(plain.predict(frames)[0], Runner(model).predict(frames)[0])
    shift_only, same_attention = plain.predict(frames, replace(adaptation, leaning=(0.0,) * classes))
    np.testing.assert_allclose(told, without(shift_only, adaptation.leaning), rtol=1e-5)
    np.testing.assert_array_equal(attention, same_attention)
    assert np.abs(told - plain.predict(frames)[0]).max() > 1e-3
    assert told.sum() == pytest.approx(1, abs=1e-5)


@given(
    answer=st.lists(st.floats(1e-3, 1), min_size=3, max_size=3), off=st.lists(st.floats(-3, 3), min_size=3)
)
def test_a_leaning_that_was_taken_off_can_be_put_back(answer: list[float], off: list[float]) -> None:
    """What is taken off depends on nothing but odds; taking off nothing changes nothing."""
    shares = np.array(answer) / sum(answer)
    back = without(without(shares, off[:3]), -np.array(off[:3]))
    np.testing.assert_allclose(back, shares, rtol=1e-6)
    np.testing.assert_allclose(without(shares, np.zeros(3)), shares, rtol=1e-12)
    np.testing.assert_allclose(leaning([shares]).sum(), 0, atol=1e-9)


EVEN = (0.5, 0.5)


def shift_of(estimate: RunningEstimate, manifest: Manifest) -> np.ndarray:
    """Return what the adapted feature set takes off, in deviations."""
    before, after = (np.array(spec.normaliser.mean) for spec in (manifest.spec, estimate.adaptation.spec))
    return np.asarray((after - before) / np.array(manifest.spec.normaliser.scale))


def test_the_estimate_comes_to_the_person() -> None:
    """Half of the shift is believed after ``prior_s``; after much speech almost all of it."""
    manifest = manifest_of(prior_s=6.0)
    assert manifest.calibration is not None
    clips = [clip * np.float32(0.5) for clip in clips_of(manifest, 8, count=5)]
    off = np.stack([speech(clip, manifest.spec).mean(0) for clip in clips]) - manifest.calibration.speech
    bounded = np.clip(off, -1.5, 1.5)
    estimate = RunningEstimate(manifest)
    assert estimate.adaptation.spec == manifest.spec
    for clip in clips:
        estimate.hear(clip, EVEN)
    np.testing.assert_allclose(shift_of(estimate, manifest), 0.5 * bounded.mean(0), atol=1e-4)
    for clip in clips * 100:
        estimate.hear(clip, EVEN)
    np.testing.assert_allclose(shift_of(estimate, manifest), bounded.mean(0), atol=0.02)


def test_the_estimate_learns_how_somebody_leans() -> None:
    """Half of it is believed after ``leaning_prior`` utterances, of answers as the model gave them.

    What was taken off on the way does not count twice.
    """
    manifest = manifest_of(prior_s=None, leaning_prior=4.0)
    estimate = RunningEstimate(manifest)
    (clip,) = clips_of(manifest, 8, count=1)
    raw = (0.9, 0.1)
    for _ in range(4):
        estimate.hear(clip, without(raw, estimate.adaptation.leaning))
    np.testing.assert_allclose(estimate.adaptation.leaning, 0.5 * leaning([raw]), atol=1e-9)
    for _ in range(4000):
        estimate.hear(clip, without(raw, estimate.adaptation.leaning))
    np.testing.assert_allclose(without(raw, estimate.adaptation.leaning), EVEN, atol=1e-3)
    assert estimate.adaptation.spec == manifest.spec


def test_the_estimate_begins_with_the_profile() -> None:
    """What is known beforehand holds until there is something better, and where nothing is to be learned."""
    dials: dict[str, Any] = {"strength": 0.5, "leaning_strength": 0.5}
    manifest = manifest_of(**dials, prior_s=6.0, leaning_prior=6.0)
    profile = learned(clips_of(manifest, 7), manifest, 0.8, 0.2)
    estimate = RunningEstimate(manifest, profile)
    never = RunningEstimate(manifest_of(**dials, prior_s=None), profile)
    known = Adaptation(
        adapted(manifest.spec, 0.5 * np.array(profile.shift)),
        tuple((0.5 * np.array(profile.leaning)).tolist()),
    )
    assert estimate.adaptation.leaning == pytest.approx(known.leaning)
    np.testing.assert_allclose(
        estimate.adaptation.spec.normaliser.mean, known.spec.normaliser.mean, rtol=1e-9
    )
    for each in (estimate, never):
        for clip in clips_of(manifest, 9, count=9):
            each.hear(clip, (0.1, 0.9))
    assert never.adaptation == known
    assert np.abs(shift_of(estimate, manifest) - shift_of(never, manifest)).max() > 0.1
    assert abs(estimate.adaptation.leaning[0] - known.leaning[0]) > 0.05


@given(loudness=st.floats(-80, 80), count=st.integers(1, 5), sure=st.floats(0, 1))
def test_an_outlier_does_little_harm(loudness: float, count: int, sure: float) -> None:
    """However wild some utterances are, they move it by no more than their share of what is possible."""
    manifest = manifest_of(prior_s=10.0, leaning_prior=10.0)
    estimate, disturbed = RunningEstimate(manifest), RunningEstimate(manifest)
    for clip in clips_of(manifest, 10, count=20):
        estimate.hear(clip, EVEN)
        disturbed.hear(clip, EVEN)
    wild = np.random.default_rng(count).normal(0, 1, (100, manifest.spec.features)) * loudness
    for _ in range(count):
        disturbed.hear(wild.astype(np.float32), (sure, 1 - sure))
    shift = shift_of(disturbed, manifest)
    assert np.abs(shift).max() <= 1.5 + 1e-6
    change = np.abs(shift - shift_of(estimate, manifest)).max()
    assert change <= 2 * 1.5 * count / (24 + 10 + count) + 1e-5
    assert abs(disturbed.adaptation.leaning[0]) <= np.log(100) / 2 * count / (20 + 10 + count) + 1e-6


@pytest.mark.parametrize(
    "changes",
    [
        {"neutral": []},
        {"neutral": [1.0]},
        {"neutral": ["a", "b"]},
        {"speech": [0.0, float("nan")]},
        {"speech": [0.0, 1e9]},
        {"strength": 1.5},
        {"strength": None},
        {"strength": True},
        {"prior_s": 0},
        {"prior_s": "10"},
        {"leaning": 0.5},
        {"leaning": [float("inf")]},
        {"leaning_strength": -0.1},
        {"leaning_prior": -1},
        {"more": 1},
    ],
    ids=str,
)
def test_a_damaged_reference_is_refused(changes: dict[str, Any]) -> None:
    """Before somebody speaks, not while."""
    reference = Reference((0.0, 1.0), (0.0, 1.0), (0.1,), 0.5, None, 0.25, 8.0)
    whole: dict[str, Any] = json.loads(json.dumps(reference.to_json()))
    assert Reference.from_json(whole) == reference
    with pytest.raises(UserError) as refused:
        Reference.from_json({**whole, **changes})
    assert refused.value.code == "bad-model"
