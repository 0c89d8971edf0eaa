"""How long the event loop was blocked at the longest, and how much of it was this process's own work."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5


class Heartbeat(QObject):
    """Beats every 5 ms.

    Attributes
    ----------
    longest_s
        The longest time between two beats. A busy machine makes it long, too.
    busiest_s
        The most time that this process worked, in all its threads, between two beats.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_s = self.busiest_s = 0.0
        self._last_s, self._worked_s = time.perf_counter(), time.process_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def stop(self) -> float:
        """End, and return the longest time in seconds."""
        self._timer.stop()
        return self.longest_s

    def _beat(self) -> None:
        now_s, worked_s = time.perf_counter(), time.process_time()
        self.longest_s = max(self.longest_s, now_s - self._last_s)
        self.busiest_s = max(self.busiest_s, worked_s - self._worked_s)
        self._last_s, self._worked_s = now_s, worked_s
