"""What a library says on the terminal by itself, past Python, kept from those who did not ask."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2
_turn = threading.Lock()  # two at once would each put back what the other had put there


@contextmanager
def without_greeting() -> Iterator[None]:
    """Send to nowhere what is written to this process's standard error meanwhile; keep it short."""
    with _turn:
        try:
            kept = os.dup(_STDERR)
        except OSError:  # a windowed program has none
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, _STDERR)
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
            os.close(nowhere)
