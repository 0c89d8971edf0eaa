"""Runs the real window on the default microphone, and tells how far what came has come: JSON lines.

Each line has, of one moment: the clock, how many seconds of sound PortAudio has delivered, up to where the
newest snapshot goes, where in the stream the latest knock began that can be seen in its trace, and how many
samples were lost. The end of the input closes the window.
"""

from __future__ import annotations

import json
import sys
import threading
import time

import numpy as np
from PySide6.QtWidgets import QApplication

from ser_desktop.audio.microphone import Microphone
from ser_desktop.engine.live import LiveEngine
from ser_desktop.results import Trace
from ser_desktop.ui.main_window import MainWindow
from tests.live_window_child import watched
from tests.reliability.knocks import KNOCK


class Observer:
    """Looks at the engine behind the window as often as a person could."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        threading.Thread(target=self._await_end, daemon=True).start()

    def look(self) -> None:
        """Tell what has come."""
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        for window in windows:
            assert isinstance(window.engine, LiveEngine)
            self._tell(window.engine)
            if self._ended.is_set():
                window.close()

    def _tell(self, engine: LiveEngine) -> None:
        moment, now_s = engine.snapshot(), time.time()
        source = engine._run._source if engine._run is not None else None
        if not isinstance(source, Microphone) or moment.trace is None:
            return
        facts = {
            "clock_s": now_s,
            "came_s": source._intake.ring.written_samples / source.rate_hz,
            "heard_s": moment.time_s,
            "knock_s": latest_knock_s(moment.trace),
            "lost_samples": moment.lost_samples,
            "state": moment.state.value,
        }
        print(json.dumps(facts), flush=True)

    def _await_end(self) -> None:
        sys.stdin.read()
        self._ended.set()


def latest_knock_s(trace: Trace) -> float | None:
    """Return where in the stream the latest knock began that the picture shows; None where it shows none."""
    loud = np.abs(trace.envelope).max(axis=1) > KNOCK / 2
    begins = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    return trace.end_s - (len(loud) - int(begins[-1])) * trace.step_s if len(begins) else None


if __name__ == "__main__":
    sys.exit(watched(Observer().look))
