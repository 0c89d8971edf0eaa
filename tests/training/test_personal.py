"""What training speakers sound like is told by themselves alone, and whom one knows is heard better."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import keras
import numpy as np
import pytest

from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.inference.calibration import RunningEstimate, reference_of
from ser_desktop.inference.manifest import Manifest, Model, Tensors
from ser_desktop.inference.reference import Reference
from ser_desktop.training.convert import to_tflite
from ser_desktop.training.evaluate import Float64, uar
from ser_desktop.training.fit import library
from ser_desktop.training.measure import answers
from ser_desktop.training.opinion import OUTPUT, learn_opinion
from ser_desktop.training.personal import (
    ORDINARY,
    Listener,
    Sitting,
    offer_calibration,
    population,
    sittings,
    while_talking,
    with_profile,
)
from ser_desktop.training.windows import Example
from tests.training.networks import SMALL

NETWORK, FRAMES, FEATURES = SMALL["functional-bilstm"]
LABELS = ("anger", "neutral", "sadness")
NEUTRAL = LABELS.index("neutral")
SPEC = FeatureSpec(delta_order=0, coefficients=FEATURES, normaliser=Normaliser("none"))
DIRECTIONS = np.random.default_rng(3).normal(0, 0.5, (len(LABELS), FEATURES))


def people(name: str, count: int, clips: int = 18, variants: int = 0) -> list[Example]:
    """Make clips of people who differ from each other by more than their emotions do."""
    rng = np.random.default_rng([count, *name.encode()])
    made = []
    for person in range(count):
        voices = rng.normal(0, 1.2, (1 + variants, FEATURES))
        for number in range(clips):
            target = number % len(LABELS)
            said = rng.normal(0, 0.3, (int(rng.integers(90, 160)), FEATURES))
            said += DIRECTIONS[target] + rng.normal(0, 0.1, FEATURES)
            sounds = tuple((voice + said).astype(np.float32) for voice in voices)
            made.append(Example(sounds, target, name, f"{name}/{person}", "fm"[person % 2]))
    return made


@pytest.fixture(scope="module")
def training() -> list[Example]:
    return people("training", 10, variants=1)


@pytest.fixture(scope="module")
def strangers() -> list[Example]:
    return people("strangers", 6)


@pytest.fixture(scope="module")
def model(training: list[Example]) -> Model:
    """Make a network that knows nothing of strangers, and has learned of people whose average it knows."""
    keras.utils.set_random_seed(2)
    network = NETWORK.build(library(), FRAMES, FEATURES, len(LABELS))
    learn_opinion(network, training, SPEC, FRAMES, seed=1)
    content = to_tflite(network, NETWORK)
    manifest = Manifest(
        name="made",
        title="Made",
        labels=LABELS,
        spec=SPEC,
        window_frames=FRAMES,
        attention_steps=NETWORK.steps(FRAMES),
        sha256=hashlib.sha256(content).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence="",
        tensors=Tensors(personal=OUTPUT),
    )
    return Model(manifest, content, Path())


@pytest.fixture(scope="module")
def reference(model: Model, training: list[Example]) -> Reference:
    return told_of(training, model)


@pytest.fixture(scope="module")
def offering(model: Model, training: list[Example]) -> Listener:
    manifest = offer_calibration(model.manifest, model.content, training)
    return Listener(manifest, model.content)


@pytest.fixture(scope="module")
def drawn(strangers: list[Example], offering: Listener) -> list[Sitting]:
    return sittings(strangers, offering.manifest, 1)


def told_of(training: Sequence[Example], model: Model) -> Reference:
    reference = population(model.manifest, model.content, training)
    assert reference is not None
    return reference


def opinions_by_speaker(examples: Sequence[Example], model: Model) -> list[tuple[Float64, np.ndarray]]:
    """Opinions [n, C] and classes [n] of each speaker, and of each one's variants."""
    listener, told = Listener(model.manifest, model.content), []
    for speaker in sorted({example.speaker for example in examples}):
        own = [example for example in examples if example.speaker == speaker]
        for sound in range(len(own[0].features)):
            heard = [replace(example, features=(example.features[sound],)) for example in own]
            opinions = np.array([listener.opinion(example) for example in heard])
            told.append((opinions, np.array([example.target for example in own])))
    return told


def assert_alike(one: Reference, other: Reference, *names: str) -> None:
    for name in names:
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), atol=3e-5)


def test_the_reference_is_of_speakers_and_their_variants(
    model: Model, training: list[Example], reference: Reference
) -> None:
    """Averages in which each emotion counts alike; how they differ, and how clips do; written out again."""
    means, calms, clips, calm_clips = [], [], [], []
    for opinions, targets in opinions_by_speaker(training, model):
        of_each = [opinions[targets == target] for target in range(len(LABELS))]
        means.append(np.mean([some.mean(0) for some in of_each], axis=0))
        calms.append(of_each[NEUTRAL].mean(0))
        clips.append(np.mean([(some - means[-1]).T @ (some - means[-1]) / len(some) for some in of_each], 0))
        calm_clips.append(np.cov(of_each[NEUTRAL].T))
    assert len(means) == 20
    off = np.array(calms) - means
    np.testing.assert_allclose(reference.speech, np.mean(means, 0), atol=2e-5)
    np.testing.assert_allclose(reference.calm, np.mean(calms, 0), atol=2e-5)
    np.testing.assert_allclose(reference.speakers, np.cov(np.transpose(means)), atol=2e-5)
    np.testing.assert_allclose(reference.clips, np.mean(clips, 0), atol=2e-5)
    np.testing.assert_allclose(reference.calm_speakers, np.cov(off.T), atol=2e-5)
    np.testing.assert_allclose(reference.calm_clips, np.mean(calm_clips, 0), atol=2e-5)


def test_each_speaker_counts_once(model: Model, training: list[Example], reference: Reference) -> None:
    """However much one of them said, and in whatever order."""
    rng = np.random.default_rng(1)
    some = [example for example in training if example.speaker == "training/0"]
    more = [*training, *some]
    shuffled = [more[index] for index in rng.permutation(len(more))]
    assert_alike(told_of(shuffled, model), reference, "speech", "calm", "speakers", "clips", "calm_speakers")


def test_of_many_clips_all_emotions_are_heard(model: Model) -> None:
    """Also where a corpus has them in turn, and only some of the clips are listened to."""
    few = [example for example in people("talkers", 3, clips=3) if example.target != 2]
    in_turn = [example for pair in pairwise(few) if len({e.speaker for e in pair}) == 1 for example in pair]
    assert [example.target for example in in_turn] == [0, 1] * 3
    many = [example for person in range(3) for _ in range(61) for example in in_turn[2 * person :][:2]]
    assert_alike(
        told_of(many, model), told_of(in_turn, model), "speech", "calm", "speakers", "clips", "calm_speakers"
    )


def test_without_calm_speech_of_several_nothing_is_offered(model: Model, training: list[Example]) -> None:
    """There is nothing that a person could be compared with."""
    excited = [example for example in training if example.target != NEUTRAL]
    assert offer_calibration(model.manifest, model.content, excited) == model.manifest
    (alone,) = (
        [replace(e, features=e.features[:1]) for e in training if e.speaker == name]
        for name in ("training/0",)
    )
    assert offer_calibration(model.manifest, model.content, alone) == model.manifest
    assert offer_calibration(model.manifest, model.content, []) == model.manifest


def test_what_is_offered_is_what_was_heard(model: Model, offering: Listener, reference: Reference) -> None:
    """Nothing else of the manifest changes, and it survives its file."""
    assert replace(offering.manifest, calibration=None) == model.manifest
    assert reference_of(offering.manifest) == reference
    assert Manifest.from_json(offering.manifest.to_json()) == offering.manifest


def test_what_makes_the_profile_is_not_judged(
    offering: Listener, strangers: list[Example], drawn: list[Sitting]
) -> None:
    """Each clip is in one of the two; ordinary ones alone make it, and some of them are left to judge."""
    assert len(drawn) == 6
    for sitting in drawn:
        own = {id(e) for e in strangers if e.speaker == sitting.said[0].speaker}
        parts = [{id(example) for example in part} for part in (sitting.calibrating, sitting.said)]
        assert parts[0] | parts[1] == own
        assert not parts[0] & parts[1]
        assert {LABELS[example.target] for example in sitting.calibrating} <= set(ORDINARY)
        assert 0 < len(sitting.calibrating) <= 2 / 3 * 6
        assert any(example.target == NEUTRAL for example in sitting.said)
    other = sittings(strangers, offering.manifest, 2)
    assert [id(e) for e in drawn[0].said] != [id(e) for e in other[0].said]
    assert drawn == sittings(strangers, offering.manifest, 1)


def test_an_answer_is_the_one_that_is_measured(
    model: Model, offering: Listener, strangers: list[Example]
) -> None:
    """With nothing known a clip is judged as everywhere else, asked once or twice."""
    some = strangers[:6]
    for _ in range(2):
        told = np.array([offering.answer(example) for example in some])
        expected = answers(model.manifest, model.content, some).probabilities
        np.testing.assert_allclose(told, expected, atol=1e-9)


def test_only_what_was_said_before_is_known(offering: Listener, drawn: list[Sitting]) -> None:
    """What comes later changes no earlier answer; the first is the model's own."""
    sitting = drawn[0]
    whole = while_talking(offering, sitting)
    beginning = while_talking(offering, replace(sitting, said=sitting.said[:5]))
    np.testing.assert_array_equal(beginning, whole[:5])
    np.testing.assert_allclose(whole[0], offering.answer(sitting.said[0]))
    assert np.abs(whole[4] - offering.answer(sitting.said[4])).max() > 1e-3


def test_a_profile_is_used_as_the_program_does(offering: Listener, drawn: list[Sitting]) -> None:
    """Each window is answered as the adaptation has it; talking on begins there."""
    sitting = drawn[0]
    profile = sitting.profile(offering)
    assert profile is not None
    adaptation = RunningEstimate(offering.manifest, profile).adaptation
    assert adaptation is not None
    told = with_profile(offering, sitting, profile)
    window = np.asarray(sitting.said[0].features[0][-FRAMES:], np.float32)
    short = replace(sitting.said[0], features=(window,))
    wanted = offering.runner.predict(window, adaptation).probabilities
    np.testing.assert_allclose(offering.answer(short, adaptation), wanted, atol=1e-6)
    np.testing.assert_array_equal(told[0], offering.answer(sitting.said[0], adaptation))
    np.testing.assert_array_equal(told[0], while_talking(offering, sitting, profile)[0])
    assert np.abs(told[0] - offering.answer(sitting.said[0])).max() > 1e-3
    silent = replace(sitting, calibrating=())
    assert silent.profile(offering) is None
    np.testing.assert_allclose(with_profile(offering, silent, None)[0], offering.answer(sitting.said[0]))


def test_who_is_known_is_heard_better(offering: Listener, drawn: list[Sitting]) -> None:
    """New people, of whom nothing is known but what they said before, calmly or in any emotion."""
    targets = np.array([example.target for sitting in drawn for example in sitting.said])

    def worth(told: Sequence[Float64]) -> float:
        return uar(targets, np.concatenate(told).argmax(1))

    unknown = worth([np.array([offering.answer(example) for example in each.said]) for each in drawn])
    talking = worth([while_talking(offering, each) for each in drawn])
    calm = worth([with_profile(offering, each, each.profile(offering)) for each in drawn])
    both = worth([while_talking(offering, each, each.profile(offering)) for each in drawn])
    assert min(talking, calm, both) > unknown + 0.2
    assert both > 0.8
