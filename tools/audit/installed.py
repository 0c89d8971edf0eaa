"""Whether this environment is the locked one, byte for byte, under licences that it may be shipped with."""

from __future__ import annotations

import base64
import csv
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path

from packaging.utils import canonicalize_name

from ser_desktop.ui.dialogs.parts import Part
from tools.audit.outcome import Outcome
from tools.locked import PROJECT, Pin

# Terms under which a part may be shipped with a program under the MIT licence: a library, to be exchanged.
_ALLOWED = re.compile(
    r"MIT(-0|-CMU)?|X11|ISC|0BSD|Zlib|CC0-1\.0|Unlicense|PSF-2\.0|Python-2\.0|BSL-1\.0|MPL-2\.0|HPND"
    r"|(BSD|Apache)([- ](2|3|2\.0))?([- ]Clause)?( (Software )?License)?|3-Clause BSD License|BSD-[23]-Clause"
    r"|Apache Software License|(MIT|ISC) License|Mozilla Public License 2\.0 \(MPL 2\.0\)"
    r"|LGPL-(2\.1|3\.0)(-only|-or-later)?|GPL-[23]\.0(-only|-or-later)? WITH Bootloader-exception"
)


def versions(distributions: Iterable[Distribution], pins: Iterable[Pin]) -> Outcome:
    """Compare what is installed with the lock; what no lock holds is told, since nobody tested with it."""
    known = {pin.name: pin for pin in pins if pin.applies()}
    faults, count = [], 0
    for found in distributions:
        name = canonicalize_name(found.metadata["Name"])
        if name in {PROJECT, "pip"}:
            continue
        count += 1
        if name not in known:
            faults.append(f"{name} {found.version} is in no lock")
        elif str(known[name].version) != found.version:
            faults.append(f"{name} {found.version} is installed, {known[name].version} is locked")
    return Outcome("versions", f"{count} installed packages against the locks", tuple(sorted(faults)))


def files(distributions: Iterable[Distribution]) -> Outcome:
    """Compare each installed file with the hash that its own wheel gives for it."""
    faults, count, without = [], 0, []
    for found in distributions:
        name = found.metadata["Name"]
        record = found.read_text("RECORD")
        if record is None:
            without.append(name)
            continue
        for place, given, *_ in csv.reader(record.splitlines()):
            if not given or place.endswith(".pyc"):  # RECORD itself, and what was compiled here
                continue
            count += 1
            faults += [f"{name}: {fault}" for fault in _differs(Path(str(found.locate_file(place))), given)]
    unchecked = f"no list of their files: {', '.join(sorted(without))}" if without else ""
    return Outcome("files", f"{count} installed files against their wheels' hashes", tuple(faults), unchecked)


def _differs(path: Path, given: str) -> Iterator[str]:
    algorithm, _, expected = given.partition("=")
    if not path.is_file():
        yield f"{path} is missing"
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, algorithm).digest()
    if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != expected:
        yield f"{path} is not what was installed"


def agreement() -> Outcome:
    """Ask pip whether every package has what it says it needs."""
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    faults = done.stdout.splitlines() if done.returncode else []
    return Outcome("agreement", "what the packages ask of each other (pip check)", tuple(faults))


def licences(shipped: Iterable[Part]) -> Outcome:
    """Hold what the program is shipped with to the licences that allow it."""
    shipped = list(shipped)
    faults = [f"{part.name}: {part.licence}" for part in shipped if not allowed(part.licence)]
    return Outcome("licences", f"{len(shipped)} packages that the program is shipped with", tuple(faults))


def allowed(licence: str) -> bool:
    """Whether a part may be shipped: of alternatives one must be allowed, of what holds together all."""
    licence = re.sub(r" \((?=[^()]*: ).*\)$", "", licence)  # what is inside is named there with its own
    return any(
        all(_ALLOWED.fullmatch(term.strip("() ")) for term in re.split(r" AND |, ", choice))
        for choice in licence.split(" OR ")
    )
