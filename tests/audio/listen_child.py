"""Listen to a microphone in a process of its own: ``listen_child.py OUT.npy [NAME HOST_API]``.

Prints one JSON line when it listens, and one at the end, which comes when a line is typed or when the
microphone is no longer alive, after a minute at the latest; what was heard is then in OUT.npy.
"""

from __future__ import annotations

import json
import select
import sys
import time
from pathlib import Path

import numpy as np

from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.source import AudioSource
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def listen(source: AudioSource, out: Path) -> None:
    """Record until told to stop or until the source is dead."""
    source.open()
    blocks = [source.read()]
    tell(name=source.name, rate_hz=source.rate_hz)
    told = False
    end_s = time.monotonic() + 60
    while source.alive and not told and time.monotonic() < end_s:
        time.sleep(0.01)
        blocks.append(source.read())
        told = bool(select.select([sys.stdin], [], [], 0)[0])
    alive = source.alive
    source.close()
    blocks.append(source.read())
    source.close()
    np.save(out, np.concatenate(blocks))
    tell(alive=alive, alive_when_closed=source.alive, lost=source.lost_samples, finished=source.finished)


def main(out: str, *device: str) -> None:
    """Listen, or tell the error."""
    try:
        listen(Microphone(DeviceId(*device) if device else None), Path(out))
    except UserError as error:
        tell(error=error.code, text=str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
