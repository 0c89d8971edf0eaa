"""No header, however it is changed, ends the process, fills its memory or holds it up."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ser_desktop.audio.find import SUFFIXES
from tests.audio.mutants import bases, mutant
from tests.hygiene.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits as in POSIX")

FEW, MANY = 100, 2500
MOST_S = 10.0  # of processor time for a file of half a second
MOST_MB = 400  # of all memory; without any file it is 130


def outcomes(folder: Path, count: int) -> list[dict[str, Any]]:
    """Analyse mutants in a process; one that it dies of is noted, and another process goes on."""
    told: list[dict[str, Any]] = []
    while len(told) < count:
        command = [sys.executable, "-m", "tests.audio.mutants_child", str(folder)]
        (folder / "told.jsonl").unlink(missing_ok=True)
        child = subprocess.run(
            [*command, str(len(told)), str(count - len(told))],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        lines = [json.loads(line) for line in (folder / "told.jsonl").read_text().splitlines()]
        told += [{**begun, **answer} for begun, answer in zip(lines[::2], lines[1::2], strict=False)]
        if len(lines) % 2:
            told.append({**lines[-1], "died": child.returncode, "why": (folder / "terminal").read_text()})
        elif child.returncode:
            raise AssertionError(child.stderr)
    return told


def bounded(told: list[dict[str, Any]], measured: Callable[[str], None]) -> None:
    """Each has an answer or a reason in words, in little time and memory."""
    assert [one for one in told if "died" in one] == []
    for one in told:
        assert one["seconds"] < MOST_S, one
        assert one["peak_mb"] < MOST_MB, one
        assert not one["terminal"], one
        assert one.get("finite") or (one.get("code") and one["told"]), one
    codes = Counter(one.get("code", "answered") for one in told)
    most_s, most_mb = (max(one[name] for one in told) for name in ("seconds", "peak_mb"))
    measured(
        f"{len(told)} files: {', '.join(f'{count} {code}' for code, count in codes.most_common())}; at most "
        f"{most_s:.1f} s of processor time and {most_mb} MB; no process died"
    )


def test_some_mutants_are_answered_or_refused(tmp_path: Path, measured: Callable[[str], None]) -> None:
    """A hundred of them."""
    bounded(outcomes(tmp_path, FEW), measured)


@pytest.mark.soak
def test_thousands_of_mutants_are_answered_or_refused(
    tmp_path: Path, measured: Callable[[str], None]
) -> None:
    """Over all formats, sample types and byte orders."""
    bounded(outcomes(tmp_path, MANY), measured)


def test_the_mutants_are_of_all_formats_and_always_the_same() -> None:
    """Each format that a folder is searched for is among them; what fails can be made again by its number."""
    made = [mutant(number) for number in range(len(bases()))]
    assert made == [mutant(number) for number in range(len(bases()))]
    assert {base.suffix for base in bases()} >= SUFFIXES - {".oga", ".opus", ".aif", ".aifc"}
    assert len({content for _, content in made} - {base.content for base in bases()}) > 0.9 * len(made)
