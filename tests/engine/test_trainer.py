"""Training from the window: real processes and real models; what is asked for happens, nothing is left."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ser_desktop.engine import trainerorder
from ser_desktop.engine.trainer import (
    Effort,
    Looked,
    Trainer,
    Training,
    TrainingOrder,
    TrainingState,
    folder_name,
    missing_trainer,
)
from ser_desktop.engine.trainerorder import PACKAGES
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import load
from tests.training.voices import EMOTIONS, write_corpus

ROOT = Path(__file__).resolve().parents[2]
RECIPE = str(ROOT / "tests" / "training" / "quick.toml")
PATIENCE_S = 240.0
ENDLESS = Effort(5000, 4, 0)


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four speakers' recordings, one folder that is no emotion, and one file that is no sound."""
    folder = write_corpus(tmp_path_factory.mktemp("voices"), speakers=4, takes=2)
    (folder / "tea" / "bob").mkdir(parents=True)
    shutil.copy(folder / "anger" / "speaker0" / "00.wav", folder / "tea" / "bob")
    (folder / "anger" / "speaker0" / "no.wav").write_text("no sound")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the trainers keep what they hear in a place of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def trainer(tmp_path: Path) -> Iterator[Trainer]:
    trainer = Trainer(tmp_path / "models")
    yield trainer
    trainer.close()


def until(true: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline_s
        time.sleep(0.005)


def course(trainer: Trainer) -> list[Training]:
    """All that is seen of a training by somebody who looks often, to its end."""
    seen = [trainer.training]
    while seen[-1].running:
        until(lambda: trainer.training is not seen[-1])
        seen.append(trainer.training)
    return seen


def order(voices: Path, effort: Effort = ENDLESS, **changes: object) -> TrainingOrder:
    return TrainingOrder(voices, "mine", "Mine", effort, **{"recipe": RECIPE, **changes})  # type: ignore[arg-type]


def look(trainer: Trainer, folder: Path) -> Looked:
    trainer.look(folder)
    until(lambda: trainer.looked is not None and trainer.looked.finished)
    assert trainer.looked is not None
    return trainer.looked


def test_from_a_folder_to_a_model(trainer: Trainer, voices: Path, tmp_path: Path) -> None:
    """States in their order, epochs as they come, what was found, and a model that loads."""
    trainer.start(order(voices, Effort(3, 4, 0)))
    with pytest.raises(UserError) as caught:
        trainer.start(order(voices))
    assert caught.value.code == "training-runs"
    seen = course(trainer)
    last = seen[-1]
    states = [state for state, _ in itertools.groupby(training.state for training in seen)]
    assert states == ["preparing", "training", "measuring", "done"], last.error
    assert all(training.phase for training in seen[:-1])
    live = [len(training.epochs) for training in seen if training.state is TrainingState.TRAINING]
    assert 0 in live, "epochs are told as they come, not at the end"
    assert live == sorted(live)
    assert [epoch.number for epoch in last.epochs] == [1, 2, 3]
    assert all(epoch.loss > 0 and epoch.validation_loss for epoch in last.epochs)
    assert all(training.done <= training.total for training in seen)
    assert last.found is not None
    assert last.found.labels == tuple((label, 8) for label in EMOTIONS)
    assert last.model is not None
    assert last.model.folder == tmp_path / "models" / "mine"
    manifest = load(last.model.folder).manifest
    assert (manifest.title, manifest.labels) == ("Mine", last.model.labels)
    assert last.model.figures == manifest.metrics["test"]["all"]
    assert last.model.strangers
    assert list((tmp_path / "models").iterdir()) == [last.model.folder]
    trainer.start(order(voices))
    again = course(trainer)[-1]
    assert again.state is TrainingState.FAILED
    assert again.error is not None
    assert again.error.code == "exists"


def test_stopped_it_keeps_the_best_so_far(trainer: Trainer, voices: Path, tmp_path: Path) -> None:
    """And its state, so that it can be trained on."""
    trainer.start(order(voices))
    until(lambda: trainer.training.epochs)
    trainer.stop()
    assert trainer.training.stopping
    last = course(trainer)[-1]
    assert last.state is TrainingState.STOPPED, last.error
    assert not last.stopping
    assert last.model is not None
    assert load(last.model.folder).manifest.training["interrupted"]
    assert trainer.unfinished("mine")
    trainer.discard_unfinished("mine")
    assert list((tmp_path / "models").iterdir()) == [last.model.folder]


def test_stopped_before_there_is_anything_to_keep(trainer: Trainer, voices: Path, tmp_path: Path) -> None:
    """It says so; this is no failure."""
    trainer.start(order(voices))
    trainer.stop()
    last = course(trainer)[-1]
    assert (last.state, last.model) == (TrainingState.STOPPED, None)
    assert last.error is not None
    assert last.error.code == "nothing-trained"
    assert list((tmp_path / "models").iterdir()) == []


def in_group(leader: int) -> list[int]:
    """Find the processes that live in a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's list of processes")
@pytest.mark.parametrize("phase", ["features", "training"])
def test_nothing_outlives_a_window_that_is_killed(voices: Path, tmp_path: Path, phase: str) -> None:
    """However it dies and whatever is being done: the trainer hears it, and its workers end with it."""
    arguments = [str(tmp_path / "models"), str(voices), RECIPE, phase]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.engine.trainer_child", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        trainer = int(window.stdout.readline())
        assert len(in_group(trainer)) > (1 if phase == "features" else 0)
        window.kill()
    until(lambda: not in_group(trainer))
    assert not (tmp_path / "models" / "killed").exists()


def test_closed_it_can_be_resumed_and_cancelled_it_leaves_nothing(voices: Path, tmp_path: Path) -> None:
    """A window that is closed waits for no epoch; the next one goes on. Cancelled, its state goes too."""
    first = Trainer(tmp_path / "models")
    first.start(order(voices))
    until(lambda: first.training.epochs)
    first.close()
    assert not first.training.running
    second = Trainer(tmp_path / "models")
    try:
        assert second.unfinished("mine")
        second.start(order(voices, resume=True))
        until(lambda: len(second.training.epochs) > len(first.training.epochs))
        assert [epoch.number for epoch in second.training.epochs][:1] == [1]
        second.cancel()
        last = course(second)[-1]
        assert (last.state, last.model, last.error) == (TrainingState.STOPPED, None, None)
    finally:
        second.close()
    assert list((tmp_path / "models").iterdir()) == []


def test_a_look_into_a_folder(trainer: Trainer, voices: Path) -> None:
    """What is in it, and what is left out for which reason, in numbers; nothing is trained."""
    looked = look(trainer, voices)
    found = looked.found
    assert looked.error is None
    assert found is not None
    assert (found.clips, found.unnamed, found.strangers) == (24, 0, True)
    assert found.speakers == tuple(f"speaker{number}" for number in range(4))
    (tea,) = (each for each in found.left_out if each.reason.code == "not-an-emotion")
    assert (tea.reason.values["name"], tea.count) == ("tea", 1)
    assert sorted(each.example.name for each in found.left_out) == ["00.wav", "no.wav"]
    assert trainer.training == Training()


def test_a_look_says_what_is_wrong_in_words(trainer: Trainer, voices: Path, tmp_path: Path) -> None:
    """An empty folder, none at all, one emotion alone, recordings that are called like nothing."""
    (tmp_path / "empty").mkdir()
    shutil.copytree(voices / "anger", tmp_path / "one" / "anger")
    shutil.copytree(voices / "tea", tmp_path / "none" / "tea")
    for name, code in (
        ("empty", "empty-corpus"),
        ("nowhere", "corpus-not-found"),
        ("one", "one-label"),
        ("none", "empty-corpus"),
    ):
        looked = look(trainer, tmp_path / name)
        assert looked.error is not None
        assert looked.error.code == code
        assert looked.error.title
        assert looked.error.remedy
        assert (looked.found is not None) == (name == "one")


def test_one_voice_is_told_that_no_stranger_judges(trainer: Trainer, voices: Path, tmp_path: Path) -> None:
    """SPEAKER/EMOTION/file, and so few that it is refused, with the number."""
    for emotion in EMOTIONS:
        shutil.copytree(voices / emotion / "speaker1", tmp_path / "own" / "anna" / emotion)
    looked = look(trainer, tmp_path / "own")
    assert looked.found is not None
    assert (looked.found.speakers, looked.found.strangers) == (("anna",), False)
    assert looked.error is not None
    assert looked.error.code == "too-few-recordings"


def test_a_title_becomes_the_name_of_a_folder() -> None:
    """In any script, and never one that leads elsewhere."""
    assert folder_name("My voice, 2") == "my-voice-2"
    assert folder_name("Söhne & Töchter/..") == "söhne-töchter"
    for bad in ("", "..", "a/b", "Mine", ".x"):
        with pytest.raises(UserError) as caught:
            TrainingOrder(Path(), bad, "Mine")
        assert caught.value.code == "bad-name"


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Before anything is started; the packaged program says where one can train."""
    assert missing_trainer() is None
    monkeypatch.setattr(trainerorder, "PACKAGES", (*PACKAGES, "surely_not_installed"))
    missing = missing_trainer()
    assert missing is not None
    assert "surely_not_installed" in missing.detail
    with pytest.raises(UserError):
        Trainer(tmp_path).start(order(tmp_path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    frozen = missing_trainer()
    assert frozen is not None
    assert frozen.code == "no-training-here"


def test_the_packages_are_those_of_the_extra() -> None:
    """A library that the trainer takes up or lays down is asked for, or no more, here too."""
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["train"]
    named = {line.split(">")[0].split(";")[0].strip().replace("-", "_") for line in extra}
    imported = {"tensorflow_cpu": "tensorflow", "scikit_learn": "sklearn"}
    assert {imported.get(name, name) for name in named} == set(PACKAGES)


def test_no_trainer_can_be_started(trainer: Trainer, voices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses a process: words, and the next try is free."""
    monkeypatch.setattr(sys, "executable", os.devnull)
    with pytest.raises(UserError) as caught:
        trainer.start(order(voices))
    assert caught.value.code == "no-process"
    assert not trainer.training.running


def test_a_trainer_that_dies_is_told(trainer: Trainer, voices: Path) -> None:
    """By its last words, and without a traceback."""
    trainer.start(order(voices))
    until(lambda: trainer.training.found)
    assert trainer.pid is not None
    os.kill(trainer.pid, 9)
    last = course(trainer)[-1]
    assert last.state is TrainingState.FAILED
    assert last.error is not None
    assert last.error.code == "training-crashed"
