"""``python -m tools.package [FOLDER]``: look the built folder over, try it, bill it, make a .deb of it."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import sbom
from tools.package import contents, licences
from tools.package.deb import ROOT, build


def main() -> int:
    """Return 1 where the folder must not be given to anybody."""
    parser = argparse.ArgumentParser(prog="python -m tools.package", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "ser-desktop")
    folder: Path = parser.parse_args().folder
    found = [*contents.faults(folder), *licences.faults(folder), *untested(folder)]
    if found:
        print(f"{folder} is not fit to be given away:", *found, sep="\n  ", file=sys.stderr)
        return 1
    print(f"{folder}: {contents.size_mb(folder):.0f} MB; all of it has a licence; it passes its self-test.")
    sbom.write(folder)
    print(f"{folder / sbom.FILE}: the bill of materials")
    if shutil.which("dpkg-deb") is None:
        print("No .deb was made: there is no dpkg-deb here.")
        return 0
    package = build(folder, folder.parent)
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    return 0


def untested(folder: Path) -> Iterator[str]:
    """Tell which parts of its self-test a built program does not pass."""
    program = contents.program_of(folder)
    done = subprocess.run([program, "--selftest"], capture_output=True, text=True, timeout=300, check=False)
    try:
        checks = json.loads(done.stdout)["checks"]
    except (ValueError, KeyError):
        yield f"its self-test ended with {done.returncode}: {done.stderr.strip()[-500:]}"
        return
    yield from (f"self-test, {check['name']}: {check['fault']}" for check in checks if not check["ok"])


if __name__ == "__main__":
    sys.exit(main())
