"""Results on their way to the disk, in a process of their own: two hours of text take a second. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os.path import lexists
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.export.formats import FORMATS, files_of, save
from ser_desktop.results import Analysis


@dataclass(frozen=True)
class Saved:
    """What came of an order: the files that were written, and why others were not."""

    paths: tuple[Path, ...]
    errors: tuple[UserError, ...]


class Saver:
    """Saves what it is told to, and tells when it is done; nothing here waits but :meth:`close`."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._orders: list[list[tuple[Path, Future[None]]]] = []

    def save(self, work: Iterable[tuple[Analysis, Path]], name: str, *, replace: bool) -> None:
        """Save each analysis in the format ``name`` to its path."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        pool = self._pool
        self._orders.append(
            [(path, pool.submit(save, analysis, name, path, replace=replace)) for analysis, path in work]
        )

    def finished(self) -> list[Saved]:
        """Return what came of the orders that are done since this was last asked."""
        done = [order for order in self._orders if all(future.done() for _, future in order)]
        self._orders = [order for order in self._orders if order not in done]
        return [_outcome(order) for order in done]

    def close(self) -> None:
        """Finish what was begun."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)


def places(analyses: Sequence[Analysis], name: str, folder: Path) -> list[Path]:
    """Return a file in ``folder`` for each analysis, all of them different."""
    suffix = FORMATS[name].suffix
    taken: set[Path] = set()
    return [_free(folder, Path(one.name).stem, suffix, name, taken, on_disk=False) for one in analyses]


def in_the_way(paths: Iterable[Path], name: str) -> list[Path]:
    """Return which files saving to these paths would meet."""
    return [one for path in paths for one in files_of(name, path) if lexists(one)]


def beside(paths: Iterable[Path], name: str) -> list[Path]:
    """Return paths like these, with another number where a file is there."""
    taken: set[Path] = set()
    return [_free(path.parent, path.stem, path.suffix, name, taken, on_disk=True) for path in paths]


def _free(folder: Path, stem: str, suffix: str, name: str, taken: set[Path], *, on_disk: bool) -> Path:
    path, number = folder / f"{stem}{suffix}", 1
    while path in taken or (on_disk and in_the_way([path], name)):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    taken.add(path)
    return path


def _outcome(order: list[tuple[Path, Future[None]]]) -> Saved:
    paths, errors = [], []
    for path, future in order:
        error = future.exception()
        if error is None:
            paths.append(path)
        elif isinstance(error, UserError):
            errors.append(error)
        else:
            errors.append(
                UserError(
                    "not-saved",
                    "{name} could not be saved.",
                    "{reason}",
                    "Try again.",
                    name=path.name,
                    reason=str(error),
                )
            )
    return Saved(tuple(paths), tuple(errors))
