"""What the index says today of the releases that are locked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import requests
from packaging.specifiers import SpecifierSet
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

from tools.audit.outcome import Outcome
from tools.locked import Pin

PYTHONS = ("3.11", "3.12", "3.13")
_SYSTEMS = {"linux": ("manylinux", "x86_64"), "darwin": ("macosx", "arm64"), "win32": ("win_amd64", "")}
_JSON = "application/vnd.pypi.simple.v1+json"
_PATIENCE_S = 30.0


def check(pins: Iterable[Pin]) -> Outcome:
    """Ask the index that pip uses about every pin."""
    pins = sorted(set(pins), key=lambda pin: (pin.name, pin.version))
    seen = (
        f"{len(pins)} locked releases against the index: hashes, withdrawn releases, wheels for every system"
    )
    faults: list[str] = []
    address = _setting("index-url") or "https://pypi.org/simple"
    with requests.Session() as session:
        session.headers["Accept"] = _JSON
        session.verify = _setting("cert") or True
        for pin in pins:
            try:
                answer = session.get(f"{address.rstrip('/')}/{pin.name}/", timeout=_PATIENCE_S)
                answer.raise_for_status()
                page = answer.json()
            except (requests.RequestException, ValueError) as error:
                return Outcome(
                    "index", seen, tuple(faults), f"all from {pin.name} on: {type(error).__name__}"
                )
            faults += told(pin, page["files"])
    return Outcome("index", seen, tuple(faults))


def told(pin: Pin, files: list[dict[str, Any]]) -> Iterator[str]:
    """Compare a pin with the files that the index has under its name."""
    release = f"{pin.name} {pin.version}"
    listed = [file for file in files if _version(file["filename"]) == pin.version]
    unknown = pin.hashes - {file["hashes"].get("sha256", "") for file in listed}
    if unknown:
        yield f"{release}: {len(unknown)} of {len(pin.hashes)} locked files are not on the index any more"
    withdrawn = {str(file["yanked"]) for file in listed if file.get("yanked")}
    if withdrawn:
        yield f"{release} was withdrawn: {', '.join(sorted(withdrawn))}"
    for python in PYTHONS:
        for system, tag in _SYSTEMS.items():
            environment = {
                "python_version": python,
                "python_full_version": f"{python}.1",
                "sys_platform": system,
            }
            if pin.applies(environment) and not any(_fits(file, python, tag) for file in listed):
                yield f"{release}: no wheel for Python {python} on {system}"


def _fits(file: dict[str, Any], python: str, system: tuple[str, str]) -> bool:
    """Whether pip would take a file there; what must be built first is not taken at all."""
    try:
        *_, tags = parse_wheel_filename(file["filename"])
    except InvalidWheelFilename:
        return False
    if f"{python}.1" not in SpecifierSet(file.get("requires-python") or ""):
        return False
    number = python.replace(".", "")
    for tag in tags:
        old = (
            tag.abi == "abi3"
            and tag.interpreter.startswith("cp3")
            and int(tag.interpreter[3:]) <= int(number[1:])
        )
        speaks = tag.interpreter in {f"cp{number}", f"py{number}", "py3"} or old
        runs = tag.platform == "any" or (
            tag.platform.startswith(system[0]) and tag.platform.endswith((system[1], "universal2"))
        )
        if speaks and runs and tag.abi in {"none", "abi3", f"cp{number}"}:
            return True
    return False


def _version(filename: str) -> Version | None:
    for parse in (parse_wheel_filename, parse_sdist_filename):
        try:
            return parse(filename)[1]
        except (InvalidWheelFilename, InvalidSdistFilename):
            continue
    return None


def _setting(name: str) -> str:
    """Return what pip is told, by its environment or its files."""
    told = os.environ.get(f"PIP_{name.upper().replace('-', '_')}", "")
    if told:
        return told
    command = [sys.executable, "-m", "pip", "config", "get", f"global.{name}"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
