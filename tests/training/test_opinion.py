"""The second answer is learned from what differs within speakers alone, and changes nothing of the first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.inference.manifest import Tensors
from ser_desktop.results import Float32
from ser_desktop.training import opinion
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.fit import fit, library
from ser_desktop.training.opinion import LAYER, OUTPUT, learn_opinion, speakers
from ser_desktop.training.schedule import Schedule
from ser_desktop.training.windows import Example
from tests.training.networks import CLASSES, OPINIONATED

SIZE, FRAMES = 4, 20
FEATURES, WINDOW_FRAMES = 9, 40  # of a whole network
SPEC = FeatureSpec(delta_order=0, coefficients=SIZE, normaliser=Normaliser("none"))
DIRECTIONS = np.random.default_rng(3).normal(0, 1, (CLASSES, SIZE))


def listener() -> Any:
    """Build a network that hears the mean frame [F] of a window, and has an opinion of it."""
    frames = keras.Input((FRAMES, SIZE))
    mean = keras.layers.GlobalAveragePooling1D()(frames)
    opinion = keras.layers.Dense(CLASSES, use_bias=False, kernel_initializer="zeros", name=LAYER)(mean)
    return keras.Model(frames, {OUTPUT: opinion})


def people(count: int, seed: int, *, apart: float = 8.0, clips: int = 30, variants: int = 0) -> list[Example]:
    """Make clips of people far ``apart`` from each other, in whom emotions differ by little.

    A variant is a clip in another room, which sounds otherwise by as much as another person does.
    """
    rng = np.random.default_rng(seed)
    made = []
    for person in range(count):
        voices = rng.normal(0, apart, (1 + variants, 1, SIZE))
        for number in range(clips):
            target = number % CLASSES
            said = DIRECTIONS[target] + rng.normal(0, 0.3, SIZE) + rng.normal(0, 0.1, (FRAMES, SIZE))
            sounds = tuple((voice + said).astype(np.float32) for voice in voices)
            made.append(Example(sounds, target, "c", f"{seed}/{person}", "f"))
    return made


def kernel_of(training: list[Example], *, seed: int = 1) -> Float32:
    """Weights [D, C] that are learned."""
    model = listener()
    learn_opinion(model, training, SPEC, FRAMES, seed=seed)
    return np.asarray(model.get_layer(LAYER).get_weights()[0])


def right(kernel: Float32, clips: list[Example], *, known: bool) -> float:
    """Share of clips that are told apart, by people whose average is ``known`` and taken off, or is not."""
    opinions = np.array([example.features[0].mean(0) for example in clips]) @ kernel
    if known:
        for members in speakers(clips).values():
            opinions[members] -= opinions[members].mean(0)
    targets = np.array([example.target for example in clips])
    return float((opinions.argmax(1) == targets).mean())


@pytest.fixture(scope="module")
def training() -> list[Example]:
    return people(8, seed=1, variants=1)


@pytest.fixture(scope="module")
def kernel(training: list[Example]) -> Float32:
    return kernel_of(training)


def test_speakers_are_found_with_their_clips(training: list[Example]) -> None:
    """Every clip is one speaker's."""
    found = speakers(training[::-1])
    assert sorted(index for members in found.values() for index in members) == list(range(len(training)))
    for speaker, members in found.items():
        assert {training[::-1][index].speaker for index in members} == {speaker}


def test_what_differs_within_people_is_told_apart_in_new_ones(
    training: list[Example], kernel: Float32
) -> None:
    """Once their average is taken off; a machine that takes no average off cannot learn it."""
    strangers = people(20, seed=2)
    assert right(kernel, strangers, known=True) > 0.9
    crowd = [replace(example, speaker="anybody") for example in training]
    naive = kernel_of(crowd)
    assert right(naive, strangers, known=False) < 0.55
    assert right(kernel, strangers, known=False) < 0.55  # their average is what it takes


def test_what_is_in_all_of_a_speaker_s_clips_teaches_nothing(
    training: list[Example], kernel: Float32
) -> None:
    """Another voice, room or microphone in all that somebody says: what is learned is the same."""
    rng = np.random.default_rng(5)
    voices = {speaker: rng.normal(0, 20, (2, 1, SIZE)) for speaker in speakers(training)}
    moved = [
        replace(
            example,
            features=tuple(
                (sound + voice).astype(np.float32)
                for sound, voice in zip(example.features, voices[example.speaker], strict=True)
            ),
        )
        for example in training
    ]
    np.testing.assert_allclose(kernel_of(moved), kernel, atol=1e-3 * np.abs(kernel).max())


def test_each_emotion_weighs_alike_in_a_speaker_s_average(kernel: Float32) -> None:
    """Who was recorded in one of them far more often than in others is compared with the same average."""
    clips = people(8, seed=1, variants=1)
    uneven = [*clips, *(example for example in clips if example.target == 0 for _ in range(5))]
    told = kernel_of(uneven)
    similar = np.sum(told * kernel) / np.linalg.norm(told) / np.linalg.norm(kernel)
    assert similar > 0.99


@pytest.fixture
def _few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Learn for a moment, where it does not matter how well."""
    monkeypatch.setattr(opinion, "_STEPS", 100)


@pytest.mark.usefixtures("_few_steps")
def test_the_same_seed_gives_the_same_opinion(training: list[Example]) -> None:
    """To the bit, whatever was drawn before; another seed draws other clips."""
    kernel = kernel_of(training)
    keras.utils.set_random_seed(99)
    np.testing.assert_array_equal(kernel_of(training), kernel)
    assert np.abs(kernel_of(training, seed=2) - kernel).max() > 1e-4


def spoken(speakers: int, seed: int) -> list[Example]:
    """Make clips that wander, as speech does, with a variant each."""
    rng = np.random.default_rng(seed)
    return [
        Example(
            tuple(rng.normal(number % CLASSES, 1, (50, FEATURES)).astype(np.float32) for _ in range(2)),
            number % CLASSES,
            "c",
            f"{seed}/{number // 6}",
            "f",
        )
        for number in range(6 * speakers)
    ]


@pytest.mark.usefixtures("_few_steps")
def test_all_other_weights_stay() -> None:
    """What the network says to strangers is what it said before."""
    keras.utils.set_random_seed(1)
    model = OPINIONATED.build(library(), WINDOW_FRAMES, FEATURES, CLASSES)
    before = {layer.name: layer.get_weights() for layer in model.layers}
    windows = np.random.default_rng(4).normal(0, 1, (5, WINDOW_FRAMES, FEATURES)).astype(np.float32)
    said = model.predict(windows, verbose=0)
    spec = replace(SPEC, coefficients=FEATURES)
    learn_opinion(model, spoken(3, 1), spec, WINDOW_FRAMES, seed=1)
    for layer in model.layers:
        for weight, old in zip(layer.get_weights(), before[layer.name], strict=True):
            assert np.array_equal(weight, old) != (layer.name == LAYER)
    after = model.predict(windows, verbose=0)
    for name in ("probabilities", "attention"):
        np.testing.assert_array_equal(after[name], said[name])
    assert not said[OUTPUT].any()
    assert after[OUTPUT].std() > 0


@pytest.mark.usefixtures("_few_steps")
@pytest.mark.parametrize("averaged", [0.0, 0.9])
def test_a_training_ends_with_it(tmp_path: Path, averaged: float) -> None:
    """Whatever weights are kept in the end: the opinion is learned on them, and the manifest will name it."""
    spec = replace(SPEC, coefficients=FEATURES)
    training, validation = spoken(3, 1), spoken(2, 2)
    schedule = Schedule(seed=5, epochs=2, steps=2, batch=8, learning_rate=1e-3, averaged=averaged)
    trained = fit(
        OPINIONATED,
        spec,
        WINDOW_FRAMES,
        CLASSES,
        training,
        validation,
        schedule,
        Checkpoints(tmp_path / "run"),
    )
    assert trained.tensors == Tensors(personal=OUTPUT)
    (learned,) = trained.model.get_layer(LAYER).get_weights()
    assert learned.any()
    learn_opinion(trained.model, training, spec, WINDOW_FRAMES, seed=schedule.seed)
    np.testing.assert_array_equal(trained.model.get_layer(LAYER).get_weights()[0], learned)
