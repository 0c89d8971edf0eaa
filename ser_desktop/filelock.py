"""A file that one program holds: until it closes it, or is gone, however it went."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO


def hold(path: Path) -> IO[bytes] | None:
    """Open a file, made where it is not there, and hold it while it is open; None where another holds it.

    Raises
    ------
    OSError
        The file cannot be opened.
    """
    file = path.open("ab")
    try:
        _lock(file)
    except OSError:  # also where the file system knows no locks
        file.close()
        return None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
