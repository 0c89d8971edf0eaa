"""A clip becomes a file: whole or not at all, and never in another one's place."""

from __future__ import annotations

import errno
import io
import os
import secrets
from pathlib import Path

import soundfile

from ser_desktop.errors import UserError
from ser_desktop.results import Clip

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP)


def save_clip(clip: Clip, path: Path, *, replace: bool = False) -> None:
    """Write a clip as WAV: mono, the source's rate, 32-bit float, so that not a bit of it changes.

    It is written beside its place, flushed to the disk, and then put there. Whatever goes wrong, the clip
    is still in memory, and nothing half-written is left.

    Parameters
    ----------
    replace
        Whether a file that is there already may be replaced.

    Raises
    ------
    UserError
        "file-exists", "disk-full", "folder-not-writable", "folder-not-found" or "not-saved".
    """
    sound = io.BytesIO()  # libsndfile tells no reason when a disk is full
    soundfile.write(sound, clip.samples, clip.rate_hz, format="WAV", subtype="FLOAT")
    try:
        part = _written_beside(path, sound.getbuffer())
        try:
            _put(part, path, replace=replace)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _fault(error, path) from error


def _written_beside(path: Path, content: memoryview) -> Path:
    part = path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}.part")
    with part.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def _put(part: Path, path: Path, *, replace: bool) -> None:
    if replace:
        part.replace(path)
        return
    path.open("xb").close()  # takes the name: of two programs that want it only one can
    try:
        part.replace(path)
    except BaseException:
        path.unlink()
        raise


def _fault(error: OSError, path: Path) -> UserError:
    kept = "The clip is still here: "
    detail = f"{path}: {error.strerror or error}."
    if isinstance(error, FileExistsError):
        title, remedy = f"{path.name} is there already.", "choose another name, or replace it."
        return UserError("file-exists", title, f"{path} was left as it is.", kept + remedy)
    if error.errno in _FULL:
        remedy = "make room, or save it on another disk."
        return UserError("disk-full", f"There is no room for {path.name}.", detail, kept + remedy)
    if error.errno in _FORBIDDEN:
        title = f"{path.name} may not be written there."
        return UserError("folder-not-writable", title, detail, kept + "save it in another folder.")
    if error.errno in _NOWHERE:
        title = f"There is no such folder for {path.name}."
        return UserError("folder-not-found", title, detail, kept + "choose a folder that exists.")
    title = f"{path.name} could not be saved."
    return UserError("not-saved", title, detail, kept + "try again, or save it in another folder.")
