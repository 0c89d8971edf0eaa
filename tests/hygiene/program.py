"""Run the program in a child process, and learn what it loaded and where it tried to connect."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.hygiene.source import ROOT

WATCHER = Path(__file__).with_name("watched_child.py")


@dataclass(frozen=True)
class Watched:
    """What a child process did: exit status, output, modules loaded, addresses it asked for."""

    status: int
    output: str
    modules: frozenset[str]
    connections: tuple[str, ...]

    def loaded(self, *packages: str) -> set[str]:
        """Those of these packages that were loaded."""
        return set(packages) & {name.split(".")[0] for name in self.modules}


def watch(tmp_path: Path, *arguments: str, module: str = "") -> Watched:
    """Run ``ser-desktop ARGUMENTS`` offscreen, or only import ``module``; with a HOME of its own."""
    facts = tmp_path / "facts.json"
    child = subprocess.run(
        [sys.executable, str(WATCHER), str(facts), module, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert facts.is_file(), child.stdout + child.stderr
    learned = json.loads(facts.read_text())
    return Watched(
        child.returncode,
        child.stdout + child.stderr,
        frozenset(learned["modules"]),
        tuple(learned["connections"]),
    )
