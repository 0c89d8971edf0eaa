"""The program dies, and its next start knows of it: the log, the note in the window, the report."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hygiene.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
WINDOW = """
import sys
from ser_desktop import cli
from ser_desktop.ui.main_window import MainWindow

start, own_up = MainWindow.start, MainWindow.own_up

def started(window):
    start(window)
    print("listens", flush=True)

def owned_up(window):
    own_up(window)
    print(window.live.toast.text(), flush=True)

MainWindow.start, MainWindow.own_up = started, owned_up
sys.exit(cli.run(sys.argv[1:]))
"""


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
    with subprocess.Popen(
        window(tmp_path, 600), cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "listens\n"
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
    assert said == ["listens\nThe program ended unexpectedly last time.", "listens"]
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
