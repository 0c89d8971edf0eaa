"""A real Dask cluster on this machine: a scheduler and workers as processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

_QUIET = {"DASK_DISTRIBUTED__DIAGNOSTICS__ERAMON": "0", "OPENBLAS_NUM_THREADS": "1"}


class Cluster:
    """Scheduler and workers on free ports of the loopback; a context manager that ends them by their ids."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._note = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port", "0", "--scheduler-file", str(self._note))
        self.address = ""
        while not self._listens():
            if self.scheduler.poll() is not None:
                logs = [path.read_text(errors="replace") for path in self._folder.glob("*.log")]
                raise RuntimeError("\n".join(logs))
            time.sleep(0.05)

    @property
    def scheduler(self) -> subprocess.Popen[bytes]:
        """The scheduler's process."""
        return self.processes[0]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start a worker of one thread, without a nanny that would start it again."""
        return self._start("worker", "--nthreads", "1", "--no-nanny", "--scheduler-file", str(self._note))

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        log = (self._folder / f"{kind} {len(self.processes)}.log").open("wb")
        command = [
            sys.executable,
            "-m",
            f"distributed.cli.dask_{kind}",
            "--host",
            "127.0.0.1",
            "--no-dashboard",
        ]
        with log:
            process = subprocess.Popen(
                [*command, *arguments], stdout=log, stderr=log, cwd=self._folder, env={**os.environ, **_QUIET}
            )
        self.processes.append(process)
        return process

    def _listens(self) -> bool:
        """Whether the scheduler has noted its address, to the end."""
        try:
            self.address = json.loads(self._note.read_text())["address"]
        except (OSError, ValueError):
            return False
        return True

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()
