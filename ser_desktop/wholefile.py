"""Whole files: whoever looks finds the old content or the new one, whenever the writer was killed.

The content goes into a part file beside its place, to the disk, and only then under its name. A part's name
is its own, so two programs that write the same file do not meet. What a killed writer left begins with a dot,
is read by nobody, and is cleared away by the next one.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from functools import cache
from pathlib import Path

_PART = re.compile(r"\..+\.[0-9a-f]{16}\.part")
_LEFT_BEHIND_S = 3600.0  # writing takes moments: whoever began so long ago does not go on


def write(
    path: Path, content: bytes | bytearray | memoryview, *, replace: bool = True, lasting: bool = True
) -> None:
    """Write a file, whole or not at all; its folder must be there. A device or a pipe is written into.

    Parameters
    ----------
    replace
        Whether a file that is there already is replaced.
    lasting
        When this returns, the file outlasts a power cut too, as far as disk and file system keep their word.
        Waiting for the disk takes longer than most work: what can be made again, and is looked at when it is
        read, need not last.

    Raises
    ------
    FileExistsError
        One is there and ``replace`` is not said; it is left as it is.
    OSError
        The disk refuses; what was there before is still there.
    """
    if replace and path.exists() and not (path.is_file() or path.is_dir()):
        path.write_bytes(content)
        return
    _tidy(path.parent)
    part = path.with_name(f".{path.name[:50]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if replace:
            part.replace(path)
        else:
            _put_where_none_is(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    if lasting:
        flush(path.parent)


def _put_where_none_is(part: Path, path: Path) -> None:
    """Give the part its name in one step, which fails where another program took it meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as of most memory sticks: two steps
        path.open("xb").close()
        try:
            part.replace(path)
        except BaseException:
            path.unlink()
            raise


def flush(path: Path) -> None:
    """Bring a file, or a folder's own entries, to the disk, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def _tidy(folder: Path) -> None:
    """Delete what killed writers left in a folder: once in a process, for it may hold thousands of files."""
    before_s = time.time() - _LEFT_BEHIND_S
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < before_s:
                        os.unlink(entry.path)  # noqa: PTH108 - a scanned entry is no Path
