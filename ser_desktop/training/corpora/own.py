"""The user's own recordings: a folder for each emotion, or a table."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ser_desktop.errors import Phrase, UserError
from ser_desktop.training.corpora.clip import UNKNOWN, Clip, Sex, Skipped, left_out
from ser_desktop.training.corpora.labels import label_of

FOLDER_LAYOUT = Phrase(
    "EMOTION/SPEAKER/any.wav or SPEAKER/EMOTION/any.wav, or EMOTION/any.wav where nobody knows the speakers"
)
CSV_LAYOUT = Phrase("a table with the columns file, emotion, speaker and, if known, sex")

_SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("f", "female", "w", "woman", "weiblich", "frau", "femmina", "donna"), "f"),
    **dict.fromkeys(("m", "male", "man", "männlich", "mann", "maschio", "uomo"), "m"),
}


# Folders that gather recordings of anybody: no speaker is called so.
_GATHERING = frozenset(
    "train training test testing val valid validation dev eval data audio wav wavs recordings clips".split()  # noqa: SIM905
)


def folder_clips(folder: Path, paths: Iterable[Path]) -> Iterator[Clip | Skipped]:
    """Read emotion and speaker from the names of the folders on the way to each file.

    Emotions are looked for at the depth at which most files have one, so that a speaker who is called Joy
    is none; where there is none, on the whole way. The speaker is the folder below the emotion or, where
    the emotions lie in several folders, the one above it.

    Where neither is there nobody knows how many people speak, so all such files belong to one speaker
    "unknown": were each its own, the same voice could land in training and in test. A name means the same
    person in every emotion's folder.
    """
    ways = {path: path.relative_to(folder).parts[:-1] for path in paths}
    depths = Counter(depth for way in ways.values() for depth, name in enumerate(way) if label_of(name))
    usual = max(sorted(depths), key=depths.__getitem__, default=0)
    at = {path: _emotion_depth(way, usual) for path, way in ways.items()}
    above = {_above(ways[path], depth) for path, depth in at.items() if depth is not None} - {""}
    for path, way in ways.items():
        depth = at[path]
        if not way:
            yield left_out(path, Phrase("in no folder"))
        elif depth is None:
            yield _no_emotion(path, way[min(usual, len(way) - 1)])
        else:
            speaker = _speaker(way, depth, several_above=len(above) > 1)
            yield Clip(path, "folder", f"folder/{speaker}", "unknown", label_of(way[depth]) or "")


def _emotion_depth(way: Sequence[str], usual: int) -> int | None:
    """Where on the way the emotion stands; None where no folder is called like one."""
    depths = [depth for depth, name in enumerate(way) if label_of(name)]
    return usual if usual in depths else next(iter(depths), None)


def _above(way: Sequence[str], depth: int) -> str:
    """Name of the folder that holds the emotion's; empty where it cannot be a speaker's."""
    name = way[depth - 1] if depth else ""
    return "" if name.casefold() in _GATHERING else name


def _speaker(way: Sequence[str], depth: int, *, several_above: bool) -> str:
    below = way[depth + 1] if depth + 1 < len(way) else ""
    above = _above(way, depth)
    return (above or below if several_above else below or above) or UNKNOWN


def _no_emotion(path: Path, name: str) -> Skipped:
    return Skipped(path, UserError("not-an-emotion", "“{name}” is not the name of an emotion", name=name))


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
            yield left_out(path, Phrase("named twice in the table"))
        elif label is None:
            yield _no_emotion(path, row["emotion"])
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
            "{name} cannot be read.",
            "{table}: {reason}",
            "Give a text file in UTF-8, as “CSV UTF-8” in a spreadsheet program writes it.",
            name=table.name,
            table=str(table),
            reason=str(error),
        ) from error
    head = lines[0] if lines else ""
    rows = list(csv.reader(lines, delimiter=max(",;\t", key=head.count)))
    columns = [name.strip().lower() for name in rows[0]] if rows else []
    if missing := [name for name in ("file", "emotion", "speaker") if name not in columns]:
        raise UserError(
            "table-without-columns",
            "{name} lacks a column: {missing}.",
            "Its columns are: {columns}.",
            "Expected: {layout}.",
            name=table.name,
            missing=", ".join(missing),
            columns=", ".join(columns) or Phrase("none"),
            layout=CSV_LAYOUT,
        )
    filled = ([*row, *[""] * len(columns)] for row in rows[1:] if any(row))
    return [{name: cell.strip() for name, cell in zip(columns, row, strict=False)} for row in filled]
