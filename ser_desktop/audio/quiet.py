"""Silence for a library that cannot hold its tongue."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator

_STDERR = 2
_turn = threading.Lock()
_saved: list[int] = []  # the real standard error, while it is closed; and once more for each who came later


@contextlib.contextmanager
def no_stderr() -> Iterator[None]:
    """Let what is written to the process's standard error meanwhile go nowhere, from any thread.

    mpg123, which reads MP3 for libsndfile, warns there about broken files and offers no way to stop it; the
    same is told in words by whoever reads the file. Where there is no standard error, nothing is done.
    """
    try:
        _close()
    except OSError:  # a program without a terminal
        yield
        return
    try:
        yield
    finally:
        _reopen()


def _close() -> None:
    with _turn:
        if _saved:
            _saved.append(_saved[0])
            return
        real = os.dup(_STDERR)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        _saved.append(real)


def _reopen() -> None:
    with _turn:
        real = _saved.pop()
        if not _saved:
            os.dup2(real, _STDERR)
            os.close(real)
