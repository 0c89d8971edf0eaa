"""Whenever the program is killed, its models are whole, and those that were there before or after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ser_desktop.inference.placing import aside, put, recover, staged
from tests.engine.test_models import named
from tests.hygiene.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")

BEFORE_OR_AFTER = {
    "bring": ([], ["New"]),
    "replace": (["Old"], ["New"]),
    "remove": (["Old"], []),
}


def lines_of(tmp_path: Path, act: str, *again: str) -> list[dict[str, Any]]:
    """Return what the killed ones left, which must be whole."""
    named(tmp_path / "old", "mine", title="Old")
    named(tmp_path / "new", "mine", title="New")
    command = [sys.executable, "-m", "tests.engine.killed_child", str(tmp_path), act, *again]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    lines: list[dict[str, Any]] = [json.loads(line) for line in child.stdout.splitlines()]
    for line in lines:
        assert line["titles"] in BEFORE_OR_AFTER[act], line
        assert (line["broken"], line["hidden"]) == ([], []), line
    return lines


@pytest.mark.parametrize("act", BEFORE_OR_AFTER)
def test_a_kill_at_any_step_leaves_one_or_the_other(
    tmp_path: Path, act: str, measured: Callable[[str], None]
) -> None:
    """Killed before each step that it takes on the disk; the next start finds what was or what is to be."""
    lines = lines_of(tmp_path, act)
    before, after = BEFORE_OR_AFTER[act]
    seen = [line["titles"] for line in lines]
    turn = seen.index(after)
    assert seen == [before] * turn + [after] * (len(seen) - turn), "and never back"
    assert [line["dead"] for line in lines] == [True] * (len(seen) - 1) + [False]
    assert len(seen) > 10
    measured(f"{len(seen) - 1} kills: old or new, whole, nothing left beside")


@pytest.mark.soak
@pytest.mark.parametrize("act", BEFORE_OR_AFTER)
def test_a_start_that_is_killed_too_leaves_one_or_the_other(
    tmp_path: Path, act: str, measured: Callable[[str], None]
) -> None:
    """Each of those starts is killed before each of its own steps, and the one after it finds the same."""
    lines = lines_of(tmp_path, act, "again")
    assert any(line["again"] for line in lines)
    measured(f"{len(lines)} runs: old or new, whole, nothing left beside")


def test_what_another_program_is_doing_is_left_alone(tmp_path: Path) -> None:
    """A second window starts while the first one installs a model."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "old").touch()
    with aside(tmp_path) as place:
        (staged(place) / "new").touch()
        recover(tmp_path)
        put(place, tmp_path / "mine", [tmp_path / "mine"])
        recover(tmp_path)
        assert place.exists()
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "new"]


def test_what_has_its_place_taken_meanwhile_is_kept_hidden_or_gone(tmp_path: Path) -> None:
    """Nothing is overwritten: somebody put another model there since."""
    left = tmp_path / ".0123456789abcdef.part"
    for path in (left / "new", left / "old" / "mine", tmp_path / "mine"):
        path.mkdir(parents=True)
    (tmp_path / "mine" / "other").touch()
    recover(tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "other"]


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_what_cannot_be_put_back_is_not_deleted(tmp_path: Path) -> None:
    """Better hidden than gone."""
    kept = tmp_path / ".0123456789abcdef.part" / "old" / "mine"
    kept.mkdir(parents=True)
    (kept.parents[1] / "new").mkdir()
    tmp_path.chmod(0o500)
    recover(tmp_path)
    tmp_path.chmod(0o700)
    assert kept.exists()


def test_what_is_no_folder_of_ours_stays(tmp_path: Path) -> None:
    """Files that end so are others', and a folder that is not there is no fault."""
    (tmp_path / ".notes.part").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".link.part").symlink_to(tmp_path / "elsewhere")
    recover(tmp_path)
    recover(tmp_path / "not there")
    assert {path.name for path in tmp_path.iterdir()} == {".notes.part", "elsewhere", ".link.part"}
