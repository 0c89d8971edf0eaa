"""A fold's outcome: what its test clips were never asked, and that it is taken for no other's."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop.inference.manifest import MANIFEST_FILE, load
from ser_desktop.inference.runner import Runner
from ser_desktop.training import opinion
from ser_desktop.training.corpora import Clip, load_corpus
from ser_desktop.training.extract import extract
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import examples_of
from ser_desktop.training.protocols.folds import Fold, leave_one_speaker_out
from ser_desktop.training.protocols.jobs import Job, job_key, outcome, run, sound_digest
from ser_desktop.training.recipes import Recipe
from tests.training.conftest import RECIPE
from tests.training.networks import OPINIONATED
from tests.training.voices import EMOTIONS, RATE_HZ

QUICK = replace(RECIPE, name="quick", labels=EMOTIONS, schedule=replace(RECIPE.schedule, epochs=2, steps=3))
WITH_OPINION = replace(QUICK, network=OPINIONATED)
Change = Callable[[Recipe, Fold], tuple[Recipe, Fold]]


@pytest.fixture(scope="module")
def fold(voices: Path) -> Fold:
    """Leave out one of six made voices."""
    clips = [clip for clip in load_corpus("folder", voices).clips if clip.path.stem != "damaged"]
    return leave_one_speaker_out(clips, 1)[0]


def job(place: Path, cache: Path, fold: Fold, recipe: Recipe = QUICK) -> Job:
    return Job("P1", recipe, fold, place, cache, "0" * 16)


def noise_instead(fold: Fold, folder: Path) -> Fold:
    """Put other sounds, under other names and labels, in the place of the test clips."""
    rng = np.random.default_rng(5)
    clips = []
    for number in range(4):
        path = folder / f"{number}.wav"
        soundfile.write(path, rng.uniform(-0.5, 0.5, RATE_HZ), RATE_HZ)
        clips.append(Clip(path, "folder", "folder/nobody", "m", EMOTIONS[number % 2]))
    return replace(fold, test=tuple(clips))


@pytest.mark.parametrize("recipe", [QUICK, WITH_OPINION], ids=["plain", "with-opinion"])
def test_test_clips_decide_nothing(
    fold: Fold, feature_cache: Path, tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noise in their place gives the same model, normaliser, epoch, temperature and threshold, to the bit.

    So it does the same opinion on people who are known, and the same averages to compare them with.
    The files differ in names that the converter counts up; what they answer does not.
    """
    monkeypatch.setattr(opinion, "_STEPS", 100)
    windows = np.random.default_rng(1).normal(0, 1, (5, recipe.window_frames, recipe.spec.features))
    made = []
    for name, each in (("voices", fold), ("noise", noise_instead(fold, tmp_path))):
        done = job(tmp_path / name, feature_cache, each, recipe)
        run(done)
        manifest = json.loads((done.folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        runner = Runner(load(done.folder))
        told = [np.concatenate(runner.run(window.astype(np.float32))) for window in windows]
        metrics = manifest.pop("metrics")
        manifest.pop("sha256")
        made.append((told, manifest, metrics))
    (told, manifest, metrics), (told_2, manifest_2, metrics_2) = made
    for one, other in zip(told, told_2, strict=True):
        np.testing.assert_array_equal(one, other)
    assert manifest == manifest_2
    assert manifest["calibration"]
    assert bool(manifest["tensors"]["personal"]) == (recipe == WITH_OPINION)
    assert metrics != metrics_2


def test_the_outcome_is_that_of_the_exported_model(fold: Fold, feature_cache: Path, tmp_path: Path) -> None:
    """What is kept is what the file in the folder answers, clip for clip; nothing else is left behind."""
    done = job(tmp_path, feature_cache, fold)
    run(done)
    assert done.done
    assert [path.name for path in tmp_path.iterdir()] == [done.folder.name]
    kept, model = outcome(done), load(done.folder)
    features = extract(fold.test, QUICK.spec, feature_cache, variants=0)
    again = answers(model.manifest, model.content, examples_of(fold.test, features, QUICK.labels, QUICK.spec))
    assert np.abs(kept.answers.probabilities - again.probabilities).max() < 1e-6
    assert kept.answers.targets.tolist() == again.targets.tolist()
    assert kept.answers.speakers == tuple(clip.speaker for clip in fold.test)
    assert len(kept.clips) == len(set(kept.clips)) == len(fold.test)


def digests(fold: Fold) -> dict[Path, str]:
    return {clip.path: sound_digest(clip) for clip in (*fold.train, *fold.validation, *fold.test)}


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda recipe, fold: (replace(recipe, name="other", title="Other"), fold), True),
        (lambda recipe, fold: (replace(recipe, schedule=replace(recipe.schedule, seed=2)), fold), False),
        (lambda recipe, fold: (replace(recipe, variants=9), fold), False),
        (lambda recipe, fold: (replace(recipe, network=replace(recipe.network, dropout=0.9)), fold), False),
        (lambda recipe, fold: (replace(recipe, spec=replace(recipe.spec, mels=40)), fold), False),
        (lambda recipe, fold: (recipe, replace(fold, train=fold.train[1:])), False),
        (lambda recipe, fold: (recipe, replace(fold, validation=fold.test, test=fold.validation)), False),
        (
            lambda recipe, fold: (
                recipe,
                replace(fold, train=(replace(fold.train[0], label="fear"), *fold.train[1:])),
            ),
            False,
        ),
    ],
)
def test_the_key_tells_outcomes_apart(fold: Fold, change: Change, same: bool) -> None:  # noqa: FBT001 - a parameter
    """Whatever decides what comes out is in the name of its folder; a mere name is not."""
    sounds = {
        clip.path: sound_digest(clip) for part in (fold.train, fold.validation, fold.test) for clip in part
    }
    assert (job_key(QUICK, fold, sounds) == job_key(*change(QUICK, fold), sounds)) is same


def test_another_sound_has_another_key(fold: Fold) -> None:
    """Recordings that were replaced under the same names are other recordings."""
    sounds = {
        clip.path: sound_digest(clip) for part in (fold.train, fold.validation, fold.test) for clip in part
    }
    changed = {**sounds, fold.test[0].path: "another"}
    assert job_key(QUICK, fold, sounds) != job_key(QUICK, fold, changed)
