"""Started, stopped and moved to another microphone again and again, the program stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ser_desktop.audio.source import ClipSource
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Float32, State
from ser_desktop.ui import theme
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.reliability.vitals import Vitals, look, needs_proc
from tests.sounds import RATE_HZ
from tests.ui.conftest import asker
from tests.ui.test_clip_journeys import press

__all__ = ["asker"]

pytestmark = needs_proc

PATIENCE_MS = 120_000
WARM, TURNS = 80, 200  # until Qt's own pool has ended its threads, which it does after half a minute
NAMES = ("First", "Other")
DEVICES = [Device(DeviceId(name, "Test"), RATE_HZ, 1, is_default=name == "First") for name in NAMES]


class Counted(ClipSource):
    """The demo clip as a microphone that counts how often any of its kind was opened and closed."""

    def __init__(self, name: str, samples: Float32, counts: Counter[str]) -> None:
        super().__init__(name, samples, RATE_HZ, loop=True)
        self._counts = counts
        self._is_open = False

    def open(self) -> None:
        """Begin, and count it."""
        super().open()
        self._counts[f"opened {self.name}"] += 1
        self._is_open = True

    def close(self) -> None:
        """End, and count it once."""
        super().close()
        self._counts["closed"] += self._is_open
        self._is_open = False


class Switchboard:
    """The window over two microphones, started, moved and stopped as a person does."""

    def __init__(self, runner: Runner, demo: Float32, asker: FakeAsker, qtbot: QtBot) -> None:
        self.counts: Counter[str] = Counter()
        self.engine = LiveEngine(
            runner,
            lambda device: Counted(device.name if device else NAMES[0], demo, self.counts),
            lambda: DEVICES,
        )
        self.window = MainWindow(self.engine, theme.DARK, FakePlayer(), asker, house=house(hidden=()))
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def turn(self, number: int) -> None:
        """Start with the space bar, choose the other microphone, stop with the space bar."""
        press(self.window, Qt.Key.Key_Space)
        self._hears()
        self.window.live.use_device(DEVICES[number % 2].id)
        self._hears()
        press(self.window, Qt.Key.Key_Space)
        self._until(lambda: not self.engine.running and self.engine.snapshot().state is State.IDLE)

    def at_rest(self, as_before: Vitals | None = None) -> Vitals:
        """Return what the process holds; a thread that ended is gone a moment later."""
        if as_before is not None:
            self._until(lambda: look(0).threads <= as_before.threads and look(0).handles <= as_before.handles)
        return look(0)

    def _hears(self) -> None:
        self._until(lambda: self.engine.snapshot().time_s > 0)

    def _until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)


def turned(switchboard: Switchboard, warm: int, turns: int) -> tuple[Vitals, Vitals]:
    """Start, move and stop so often; return what the process held after ``warm`` turns, and at last."""
    for number in range(warm):
        switchboard.turn(number)
    before = switchboard.at_rest()
    for number in range(turns):
        switchboard.turn(number)
    after = switchboard.at_rest(before)
    opened = [switchboard.counts[f"opened {name}"] for name in NAMES]
    assert sum(opened) == switchboard.counts["closed"] == 2 * (warm + turns)
    assert min(opened) >= turns // 2
    assert switchboard.engine.snapshot().lost_samples == 0
    return before, after


@pytest.fixture
def switchboard(runner: Runner, demo: Float32, asker: FakeAsker, qtbot: QtBot) -> Switchboard:
    """Show the window over two microphones."""
    return Switchboard(runner, demo, asker, qtbot)


def test_some_starts_leave_nothing_behind(switchboard: Switchboard) -> None:
    """Every microphone that was opened is closed; threads and handles are as many as before."""
    turned(switchboard, 2, 4)


@pytest.mark.soak
def test_hundreds_of_starts_leave_nothing_behind(
    switchboard: Switchboard, measured: Callable[[str], None]
) -> None:
    """Nor does memory grow by more than the log of what was decided."""
    before, after = turned(switchboard, WARM, TURNS)
    growth_mb = (after.memory_bytes - before.memory_bytes) / 1e6
    measured(
        f"{TURNS} times started, moved to another microphone and stopped: every stream closed, threads "
        f"{before.threads} -> {after.threads}, handles {before.handles} -> {after.handles}, "
        f"memory {growth_mb:+.1f} MB"
    )
    assert growth_mb < 3.0
