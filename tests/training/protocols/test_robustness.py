"""Whether decisions stand: judged as every other figure is, on voices that the babble does not hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.random import Generator

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.manifest import Model
from ser_desktop.results import Float32
from ser_desktop.training.corpora import Clip, load_corpus
from ser_desktop.training.evaluate import Answers
from ser_desktop.training.measure import answers
from ser_desktop.training.protocols.robustness import (
    CLEAN,
    _by_speaker,
    _others,
    hear_under_conditions,
    robustness,
)
from ser_desktop.training.windows import Example, speech_span
from tests.training.voices import write_corpus


def unchanged(samples: Float32, _rate_hz: int, _rng: Generator, _voices: Sequence[Float32]) -> Float32:
    return samples


def noisy(samples: Float32, _rate_hz: int, rng: Generator, _voices: Sequence[Float32]) -> Float32:
    return (samples + 0.05 * rng.standard_normal(len(samples))).astype(np.float32)


CONDITIONS = {"nothing": unchanged, "noise": noisy}


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> tuple[Clip, ...]:
    """Return twelve clips of four people."""
    folder = write_corpus(tmp_path_factory.mktemp("own"), speakers=4, takes=1)
    return load_corpus("folder", folder).clips


@pytest.fixture(scope="module")
def heard(model: Model, clips: tuple[Clip, ...]) -> dict[str, Answers]:
    return hear_under_conditions(model, clips, seed=1, conditions=CONDITIONS)


def test_clean_decisions_are_those_of_every_other_figure(
    model: Model, clips: tuple[Clip, ...], heard: dict[str, Answers]
) -> None:
    """The same features, windows and mean as where the model was measured when it was made."""
    spec = model.manifest.spec
    examples = []
    for clip in clips:
        frames = clip_features(read_at_rate(clip.path, spec.rate_hz), spec)
        start, end = speech_span(frames, spec)
        target = model.manifest.labels.index(clip.label)
        examples.append(Example((frames[start:end],), target, clip.corpus, clip.speaker, clip.sex))
    wanted = answers(model.manifest, model.content, examples)
    for condition in (CLEAN, "nothing"):
        assert np.array_equal(heard[condition].probabilities, wanted.probabilities)
        assert np.array_equal(heard[condition].targets, wanted.targets)
        assert heard[condition].speakers == wanted.speakers
    assert not np.allclose(heard["noise"].probabilities, wanted.probabilities)


def test_what_is_drawn_hangs_on_the_recording_and_the_seed(
    model: Model, clips: tuple[Clip, ...], heard: dict[str, Answers]
) -> None:
    """In any order and company the same; another seed draws another noise."""
    done: list[None] = []
    some = clips[5:1:-1]
    again = hear_under_conditions(
        model, some, seed=1, voices=clips, conditions=CONDITIONS, on_clip=lambda: done.append(None)
    )
    assert len(done) == len(some)
    for name, told in again.items():
        assert np.array_equal(told.probabilities, heard[name].probabilities[5:1:-1])
    other = hear_under_conditions(model, some, seed=2, voices=clips, conditions=CONDITIONS)
    assert np.array_equal(other["nothing"].probabilities, again["nothing"].probabilities)
    assert not np.array_equal(other["noise"].probabilities, again["noise"].probabilities)


@pytest.mark.parametrize("people", [2, 3, 4, 9])
def test_nobody_babbles_into_their_own_clip(people: int) -> None:
    """Six other voices, of as many people as there are; a speaker's own would be speech, not noise."""
    clips = [
        Clip(Path(f"{person}-{take}.wav"), "c", f"c/{person}", "f", "anger")
        for person in range(people)
        for take in range(3)
    ]
    for clip in clips:
        others = _others(clip, _by_speaker(clips), seed=1)
        assert len(others) == 6
        assert clip.speaker not in {other.speaker for other in others}
        assert len({other.speaker for other in others}) == min(6, people - 1)


def test_one_voice_alone_cannot_be_babbled_at() -> None:
    """Said at once rather than measured against nothing."""
    clip = Clip(Path("a.wav"), "c", "c/1", "f", "anger")
    with pytest.raises(ValueError, match="nobody else"):
        _others(clip, _by_speaker([clip]), seed=1)


def told(decisions: list[int]) -> Answers:
    """Four clips of two women and four of a man, of two emotions, decided so."""
    probabilities = np.eye(3)[decisions]
    speakers = ("c/1", "c/1", "c/2", "c/2", "c/3", "c/3", "c/3", "c/3")
    sexes = ("f",) * 4 + ("m",) * 4
    return Answers(probabilities, np.array([0, 0, 1, 1, 0, 0, 1, 1]), speakers, ("c",) * 8, sexes)


def test_figures_by_hand() -> None:
    """Unchanged counts decisions, right or wrong; UAR is the mean over the emotions, for each sex too."""
    result = robustness({CLEAN: told([0, 0, 1, 2, 0, 0, 1, 1]), "x": told([0, 1, 1, 2, 0, 0, 0, 0])})
    assert (result.clips, result.speakers) == (8, 3)
    assert result.clean.unchanged == 1
    assert result.clean.uar == pytest.approx((1 + 3 / 4) / 2)
    assert result.clean.uar_change == 0
    (x,) = result.outcomes
    assert x.condition == "x"
    assert x.unchanged == pytest.approx(5 / 8)
    assert x.uar == pytest.approx((3 / 4 + 1 / 4) / 2)
    assert x.uar_change == pytest.approx(x.uar - result.clean.uar)
    assert x.uar_women == pytest.approx((1 / 2 + 1 / 2) / 2)
    assert x.uar_men == pytest.approx((1 + 0) / 2)
    assert json.loads(json.dumps(result.to_json()))["outcomes"][0]["unchanged"] == x.unchanged


def test_figures_of_a_sex_that_nobody_has_are_none() -> None:
    """Not zero: nobody was heard."""
    everyone = told([0] * 8)
    women = everyone.where(np.array(everyone.sexes) == "f")
    assert robustness({CLEAN: women}).clean.uar_men is None
