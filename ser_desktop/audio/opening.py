"""Opening a sound file, and the words for all that can be wrong with it."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import nullcontext
from pathlib import Path

import soundfile

from ser_desktop.audio.quiet import no_stderr
from ser_desktop.errors import Phrase, UserError

READABLE = Phrase("WAV, FLAC, Ogg, Opus, MP3 and AIFF")
"""The formats to name to a person; libsndfile reads more."""

ENDS_BEFORE_SOUND = Phrase("It ends before its sound begins.")
"""What is wrong with a file of nothing but a header."""

NOTHING_BUT = Phrase("Not one of its samples is a number.")
"""What is wrong with a file of NaN and infinity."""

_NO_RATE = Phrase("Its header names so few samples a second that nothing of a voice would be left.")
_LOWEST_HZ = 1_000  # a telephone has 8000; at a few hertz minutes become days
_UNFINISHED = Phrase("Its header was never finished: whatever recorded it stopped too early.")
_LONGEST_S = 7 * 24 * 3600.0  # a header that claims more than a week does not know its length
_MPEG = re.compile(rb"ID3|\xff[\xe0-\xff]")
_SOUND = re.compile(
    rb"RIFF....WAVE|RIFX|RF64|riff.{12}|FORM....AIF|fLaC|OggS|caff|\.snd|" + _MPEG.pattern, re.DOTALL
)
_DUMP = b"\xf0\x7e"  # libsndfile prints each checksum of it that is wrong, on standard output
_MPEG_NAMES = {".mp1", ".mp2", ".mp3", ".m1a", ".m2a"}
_NO_MPEG = 7  # libsndfile's code where mpg123 finds nothing
_MANY_BYTES = 4096  # more than any header
# In its log libsndfile notes chunks that end beyond the file: "data : 64000 (should be 31978)".
_PROMISED = re.compile(r": (\d+) \(should be (\d+)\)")
_SLACK_BYTES = 8  # headers that are off by a pad byte or their own size are common, and lose nothing


class SteadyFile(soundfile.SoundFile):  # type: ignore[misc]  # soundfile has no types
    """A file whose reads follow each other without a seam.

    After each read soundfile seeks to where the file is anyway if it can. An MP3 loses its decoder's memory
    by that, and begins every block with up to 70 ms of something else.
    """

    def seekable(self) -> bool:
        """Say no."""
        return False

    @property
    def can_seek(self) -> bool:
        """Whether :meth:`seek` works."""
        return bool(super().seekable())


def open_sound(path: Path) -> SteadyFile:
    """Open for reading, or say in words why not.

    Raises
    ------
    UserError
        "file-not-found", "not-a-file", "no-permission", "file-not-readable", "empty-audio", "not-audio",
        "damaged-audio" or "unknown-length".
    """
    head = _head(path)
    if head.startswith(_DUMP):
        raise _no_audio(path, Phrase("It is a dump of a sampler's memory."))
    try:
        with no_stderr() if _MPEG.match(head) or path.suffix.lower() in _MPEG_NAMES else nullcontext():
            # As bytes where names are bytes: soundfile refuses a name that is not valid UTF-8.
            sound = SteadyFile(os.fsencode(path) if os.name == "posix" else path)
    except soundfile.LibsndfileError as error:
        reason = _reason(error)
        if _SOUND.match(head):
            raise UserError(
                "damaged-audio",
                "{name} is cut off or damaged.",
                "{path}: It begins as sound does, but cannot be read on. {reason}",
                "Copy or export the file again.",
                name=path.name,
                path=path,
                reason=reason,
            ) from error
        raise _no_audio(path, reason) from error
    if sound.frames > 0 and sound.samplerate < _LOWEST_HZ:
        sound.close()
        raise damaged(path, _NO_RATE)
    if 0 < sound.frames < _LONGEST_S * sound.samplerate:
        return sound
    missing = missing_bytes(sound)
    sound.close()
    if sound.frames > 0:
        raise _endless(path)
    if missing or sound.format in {"OGG", "MPEG", "MP3"}:  # whose files begin with sound
        raise damaged(path, ENDS_BEFORE_SOUND)
    if path.stat().st_size > _MANY_BYTES:
        raise damaged(path, _UNFINISHED)
    raise empty(path)


def _no_audio(path: Path, reason: str) -> UserError:
    return UserError(
        "not-audio",
        "{name} is not a sound file that can be read.",
        "{path}: {reason}",
        "Use {formats}; other formats can be converted to WAV.",
        name=path.name,
        path=path,
        reason=reason,
        formats=READABLE,
    )


def _reason(error: soundfile.LibsndfileError) -> str:
    """Return libsndfile's words, where they would help anybody."""
    if error.code == _NO_MPEG:  # it speaks of a pipe
        return Phrase("There is no sound in it.")
    if error.error_string.startswith("Internal error"):
        return Phrase("Its header makes no sense.")
    return str(error.error_string)


def missing_bytes(sound: soundfile.SoundFile) -> int:
    """Return how many bytes the header promises beyond the end of the file."""
    found = ((int(promised), int(there)) for promised, there in _PROMISED.findall(sound.extra_info))
    missing = max((promised - there for promised, there in found), default=0)
    return missing if missing > _SLACK_BYTES else 0


def _head(path: Path) -> bytes:
    """Return the first bytes; libsndfile calls every fault that is seen here "System error"."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError(
                "not-a-file",
                "{name} is a folder.",
                "{path} holds no recording itself.",
                "Choose the recordings in it.",
                name=path.name,
                path=path,
            )
        if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
            raise UserError(
                "not-a-file",
                "{name} is no file but a device or a pipe.",
                "{path} holds no recording itself.",
                "Save its sound to a file first.",
                name=path.name,
                path=path,
            )
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise _not_opened(path, error) from error
    except ValueError as error:  # a name with a NUL in it
        raise _not_opened(path, OSError(errno.ENOENT, str(error))) from error
    if not head:
        raise empty(path)
    return head


def _not_opened(path: Path, error: OSError) -> UserError:
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return UserError(
            "file-not-found",
            "{name} is not there.",
            "{path} is a link to a file that is not there."
            if os.path.islink(path)  # noqa: PTH114 - Path raises where os.path says no
            else "Looked for {path}.",
            "Check the name.",
            name=path.name,
            path=path,
        )
    if error.errno in {errno.EACCES, errno.EPERM}:
        return UserError(
            "no-permission",
            "{name} may not be read.",
            "{path}: {reason}.",
            "Ask its owner to let you read it, or copy it where you may.",
            name=path.name,
            path=path,
            reason=error.strerror,
        )
    return UserError(
        "file-not-readable",
        "{name} cannot be opened.",
        "{path}: {reason}.",
        "Check that it is a file and that you may read it.",
        name=path.name,
        path=path,
        reason=error.strerror or error,
    )


def empty(path: Path) -> UserError:
    """Return the words for a file without a single sample."""
    return UserError(
        "empty-audio",
        "{name} holds no sound.",
        "{path} is empty.",
        "Record it again.",
        name=path.name,
        path=path,
    )


def damaged(path: Path, reason: str) -> UserError:
    """Return the words for a file that begins as sound and does not go on as such."""
    return UserError(
        "damaged-audio",
        "{name} is cut off or damaged.",
        "{path}: {reason}",
        "Copy or export the file again.",
        name=path.name,
        path=path,
        reason=reason,
    )


def _endless(path: Path) -> UserError:
    """Return the words for a FLAC that was written into a pipe: libsndfile cannot reach its end."""
    return UserError(
        "unknown-length",
        "{name} does not say how long it is.",
        "{path} was probably never finished, or written through a pipe.",
        "Convert it once, for example to WAV.",
        name=path.name,
        path=path,
    )
