"""The log of a run, in the user's folder: what happens, and what the process dies of.

Each program that runs at the same time has a place of its own there, a number that it holds with a lock. So
none turns or empties another one's log, and all of it stays within bounds. Where nothing can be written the
program runs as it would.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import platform
from collections import Counter, deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from ser_desktop import __version__
from ser_desktop.crashes.discretion import Discretion
from ser_desktop.errors import UserError
from ser_desktop.filelock import hold

PLACES = 8
FILE_BYTES = 512_000
OLD_FILES = 2
MOST_OFTEN = 50
"""So often one and the same text is written in a run: a warning at each drawing would displace all others."""

_MOST_TEXTS = 2000
_LONGEST = 20_000  # characters of a record
_FORM = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_PACKAGE = logging.getLogger("ser_desktop")
_log = logging.getLogger(__name__)


class RunLog:
    """The log of this run; a context manager.

    An exception that leaves it ends the program, and becomes a :class:`UserError` in words.

    Parameters
    ----------
    folder
        Of the logs of all runs; made where it is not there.

    Attributes
    ----------
    discretion
        Knows the names of files that were left out.
    ended
        How an earlier run ended that did not end by itself, as far as it could tell; mostly nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.discretion = Discretion()
        self.ended = ""
        self._lock: IO[bytes] | None = None
        self._fault: IO[bytes] | None = None
        self._handler: _Handler | None = None
        self._level = _PACKAGE.level
        self._last_words = False

    def __enter__(self) -> RunLog:
        try:
            place = self._take_place()
            if place is not None:
                self._begin(place)
        except OSError as error:
            _log.debug("There is no log: %s", error)
        system = platform.uname()  # its processor, which platform.platform() tells too, asks another process
        _log.info(
            "Begins: %s, Python %s, %s %s, %s",
            *(__version__, platform.python_version(), system.system, system.release, system.machine),
        )
        if self.ended:
            _log.info("An earlier run did not end by itself:\n%s", self.ended)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fault = error if isinstance(error, Exception) and not isinstance(error, UserError) else None
        if fault is not None:
            _log.critical("The program ends by a fault", exc_info=fault)
            self._keep_last_words(fault)
        else:
            _log.info("Ends")
        self._end()
        if fault is not None:
            raise UserError(
                "internal",
                "The program ended because of a fault in it.",
                "{kind}: {reason}",
                "The next start offers a report that tells where.",
                kind=type(fault).__name__,
                reason=str(fault).partition("\n")[0],
            ) from fault

    def lines(self, most: int) -> list[str]:
        """Return the last lines of this run's log; without a file there are none."""
        return last_lines(Path(self._handler.baseFilename), most) if self._handler else []

    def _take_place(self) -> Path | None:
        """Take the first place that is free; read what runs that are over left in all of them."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        taken = None
        for number in range(1, PLACES + 1):
            place = self._folder / f"run-{number}"
            fault = place.with_suffix(".fault")
            if taken is not None and not fault.exists():
                continue
            lock = hold(place.with_suffix(".lock"))
            if lock is None:
                continue
            with contextlib.suppress(OSError):
                self.ended += fault.read_bytes().decode("utf-8", "replace").strip()
                fault.unlink()
            if taken is None:
                taken, self._lock = place, lock
            else:
                lock.close()
        return taken

    def _begin(self, place: Path) -> None:
        self._handler = _Handler(place.with_suffix(".log"), self.discretion)
        logging.getLogger().addHandler(self._handler)
        self._level = _PACKAGE.level
        _PACKAGE.setLevel(min(_PACKAGE.getEffectiveLevel(), logging.INFO))
        self._fault = place.with_suffix(".fault").open("wb", buffering=0)
        faulthandler.enable(self._fault)

    def _keep_last_words(self, fault: Exception) -> None:
        if self._handler is not None and self._fault is not None:
            told = logging.Formatter().formatException((type(fault), fault, fault.__traceback__))
            self._last_words = True
            with contextlib.suppress(OSError):
                self._fault.write(self.discretion.hide(told).encode("utf-8", "backslashreplace"))

    def _end(self) -> None:
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            _PACKAGE.setLevel(self._level)
            with contextlib.suppress(OSError):
                self._handler.close()
        if self._fault is not None:
            faulthandler.disable()
            with contextlib.suppress(OSError, ValueError):  # a standard error without a file
                faulthandler.enable()
            path = Path(self._fault.name)
            self._fault.close()
            if not self._last_words:  # what is in it else, the program survived
                with contextlib.suppress(OSError):
                    path.unlink()
        if self._lock is not None:
            self._lock.close()
        self._lock = self._fault = self._handler = None


def newest_lines(folder: Path, most: int) -> list[str]:
    """Return the last lines of the log that was written last; none where there is no log."""
    with contextlib.suppress(OSError):
        logs = sorted(folder.glob("run-*.log"), key=lambda path: path.stat().st_mtime)
        if logs:
            return last_lines(logs[-1], most)
    return []


def last_lines(path: Path, most: int) -> list[str]:
    """Return the last lines of a log, from the file before it too; what cannot be read is left out."""
    lines: deque[str] = deque(maxlen=most)
    for file in (path.with_name(f"{path.name}.1"), path):
        with contextlib.suppress(OSError):
            lines.extend(file.read_text(encoding="utf-8", errors="replace").splitlines())
    return list(lines)


class _Handler(RotatingFileHandler):
    """Writes without names of files, in moderation; a disk that is full costs lines, and nothing else."""

    def __init__(self, path: Path, discretion: Discretion) -> None:
        super().__init__(
            path,
            maxBytes=FILE_BYTES,
            backupCount=OLD_FILES,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
        self.setLevel(logging.INFO)
        self.setFormatter(_Form(discretion))
        self._said: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a text, but not for ever the same one; of very many texts all are counted anew."""
        with contextlib.suppress(Exception):  # what cannot be written is told by whoever tries
            text = f"{record.name} {record.getMessage()}"
            if len(self._said) > _MOST_TEXTS:
                self._said.clear()
            self._said[text] += 1
            if self._said[text] > MOST_OFTEN:
                return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing: there is no place left where it could be said."""


class _Form(logging.Formatter):
    def __init__(self, discretion: Discretion) -> None:
        super().__init__(_FORM)
        self._discretion = discretion

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        kept, record.exc_text = record.exc_text, None  # another form's, with all names in it
        try:
            text = super().format(record)
            return self._discretion.hide(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        finally:
            record.exc_text = kept
