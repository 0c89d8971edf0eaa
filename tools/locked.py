"""What the locks in ``requirements/`` hold: one release of each package, with the hashes of its files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"
PROJECT = "ser-desktop"


@dataclass(frozen=True)
class Purpose:
    """What a checkout is set up for: the extras of pyproject.toml, and the lock that its own adds to."""

    extras: tuple[str, ...]
    base: str


# What `pip install --no-build-isolation` finds in place of the build's own downloads.
BUILD = "build"
PURPOSES = {
    "run": Purpose((), BUILD),
    "train": Purpose(("train", "cluster"), "run"),
    "test": Purpose(("dev",), "train"),
    "mutants": Purpose(("mutation",), "test"),
    "benchmark": Purpose(("benchmark",), "train"),
    "speed": Purpose(("speed",), "test"),
    "package": Purpose(("package",), "run"),
    "supply": Purpose(("supply",), "run"),
}
# The lowest releases that the ranges allow, for `make lowest`.
LOWEST = "lowest"
LOWEST_EXTRAS = ("dev", "package", "supply")

_BASE = re.compile(r"-r (?P<file>\w+\.txt)")
_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)(?: ; (?P<marker>.+?))? \\")
_HASH = re.compile(r"    --hash=sha256:(?P<hash>[0-9a-f]{64})(?: \\)?")


@dataclass(frozen=True)
class Pin:
    """One locked release: its name, normalised, where it applies, and the SHA-256 of each of its files."""

    name: str
    version: Version
    marker: Marker | None
    hashes: frozenset[str]

    def applies(self, environment: dict[str, str] | None = None) -> bool:
        """Whether it is installed in an environment, or in this one."""
        return self.marker is None or self.marker.evaluate(environment)


def bases(purpose: str) -> list[str]:
    """Name the locks that one adds to, the nearest first."""
    found = []
    while purpose in PURPOSES:
        purpose = PURPOSES[purpose].base
        found.append(purpose)
    return found


def path(purpose: str) -> Path:
    """Where the lock for a purpose lies."""
    return FOLDER / f"{purpose}.txt"


def read(lock: Path) -> list[Pin]:
    """Read a lock and the one that it adds to; any line but pins, hashes and comments is an error.

    Such a line could name any source.
    """
    pins: list[Pin] = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if base := _BASE.fullmatch(line):
            pins += read(lock.with_name(base["file"]))
        elif pin := _PIN.fullmatch(line):
            marker = Marker(pin["marker"]) if pin["marker"] else None
            pins.append(Pin(canonicalize_name(pin["name"]), Version(pin["version"]), marker, frozenset()))
        elif pins and (hashed := _HASH.fullmatch(line)):
            last = pins.pop()
            pins.append(Pin(last.name, last.version, last.marker, last.hashes | {hashed["hash"]}))
        else:
            raise ValueError(f"{lock.name}: {line!r} is no pin and no hash")
    return pins


def wanted(extras: Iterable[str]) -> list[Requirement]:
    """Return what pyproject.toml asks for with these extras and those that they name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = [Requirement(line) for line in project["dependencies"]]
    waiting = list(extras)
    seen: set[str] = set()
    while waiting:
        extra = waiting.pop()
        if extra in seen:
            continue
        seen.add(extra)
        for line in project["optional-dependencies"][extra]:
            requirement = Requirement(line)
            if canonicalize_name(requirement.name) == PROJECT:
                waiting += requirement.extras
            else:
                found.append(requirement)
    return found


def build_requirements() -> list[str]:
    """Return what pyproject.toml needs to be built."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["build-system"]["requires"])
