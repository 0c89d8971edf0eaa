"""The built folder as a .deb: program, command, entry in the menu, icons, licences."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ser_desktop import __version__
from tools.package.contents import size_mb
from tools.package.icons import SIZES, draw
from tools.package.needs import dependencies

NAME = "ser-desktop"
ROOT = Path(__file__).parents[2]
DESKTOP = Path(__file__).with_name("desktop")

_PRESSED = ("-Zzstd", "-z6")  # a quarter larger than with xz, in a tenth of the time; since Debian 12
_DESCRIPTION = """see how a voice sounds, as you speak
 A window listens to the microphone and shows the waveform, the moments that the
 network attends to, and a live bar for each emotion. Recordings are heard the
 same way, and the answers exported.
 .
 Everything runs on this computer: nothing is recorded unless you ask, nothing is
 sent anywhere."""
_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: SER Desktop
Comment: The folder holds parts of others. Which they are is in
 /usr/lib/ser-desktop/licences/README.txt, with the words of each licence beside it.

Files: *
Copyright: {holders}
License: MIT
"""


def build(folder: Path, to: Path) -> Path:
    """Make the .deb of a built folder, and return where it is."""
    architecture = _asked("dpkg", "--print-architecture")
    package = to / f"{NAME}_{__version__}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        _fill(root, folder)
        _describe(root, architecture, dependencies(folder))
        part = package.with_name(package.name + ".part")
        made = ["dpkg-deb", "--root-owner-group", *_PRESSED, "--build", os.fspath(root), os.fspath(part)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        part.replace(package)
    return package


def _fill(root: Path, folder: Path) -> None:
    """Put everything where it will lie."""
    root.mkdir(mode=0o755)
    program = root / "usr" / "lib" / NAME
    program.parent.mkdir(parents=True)
    shutil.copytree(folder, program, symlinks=True)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir()
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    share = root / "usr" / "share"
    _copy(DESKTOP / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    metainfo = (DESKTOP / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", __version__).replace("@DATE@", f"{_made():%Y-%m-%d}")
    _write(share / "metainfo" / f"{NAME}.metainfo.xml", metainfo)
    icons, drawing = share / "icons" / "hicolor", ROOT / "assets" / "icon.svg"
    _copy(drawing, icons / "scalable" / "apps" / f"{NAME}.svg")
    for size in SIZES:
        draw(drawing, size, icons / f"{size}x{size}" / "apps" / f"{NAME}.png")
    words = (ROOT / "LICENSE").read_text(encoding="utf-8")
    _write(share / "doc" / NAME / "copyright", _copyright(words))
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (share / "doc" / NAME / "changelog.gz").write_bytes(changes)
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program / NAME else 0o644)


def _describe(root: Path, architecture: str, needed: list[str]) -> None:
    """Write what the package manager reads."""
    fields = {
        "Package": NAME,
        "Version": __version__,
        "Architecture": architecture,
        "Maintainer": "The SER Desktop maintainers <ser-desktop@localhost>",
        "Installed-Size": f"{size_mb(root) * 1e6 / 1024:.0f}",
        "Depends": ", ".join(needed),
        "Section": "sound",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    _write(root / "DEBIAN" / "control", "".join(f"{name}: {value}\n" for name, value in fields.items()))
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in sorted((root / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    _write(root / "DEBIAN" / "md5sums", "".join(sums))


def _copyright(words: str) -> str:
    _, holders, *paragraphs = words.strip().split("\n\n")
    body = "\n\n".join(paragraphs)
    lines = (f" {line}" if line else " ." for line in body.splitlines())
    return _COPYRIGHT.format(holders=holders.removeprefix("Copyright (c) ")) + "\n".join(lines) + "\n"


def _made() -> datetime:
    """When it is made; a build that shall come out the same again says when in SOURCE_DATE_EPOCH."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(told), UTC) if told else datetime.now(UTC)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
