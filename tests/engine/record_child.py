"""Listen to the default microphone and take clips: ``record_child.py``.

Commands come on standard input, ``record SECONDS OUT.wav`` or ``last SECONDS OUT.wav``; its end is the end.
One JSON line comes when it listens, one when a recording begins, and one when a clip is saved.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ser_desktop import paths
from ser_desktop.audio.devices import list_devices
from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.saving import save_clip
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Phase, State

PATIENCE_S = 120.0


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > deadline_s:
            raise TimeoutError
        time.sleep(0.005)


def main() -> None:
    """Listen, and do what is asked."""
    engine = LiveEngine(Runner(load(paths.home() / "models" / "general")), Microphone, list_devices)
    engine.start()
    until(lambda: engine.snapshot().state is State.NO_SPEECH)
    tell(source=engine.snapshot().source)
    for line in sys.stdin:
        what, seconds, out = line.split(maxsplit=2)
        engine.cancel_recording()
        if what == "record":
            engine.record_clip(float(seconds))
            tell(phase=engine.snapshot().recording.phase)
        else:
            engine.last_clip(float(seconds))
        until(lambda: engine.snapshot().recording.phase not in {Phase.RECORDING, Phase.HEARING})
        recording = engine.snapshot().recording
        assert recording.clip is not None
        assert recording.analysis is not None
        save_clip(recording.clip, Path(out.strip()))
        tell(
            label=recording.analysis.label,
            duration_s=recording.clip.duration_s,
            rate_hz=recording.clip.rate_hz,
            gaps=len(recording.clip.gaps),
            source=recording.clip.source,
            probabilities=None
            if recording.analysis.prediction is None
            else recording.analysis.prediction.probabilities.tolist(),
        )
    engine.close()


if __name__ == "__main__":
    main()
