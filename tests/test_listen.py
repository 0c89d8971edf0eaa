"""Listening in the terminal: decisions as they fall, losses and refusals in words."""

import itertools
import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from ser_desktop import commands
from ser_desktop.results import Float32
from tests.fakes.source import BUSY, FakeSource
from tests.sounds import RATE_HZ, silence
from tests.terminal_session import Answer


def heard(
    monkeypatch: pytest.MonkeyPatch,
    source: FakeSource,
    enough: Callable[[], bool],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Let ``listen --demo`` hear this source, and let its time be over a few looks after ``enough``."""
    looks = itertools.count()

    def monotonic() -> float:
        return 1e6 if enough() and next(looks) > 2 else 0.0

    monkeypatch.setattr(commands, "demo_source", lambda: source)
    monkeypatch.setattr(commands, "time", SimpleNamespace(monotonic=monotonic, sleep=sleep))


def test_listening_for_programs(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """A line for each decision, five a second of sound; the utterance that ended with the listening too."""
    source = FakeSource(demo[: 4 * RATE_HZ])
    heard(monkeypatch, source, lambda: source.drained)
    answer = ask("listen", "--demo", "--json", "--seconds", "4")
    assert answer.status == 0
    steps = answer.data
    assert [step["time_s"] for step in steps[:5]] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert steps[0] | {"time_s": 0} == {
        "time_s": 0,
        "state": "no speech",
        "label": None,
        "probabilities": None,
        "segment": None,
    }
    answered = [step for step in steps if step["probabilities"]]
    assert len(answered) > 5
    for step in answered:
        assert sum(step["probabilities"].values()) == pytest.approx(1, abs=1e-3)
        assert step["state"] == ("listening" if step["label"] else "unsure")
    assert steps[-1]["segment"]["end_s"] == pytest.approx(4.0, abs=0.1)


def test_listening_for_people(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """A line only where it says something new; each utterance with its times."""
    source = FakeSource(demo[: 6 * RATE_HZ])
    heard(monkeypatch, source, lambda: source.drained)
    answer = ask("listen", "--demo", "--seconds", "6")
    lines = answer.out.splitlines()
    assert lines[0] == "no speech"
    assert all(line != following for line, following in itertools.pairwise(lines))
    assert sum(" s  " in line for line in lines) == 1
    assert len(lines) < 15


def test_a_loss_is_told_while_listening(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """Once, to the terminal, and listening waits for the microphone."""
    source = FakeSource(demo[: 4 * RATE_HZ])
    source.dies_at = RATE_HZ
    source.later_refusals = [BUSY] * 1000
    heard(monkeypatch, source, lambda: source.closed > 0)
    answer = ask("listen", "--demo", "--json", "--seconds", "1")
    assert answer.status == 0
    assert answer.err.count("The microphone is gone.") == 1
    assert len(answer.data) >= 5


def test_a_device_that_refuses_ends_listening(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its reason and what to do."""
    source = FakeSource(silence(0))
    source.refusals = [BUSY]
    heard(monkeypatch, source, lambda: False)
    answer = ask("listen", "--demo")
    assert (answer.status, answer.out) == (1, "")
    for part in (BUSY.title, BUSY.detail, BUSY.remedy):
        assert part in answer.err


def test_ctrl_c_ends_listening_in_peace(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the way to stop, not a fault; the device is given back."""
    source = FakeSource(silence(0))

    def interrupt(_seconds: float) -> None:
        if source.opened:
            raise KeyboardInterrupt

    heard(monkeypatch, source, lambda: False, interrupt)
    assert ask("listen", "--demo").status == 0
    assert not source.is_open
