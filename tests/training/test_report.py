"""A model folder is written whole or not at all, and nothing of a person's is given up unasked."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import (
    CARD_FILE,
    MANIFEST_FILE,
    MODEL_FILE,
    PICTURE_FILE,
    Manifest,
    installed,
    load,
)
from ser_desktop.training import report
from ser_desktop.training.report import refuse_overwriting, write_model
from tests.training.conftest import Trained

CONTENT = b"weights"


@pytest.fixture
def manifest(trained: Trained) -> Manifest:
    """Return a real manifest that vouches for ``CONTENT``."""
    real = load(trained.folder).manifest
    return dataclasses.replace(real, sha256=hashlib.sha256(CONTENT).hexdigest())


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_model_is_four_files(tmp_path: Path, manifest: Manifest) -> None:
    """Written where nothing was, verified when read, and nothing else is left beside it."""
    folder = tmp_path / "not" / "yet" / "there"
    write_model(folder, manifest, CONTENT, replace=False)
    assert load(folder).manifest == manifest
    assert load(folder).content == CONTENT
    assert set(everything(tmp_path / "not")) == {
        f"yet/there/{name}" for name in (MODEL_FILE, MANIFEST_FILE, CARD_FILE, PICTURE_FILE)
    }


def test_nothing_is_overwritten_in_silence(tmp_path: Path, manifest: Manifest) -> None:
    """A second model under the same name is refused; the first stays as it was."""
    write_model(tmp_path / "a", manifest, CONTENT, replace=False)
    before = everything(tmp_path)
    with pytest.raises(UserError) as caught:
        write_model(tmp_path / "a", dataclasses.replace(manifest, title="Other"), CONTENT, replace=False)
    assert caught.value.code == "exists"
    assert everything(tmp_path) == before


def test_a_model_is_replaced_when_offered(tmp_path: Path, manifest: Manifest) -> None:
    """The old one is gone, and so is every trace of the exchange."""
    write_model(tmp_path / "a", manifest, CONTENT, replace=False)
    write_model(tmp_path / "a", dataclasses.replace(manifest, title="Other"), CONTENT, replace=True)
    assert load(tmp_path / "a").manifest.title == "Other"
    assert len(everything(tmp_path)) == 4
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_is_no_model_is_never_replaced(
    tmp_path: Path, manifest: Manifest, *, replace: bool
) -> None:
    """Who types --out ~/Documents --replace must not lose them; nor notes kept beside a model, nor a file."""
    documents, noted, file = tmp_path / "documents", tmp_path / "noted", tmp_path / "file"
    (documents / "deep").mkdir(parents=True)
    write_model(noted, manifest, CONTENT, replace=False)
    for path in (documents / "thesis.txt", noted / "notes.txt", file):
        path.write_text("years of work")
    before = everything(tmp_path)
    for folder in (documents, noted, file):
        with pytest.raises(UserError) as caught:
            write_model(folder, manifest, CONTENT, replace=replace)
        assert caught.value.code == ("not-a-model" if replace else "exists")
        assert str(folder) in caught.value.title
    assert everything(tmp_path) == before


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path, manifest: Manifest) -> None:
    """Who made the folder first need not say --replace."""
    (tmp_path / "a").mkdir()
    refuse_overwriting(tmp_path / "a", replace=False)
    write_model(tmp_path / "a", manifest, CONTENT, replace=False)
    assert load(tmp_path / "a").manifest == manifest


class Interrupted(BaseException):
    """Ctrl-C, a full disk or whatever else ends the program."""


@pytest.mark.parametrize("moment", ["weights", "manifest", "card", "first move", "second move"])
@pytest.mark.parametrize("there", [False, True])
def test_a_failed_write_changes_nothing(
    tmp_path: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, moment: str, *, there: bool
) -> None:
    """The old model, or none, is there as before, no half one is found, and no rubbish stays."""
    folder = tmp_path / "a"
    if there:
        write_model(folder, manifest, CONTENT, replace=False)
    before = everything(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise Interrupted

    real_write, real_rename = Path.write_text, Path.rename
    moves: list[Path] = []

    def write_text(path: Path, text: str, encoding: str) -> int:
        if path.name == MANIFEST_FILE:
            raise Interrupted
        return real_write(path, text, encoding)

    def rename(path: Path, target: Path) -> Path:
        moves.append(path)
        if len(moves) != (1 if moment == "first move" else 1 + there):
            return real_rename(path, target)
        raise Interrupted

    with monkeypatch.context() as patch:
        if moment == "weights":
            patch.setattr(Path, "write_bytes", fail)
        elif moment == "manifest":
            patch.setattr(Path, "write_text", write_text)
        elif moment == "card":
            patch.setattr(report, "card", fail)
        else:
            patch.setattr(Path, "rename", rename)
        with pytest.raises(Interrupted):
            write_model(folder, manifest, CONTENT, replace=True)
    assert everything(tmp_path) == before
    assert [path for path in tmp_path.iterdir() if path != folder] == []
    assert len(installed([tmp_path])) == there


def test_a_manifest_vouches_for_its_own_weights(tmp_path: Path, manifest: Manifest) -> None:
    """A mistake of the program's own, found before a folder is written that nobody could load."""
    with pytest.raises(ValueError, match="other weights"):
        write_model(tmp_path / "a", manifest, b"others", replace=False)
    assert not list(tmp_path.iterdir())
