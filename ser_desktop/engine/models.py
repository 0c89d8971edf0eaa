"""The models that are installed: which there are, one more out of a folder or a .zip, one less."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ser_desktop.engine.filenames import file_name, same_place
from ser_desktop.engine.modelfiles import model_files, refused
from ser_desktop.engine.tried import Tried
from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference import manifest as folders_of_models
from ser_desktop.inference.manifest import CARD_FILE, Manifest, Model, read_file
from ser_desktop.inference.placing import aside, put, staged
from ser_desktop.results import ModelInfo

__all__ = ["Model", "Models"]


class Models:
    """The model folders, the user's own first; a model there hides one of the same name that came along.

    Every call looks at the disk anew. Nothing here is remembered, so any thread may ask.

    Parameters
    ----------
    folders
        Where models are looked for; only in the first one is anything changed, and what lies there was
        brought by somebody: it is tried out before it is used.
    tried
        Where it is noted which models were tried out; None to try each of them each time.
    """

    def __init__(self, folders: Sequence[Path], tried: Path | None = None) -> None:
        self._folders = tuple(folders)
        self._own = self._folders[0]
        self._tried = Tried(tried)

    def installed(self) -> tuple[ModelInfo, ...]:
        """Return the models that there are, in milliseconds each; one that cannot be used says why."""
        return tuple(self._info(folder) for folder in folders_of_models.installed(self._folders))

    def load(self, name: str) -> Model:
        """Read and verify a model; raise :class:`UserError` where there is none or it cannot be used.

        One that did not come with the program is tried out first, where that was not done before: that takes
        a second or two.
        """
        folder = folders_of_models.find(name, self._folders)
        model = folders_of_models.load(folder)
        if folder.parent not in self._folders[1:]:
            self._tried.require(model)
        return model

    def load_shipped(self, name: str) -> Model:
        """Read and verify a model that came with the program, also where one of the same name hides it."""
        for folder in folders_of_models.installed(self._folders[1:]):
            if folder.name == name:
                return folders_of_models.load(folder)
        raise _unknown(name)

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
            with aside(self._own) as place:
                folder = staged(place)
                for name, content in files.items():
                    (folder / name).write_bytes(content)
                model = folders_of_models.load(folder)
                name = _folder_name(model, path)
                self._require_free(name, replace=replace)
                self._tried.require(model, anew=True)
                put(place, self._own / name, self._called(name))
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
            raise _unknown(name)
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
            with aside(self._own) as place:
                folder.rename(place / "gone")  # gone at once, however long the deleting takes
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

    def _called(self, name: str) -> list[Path]:
        """Return what lies among the user's own under this name, on some system."""
        return [path for path in self._own.iterdir() if same_place(path.name, name)]

    def _require_free(self, name: str, *, replace: bool) -> None:
        there = [
            folder for folder in folders_of_models.installed(self._folders) if same_place(folder.name, name)
        ]
        there += self._called(name)
        if there and not replace:
            raise UserError(
                "model-exists",
                "There is a model called “{name}” already.",
                "It lies in {folder}.",
                "Say that it may be replaced, or keep the one that is there.",
                name=name,
                folder=there[0],
            )


def _unknown(name: str) -> UserError:
    return UserError("no-model", "There is no model called “{name}”.", name=name)


def _strangers(manifest: Manifest) -> int:
    try:
        return int(manifest.metrics["test"]["all"]["speakers"])
    except (KeyError, TypeError, ValueError, OverflowError):
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
        return read_file(folder / CARD_FILE).decode("utf-8", errors="replace")
    except OSError:
        return ""
