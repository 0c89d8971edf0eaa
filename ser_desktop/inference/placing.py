"""A model's folder gets its place whole or not at all, whenever the program ends: killed, or without power.

To put a folder in another's place takes two renames on most systems. Both folders lie aside meanwhile, in a
hidden one beside the place; what a killed program left there tells which of the two is to be had, and
:func:`recover` sees to it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ser_desktop.filelock import hold
from ser_desktop.wholefile import flush

_NEW, _OLD, _HELD = "new", "old", "held"


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """Make a hidden folder in ``folder``, in which no model is looked for; delete in the end what is left."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f".{secrets.token_hex(8)}.part"
    place.mkdir()
    held = _hold(place)
    try:
        yield place
    finally:
        if held is not None:
            held.close()
        _delete(place)


def staged(place: Path) -> Path:
    """Make, in a folder that lies aside, the one that :func:`put` gives its place."""
    new = place / _NEW
    new.mkdir()
    return new


def put(place: Path, target: Path, instead_of: Iterable[Path] = ()) -> None:
    """Give the folder that is staged in ``place`` its own place; what it replaces goes away.

    Where that fails, what it was to replace is back.
    """
    new, old = place / _NEW, place / _OLD
    for path in (*new.iterdir(), new):
        flush(path)
    old.mkdir()
    try:
        for path in instead_of:
            path.rename(old / path.name)
        new.rename(target)
    except BaseException:  # Ctrl-C too may come between the two
        _put_back(old, target.parent)
        raise
    flush(target.parent)


def recover(folder: Path) -> None:
    """Finish in ``folder`` what a program was doing there when it was killed; never fails.

    A model that was to be replaced is back, unless the new one had its place already. What another program
    is doing at this moment is left alone.
    """
    with contextlib.suppress(OSError):
        for place in list(folder.glob(".*.part")):
            if place.is_dir() and not place.is_symlink():
                _finish(place)


def _finish(place: Path) -> None:
    held = _hold(place)
    if held is None:
        return
    with held:
        if (place / _NEW).exists():
            with contextlib.suppress(OSError):
                _put_back(place / _OLD, place.parent)
            if _missing(place / _OLD, place.parent):  # better hidden than gone
                return
    _delete(place)


def _put_back(old: Path, folder: Path) -> None:
    for path in _missing(old, folder):
        path.rename(folder / path.name)


def _missing(old: Path, folder: Path) -> list[Path]:
    kept = list(old.iterdir()) if old.is_dir() else []
    return [path for path in kept if not os.path.lexists(folder / path.name)]


def _hold(place: Path) -> IO[bytes] | None:
    """Claim a folder that lies aside until the file is closed or the process is gone; None if it is taken."""
    with contextlib.suppress(OSError):
        return hold(place / _HELD)
    return None


def _delete(folder: Path) -> None:
    """Delete a folder and what is in it; of a link only the link."""
    shutil.rmtree(folder, ignore_errors=True)
