"""The models that ship are what their manifests, cards and the front page say they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ser_desktop import paths
from ser_desktop.inference.manifest import CARD_FILE, load
from ser_desktop.training.card import card
from ser_desktop.training.corpora import Skipped, load_corpus
from ser_desktop.training.evaluate import uar
from ser_desktop.training.extract import extract
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import choose_clips, examples_of

GENERAL = paths.home() / "models" / "general"
SEVEN = ("anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise")


def test_general_hears_seven_emotions_well_above_chance() -> None:
    """The default model names the seven emotions; on held-out speakers its UAR is at least 0.45."""
    manifest = load(GENERAL).manifest
    assert manifest.labels == SEVEN
    assert manifest.metrics["test"]["all"]["uar"] >= 0.45


def test_card_is_the_manifests() -> None:
    """Nobody has polished the card by hand."""
    assert (GENERAL / CARD_FILE).read_text(encoding="utf-8") == card(load(GENERAL).manifest)


def test_front_page_quotes_the_manifest() -> None:
    """The figure in the README is the shipped model's, with its interval and its number of speakers."""
    page = " ".join((paths.home() / "README.md").read_text(encoding="utf-8").split())
    quoted = re.search(
        r"voices of (\d+) people .*? recalls ([\d.]+) % .*? speakers ([\d.]+) to ([\d.]+)\)", page
    )
    figures = load(GENERAL).manifest.metrics["test"]["all"]
    measured = [figures["uar"], *figures["uar_interval_95"]]
    assert quoted
    assert [int(quoted[1]), *map(float, quoted.groups()[1:])] == [
        figures["speakers"],
        *(pytest.approx(100 * value, abs=0.051) for value in measured),
    ]


def test_speakers_of_the_figures_were_not_trained_on() -> None:
    """Test and validation speakers are named, and differ."""
    for corpus in load(GENERAL).manifest.training["corpora"].values():
        assert not set(corpus["test_speakers"]) & set(corpus["validation_speakers"])


@pytest.mark.corpora
@pytest.mark.parametrize("corpus", ["emodb", pytest.param("all", marks=pytest.mark.soak)])
def test_figure_can_be_measured_again(corpora: Path, tmp_path: Path, corpus: str) -> None:
    """The shipped file, run by the program's runtime on the named test speakers, gives the manifest's UAR.

    The UAR of one corpus, and in a soak that of all of them together.
    """
    model = load(GENERAL)
    manifest, training = model.manifest, model.manifest.training
    found = [load_corpus(name, corpora / name) for name in training["corpora"]]
    clips, _ = choose_clips(found, manifest.labels, training["merge"])
    held_out = {name for each in training["corpora"].values() for name in each["test_speakers"]}
    clips = tuple(clip for clip in clips if clip.speaker in held_out and corpus in {clip.corpus, "all"})
    features = extract(clips, manifest.spec, tmp_path, variants=0)
    assert not [sound for sound in features if isinstance(sound, Skipped)]
    examples = examples_of(clips, features, manifest.labels, manifest.spec)
    heard = answers(manifest, model.content, examples)
    measured = uar(heard.targets, heard.probabilities.argmax(1))
    figures = {"all": manifest.metrics["test"]["all"], **manifest.metrics["test"]["corpora"]}
    assert measured == pytest.approx(figures[corpus]["uar"], abs=0.002 if corpus == "all" else 0.02)
