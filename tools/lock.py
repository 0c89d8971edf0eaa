"""``python -m tools.lock``: pin what the ranges of pyproject.toml allow, with hashes, for all systems.

Plain files of requirements, so that pip alone installs from them. All purposes share one resolution, and
each file holds only what the one that it adds to lacks: what is run is what was tested. Pins that still fit
stay as they are; ``--upgrade`` takes the newest that is allowed. A release is taken only when it has been
public for a week, in which most of the harmful ones are found out. UV_DEFAULT_INDEX names another index
than PyPI; no index gets into the locks.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import locked

AGE = "7 days"
_OLDEST_PYTHON = "3.11"


def main() -> int:
    """Renew all locks; they are replaced only when every one of them could be made."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.lock", description="Renew the locks in requirements/."
    )
    parser.add_argument("--upgrade", action="store_true", help="take the newest that the ranges allow")
    parser.add_argument("--age", default=AGE, metavar="SPAN", help="how long it has been public [7 days]")
    given = parser.parse_args()
    with TemporaryDirectory() as made_in:
        folder = Path(made_in)
        whole = folder / "whole.txt"
        if not given.upgrade:
            _write_pins(whole)
        _resolve(whole, ["pyproject.toml", "--all-extras"], given.age)
        shutil.copy(whole, folder / f"{locked.BUILD}.txt")
        _resolve(folder / f"{locked.BUILD}.txt", ["-"], given.age, "\n".join(locked.build_requirements()))
        for name, purpose in locked.PURPOSES.items():
            shutil.copy(whole, folder / f"{name}.txt")
            _resolve(folder / f"{name}.txt", ["pyproject.toml", *_options(purpose.extras)], given.age)
        for name in reversed(locked.PURPOSES):
            _leave_out(folder / f"{name}.txt", [folder / f"{base}.txt" for base in locked.bases(name)])
        lowest = ["pyproject.toml", *_options(locked.LOWEST_EXTRAS), "--resolution", "lowest-direct"]
        _resolve(folder / f"{locked.LOWEST}.txt", lowest, given.age)
        whole.unlink()
        locked.FOLDER.mkdir(exist_ok=True)
        for made in sorted(folder.iterdir()):
            _replace(made, locked.FOLDER / made.name)
    return 0


def _options(extras: tuple[str, ...]) -> list[str]:
    return [word for extra in extras for word in ("--extra", extra)]


def _leave_out(lock: Path, bases: list[Path]) -> None:
    """Let a lock begin with the first of its bases, and hold only what all of them lack.

    A pin with its hashes and the comment that tells who needs it is one block; only its first line is not
    indented.
    """
    known = {block.splitlines()[0] for base in bases for block in _blocks(base)}
    header, *pins = _blocks(lock)
    text = f"{header}-r {bases[0].name}\n" + "".join(pin for pin in pins if pin.splitlines()[0] not in known)
    lock.write_text(text, encoding="utf-8")


def _blocks(lock: Path) -> list[str]:
    return re.split(r"^(?=[a-z])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)


def _write_pins(whole: Path) -> None:
    """Give the resolver the pins of today: what it finds in the file that it writes, it keeps."""
    pins = {
        f"{pin.name}=={pin.version}" + (f" ; {pin.marker}" if pin.marker else "")
        for purpose in (*locked.PURPOSES, locked.BUILD)
        if locked.path(purpose).is_file()
        for pin in locked.read(locked.path(purpose))
    }
    whole.write_text("\n".join(sorted(pins)), encoding="utf-8")


def _resolve(out: Path, source: list[str], age: str, standard_input: str | None = None) -> None:
    print(f"resolving {out.stem}", flush=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", *source, "--output-file", str(out), "--quiet"),
            *("--universal", "--python-version", _OLDEST_PYTHON, "--fork-strategy", "fewest"),
            *("--generate-hashes", "--exclude-newer", age, "--custom-compile-command", "make lock"),
        ],
        cwd=locked.ROOT,
        env=os.environ | {"UV_PYTHON": sys.executable},
        input=standard_input,
        text=True,
        check=True,
    )


def _replace(made: Path, lock: Path) -> None:
    """Put a lock where it belongs, whole or not at all, and tell what changed."""
    before = _versions(lock) if lock.is_file() else {}
    after = _versions(made)
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            print(f"  {lock.stem}: {name} {before.get(name, 'new')} -> {after.get(name, 'gone')}")
    part = lock.with_suffix(".part")
    shutil.copy(made, part)
    part.replace(lock)


def _versions(lock: Path) -> dict[str, str]:
    versions: dict[str, list[str]] = {}
    for pin in locked.read(lock):
        versions.setdefault(pin.name, []).append(str(pin.version))
    return {name: ", ".join(found) for name, found in versions.items()}


if __name__ == "__main__":
    sys.exit(main())
