"""The bill of materials says what is shipped, in a form that other programs read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name

from ser_desktop import paths
from ser_desktop.inference.manifest import load
from tools import locked, sbom


@pytest.fixture(scope="module")
def text() -> str:
    """Return the bill of what pip installs."""
    return sbom.of_environment()


@pytest.fixture(scope="module")
def bill(text: str) -> dict[str, Any]:
    """Return what is on it."""
    return dict(json.loads(text))


def valid(text: str) -> bool:
    """Whether it is CycloneDX 1.6 to the letter."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator  # seconds, for each process that collects tests

    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_fulfils_the_schema(text: str, bill: dict[str, Any]) -> None:
    """A bill that no scanner reads is a list for nobody."""
    assert valid(text)
    assert not valid(json.dumps(bill | {"components": [{"name": "nameless"}]}))


@pytest.mark.skipif(Path(sys.prefix).name == locked.LOWEST, reason="lower releases need other packages")
def test_all_that_is_locked_to_run_is_on_it(bill: dict[str, Any]) -> None:
    """A library that runs in the program and is not listed is one whose holes nobody looks for."""
    build = {pin.name for pin in locked.read(locked.path(locked.BUILD))}
    pins = {
        pin.name: pin for pin in locked.read(locked.path("run")) if pin.applies() and pin.name not in build
    }
    on_it = {str(canonicalize_name(component["name"])): component for component in bill["components"]}
    assert set(pins) <= set(on_it)
    for name, pin in pins.items():
        if on_it[name]["version"] == str(pin.version):
            [source] = on_it[name]["externalReferences"]
            assert {one["content"] for one in source["hashes"]} == pin.hashes


def test_every_part_has_version_licence_and_a_way_to_it(bill: dict[str, Any]) -> None:
    """A part without a licence may not be shipped; one that nothing needs has no business there."""
    assert [
        one["name"] for one in bill["components"] if not one.get("licenses") or not one.get("version")
    ] == []
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    reached: set[str] = set()
    waiting = [locked.PROJECT]
    while waiting:
        reference = waiting.pop()
        if reference not in reached:
            reached.add(reference)
            waiting += needs[reference]
    lonely = {one["name"] for one in bill["components"] if one["bom-ref"] not in reached}
    assert lonely <= {"Python"}


def test_the_models_are_on_it(bill: dict[str, Any]) -> None:
    """Networks are materials too, and their terms forbid what the program's own allow."""
    listed = {one["name"]: one for one in bill["metadata"]["component"]["components"]}
    for manifest in (paths.home() / "models").glob("*/manifest.json"):
        model = load(manifest.parent).manifest
        assert listed[model.name]["hashes"] == [{"alg": "SHA-256", "content": model.sha256}]


def test_the_same_parts_give_the_same_bytes(text: str) -> None:
    """Else nobody could tell whether two builds differ."""
    assert sbom.of_environment() == text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a built program of a few files."""
    files = {
        "ser-desktop": b"program",
        "_internal/numpy/core.so": b"numbers",
        "_internal/libsound.so.1": b"sound",
        "_internal/assets/demo.flac": b"voice",
        "licences/README.txt": b"terms",
    }
    for place, content in files.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_bytes(content)
    parts = [
        {"name": "numpy", "version": "2.0", "licence": "BSD-3-Clause", "files": ["numpy/core.so"]},
        {"name": "libsound1", "version": "1:1.2-3", "licence": "LGPL-2.1+", "files": ["libsound.so.1"]},
        {"name": "ser-desktop", "version": "1", "licence": "MIT", "files": ["assets/demo.flac"]},
    ]
    (tmp_path / sbom.PARTS).write_text(json.dumps(parts), encoding="utf-8")
    sbom.write(tmp_path)
    return tmp_path


def test_a_folder_is_held_to_its_bill(folder: Path) -> None:
    """Each file is listed under its part; one that was changed, added or taken away is seen."""
    text = (folder / sbom.FILE).read_text(encoding="utf-8")
    assert valid(text)
    parts = {one["name"]: one for one in json.loads(text)["components"]}
    assert "_internal/libsound.so.1" in [one["name"] for one in parts["libsound1"]["components"]]
    assert parts["numpy"]["purl"] == "pkg:pypi/numpy@2.0"
    assert parts["libsound1"]["purl"].startswith("pkg:deb/" if sys.platform == "linux" else "pkg:generic/")
    assert list(sbom.faults(folder)) == []
    (folder / "_internal" / "numpy" / "core.so").write_bytes(b"nonsense")
    (folder / "_internal" / "added.so").write_bytes(b"nobody's")
    (folder / "ser-desktop").unlink()
    assert list(sbom.faults(folder)) == [
        "not on the bill of materials: _internal/added.so",
        "on the bill of materials, but not there: ser-desktop",
        "another file than the one on the bill of materials: _internal/numpy/core.so",
    ]


def test_a_folder_without_a_bill_is_no_fit(folder: Path) -> None:
    """A bill that was forgotten passes nothing."""
    (folder / sbom.FILE).unlink()
    assert list(sbom.faults(folder)) == ["there is no bill of materials"]
