"""The files of a model that somebody brings, out of a folder or a .zip: read with care, none written."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, MOST_BYTES

_CHUNK_BYTES = 1 << 20
_MOST_AT_ONCE_BYTES = 4 << 20  # also of an archive's list of contents, which is read in one go
_NEEDED = (MODEL_FILE, MANIFEST_FILE)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError,
    struct.error, OverflowError, MemoryError,
)  # fmt: skip


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
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise _none_there(path)
    if not zipfile.is_zipfile(path):
        raise _none_there(path)
    found = {}
    with _Sparing(path) as file, zipfile.ZipFile(file) as archive:
        place = _place(archive, path)
        for name, most in MOST_BYTES.items():
            member = archive.NameToInfo.get(str(place / name))
            if member is None:
                continue
            if stat.S_ISLNK(member.external_attr >> 16):
                raise refused(path, Phrase("{file} is a link to somewhere else."), file=name)
            with archive.open(member) as packed:
                found[name] = _at_most(_unpacked(packed, most), path, name)
    return found


def _unpacked(packed: IO[bytes], most: int) -> bytes:
    """Read ``most`` bytes and one more, if there are as many: what a member says of its size may be wrong."""
    content = bytearray()
    while len(content) <= most and (chunk := packed.read(_CHUNK_BYTES)):
        content += chunk
    return bytes(content)


class _Sparing(io.FileIO):
    """A file of which nobody gets much at once: an archive's list of millions of names would fill memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read some bytes, or refuse."""
        enough = _MOST_AT_ONCE_BYTES + 1
        content = super().read(enough if size is None or size < 0 else min(size, enough)) or b""
        if len(content) > _MOST_AT_ONCE_BYTES:
            raise zipfile.BadZipFile("it lists too much")
        return content


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
