"""Models come in whole and verified, or not at all; nothing that is there is overwritten."""

from __future__ import annotations

import json
import os
import shutil
import stat
import struct
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from subprocess import DEVNULL, Popen

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop import paths
from ser_desktop.engine import modelfiles, trial
from ser_desktop.engine.child import program
from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.models import Models
from ser_desktop.engine.trial import try_out
from ser_desktop.errors import UserError
from ser_desktop.inference import manifest as folders_of_models
from ser_desktop.inference.manifest import CARD_FILE, MANIFEST_FILE, MODEL_FILE, MOST_BYTES, Model
from ser_desktop.results import Float32
from tests.engine.test_live import Desk, desk, until
from tests.fakes.source import FakeSource

__all__ = ["desk"]

SHIPPED = paths.home() / "models"
GENERAL = SHIPPED / "general"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the user's folder, which is not there yet."""
    return tmp_path / "own"


@pytest.fixture
def models(own: Path) -> Models:
    """Return the models of a user who has none of their own."""
    return Models([own, SHIPPED])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a model's folder of another name."""
    return named(tmp_path / "from a friend", "mine")


def named(folder: Path, name: str, **changes: object) -> Path:
    """Copy a model that ships, and say something else in its manifest."""
    shutil.copytree(GENERAL, folder)
    manifest = json.loads((folder / MANIFEST_FILE).read_text())
    (folder / MANIFEST_FILE).write_text(json.dumps({**manifest, "name": name, **changes}))
    return folder


def zipped(folder: Path, inside: str = "") -> Path:
    """Make a .zip of a folder's files, in a folder ``inside`` of it."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{inside}{file.name}")
    return path


def contents(folder: Path) -> dict[str, str]:
    """Return what is in a folder and below, by a digest."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(models: Models, path: Path, own: Path, *, replace: bool = False) -> UserError:
    """Bring what is to be refused; nothing may have changed."""
    before = contents(own) if own.is_dir() else {}
    with pytest.raises(UserError) as fault:
        models.bring(path, replace=replace)
    assert (contents(own) if own.is_dir() else {}) == before
    assert not list(own.glob(".*"))
    assert fault.value.remedy
    return fault.value


def test_what_ships_is_listed_with_its_worth(models: Models) -> None:
    """Name, labels, the figure on strangers and the card; not the user's own, so not to be removed."""
    found = {info.name: info for info in models.installed()}
    assert set(found) == {"general", "emodb"}
    for name, info in found.items():
        manifest = models.load(name).manifest
        assert (info.title, info.labels, info.own, info.error) == (
            manifest.title,
            manifest.labels,
            False,
            None,
        )
        assert info.uar == manifest.metrics["test"]["all"]["uar"]
        assert info.card == (SHIPPED / name / CARD_FILE).read_text(encoding="utf-8")
        with pytest.raises(UserError) as kept:
            models.remove(name)
        assert kept.value.code == "model-not-own"


@pytest.mark.parametrize("inside", [None, "", "mine/"])
def test_a_model_comes_in_as_folder_or_archive(
    models: Models, own: Path, mine: Path, inside: str | None
) -> None:
    """Its four files, bit by bit, and nothing else; then it can be loaded, and removed without a trace."""
    expected = contents(mine)
    (mine / "notes.txt").write_text("what else lay there")
    info = models.bring(mine if inside is None else zipped(mine, inside))
    assert (info.name, info.own, info.folder, info.error) == ("mine", True, own / "mine", None)
    assert contents(own) == {f"mine/{name}": digest for name, digest in expected.items()}
    assert info in models.installed()
    assert models.load("mine").manifest.name == "mine"
    models.remove("mine")
    assert not list(own.iterdir())
    assert {one.name for one in models.installed()} == {"general", "emodb"}


def test_nothing_is_replaced_without_a_word(models: Models, own: Path, mine: Path, tmp_path: Path) -> None:
    """Neither one's own, nor one that ships, which is hidden then and seen again later; nor in capitals."""
    models.bring(mine)
    shouted = named(tmp_path / "shouted", "MINE", title="Second")
    for path in (mine, shouted, GENERAL):
        assert refused(models, path, own).code == "model-exists"
    assert models.bring(shouted, replace=True).title == "Second"
    assert [path.name for path in own.iterdir()] == ["MINE"]
    assert models.bring(GENERAL, replace=True).own
    assert [info.own for info in models.installed() if info.name == "general"] == [True]
    models.remove("general")
    assert [info.own for info in models.installed() if info.name == "general"] == [False]


def test_an_unfinished_folder_of_that_name_is_not_overwritten(models: Models, own: Path, mine: Path) -> None:
    """Even where it is no model, it is somebody's."""
    (own / "mine").mkdir(parents=True)
    (own / "mine" / "diary.txt").write_text("mine")
    assert refused(models, mine, own).code == "model-exists"


def _damage_weights(folder: Path) -> None:
    content = bytearray((folder / MODEL_FILE).read_bytes())
    content[1000] ^= 1
    (folder / MODEL_FILE).write_bytes(content)


def _swap_weights(folder: Path) -> None:
    """Put nonsense in their place, and vouch for it."""
    content = b"TFL3" * 5_000
    (folder / MODEL_FILE).write_bytes(content)
    manifest = json.loads((folder / MANIFEST_FILE).read_text())
    (folder / MANIFEST_FILE).write_text(json.dumps({**manifest, "sha256": sha256(content).hexdigest()}))


def _weights_of_another(folder: Path) -> None:
    """Put those in their place that would fit in every shape."""
    shutil.copy(SHIPPED / "emodb" / MODEL_FILE, folder)


def _other_labels(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST_FILE).read_text())
    changed = {**manifest, "labels": manifest["labels"][:-1], "calibration": None}
    (folder / MANIFEST_FILE).write_text(json.dumps(changed))


def _no_json(folder: Path) -> None:
    (folder / MANIFEST_FILE).write_text("{")


@pytest.mark.parametrize("archived", [False, True])
@pytest.mark.parametrize(
    "damage", [_damage_weights, _swap_weights, _weights_of_another, _other_labels, _no_json]
)
def test_what_cannot_be_used_is_not_let_in(
    models: Models, own: Path, mine: Path, damage: Callable[[Path], None], *, archived: bool
) -> None:
    """One bit off, no network at all, a manifest that does not fit: it says so, and is nowhere."""
    damage(mine)
    assert refused(models, zipped(mine) if archived else mine, own).code == "bad-model"


def test_a_name_leads_nowhere_else(models: Models, own: Path, tmp_path: Path) -> None:
    """A manifest cannot say where its model is put; one whose name is none is refused."""
    astray = named(tmp_path / "astray", "../../astray")
    before = {path.name for path in tmp_path.iterdir()}
    assert models.bring(astray).folder.parent == own
    assert refused(models, named(tmp_path / "nameless", "../.."), own).code == "bad-model"
    assert {path.name for path in tmp_path.iterdir()} == before | {"own", "nameless"}


def test_what_is_no_model_is_told_as_such(models: Models, own: Path, tmp_path: Path) -> None:
    """An empty folder, a text, nothing at all, an archive of something else, half a model."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a/b/manifest.json", "{}")
        archive.writestr("../manifest.json", "{}")
        archive.writestr("/manifest.json", "{}")
    half = named(tmp_path / "half", "half")
    (half / MODEL_FILE).unlink()
    for name in ("empty", "text.zip", "nothing", "other.zip", "half"):
        assert refused(models, tmp_path / name, own).code == "no-model-there"


def test_a_damaged_archive_is_told_as_such(models: Models, own: Path, mine: Path) -> None:
    """Cut off, or with a bit turned."""
    whole = zipped(mine).read_bytes()
    path = mine.with_name("damaged.zip")
    for content in (whole[: len(whole) // 2], whole[:2000] + bytes([whole[2000] ^ 1]) + whole[2001:]):
        path.write_bytes(content)
        refused(models, path, own)


def test_two_models_in_an_archive_are_too_many(models: Models, own: Path, mine: Path) -> None:
    """Nobody knows which."""
    path = zipped(mine, "one/")
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(mine / MANIFEST_FILE, "two/manifest.json")
    assert "2" in refused(models, path, own).detail


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_not_followed(models: Models, own: Path, mine: Path, tmp_path: Path) -> None:
    """In a folder or an archive: a card that is somebody's key would be shown."""
    (tmp_path / "secret").write_text("a key")
    (mine / CARD_FILE).unlink()
    (mine / CARD_FILE).symlink_to(tmp_path / "secret")
    assert refused(models, mine, own).code == "bad-model"
    (mine / CARD_FILE).unlink()
    path = zipped(mine)
    link = zipfile.ZipInfo(CARD_FILE)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refused(models, path, own).code == "bad-model"
    if hasattr(os, "mkfifo"):
        os.mkfifo(mine / CARD_FILE)
        assert refused(models, mine, own).code == "bad-model"


def test_too_much_is_refused(models: Models, own: Path, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it fills the disk, also where an archive holds more than it says."""
    monkeypatch.setitem(MOST_BYTES, MODEL_FILE, 10_000)
    for path in (mine, zipped(mine)):
        assert refused(models, path, own).code == "bad-model"


def test_names_in_an_archive_lead_nowhere(models: Models, own: Path, mine: Path, tmp_path: Path) -> None:
    """Beside a model that is whole: only the model arrives, and nothing is written anywhere else."""
    path = zipped(mine)
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("../astray", "/astray", "a/../../astray", "..\\astray", "C:\\astray", "x/model.tflite"):
            archive.writestr(name, "astray")
    before = {each for each in tmp_path.rglob("*") if own not in each.parents}
    models.bring(path)
    assert set(contents(own)) == {f"mine/{name}" for name in contents(mine)}
    assert {each for each in tmp_path.rglob("*") if own not in each.parents} == before | {own}


def test_an_archive_that_lists_too_much_is_refused(models: Models, own: Path, tmp_path: Path) -> None:
    """Millions of names, a few bytes each on the disk, would take gigabytes of memory."""
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    entries = entry * 200_000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(entries), 0, 0)
    (tmp_path / "many.zip").write_bytes(entries + end)
    assert "too much" in refused(models, tmp_path / "many.zip", own).detail


def test_an_archive_that_unpacks_without_end_is_refused(
    models: Models, own: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A megabyte of the disk may hold a gigabyte of zeros: no more is unpacked than a model may have."""
    monkeypatch.setitem(MOST_BYTES, MODEL_FILE, 2_000_000)
    with (mine / MODEL_FILE).open("wb") as file:
        file.truncate(50_000_000)
    path = zipped(mine)
    tracemalloc.start()
    assert refused(models, path, own).code == "bad-model"
    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most_bytes < 20_000_000


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of a model's four files, without their bulk."""
    path = tmp_path_factory.mktemp("archives") / "small.zip"
    for method, name in zip((0, 8, 12, 14), MOST_BYTES, strict=True):
        with zipfile.ZipFile(path, "a", method) as writing:
            writing.writestr(f"mine/{name}", name * 20)
    return path


@given(
    changes=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6), cut=st.integers(0, 40)
)
def test_a_damaged_archive_is_refused_or_gives_the_files(
    archive: Path, changes: list[tuple[int, int]], cut: int
) -> None:
    """Whatever byte is another one, and whatever is missing at the end: a reason in words, or whole files."""
    content = bytearray(archive.read_bytes())
    for at, value in changes:
        content[at % len(content)] = value
    damaged = archive.with_name("damaged.zip")
    damaged.write_bytes(content[: len(content) - cut])
    try:
        found = modelfiles.model_files(damaged)
    except UserError as error:
        assert error.code in {"bad-model", "no-model-there"}  # noqa: PT017 - both ends are well
        return
    assert {name: content for name, content in found.items() if content == f"{name}".encode() * 20} == found


def test_a_disk_that_refuses_leaves_what_was_there(
    models: Models, own: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model that was to be replaced is in its place again."""
    models.bring(mine)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert refused(models, mine, own, replace=True).code == "model-not-saved"
    assert models.load("mine").manifest.name == "mine"


def test_a_broken_one_is_listed_with_the_reason(models: Models, own: Path, mine: Path) -> None:
    """So that it can be removed."""
    models.bring(mine)
    _damage_weights(own / "mine")
    (info,) = (one for one in models.installed() if one.name == "mine")
    assert info.error is not None
    assert info.error.code == "bad-model"
    with pytest.raises(UserError):
        models.load("mine")
    models.remove("mine")
    assert "mine" not in {one.name for one in models.installed()}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_of_a_linked_model_only_the_link_is_removed(models: Models, own: Path, mine: Path) -> None:
    """What it leads to is somebody's work."""
    own.mkdir()
    (own / "linked").symlink_to(mine)
    models.remove("linked")
    assert not list(own.iterdir())
    assert (mine / MODEL_FILE).exists()


def test_a_model_that_is_refused_leaves_the_one_at_work(
    models: Models, own: Path, mine: Path, tmp_path: Path, desk: Callable[..., Desk], demo: Float32
) -> None:
    """In the list, on the disk, and in the engine that listens with it."""
    models.bring(mine)
    it = desk(FakeSource(np.tile(demo, 3), chunk=1_600))
    it.engine.use(Setup(models.load("mine")))
    it.engine.start()
    until(lambda: it.moment().prediction is not None)
    before = it.moment()
    bad = named(tmp_path / "bad", "mine", title="Bad")
    _other_labels(bad)
    assert refused(models, bad, own, replace=True).code == "bad-model"
    with pytest.raises(UserError):
        it.engine.use(Setup(folders_of_models.load(bad)))
    until(lambda: it.moment().time_s > before.time_s + 3 and it.moment().prediction is not None)
    assert it.moment().model == models.load("mine").manifest.title
    assert [info.error for info in models.installed() if info.name == "mine"] == [None]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
@pytest.mark.parametrize("name", [MANIFEST_FILE, MODEL_FILE, CARD_FILE])
def test_a_pipe_in_the_folder_holds_nobody_up(models: Models, own: Path, mine: Path, name: str) -> None:
    """Nor a card that is endless: somebody put it there by hand, and the list is looked at."""
    shutil.copytree(mine, own / "mine")
    (own / "mine" / name).unlink()
    os.mkfifo(own / "mine" / name)
    found = {info.name: info for info in models.installed()}
    if name != MANIFEST_FILE:  # without one it is no model
        assert (found["mine"].error is None) == (name == CARD_FILE)
    (own / "mine" / name).unlink()
    with (own / "mine" / name).open("wb") as file:
        file.truncate(10**12)
    models.installed()


def test_figures_that_are_none_are_not_shown(models: Models, own: Path, mine: Path) -> None:
    """Speakers without number would be a fault of the program, each time that the list is seen."""
    manifest = json.loads((mine / MANIFEST_FILE).read_text())
    manifest["metrics"]["test"]["all"] = {"uar": 10**400, "speakers": float("inf")}
    (mine / MANIFEST_FILE).write_text(json.dumps(manifest))
    shutil.copytree(mine, own / "mine")
    (info,) = (info for info in models.installed() if info.name == "mine")
    assert (info.uar, info.strangers, info.error) == (None, 0, None)


def test_what_lies_beside_a_model_is_not_run(
    models: Models, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python files of any name, in the folder that the program happens to be in."""
    for name in ("__init__", "model", "numpy", "json", "pickle", "ser_desktop", "sitecustomize", "conftest"):
        (mine / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    (mine / "model.pth").write_text("import os\n")
    monkeypatch.chdir(mine)
    monkeypatch.setenv("PYTHONSAFEPATH", "1")  # as the program says to its processes
    models.bring(mine)
    models.load("mine")
    child = Popen([*program(), "--version"], stdout=DEVNULL)
    assert child.wait() == 0
    assert not (tmp_path / "ran").exists()


def test_who_is_not_there_cannot_be_removed(models: Models, mine: Path) -> None:
    """Nor a folder named by its path."""
    for name in ("nobody", "", "..", str(mine)):
        with pytest.raises(UserError) as fault:
            models.remove(name)
        assert fault.value.code == "no-model"
    assert (mine / MODEL_FILE).exists()


def _die(*_anything: object) -> None:
    os._exit(1)


def test_a_model_that_kills_its_process_is_refused(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the window goes on; one that answers never is given up."""
    try_out(model)
    monkeypatch.setattr(trial, "_main", _die)
    with pytest.raises(UserError) as died:
        try_out(model)
    assert (died.value.code, "died" in died.value.detail) == ("bad-model", True)


def test_an_answer_must_be_one(model: Model) -> None:
    """A network whose features are another number is found out."""
    spec = replace(
        model.manifest.spec,
        descriptors=("shape",),
        normaliser=replace(model.manifest.spec.normaliser, kind="none", mean=(), scale=()),
    )
    with pytest.raises(UserError) as fault:
        try_out(replace(model, manifest=replace(model.manifest, spec=spec)))
    assert fault.value.code == "bad-model"
