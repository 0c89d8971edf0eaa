"""Whatever is known of a speaker is judged on the same clips, and none of these made the profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ser_desktop.inference.manifest import load
from ser_desktop.training.corpora import load_corpus
from ser_desktop.training.evaluate import uar
from ser_desktop.training.personal import DRAWS, Listener, sittings
from ser_desktop.training.protocols.folds import leave_one_speaker_out
from ser_desktop.training.protocols.jobs import Job, hear, run
from ser_desktop.training.protocols.page_measures import SECTIONS
from ser_desktop.training.protocols.personal import UNKNOWN, calibrated
from ser_desktop.training.recipes import Recipe
from tests.training.conftest import RECIPE
from tests.training.voices import EMOTIONS

QUICK: Recipe = replace(
    RECIPE, name="quick", labels=EMOTIONS, schedule=replace(RECIPE.schedule, epochs=1, steps=3)
)


@pytest.fixture(scope="module")
def jobs(voices: Path, feature_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, ...]:
    """Train two folds of the made voices."""
    clips = [clip for clip in load_corpus("folder", voices).clips if clip.path.stem != "damaged"]
    folds = leave_one_speaker_out(clips, 1)[:2]
    place = tmp_path_factory.mktemp("folds")
    made = tuple(Job("P1", QUICK, fold, place, feature_cache, str(n) * 16) for n, fold in enumerate(folds))
    for job in made:
        run(job)
    return made


@pytest.fixture(scope="module")
def measured(jobs: tuple[Job, ...]) -> dict[str, Any]:
    heard: list[None] = []
    told = calibrated(jobs, lambda: heard.append(None))
    assert len(heard) == sum(len(job.fold.test) for job in jobs)
    return told


def test_every_way_of_knowing_somebody_is_judged(jobs: tuple[Job, ...], measured: dict[str, Any]) -> None:
    """Beside the plain answer: by a profile, by what was said before, by both, and by all that was said."""
    for job in jobs:
        assert load(job.folder).manifest.calibration is not None
    told = [way["way"] for way in measured["ways"]]
    assert told[0] == UNKNOWN
    assert [way[:3] for way in told[1:]] == ["(a)", "(b)", "(a)", "(c)"]
    assert any(way["uar_change"] for way in measured["ways"][1:])


def test_all_ways_are_judged_on_the_same_clips(jobs: tuple[Job, ...], measured: dict[str, Any]) -> None:
    """Nothing known is the model's own answer, to all clips but those that would make the profile."""
    ways = {way["way"]: way for way in measured["ways"]}
    assert measured["speakers"] == 2
    assert measured["clips"] == sum(len(job.fold.test) for job in jobs)
    for at, draw in enumerate(DRAWS):
        targets, decisions = [], []
        for job in jobs:
            model = load(job.folder)
            listener = Listener(model.manifest, model.content)
            for sitting in sittings(hear(job, job.fold.test, 0), model.manifest, draw):
                assert sitting.calibrating
                targets += [example.target for example in sitting.said]
                decisions += [int(listener.answer(example).argmax()) for example in sitting.said]
        expected = uar(np.array(targets), np.array(decisions))
        assert ways[UNKNOWN]["uar_per_draw"][at] == pytest.approx(expected, abs=1e-4)
    for way in ways.values():
        assert len(way["uar_per_draw"]) == len(DRAWS)
        changes = np.array(way["uar_per_draw"]) - ways[UNKNOWN]["uar_per_draw"]
        np.testing.assert_allclose(way["uar_change_per_draw"], changes, atol=2e-4)
        assert way["uar_change"] == pytest.approx(changes.mean(), abs=2e-4)
        assert way["uar_change_deviation"] == pytest.approx(changes.std(ddof=1), abs=2e-4)


def test_a_fold_from_before_is_measured_alike(jobs: tuple[Job, ...], measured: dict[str, Any]) -> None:
    """A manifest that offers no calibration gets the one that its training would have made."""
    path = jobs[0].folder / "manifest.json"
    kept = path.read_text(encoding="utf-8")
    try:
        older = replace(load(jobs[0].folder).manifest, calibration=None)
        path.write_text(older.to_json(), encoding="utf-8")
        assert calibrated(jobs, lambda: None) == measured
    finally:
        path.write_text(kept, encoding="utf-8")


def test_validation_speakers_judge_where_that_is_asked(jobs: tuple[Job, ...]) -> None:
    """So that what the opinion counts can be chosen on them; where it counts nothing, nothing changes."""
    heard: list[None] = []
    told = calibrated(jobs[:1], lambda: heard.append(None), judging=lambda fold: fold.validation, share=0.0)
    assert told["clips"] == len(heard) == len(jobs[0].fold.validation)
    assert {way["uar_change"] for way in told["ways"][:-1]} == {0.0}


def test_the_page_tells_every_way(measured: dict[str, Any]) -> None:
    """With what it gains or loses."""
    _, _, tell = SECTIONS["P5"]
    text = "\n".join(tell([{"system": "quick (P1)", "seeds": [1], "measured": measured}]))
    for way in measured["ways"]:
        assert f"{way['way']} | {100 * way['uar']:.1f}" in text
        assert f"{100 * way['uar_change']:+.1f}" in text
