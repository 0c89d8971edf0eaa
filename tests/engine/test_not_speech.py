"""Silence, noise, machines, animals and music are never an emotion, while a voice among them is heard."""

from __future__ import annotations

import numpy as np
import pytest

from ser_desktop.engine.pipeline import Step
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.engine.streams import assert_same, segments_of, steps_of
from tests.not_speech import KINDS, Kind, sound
from tests.sounds import RATE_HZ, pieces

A_TENTH = 0.1
SENTENCE = slice(round(1.3 * RATE_HZ), round(4.6 * RATE_HZ))

# What a detector that has just heard a voice goes on taking for one: some of each sort.
AFTER_A_VOICE = ("white noise, full scale", "vacuum cleaner", "tones", "violin", "chip tune", "small band")


def named(name: str) -> Kind:
    """Find a kind of sound."""
    return next(kind for kind in KINDS if kind.name == name)


def labelled_s(steps: list[Step], since_s: float = 0.0) -> float:
    """Return how long an emotion was shown live, or told of an utterance, whichever is longer."""
    times_s = [step.time_s for step in steps]
    shown_s = sum(
        after_s - step.time_s
        for step, after_s in zip(steps, [*times_s[1:], times_s[-1]], strict=True)
        if step.time_s > since_s and step.prediction is not None and step.prediction.label is not None
    )
    told_s = sum(
        one.end_s - one.start_s
        for one in segments_of(steps)
        if one.start_s > since_s and one.prediction.label is not None
    )
    return max(shown_s, told_s)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_is_never_an_emotion(runner: Runner, kind: Kind) -> None:
    """Far away, then near: less than 2 % of the time."""
    made = sound(kind, 5.0)
    steps = steps_of(runner, [np.concatenate([np.float32(0.03) * made, made])])
    assert steps[-1].time_s == pytest.approx(10.0)
    assert labelled_s(steps) < 0.02 * 10.0


@pytest.mark.parametrize("name", AFTER_A_VOICE)
def test_a_voice_is_heard_and_then_over(runner: Runner, demo: Float32, name: str) -> None:
    """Somebody speaks, then such a sound: the sentence gets its answer, what follows none but in its wake."""
    sentence = demo[SENTENCE]
    ended_s = len(sentence) / RATE_HZ
    steps = steps_of(runner, [np.concatenate([sentence, sound(named(name), 6.0)])])
    assert any(step.probabilities is not None for step in steps if step.time_s < ended_s)
    (first, *_) = segments_of(steps)
    assert first.start_s < 0.5
    assert labelled_s(steps, since_s=ended_s + 2.0) < 0.02 * 4.0


@pytest.mark.parametrize("name", ["quiet room", "rain", "fan", "keyboard"])
def test_a_voice_beside_it_is_heard(runner: Runner, demo: Float32, name: str) -> None:
    """The demo's sentence over a sound 20 dB below it: found where it is without."""
    sentence = demo[: round(5.0 * RATE_HZ)]
    beside = sound(named(name), len(sentence) / RATE_HZ)
    beside *= np.float32(A_TENTH * np.sqrt(np.mean(sentence**2) / np.mean(beside**2)))
    (alone,) = segments_of(steps_of(runner, [sentence]))
    (heard,) = segments_of(steps_of(runner, [sentence + beside]))
    assert heard.start_s == pytest.approx(alone.start_s, abs=0.2)
    assert heard.end_s == pytest.approx(alone.end_s, abs=0.3)


@pytest.mark.parametrize("name", ["tones", "telephone", "whistling"])
def test_chunks_do_not_matter(runner: Runner, demo: Float32, name: str) -> None:
    """Where tones are held back, too, a stream decides exactly as the whole clip does."""
    made = np.concatenate([demo[SENTENCE], sound(named(name), 3.0)])
    sizes = np.random.default_rng(5).integers(0, 900, len(made) // 450).tolist()
    assert_same(steps_of(runner, pieces(made, sizes)), steps_of(runner, [made]))
