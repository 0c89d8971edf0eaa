"""One run over many recordings: which are left, where their results go, and what came of it all."""

from __future__ import annotations

import dataclasses
import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from ser_desktop.batch.index import Index, Row, file_key
from ser_desktop.engine.pool import Outcome
from ser_desktop.errors import UserError
from ser_desktop.export.formats import FORMATS, save
from ser_desktop.export.words import shown
from ser_desktop.results import Origin

Work = Callable[[Sequence[Path]], Iterator[Outcome]]
"""Analyses recordings and yields each as it is done, in any order."""


@dataclass(frozen=True)
class Recording:
    """A file to analyse, and its place below the folder that all have in common."""

    path: Path
    relative: Path
    size_bytes: int
    modified_ns: int

    @property
    def key(self) -> str:
        """Name in the table."""
        return file_key(self.relative)


@dataclass
class Summary:
    """What came of a run.

    ``heard_s`` and ``took_s`` are of what this run analysed itself, without the ``kept`` of earlier ones.
    """

    files: int = 0
    kept: int = 0
    failed: list[tuple[Path, UserError]] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    heard_s: float = 0.0
    took_s: float = 0.0
    table: Path | None = None


def placed(paths: Sequence[Path], names: Sequence[Path]) -> list[Recording]:
    """Return each of ``paths`` with its place below the folder that the ``names`` asked for have in common.

    So files of one name in different folders stay apart, and a folder's results look like the folder.
    """
    folders = [_absolute(name) if name.is_dir() else _absolute(name).parent for name in names]
    files = [_absolute(path) for path in paths]
    apart = {folder.anchor for folder in folders} | {file.anchor for file in files}
    if len(apart) > 1:  # on several drives
        relatives = [Path(file.drive.strip(":\\/"), *file.parts[1:]) for file in files]
    else:
        base = os.path.commonpath([*folders, *(file.parent for file in files)])
        relatives = [file.relative_to(base) for file in files]
    return [Recording(path, relative, *_state(path)) for path, relative in zip(paths, relatives, strict=True)]


def run(
    recordings: Sequence[Recording],
    work: Work,
    out: Path,
    format_name: str,
    origin: Origin,
    *,
    resume: bool,
    on_done: Callable[[Recording], None] = lambda _recording: None,
) -> Summary:
    """Analyse what is left, save each as soon as it is done, and write the table at the end.

    Interrupted at any moment it leaves only whole files, and ``resume`` goes on from them; results of a
    recording that changed since are made anew.

    Raises
    ------
    UserError
        The folder holds results that are not to be touched, or it cannot be written.
    """
    summary = Summary(files=len(recordings))
    with Index(out, origin, format_name, resume=resume) as index:
        left: dict[Path, Recording] = {}
        for recording in recordings:
            if index.done(recording.key, recording.size_bytes, recording.modified_ns):
                summary.kept += 1
                on_done(recording)
            else:
                left[recording.path] = recording
        began_s = time.monotonic()
        with closing(_outcomes(work, list(left))) as outcomes:
            for outcome in outcomes:
                recording = left[outcome.path]
                row, error = _saved(recording, outcome, out, format_name, replace=resume)
                index.put(row)
                if error:
                    summary.failed.append((outcome.path, error))
                elif outcome.analysis:
                    summary.heard_s += outcome.analysis.duration_s
                on_done(recording)
        summary.took_s = time.monotonic() - began_s
        keys = [recording.key for recording in recordings]
        rows = [index.row(key) for key in keys]
        summary.labels.update(row.label for row in rows if not row.error)
        order = {recording.path: place for place, recording in enumerate(recordings)}
        summary.failed.sort(key=lambda failure: order[failure[0]])
        summary.table = index.finish(keys)
    return summary


def _outcomes(work: Work, paths: list[Path]) -> Generator[Outcome, None, None]:
    """Begin to work, if there is any; closing this ends it."""
    if paths:
        yield from work(paths)


def _saved(
    recording: Recording, outcome: Outcome, out: Path, format_name: str, *, replace: bool
) -> tuple[Row, UserError | None]:
    """Save results; return their row, and the fault if there is one: of the recording, or of saving."""
    row = Row(recording.key, size_bytes=recording.size_bytes, modified_ns=recording.modified_ns)
    error, analysis = outcome.error, outcome.analysis
    relative = recording.relative
    results = relative.with_name(f"{relative.name}{FORMATS[format_name].suffix}")
    if analysis is not None:
        try:
            save(analysis, format_name, out / results, replace=replace)
        except UserError as refused:
            error = refused
    if analysis is None or error is not None:
        return dataclasses.replace(row, error=shown(str(error))), error
    row = dataclasses.replace(
        row,
        label=analysis.label,
        confidence=round(analysis.prediction.confidence, 4) if analysis.prediction else "",
        duration_s=round(analysis.duration_s, 3),
        utterances=len(analysis.segments),
        results=results.as_posix(),
    )
    return row, None


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - without following links, with ".." taken out


def _state(path: Path) -> tuple[int, int]:
    """Size in bytes and time of change; zeros where there is no telling."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns
