"""The program dies, and its next start knows of it: the log, the note in the window, the report."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hygiene.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
WINDOW = (
    "import sys\n"
    "from ser_desktop import cli\n"
    "from ser_desktop.ui.main_window import MainWindow\n"
    "own_up = MainWindow.own_up\n"
    "def watched(window):\n"
    "    own_up(window)\n"
    "    print(window.live.toast.text(), flush=True)\n"
    "MainWindow.own_up = watched\n"
    "sys.exit(cli.run(sys.argv[1:]))\n"
)


def environment(home: Path) -> dict[str, str]:
    """Give a process folders of a person's own."""
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}


def window(home: Path, seconds: float) -> list[str]:
    """Return the command that opens the window on the demo, and closes it by itself."""
    picture = ["--screenshot", str(home / "window.png"), "--seconds", str(seconds)]
    return [sys.executable, "-c", WINDOW, "--demo", *picture]


def test_after_a_crash_the_window_says_so(tmp_path: Path) -> None:
    """A fault of a library while somebody listens: told once, with what every thread was doing."""
    logs = tmp_path / "state" / "ser-desktop" / "log"
    with subprocess.Popen(
        window(tmp_path, 600), cwd=ROOT, env=environment(tmp_path), stderr=subprocess.DEVNULL
    ) as child:
        deadline_s = time.monotonic() + 120
        while not (logs / "run-1.fault").exists():
            assert child.poll() is None
            assert time.monotonic() < deadline_s
            time.sleep(0.05)
        child.send_signal(signal.SIGSEGV)
    assert child.returncode == -signal.SIGSEGV
    said = []
    for _ in range(2):
        again = subprocess.run(
            window(tmp_path, 0.3),
            cwd=ROOT,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        said.append(again.stdout.strip())
    assert said == ["The program ended unexpectedly last time.", ""]
    report = subprocess.run(
        [sys.executable, "-m", "ser_desktop", "doctor", "--report"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    ).stdout
    assert "An earlier run did not end by itself" in report
    assert "Fatal Python error" in report
    assert "Thread 0x" in report
    assert 'File "ser_desktop/' in report
    assert str(ROOT) not in report.partition("The last lines of the log")[2]
