"""What is installed is what was tested: the locks hold all that pyproject.toml asks for, with hashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools import locked
from tools.locked import Pin

PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = {
    ("linux", "Linux", "posix"): ("x86_64", "aarch64"),
    ("darwin", "Darwin", "posix"): ("arm64", "x86_64"),
    ("win32", "Windows", "nt"): ("AMD64",),
}
STALE = "the lock does not fulfil pyproject.toml any more: make lock"


def environments() -> Iterator[dict[str, str]]:
    """Yield what markers ask about, for every Python and system that the program runs on."""
    for python, ((name, system, os), machines) in product(PYTHONS, SYSTEMS.items()):
        for machine in machines:
            yield {
                "python_version": python,
                "python_full_version": f"{python}.1",
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
                "sys_platform": name,
                "platform_system": system,
                "os_name": os,
                "platform_machine": machine,
                "extra": "",
            }


def everything() -> dict[str, tuple[list[Requirement], list[Pin]]]:
    """Return each lock's name, what it has to fulfil, and its pins."""
    asked = {name: locked.wanted(purpose.extras) for name, purpose in locked.PURPOSES.items()}
    asked[locked.LOWEST] = locked.wanted(locked.LOWEST_EXTRAS)
    asked[locked.BUILD] = [Requirement(line) for line in locked.build_requirements()]
    return {name: (wanted, locked.read(locked.path(name))) for name, wanted in asked.items()}


LOCKS = everything()


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_is_asked_for_is_locked(lock: str) -> None:
    """What is asked for without `make lock` would be missing from every checkout."""
    wanted, pins = LOCKS[lock]
    for environment, requirement in product(environments(), wanted):
        if requirement.marker and not requirement.marker.evaluate(environment):
            continue
        name = canonicalize_name(requirement.name)
        found = [pin for pin in pins if pin.name == name and pin.applies(environment)]
        assert len(found) == 1, f"{STALE} ({lock}: {name} in {environment})"
        assert found[0].version in requirement.specifier, (
            f"{STALE} ({lock}: {requirement}, {found[0].version})"
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_held_to_hashes(lock: str) -> None:
    """Without a hash pip takes whatever lies under that name."""
    pins = LOCKS[lock][1]  # reading fails at a line that is neither pin, hash nor comment
    assert pins
    assert [pin.name for pin in pins if not pin.hashes] == []


def test_no_lock_names_a_place() -> None:
    """A lock made behind some mirror installs from the index of whoever installs."""
    for file in locked.FOLDER.iterdir():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index|--find-links|/tmp|/home|@", text), file


def test_no_lock_is_left_over() -> None:
    """A lock that nobody renews is installed by somebody."""
    assert {file.name for file in locked.FOLDER.iterdir()} == {f"{name}.txt" for name in LOCKS}


def test_what_is_run_is_what_was_tested() -> None:
    """One release of each package throughout: tests that pass on another say nothing of what people run."""
    versions: dict[str, set[Version]] = {}
    for lock, (_, pins) in LOCKS.items():
        if lock != locked.LOWEST:
            for pin in pins:
                versions.setdefault(pin.name, set()).add(pin.version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_qt_that_crashes_is_not_locked(lock: str) -> None:
    """PySide6 6.12.0 aborts on Python 3.11 (test_qt_void_calls): no lock may bring them together."""
    for pin in LOCKS[lock][1]:
        if pin.name == "pyside6-essentials" and pin.version == Version("6.12.0"):
            old = [environment for environment in environments() if environment["python_version"] == "3.11"]
            assert not any(pin.applies(environment) for environment in old)


def test_the_lowest_run_takes_the_lower_bounds() -> None:
    """A lower bound that no resolution reaches is not tested by `make lowest`, and nobody's."""
    wanted, pins = LOCKS[locked.LOWEST]
    for requirement in wanted:
        bounds = [one.version for one in requirement.specifier if one.operator == ">="]
        assert len(bounds) == 1, f"{requirement} has no lower bound"
        name = canonicalize_name(requirement.name)
        for pin in pins:
            if pin.name == name:
                lowest = SpecifierSet(f"=={bounds[0]}.*")
                assert pin.version in lowest, f"{requirement}: {pin.version} is the lowest there is"


def test_a_strange_line_is_refused(tmp_path: Path) -> None:
    """A line in a lock can send pip to any server; it does not pass unseen."""
    lock = tmp_path / "strange.txt"
    for line in (
        "--index-url https://example.org/simple",
        "numpy @ https://example.org/numpy.whl",
        "numpy>=2",
    ):
        lock.write_text(f"{line}\n", encoding="utf-8")
        with pytest.raises(ValueError, match="is no pin"):
            locked.read(lock)
