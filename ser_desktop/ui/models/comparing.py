"""Two models at work on the same sound, on a thread; what is known is told as it is. No Qt here."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ser_desktop.engine.comparing import CancelledError, compare
from ser_desktop.engine.hearing import Setup
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis, Clip
from ser_desktop.ui.models.behind import Models


@dataclass(frozen=True)
class Compared:
    """How far a comparison is: the share that is done, the answers once all is, or why there are none.

    ``fault`` is one that nobody foresaw.
    """

    share: float = 0.0
    answers: tuple[Analysis, ...] = ()
    error: UserError | None = None
    fault: Exception | None = None

    @property
    def finished(self) -> bool:
        """Whether it ended."""
        return bool(self.answers) or self.error is not None or self.fault is not None


class Comparing:
    """Compares what it was asked last; an earlier comparison is given up."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._lock = threading.Lock()
        self._turn = 0
        self._state = Compared()

    @property
    def state(self) -> Compared:
        """What is known of the last comparison."""
        return self._state

    def start(self, names: Sequence[str], sound: Clip | Path) -> None:
        """Let the models of these names hear ``sound``, one after the other."""
        with self._lock:
            self._turn += 1
            self._state = Compared()
            turn = self._turn
        threading.Thread(target=self._work, args=(turn, names, sound), name="comparing", daemon=True).start()

    def cancel(self) -> None:
        """Give it up."""
        with self._lock:
            self._turn += 1
            self._state = Compared()

    def _work(self, turn: int, names: Sequence[str], sound: Clip | Path) -> None:
        try:
            setups = [Setup(self._models.load(name)) for name in names]
            answers = compare(
                setups,
                sound,
                on_progress=lambda share: self._tell(turn, Compared(share)),
                cancelled=lambda: self._turn != turn,
            )
            self._tell(turn, Compared(1.0, answers))
        except CancelledError:
            return
        except UserError as error:
            self._tell(turn, Compared(error=error))
        except Exception as error:  # noqa: BLE001 - raised where it is seen
            self._tell(turn, Compared(fault=error))

    def _tell(self, turn: int, state: Compared) -> None:
        with self._lock:
            if turn == self._turn:
                self._state = replace(state)
