"""Writing results: whole or not at all, and never over a file unless told."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

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
        partial = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
            partial.write_bytes(data)
            _put(partial, path, replace=replace)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise not_saved(path, error) from error


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


def _put(partial: Path, path: Path, *, replace: bool) -> None:
    """Give the file its name; without ``replace`` in a way that cannot hit one that came meanwhile."""
    if replace:
        partial.replace(path)
        return
    if os.path.lexists(path):
        raise _exists(path)
    try:
        os.link(partial, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:  # a file system without hard links
        partial.replace(path)


def _exists(path: Path) -> UserError:
    return UserError(
        "file-exists",
        "{name} is there already.",
        "It is {path}.",
        "Choose another name, or say that it may be replaced.",
        name=path.name,
        path=path,
    )
