"""From recordings to a model, as a person asks for it: whole, honest, resumable, and never a traceback."""

from __future__ import annotations

import io
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from rich.console import Console

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.manifest import CARD_FILE, Manifest, load
from ser_desktop.inference.runner import Runner
from ser_desktop.training import command
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.command import TrainingRequest, train
from ser_desktop.training.exports import told
from ser_desktop.training.prepare import prepare
from ser_desktop.training.progress import ConsoleProgress, ProgressLine
from ser_desktop.training.windows import speech_span
from tests.training.conftest import Ask, Trained, small
from tests.training.voices import EMOTIONS, RATE_HZ, speak

ROOT = Path(__file__).resolve().parents[2]
QUICK = Path(__file__).with_name("quick.toml")
TOLERANCE = 1e-6  # of answers; on one machine they were equal to the last bit


def build(request: TrainingRequest) -> tuple[Manifest, str]:
    """Train; return the manifest and what was printed."""
    console = Console(file=io.StringIO(), width=200)
    manifest = train(request, ConsoleProgress(console))
    assert isinstance(console.file, io.StringIO)
    return manifest, console.file.getvalue()


def refused(request: TrainingRequest) -> UserError:
    with pytest.raises(UserError) as caught:
        build(request)
    return caught.value


@contextmanager
def interrupted_after(batches: int) -> Iterator[None]:
    """Press Ctrl-C once, when the training bar shows so many batches."""
    real = ProgressLine.show

    def show(line: ProgressLine, done: int, note: str) -> None:
        real(line, done, note)
        if done == batches and not note:
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ProgressLine, "show", show)
        yield


def answers(folder: Path) -> np.ndarray:
    """Ask a model how two people sound, in words that it never heard; two answers for each emotion."""
    model = load(folder)
    spec = model.manifest.spec
    runner = Runner(model)
    said = []
    for emotion, speaker in itertools.product(EMOTIONS, (2, 3)):
        frames = clip_features(speak(emotion, speaker, 50), spec)
        start, end = speech_span(frames, spec)
        said.append(runner.predict(frames[start:end])[0])
    return np.array(said)


def test_the_model_works(trained: Trained) -> None:
    """The folder is verified when read, and the app's runner hears new words rightly."""
    assert load(trained.folder).manifest.labels == EMOTIONS
    said = answers(trained.folder)
    assert said.shape == (6, 3)
    assert said.sum(1) == pytest.approx(np.ones(6), abs=1e-5)
    assert np.mean(said.argmax(1) == [0, 0, 1, 1, 2, 2]) >= 5 / 6


def test_it_learned_the_easy_task(trained: Trained) -> None:
    """Clearly above chance on held-out speakers."""
    figures = load(trained.folder).manifest.metrics["test"]["all"]
    assert figures["uar"] > 0.8
    assert figures["chance_uar"] == pytest.approx(1 / 3, abs=1e-4)
    assert figures["clips"] == 18
    assert figures["speakers"] == 2


def test_nobody_is_both_trained_on_and_tested(trained: Trained) -> None:
    """The manifest names every speaker, each in one part."""
    corpus = load(trained.folder).manifest.training["corpora"]["folder"]
    parts = ("training_speakers", "validation_speakers", "test_speakers")
    everyone = Counter(speaker for part in parts for speaker in corpus[part])
    assert everyone == Counter(f"folder/speaker{number}" for number in range(6))
    assert [len(corpus[part]) for part in parts] == [3, 1, 2]


def test_the_manifest_tells_how_it_was_made(trained: Trained) -> None:
    """Enough to make it again: settings, seed, corpora, versions, history; and its terms."""
    manifest = load(trained.folder).manifest
    facts = manifest.training
    assert (facts["seed"], facts["epochs"], facts["steps"], facts["variants"]) == (1, 2, 12, 1)
    assert facts["keras_backend"] == "tensorflow"
    assert facts["corpora"]["folder"]["clips"] == 54
    assert facts["corpora"]["folder"]["skipped"] == 1
    assert len(facts["history"]) == 2
    best = max(facts["history"], key=lambda epoch: epoch["validation_uar"])
    assert facts["kept_epoch"] == best["number"] + 1
    assert not facts["interrupted"]
    assert facts["parameters"] > 100_000
    assert manifest.title == "Made voices"
    assert "the user's own recordings" in manifest.licence
    assert 0 < manifest.unsure_below < 1
    assert str(trained.corpus) not in manifest.to_json()


def test_the_file_is_one_of_two_that_were_compared(trained: Trained) -> None:
    """Both are in the manifest; the figures of the one that was kept are the model's own."""
    model = load(trained.folder)
    facts, metrics = model.manifest.training, model.manifest.metrics
    assert facts["exports"]["dynamic_range"]["bytes"] < facts["exports"]["float"]["bytes"] / 2
    assert facts["exports"][facts["export"]] == {
        "bytes": len(model.content),
        "validation_uar": metrics["validation"]["all"]["uar"],
        "test_uar": metrics["test"]["all"]["uar"],
    }


def test_nothing_but_the_model_is_left(trained: Trained) -> None:
    """No state, no half-written folder."""
    assert list(trained.folder.parent.iterdir()) == [trained.folder]


def test_the_spec_is_that_of_the_training_clips(trained: Trained, ask: Ask) -> None:
    """Preparation, whose normaliser hears training alone, is what the command uses."""
    assert load(trained.folder).manifest.spec == prepare(ask(), ConsoleProgress(Console(quiet=True))).spec


@pytest.fixture(scope="module")
def whole(
    voices: Path, feature_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Manifest]:
    """Train the small network once without a break; return the model's folder and manifest."""
    folder = tmp_path_factory.mktemp("whole") / "small"
    manifest, printed = build(small(voices, folder, feature_cache, {}))
    assert "Done after epoch 3" in printed
    assert told(manifest) in printed
    return folder, manifest


def test_who_is_tested_changes_nothing_but_the_test(
    ask: Ask, whole: tuple[Path, Manifest], voices: Path, tmp_path: Path
) -> None:
    """With other recordings of the test speakers the same seed gives the same model, to the last decision."""
    folder, first = whole
    other = Path(shutil.copytree(voices, tmp_path / "other"))
    for speaker in first.training["corpora"]["folder"]["test_speakers"]:
        for path in other.glob(f"*/{Path(speaker).name}/*.wav"):
            rng = np.random.default_rng(list(str(path.relative_to(other)).encode()))
            soundfile.write(path, rng.uniform(-0.9, 0.9, RATE_HZ), RATE_HZ)
    second, _ = build(ask(corpora=(("folder", other),)))
    assert second.metrics["test"] != first.metrics["test"]
    assert second.metrics["validation"] == first.metrics["validation"]
    assert second.training["export"] == first.training["export"]
    assert (second.spec, second.temperature, second.unsure_below) == (
        first.spec,
        first.temperature,
        first.unsure_below,
    )
    assert np.abs(answers(folder) - answers(ask().out)).max() <= TOLERANCE


def test_stopped_and_resumed_gives_the_same_model(
    ask: Ask, whole: tuple[Path, Manifest], voices: Path, tmp_path: Path
) -> None:
    """Ctrl-C writes the best so far and keeps the state; --resume goes on as if nothing had been."""
    with interrupted_after(6):
        stopped, printed = build(ask())
    folder = ask().out
    assert "Stopped by you after epoch 1" in printed
    assert "--resume --replace" in printed
    assert load(folder).manifest.to_json() == stopped.to_json()
    assert stopped.training["interrupted"]
    assert stopped.training["history"] == whole[1].training["history"][:1]

    more = Path(shutil.copytree(voices, tmp_path / "more"))
    speaker = Path(stopped.training["corpora"]["folder"]["training_speakers"][0]).name
    soundfile.write(more / "anger" / speaker / "new.wav", speak("anger", 3, 77), RATE_HZ)
    for code, changes in (
        ("unfinished-training", {"replace": True}),
        ("exists", {"resume": True}),
        ("other-settings", {"resume": True, "replace": True, "seed": 2}),
        ("other-settings", {"resume": True, "replace": True, "labels": ("anger", "sadness")}),
        ("other-settings", {"resume": True, "replace": True, "variants": 0}),
        ("other-settings", {"resume": True, "replace": True, "corpora": (("folder", more),)}),
    ):
        assert refused(ask(**changes)).code == code
    assert load(folder).manifest.to_json() == stopped.to_json()

    resumed, _ = build(ask(resume=True, replace=True))
    assert resumed.training["history"] == whole[1].training["history"]
    assert not resumed.training["interrupted"]
    assert resumed.metrics == whole[1].metrics
    assert np.abs(answers(folder) - answers(whole[0])).max() <= TOLERANCE
    assert list(folder.parent.iterdir()) == [folder]


def test_ctrl_c_in_the_first_epoch_leaves_nothing(ask: Ask, tmp_path: Path) -> None:
    """It says so, and the same command may be given again."""
    with interrupted_after(2), pytest.raises(UserError) as caught:
        build(ask())
    assert caught.value.code == "nothing-trained"
    assert list((tmp_path / "models").iterdir()) == []
    with pytest.raises(UserError) as caught:
        build(ask(resume=True))
    assert caught.value.code == "nothing-to-resume"


def test_labels_are_chosen_and_merged(ask: Ask, voices: Path, tmp_path: Path) -> None:
    """The model tells apart what was asked for, and the card says what was counted as what."""
    renamed = Path(shutil.copytree(voices, tmp_path / "renamed"))
    (renamed / "sadness").rename(renamed / "calm")
    shutil.copytree(voices / "sadness", renamed / "fear")
    for number, path in enumerate(sorted((renamed / "fear").glob("*/*.wav"))):
        soundfile.write(path, speak("sadness", number % 9, 50 + number), RATE_HZ)
    manifest, _ = build(
        ask(
            corpora=(("folder", renamed),),
            labels=("neutral", "anger"),
            merge=(("calm", "neutral"),),
            epochs=1,
            steps=2,
        )
    )
    assert manifest.labels == ("anger", "neutral")
    assert manifest.training["corpora"]["folder"]["labels"] == {"anger": 18, "neutral": 36}
    assert "calm as neutral" in (tmp_path / "models" / "small" / "MODEL_CARD.md").read_text()


def test_refusals_come_before_the_work(ask: Ask, trained: Trained, tmp_path: Path) -> None:
    """What --out must not be is known at once, before recordings are read."""
    nowhere = (("folder", tmp_path / "nowhere"),)
    assert refused(ask(corpora=nowhere, out=trained.folder)).code == "exists"
    (tmp_path / "file").write_text("")
    error = refused(ask(corpora=nowhere, out=tmp_path / "file" / "model"))
    assert error.code == "training-stopped"
    assert str(tmp_path / "file") in error.detail
    assert refused(ask(corpora=nowhere)).code == "corpus-not-found"


def test_a_disk_that_fills_up_is_told(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the state stays, to go on from when there is room."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(command, "write_model", full)
    error = refused(ask(epochs=1, steps=2))
    assert error.code == "training-stopped"
    assert "No space left on device" in error.detail
    assert len(Checkpoints(ask().state_folder).history) == 1
    assert not ask().out.exists()


def test_without_strangers_there_is_a_model_but_no_figure_for_them(
    ask: Ask, voices: Path, tmp_path: Path
) -> None:
    """EMOTION/file.wav names nobody: the figure is for the same voices, and called so everywhere."""
    flat = tmp_path / "flat"
    for number, path in enumerate(sorted(voices.glob("*/*/*.wav"))):
        target = flat / path.parts[-3] / f"{number}.wav"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    manifest, printed = build(ask(corpora=(("folder", flat),), epochs=1, steps=2))
    assert "no figure for strangers" in " ".join(printed.split())
    assert set(manifest.metrics) == {"validation", "same_voices"}
    assert manifest.metrics["same_voices"]["all"]["clips"] == 12  # a fifth of 18, of each of three
    corpus = manifest.training["corpora"]["folder"]
    assert (corpus["validation_speakers"], corpus["test_speakers"]) == ([], [])
    card = (ask().out / CARD_FILE).read_text()
    assert "**No figure for strangers:**" in card
    assert "never met" not in card
    assert "disjoint" not in card


def test_too_few_recordings_are_refused_in_words(ask: Ask, tmp_path: Path) -> None:
    """One voice with hardly a recording: how many there are, and how many it takes."""
    for take in range(6):
        for emotion in EMOTIONS[: 3 if take < 4 else 2]:
            path = tmp_path / "few" / emotion / f"{take}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            soundfile.write(path, speak(emotion, 0, take), RATE_HZ)
    error = refused(ask(corpora=(("folder", tmp_path / "few"),)))
    assert error.code == "too-few-recordings"
    assert f"{EMOTIONS[2]}: 4" in error.detail
    assert build(ask(corpora=(("folder", tmp_path / "few"),), labels=EMOTIONS[:2], epochs=1, steps=2))


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(voices: Path, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts the command as a terminal would: a process group of its own."""
    started: list[subprocess.Popen[str]] = []

    def command_line(*arguments: str) -> subprocess.Popen[str]:
        out = f"--out={tmp_path / 'models' / 'child'}"
        given = [f"--recipe={QUICK}", f"--corpus=folder={voices}", out, *arguments]
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.training.train_child", str(tmp_path / "cache"), "train", *given],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(child)
        return child

    yield command_line
    for child in started:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def test_a_real_ctrl_c_keeps_the_best_so_far(start: Start, tmp_path: Path) -> None:
    """The signal of a terminal, to the whole process group, in the middle of training."""
    child = start("--epochs=5000", "--steps=100", "--variants=1")
    assert child.stdout
    lines = []
    for line in child.stdout:
        lines.append(line)
        if line.startswith("epoch 1:"):
            break
    os.killpg(child.pid, signal.SIGINT)
    rest, errors = child.communicate(timeout=120)
    assert child.returncode == 0, errors
    assert "Stopped by you" in rest
    assert "Traceback" not in errors
    manifest = load(tmp_path / "models" / "child").manifest
    assert manifest.training["interrupted"]
    assert manifest.metrics["test"]["all"]["clips"] == 18
    state = json.loads((tmp_path / "models" / "child.training" / "state.json").read_text())
    assert len(state["history"]) == len(manifest.training["history"]) >= 1


def test_a_real_ctrl_c_while_features_are_computed(start: Start, tmp_path: Path) -> None:
    """It ends soon, without a word of the workers, and leaves nothing that is in the way."""
    child = start("--variants=30")
    while not list((tmp_path / "cache").rglob("*.npz")):
        assert child.poll() is None
    os.killpg(child.pid, signal.SIGINT)
    _, errors = child.communicate(timeout=120)
    assert child.returncode == 1
    assert errors.strip() == ""
    assert list((tmp_path / "models").iterdir()) == []
    assert len(list((tmp_path / "cache").rglob("*.npz"))) < 54
