"""The words of the command line become the training that was meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop import cli
from ser_desktop.errors import UserError
from ser_desktop.training.corpora.find import VARIABLE
from ser_desktop.training.order import order
from ser_desktop.training.recipes import load, names
from ser_desktop.training.request import TrainingRequest

CORPORA = ("ased", "CREMA-D", "emodb", "emovo", "ravdess", "SAVEE", "tess", "urdu")

Order = Callable[..., TrainingRequest]


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Make a folder for each corpus, as people write their names."""
    for name in CORPORA:
        (tmp_path / "recordings" / name).mkdir(parents=True)
    return tmp_path / "recordings"


@pytest.fixture
def ordered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """Return a function that turns words into a request, where the environment says nothing."""
    monkeypatch.delenv(VARIABLE, raising=False)

    def request(*words: object) -> TrainingRequest:
        arguments = cli.parser().parse_args(["train", *map(str, words)])
        return order(arguments, cache=tmp_path / "cache", models=tmp_path / "models")

    return request


@pytest.mark.parametrize("name", names())
def test_a_name_is_enough(
    ordered: Order, recordings: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The recipe as it is, the recordings where the environment says, the model among the person's own."""
    monkeypatch.setenv(VARIABLE, str(recordings))
    request = ordered("--recipe", name)
    assert request.recipe == load(name)
    assert [corpus for corpus, _ in request.corpora] == list(request.recipe.corpora)
    assert all(folder.parent == recordings for _, folder in request.corpora)
    assert request.out.parts[-2:] == ("models", name)
    assert not request.resume
    assert not request.replace


def test_the_folder_given_counts_more_than_the_environment(
    ordered: Order, recordings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said now is meant."""
    monkeypatch.setenv(VARIABLE, "/nowhere")
    request = ordered("--recipe", "emodb", "--recordings", recordings, "--out", "here", "--replace")
    assert request.corpora == (("emodb", recordings / "emodb"),)
    assert request.out == Path("here")
    assert request.replace


def test_options_override_the_recipe(ordered: Order, recordings: Path) -> None:
    """And nothing that was not said changes."""
    words = "--seed 7 --epochs 2 --steps 3 --variants 0 --normaliser utterance --title Mine"
    more = "--labels anger,neutral --merge calm=neutral --merge fear=anger --resume"
    recipe = load("general")
    request = ordered("--recipe", "general", "--recordings", recordings, *words.split(), *more.split())
    assert request.resume
    assert request.recipe == dataclasses.replace(
        recipe,
        title="Mine",
        schedule=dataclasses.replace(recipe.schedule, seed=7, epochs=2, steps=3),
        variants=0,
        spec=dataclasses.replace(
            recipe.spec, normaliser=dataclasses.replace(recipe.spec.normaliser, kind="utterance")
        ),
        labels=("anger", "neutral"),
        merge=(("calm", "neutral"), ("fear", "anger")),
    )


def test_corpora_given_replace_the_recipes(ordered: Order) -> None:
    """The system and what it tells apart stay; only the recordings are others."""
    request = ordered("--recipe", "tess-mlp", "--corpus", "CREMA-D=a", "--corpus", "folder=b")
    assert request.corpora == (("cremad", Path("a")), ("folder", Path("b")))
    assert request.recipe == load("tess-mlp")


def test_own_recordings_need_no_recipe(ordered: Order) -> None:
    """The default system learns whatever emotions they hold, under the name of the folder."""
    request = ordered("--corpus", "folder=mine", "--out", "models/my-voices")
    general = load("general")
    assert request.recipe == dataclasses.replace(general, title="My voices", corpora=(), labels=(), merge=())


def test_a_recipe_may_be_a_file(ordered: Order, recordings: Path, tmp_path: Path) -> None:
    """A changed copy of a bundled one, under its own name."""
    text = (Path(__file__).with_name("small.toml")).read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace("corpora = []", 'corpora = ["urdu"]'), encoding="utf-8")
    request = ordered("--recipe", tmp_path / "mine.toml", "--recordings", recordings)
    assert request.corpora == (("urdu", recordings / "urdu"),)
    assert request.out.name == "mine"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], "nothing-to-train", "--recipe"),
        (["--corpus", "folder=mine"], "nothing-to-train", "--out"),
        (["--recipe", "nonesuch"], "no-recipe", "nonesuch"),
        (["--recipe", "general"], "no-recordings", "--recordings"),
        (["--recipe", "general", "--recordings", "/nowhere"], "no-recordings", "/nowhere"),
        (["--recipe", "general", "--corpus", "emodb"], "unknown-corpus", "NAME=DIR"),
        (["--recipe", "general", "--corpus", "folder=x", "--merge", "calm"], "bad-merge", "calm=neutral"),
        (["--recipe", "general", "--corpus", "folder=x", "--epochs", "0"], "bad-request", "epochs"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_trained_is_told(ordered: Order, words: list[str], code: str, told: str) -> None:
    """In words, with what to say instead."""
    with pytest.raises(UserError) as caught:
        ordered(*words)
    assert caught.value.code == code
    assert told.lower() in str(caught.value).lower()


def test_missing_corpora_are_all_named(ordered: Order, recordings: Path) -> None:
    """With where they were looked for, where they come from and the other way."""
    (recordings / "emovo").rmdir()
    (recordings / "urdu").rmdir()
    with pytest.raises(UserError) as caught:
        ordered("--recipe", "general", "--recordings", recordings)
    error = caught.value
    assert error.code == "missing-corpora"
    assert error.title == "Recordings are missing: emovo, urdu."
    assert str(recordings) in error.detail
    assert "EMOVO corpus" in error.remedy
    assert "--corpus NAME=DIR" in error.remedy


def test_the_recipes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with what it learns from; and where they lie, to be copied and changed."""
    assert cli.run(["train", "--recipes"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == list(names())
    assert "emodb, ravdess, tess, emovo, ased, urdu" in next(line for line in lines if "General" in line)
    assert Path(last.split("They lie in ")[1].split(";")[0]).is_dir()
