"""What takes a second or two is done on a thread of its own; what came of it is told on the window's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ser_desktop.errors import UserError
from ser_desktop.ui.presenter import MOTION_MS


@dataclass(frozen=True)
class _Outcome:
    tell: Callable[[Any], None]
    what: Any


class Errand(QObject):
    """Runs one thing at a time for ``parent``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(MOTION_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is under way, or was not told yet."""
        return self._thread is not None

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None]
    ) -> None:
        """Do ``work`` elsewhere; here ``done`` gets what it returns, or ``failed`` why it could not be.

        Raises
        ------
        RuntimeError
            Something is under way.
        """
        if self.busy:
            raise RuntimeError("one errand at a time")

        def main() -> None:
            try:
                self._outcomes.put(_Outcome(done, work()))
            except UserError as error:
                self._outcomes.put(_Outcome(failed, error))
            except Exception as error:  # noqa: BLE001 - it is raised where it is seen
                self._outcomes.put(_Outcome(_raise, error))

        self._thread = threading.Thread(target=main, name="errand", daemon=True)
        self._thread.start()
        self._timer.start()

    def close(self) -> None:
        """Tell nothing any more."""
        self._timer.stop()

    def _look(self) -> None:
        try:
            outcome = self._outcomes.get_nowait()
        except Empty:
            return
        self._timer.stop()
        self._thread = None
        outcome.tell(outcome.what)


def _raise(error: Exception) -> None:
    raise error
