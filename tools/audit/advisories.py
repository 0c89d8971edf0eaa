"""Known vulnerabilities of the locked releases: by pip-audit, or from a file of advisories.

pip-audit closes with "no known vulnerabilities found" also where nobody answered it, so answers are counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from tools.audit.outcome import Outcome
from tools.locked import Pin

_NAME = "vulnerabilities"
_SERVICES = ("pypi", "osv")
_PATIENCE_S = 600.0


def check(pins: Iterable[Pin], advisories: Path | None) -> Outcome:
    """Look every pin up in a file of advisories, or ask each service about those that no other knew."""
    asked = {(pin.name, str(pin.version)) for pin in pins}
    if advisories is not None:
        return _look_up(asked, advisories)
    answered: set[tuple[str, str]] = set()
    faults: list[str] = []
    reasons: list[str] = []
    for service in _SERVICES:
        if asked - answered:
            done = _run(service, asked - answered)
            known, found, reason = told(done.stdout)
            answered |= known
            faults += found
            if reason or not known:
                last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
                reasons.append(f"{service}: {reason or last[:200]}")
    missing = asked - answered
    unchecked = f"{len(missing)} of {len(asked)} ({'; '.join(reasons)})" if missing else ""
    seen = f"{len(answered)} of {len(asked)} locked releases, by pip-audit"
    return Outcome(_NAME, seen, tuple(faults), unchecked)


def told(report: str) -> tuple[set[tuple[str, str]], list[str], str]:
    """Return of which releases a report of pip-audit knows something, what, and why not of the others."""
    try:
        listed = json.loads(report)["dependencies"]
    except (ValueError, KeyError):
        return set(), [], ""
    known = {
        (str(canonicalize_name(one["name"])), str(one["version"]))
        for one in listed
        if "skip_reason" not in one
    }
    found = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {_or_nowhere(hole['fix_versions'])}"
        for one in listed
        for hole in one.get("vulns", ())
    ]
    skipped = [one["skip_reason"] for one in listed if "skip_reason" in one]
    return known, found, f"not known for {len(skipped)}, as in “{skipped[0]}”" if skipped else ""


def _run(service: str, asked: set[tuple[str, str]]) -> subprocess.CompletedProcess[str]:
    with TemporaryDirectory() as folder:
        wanted = Path(folder) / "asked.txt"
        wanted.write_text(
            "".join(f"{name}=={version}\n" for name, version in sorted(asked)), encoding="utf-8"
        )
        command = [sys.executable, "-m", "pip_audit", "--vulnerability-service", service, "--format", "json"]
        command += ["--no-deps", "--disable-pip", "--progress-spinner", "off", "--requirement", str(wanted)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE_S)


def _look_up(asked: set[tuple[str, str]], advisories: Path) -> Outcome:
    """Compare with all advisories of a file as OSV publishes them (a zip of JSON)."""
    newest, count = "", 0
    faults = []
    for advisory in _read(advisories):
        if advisory.get("withdrawn"):
            continue
        count += 1
        newest = max(newest, advisory.get("modified", ""))
        faults += [
            f"{name} {version}: {advisory['id']}" for name, version in asked if hits(advisory, name, version)
        ]
    if not count:
        return Outcome(_NAME, f"{advisories.name}", (), "there is no advisory in it")
    seen = f"{len(asked)} locked releases in {count} advisories of {newest[:10]} and before; no later ones"
    return Outcome(_NAME, seen, tuple(sorted(faults)))


def hits(advisory: dict[str, Any], name: str, version: str) -> bool:
    """Whether an advisory is about a release: by its list of versions, or by its ranges."""
    for affected in advisory.get("affected", ()):
        package = affected.get("package", {})
        if package.get("ecosystem") != "PyPI" or canonicalize_name(package.get("name", "")) != name:
            continue
        if version in affected.get("versions", ()):
            return True
        ranges = (one for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM")
        if any(_within(one.get("events", ()), Version(version)) for one in ranges):
            return True
    return False


def _within(events: Iterable[dict[str, str]], version: Version) -> bool:
    """Follow a range's events in order: it begins where introduced, and ends where mended or last seen."""
    inside = False
    for event in events:
        [(kind, at)] = event.items()
        try:
            point = Version(at)
        except InvalidVersion:
            continue
        if kind == "introduced" and version >= point:
            inside = True
        elif (kind == "fixed" and version >= point) or (kind == "last_affected" and version > point):
            inside = False
    return inside


def _read(advisories: Path) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(advisories) as archive:
        for name in archive.namelist():
            if name.endswith(".json"):
                yield json.loads(archive.read(name))


def _or_nowhere(versions: list[str]) -> str:
    return ", ".join(versions) or "no release yet"
