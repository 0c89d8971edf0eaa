"""What a built program may weigh, and what may not be in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_MB = 260
"""Most that the folder may hold, in millions of bytes."""

FORBIDDEN = frozenset(
    (
        *("numba", "llvmlite", "scipy", "tensorflow", "keras", "tf_keras", "torch", "sklearn", "librosa"),
        *("matplotlib", "pandas", "jax", "dask", "distributed", "IPython", "tkinter", "pip", "setuptools"),
        *("pytest", "hypothesis", "mypy", "tests", "training", "benchmarks", "ssl", "_ssl", "readline"),
        *("PySide6.QtNetwork", "QtNetwork", "libQt6Network", "Qt6Network", "libssl", "libreadline"),
    )
)
"""Names of modules, folders and libraries. Training is not part of the program, a network is of no use to it,
and readline's licence would bind all of it."""

_LIBRARIES = (".so", ".dll", ".dylib", ".pyd")


def size_mb(folder: Path) -> float:
    """Return what a folder holds, in millions of bytes; links are not counted."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6


def forbidden(names: Iterable[str]) -> list[str]:
    """Those of these places ("a/b.so") and modules ("a.b") that have no business in the program."""
    return sorted({name for name in names if _is_forbidden(name)})


def _is_forbidden(name: str) -> bool:
    first, *inner = re.split(r"[/.]", name)
    if first in FORBIDDEN or name in FORBIDDEN:
        return True
    library = name.rsplit("/", 1)[-1]
    if any(end in library for end in _LIBRARIES) and library.split(".")[0] in FORBIDDEN:
        return True
    return first == "ser_desktop" and inner[:1] != ["ui"] and bool(FORBIDDEN.intersection(inner))


def modules(program: Path) -> list[str]:
    """Names of the Python modules that are packed into the program itself."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program))
    packed = (name for name in archive.toc if name.startswith("PYZ"))
    return [module for name in packed for module in archive.open_embedded_archive(name).toc]


def program_of(folder: Path) -> Path:
    """Return the program in a built folder."""
    return folder / ("ser-desktop.exe" if sys.platform == "win32" else "ser-desktop")


def faults(folder: Path) -> Iterator[str]:
    """Tell what is wrong with a built folder, by looking at it alone."""
    program = program_of(folder)
    if not program.is_file():
        yield f"there is no program: {program}"
        return
    size = size_mb(folder)
    if size > MOST_MB:
        yield f"{size:.0f} MB, where {MOST_MB} are the most"
    inside = folder / "_internal"
    for name in forbidden(file.relative_to(inside).as_posix() for file in inside.rglob("*")):
        yield f"has no place here: {name}"
    for name in forbidden(modules(program)):
        yield f"has no place here: module {name}"
