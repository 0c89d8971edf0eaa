"""The smaller file is kept where it loses next to nothing; validation speakers decide that, nobody else."""

from __future__ import annotations

import dataclasses
import hashlib

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.convert import to_both
from ser_desktop.training.exports import DYNAMIC_RANGE, FLOAT, MOST_LOST, choose, keep_smallest, told
from ser_desktop.training.fit import library
from ser_desktop.training.measure import answers, measure
from ser_desktop.training.windows import Example
from tests.training.networks import CLASSES, SPEC, WINDOW_FRAMES, examples

NETWORK = AttentionBilstm(stem=34, kernel=5, stride=2, units=(34,), attention=8)
UARS = st.integers(0, 10_000).map(lambda shown: shown / 10_000)  # as manifests round them
SIZES = st.integers(1, 10**7)
MANIFEST = Manifest(
    name="test",
    title="Test",
    labels=("anger", "neutral", "sadness"),
    spec=SPEC,
    window_frames=WINDOW_FRAMES,
    attention_steps=NETWORK.steps(WINDOW_FRAMES),
    sha256="",
    temperature=1.0,
    unsure_below=0.0,
    licence="",
    training={"seed": 3},
)


@given(st.tuples(SIZES, UARS), st.dictionaries(st.text(min_size=1), st.tuples(SIZES, UARS), max_size=3))
def test_kept_is_the_smallest_that_loses_little(
    whole: tuple[int, float], others: dict[str, tuple[int, float]]
) -> None:
    """It is one of them, loses at most half a point, and every smaller one loses more."""
    exports = {**others, FLOAT: whole}
    size, uar = exports[choose(exports)]
    assert whole[1] - uar < MOST_LOST + 1e-9
    assert size <= whole[0]
    assert all(whole[1] - worth > MOST_LOST - 1e-9 for bytes_, worth in exports.values() if bytes_ < size)


@given(UARS.filter(lambda uar: uar > 0.01))
def test_half_a_point_may_be_lost_and_no_more(uar: float) -> None:
    """On the bound itself too, where binary fractions would decide by chance."""
    for lost, kept in ((-0.01, DYNAMIC_RANGE), (0.005, DYNAMIC_RANGE), (0.0051, FLOAT)):
        assert choose({FLOAT: (2, uar), DYNAMIC_RANGE: (1, round(uar - lost, 4))}) == kept


@given(UARS, SIZES)
def test_what_saves_nothing_is_not_kept(uar: float, size: int) -> None:
    """A network too small for 8-bit weights stays as it was."""
    assert choose({FLOAT: (size, uar), DYNAMIC_RANGE: (size, uar)}) == FLOAT


def exported(seed: int) -> dict[str, bytes]:
    """Convert a network with random weights and a steep decision into both files."""
    keras.utils.set_random_seed(seed)
    model = NETWORK.build(library(), WINDOW_FRAMES, SPEC.features, CLASSES)
    layer = model.get_layer("probabilities")
    layer.set_weights([8 * weight for weight in layer.get_weights()])
    return dict(zip((FLOAT, DYNAMIC_RANGE), to_both(model, NETWORK), strict=True))


@pytest.fixture(scope="module")
def exports() -> dict[str, bytes]:
    """One network, exported twice."""
    return exported(1)


@pytest.fixture(scope="module")
def spoiled(exports: dict[str, bytes]) -> dict[str, bytes]:
    """Put another network, that knows nothing of these clips, in the place of the smaller file."""
    return {**exports, DYNAMIC_RANGE: exported(5)[DYNAMIC_RANGE]}


def heard_by(content: bytes, heard: list[Example], *, wrong_every: int) -> list[Example]:
    """Label clips of which a file is sure as it hears them, but every so many of them otherwise."""
    probabilities = answers(MANIFEST, content, heard).probabilities
    second, first = np.sort(probabilities, 1)[:, -2:].T
    sure = np.flatnonzero(first - second > 0.05)
    assert len(sure) > len(heard) / 2
    decisions = probabilities.argmax(1)
    assert len(np.unique(decisions[sure])) > 1
    return [
        dataclasses.replace(
            heard[index], target=int(decisions[index] + (number % wrong_every == 0)) % CLASSES
        )
        for number, index in enumerate(sure)
    ]


@pytest.fixture(scope="module")
def validation(exports: dict[str, bytes]) -> list[Example]:
    """Return clips of which the float file hears four of five rightly."""
    return heard_by(exports[FLOAT], examples(6, seed=1), wrong_every=5)


@pytest.fixture(scope="module")
def test(exports: dict[str, bytes]) -> list[Example]:
    return heard_by(exports[FLOAT], examples(4, seed=2), wrong_every=3)


def kept(exports: dict[str, bytes], validation: list[Example], test: list[Example]) -> tuple[Manifest, bytes]:
    return keep_smallest(MANIFEST, exports, validation, test, seed=3)


def test_as_good_and_smaller_it_is_kept(
    exports: dict[str, bytes], validation: list[Example], test: list[Example]
) -> None:
    """The manifest vouches for that file, tells of both, and is what measuring that file alone gives."""
    manifest, content = kept(exports, validation, test)
    assert content == exports[DYNAMIC_RANGE]
    assert manifest.sha256 == hashlib.sha256(content).hexdigest()
    assert manifest.training["seed"] == 3
    assert manifest.training["export"] == DYNAMIC_RANGE
    for name, figures in manifest.training["exports"].items():
        alone = measure(MANIFEST, exports[name], validation, test, seed=3)
        assert figures == {
            "bytes": len(exports[name]),
            "validation_uar": alone.metrics["validation"]["all"]["uar"],
            "test_uar": alone.metrics["test"]["all"]["uar"],
        }
    assert dataclasses.replace(manifest, sha256="", training=MANIFEST.training) == alone
    assert list(manifest.training["exports"]) == [FLOAT, DYNAMIC_RANGE]


def test_where_it_loses_more_the_float_one_is_kept(
    spoiled: dict[str, bytes], validation: list[Example], test: list[Example]
) -> None:
    """However small the other is."""
    manifest, content = kept(spoiled, validation, test)
    assert content == spoiled[FLOAT]
    assert manifest.training["export"] == FLOAT
    assert manifest.sha256 == hashlib.sha256(content).hexdigest()
    figures = manifest.training["exports"]
    assert figures[DYNAMIC_RANGE]["bytes"] < figures[FLOAT]["bytes"]
    assert figures[DYNAMIC_RANGE]["validation_uar"] < figures[FLOAT]["validation_uar"] - MOST_LOST


def test_test_speakers_choose_nothing(
    spoiled: dict[str, bytes], validation: list[Example], test: list[Example]
) -> None:
    """With test speakers whom only the file that loses hears rightly, the same one is kept."""
    fooled = heard_by(spoiled[DYNAMIC_RANGE], test, wrong_every=100)
    manifest, content = kept(spoiled, validation, fooled)
    figures = manifest.training["exports"]
    assert figures[DYNAMIC_RANGE]["test_uar"] > figures[FLOAT]["test_uar"] + MOST_LOST
    assert content == spoiled[FLOAT]


def test_every_clip_is_counted(
    exports: dict[str, bytes], validation: list[Example], test: list[Example]
) -> None:
    """A bar that ends at its end: each file hears validation twice and test once."""
    done: list[None] = []
    keep_smallest(MANIFEST, exports, validation, test, 3, lambda: done.append(None))
    assert len(done) == 2 * (2 * len(validation) + len(test))


def test_it_is_told_in_one_line() -> None:
    """Which one, how large both are and what both are worth on validation speakers."""
    figures = {
        FLOAT: {"bytes": 873_588, "validation_uar": 0.5824, "test_uar": 0.9},
        DYNAMIC_RANGE: {"bytes": 248_312, "validation_uar": 0.5838, "test_uar": 0.9},
    }
    facts = {"exports": figures, "export": DYNAMIC_RANGE}
    assert told(dataclasses.replace(MANIFEST, training=facts)) == (
        "Kept: 8-bit weights (float weights 874 kB, validation UAR 0.582; "
        "8-bit weights 248 kB, validation UAR 0.584)."
    )
