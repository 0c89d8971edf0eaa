"""What is believed of a person follows Bayes' rule, and what is heard of them is counted from there."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.calibration import (
    LEAST_NOISE,
    SHARE,
    Adaptation,
    Belief,
    RunningEstimate,
    calibrate,
    centred,
    fingerprint,
    heard_as,
    known,
    opinion_of,
    stranger,
)
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.profile import LONGEST_S, Profile
from ser_desktop.inference.reference import Reference
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.inference.references import a_reference, covariance, matrix

Float64 = NDArray[np.float64]

DAY = date(2024, 5, 31)
CLASSES = 4
EVEN = np.eye(CLASSES)
logits = st.lists(st.floats(-9, 9), min_size=CLASSES, max_size=CLASSES).map(np.array)
odds = st.lists(st.floats(1e-3, 1), min_size=CLASSES, max_size=CLASSES).map(
    lambda each: np.array(each) / sum(each)
)
seeds = st.integers(0, 999)


@pytest.fixture(scope="module")
def offering(model: Model) -> Model:
    """Return the shipped model, with training speakers as they might be."""
    reference = a_reference(len(model.manifest.labels))
    return replace(model, manifest=replace(model.manifest, calibration=reference))


@pytest.fixture(scope="module")
def manifest(offering: Model) -> Manifest:
    return offering.manifest


@pytest.fixture(scope="module")
def plain(offering: Model) -> Runner:
    """Run it for a stranger."""
    return Runner(offering)


def reference_of(manifest: Manifest) -> Reference:
    assert manifest.calibration is not None
    return manifest.calibration


def adaptation_of(estimate: RunningEstimate) -> Adaptation:
    assert estimate.adaptation is not None
    return estimate.adaptation


def clips_of(manifest: Manifest, seed: int, count: int = 4, frames: int = 150) -> list[Float32]:
    """Make clips in which all but the middle is loud, and by how much is beyond doubt."""
    clips = np.random.default_rng(seed).normal(-20, 2, (count, frames, manifest.spec.features))
    clips[:, 60:90, : manifest.spec.front_features] -= 500
    return list(clips.astype(np.float32))


def learned(clips: Sequence[Float32], runner: Runner) -> Profile:
    return calibrate(clips, runner, name="Zoë", day=DAY)


def profile_of(manifest: Manifest, opinion: Float64 | Sequence[float], answers: int = 3) -> Profile:
    return Profile("Zoë", DAY.isoformat(), fingerprint(manifest), 9.0, tuple(opinion), answers)


@given(seed=seeds, count=st.integers(1, 8), order=st.randoms(use_true_random=False))
def test_what_is_believed_does_not_depend_on_the_order(seed: int, count: int, order: random.Random) -> None:
    """One after another, in any order, is as all at once: the textbook's rule for normal distributions."""
    rng = np.random.default_rng(seed)
    mean, before = rng.normal(0, 2, CLASSES), covariance(CLASSES, seed) + 0.1 * EVEN
    told = [(rng.normal(0, 2, CLASSES), covariance(CLASSES, seed + at, rank=2)) for at in range(count)]
    precisions = [np.linalg.inv(noise + LEAST_NOISE * EVEN) for _, noise in told]
    precision = np.linalg.inv(before) + sum(precisions)
    weighed = np.linalg.inv(before) @ mean + sum(
        p @ observed for p, (observed, _) in zip(precisions, told, strict=True)
    )
    order.shuffle(told)
    belief = Belief(mean, before)
    for observed, noise in told:
        belief = belief.told(observed, noise)
    np.testing.assert_allclose(belief.covariance, np.linalg.inv(precision), atol=1e-8)
    np.testing.assert_allclose(belief.mean, np.linalg.solve(precision, weighed), atol=1e-6)


@settings(max_examples=15)
@given(seed=seeds, rank=st.integers(0, CLASSES), noise_rank=st.integers(0, CLASSES))
def test_one_only_gets_surer(seed: int, rank: int, noise_rank: int) -> None:
    """However often: the covariance stays one, and in no direction does it ever grow.

    Also of rounded numbers, in which a direction without variance comes to have a little less than none.
    """
    spreads = [matrix(covariance(CLASSES, seed + at, 1.5, r)) for at, r in enumerate((rank, noise_rank))]
    reference = replace(a_reference(CLASSES), speakers=spreads[0], clips=spreads[1])
    belief = stranger(reference)
    for _ in range(1500):
        now = belief.told(np.ones(CLASSES), np.array(reference.clips))
        assert np.abs(now.covariance - now.covariance.T).max() < 1e-12
        assert np.linalg.eigvalsh(now.covariance).min() > -1e-12
        assert np.linalg.eigvalsh(belief.covariance - now.covariance).min() > -1e-12
        belief = now


@given(seed=seeds, observed=logits)
def test_what_is_heard_counts_by_how_sure_it_is(seed: int, observed: Float64) -> None:
    """Without noise it is what is believed from then on; of endless noise nothing is learned."""
    before = Belief(np.zeros(CLASSES), covariance(CLASSES, seed) + EVEN)
    sure = before.told(observed, 0 * EVEN)
    np.testing.assert_allclose(sure.mean, observed, atol=0.01)
    assert np.abs(sure.covariance).max() < 2 * LEAST_NOISE
    unsure = before.told(observed, 1e12 * EVEN)
    np.testing.assert_allclose(unsure.mean, before.mean, atol=1e-6)
    np.testing.assert_allclose(unsure.covariance, before.covariance, atol=1e-6)


@given(seed=seeds, wild=logits, count=st.integers(0, 30))
def test_an_outlier_does_little_harm(seed: int, wild: Float64, count: int) -> None:
    """One utterance among n moves what is believed by no more than its share of how far it is out."""
    belief = Belief(np.zeros(CLASSES), covariance(CLASSES, seed, 3))
    for _ in range(count):
        belief = belief.told(np.zeros(CLASSES), 2 * EVEN)
    moved = belief.told(wild, 2 * EVEN).mean - belief.mean
    assert np.linalg.norm(moved) <= 1.000001 * np.linalg.norm(wild - belief.mean) / (count + 1)


@given(share=st.floats(0, SHARE), average=logits, answer=odds, opinion=logits, shift=st.floats(-50, 50))
def test_an_answer_is_a_distribution_whatever_the_opinion(
    share: float, average: Float64, answer: Float64, opinion: Float64, shift: float
) -> None:
    """It sums to one; a constant on all logits says nothing; with a share of none it is the plain one."""
    adaptation = Adaptation(tuple(average), share)
    told = heard_as(adaptation, answer, opinion)
    assert told.sum() == pytest.approx(1)
    assert (told >= 0).all()
    np.testing.assert_allclose(heard_as(adaptation, answer, opinion + shift), told, atol=1e-9)
    np.testing.assert_allclose(heard_as(replace(adaptation, share=0.0), answer, opinion), answer, rtol=1e-9)
    both = heard_as(adaptation, np.stack([answer, answer]), np.stack([opinion, average]))
    np.testing.assert_allclose(both[0], told)
    np.testing.assert_allclose(both[1], heard_as(adaptation, answer, average))


@given(share=st.floats(0, SHARE), average=logits, answer=odds, opinion=logits, shift=logits)
def test_what_is_in_all_that_a_person_says_cancels(
    share: float, average: Float64, answer: Float64, opinion: Float64, shift: Float64
) -> None:
    """A voice or microphone that makes everything sound angrier makes nothing sound angrier than usual."""
    told = heard_as(Adaptation(tuple(average), share), answer, opinion)
    shifted = heard_as(Adaptation(tuple(average + shift), share), answer, opinion + shift)
    np.testing.assert_allclose(shifted, told, atol=1e-9)


@given(answer=odds)
def test_the_opinion_of_a_network_without_one_is_its_answer(answer: Float64) -> None:
    """Its logarithms, that sum to zero, but for what is hardly possible."""
    opinion = opinion_of(answer)
    assert opinion.sum() == pytest.approx(0, abs=1e-9)
    np.testing.assert_allclose(np.exp(opinion) / np.exp(opinion).sum(), answer, rtol=1e-9)
    assert np.isfinite(opinion_of([1.0, 0.0, 0.0])).all()


def test_a_profile_is_the_mean_of_what_is_answered(manifest: Manifest, plain: Runner) -> None:
    """Over windows that follow each other, and the end of each recording; pauses around it are not heard."""
    size = manifest.window_frames
    clips = [clip for seed, frames in enumerate((150, 500)) for clip in clips_of(manifest, seed, 1, frames)]
    quiet = np.full((70, manifest.spec.features), -400, np.float32)
    wanted = [
        plain.predict(c[:end]).opinion for c, end in ((clips[0], 150), (clips[1], size), (clips[1], 500))
    ]
    profile = learned([np.concatenate([clip, quiet]) for clip in clips], plain)
    np.testing.assert_allclose(profile.opinion, np.mean(wanted, axis=0), atol=2e-5)
    assert profile.answers == 3
    assert profile.speech_s == pytest.approx(1.2 + 4.7)
    assert (profile.name, profile.day, profile.fits) == ("Zoë", "2024-05-31", fingerprint(manifest))
    again = learned(clips[::-1], plain)
    assert replace(again, opinion=()) == replace(profile, opinion=())
    np.testing.assert_allclose(again.opinion, profile.opinion, atol=2e-5)


def test_at_most_twenty_seconds_count(manifest: Manifest, plain: Runner) -> None:
    """What comes after them changes nothing; pauses do not count."""
    clips = clips_of(manifest, 6, count=30)
    profile = learned(clips, plain)
    assert profile.speech_s == LONGEST_S
    assert learned([*clips, clips[0] + 9], plain) == profile
    assert learned(clips[:3], plain).speech_s == pytest.approx(3 * 1.2)


@pytest.mark.parametrize("seconds", [0.0, 0.5, 2.9])
def test_too_little_speech_is_refused(manifest: Manifest, plain: Runner, seconds: float) -> None:
    """Told in words; also of a microphone that is muted, whose every frame is as loud as the loudest."""
    spoken = np.concatenate([clip[:60] for clip in clips_of(manifest, 1, count=5)])
    muted = np.full((2000, manifest.spec.features), 10 * np.log10(manifest.spec.floor), np.float32)
    empty = np.zeros((0, manifest.spec.features), np.float32)
    with pytest.raises(UserError) as refused:
        learned([spoken[: round(100 * seconds)], muted, empty], plain)
    assert refused.value.code == "too-little-speech"
    assert f"{seconds:.1f} seconds" in refused.value.title


def test_a_model_that_offers_none_says_so(offering: Model) -> None:
    """Asked to learn a voice, or given one: it is told in words, not guessed. It still hears strangers."""
    silent = replace(offering, manifest=replace(offering.manifest, calibration=None))
    with pytest.raises(UserError) as refused:
        learned([], Runner(silent))
    assert refused.value.code == "no-calibration"
    with pytest.raises(UserError) as refused:
        Runner(silent, profile_of(offering.manifest, (0.0,) * len(offering.manifest.labels)))
    assert refused.value.code == "no-calibration"
    estimate = Runner(silent).estimate()
    estimate.hear(np.zeros(len(silent.manifest.labels)))
    assert estimate.adaptation is None


def _heard_otherwise(manifest: Manifest) -> Manifest:
    spec = replace(manifest.spec, normaliser=replace(manifest.spec.normaliser, active_db=30.0))
    return replace(manifest, spec=spec)


def _of_other_speakers(manifest: Manifest) -> Manifest:
    return replace(manifest, calibration=a_reference(len(manifest.labels), seed=9))


def _with_other_weights(manifest: Manifest) -> Manifest:
    return replace(manifest, sha256="1" * 64)


def _with_labels_in_another_order(manifest: Manifest) -> Manifest:
    return replace(manifest, labels=manifest.labels[::-1])


@pytest.mark.parametrize(
    "change", [_heard_otherwise, _of_other_speakers, _with_other_weights, _with_labels_in_another_order]
)
def test_a_profile_of_another_model_is_refused(
    manifest: Manifest, change: Callable[[Manifest], Manifest]
) -> None:
    """Another way of hearing, or other speakers to be compared with: it would mean something else."""
    profile = profile_of(manifest, (0.0,) * len(manifest.labels))
    assert adaptation_of(RunningEstimate(manifest, profile)).share > 0
    with pytest.raises(UserError) as refused:
        RunningEstimate(change(manifest), profile)
    assert refused.value.code == "profile-of-another-model"
    assert profile.name in refused.value.title


def test_a_profile_of_other_labels_is_refused(manifest: Manifest) -> None:
    """Whatever it says of itself."""
    with pytest.raises(UserError) as refused:
        RunningEstimate(manifest, profile_of(manifest, (0.0,)))
    assert refused.value.code == "profile-of-another-model"


def test_who_is_average_is_taken_for_average(manifest: Manifest) -> None:
    """Ordinary speech like that of the training speakers: only surer than before. More of it, surer still."""
    reference = reference_of(manifest)
    shares = [0.0]
    for answers in (1, 4, 16):
        profile = profile_of(manifest, reference.calm, answers)
        told = adaptation_of(RunningEstimate(manifest, profile))
        np.testing.assert_allclose(told.average, reference.speech, atol=1e-9)
        shares.append(told.share)
    assert shares == sorted(set(shares))
    assert shares[-1] < SHARE


@given(seed=seeds)
def test_a_profile_tells_of_all_that_one_says(seed: int) -> None:
    """Where everybody's calm is off their average alike, who is off in calm speech is off in all."""
    reference = replace(
        a_reference(CLASSES),
        calm_speakers=matrix(0 * EVEN),
        calm_clips=matrix(0 * EVEN),
        speakers=matrix(EVEN),
    )
    off = np.random.default_rng(seed).normal(0, 1, CLASSES)
    profile = Profile("a", DAY.isoformat(), "", 9.0, tuple(np.array(reference.calm) + off), 3)
    np.testing.assert_allclose(
        known(profile, reference).mean, np.array(reference.speech) + off, atol=5 * LEAST_NOISE
    )


@settings(max_examples=20)
@given(seed=seeds)
def test_the_estimate_comes_to_the_person(manifest: Manifest, seed: int) -> None:
    """A stranger is heard as the model hears; with each utterance more as the person they turn out to be."""
    reference = reference_of(manifest)
    rng = np.random.default_rng(seed)
    person, clips = (
        rng.multivariate_normal(np.zeros(len(spread)), np.array(spread), size, check_valid="ignore")
        for spread, size in ((reference.speakers, 1), (reference.clips, 400))
    )
    estimate = RunningEstimate(manifest)
    said = np.array(reference.speech) + person + clips
    shares, distances = [], []
    for opinion in said:
        adaptation = adaptation_of(estimate)
        shares.append(adaptation.share)
        distances.append(np.linalg.norm(adaptation.average - said.mean(0)))
        estimate.hear(opinion)
    assert shares[0] == 0
    assert (np.diff(shares) > 0).all()
    assert 0.95 * SHARE < shares[-1] < SHARE
    np.testing.assert_allclose(adaptation_of(estimate).average, said.mean(0), atol=0.05)


def test_the_estimate_begins_with_the_profile(manifest: Manifest) -> None:
    """What is known beforehand holds until there is something better."""
    off = centred(np.arange(len(manifest.labels)))
    profile = profile_of(manifest, np.array(reference_of(manifest).calm) + off)
    begun, anew = RunningEstimate(manifest, profile), RunningEstimate(manifest)
    first = adaptation_of(begun)
    assert first == Adaptation(tuple(known(profile, reference_of(manifest)).mean.tolist()), first.share)
    assert 0 < first.share < SHARE
    for _ in range(1000):
        for estimate in (begun, anew):
            estimate.hear(-off)
        assert adaptation_of(begun).share > adaptation_of(anew).share
    np.testing.assert_allclose(adaptation_of(begun).average, adaptation_of(anew).average, atol=0.2)


def test_where_all_are_alike_there_is_nothing_to_learn(manifest: Manifest) -> None:
    """Nobody differs from the training speakers' average, so nobody is known better than a stranger."""
    size = len(manifest.labels)
    alike = replace(reference_of(manifest), speakers=matrix(np.zeros((size, size))))
    estimate = RunningEstimate(replace(manifest, calibration=alike))
    estimate.hear(centred(np.arange(size)))
    assert adaptation_of(estimate) == Adaptation(alike.speech, 0.0)


def test_the_runner_hears_as_suits_the_person(offering: Model, plain: Runner, demo: Float32) -> None:
    """Its answers are those of the estimate; attention and opinion stay. Without one: the model's own."""
    frames = clip_features(demo, offering.manifest.spec)
    profile = learned([frames], plain)
    fitted = Runner(offering, profile)
    assert fitted.personal
    assert not plain.personal
    answer, own = fitted.predict(frames), plain.predict(frames)
    adaptation = adaptation_of(RunningEstimate(offering.manifest, profile))
    wanted = heard_as(adaptation, own.probabilities, own.opinion)
    np.testing.assert_allclose(answer.probabilities, wanted, rtol=1e-6)
    np.testing.assert_array_equal(answer.probabilities, plain.predict(frames, adaptation).probabilities)
    assert np.abs(answer.probabilities - own.probabilities).max() > 1e-3
    np.testing.assert_array_equal(answer.attention, own.attention)
    np.testing.assert_array_equal(answer.opinion, own.opinion)
    silent = Runner(replace(offering, manifest=replace(offering.manifest, calibration=None)))
    np.testing.assert_array_equal(own.probabilities, silent.predict(frames).probabilities)
    assert adaptation_of(fitted.estimate()) == adaptation
