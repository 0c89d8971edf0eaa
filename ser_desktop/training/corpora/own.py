"""The user's own recordings: a folder for each emotion, or a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.training.corpora.clip import UNKNOWN, Clip, Sex, Skipped
from ser_desktop.training.corpora.labels import label_of

FOLDER_LAYOUT = "EMOTION/SPEAKER/any.wav, or EMOTION/any.wav where the speakers are not known"
CSV_LAYOUT = "a table with the columns file, emotion, speaker and, if known, sex"

_SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("f", "female", "w", "woman", "weiblich", "frau", "femmina", "donna"), "f"),
    **dict.fromkeys(("m", "male", "man", "männlich", "mann", "maschio", "uomo"), "m"),
}


def folder_clips(folder: Path, paths: Iterable[Path]) -> Iterator[Clip | Skipped]:
    """Take the emotion from the first folder on the way to a file, the speaker from the second.

    Without a second folder nobody knows how many people speak, so all such files belong to one speaker
    "unknown": were each its own, the same voice could land in training and in test. A name means the same
    person in every emotion's folder.
    """
    for path in paths:
        emotion, *below = path.relative_to(folder).parts[:-1] or ("",)
        label = label_of(emotion)
        if label is None:
            yield Skipped(path, f"“{emotion}” is not the name of an emotion" if emotion else "in no folder")
        else:
            speaker = below[0] if below else UNKNOWN
            yield Clip(path, "folder", f"folder/{speaker}", "unknown", label)


def table_clips(table: Path) -> Iterator[Clip | Skipped]:
    """Read a CSV table; files are relative to it, and a row without a speaker is by "unknown".

    Raises
    ------
    UserError
        The table cannot be read or lacks a column.
    """
    seen: set[Path] = set()
    for row in _rows(table):
        path = table.parent / row["file"]
        label = label_of(row["emotion"])
        if path in seen:
            yield Skipped(path, "named twice in the table")
        elif label is None:
            yield Skipped(path, f"“{row['emotion']}” is not the name of an emotion")
        else:
            sex = _SEXES.get(row.get("sex", "").casefold(), "unknown")
            yield Clip(path, "csv", f"csv/{row['speaker'] or UNKNOWN}", sex, label)
        seen.add(path)


def _rows(table: Path) -> list[dict[str, str]]:
    """Rows by column name, in lower case; separated by comma, semicolon or tabulator."""
    try:
        lines = table.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "table-not-readable",
            f"{table.name} cannot be read.",
            f"{table}: {error}",
            "Give a text file in UTF-8, as “CSV UTF-8” in a spreadsheet program writes it.",
        ) from error
    head = lines[0] if lines else ""
    rows = list(csv.reader(lines, delimiter=max(",;\t", key=head.count)))
    columns = [name.strip().lower() for name in rows[0]] if rows else []
    if missing := [name for name in ("file", "emotion", "speaker") if name not in columns]:
        raise UserError(
            "table-without-columns",
            f"{table.name} lacks a column: {', '.join(missing)}.",
            f"Its columns are: {', '.join(columns) or 'none'}.",
            f"Expected: {CSV_LAYOUT}.",
        )
    filled = ([*row, *[""] * len(columns)] for row in rows[1:] if any(row))
    return [{name: cell.strip() for name, cell in zip(columns, row, strict=False)} for row in filled]
