"""Whether listening gets dearer the longer it lasts: one hour of sound, through the real engine and its log.

The time is that of the sound; nobody waits for it. Each tenth of the hour has the same six minutes of sound
(a voice of many levels, paces and rooms, silence and noise between), and every two seconds of it somebody
looks at the log as the window's timeline does. Counted is the processor time of the engine's thread and of
whoever looks; making the sound is not. A machine on which others work slows down and hurries by itself for
seconds or minutes. So after each ten seconds a fixed piece of work, answers of the same network, is timed as
well, and the cost is counted in it; each ten seconds are compared with the same ten seconds of the first
tenth, and a tenth is as dear as their median says. What bare times and their sums over tenths say is told
beside it. The figure is that of the dearest tenth over the first, each repetition in a process of its own.

python -m benchmarks.speed.hour
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

import numpy as np

from benchmarks.speed.measuring import ONE_THREAD, ROOT, Outcome, tell
from benchmarks.speed.speaking import DEFAULT, STREAM_HZ
from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.commands import DEMO_CLIP, load_model
from ser_desktop.engine import run
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, Float64
from tests.reliability.soundtrack import HOUR_S, PART_S, Soundtrack, Stream

REPEATS = 2
TENTHS = 10
_PARTS = HOUR_S // PART_S // TENTHS  # of ten seconds each, in a tenth
_MOMENT_S = 2
_SEEN_S = 300.0
_SPEECH_HZ = 16_000
_ANSWERS = 20  # of the network, as a measure of the machine's pace


class Again(Soundtrack):
    """A tenth of the hour, ten times; made once."""

    def __init__(self, speech: Float32, rate_hz: int) -> None:
        super().__init__(speech, rate_hz)
        make = super().part
        self._parts = [make(number) for number in range(_PARTS)]

    def part(self, number: int) -> Float32:
        """Return ten seconds [10 * rate_hz]."""
        return self._parts[number % _PARTS]


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    if parser.parse_args().child:
        print(json.dumps(costs().tolist()))
    else:
        tell([hour()])


def hour() -> Outcome:
    """Hear an hour, and once more, in processes of their own."""
    values, bare, sums, firsts = [], [], [], []
    for _ in range(REPEATS):
        told = subprocess.run(
            [sys.executable, "-m", __spec__.name, "--child"],
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        parts_s, paces_s = np.array(json.loads(told.stdout)).reshape(2, TENTHS, _PARTS)
        paced = parts_s / paces_s
        values.append(dearest(np.median(paced / paced[0], axis=1)))
        bare.append(dearest(np.median(parts_s / parts_s[0], axis=1)))
        sums.append(dearest(parts_s.sum(axis=1)))
        firsts.append(float(parts_s[0].sum()))
    facts: dict[str, float | str] = {
        "by bare times": round(statistics.median(bare), 3),
        "by their sums over tenths": round(statistics.median(sums), 3),
        "the first tenth, processor time, s": round(statistics.median(firsts), 3),
    }
    return Outcome("hour", tuple(values), facts)


def dearest(tenths: Float64) -> float:
    """Return the most of the later ones over the first."""
    return float(tenths[1:].max() / tenths[0])


def costs() -> Float64:
    """Return processor times in seconds [2, N]: of each ten seconds of an hour, of a fixed work after it."""
    speech = read_at_rate(paths.assets() / DEMO_CLIP, _SPEECH_HZ)
    stream = Stream(Again(speech, STREAM_HZ), HOUR_S, _MOMENT_S)
    run._TICK_S = 0.0  # noqa: SLF001 - nobody waits for more sound: it is there
    model = load_model(DEFAULT)
    window = np.ones((model.manifest.window_frames, model.manifest.spec.features), np.float32)
    ruler = Runner(model)
    pace_s(ruler, window)
    engine = LiveEngine(Runner(model), lambda _device: stream, list)
    session = engine.session
    engine.start()
    parts_s, paces_s = [], []
    began_s = time.process_time()
    for time_s in stream.moments(lambda: engine.running):
        engine.snapshot()
        if session is not None:
            session.lately(_SEEN_S)
        if time_s % PART_S == 0:
            parts_s.append(time.process_time() - began_s)
            paces_s.append(pace_s(ruler, window))
            began_s = time.process_time()
    if engine.snapshot().time_s < HOUR_S - 1:
        raise SystemExit("the engine did not hear the hour to its end")
    return np.array([parts_s, paces_s])


def pace_s(runner: Runner, window: Float32) -> float:
    """Return the processor time of so many answers, in seconds."""
    began_s = time.thread_time()
    for _ in range(_ANSWERS):
        runner.run(window)
    return time.thread_time() - began_s


if __name__ == "__main__":
    main()
