"""A clip becomes a file: whole or not at all, and never in another one's place."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import soundfile

from ser_desktop import wholefile
from ser_desktop.audio import gapnote
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

    Where sound is missing in it stands in the file's comment.

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
    with soundfile.SoundFile(sound, "w", clip.rate_hz, 1, subtype="FLOAT", format="WAV") as file:
        if clip.gaps:
            file.comment = gapnote.written(clip.gaps)
        file.write(clip.samples)
    try:
        wholefile.write(path, sound.getbuffer(), replace=replace)
    except OSError as error:
        raise _fault(error, path) from error


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
