"""Twenty minutes at the pace at which people speak: the real window on a real microphone stream.

Protects what nobody sees in a short test: that nothing is lost, nothing is hoarded, and that what is shown at
the end is as new as what was shown at the beginning.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from ser_desktop.results import Float32
from tests.hygiene.source import ROOT
from tests.reliability.knocks import Ear, ear, knocking, write
from tests.reliability.vitals import Vitals, look, memory_mb, steady_growth_mb_an_hour, usual
from tests.test_live_window import screen
from tests.virtual_microphone import VirtualMicrophone

LENGTH_S = 1200.0
WARM_S = 300.0
EVERY_S = 5.0
PATIENCE_S = 120.0


@dataclass(frozen=True)
class Moment:
    """What the window's process told of a moment."""

    clock_s: float
    came_s: float
    heard_s: float
    knock_s: float | None
    lost_samples: int
    state: str


class Window:
    """The process with the window, and all that it told."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.moments: list[Moment] = []
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def await_sound(self) -> None:
        """Return once it hears."""
        deadline_s = time.monotonic() + PATIENCE_S
        while not any(moment.heard_s > 1.0 for moment in self.moments[-1:]):
            assert time.monotonic() < deadline_s, "it never heard"
            assert self.process.poll() is None, "the window closed"
            time.sleep(0.05)

    def follow(self, length_s: float) -> list[Vitals]:
        """Look at what the process holds every few seconds, for so long."""
        began_s, looks = time.monotonic(), []
        while (time_s := time.monotonic() - began_s) < length_s:
            assert self.process.poll() is None, "the window closed"
            looks.append(look(time_s, self.process.pid))
            time.sleep(EVERY_S)
        return looks

    def close(self) -> int:
        """Close the window, and return how it ended."""
        assert self.process.stdin
        self.process.stdin.close()
        status = self.process.wait(timeout=PATIENCE_S)
        self._thread.join()
        return status

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.moments.append(Moment(**json.loads(line)))


@dataclass(frozen=True)
class Knock:
    """A knock: when it came, when it could first be seen, and where in two listeners' streams it lies."""

    came_at_s: float
    seen_at_s: float
    heard_s: float
    stream_s: float


def knocks(heard: Ear, moments: list[Moment]) -> list[Knock]:
    """Match what the ear heard with what was seen, in order."""
    seen: list[Moment] = []
    for moment in moments:
        if moment.knock_s is not None and (not seen or moment.knock_s > (seen[-1].knock_s or 0) + 1.0):
            seen.append(moment)
    assert len(heard.knocks) == len(seen)
    return [
        Knock(came_at_s, one.clock_s, heard_s, one.knock_s or 0.0)
        for (came_at_s, heard_s), one in zip(heard.knocks, seen, strict=True)
    ]


def listened(
    microphone: VirtualMicrophone, demo: Float32, folder: Path, length_s: float
) -> tuple[list[Moment], list[Vitals], list[Knock]]:
    """Speak for so long into the microphone, with the window open."""
    write(path := folder / "speech.wav", knocking(demo, length_s))
    with (
        screen() as display,
        subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.real_time_child"],
            cwd=ROOT,
            env={**microphone.env, **display},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
        ear(microphone) as heard,
    ):
        window = Window(process)
        try:
            window.await_sound()
            player = microphone.start_playing(path)
            looks = window.follow(length_s)
            assert player.wait(timeout=PATIENCE_S) == 0
            time.sleep(2.0)
            assert window.close() == 0
        finally:
            process.kill()
    return window.moments, looks, knocks(heard, window.moments)


@pytest.mark.soak
@pytest.mark.audio_server
def test_twenty_minutes_of_real_time(
    virtual_microphone: VirtualMicrophone,
    demo: Float32,
    tmp_path: Path,
    measured: Callable[[str], None],
) -> None:
    """No sample is lost, memory, threads and handles stay, and sound is seen as soon as at the beginning."""
    moments, looks, heard = listened(virtual_microphone, demo, tmp_path, LENGTH_S)
    warm = [one for one in looks if one.time_s > WARM_S]
    shift_s = float(np.ptp([knock.heard_s - knock.stream_s for knock in heard]))
    seen_s = quarters([knock.seen_at_s - knock.came_at_s for knock in heard])
    lags_s = [moment.came_s - moment.heard_s for moment in moments]
    lag_s = quarters(lags_s)
    threads, handles = ([usual(part, name) for part in halves(warm)] for name in ("threads", "handles"))
    measured(
        f"{LENGTH_S / 60:.0f} min, {len(heard)} knocks: {moments[-1].lost_samples} samples lost; stream's "
        f"clock and another listener's apart by {1000 * shift_s:.0f} ms at most"
    )
    measured(
        f"memory {memory_mb(warm)[0]:.1f} to {memory_mb(warm)[1]:.1f} MB, "
        f"mostly {steady_growth_mb_an_hour(warm):+.2f} MB an hour; threads {threads}, handles {handles}"
    )
    measured(
        f"from sound to snapshot {1000 * seen_s[0]:.0f} ms in the first quarter, {1000 * seen_s[1]:.0f} ms "
        f"in the last; from stream to decision {1000 * lag_s[0]:.0f} and {1000 * lag_s[1]:.0f} ms, "
        f"{max(lags_s):.1f} s at most"
    )
    assert {moment.lost_samples for moment in moments} == {0}
    assert len(heard) > LENGTH_S / 30
    assert shift_s < 0.05
    assert steady_growth_mb_an_hour(warm) < 2.0
    assert memory_mb(warm)[1] - memory_mb(warm)[0] < 5.0
    assert threads[0] == threads[1]
    assert handles[0] == handles[1]
    assert abs(seen_s[1] - seen_s[0]) < 0.1
    assert abs(lag_s[1] - lag_s[0]) < 0.1


def quarters(values: list[float]) -> tuple[float, float]:
    """Return the median of the first quarter, and of the last: what a busy moment adds is no matter."""
    count = len(values) // 4
    return float(np.median(values[:count])), float(np.median(values[-count:]))


def halves(looks: list[Vitals]) -> tuple[list[Vitals], list[Vitals]]:
    """Return the first half, and the second."""
    return looks[: len(looks) // 2], looks[len(looks) // 2 :]
