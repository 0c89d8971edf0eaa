"""Where faults end up that nobody caught: on any thread, in any slot, while something is thrown away."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

_log = logging.getLogger(__name__)


@contextmanager
def caught(tell: Callable[[BaseException], None]) -> Iterator[None]:
    """Write every fault that nobody caught into the log, with all that led to it.

    Parameters
    ----------
    tell
        Called with those of the window's own thread, where a person waits for an answer; Ctrl-C in the
        terminal comes that way too.
    """

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            _log.error("A fault in the window", exc_info=(kind, error, trace))
        tell(error)

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = main, _of_thread, _unraisable
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
        name = told.thread.name if told.thread is not None else "?"
        _log.error("A fault on the thread %s", name, exc_info=told.exc_value)


def _unraisable(told: sys.UnraisableHookArgs) -> None:
    what = type(told.object).__name__  # its own words could raise again
    _log.error("%s a %s", told.err_msg or "A fault while throwing away", what, exc_info=told.exc_value)
