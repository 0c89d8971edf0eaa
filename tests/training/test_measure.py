"""What is printed was measured on the exported file, in the app's runtime, on people who were held out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from ser_desktop.inference.manifest import Manifest, Model, load
from ser_desktop.inference.runner import Runner
from ser_desktop.training.evaluate import breakdown, clip_means
from ser_desktop.training.measure import answers, hear, measure
from ser_desktop.training.windows import Example
from tests.training.conftest import Trained


@pytest.fixture(scope="module")
def model(trained: Trained) -> Model:
    return load(trained.folder)


def people(model: Model, name: str, right: int) -> list[Example]:
    """Make 24 clips of random features, of any length, of which the model answers so many rightly."""
    spec = model.manifest.spec
    rng = np.random.default_rng(right)
    mean, scale = (np.array(values) for values in (spec.normaliser.mean, spec.normaliser.scale))
    made = []
    for number in range(24):
        walk = np.cumsum(rng.normal(0, 0.3, (int(rng.integers(40, 420)), spec.features)), 0)
        frames = (mean + scale * walk).astype(np.float32)
        example = Example((frames,), 0, name, f"{name}/{number % 4}", "fm"[number % 2])
        decision = int(answers(model.manifest, model.content, [example]).probabilities.argmax())
        made.append(dataclasses.replace(example, target=(decision + (number >= right)) % 3))
    return made


@pytest.fixture(scope="module")
def validation(model: Model) -> list[Example]:
    return people(model, "v", right=17)


@pytest.fixture(scope="module")
def test(model: Model) -> list[Example]:
    return people(model, "t", right=13)


def measured(model: Model, validation: Sequence[Example], test: Sequence[Example]) -> Manifest:
    raw = dataclasses.replace(model.manifest, temperature=1.0, unsure_below=0.0, metrics={})
    return measure(raw, model.content, validation, test, seed=3)


def test_test_speakers_decide_nothing(model: Model, validation: list[Example], test: list[Example]) -> None:
    """Temperature, threshold and validation figures are the same whoever is tested; test figures are not."""
    first, second = (measured(model, validation, part) for part in (test, test[:7]))
    assert first.metrics["test"] != second.metrics["test"]
    assert first.metrics["validation"] == second.metrics["validation"]
    assert dataclasses.replace(first, metrics={}) == dataclasses.replace(second, metrics={})
    swapped = measured(model, test, validation)
    assert swapped.temperature != first.temperature
    assert swapped.unsure_below != first.unsure_below


def test_figures_are_of_the_finished_model(
    model: Model, validation: list[Example], test: list[Example]
) -> None:
    """Asked again through the final manifest, with its temperature, the clips give the figures it holds."""
    manifest = measured(model, validation, test)
    for name, part in (("validation", validation), ("test", test)):
        again = answers(manifest, model.content, part)
        assert manifest.metrics[name] == breakdown(again, manifest.labels, seed=3)


def test_softening_windows_is_what_the_runner_does(model: Model, validation: list[Example]) -> None:
    """The temperature was fitted to p ** (1 / T), renormalised, window by window: so the runner has it."""
    raw = dataclasses.replace(model.manifest, temperature=1.0)
    cool = dataclasses.replace(model.manifest, temperature=2.5)
    for told, softened in zip(
        hear(raw, model.content, validation), hear(cool, model.content, validation), strict=True
    ):
        soft = np.maximum(told, 1e-12) ** (1 / 2.5)
        assert np.abs(soft / soft.sum(1, keepdims=True) - softened).max() < 1e-6


def test_answers_are_means_over_windows(model: Model, test: list[Example]) -> None:
    """A clip's answer, with whose it was, in the order given."""
    heard = hear(model.manifest, model.content, test)
    given = answers(model.manifest, model.content, test)
    means = clip_means(np.concatenate(heard), [len(windows) for windows in heard])
    assert np.allclose(given.probabilities, means)
    assert given.targets.tolist() == [example.target for example in test]
    assert given.speakers == tuple(example.speaker for example in test)
    runner = Runner(model)
    assert np.abs(runner.predict(test[4].features[0])[0] - heard[4][-1]).max() < 1e-6


def test_a_tenth_of_validation_is_unsure(
    model: Model, validation: list[Example], test: list[Example]
) -> None:
    """The threshold withholds the least certain tenth of what validation speakers said."""
    manifest = measured(model, validation, test)
    confidence = answers(manifest, model.content, validation).probabilities.max(1)
    assert np.mean(confidence < manifest.unsure_below) == pytest.approx(0.1, abs=0.05)


def test_the_temperature_calibrates(model: Model, validation: list[Example], test: list[Example]) -> None:
    """Random features are answered with more confidence than they deserve; the temperature takes it back."""
    raw = answers(dataclasses.replace(model.manifest, temperature=1.0), model.content, validation)
    manifest = measured(model, validation, test)
    cooled = answers(manifest, model.content, validation)

    def surprise(told: np.ndarray) -> float:
        return float(-np.log(told[np.arange(len(told)), raw.targets]).mean())

    assert manifest.temperature > 1.0
    assert surprise(cooled.probabilities) < surprise(raw.probabilities)
    assert cooled.probabilities.max(1).mean() < raw.probabilities.max(1).mean()


def test_progress_counts_every_clip(model: Model, validation: list[Example], test: list[Example]) -> None:
    """A bar that ends at its end: validation is heard twice, test once."""
    done: list[None] = []
    raw = dataclasses.replace(model.manifest, temperature=1.0)
    measure(raw, model.content, validation, test, 1, lambda: done.append(None))
    assert len(done) == 2 * len(validation) + len(test)
