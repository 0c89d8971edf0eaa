"""Nothing leaves the computer: the whole program works where there is no network, and never asks for one.

Each part of it runs in a name space without any interface, and strace writes down every socket that any of
its processes makes, whether Python or a library does: all are of this machine alone (AF_UNIX), as is the
sound server's.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from ser_desktop import paths, selftest
from tests.hygiene.source import ROOT
from tests.virtual_microphone import VirtualMicrophone

PROGRAM = (sys.executable, "-m", "ser_desktop")
DEMO = str(paths.assets() / "demo.flac")
LOCAL = {"AF_UNIX", "AF_LOCAL"}
# Only what makes a socket or names an address has a family in it.
TRACED = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-e", "signal=none")
PATIENCE_S = 300


def walls() -> tuple[str, ...]:
    """Return the command that takes the network away; who is not root becomes it in a name space of users."""
    return ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")


@cache
def missing() -> str:
    """Tell what this machine lacks to take the network away; empty where nothing is missing."""
    if not sys.platform.startswith("linux"):
        return "network name spaces are Linux's"
    absent = [name for name in ("unshare", "strace") if shutil.which(name) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    tried = subprocess.run(
        [*walls(), *TRACED, "-o", os.devnull, "true"], capture_output=True, text=True, check=False
    )
    return f"not allowed here: {tried.stderr.strip()[-200:]}" if tried.returncode else ""


@pytest.fixture(autouse=True)
def _walls() -> None:
    """Skip, and say why, where the network cannot be taken away."""
    if missing():
        pytest.skip(missing())


@dataclass(frozen=True)
class Done:
    """What a command did without a network: status, what it said, and how often it named which addresses."""

    status: int
    out: str
    err: str
    families: Mapping[str, int]

    @property
    def outward(self) -> set[str]:
        """Families of addresses that could lead out of this computer."""
        return set(self.families) - LOCAL


def start(log: Path, *command: str, **env: str) -> subprocess.Popen[str]:
    """Start a command without a network; what it asks of one is written to ``log``."""
    return subprocess.Popen(
        [*walls(), *TRACED, "-o", str(log), *command],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str], log: Path) -> Done:
    """Wait for a command's end, and read what it asked of the network."""
    try:
        out, err = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
        process.wait()
    families = re.findall(r"\bAF_\w+", log.read_text(errors="replace"))
    return Done(process.returncode, out, err, Counter(families))


def run(folder: Path, *arguments: str, **env: str) -> Done:
    """Run the program without a network, to its end."""
    log = folder / "sockets.log"
    return finish(start(log, *PROGRAM, *arguments, **env), log)


@pytest.mark.parametrize(
    ("attempt", "family"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "AF_INET"),
        (
            "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('::1', 9))",
            "AF_INET6",
        ),
        ("import ctypes; ctypes.CDLL(None).socket(2, 1, 0)", "AF_INET"),
        ("import os\nif os.fork() == 0:\n    import socket; socket.socket()\nelse: os.wait()", "AF_INET"),
    ],
    ids=["connect", "send", "library", "child"],
)
def test_an_attempt_is_seen(tmp_path: Path, attempt: str, family: str) -> None:
    """The watch has teeth: Python's sockets, a library's, and those of processes that it starts."""
    log = tmp_path / "sockets.log"
    done = finish(start(log, sys.executable, "-c", attempt), log)
    assert family in done.outward


def test_there_is_no_way_out(tmp_path: Path) -> None:
    """Where it runs, there is no interface that is up: what was missed by the watch would fail."""
    log = tmp_path / "sockets.log"
    attempt = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = finish(start(log, sys.executable, "-c", attempt), log)
    assert done.status == 1
    assert "unreachable" in done.err


def test_the_window_and_a_recording_need_no_network(tmp_path: Path) -> None:
    """The demo heard and drawn, and a recording analysed; the long form of this test runs everything."""
    done = run(tmp_path, "--demo", "--screenshot", str(tmp_path / "demo.png"), "--seconds", "1")
    assert done.status == 0, done.err
    assert (tmp_path / "demo.png").stat().st_size > 10_000
    assert done.outward == set()
    done = run(tmp_path, "analyze", DEMO)
    assert done.status == 0, done.err
    assert done.outward == set()


@pytest.mark.soak
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--selftest",), '"ok": true'),
        (("--demo", "--decisions", "--screenshot", "{folder}/a.png", "--seconds", "8"), "neutral"),
        (("listen", "--demo", "--json", "--seconds", "6"), "neutral"),
        (("analyze", DEMO, "{folder}/copy.flac", "--jobs", "2"), "copy.flac: neutral"),
        (("analyze", DEMO, "--out", "{folder}/out", "--format", "elan"), "1 files: 1 analysed"),
        (("models",), "general"),
        (("doctor",), "Python packages"),
        (("devices",), ""),
        (("train", "--recipes"), "general"),
        (("train", "--look", "--corpus", "folder={folder}"), ""),
        (("--help",), "analyze"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_nothing_asks_for_a_network(
    tmp_path: Path, arguments: tuple[str, ...], said: str, measured: Callable[[str], None]
) -> None:
    """Each command does its work, and all that its processes and libraries open stays on this machine."""
    shutil.copyfile(DEMO, tmp_path / "copy.flac")
    done = run(tmp_path, *(word.format(folder=tmp_path) for word in arguments))
    assert said in done.out, done.err
    assert done.outward == set()
    measured(f"{done.families.get('AF_UNIX', 0)} calls of this machine's own sockets, none of others")


@pytest.mark.soak
@pytest.mark.audio_server
@pytest.mark.parametrize("form", ["listen", "window"])
def test_a_microphone_needs_no_network(
    tmp_path: Path, virtual_microphone: VirtualMicrophone, form: str, measured: Callable[[str], None]
) -> None:
    """In the terminal and in the window a voice is heard through the sound server's local socket alone."""
    arguments = {
        "listen": ("listen", "--seconds", "40"),
        "window": ("--decisions", "--screenshot", str(tmp_path / "window.png"), "--seconds", "40"),
    }[form]
    log = tmp_path / "sockets.log"
    process = start(log, *PROGRAM, *arguments, **virtual_microphone.env)
    deadline_s = time.monotonic() + PATIENCE_S
    while not virtual_microphone.listeners() and time.monotonic() < deadline_s:
        time.sleep(0.1)
    virtual_microphone.play(Path(DEMO))
    done = finish(process, log)
    assert done.status == 0, done.err
    assert done.out.count(" s  ") == len(selftest.EXPECTED), done.out
    assert done.outward == set()
    measured(f"{done.families['AF_UNIX']} calls of this machine's own sockets, none of others")
