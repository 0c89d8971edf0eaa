"""Listen to the default microphone and watch the devices meanwhile: ``watch_child.py``.

Prints a JSON line when it listens, and one whenever the list of devices changed; ends with its input.
"""

from __future__ import annotations

import json
import select
import sys
import time

from ser_desktop import paths
from ser_desktop.audio.devices import list_devices, refresh
from ser_desktop.audio.microphone import Microphone
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import State


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Listen, watch, tell."""
    runner = Runner(load(paths.home() / "models" / "general"))
    engine = LiveEngine(runner, Microphone, list_devices, refresh_devices=refresh)
    assert engine.devices_seen() is None
    engine.start()
    while engine.snapshot().state is State.OPENING:
        time.sleep(0.01)
    tell(source=engine.snapshot().source, rate_hz=engine.snapshot().rate_hz)
    engine.watch_devices(watching=True)
    told: list[str] | None = None
    states = set()
    slowest_s = 0.0
    while not select.select([sys.stdin], [], [], 0.02)[0]:
        asked_s = time.perf_counter()
        seen = engine.devices_seen()
        slowest_s = max(slowest_s, time.perf_counter() - asked_s)
        states.add(engine.snapshot().state.value)
        names = sorted(device.id.name for device in seen) if seen is not None else None
        if names is not None and names != told:
            told = names
            tell(names=names)
    tell(states=sorted(states), time_s=engine.snapshot().time_s, slowest_s=slowest_s)
    engine.close()


if __name__ == "__main__":
    main()
