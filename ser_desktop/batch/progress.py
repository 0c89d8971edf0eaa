"""A line on a terminal that tells how far a long job is, and how long it will still take."""

from __future__ import annotations

import shutil
import time
from types import TracebackType
from typing import TextIO

_EVERY_S = 0.1
_BAR = 24


class ProgressLine:
    """How many of ``count`` files are done, by their bytes; a context manager.

    Drawn over itself where ``stream`` is a terminal, and not at all elsewhere.
    """

    def __init__(self, stream: TextIO, count: int, size_bytes: int) -> None:
        self._stream = stream
        self._count = count
        self._size_bytes = size_bytes
        self._done = 0
        self._done_bytes = 0
        self._began_s = time.monotonic()
        self._drawn_s = 0.0

    def step(self, size_bytes: int) -> None:
        """One more file is done."""
        self._done += 1
        self._done_bytes += size_bytes
        now_s = time.monotonic()
        if self._stream.isatty() and now_s - self._drawn_s > _EVERY_S:
            self._drawn_s = now_s
            text = line(self._done, self._count, self._share, now_s - self._began_s)
            self._stream.write(f"\r{text[: shutil.get_terminal_size().columns - 1]}\x1b[K")
            self._stream.flush()

    @property
    def _share(self) -> float:
        return self._done_bytes / self._size_bytes if self._size_bytes else self._done / max(self._count, 1)

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn_s:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def line(done: int, count: int, share: float, elapsed_s: float) -> str:
    """Return the line; ``share`` of the work, 0 to 1, took ``elapsed_s``.

    Examples
    --------
    >>> line(30, 40, 0.75, 90.0)
    '[##################------] 30 of 40 files, 0:30 left'
    """
    share = min(max(share, 0.0), 1.0)
    bar = "#" * int(_BAR * share)
    left = f", {_clock(elapsed_s * (1 - share) / share)} left" if share > 1e-6 else ""
    return f"[{bar:-<{_BAR}}] {done} of {count} files{left}"


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
