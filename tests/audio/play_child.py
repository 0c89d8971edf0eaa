"""Play a file into the loudspeaker and hear it: ``play_child.py WHAT OUT.npy SOUND.wav [START END]``.

WHAT is "play" (to the end), "stop" (in the middle), or "lose" (until the loudspeaker is gone). Prints one
JSON line when it plays, and one at the end; what the microphone heard is then in OUT.npy.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np

from ser_desktop.audio import devices
from ser_desktop.audio.files import read_audio
from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.player import Player, Samples
from ser_desktop.results import Float32


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(what: str, out: str, sound: str, start: str = "0", end: str = "") -> None:
    """Play and listen."""
    player, microphone = Player(), Microphone()
    heard: list[Float32] = []
    positions = []
    samples, rate_hz = read_audio(Path(sound))
    if what == "play":
        microphone.open()
        time.sleep(0.3)
    player.start(Samples(samples, rate_hz), int(start), int(end) if end else None)
    told = False
    end_s = time.monotonic() + 60
    while player.playing and time.monotonic() < end_s:
        time.sleep(0.005)
        heard.append(microphone.read())
        positions.append(player.position_samples)
        if positions[-1] > int(start) and not told:
            told = True
            tell(position=positions[-1])
            devices.refresh()  # which would pull the stream away
        if what == "stop" and positions[-1] > rate_hz // 2:
            player.stop()
    if what == "play":
        time.sleep(0.5)
        heard.append(microphone.read())
        microphone.close()
    finished, stopped_at = player.finished, player.position_samples
    error = player.error.code if player.error is not None else None
    player.close()
    tell(
        monotonic=positions == sorted(positions),
        seen=len(set(positions)),
        open=len(devices.held),
        finished=finished,
        position=stopped_at,
        error=error,
    )
    np.save(out, np.concatenate(heard))


if __name__ == "__main__":
    main(*sys.argv[1:])
