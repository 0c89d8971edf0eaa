"""``python -m tools.sbom [FOLDER]``: the bill of materials, in CycloneDX's JSON.

Of a built folder, written into it: every part that its list of licences names, with the SHA-256 of each file,
so that the folder can be held to it. Without a folder, of what pip installs with the program, with the hashes
that the lock holds it to. The same parts give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ser_desktop import __version__, paths
from ser_desktop.inference.manifest import load
from ser_desktop.ui.dialogs.parts import Part, parts
from tools import locked
from tools.carried import carried

FILE = "sbom.cdx.json"
PARTS = Path("licences") / "parts.json"
_PYTHON = "Python"


def main() -> int:
    """Write the bill of a folder, or of this environment."""
    parser = argparse.ArgumentParser(prog="python -m tools.sbom", description="Write the bill of materials.")
    parser.add_argument("folder", nargs="?", type=Path, help="a built program [what pip installs]")
    parser.add_argument("--out", type=Path, help=f"file to write [FOLDER/{FILE}, build/{FILE}]")
    given = parser.parse_args()
    out: Path = given.out or (given.folder or locked.ROOT / "build") / FILE
    out.parent.mkdir(parents=True, exist_ok=True)
    text = of_folder(given.folder) if given.folder else of_environment()
    out.write_text(text, encoding="utf-8")
    print(f"{out}: {len(json.loads(text)['components'])} parts")
    return 0


def write(folder: Path) -> None:
    """Put the bill of a built folder into it; what is changed there afterwards is a fault."""
    (folder / FILE).write_text(of_folder(folder), encoding="utf-8")


def of_environment() -> str:
    """Return the bill of what pip installs with the program, and of its models."""
    return _written([(part, []) for part in parts()], [])


def of_folder(folder: Path) -> str:
    """Return the bill of a built folder. What no part is named for is the project's own."""
    told = json.loads((folder / PARTS).read_text(encoding="utf-8"))
    made = [
        (
            Part(part["name"], part["version"], part["licence"]),
            [f"_internal/{file}" for file in part["files"]],
        )
        for part in told
    ]
    named = {file for _, files in made for file in files}
    own = [place for place in _places(folder) if place not in named]
    return _written([(part, _files(folder, files)) for part, files in made], _files(folder, own))


def faults(folder: Path) -> Iterator[str]:
    """Tell where a built folder is not what its bill says."""
    bill = folder / FILE
    if not bill.is_file():
        yield "there is no bill of materials"
        return
    listed = dict(_listed(json.loads(bill.read_text(encoding="utf-8"))))
    there = set(_places(folder))
    yield from (f"not on the bill of materials: {place}" for place in sorted(there - listed.keys()))
    yield from (
        f"on the bill of materials, but not there: {place}" for place in sorted(listed.keys() - there)
    )
    for place in sorted(there & listed.keys()):
        if _sha256(folder / place) != listed[place]:
            yield f"another file than the one on the bill of materials: {place}"


def _listed(component: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each file of a bill or of one of its components, with its hash."""
    if component.get("type") == "file":
        yield component["name"], component["hashes"][0]["content"]
    for inner in (component.get("metadata", {}).get("component"), *component.get("components", ())):
        if inner:
            yield from _listed(inner)


def _places(folder: Path) -> list[str]:
    """Name all files of a folder but the bill itself; a link is what it points to, under that name."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sorted(place for file in files if (place := file.relative_to(folder).as_posix()) != FILE)


def _files(folder: Path, places: Iterable[str]) -> list[Component]:
    found = [(place, folder / place) for place in places]
    return [
        Component(
            type=ComponentType.FILE,
            name=place,
            bom_ref=f"file:{place}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=_sha256(path))],
        )
        for place, path in found
        if path.is_file() and not path.is_symlink()
    ]


def _written(made: list[tuple[Part, list[Component]]], own: list[Component]) -> str:
    """Return the bill of these parts with their files, and of the project's own files."""
    bill = Bom()
    root = Component(
        type=ComponentType.APPLICATION,
        name=locked.PROJECT,
        version=__version__,
        bom_ref=locked.PROJECT,
        licenses=[LicenseFactory().make_from_string("MIT")],
        components=[*_models(), *own],
    )
    bill.metadata.component = root
    components: dict[str, Component] = {}
    for part, files in made:
        name = str(canonicalize_name(part.name))
        if name == locked.PROJECT:
            root.components.update(files)
        else:
            components[name] = _component(part, files)
    bill.components.update(components.values())
    direct = [components[name] for name in _needed(locked.PROJECT) if name in components]
    bill.register_dependency(root, direct)
    for name, component in components.items():
        bill.register_dependency(component, [components[one] for one in _needed(name) if one in components])
    bill.metadata.timestamp = _moment()
    bill.serial_number = UUID(int=0)
    bill.serial_number = uuid5(NAMESPACE_URL, JsonV1Dot6(bill).output_as_string())
    return JsonV1Dot6(bill).output_as_string(indent=1) + "\n"


def _component(part: Part, files: list[Component]) -> Component:
    name = canonicalize_name(part.name)
    reference = _reference(part)
    licence = re.sub(r" \(.*: .*\)$", "", part.licence)  # what is inside is a component of its own
    return Component(
        type=ComponentType.PLATFORM if part.name == _PYTHON else ComponentType.LIBRARY,
        name=part.name,
        version=part.version,
        bom_ref=str(reference),
        purl=reference,
        cpe=f"cpe:2.3:a:python:python:{part.version}:*:*:*:*:*:*:*" if part.name == _PYTHON else None,
        licenses=[LicenseFactory().make_from_string(licence)] if licence != "?" else (),
        external_references=_distribution(name, part.version),
        components=[*carried(name, part.version), *files],
    )


def _reference(part: Part) -> PackageURL:
    """Return what is known everywhere as this part: PyPI's, Debian's, or a name alone."""
    name = canonicalize_name(part.name)
    if part.name == _PYTHON:
        return PackageURL("generic", name="python", version=part.version)
    if name in _distributions():
        return PackageURL("pypi", name=name, version=part.version)
    if platform.system() == "Linux":
        system = platform.freedesktop_os_release().get("ID", "debian")
        return PackageURL("deb", namespace=system, name=part.name, version=part.version)
    return PackageURL("generic", name=part.name, version=part.version)


@cache
def _distributions() -> frozenset[str]:
    """Name what comes from PyPI: all that is locked, and all that is installed here."""
    installed = {canonicalize_name(one.metadata["Name"]) for one in metadata.distributions()}
    return frozenset(installed | {pin.name for pin in _pins()})


@cache
def _pins() -> list[locked.Pin]:
    return [pin for purpose in ("run", "package") for pin in locked.read(locked.path(purpose))]


def _distribution(name: str, version: str) -> list[ExternalReference]:
    """Return where a locked release comes from, with the hashes of all its files."""
    hashes = {
        one for pin in _pins() if pin.name == name and str(pin.version) == version for one in pin.hashes
    }
    if not hashes:
        return []
    return [
        ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(f"https://pypi.org/project/{name}/{version}/"),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in sorted(hashes)],
        )
    ]


def _models() -> list[Component]:
    """Return the models that are shipped: networks are materials too, and have terms of their own."""
    found = []
    for manifest in sorted((paths.home() / "models").glob("*/manifest.json")):
        model = load(manifest.parent)
        found.append(
            Component(
                type=ComponentType.MACHINE_LEARNING_MODEL,
                name=model.manifest.name,
                bom_ref=f"model:{model.manifest.name}",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=model.manifest.sha256)],
                licenses=[LicenseFactory().make_with_name(model.manifest.licence)],
            )
        )
    return found


def _needed(name: str) -> set[str]:
    """Name what a distribution needs on this system, whatever extra is wanted."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return set()
    wanted = map(Requirement, lines)
    return {
        canonicalize_name(one.name)
        for one in wanted
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }


def _moment() -> datetime:
    """Return the time of the last change, so that the same state gives the same bill."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told:
        command = ["git", "-C", str(locked.ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return datetime.fromtimestamp(int(told or 0), UTC)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
