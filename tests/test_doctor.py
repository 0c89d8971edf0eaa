"""The doctor names what is missing and the command that mends it, and is right about what is there."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ser_desktop import doctor, system_packages
from ser_desktop.doctor import Finding
from ser_desktop.system_packages import NEEDS, Manager, Need, Purpose
from tests.virtual_microphone import NAME, VirtualMicrophone

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
EXAMINE = """
import dataclasses, json, sys
from ser_desktop import doctor
findings = [dataclasses.asdict(finding) for finding in doctor.examine()]
print(json.dumps({"findings": findings, "modules": sorted(sys.modules)}))
"""


def distributions(requirements: list[str]) -> set[str]:
    """Names of the distributions that these requirements ask for."""
    return {re.match(r"[\w-]+", line).group() for line in requirements}  # type: ignore[union-attr]  # names come first


def named(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.name: finding for finding in findings}


def test_every_dependency_is_examined() -> None:
    """A package that the project needs cannot be missing without the doctor seeing it."""
    assert set(doctor.RUNTIME.values()) == distributions(PROJECT["dependencies"])
    assert set(doctor.TRAINING.values()) == distributions(PROJECT["optional-dependencies"]["train"])


def test_this_environment_passes() -> None:
    """Where the tests run there is the right Python, every package and a Qt that does not crash."""
    found = named(doctor.examine())
    assert all(found[name].ok for name in ("Python", "Python packages", "Qt for Python", "Training"))


def test_examining_loads_neither_qt_nor_the_trainer() -> None:
    """A machine on which Qt or TensorFlow crash at import is one that needs the doctor most."""
    answer = subprocess.run([sys.executable, "-c", EXAMINE], capture_output=True, text=True, check=True)
    modules = set(json.loads(answer.stdout)["modules"])
    assert not modules & {"PySide6", "tensorflow", "keras", "librosa", "sklearn", "matplotlib"}


@pytest.mark.audio_server
def test_a_microphone_is_found(virtual_microphone: VirtualMicrophone) -> None:
    """With a microphone plugged in the doctor names it, and monitors of outputs are not counted as such."""
    answer = subprocess.run(
        [sys.executable, "-c", EXAMINE],
        env=virtual_microphone.env,
        capture_output=True,
        text=True,
        check=True,
    )
    found = named([Finding(**finding) for finding in json.loads(answer.stdout)["findings"]])
    assert found["PortAudio"].ok
    assert found["Microphones"] == Finding("Microphones", ok=True, detail=f"{NAME} (default: {NAME})")


@pytest.mark.parametrize(
    ("release", "python", "ok"),
    [
        ("6.12.0", (3, 11), False),
        ("6.12.0", (3, 12), True),
        ("6.11.3", (3, 11), True),
        ("6.12.1", (3, 11), True),
    ],
)
def test_the_qt_that_crashes_is_known(
    monkeypatch: pytest.MonkeyPatch, release: str, python: tuple[int, int], *, ok: bool
) -> None:
    """PySide6 6.12.0 on Python 3.11 is refused, as the project file does, and nothing else is."""
    monkeypatch.setattr(doctor, "_version", lambda _distribution: release)
    assert doctor._qt(python).ok == ok


@pytest.mark.parametrize(
    ("python", "ok"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)]
)
def test_the_range_of_pythons_is_the_projects(python: tuple[int, int], *, ok: bool) -> None:
    """The doctor and ``requires-python`` agree."""
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    assert doctor._python(python).ok == ok


def test_a_missing_package_comes_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy can be typed as it stands: this Python, and only what is absent."""
    monkeypatch.setattr(doctor, "RUNTIME", {"numpy": "numpy", "no_such_module": "no-such-package"})
    finding = doctor._packages()
    assert not finding.ok
    assert finding.detail == "not installed: no-such-package"
    assert finding.remedy == f"{sys.executable} -m pip install no-such-package"


def test_a_report_shows_remedies_where_they_are_needed() -> None:
    """Good lines are one line; bad ones carry their remedy; the count is told."""
    text = doctor.report(
        [
            Finding("Ears", ok=True, detail="two", remedy="none"),
            Finding("Nose", ok=False, detail="none", remedy="Grow it"),
        ]
    )
    assert text.splitlines()[0] == "ok      Ears  two"
    assert "none\n" not in text.splitlines()[0]
    assert "Grow it" in text
    assert "1 of 2" in text
    assert "Everything" in doctor.report([Finding("Ears", ok=True, detail="two")])


def test_a_need_is_looked_for_as_the_thing_itself() -> None:
    """Libraries by loading, programs by the path, files by a pattern: present and absent ones of each."""

    def present(thing: str) -> bool:
        return Need(thing, Purpose.SOUND, "a", "b", "c").present

    assert present("libc.so.6") == sys.platform.startswith("linux")
    assert not present("libnosuch.so.99")
    assert present("sh")
    assert not present("no-such-program")
    assert present("etc/pass*")
    assert not present("etc/**/no-such-file-*.conf")


def test_the_command_is_the_distributions_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derived distributions follow the family that they name; an unknown one is told the things."""
    needs = [
        need for need in NEEDS if need.thing in {"libportaudio.so.2", "libxcb-randr.so.0", "libxcb-sync.so.1"}
    ]
    releases = {
        "sudo apt-get install -y --no-install-recommends libportaudio2 libxcb-randr0 libxcb-sync1": {
            "ID": "debian"
        },
        "sudo dnf install -y portaudio libxcb": {"ID": "nobara", "ID_LIKE": "rhel fedora"},
        "sudo pacman -S --needed portaudio libxcb": {"ID": "manjaro", "ID_LIKE": "arch"},
    }
    for command, release in releases.items():
        monkeypatch.setattr(platform, "freedesktop_os_release", lambda release=release: release)
        assert system_packages.command(needs) == command
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": "nixos"})
    assert "libportaudio.so.2" in system_packages.command(needs)


def test_every_need_has_a_package_everywhere() -> None:
    """No need without the package that brings it, on each package manager."""
    for need in NEEDS:
        assert all(need.package(manager) for manager in Manager)
