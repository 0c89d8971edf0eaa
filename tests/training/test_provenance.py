"""A model tells where it comes from, so that anybody can make it again, and knows under which terms."""

from __future__ import annotations

import json
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.training.corpora import Clip, Corpus
from ser_desktop.training.prepare import Material
from ser_desktop.training.provenance import licence, provenance
from ser_desktop.training.windows import Example


def spoken(corpus: str, speaker: int, target: int) -> Example:
    return Example((np.zeros((2, 3), np.float32),), target, corpus, f"{corpus}/{speaker}", "f")


def found(name: str, terms: str, *remarks: str) -> Corpus:
    clip = Clip(Path(f"/secret/place/{name}.wav"), name, f"{name}/1", "f", "anger")
    return Corpus(name, (clip,), (), terms, f"{name} et al.", remarks)


MATERIAL = Material(
    labels=("anger", "fear"),
    spec=FeatureSpec(),
    training=(*(spoken("a", 1, n % 2) for n in range(4)), spoken("b", 1, 0)),
    validation=(spoken("a", 2, 0),),
    test=(spoken("a", 3, 0), spoken("a", 4, 1)),
    corpora=(found("a", "CC0"), found("b", "CC BY-NC 4.0", "Odd.")),
    skipped=Counter({"a": 3}),
    unnamed=2,
)


def test_every_clip_and_speaker_is_accounted_for() -> None:
    """Who was trained on, who chose, who judged; what was skipped and who is unknown."""
    told = provenance(MATERIAL)
    assert told["clips"] == {"training": 5, "validation": 1, "test": 2, "unnamed_speakers": 2}
    assert told["corpora"]["a"] == {
        "clips": 7,
        "labels": {"anger": 4, "fear": 3},
        "speakers": 4,
        "training_speakers": ["a/1"],
        "validation_speakers": ["a/2"],
        "test_speakers": ["a/3", "a/4"],
        "skipped": 3,
        "remarks": [],
        "licence": "CC0",
        "citation": "a et al.",
    }
    assert told["corpora"]["b"]["test_speakers"] == []
    assert told["corpora"]["b"]["skipped"] == 0
    assert told["corpora"]["b"]["remarks"] == ["Odd."]


def test_versions_are_those_installed() -> None:
    """Another version may give another model."""
    assert provenance(MATERIAL)["libraries"]["keras"] == version("keras")


def test_nothing_private_is_told() -> None:
    """A model is given away; where its maker keeps recordings is nobody's business."""
    assert "secret" not in json.dumps(provenance(MATERIAL))


def test_terms_of_every_corpus_are_passed_on() -> None:
    """The strictest of them binds."""
    told = licence(provenance(MATERIAL)["corpora"])
    assert "a: CC0" in told
    assert "b: CC BY-NC 4.0" in told
    assert "forbids commercial use" in told
