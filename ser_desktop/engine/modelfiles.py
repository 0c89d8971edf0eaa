"""The files of a model that somebody brings, out of a folder or a .zip: read with care, none written."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.manifest import CARD_FILE, MANIFEST_FILE, MODEL_FILE, PICTURE_FILE

MOST_BYTES = {
    MODEL_FILE: 200_000_000,
    MANIFEST_FILE: 4_000_000,
    CARD_FILE: 1_000_000,
    PICTURE_FILE: 20_000_000,
}
"""The files that a model folder has, and how large each may be; no other file is looked at."""

_NEEDED = (MODEL_FILE, MANIFEST_FILE)
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError)


def model_files(path: Path) -> dict[str, bytes]:
    """Read the files of a model, by their names, out of its folder or a .zip with one model in it.

    Raises
    ------
    UserError
        "no-model-there" where there is none, "bad-model" where a file is too large, a link or damaged.
    """
    try:
        found = _of_folder(path) if path.is_dir() else _of_archive(path)
    except _BROKEN as error:
        raise refused(
            path, Phrase("The archive cannot be read: {reason}."), reason=str(error).rstrip(".")
        ) from error
    except (OSError, ValueError) as error:
        raise UserError(
            "no-model-there",
            "{name} cannot be read.",
            "{path}: {reason}.",
            "See that it is there and that you may read it.",
            name=path.name,
            path=path,
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    if any(name not in found for name in _NEEDED):
        raise _none_there(path)
    return found


def refused(path: Path, detail: str, **values: object) -> UserError:
    """Return the words for a model that is not let in."""
    remedy = "Ask for it again where it came from."
    return UserError(
        "bad-model", "{name} is no model that can be used.", detail, remedy, name=path.name, **values
    )


def _of_folder(folder: Path) -> dict[str, bytes]:
    found = {}
    for name, most in MOST_BYTES.items():
        path = folder / name
        if path.is_symlink():
            raise refused(folder, Phrase("{file} is a link to somewhere else."), file=name)
        if not path.exists():
            continue
        if not path.is_file():  # opening a pipe would wait for ever
            raise refused(folder, Phrase("{file} is not a file."), file=name)
        with path.open("rb") as file:
            found[name] = _at_most(file.read(most + 1), folder, name)
    return found


def _of_archive(path: Path) -> dict[str, bytes]:
    if path.exists() and not zipfile.is_zipfile(path):
        raise _none_there(path)
    found = {}
    with zipfile.ZipFile(path) as archive:
        place = _place(archive, path)
        for name, most in MOST_BYTES.items():
            member = archive.NameToInfo.get(str(place / name))
            if member is None:
                continue
            if stat.S_ISLNK(member.external_attr >> 16):
                raise refused(path, Phrase("{file} is a link to somewhere else."), file=name)
            with archive.open(member) as file:  # what a member says of its size need not be true
                found[name] = _at_most(file.read(most + 1), path, name)
    return found


def _place(archive: zipfile.ZipFile, path: Path) -> PurePosixPath:
    """Return where in the archive the model is: at its top, or in a folder there."""
    names = [PurePosixPath(name) for name in archive.namelist()]
    inside = [one for one in names if len(one.parts) <= 2 and ".." not in one.parts and not one.is_absolute()]
    places = {one.parent for one in inside if one.name == MANIFEST_FILE}
    if not places:
        raise _none_there(path)
    if len(places) > 1:
        raise refused(path, Phrase("It holds {count} models."), count=len(places))
    return places.pop()


def _at_most(content: bytes, path: Path, name: str) -> bytes:
    most = MOST_BYTES[name]
    if len(content) > most:
        raise refused(path, Phrase("{file} has more than {most} MB."), file=name, most=most // 1_000_000)
    return content


def _none_there(path: Path) -> UserError:
    return UserError(
        "no-model-there",
        "There is no model in {name}.",
        "A model is a folder, or a .zip of one, with {files} in it.",
        "Choose the folder itself, or its .zip.",
        name=path.name,
        files=" and ".join(_NEEDED),
    )
