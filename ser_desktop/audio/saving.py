"""A clip becomes a file: whole or not at all, and never in another one's place."""

from __future__ import annotations

import errno
import io
import os
import secrets
from pathlib import Path

import soundfile

from ser_desktop.errors import Phrase, UserError
from ser_desktop.results import Clip

# The system's codes: our code, what happened, what to do
_WORDS = {
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG): (
        "disk-full",
        Phrase("There is no room for {name}."),
        Phrase("The clip is still here: make room, or save it on another disk."),
    ),
    (errno.EACCES, errno.EPERM, errno.EROFS): (
        "folder-not-writable",
        Phrase("{name} may not be written there."),
        Phrase("The clip is still here: save it in another folder."),
    ),
    (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP): (
        "folder-not-found",
        Phrase("There is no such folder for {name}."),
        Phrase("The clip is still here: choose a folder that exists."),
    ),
}
_OTHER = (
    "not-saved",
    Phrase("{name} could not be saved."),
    Phrase("The clip is still here: try again, or save it in another folder."),
)


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
    if isinstance(error, FileExistsError):
        return UserError(
            "file-exists",
            "{name} is there already.",
            "{path} was left as it is.",
            "The clip is still here: choose another name, or replace it.",
            name=path.name,
            path=path,
        )
    words = next((words for numbers, words in _WORDS.items() if error.errno in numbers), _OTHER)
    code, title, remedy = words
    reason = error.strerror or error
    return UserError(code, title, "{path}: {reason}.", remedy, name=path.name, path=path, reason=reason)
