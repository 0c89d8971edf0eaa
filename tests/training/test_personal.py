"""How far a model goes towards a person is chosen on validation speakers alone, and judged on other clips."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.features.windows import active, normalise
from ser_desktop.inference.calibration import RunningEstimate
from ser_desktop.inference.manifest import Model, load
from ser_desktop.inference.reference import Reference
from ser_desktop.training.evaluate import uar
from ser_desktop.training.measure import answers
from ser_desktop.training.personal import (
    DIALS,
    DRAWS,
    ORDINARY,
    WORTH,
    Listener,
    best_of,
    offer_calibration,
    population,
    sittings,
    while_talking,
    with_profile,
)
from ser_desktop.training.windows import Example
from tests.training.conftest import Trained


@pytest.fixture(scope="module")
def model(trained: Trained) -> Model:
    """Load the model of made voices; it has learned of somebody who was neutral."""
    model = load(trained.folder)
    assert "neutral" in model.manifest.labels
    return replace(model, manifest=replace(model.manifest, calibration=None))


def people(model: Model, name: str, count: int, clips: int = 18) -> list[Example]:
    """Make clips of so many people, each of whom sounds otherwise than all others."""
    spec, labels = model.manifest.spec, model.manifest.labels
    rng = np.random.default_rng(len(name) + count)
    mean, scale = (np.array(values) for values in (spec.normaliser.mean, spec.normaliser.scale))
    made = []
    for person in range(count):
        voice = rng.normal(0, 0.7, spec.features)
        for number in range(clips):
            walk = voice + 0.3 * rng.normal(0, 1, (int(rng.integers(100, 220)), spec.features))
            frames = (mean + scale * walk).astype(np.float32)
            target = number % len(labels)
            made.append(Example((frames,), target, name, f"{name}/{person}", "fm"[person % 2]))
    return made


@pytest.fixture(scope="module")
def training(model: Model) -> list[Example]:
    return people(model, "training", 4)


@pytest.fixture(scope="module")
def validation(model: Model) -> list[Example]:
    return people(model, "validation", 2)


@pytest.fixture(scope="module")
def offering(model: Model, training: list[Example], validation: list[Example]) -> Model:
    manifest = offer_calibration(model.manifest, model.content, training, validation)
    return replace(model, manifest=manifest)


def reference_of(model: Model) -> Reference:
    assert model.manifest.calibration is not None
    return model.manifest.calibration


def test_each_training_speaker_counts_once(model: Model, training: list[Example]) -> None:
    """However much one of them said; and a person's frames are weighed alike."""
    twice = [*training, *(example for example in training if example.speaker == "training/0")]
    reference = population(model.manifest, model.content, training)
    assert population(model.manifest, model.content, twice) == reference
    assert reference is not None
    spec, neutral = model.manifest.spec, model.manifest.labels.index("neutral")
    for average, wanted in ((reference.speech, {0, 1, 2}), (reference.neutral, {neutral})):
        means = []
        for person in range(4):
            own = [e.features[0] for e in training if e.speaker[-1] == str(person) and e.target in wanted]
            frames = [np.asarray(f, np.float32) for f in own]
            means.append(np.concatenate([normalise(f, spec)[active(f, spec)] for f in frames]).mean(0))
        np.testing.assert_allclose(average, np.mean(means, axis=0), atol=1e-4)


def test_without_calm_speech_or_statistics_nothing_is_offered(model: Model, training: list[Example]) -> None:
    """There is nothing that a person could be compared with."""
    neutral = model.manifest.labels.index("neutral")
    excited = [example for example in training if example.target != neutral]
    assert offer_calibration(model.manifest, model.content, excited, excited) == model.manifest
    spec = model.manifest.spec
    bare = replace(spec, normaliser=replace(spec.normaliser, kind="none", mean=(), scale=()))
    plain = replace(model.manifest, spec=bare)
    assert offer_calibration(plain, model.content, training, training) == plain


def test_only_validation_speakers_choose(
    model: Model, offering: Model, training: list[Example], validation: list[Example]
) -> None:
    """Their figures are those that the manifest tells; training speakers only make the averages."""
    told = offering.manifest.training["calibration"]
    assert set(told) == set(DIALS)
    listener = Listener(offering.manifest, model.content)
    drawn = [sitting for draw in DRAWS for sitting in sittings(validation, offering.manifest, draw)]
    targets = np.array([example.target for sitting in drawn for example in sitting.said])
    listener.dialled(**{dial: values[0] for dial, values in DIALS.items()})
    plain = np.concatenate([while_talking(listener, sitting) for sitting in drawn])
    assert told["leaning_prior"]["never"] == pytest.approx(uar(targets, plain.argmax(1)), abs=1e-4)
    assert told["leaning_strength"]["0"] == told["leaning_prior"]["never"]
    chosen = asdict(reference_of(offering))
    assert all(chosen[dial] in values for dial, values in DIALS.items())
    others = offer_calibration(model.manifest, model.content, training, people(model, "others", 3))
    assert others.training["calibration"] != told
    assert others.calibration is not None
    assert others.calibration.neutral == reference_of(offering).neutral


def test_what_makes_the_profile_is_not_judged(
    model: Model, offering: Model, validation: list[Example]
) -> None:
    """Each clip is in one of the two; ordinary ones alone make it, and some of them are left to judge."""
    neutral = model.manifest.labels.index("neutral")
    for sitting in sittings(validation, offering.manifest, 1):
        own = {id(e) for e in validation if e.speaker == sitting.said[0].speaker}
        parts = [{id(example) for example in part} for part in (sitting.calibrating, sitting.said)]
        assert parts[0] | parts[1] == own
        assert not parts[0] & parts[1]
        assert {model.manifest.labels[example.target] for example in sitting.calibrating} <= set(ORDINARY)
        assert 0 < len(sitting.calibrating) <= 2 / 3 * 6
        assert any(example.target == neutral for example in sitting.said)
    first, second = (sittings(validation, offering.manifest, draw) for draw in (1, 2))
    assert [id(e) for e in first[0].said] != [id(e) for e in second[0].said]
    assert first == sittings(validation, offering.manifest, 1)


def test_an_answer_is_the_one_that_is_measured(model: Model, validation: list[Example]) -> None:
    """With nothing known a clip is judged as everywhere else, asked once or twice."""
    listener = Listener(model.manifest, model.content)
    some = validation[:6]
    for _ in range(2):
        told = np.array([listener.answer(example) for example in some])
        expected = answers(model.manifest, model.content, some).probabilities
        np.testing.assert_allclose(told, expected, atol=1e-9)


def test_only_what_was_said_before_is_known(model: Model, offering: Model, validation: list[Example]) -> None:
    """What comes later changes no earlier answer; the first is the model's own."""
    listener = Listener(offering.manifest, model.content)
    listener.dialled(prior_s=5.0, leaning_prior=3.0)
    sitting = sittings(validation, offering.manifest, 1)[0]
    whole = while_talking(listener, sitting)
    beginning = while_talking(listener, replace(sitting, said=sitting.said[:5]))
    np.testing.assert_array_equal(beginning, whole[:5])
    np.testing.assert_allclose(whole[0], listener.answer(sitting.said[0]))
    assert np.abs(whole[4] - listener.answer(sitting.said[4])).max() > 1e-3


def test_a_profile_is_used_as_the_program_does(
    model: Model, offering: Model, validation: list[Example]
) -> None:
    """The answers are those of the adaptation that the profile comes to, with the dials of the moment."""
    listener = Listener(offering.manifest, model.content)
    listener.dialled(strength=1.0, leaning_strength=0.5)
    sitting = sittings(validation, offering.manifest, 1)[0]
    profile = sitting.profile(listener)
    assert profile is not None
    adaptation = RunningEstimate(listener.manifest, profile).adaptation
    told = with_profile(listener, sitting, profile)
    np.testing.assert_array_equal(told[0], listener.answer(sitting.said[0], adaptation))
    assert np.abs(told[0] - listener.answer(sitting.said[0])).max() > 1e-3


@given(gains=st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_chance_changes_nothing(gains: list[float]) -> None:
    """The best is chosen, the smaller change where two are equal, and none that gains less than a point."""
    worth: dict[float | None, float] = dict(zip((None, 20.0, 10.0, 5.0), gains, strict=True))
    chosen = best_of(worth)
    if max(gains) < gains[0] + WORTH:
        assert chosen is None
    else:
        assert chosen == list(worth)[gains.index(max(gains))]
