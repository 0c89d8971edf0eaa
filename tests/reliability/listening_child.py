"""Listen as the window does, and tell all that it would tell: ``listening_child.py [NAME]``.

A JSON line comes whenever state, microphone or message changed. Commands come on standard input, and each is
answered by a line with ``done``; the end of input is the end.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from ser_desktop import paths
from ser_desktop.audio.devices import SOUND_SERVER, list_devices, refresh
from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.saving import save_clip
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Step
from ser_desktop.export.formats import FORMATS, save
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import DeviceId, Phase
from ser_desktop.ui import words

LOOK_S = 0.01


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    sys.stdout.write(json.dumps({"at_s": time.monotonic(), **facts}) + "\n")
    sys.stdout.flush()


class Program:
    """The engine, and what is told of it."""

    def __init__(self, name: str) -> None:
        self._stall_s = 0.0
        runner = Runner(load(paths.home() / "models" / "general"))
        self.engine = LiveEngine(
            runner, Microphone, list_devices, refresh_devices=refresh, on_step=self._on_step
        )
        self._use(name)
        self._told: dict[str, Any] = {}
        self._orders: SimpleQueue[list[str]] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def run(self) -> None:
        """Tell and obey until the input ends."""
        self.engine.start()
        while True:
            self._look()
            try:
                what, *arguments = self._orders.get(timeout=LOOK_S)
            except Empty:
                continue
            if what == "end":
                break
            tell(done=what, **getattr(self, f"_{what}")(*arguments))
        self.engine.close()

    def _look(self) -> None:
        moment = self.engine.snapshot()
        message = words.message(moment)
        told = {
            "state": moment.state.value,
            "source": moment.source,
            "message": message.code if message else "",
            "text": str(message) if message else "",
            "remedy": message.remedy if message else "",
        }
        if told != self._told:
            self._told = told
            tell(**told, time_s=moment.time_s, lost_samples=moment.lost_samples)

    def _read(self) -> None:
        for line in sys.stdin:
            self._orders.put(line.split())
        self._orders.put(["end"])

    def _on_step(self, _step: Step) -> None:
        stall_s, self._stall_s = self._stall_s, 0.0
        time.sleep(stall_s)

    def _start(self) -> dict[str, Any]:
        self.engine.start()
        return {}

    def _stop(self) -> dict[str, Any]:
        self.engine.stop()
        return {}

    def _use(self, name: str) -> dict[str, Any]:
        self.engine.use_device(DeviceId(name.replace("_", " "), SOUND_SERVER) if name else None)
        return {}

    def _stall(self, seconds: str) -> dict[str, Any]:
        """Let the engine's thread hang once."""
        self._stall_s = float(seconds)
        return {}

    def _record(self, seconds: str) -> dict[str, Any]:
        self.engine.record_clip(float(seconds))
        return {}

    def _clip(self, path: str) -> dict[str, Any]:
        """Save the clip if it is complete."""
        recording = self.engine.snapshot().recording
        if recording.phase is not Phase.DONE or recording.clip is None or recording.analysis is None:
            return {"phase": recording.phase.value}
        save_clip(recording.clip, Path(path))
        missing = [[one.start_s, one.end_s, one.lost_s] for one in recording.analysis.missing]
        return {"phase": "done", "duration_s": recording.clip.duration_s, "missing": missing}

    def _report(self, folder: str) -> dict[str, Any]:
        """Save the session in all formats."""
        assert self.engine.session
        report = self.engine.session.report("Session")
        for name, kind in FORMATS.items():
            save(report, name, Path(folder) / f"session{kind.suffix}")
        return {}

    def _counts(self) -> dict[str, Any]:
        """Tell what the process holds."""
        status = Path("/proc/self/status").read_text().split()
        return {
            "handles": len(list(Path("/proc/self/fd").iterdir())),
            "threads": int(status[status.index("Threads:") + 1]),
            "memory_mb": int(status[status.index("VmRSS:") + 1]) / 1024,
        }


if __name__ == "__main__":
    Program(" ".join(sys.argv[1:])).run()
