"""Writing results: whole or not at all, and never over a file unless told."""

from __future__ import annotations

import os
from pathlib import Path

from ser_desktop import wholefile
from ser_desktop.errors import UserError


def write(path: Path, content: str | bytes, *, replace: bool = False) -> None:
    """Write text, as UTF-8, or bytes in one go: whoever looks sees the old file or the new one, never a part.

    Folders that lack are made. Lone surrogates, as names of files may hold, are written as escapes.

    Raises
    ------
    UserError
        A file is there and ``replace`` is not said, or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
        wholefile.write(path, data, replace=replace)
    except OSError as error:
        taken = isinstance(error, FileExistsError) and os.path.lexists(path)  # not a folder's name on the way
        raise (_exists(path) if taken else not_saved(path, error)) from error


def not_saved(path: Path, error: OSError) -> UserError:
    """Tell in words why a file could not be written."""
    return UserError(
        "not-saved",
        "{name} could not be saved.",
        "{path}: {reason}.",
        "See that there is room, and that you may write there.",
        name=path.name,
        path=path,
        reason=error.strerror or error,
    )


def _exists(path: Path) -> UserError:
    return UserError(
        "file-exists",
        "{name} is there already.",
        "It is {path}.",
        "Choose another name, or say that it may be replaced.",
        name=path.name,
        path=path,
    )
