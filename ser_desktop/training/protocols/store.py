"""The results on disk: one JSON a protocol, one row a system; written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ser_desktop import wholefile
from ser_desktop.errors import UserError


def read(folder: Path, protocol: str) -> dict[str, Any]:
    """Return a protocol's results; without rows where there are none yet.

    Raises
    ------
    UserError
        The file is there and cannot be understood.
    """
    path = _file(folder, protocol)
    try:
        data = dict(json.loads(path.read_text(encoding="utf-8")))
        data["rows"] = list(data["rows"])
    except FileNotFoundError:
        return {"protocol": protocol, "rows": []}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            "bad-results", "Earlier results cannot be read.", f"{path}: {error}", "Move the file away."
        ) from error
    return data


def put(folder: Path, protocol: str, row: dict[str, Any]) -> bool:
    """Put a system's row in its place among the others; return whether that was done.

    A row of more seeds of the same making, by the same program, is worth more and stays.
    """
    results = read(folder, protocol)
    rows: list[dict[str, Any]] = results["rows"]
    systems = [_system(old) for old in rows]
    if _system(row) in systems:
        place = systems.index(_system(row))
        old = rows[place]
        same = all(old.get(name) == row.get(name) for name in ("program", "digest"))
        if same and set(old["seeds"]) > set(row["seeds"]):
            return False
        rows[place] = row
    else:
        rows.append(row)
    write(_file(folder, protocol), (json.dumps(results, indent=1, ensure_ascii=False) + "\n").encode())
    return True


def _system(row: dict[str, Any]) -> tuple[str, list[str]]:
    """Tell what a row is of: a system, trained with the help of other corpora or without."""
    return row["system"], row["helpers"]


def write(path: Path, content: bytes) -> None:
    """Write a file in one go: whoever reads it sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    wholefile.write(path, content)


def _file(folder: Path, protocol: str) -> Path:
    return folder / f"{protocol}.json"
