"""How late an answer is: from the moment sound is at the stream to its paint on screen.

The real engine listens to a stream that delivers blocks of 10 ms at known moments, as a microphone does; the
real window, everything shown, is drawn at 1280x800. Each time it was painted it is noted up to where the
sound was decided on (``Snapshot.time_s``) that was drawn. A millisecond of sound was waited for from the
moment at which it was spoken until the first paint of a Snapshot that covers it, whose bars may still be
moving. It waits for the end of its block, then for that of its hop, since answers fall at fixed samples:
hop and block (0.2 + 0.01 s) are taken off. What is left is the program's own: how often it looks for sound,
the network, how often the window looks for answers, painting. The figure is the 95th percentile over all
milliseconds; each repetition is a process of its own.

python -m benchmarks.speed.delay [--seconds 20]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.speed.measuring import ONE_THREAD, ROOT, Outcome, tell
from benchmarks.speed.screens import screen
from benchmarks.speed.speaking import HOP_S, run_events, speaking_engine, watched_window
from ser_desktop.audio.source import ClipSource
from ser_desktop.results import Float32, Float64, Snapshot

if TYPE_CHECKING:
    from ser_desktop.engine.live import LiveEngine

REPEATS = 3
BLOCK_S = 0.01
_SETTLE_S = 3.0
_SHARE = 95


class BlockSource(ClipSource):
    """Plays samples over and over; a block is there once all of it was spoken, and not before."""

    def __init__(self, samples: Float32, rate_hz: int) -> None:
        self.began_s = 0.0
        super().__init__("Blocks", samples, rate_hz, loop=True, clock=self._block_s)

    def open(self) -> None:
        """Start now."""
        self.began_s = time.perf_counter()
        super().open()

    def _block_s(self) -> float:
        """Return the end of the last block that is over."""
        blocks = (time.perf_counter() - self.began_s) // BLOCK_S
        return float(blocks * BLOCK_S + BLOCK_S * 1e-6)


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="how long each repetition is measured")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        print(json.dumps(measured(arguments.seconds)))
    else:
        tell([delay(arguments.seconds)])


def delay(seconds: float) -> Outcome:
    """Measure in processes of their own, one after the other."""
    command = [sys.executable, "-m", __spec__.name, "--child", "--seconds", str(seconds)]
    with screen() as (name, display):
        environment = {**os.environ, **ONE_THREAD, **display}
        told = [
            json.loads(
                subprocess.run(
                    command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
                ).stdout
            )
            for _ in range(REPEATS)
        ]
    all_ms, last_ms = zip(*told, strict=True)
    facts: dict[str, float | str] = {
        "screen": name,
        "hop and block, ms": round(1000 * (HOP_S + BLOCK_S)),
        "of the last sound of each hop, 95 %, ms": round(statistics.median(last_ms), 1),
    }
    return Outcome("delay", tuple(all_ms), facts)


def measured(seconds: float) -> tuple[float, float]:
    """Return the 95th percentile in this process, milliseconds: of all sound, of the last of each hop.

    The first beyond hop and block, the second beyond the block: nothing waits for the end of its hop there.
    """
    from PySide6.QtWidgets import QApplication

    streams: list[BlockSource] = []

    def stream(samples: Float32, rate_hz: int) -> BlockSource:
        streams.append(BlockSource(samples, rate_hz))
        return streams[-1]

    engine = speaking_engine(stream)
    pulled = pulls(engine)
    paints: list[tuple[float, float]] = []
    app = QApplication([])
    app.setStyle("Fusion")
    window = watched_window(engine, lambda: paints.append((pulled[-1], time.perf_counter())))
    window.resize(1280, 800)
    window.show()
    window.start()
    run_events(_SETTLE_S + seconds)
    window.close()
    covered_s, painted_s = np.array(paints, np.float64).T
    return percentiles(covered_s, painted_s - streams[0].began_s)


def pulls(engine: LiveEngine) -> list[float]:
    """Let an engine note up to where each Snapshot heard that was taken from it."""
    noted = [0.0]
    take = engine.snapshot

    def snapshot() -> Snapshot:
        moment = take()
        noted.append(moment.time_s)
        return moment

    engine.snapshot = snapshot  # type: ignore[method-assign]
    return noted


def percentiles(covered_s: Float64, painted_s: Float64) -> tuple[float, float]:
    """Return how late sound was painted: at ``painted_s`` [N] what came before ``covered_s`` [N] was."""
    hops_s, first = np.unique(covered_s, return_index=True)
    shown_s = painted_s[first]
    kept = hops_s > _SETTLE_S
    hops_s, shown_s = hops_s[kept], shown_s[kept]
    spoken_s = np.arange(hops_s[0], hops_s[-1], 0.001)
    waited_s = shown_s[np.searchsorted(hops_s, spoken_s, side="right").clip(max=len(hops_s) - 1)] - spoken_s
    of_all = np.percentile(waited_s, _SHARE) - HOP_S - BLOCK_S
    of_last = np.percentile(shown_s - hops_s, _SHARE) - BLOCK_S
    return round(1000 * float(of_all), 2), round(1000 * float(of_last), 2)


if __name__ == "__main__":
    main()
