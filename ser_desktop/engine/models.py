"""The models that are installed: which there are, one more out of a folder or a .zip, one less."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ser_desktop.engine.filenames import file_name, same_place
from ser_desktop.engine.modelfiles import model_files, refused
from ser_desktop.engine.trial import try_out
from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference import manifest as folders_of_models
from ser_desktop.inference.manifest import CARD_FILE, Manifest, Model
from ser_desktop.results import ModelInfo

__all__ = ["Model", "Models"]


class Models:
    """The model folders, the user's own first; a model there hides one of the same name that came along.

    Every call looks at the disk anew. Nothing here is remembered, so any thread may ask.

    Parameters
    ----------
    folders
        Where models are looked for; only in the first one is anything changed.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._own = self._folders[0]

    def installed(self) -> tuple[ModelInfo, ...]:
        """Return the models that there are, in milliseconds each; one that cannot be used says why."""
        return tuple(self._info(folder) for folder in folders_of_models.installed(self._folders))

    def load(self, name: str) -> Model:
        """Read and verify a model; raise :class:`UserError` where there is none or it cannot be used."""
        return folders_of_models.load(folders_of_models.find(name, self._folders))

    def bring(self, path: Path, *, replace: bool = False) -> ModelInfo:
        """Install a model out of its folder or a .zip of it, and return what it is. Takes a second or two.

        Its files are read, checked against its manifest and run once, in another process, before any of it is
        where models are looked for; then all of it is put there at once. Nothing else is copied.

        Parameters
        ----------
        replace
            Whether a model of the same name may be replaced, or hidden where it came with the program.

        Raises
        ------
        UserError
            "no-model-there", "bad-model", "model-exists" or "model-not-saved"; nothing has changed then.
        """
        files = model_files(path)
        try:
            with self._aside() as aside:
                staged = aside / "model"
                staged.mkdir()
                for name, content in files.items():
                    _write(staged / name, content)
                model = folders_of_models.load(staged)
                name = _folder_name(model, path)
                self._require_free(name, replace=replace)
                try_out(model)
                self._put(staged, name, aside / "before")
        except OSError as error:
            raise UserError(
                "model-not-saved",
                "The model could not be installed.",
                "{path}: {reason}.",
                "See that there is room, and that you may write there.",
                path=self._own,
                reason=error.strerror or str(error),
            ) from error
        return self._info(self._own / name)

    def remove(self, name: str) -> None:
        """Delete one of the user's own models; one that it hid is seen again.

        Raises
        ------
        UserError
            "no-model", "model-not-own" or "model-not-removed".
        """
        known = {folder.name: folder for folder in folders_of_models.installed(self._folders)}
        if name not in known:
            raise UserError("no-model", "There is no model called “{name}”.", name=name)
        folder = known[name]
        if folder.parent != self._own:
            raise UserError(
                "model-not-own",
                "“{name}” came with the program and stays.",
                "It lies in {folder}.",
                "Only models that you installed or trained can be removed.",
                name=name,
                folder=folder,
            )
        try:
            with self._aside() as aside:
                folder.rename(aside / "gone")  # gone at once, however long the deleting takes
        except OSError as error:
            raise UserError(
                "model-not-removed",
                "“{name}” could not be removed.",
                "{folder}: {reason}.",
                "See that you may write there.",
                name=name,
                folder=folder,
                reason=error.strerror or str(error),
            ) from error

    def _info(self, folder: Path) -> ModelInfo:
        own = folder.parent == self._own
        try:
            manifest = folders_of_models.load(folder).manifest
        except UserError as error:
            return ModelInfo(folder.name, folder.name, folder, own=own, card=_card(folder), error=error)
        return ModelInfo(
            folder.name,
            manifest.title,
            folder,
            manifest.labels,
            own=own,
            uar=manifest.uar,
            strangers=_strangers(manifest),
            card=_card(folder),
        )

    @contextmanager
    def _aside(self) -> Iterator[Path]:
        """Make a folder beside the models in which none is looked for; delete in the end what is left."""
        self._own.mkdir(parents=True, exist_ok=True)
        aside = self._own / f".{secrets.token_hex(8)}.part"
        aside.mkdir()
        try:
            yield aside
        finally:
            _delete(aside)

    def _require_free(self, name: str, *, replace: bool) -> None:
        there = [
            folder for folder in folders_of_models.installed(self._folders) if same_place(folder.name, name)
        ]
        there += [path for path in self._own.iterdir() if same_place(path.name, name) and path not in there]
        if there and not replace:
            raise UserError(
                "model-exists",
                "There is a model called “{name}” already.",
                "It lies in {folder}.",
                "Say that it may be replaced, or keep the one that is there.",
                name=name,
                folder=there[0],
            )

    def _put(self, staged: Path, name: str, before: Path) -> None:
        """Give a model its place; what was there goes away, and comes back where that fails."""
        olds = [path for path in self._own.iterdir() if same_place(path.name, name)]
        for old in olds:
            old.rename(before)
        try:
            staged.rename(self._own / name)
        except OSError:
            for old in olds:
                before.rename(old)
            raise


def _strangers(manifest: Manifest) -> int:
    try:
        return int(manifest.metrics["test"]["all"]["speakers"])
    except (KeyError, TypeError, ValueError):
        return 0


def _folder_name(model: Model, path: Path) -> str:
    """Return the name of the folder for a model that was brought from ``path``."""
    try:
        return file_name(model.manifest.name)
    except UserError as error:
        raise refused(
            path, Phrase("Its manifest calls it “{called}”."), called=model.manifest.name
        ) from error


def _card(folder: Path) -> str:
    try:
        return (folder / CARD_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _delete(folder: Path) -> None:
    """Delete a folder and what is in it; of a link only the link."""
    for path in folder.iterdir():
        if path.is_symlink():
            path.unlink()
    shutil.rmtree(folder, ignore_errors=True)
