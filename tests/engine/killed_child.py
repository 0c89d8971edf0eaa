"""Kill what changes the models at each of its steps on the disk: ``killed_child.py FOLDER ACT [AGAIN]``.

FOLDER holds "old" and "new", two models of one name. ACT is "bring", "replace" or "remove"; it runs in a fork
that kills itself before its first step on the disk, in the next one before its second, and so on until one
comes to its end. What each left is then recovered as the next start of the program does;
with AGAIN that is killed at each of its steps too. One JSON line for each: what is installed, and what lies
hidden beside.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ser_desktop.engine import tried
from ser_desktop.engine.models import Models
from ser_desktop.inference.placing import recover

_STEPS = ("open", "os.", "shutil.", "fcntl.")


def killed(act: Callable[[], object], before_step: int) -> bool:
    """Do it in a fork that is killed before that step; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = before_step

        def count(event: str, _details: Any) -> None:
            nonlocal left
            if event.startswith(_STEPS) and event != "os.kill":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            act()
            os.kill(os.getpid(), signal.SIGTERM)  # an exit of Python's would take steps of its own
        finally:
            os.kill(os.getpid(), signal.SIGABRT)
    _, status = os.waitpid(child, 0)
    ended = os.WTERMSIG(status)
    if ended not in {signal.SIGKILL, signal.SIGTERM}:
        raise RuntimeError(f"it failed before step {before_step}")
    return ended == signal.SIGKILL


def found(own: Path) -> dict[str, object]:
    """Tell what the program finds, and what else is there."""
    models = Models([own, own.with_name("none")])
    return {
        "titles": [info.title for info in models.installed()],
        "broken": [str(info.error) for info in models.installed() if info.error],
        "hidden": [path.name for path in own.glob(".*")],
    }


def main(folder: Path, act: str, *, twice: bool) -> None:
    """Kill it everywhere."""
    vars(tried).update(try_out=lambda _model: None, Runner=_Quick)  # tested elsewhere, a second each
    own = folder / "own"
    acts: dict[str, Callable[[], object]] = {
        "bring": lambda: Models([own]).bring(folder / "new"),
        "replace": lambda: Models([own]).bring(folder / "new", replace=True),
        "remove": lambda: Models([own]).remove("mine"),
    }
    step, dead = 0, True
    while dead:
        again, recovering = 0, True
        while recovering:
            shutil.rmtree(own, ignore_errors=True)
            if act == "bring":
                own.mkdir()
            else:
                shutil.copytree(folder / "old", own / "mine")
            dead = killed(acts[act], step)
            recovering = twice and killed(lambda: recover(own), again)
            recover(own)
            sys.stdout.write(json.dumps({"step": step, "again": again, "dead": dead, **found(own)}) + "\n")
            again += 1
        step += 1


class _Quick:
    def __init__(self, _model: object) -> None: ...

    def predict(self, _window: object) -> None:
        """Answer nothing."""


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], twice=len(sys.argv) > 3)
