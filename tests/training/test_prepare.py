"""What is learned from: nobody who judges, nothing of theirs, and nothing that was not asked for."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import soundfile
from rich.console import Console

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.features.windows import normalise
from ser_desktop.training.corpora import Clip, Corpus
from ser_desktop.training.prepare import Material, choose_clips, fit_normaliser, prepare, without_copies
from ser_desktop.training.progress import ConsoleProgress
from ser_desktop.training.windows import Example
from tests.training.conftest import Ask
from tests.training.voices import EMOTIONS, RATE_HZ


def quiet() -> ConsoleProgress:
    return ConsoleProgress(Console(quiet=True))


def speakers(part: tuple[Example, ...]) -> set[str]:
    return {example.speaker for example in part}


def corpus(name: str, *labels: str) -> Corpus:
    clips = tuple(
        Clip(Path(f"/{name}/{n}.wav"), name, f"{name}/1", "f", label) for n, label in enumerate(labels)
    )
    return Corpus(name, clips, (), "", "")


@pytest.fixture
def changed(voices: Path, tmp_path: Path) -> Path:
    """Copy the corpus, to be changed."""
    return Path(shutil.copytree(voices, tmp_path / "changed"))


def replace_recordings(folder: Path, speaker: str) -> None:
    """Put loud noise in the place of everything that one speaker ("folder/NAME") said."""
    for path in folder.glob(f"*/{Path(speaker).name}/*.wav"):
        noise = np.random.default_rng(list(f"{path.parent.name}{path.name}".encode())).uniform(
            -0.9, 0.9, RATE_HZ
        )
        soundfile.write(path, noise, RATE_HZ)


@pytest.fixture
def material(ask: Ask) -> Material:
    return prepare(ask(), quiet())


def test_nobody_is_in_two_parts(material: Material) -> None:
    """All six speakers are somewhere, each in one part; every part is heard."""
    parts = [speakers(part) for part in (material.training, material.validation, material.test)]
    assert all(parts)
    assert Counter(name for part in parts for name in part) == Counter(f"folder/speaker{n}" for n in range(6))


def test_all_clips_but_the_damaged_one_are_used(material: Material) -> None:
    """It is counted as skipped, so that manifest and card tell the truth."""
    used = [*material.training, *material.validation, *material.test]
    assert len(used) == 54
    assert material.skipped["folder"] == 1
    assert material.labels == EMOTIONS
    assert Counter(example.target for example in used) == {0: 18, 1: 18, 2: 18}


def test_only_training_clips_have_variants(material: Material) -> None:
    """Who judges is heard as recorded."""
    assert {len(example.features) for example in material.training} == {2}
    assert {len(example.features) for example in (*material.validation, *material.test)} == {1}


@pytest.mark.parametrize("part", ["validation", "test"])
def test_the_normaliser_never_hears_who_judges(
    ask: Ask, material: Material, changed: Path, part: str
) -> None:
    """Whatever the held-out speakers sound like, features, normaliser and training clips stay the same."""
    for name in speakers(getattr(material, part)):
        replace_recordings(changed, name)
    other = prepare(ask(corpora=(("folder", changed),)), quiet())
    assert other.spec == material.spec
    for ours, theirs in zip(other.training, material.training, strict=True):
        assert all(map(np.array_equal, ours.features, theirs.features))
    ours, theirs = getattr(other, part)[0], getattr(material, part)[0]
    assert not np.array_equal(ours.features[0], theirs.features[0])


def test_the_normaliser_does_hear_training(ask: Ask, material: Material, changed: Path) -> None:
    """The test above could not fail if the statistics came from nowhere."""
    replace_recordings(changed, min(speakers(material.training)))
    other = prepare(ask(corpora=(("folder", changed),)), quiet())
    assert other.spec.normaliser.mean != material.spec.normaliser.mean


def test_the_digest_knows_what_is_learned_from(ask: Ask, material: Material, changed: Path) -> None:
    """A resumed run must meet the same recordings; test speakers have no part in it."""
    assert prepare(ask(), quiet()).digest() == material.digest()
    for name in speakers(material.test):
        replace_recordings(changed, name)
    request = ask(corpora=(("folder", changed),))
    assert prepare(request, quiet()).digest() == material.digest()
    replace_recordings(changed, min(speakers(material.validation)))
    assert prepare(request, quiet()).digest() != material.digest()


def test_copies_of_held_out_recordings_are_not_trained_on(
    ask: Ask, material: Material, changed: Path
) -> None:
    """The same voice under another name would be learned by heart; it is left out, and told."""
    heard = min(speakers(material.test)).split("/")[1]
    shutil.copytree(changed / "anger" / heard, changed / "anger" / "unknown")
    console = Console(record=True, width=200)
    other = prepare(ask(corpora=(("folder", changed),)), ConsoleProgress(console))
    held_out = {e.features[0].tobytes() for e in (*other.validation, *other.test)}
    assert not [e for e in other.training if e.features[0].tobytes() in held_out]
    assert "3 copies of held-out recordings are left out" in console.export_text()
    assert other.skipped["folder"] == 1 + 3


def test_without_copies_leaves_the_others() -> None:
    """Only what is equal to the last bit goes."""
    made = [Example((np.full((4, 2), n, np.float32),), 0, "c", f"c/{n}", "f") for n in range(4)]
    assert without_copies(made, made[1:3]) == [made[0], made[3]]


def test_labels_are_chosen_and_merged() -> None:
    """Only wanted emotions, in the order in which everything shows them."""
    given = [corpus("a", "sadness", "calm", "anger"), corpus("b", "fear", "neutral")]
    clips, labels = choose_clips(given, (), {})
    assert labels == ("anger", "fear", "neutral", "calm", "sadness")
    assert len(clips) == 5
    clips, labels = choose_clips(given, ("neutral", "anger"), {"calm": "neutral"})
    assert labels == ("anger", "neutral")
    assert [(clip.corpus, clip.label) for clip in clips] == [
        ("a", "neutral"),
        ("a", "anger"),
        ("b", "neutral"),
    ]


@pytest.mark.parametrize(
    ("given", "wanted", "code"),
    [
        ([corpus("a", "anger", "fear")], ("anger", "calm"), "missing-label"),
        ([corpus("a", "anger", "anger")], (), "one-label"),
        ([corpus("a", "anger", "fear")], ("fear",), "one-label"),
        ([corpus("a", "anger", "fear"), corpus("a", "anger", "fear")], (), "given-twice"),
    ],
)
def test_what_cannot_be_learned_is_told(given: list[Corpus], wanted: tuple[str, ...], code: str) -> None:
    """Before hours are spent on it."""
    with pytest.raises(UserError) as caught:
        choose_clips(given, wanted, {})
    assert caught.value.code == code
    assert caught.value.remedy


def test_an_emotion_that_only_judges_have_is_told(ask: Ask, material: Material, changed: Path) -> None:
    """A network cannot learn what it never hears."""
    for name in speakers(material.training):
        shutil.rmtree(changed / "sadness" / Path(name).name)
    with pytest.raises(UserError) as caught:
        prepare(ask(corpora=(("folder", changed),)), quiet())
    assert caught.value.code == "label-not-trained"
    assert "sadness" in caught.value.title


def test_judges_who_cannot_be_heard_are_told(ask: Ask, material: Material, changed: Path) -> None:
    """Without a single test clip there is no honest figure, and so no model."""
    for name in speakers(material.test):
        for path in changed.glob(f"*/{Path(name).name}/*.wav"):
            soundfile.write(path, np.zeros(100), RATE_HZ)  # a header as good as any, and too short
    with pytest.raises(UserError) as caught:
        prepare(ask(corpora=(("folder", changed),)), quiet())
    assert caught.value.code == "nobody-heard"
    assert "test" in caught.value.title


@pytest.mark.parametrize("kind", ["training", "level"])
def test_normalised_training_frames_have_mean_zero_and_scale_one(kind: str) -> None:
    """What the network sees is centred, level made relative first where the kind says so."""
    rng = np.random.default_rng(3)
    spec = FeatureSpec(delta_order=0, coefficients=5, normaliser=Normaliser(kind))  # type: ignore[arg-type]
    frames = [rng.normal([200, 10, 5, 0, -3], [20, 5, 4, 3, 2], (n, 5)).astype(np.float32) for n in (90, 40)]
    examples = [Example((clip,), 0, "c", "c/1", "f") for clip in frames]
    fitted = dataclasses.replace(spec, normaliser=fit_normaliser(examples, spec))
    seen = np.concatenate([normalise(clip, fitted) for clip in frames])
    assert seen.mean(0) == pytest.approx(np.zeros(5), abs=1e-3)
    assert seen.std(0) == pytest.approx(np.ones(5), abs=1e-3)


@pytest.mark.parametrize("kind", ["none", "utterance"])
def test_some_normalisers_need_no_statistics(kind: str) -> None:
    """They stay as they were asked for."""
    spec = FeatureSpec(delta_order=0, coefficients=5, normaliser=Normaliser(kind))  # type: ignore[arg-type]
    assert fit_normaliser([], spec) == spec.normaliser
