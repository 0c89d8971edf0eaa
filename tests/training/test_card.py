"""The card tells the truth: every figure is the manifest's, and what nobody measured is not claimed."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from ser_desktop.inference.manifest import CARD_FILE, Manifest, load
from ser_desktop.training.architectures import KINDS
from ser_desktop.training.card import _NETWORKS, card
from tests.training.conftest import Trained


@pytest.fixture
def manifest(trained: Trained) -> Manifest:
    """Return the manifest of a model that was really trained."""
    return load(trained.folder).manifest


def changed(manifest: Manifest, **changes: Any) -> Manifest:
    """Give the manifest other training facts."""
    return dataclasses.replace(manifest, training={**manifest.training, **changes})


def test_it_lies_beside_the_model(trained: Trained, manifest: Manifest) -> None:
    """What a person reads is made from what the program reads."""
    assert (trained.folder / CARD_FILE).read_text(encoding="utf-8") == card(manifest)


def test_figures_are_those_of_the_test_speakers(manifest: Manifest) -> None:
    """Not of validation, on which choices were made."""
    test = {**manifest.metrics["test"]["all"], "uar": 0.4321, "uar_interval_95": [0.1111, 0.7777]}
    told = card(dataclasses.replace(manifest, metrics={"test": {**manifest.metrics["test"], "all": test}}))
    assert "UAR 43.2 % (95 % interval over speakers 11.1 to 77.8; chance 33.3 %)" in told
    assert f"{test['clips']} clips of {test['speakers']} speakers" in told
    assert "seed 1" in told


def test_it_is_complete(manifest: Manifest) -> None:
    """Purpose, figures, data, limits, licence, and what it must not be used for."""
    told = card(manifest)
    headings = [line.removeprefix("## ") for line in told.splitlines() if line.startswith("## ")]
    assert headings == [
        "What it is worth on voices that it never met",
        "What it learned from",
        "Use",
        "Limits",
        "Licence",
    ]
    assert manifest.licence in told
    assert all(label in told for label in manifest.labels)
    assert "Not for judging people" in told
    assert "| folder | 54 | 6 | 1, 2 | 1 | the user's own recordings |" in told
    assert "None" not in told


def test_a_single_speaker_has_no_interval(manifest: Manifest) -> None:
    """Resampling one voice says nothing."""
    alone = {**manifest.metrics["test"]["all"], "uar_interval_95": None}
    metrics = {"test": {**manifest.metrics["test"], "corpora": {"folder": alone}}}
    assert "| one speaker |" in card(dataclasses.replace(manifest, metrics=metrics))


def test_what_has_no_figure_is_said(manifest: Manifest) -> None:
    """A corpus trained on whole, an emotion that no test speaker shows."""
    corpora = {**manifest.training["corpora"], "tess": {**manifest.training["corpora"]["folder"]}}
    corpora["tess"]["test_speakers"] = []
    assert "No figure for tess: too few speakers" in card(changed(manifest, corpora=corpora))
    test = manifest.metrics["test"]["all"]
    recall = {label: value for label, value in test["recall"].items() if label != "anger"}
    metrics = {"test": {**manifest.metrics["test"], "all": {**test, "recall": recall}}}
    told = card(dataclasses.replace(manifest, metrics=metrics))
    assert "No figure for anger: none of the test speakers sounds so." in told
    assert "No figure" not in card(manifest)


def test_both_exports_are_compared(manifest: Manifest) -> None:
    """Size and UAR of either, and which is in the folder; a model from before there were two has no word."""
    figures = {
        "float": {"bytes": 873_588, "validation_uar": 0.5824, "test_uar": 0.6134},
        "dynamic_range": {"bytes": 248_312, "validation_uar": 0.5638, "test_uar": 0.6151},
    }
    told = card(changed(manifest, exports=figures, export="float"))
    assert "at most 0.5 points of UAR on validation speakers: here float weights." in told
    assert "| float weights | 874 kB | 58.2 % | 61.3 % |" in told
    assert "| 8-bit weights | 248 kB | 56.4 % | 61.5 % |" in told
    facts = {name: fact for name, fact in manifest.training.items() if name not in {"exports", "export"}}
    assert "8-bit" in card(manifest)
    assert "8-bit" not in card(dataclasses.replace(manifest, training=facts))


def test_oddities_are_repeated(manifest: Manifest) -> None:
    """Unnamed speakers, merged emotions, the corpora's own remarks, a run cut short."""
    corpora = {"folder": {**manifest.training["corpora"]["folder"], "remarks": ["Two files are one."]}}
    clips = {**manifest.training["clips"], "unnamed_speakers": 7}
    odd = changed(manifest, corpora=corpora, clips=clips, merge={"calm": "neutral"}, interrupted=True)
    for sentence in (
        "7 training clips are by speakers",
        "calm as neutral",
        "Two files are one.",
        "Stopped by",
    ):
        assert sentence in card(odd)
        assert sentence not in card(manifest)


@pytest.mark.parametrize(
    ("confusion", "told"),
    [
        ([[9, 1, 0], [0, 10, 0], [0, 30, 70]], "sadness taken for neutral (30.0 % of it)"),
        ([[5, 5, 0], [0, 10, 0], [0, 30, 70]], "anger taken for neutral (50.0 % of it)"),
        ([[10, 0, 0], [0, 10, 0], [0, 0, 0]], ""),
    ],
)
def test_the_worst_mistake_is_the_measured_one(
    manifest: Manifest, confusion: list[list[int]], told: str
) -> None:
    """By share of the class, not by count; nothing is claimed where nothing went wrong."""
    test = {**manifest.metrics["test"]["all"], "confusion": confusion}
    text = card(dataclasses.replace(manifest, metrics={"test": {**manifest.metrics["test"], "all": test}}))
    assert ("Its worst mistake" in text) == bool(told)
    assert told in text


def test_every_kind_of_network_has_words() -> None:
    """A card that cannot name its network would end a training at its very end."""
    assert set(_NETWORKS) == set(KINDS)
