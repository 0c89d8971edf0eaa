"""Which packages of this Debian a built folder needs: what it is linked with, and what it looks for."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ser_desktop.system_packages import NEEDS, Manager, Purpose, packages

# Another of the same kind does as well.
_OR = {"fonts-inter": "fonts-inter | fonts-dejavu-core"}
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)\b")


def dependencies(folder: Path) -> list[str]:
    """Name the packages, as ``Depends`` takes them."""
    looked_for = packages(
        [need for need in NEEDS if need.purpose in {Purpose.SOUND, Purpose.WINDOW}], Manager.APT
    )
    linked = {_owner(library) for library in missing_inside(folder)}
    named = sorted({*looked_for, *linked} - {"libc6"})
    return [f"libc6 (>= {_glibc(folder)})", *(_OR.get(name, name) for name in named)]


def missing_inside(folder: Path) -> set[str]:
    """Sonames that files of the folder are linked with, and that are not in it."""
    wanted: set[str] = set()
    for file in _linked_files(folder):
        told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
        wanted |= set(re.findall(r"^\s+NEEDED\s+(\S+)", told, re.MULTILINE))
    return wanted - {file.name for file in folder.rglob("*")}


def _linked_files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as content:
                if content.read(4) == b"\x7fELF":
                    yield file


def _glibc(folder: Path) -> str:
    """Return the newest release of the C library that a file of the folder asks for."""
    found = {
        (int(major), int(minor))
        for file in _linked_files(folder)
        for major, minor in _GLIBC.findall(file.read_bytes())
    }
    return ".".join(map(str, max(found)))


def _owner(library: str) -> str:
    """Name the package that brings a library."""
    place = _known_libraries().get(library)
    if place is None:
        raise ValueError(f"no library {library} is known here, and the program is linked with it")
    for path in (place, str(Path(place).resolve()), str(Path(place).resolve()).removeprefix("/usr")):
        told = subprocess.run(["dpkg-query", "--search", path], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.split(":", 1)[0]
    raise ValueError(f"no package brought {place}")


@cache
def _known_libraries() -> dict[str, str]:
    cache_of = shutil.which("ldconfig") or "/sbin/ldconfig"
    told = subprocess.run([cache_of, "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = {}
    for name, place in re.findall(r"^\s+(\S+) \([^)]*\) => (\S+)$", told, re.MULTILINE):
        found.setdefault(name, place)
    return found
