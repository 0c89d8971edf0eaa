"""While somebody talks the program learns what they sound like: the same in any chunks, and only if asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ser_desktop.engine.pipeline import Pipeline, Rules, Step
from ser_desktop.features.frontend import StreamingFeatures, clip_features
from ser_desktop.inference.calibration import RunningEstimate, calibrate
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.engine.streams import answers_of, assert_same, finished, segments_of
from tests.inference.references import a_reference
from tests.sounds import RATE_HZ, pieces

ADAPTS = Rules(adapts=True)
Hear = Callable[[list[Float32], Rules], list[Step]]


@pytest.fixture(scope="module")
def fitting(model: Model) -> Model:
    """Return the shipped model, as if it learned of people who sound otherwise."""
    reference = a_reference(len(model.manifest.labels))
    return replace(model, manifest=replace(model.manifest, calibration=reference))


@pytest.fixture(scope="module")
def offering(fitting: Model) -> Runner:
    return Runner(fitting)


@pytest.fixture(scope="module")
def heard(offering: Runner, demo: Float32) -> list[Step]:
    return finished(Pipeline(offering, RATE_HZ, ADAPTS), [demo])


def test_chunks_do_not_matter(offering: Runner, demo: Float32, heard: list[Step]) -> None:
    """A stream in uneven chunks learns and decides exactly as the whole clip does."""
    sizes = np.random.default_rng(4).integers(0, 900, 2 * len(demo) // 900).tolist()
    assert_same(finished(Pipeline(offering, RATE_HZ, ADAPTS), pieces(demo, sizes)), heard)


def test_nothing_is_learned_unasked(
    offering: Runner, runner: Runner, demo: Float32, heard: list[Step]
) -> None:
    """Without being asked, and before the first utterance ended, it answers as the model alone does."""
    plain = finished(Pipeline(runner, RATE_HZ), [demo])
    assert_same(finished(Pipeline(offering, RATE_HZ), [demo]), plain)
    first_s = segments_of(plain)[0].end_s
    before = [[step for step in answers_of(steps) if step.time_s < first_s] for steps in (plain, heard)]
    assert before[0]
    assert_same(*before)
    after = [[step for step in answers_of(steps) if step.time_s > first_s + 1] for steps in (plain, heard)]
    assert min(distance(one, other) for one, other in zip(*after, strict=True)) > 1e-4


def test_each_utterance_is_learned_once(offering: Runner, demo: Float32, heard: list[Step]) -> None:
    """The answers to an utterance are those to whom heard the ones before: the mean opinion on each."""
    spec = offering.manifest.spec
    frames = clip_features(demo, spec)
    estimate: RunningEstimate = offering.estimate()
    shares = []
    for segment in segments_of(heard):
        start, end = (round(at_s * RATE_HZ) // spec.hop_samples for at_s in (segment.start_s, segment.end_s))
        now = [step for step in answers_of(heard) if segment.start_s < step.time_s <= segment.end_s]
        ends = [
            len(StreamingFeatures(spec).push(demo[: round(step.time_s * RATE_HZ)]))
            for step in answers_of(heard)
            if segment.start_s < step.time_s < segment.end_s + ADAPTS.hop_s
        ]
        assert estimate.adaptation is not None
        shares.append(estimate.adaptation.share)
        told = offering.predict(frames[start : ends[len(now) - 1]], estimate.adaptation)
        assert now[-1].probabilities is not None
        np.testing.assert_allclose(now[-1].probabilities, told.probabilities, atol=1e-3)
        full = [at for at in ends if at - start >= offering.manifest.window_frames]
        windows = [offering.predict(frames[start:at]).opinion for at in (*full, end)]
        estimate.hear(np.mean(windows, axis=0))
    assert shares[0] == 0
    assert shares == sorted(set(shares))


def test_who_is_known_is_heard_so_from_the_first_word(
    fitting: Model, offering: Runner, demo: Float32, heard: list[Step]
) -> None:
    """A profile holds from the beginning, whether or not more is to be learned; then it is learned on."""
    frames = clip_features(demo, fitting.manifest.spec)
    profile = calibrate([frames], offering, name="a", day=date(2024, 5, 31))
    resting, learning = (
        answers_of(finished(Pipeline(Runner(fitting, profile), RATE_HZ, rules), [demo]))
        for rules in (Rules(), ADAPTS)
    )
    assert_same(resting[:1], learning[:1])
    assert distance(resting[0], answers_of(heard)[0]) > 1e-4
    assert distance(resting[-1], learning[-1]) > 1e-4


def distance(one: Step, other: Step) -> float:
    """How far two answers are apart."""
    assert one.probabilities is not None
    assert other.probabilities is not None
    return float(np.abs(one.probabilities - other.probabilities).max())
