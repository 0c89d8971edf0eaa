"""Nothing leaves the computer: whatever the program does, it never reaches for the internet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.hygiene.program import WATCHER, watch


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Make two seconds of a voice-like hum, with its harmonics rising and falling."""
    path = tmp_path / "hum.wav"
    time_s = np.arange(32_000) / 16_000
    pitch_hz = 120 + 20 * np.sin(2 * np.pi * 2 * time_s)
    phase = 2 * np.pi * np.cumsum(pitch_hz) / 16_000
    soundfile.write(path, sum(0.2 / k * np.sin(k * phase) for k in range(1, 12)), 16_000)
    return path


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_analysing_needs_no_network(tmp_path: Path, clip: Path, form: list[str]) -> None:
    """A recording is analysed without a single attempt to connect or to look a name up."""
    child = watch(tmp_path, "analyze", *form, str(clip))
    assert child.status == 0, child.output
    assert child.connections == ()


def test_the_window_needs_no_network(tmp_path: Path) -> None:
    """The demo runs through the whole chain and is painted, unconnected."""
    child = watch(tmp_path, "--demo", "--screenshot", str(tmp_path / "demo.png"), "--seconds", "2")
    assert child.status == 0, child.output
    assert child.connections == ()


@pytest.mark.parametrize("command", ["devices", "models", "doctor"])
def test_looking_around_needs_no_network(tmp_path: Path, command: str) -> None:
    """The small commands, the doctor too, tell what is on this machine alone."""
    child = watch(tmp_path, command)
    assert child.status in {0, 1}, child.output
    assert child.connections == ()


@pytest.mark.parametrize(
    ("attempt", "seen"),
    [
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')", True),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", True),
        (
            "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
            True,
        ),
        ("import socket; socket.socket(socket.AF_UNIX).bind('here')", False),
    ],
)
def test_an_attempt_is_seen(tmp_path: Path, attempt: str, *, seen: bool) -> None:
    """The watch has teeth: it refuses each of these, and lets the machine's own sockets pass."""
    (tmp_path / "attempt.py").write_text(attempt)
    facts = tmp_path / "facts.json"
    child = subprocess.run(
        [sys.executable, str(WATCHER), str(facts), "attempt"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ("no network" in child.stderr) == seen, child.stderr
    assert ('"connections": []' not in facts.read_text()) == seen
