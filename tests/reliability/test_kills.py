"""Killed at any moment, the program leaves whole what it kept, and loses nothing that it reported."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

from tests.hygiene.source import ROOT
from tests.reliability.writing import Home

CHILD = Path(__file__).with_name("kills_child.py")
KINDS = ("settings", "voice", "model", "clip", "export")
APART = 100_000  # numbers between one process and the next
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Writers:
    """The processes that write, one after the other, and what they reported as written."""

    def __init__(self) -> None:
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.kills_child"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: SimpleQueue[tuple[str, int]] = SimpleQueue()
        self._pid = 0
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._nursery.stdout
        for line in self._nursery.stdout:
            kind, number = line.split()
            self._lines.put((kind, int(number)))
        self._lines.put(("over", 1))

    def killed_after(self, home: Home, first: int, writes: int, wait_s: float) -> Counter[str]:
        """Let one write, from number ``first`` on; kill it a while after so many writes, and count these."""
        assert self._nursery.stdin
        self._nursery.stdin.write(f"{home.folder} {first}\n")
        self._nursery.stdin.flush()
        written: Counter[str] = Counter()
        while True:
            kind, number = self._lines.get(timeout=120)
            if kind == "over":
                assert number == 0, "the nursery died"
                return written
            if kind == "pid":
                self._pid = number
                continue
            assert kind in KINDS, kind
            written[kind] += 1
            assert number == first + written[kind] - 1
            if self._pid and written.total() >= writes:
                time.sleep(wait_s)
                self._kill()

    def close(self) -> None:
        """End the nursery, and who writes."""
        self._kill()
        assert self._nursery.stdin
        assert self._nursery.stdout
        self._nursery.stdin.close()
        self._nursery.wait(60)
        self._reader.join()
        self._nursery.stdout.close()

    def _kill(self) -> None:
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            self._pid = 0


@pytest.fixture
def writers() -> Iterator[Writers]:
    """Start what writes."""
    found = Writers()
    yield found
    found.close()


def checked(
    home: Home, before: dict[str, int | None], first: int, written: Counter[str]
) -> dict[str, int | None]:
    """Return which generation of each kind is there: each whole, none older than what was reported."""
    now = {"settings": home.read_settings(), "voice": home.read_voice(), "model": home.read_model()}
    for kind, found in now.items():
        last = first + written[kind] - 1
        allowed = {last, last + 1} if written[kind] else {before[kind], first}
        assert found in allowed, f"{kind}: {found}, and {written[kind]} were written from {first} on"
    for kind, numbers in (("clip", home.read_clips()), ("export", home.read_exports())):
        reported = set(range(first, first + written[kind]))
        assert reported <= numbers, f"{kind}: {reported - numbers} were reported as saved"
        assert numbers <= {*reported, first + written[kind]}
    return now


def starts(home: Home, picture: Path) -> None:
    """Let the program start on what is there, listen, and draw its window."""
    done = subprocess.run(
        [sys.executable, "-m", "ser_desktop", "--demo", "--screenshot", str(picture), "--seconds", "0.5"],
        cwd=ROOT,
        env={**os.environ, **home.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 0


def kill(writers: Writers, tmp_path: Path, kills: int, starts_every: int) -> str:
    """Kill a process that writes so many times, and look at what is there after each."""
    lot = random.Random(20_240_531)  # noqa: S311 - nothing is to be kept secret
    home = Home(tmp_path / "home")
    now: dict[str, int | None] = dict.fromkeys(KINDS)
    writes, halves = 0, 0
    for number in range(1, kills + 1):
        first, left = number * APART, home.parts()
        written = writers.killed_after(home, first, lot.randint(1, 40), lot.uniform(0.0, 0.05))
        halves += home.parts() - left
        now = checked(home, now, first, written)
        writes += written.total()
        if number % starts_every == 0:
            starts(home, tmp_path / f"{number}.png")
    assert all(now[kind] is not None for kind in ("settings", "voice", "model"))
    return f"{kills} kills, {writes} writes, {halves} parts left aside; 0 lost, 0 half, all starts well"


def test_killed_some_times_all_is_whole(
    writers: Writers, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    """Settings, voices, models, clips and exports, written all at once; then the program starts on them."""
    measured(kill(writers, tmp_path, 8, 8))


@pytest.mark.soak
def test_killed_fifty_times_all_is_whole(
    writers: Writers, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    """As above, and the program starts on what is there after every fifth kill."""
    measured(kill(writers, tmp_path, 50, 5))
