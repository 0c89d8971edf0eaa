"""What the program that runs the trainer asks of it: a word a line on standard input."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator

from ser_desktop.errors import UserError

STOP = "stop"
"""As Ctrl-C: keep the best so far."""

CANCEL = "cancel"
"""End without a model, and give up the state of the training too."""

_PATIENCE_S = 4.0  # then a training that is too busy to hear is ended hard; its worker processes follow
_LONGEST_LINE_BYTES = 1000


class CancelledError(BaseException):
    """The training is to end without a model; ``for_good`` also without a state to resume from."""

    def __init__(self, *, for_good: bool) -> None:
        super().__init__()
        self.for_good = for_good


class Orders:
    """Reads orders on a thread; who works asks :meth:`heed` now and then, which raises what they mean.

    Where standard input is a pipe its end ends the training too, without a model, but ``--resume`` may go
    on: the program that held the other end is gone, and nobody waits for a model any more.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()
        self._stop = False
        self._cancelled: CancelledError | None = None
        self._deaf = False
        self._over = threading.Event()

    def listen(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def heed(self, *, stop: bool) -> None:
        """Raise :class:`CancelledError` where that was asked for.

        With ``stop`` raise :class:`KeyboardInterrupt` where that was, once; else such a wish is void.
        """
        with self._lock:
            stop, self._stop = stop and self._stop, False
            cancelled = self._cancelled
        if cancelled is not None:
            raise cancelled
        if stop:
            raise KeyboardInterrupt

    def close(self) -> None:
        """Hear no more: what is done cannot be undone, or is over."""
        with self._lock:
            self._deaf = True
        self._over.set()

    def _read(self) -> None:
        for line in _lines(self._descriptor):
            if line == STOP:
                with self._lock:
                    self._stop = True
            if line == CANCEL:
                self._cancel(for_good=True)
        if _is_pipe(self._descriptor):
            self._cancel(for_good=False)

    def _cancel(self, *, for_good: bool) -> None:
        with self._lock:
            if self._deaf or self._cancelled is not None:
                return
            self._cancelled = CancelledError(for_good=for_good)
        if not self._over.wait(_PATIENCE_S):
            os._exit(1)


def nothing_trained() -> UserError:
    """Return the words for a stop that came too early."""
    return UserError(
        "nothing-trained",
        "Training was stopped before its first epoch ended; there is no model to keep.",
        remedy="Start it again and let at least one epoch finish.",
    )


def _lines(descriptor: int) -> Iterator[str]:
    """Lines of a descriptor, read bare: a thread that waits in ``sys.stdin`` would block Python's end."""
    rest = b""
    while True:
        try:
            read = os.read(descriptor, _LONGEST_LINE_BYTES)
        except OSError:
            return
        if not read:
            return
        *lines, rest = (rest + read).split(b"\n")
        yield from (line.decode("ascii", "replace").strip() for line in lines)
        rest = rest[-_LONGEST_LINE_BYTES:]


def _is_pipe(descriptor: int) -> bool:
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
