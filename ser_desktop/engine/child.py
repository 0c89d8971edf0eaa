"""The program once more, as a process of its own that carries out a command and tells of it in lines."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from typing import Any

_NICENESS = 5  # the window and the microphone go first
_TAIL_BYTES = 4000


class Child:
    """The process, a thread that hears it, and its standard input.

    Parameters
    ----------
    arguments
        Of the command line.
    on_line
        Called, on the thread, with this object and each JSON object that the process prints.
    on_end
        Called last, on the thread, with this object and the last line that was written of faults.

    Raises
    ------
    OSError
        The system starts no more processes.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        on_line: Callable[[Child, dict[str, Any]], None],
        on_end: Callable[[Child, str], None],
    ) -> None:
        self._on_line, self._on_end = on_line, on_end
        self._faults = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the thread; a pipe could fill up
        try:
            self._process = _start(arguments, self._faults.fileno())
        except OSError:
            self._faults.close()
            raise
        self._lock = threading.Lock()  # of standard input
        self._thread = threading.Thread(target=self._hear, name="child", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def send(self, word: str) -> None:
        """Give an order; a process that has just ended hears none."""
        with self._lock, contextlib.suppress(OSError, ValueError):
            self._input.write(f"{word}\n".encode())
            self._input.flush()

    def end_within(self, patience_s: float) -> None:
        """Let go of its standard input, by which it ends; after ``patience_s`` end it hard. Waits."""
        with self._lock, contextlib.suppress(OSError):
            self._input.close()
        self._thread.join(patience_s)
        if self._thread.is_alive():
            self.kill()
            self._thread.join()

    def kill(self) -> None:
        """End it now, with whatever it started."""
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)  # it began a group of its own
        self._process.kill()

    @property
    def _input(self) -> Any:
        return self._process.stdin

    def _hear(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - asked for below
        with self._process.stdout as lines:
            for line in lines:
                told = _object(line)
                if told is not None:
                    self._on_line(self, told)
        self._process.wait()
        with self._lock, contextlib.suppress(OSError):
            self._input.close()
        with self._faults as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES))
            written = file.read().decode("utf-8", "replace").split("\n")
        self._on_end(self, next((line.strip() for line in reversed(written) if line.strip()), ""))


def program() -> list[str]:
    """Return how this program is started once more; what lies in its working folder is no part of it."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-P", "-m", "ser_desktop"]


def _start(arguments: Sequence[str], faults: int) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = (
            subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_NO_WINDOW
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        )
    process = subprocess.Popen(
        [*program(), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=faults,
        start_new_session=True,  # Ctrl-C in a terminal is for the window
        creationflags=flags,
    )
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
    return process


def _object(line: bytes) -> dict[str, Any] | None:
    """Read a line; what is no object was printed by some library."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
