"""Keeps a log as the program does, and ends in the way that is asked for: ``dying_child.py FOLDER WAY``.

It says "ready" once the log is there. ``waits`` ends with its standard input.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from ser_desktop import cli
from ser_desktop.crashes.hooks import caught
from ser_desktop.crashes.runlog import RunLog
from ser_desktop.errors import UserError

NAMED = "/home/anna/Interview with Bruno.wav"
log = logging.getLogger("ser_desktop.child")


def on_a_thread() -> None:
    """Fail where nobody waits for an answer."""
    thread = threading.Thread(target=Path(NAMED).read_bytes, name="reader")
    thread.start()
    thread.join()


class Careless:
    """Fails while it is thrown away."""

    def __del__(self) -> None:
        raise LookupError("careless")


def refuse() -> None:
    """Tell a fault in words."""
    raise UserError("x", "Said in words.")


def flood() -> None:
    """Say very much."""
    for number in range(9_000):
        log.warning("number %s %s", number, "x" * 100)


def repeat() -> None:
    """Say the same."""
    for _ in range(1000):
        log.warning("the same")


def wait() -> None:
    """Say what is said."""
    for line in sys.stdin:
        log.warning("%s", line.strip())


WAYS: dict[str, Callable[[], object]] = {
    "well": lambda: None,
    "segfault": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "fault": Path(NAMED).read_bytes,
    "thread": on_a_thread,
    "unraisable": Careless,
    "refused": refuse,
    "flood": flood,
    "again": repeat,
    "waits": wait,
}

cli._log_to_terminal(logging.CRITICAL)
with contextlib.suppress(UserError), RunLog(Path(sys.argv[1])) as run, caught(lambda _error: None):
    print(f"ended: {bool(run.ended)}", flush=True)
    print("ready", flush=True)
    WAYS[sys.argv[2]]()
