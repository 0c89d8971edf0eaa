"""What a folder of results holds: a table at the end, and until then a journal from which a run goes on.

``index.csv`` has a row for each recording, ``index.origin.json`` what made the results. While a run goes on,
``.unfinished.jsonl`` gets a line for each recording as soon as its results are whole on the disk.
"""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.export.files import not_saved, write
from ser_desktop.export.words import shown
from ser_desktop.results import Origin

INDEX_FILE = "index.csv"
ORIGIN_FILE = "index.origin.json"
JOURNAL_FILE = ".unfinished.jsonl"


@dataclass(frozen=True)
class Row:
    """One recording in the table.

    ``file`` is its place below the folder that all have in common, ``results`` that of its results below the
    table's. ``size_bytes`` and ``modified_ns`` tell whether the recording is still the one that was heard.
    """

    file: str
    label: str = ""
    confidence: float | str = ""
    duration_s: float = 0.0
    utterances: int = 0
    results: str = ""
    error: str = ""
    size_bytes: int = 0
    modified_ns: int = 0


_KINDS = {"duration_s": float, "utterances": int, "size_bytes": int, "modified_ns": int}


class Index:
    """The rows of one folder of results; a context manager, within which rows may be put.

    Parameters
    ----------
    folder
        Of the results; made if it is not there.
    origin, format_name
        What the results are made by and saved as.
    resume
        Go on where an earlier run stopped. Without it a folder that holds results is refused.

    Raises
    ------
    UserError
        The folder holds results, or such of another model or format, or cannot be written.
    """

    def __init__(self, folder: Path, origin: Origin, format_name: str, *, resume: bool) -> None:
        self._folder = folder
        self._journal_path = folder / JOURNAL_FILE
        made = {"format": format_name, "origin": {**asdict(origin), "labels": list(origin.labels)}}
        self._made: dict[str, Any] = made
        self._rows: dict[str, Row] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not resume and any((folder / name).exists() for name in (INDEX_FILE, JOURNAL_FILE)):
                raise _in_use(folder)
            self._rows = {row.file: row for row in [*self._finished(), *self._unfinished()]}
            self._journal = self._journal_path.open("a", encoding="utf-8")
        except OSError as error:
            raise not_saved(folder, error) from error
        if not self._journal.tell():
            self._note(made)

    def done(self, file: str, size_bytes: int, modified_ns: int) -> bool:
        """Whether there are whole results of this recording, as it is now."""
        row = self._rows.get(file)
        return (
            row is not None
            and not row.error
            and (row.size_bytes, row.modified_ns) == (size_bytes, modified_ns)
            and (self._folder / row.results).is_file()
        )

    def row(self, file: str) -> Row:
        """Return what is known of a recording."""
        return self._rows[file]

    def put(self, row: Row) -> None:
        """Note a recording whose results are on the disk, or that has none."""
        self._rows[row.file] = row
        self._note(asdict(row))

    def finish(self, files: list[str]) -> Path:
        """Write the table, with a row for each of ``files`` in their order; return its path."""
        text = io.StringIO()
        table = csv.DictWriter(text, [entry.name for entry in fields(Row)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(self._rows[file]) for file in files)
        write(self._folder / ORIGIN_FILE, json.dumps(self._made, indent=1) + "\n", replace=True)
        write(self._folder / INDEX_FILE, text.getvalue(), replace=True)
        self._journal.close()
        self._journal_path.unlink(missing_ok=True)
        return self._folder / INDEX_FILE

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._journal.close()

    def _note(self, data: dict[str, Any]) -> None:
        try:
            self._journal.write(json.dumps(data) + "\n")
            self._journal.flush()
        except OSError as error:
            raise not_saved(self._journal_path, error) from error

    def _finished(self) -> list[Row]:
        """Return the rows of the table, if an earlier run wrote one."""
        if not (self._folder / INDEX_FILE).exists():
            return []
        self._require_same(_parsed((self._folder / ORIGIN_FILE).read_text(encoding="utf-8")))
        return _read_table((self._folder / INDEX_FILE).read_text(encoding="utf-8"))

    def _unfinished(self) -> list[Row]:
        """Return the rows of the journal; a line that a killed run wrote half is taken off."""
        if not self._journal_path.exists():
            return []
        content = self._journal_path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(self._journal_path, len(whole))
        if not whole:
            return []
        made, *rows = map(_parsed, whole.decode("utf-8").splitlines())
        self._require_same(made)
        return [Row(**row) for row in rows]

    def _require_same(self, made: dict[str, Any]) -> None:
        if made != self._made:
            raise UserError(
                "other-results",
                "The folder holds results of another kind.",
                f"Those in {self._folder} have another model, format or version of this program.",
                "Choose another folder.",
            )


def _read_table(text: str) -> list[Row]:
    try:
        rows = []
        for read in csv.DictReader(io.StringIO(text, newline=""), strict=True):
            values: dict[str, Any] = {name: _KINDS.get(name, str)(value) for name, value in read.items()}
            rows.append(Row(**{**values, "confidence": read["confidence"] and float(read["confidence"])}))
    except (csv.Error, ValueError, KeyError, TypeError) as error:
        raise _damaged(error) from error
    return rows


def _parsed(line: str) -> dict[str, Any]:
    try:
        return dict(json.loads(line))
    except (ValueError, TypeError) as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> UserError:
    return UserError(
        "bad-index",
        "What an earlier run left cannot be understood.",
        f"{type(error).__name__}: {error}",
        "Choose another folder.",
    )


def _in_use(folder: Path) -> UserError:
    return UserError(
        "results-exist",
        "The folder holds results already.",
        f"It is {folder}.",
        "Go on with them: --resume. Or choose another folder.",
    )


def file_key(relative: Path) -> str:
    """Return the name by which a recording stands in the table."""
    return shown(relative.as_posix())
