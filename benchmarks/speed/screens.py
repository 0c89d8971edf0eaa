"""Screens of their own for windows that are measured: nothing appears before whoever works here."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.speed.measuring import ONE_THREAD

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
_LARGEST = "2560x1440x24"


@contextlib.contextmanager
def screen() -> Iterator[tuple[str, dict[str, str]]]:
    """Give a private X server's name and environment; where there is none, Qt's own "offscreen".

    Both draw in software.
    """
    if shutil.which("Xvfb") is None:
        yield "offscreen", OFFSCREEN
        return
    with x_server() as display:
        yield "Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@contextlib.contextmanager
def x_server() -> Iterator[str]:
    """Run a private X server; give its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _LARGEST, "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writing], stdout=quiet, stderr=quiet) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as display:
                number = display.readline().strip()
            yield f":{number}"
        finally:
            server.terminate()


@contextlib.contextmanager
def somebody(display: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give the environment of a person who starts the program for the first time, and of its screen.

    The folders of whoever measures stay as they are, and Python keeps what it compiled, as one that is
    installed does.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = {
            f"XDG_{name}_HOME": str(Path(folder, name.lower()))
            for name in ("CONFIG", "DATA", "CACHE", "STATE")
        }
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
        yield {**os.environ, **ONE_THREAD, **home, **compiled, "HOME": folder, **display}
