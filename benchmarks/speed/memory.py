"""What the window holds after ten minutes of listening, beyond an empty window of PySide6 and pyqtgraph.

Both are real processes on a private screen, several of each at once. Ours is ``ser-desktop --demo`` with
every panel shown: the bundled clip is played at its own pace, heard, answered, drawn and logged. Theirs is
Python with a QApplication and a QMainWindow around one empty PlotWidget. Compared is the resident memory
(RSS as /proc tells it, shared libraries included in both) after so many minutes; what ours held after the
first half minute is told beside it.

python -m benchmarks.speed.memory [--minutes 10]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.speed.measuring import ROOT, Outcome, tell
from benchmarks.speed.screens import screen, somebody

REPEATS = 3
OURS = ("-m", "ser_desktop", "--demo")
EMPTY = """
import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1280, 800)
window.show()
app.exec()
"""
_EARLY_S = 30.0


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="how long they run")
    tell([memory(60 * parser.parse_args().minutes)])


def memory(seconds: float) -> Outcome:
    """Let windows of both kinds run side by side, and compare them."""
    with ExitStack() as stack:
        name, display = stack.enter_context(screen())
        environment = stack.enter_context(somebody(display))
        show_all(Path(environment["XDG_CONFIG_HOME"]))
        ours = [stack.enter_context(Kept(OURS, environment)) for _ in range(REPEATS)]
        theirs = [stack.enter_context(Kept(("-c", EMPTY), environment)) for _ in range(REPEATS)]
        early_s = min(_EARLY_S, seconds / 2)
        time.sleep(early_s)
        early = [one.resident_mb() for one in ours]
        time.sleep(seconds - early_s)
        held = [one.resident_mb() for one in ours]
        empty = [one.resident_mb() for one in theirs]
    facts: dict[str, float | str] = {
        "ours, MB": round(statistics.median(held), 1),
        f"ours after {early_s:.0f} s, MB": round(statistics.median(early), 1),
        "empty window, MB": round(statistics.median(empty), 1),
        "minutes": round(seconds / 60, 1),
        "screen": name,
    }
    return Outcome("memory", tuple(one - other for one, other in zip(held, empty, strict=True)), facts)


def show_all(folder: Path) -> None:
    """Write settings with which every panel is shown."""
    from ser_desktop import paths
    from ser_desktop.settings import Settings, SettingsFile

    SettingsFile(folder / paths.APP / paths.settings().name).save(Settings(welcomed=True, hidden=()))


class Kept:
    """A Python process that runs as long as this context."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment)

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()

    def resident_mb(self) -> float:
        """Return what it holds in main memory now, in millions of bytes."""
        if self._process.poll() is not None:
            raise SystemExit("a window closed by itself")
        pages = int(Path("/proc", str(self._process.pid), "statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
