"""The formats by name, and saving results in one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ser_desktop.export import audacity, elan, tables, textgrid
from ser_desktop.export.files import write
from ser_desktop.results import Analysis

ORIGIN_SUFFIX = ".origin.json"


@dataclass(frozen=True)
class Format:
    """A kind of file: its name for people, how its files end, and its text for an analysis.

    ``tells_origin``: whether it has a place for what made the results. Where it has none, that lies beside
    the file, under its name with ``.origin.json`` behind.
    """

    title: str
    suffix: str
    text: Callable[[Analysis], str]
    tells_origin: bool = True


FORMATS = {
    "csv": Format("CSV table", ".csv", tables.csv_text),
    "json": Format("JSON", ".json", tables.json_text),
    "audacity": Format("Audacity labels", ".txt", audacity.label_text, tells_origin=False),
    "textgrid": Format("Praat TextGrid", ".TextGrid", textgrid.textgrid_text, tells_origin=False),
    "elan": Format("ELAN annotations", ".eaf", elan.elan_text),
}


def files_of(name: str, path: Path) -> tuple[Path, ...]:
    """Return the files that saving in the format ``name`` to ``path`` makes."""
    if FORMATS[name].tells_origin:
        return (path,)
    return (path, path.with_name(f"{path.name}{ORIGIN_SUFFIX}"))


def save(analysis: Analysis, name: str, path: Path, *, replace: bool = False) -> None:
    """Save results in the format ``name``, each file whole or not at all.

    Raises
    ------
    UserError
        A file is there and ``replace`` is not said, or the disk refuses.
    """
    kind = FORMATS[name]
    for beside in files_of(name, path)[1:]:  # first: no results without their origin
        write(beside, json.dumps(tables.about(analysis), indent=1) + "\n", replace=replace)
    write(path, kind.text(analysis), replace=replace)
