"""While somebody talks the program learns what they sound like: the same in any chunks, and only if asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ser_desktop.engine.pipeline import Pipeline, Rules, Step
from ser_desktop.features.frontend import StreamingFeatures, clip_features
from ser_desktop.inference.calibration import RunningEstimate
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.reference import Reference
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.engine.streams import answers_of, assert_same, finished, segments_of
from tests.sounds import RATE_HZ, pieces

ADAPTS = Rules(adapts=True)
Hear = Callable[[list[Float32], Rules], list[Step]]


@pytest.fixture(scope="module")
def offering(model: Model) -> Runner:
    """Run the shipped model, as if it learned of people who sound otherwise."""
    size, classes = model.manifest.spec.features, len(model.manifest.labels)
    average = tuple(np.random.default_rng(1).normal(0, 0.5, size).tolist())
    reference = Reference(average, average, (0.0,) * classes, prior_s=2.0, leaning_prior=2.0)
    return Runner(replace(model, manifest=replace(model.manifest, calibration=reference)))


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
    differences = [
        float(np.abs(one.probabilities - other.probabilities).max())
        for one, other in zip(*after, strict=True)
        if one.probabilities is not None and other.probabilities is not None
    ]
    assert min(differences) > 1e-4


def test_each_utterance_is_learned_once(offering: Runner, demo: Float32, heard: list[Step]) -> None:
    """The answer to an utterance is that of an estimate which heard the ones before, and their answers."""
    spec = offering.manifest.spec
    frames = clip_features(demo, spec)
    estimate: RunningEstimate = offering.estimate()
    for segment in segments_of(heard):
        start, end = (round(at_s * RATE_HZ) // spec.hop_samples for at_s in (segment.start_s, segment.end_s))
        now = [step for step in answers_of(heard) if segment.start_s < step.time_s <= segment.end_s]
        upto = len(StreamingFeatures(spec).push(demo[: round(now[-1].time_s * RATE_HZ)]))
        told, _ = offering.predict(frames[start:upto], estimate.adaptation)
        assert now[-1].probabilities is not None
        np.testing.assert_allclose(now[-1].probabilities, told, atol=1e-3)
        estimate.hear(frames[start:end], segment.prediction.probabilities)
