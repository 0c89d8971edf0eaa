"""A program that listens, in a process of its own, and the faults that are done to its microphone."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.virtual_microphone import VirtualMicrophone

CHILD = Path(__file__).with_name("listening_child.py")
PATIENCE_S = 60.0
HEARS = ("listening", "no speech", "unsure")

Facts = dict[str, Any]


class Program:
    """The child process, and all that it told."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.told: list[Facts] = []
        self._answers: list[Facts] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            facts: Facts = json.loads(line)
            (self._answers if "done" in facts else self.told).append(facts)

    def ask(self, *words: object) -> Facts:
        """Send a command, and return its answer."""
        known = len(self._answers)
        assert self.process.stdin
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        self._until(lambda: len(self._answers) > known)
        return self._answers[-1]

    def await_told(self, holds: Callable[[Facts], bool], since: int = 0) -> Facts:
        """Wait until something is told that is so, after so many lines, and return it."""
        self._until(lambda: any(map(holds, self.told[since:])))
        return next(filter(holds, self.told[since:]))

    def await_sound(self, since: int = 0, source: str = "") -> Facts:
        """Wait until sound is heard."""
        return self.await_told(lambda one: one["state"] in HEARS and source in one["source"], since)

    def close(self) -> int:
        """End the program as a person does, and return its exit status."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(timeout=PATIENCE_S)

    def _until(self, holds: Callable[[], bool]) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < deadline_s, f"it never came: {self.told[-3:]}"
            assert self.process.poll() is None, "the program is gone"
            time.sleep(0.005)


@contextlib.contextmanager
def listening(microphone: VirtualMicrophone, *name: str) -> Iterator[Program]:
    """Let a program listen to the default microphone, or to that of this name, and see that it ends well."""
    with subprocess.Popen(
        [sys.executable, str(CHILD), *name],
        env=microphone.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        program = Program(process)
        try:
            yield program
            assert program.close() == 0
        finally:
            process.kill()
