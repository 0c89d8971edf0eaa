"""Hears hours of speech in minutes, with the real engine and window: ``hours_child.py SECONDS FOLDER``.

The time is that of the sound; nobody waits for it. Every two seconds of it the window is drawn; every ten
minutes somebody keeps the last seconds as a clip and discards it, every hour somebody looks at another page.
In the end the session is saved in every format. Prints JSON lines: each minute what the process holds, at the
end one with all the rest.
"""

from __future__ import annotations

import json
import os
import sys
import time
from array import array
from dataclasses import asdict
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine import run
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.export.formats import FORMATS
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.reliability.soundtrack import HOUR_S, MINUTE_S, Soundtrack, Stream
from tests.reliability.vitals import look
from tests.sounds import RATE_HZ

STREAM_HZ = 44_100
MOMENT_S = 2
CLIP_EVERY_S = 10 * MINUTE_S
EVERY_STEPS = 5 * MINUTE_S * 5  # five minutes of five hops a second
MODEL = paths.home() / "models" / "general"


def first_words(track: Soundtrack) -> Float32:
    """Return a part in which somebody speaks."""
    return max((track.part(number) for number in range(6)), key=lambda part: float(part.std()))


def tell(**facts: object) -> None:
    """Print a line for the parent to read."""
    print(json.dumps(facts), flush=True)


class Ledger:
    """Counts what the engine decides, and what that costs; called on the engine's thread.

    A busy machine makes everything dearer, so every five minutes a pipeline that has just begun hears a few
    seconds: ``costs`` has the processor time of a hop over these minutes, and that of a hop in the fresh one.
    """

    def __init__(self, stream: Stream, speech: Float32) -> None:
        self.steps = self.answers = self.segments = 0
        self.time_s = 0.0
        self.costs: list[tuple[float, float]] = []
        self.answered: list[array[float]] = []  # by each of these minutes, one number each
        self._stream = stream
        self._runner = Runner(load(MODEL))
        self._speech = speech
        self._lately = array("f")
        self._hops = 0
        self._since_s: float | None = None

    def take(self, step: Step) -> None:
        """Take the next decision."""
        if self._since_s is None:
            self._begin()
        self.steps += 1
        self._hops += 1
        self.time_s = step.time_s
        self.segments += step.segment is not None
        if step.probabilities is not None:
            self.answers += 1
            self._lately.append(float(step.probabilities[0]))
        if self.steps % EVERY_STEPS == 0:
            cost_s = time.thread_time() - self._since_s - self._stream.spent_s if self._since_s else 0.0
            self.costs.append((cost_s / self._hops, self._fresh_s()))
            self.answered.append(self._lately)
            self._lately = array("f")
            self._begin()

    def _begin(self) -> None:
        self._hops = 0
        self._since_s = time.thread_time() - self._stream.spent_s

    def _fresh_s(self) -> float:
        pipeline = Pipeline(self._runner, STREAM_HZ)
        began_s, steps = time.thread_time(), 0
        chunk = STREAM_HZ // 50
        for at in range(0, len(self._speech), chunk):
            steps += len(pipeline.push(self._speech[at : at + chunk]))
            pipeline.trace()
        return (time.thread_time() - began_s) / steps


def keep_and_discard(window: MainWindow, time_s: float) -> None:
    """Keep the last seconds as a clip; once its card is there, discard it."""
    clips = window.live.clips
    if clips.open_take is not None:
        clips.discard()
    elif time_s % CLIP_EVERY_S == 0:
        clips.record_last(5)


def look_elsewhere(window: MainWindow, time_s: float) -> None:
    """Look at another page every hour, and come back."""
    at_s = time_s % HOUR_S
    if at_s == 1000 * MOMENT_S:
        window.show_files()
    elif at_s == 1010 * MOMENT_S:
        window.show_live()


def save_all(window: MainWindow, folder: Path) -> dict[str, int]:
    """Save the session in every format; return the sizes of the files."""
    for name in FORMATS:
        window.live.session.menu.carry_out(name)
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir())}


def main(length_s: int, folder: Path) -> None:
    """Hear it all."""
    app = QApplication([])
    app.setStyle("Fusion")
    speech = read_at_rate(paths.assets() / "demo.flac", RATE_HZ)
    track = Soundtrack(speech, STREAM_HZ)
    stream = Stream(track, length_s, MOMENT_S)
    ledger = Ledger(stream, first_words(track))
    run._TICK_S = 0.0  # nobody waits for more sound: it is there
    engine = LiveEngine(Runner(load(MODEL)), lambda _device: stream, list, on_step=ledger.take)
    window = MainWindow(engine, theme.DARK, FakePlayer(), FakeAsker(folder), house=house(hidden=()))
    window.resize(1280, 800)
    window.show()
    window.live.pause()  # drawn when the sound's time has come
    presenter = window.live._presenter
    presenter._clock, presenter._moved_s, presenter._wrote_s = lambda: stream.time_s, 0.0, 0.0
    window.start()
    drawn_s = 0.0
    for time_s in stream.moments(lambda: engine.running):
        began_s = time.thread_time()
        presenter.refresh()
        app.processEvents()
        drawn_s += time.thread_time() - began_s
        keep_and_discard(window, time_s)
        look_elsewhere(window, time_s)
        window.live.pause()
        if time_s % MINUTE_S == 0:
            tell(**asdict(look(time_s)))
    snapshot = engine.snapshot()
    assert engine.session is not None
    began_s = time.process_time()
    sizes = save_all(window, folder)
    saving_s = time.process_time() - began_s
    report = engine.session.report("")
    tell(
        handed_s=stream.handed_samples / STREAM_HZ,
        heard_s=ledger.time_s,
        lost_samples=snapshot.lost_samples,
        state=snapshot.state,
        steps=ledger.steps,
        answers=ledger.answers,
        segments=ledger.segments,
        kept_answers=len(report.course),
        kept_segments=len(report.segments),
        costs=ledger.costs,
        answered=[list(minute) for minute in ledger.answered],
        moment_drawn_s=drawn_s / (length_s / MOMENT_S),
        saving_s=saving_s,
        sizes=sizes,
        after=asdict(look(length_s)),
        clips=len(window.live.clips.shelf.takes),
        processor_s=time.process_time(),
        speech_share=float(np.sum([one.end_s - one.start_s for one in report.segments])) / length_s,
    )
    window.close()


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    main(int(sys.argv[1]), Path(sys.argv[2]))
