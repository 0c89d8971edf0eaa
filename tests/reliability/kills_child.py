"""Brings up processes that write without end, to be killed: a line ``FOLDER NUMBER`` on standard input each.

It loads everything once; each process is a fork of it, and tells on standard output "pid" with its number,
then each thing that is written, once that is reported as done: "settings 17"; "broken" where it cannot be.
"over" follows its end.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path

from ser_desktop.engine import tried
from ser_desktop.inference.manifest import Model
from tests.reliability.writing import Home


def no_trial(_model: Model) -> None:
    """Let a model in: what is killed is the writing, and the trial, a process of its own, writes nothing."""


def tell(line: str) -> None:
    """Say it in one piece."""
    os.write(1, f"{line}\n".encode())


def write(kind: str, deed: Callable[[int], None], first: int) -> None:
    """Write one generation after the other."""
    try:
        for number in count(first):
            deed(number)
            tell(f"{kind} {number}")
    except BaseException:
        tell("broken 0")
        raise


def work(folder: Path, first: int) -> None:
    """Write all kinds at once, for ever."""
    vars(tried)["try_out"] = no_trial
    home = Home(folder)
    home.prepare()
    deeds = {
        "settings": home.write_settings,
        "voice": home.write_voice,
        "model": home.write_model,
        "clip": home.write_clip,
        "export": home.write_export,
    }
    threads = [threading.Thread(target=write, args=(kind, deed, first)) for kind, deed in deeds.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    """Fork for each line."""
    for line in sys.stdin:
        folder, first = line.rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            work(Path(folder), int(first))
        tell(f"pid {child}")
        os.waitpid(child, 0)
        tell("over 0")


if __name__ == "__main__":
    main()
