"""Recordings by what a person names: files, folders, patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset(
    ".wav .wave .w64 .rf64 .flac .ogg .oga .opus .mp3 .aif .aiff .aifc .au .caf".split()  # noqa: SIM905
)
"""How files end that a folder is searched for; a file that is named itself may end as it will."""


def recordings(names: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that these names mean, each once: folders searched through and through, in order.

    A name that is no file is tried as a pattern, as ``clips/**/*.wav``; one that matches nothing is yielded
    as it is, and opening it will say so. In folders, hidden files and links to folders are passed over.
    """
    seen = set()
    for name in names:
        for path in _meant(name):
            key = os.path.abspath(path)  # noqa: PTH100 - without following links
            if key not in seen:
                seen.add(key)
                yield path


def recordings_in(folder: Path) -> Iterator[Path]:
    """Yield the recordings in a folder and all below, sorted; a folder that cannot be read, as itself."""
    refused: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: refused.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122
                yield Path(place, name)
    yield from refused


def _meant(name: Path) -> Iterator[Path]:
    if name.is_dir():
        found = list(recordings_in(name))
        # An empty folder that is called like a recording: whoever opens it is told what it is.
        yield from found or ([name] if name.suffix.lower() in SUFFIXES else [])
    elif os.path.lexists(name) or not glob.has_magic(str(name)):
        yield name
    else:
        matches = sorted(glob.glob(str(name), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
        yield from recordings(map(Path, matches)) if matches else [name]
