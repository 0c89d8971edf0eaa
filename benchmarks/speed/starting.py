"""How long the program takes to start, beyond what Python and Qt take for an empty window.

Both are real processes, started in turn and warm, on a private screen. Ours is ``ser-desktop --demo
--verbose``: its own log tells when the window was painted for the first time, and when model and runner are
ready for the first sound. Theirs is Python with a QApplication and an empty
QMainWindow of the same size, shown, which tells its first paint in the same way. The clock is that of this
process: from before the start to the line. A figure is ours minus theirs, pair by pair. With --demo no
microphone is opened, which a thread of its own does beside the window; the clip is read before it instead.

python -m benchmarks.speed.starting
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from benchmarks.speed.measuring import ROOT, Outcome, tell
from benchmarks.speed.screens import screen, somebody

REPEATS = 9
PAINTED, READY = "The window is on the screen", "Ready to hear"
OURS = ("-m", "ser_desktop", "--demo", "--verbose")
EMPTY = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest or event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: print("The window is on the screen", file=sys.stderr, flush=True))
        return done

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
_PATIENCE_S = 60.0


def main() -> None:
    """Measure, and tell."""
    with screen() as (name, display), somebody(display) as environment:
        for arguments in (OURS, ("-c", EMPTY)):  # compiles what is not, and warms the disk
            seconds_to(arguments, (PAINTED,), environment)
        ours, theirs = [], []
        for _ in range(REPEATS):
            theirs.append(seconds_to(("-c", EMPTY), (PAINTED,), environment)[PAINTED])
            ours.append(seconds_to(OURS, (PAINTED, READY), environment))
    empty: dict[str, float | str] = {"empty window, s": median(theirs), "screen": name}
    tell(
        Outcome(
            row,
            tuple(one[line] - other for one, other in zip(ours, theirs, strict=True)),
            {"ours, s": median([one[line] for one in ours]), **empty},
        )
        for row, line in (("start", PAINTED), ("ready", READY))
    )


def seconds_to(
    arguments: Sequence[str], lines: Sequence[str], environment: Mapping[str, str]
) -> dict[str, float]:
    """Start Python with these arguments; return after how many seconds it wrote each of the lines."""
    seen: dict[str, float] = {}
    began_s = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            for told in process.stderr or ():
                now_s = time.perf_counter() - began_s
                seen |= {line: now_s for line in lines if line in told and line not in seen}
                if len(seen) == len(lines) or now_s > _PATIENCE_S:
                    break
        finally:
            process.kill()
    if len(seen) < len(lines):
        raise SystemExit(f"{os.fspath(arguments[-1])!r} never told {set(lines) - set(seen)}")
    return seen


def median(times_s: Sequence[float]) -> float:
    """Return the median to the millisecond."""
    return round(statistics.median(times_s), 3)


if __name__ == "__main__":
    main()
