"""One scene in a process of its own: the program as a person starts it, and a director beside it."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ser_desktop import cli, paths
from ser_desktop.settings import Settings, SettingsFile
from tests.virtual_microphone import VirtualMicrophone, virtual
from tools.screenshots.director import Director
from tools.screenshots.scenes import SCENES


def main(name: str, corpora: Path, sizes: list[str]) -> int:
    """Play the scene ``name`` and take its pictures; 0 if all were taken."""
    with virtual() as microphone:
        _live_in(Path(os.environ["SER_PERSON"]), microphone)
        SettingsFile(paths.settings()).save(Settings(welcomed=name != "first-run", language="en"))
        app = QApplication(["ser-desktop"])
        failed: list[str] = []

        def play() -> None:
            director = Director(app, microphone, corpora, [_size(size) for size in sizes])
            try:
                SCENES[name](director)
            except Exception:  # noqa: BLE001 - whatever went wrong, the window must be closed
                failed.append(traceback.format_exc())
            director.close()

        QTimer.singleShot(500, app, play)
        status = cli.run([])
        print("".join(failed), file=sys.stderr, end="")
        return status or len(failed)


def _live_in(person: Path, microphone: VirtualMicrophone) -> None:
    """Let the program hear the virtual microphone, and keep its files with nobody else's."""
    cache = paths.cache().parent  # computed features are the same for everybody
    os.environ.update({**microphone.env, "XDG_CACHE_HOME": str(cache)})
    os.environ.update({f"XDG_{kind}_HOME": str(person / kind.lower()) for kind in ("CONFIG", "DATA")})


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
