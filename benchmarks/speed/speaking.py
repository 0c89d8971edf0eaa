"""What is listened to where the live program is measured, and the window that is looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from ser_desktop import paths
from ser_desktop.audio.files import read_audio
from ser_desktop.audio.resample import Resampler
from ser_desktop.audio.source import AudioSource, ClipSource
from ser_desktop.commands import DEMO_CLIP, load_model
from ser_desktop.engine.hearing import Hearing
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.engine.session import Session
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Float32, Prediction, State

if TYPE_CHECKING:
    from ser_desktop.ui.main_window import MainWindow

DEFAULT = "general"
HOP_S = 0.2
STREAM_HZ = 48_000
_FULL_S = 320.0


def tireless(runner: Runner) -> tuple[Float32, int]:
    """Return the demo clip [n] without its pauses, and its rate, which is that of most microphones.

    The model is asked at nearly each hop.
    """
    samples, rate_hz = read_audio(paths.assets() / DEMO_CLIP)
    pipeline = Pipeline(runner, rate_hz)
    said = [step.segment for step in (*pipeline.push(samples), *pipeline.flush()) if step.segment]
    parts = [samples[round(one.start_s * rate_hz) : round(one.end_s * rate_hz)] for one in said]
    resampler = Resampler(rate_hz, STREAM_HZ)
    return np.concatenate([*map(resampler.push, parts), resampler.flush()]), STREAM_HZ


def speaking_engine(
    source: Callable[[Float32, int], AudioSource] | None = None,
    on_step: Callable[[Step], None] = lambda _step: None,
) -> LiveEngine:
    """Return the engine on somebody who never pauses, with minutes of answers behind it.

    ``source`` makes what hands over the samples, by default at the pace at which they would be heard.
    """
    runner = Runner(load_model(DEFAULT))
    samples, rate_hz = tireless(runner)
    clip = (source or looped)(samples, rate_hz)
    device = Device(DeviceId(clip.name, "built in"), rate_hz, 1, is_default=True)
    engine = LiveEngine(runner, lambda _device: clip, lambda: [device], on_step=on_step)
    engine.session = full_session(runner)
    return engine


def looped(samples: Float32, rate_hz: int) -> AudioSource:
    """Play samples over and over."""
    return ClipSource("Demo clip", samples, rate_hz, loop=True)


def full_session(runner: Runner) -> Session:
    """Return a log in which somebody has spoken for minutes, with pauses."""
    ahead_s = [0.0]
    session = Session(Hearing(runner), clock=lambda: time.monotonic() + ahead_s[0])
    session.resume(0.0)
    rng = np.random.default_rng(7)
    labels = runner.manifest.labels
    for time_s in np.arange(HOP_S, _FULL_S, HOP_S):
        speaks = time_s % 11 < 8
        shares = rng.dirichlet(np.full(len(labels), 0.4)).astype(np.float32)
        said = Prediction(labels, shares, labels[int(shares.argmax())]) if speaks else None
        session.take(
            Step(
                float(time_s),
                State.LISTENING if speaks else State.NO_SPEECH,
                shares if speaks else None,
                said,
                None,
            )
        )
    ahead_s[0] = _FULL_S
    if session.began is not None:
        session.began -= timedelta(seconds=_FULL_S)
    return session


def watched_window(engine: LiveEngine, painted: Callable[[], None]) -> MainWindow:
    """Return the real window, everything shown in it; ``painted`` is called after each time it was drawn.

    That is when all that had changed was painted and handed to the screen.
    """
    from PySide6.QtCore import QEvent

    from ser_desktop.ui import theme
    from ser_desktop.ui.main_window import MainWindow
    from tests.fakes.house import house
    from tests.fakes.player import FakePlayer

    class Watched(MainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() is QEvent.Type.UpdateRequest:
                painted()
            return done

    return Watched(engine, theme.DARK, FakePlayer(), house=house(hidden=()))


def run_events(length_s: float) -> None:
    """Let Qt's events happen for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * length_s), loop.quit)
    loop.exec()
