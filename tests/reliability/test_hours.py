"""Hours of speech at once: the time is that of the sound, all else is the real thing.

Protects what a short test cannot see: that nothing is lost on the way, that nothing is hoarded, and that the
last hour costs what the first did and is heard as the first was.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ser_desktop.results import Float64
from tests.hygiene.source import ROOT
from tests.reliability.soundtrack import HOUR_S, MINUTE_S
from tests.reliability.vitals import Vitals, growth_mb_an_hour, memory_mb, needs_proc

pytestmark = needs_proc

HOURS = 8
SHORT_S = 2 * MINUTE_S
HOPS_A_SECOND = 5
EVERY_S = 5 * MINUTE_S  # what the child counts together
POOLED = 2  # Qt's threads for drawing large pictures, which end by themselves


@dataclass(frozen=True)
class Heard:
    """What the child told: what it held each minute, and all the rest."""

    looks: list[Vitals]
    end: dict[str, Any]

    def costs(self, hour: int) -> Float64:
        """Return what a hop cost in each five minutes of an hour, a new pipeline's being 1."""
        count = HOUR_S // EVERY_S
        own, fresh = np.array(self.end["costs"][hour * count : (hour + 1) * count]).T
        return np.asarray(own / np.median(fresh))

    def answers(self, hour: int) -> list[list[float]]:
        """Return what was answered in each five minutes of an hour."""
        count = HOUR_S // EVERY_S
        return list(self.end["answered"][hour * count : (hour + 1) * count])


def heard(length_s: int, folder: Path) -> Heard:
    """Let a process hear so much, and check that nothing was lost on the way."""
    command = [sys.executable, "-m", "tests.reliability.hours_child", str(length_s), str(folder)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    *looks, end = map(json.loads, done.stdout.splitlines())
    told = Heard([Vitals(**one) for one in looks], end)
    assert len(told.looks) == length_s // MINUTE_S
    assert_nothing_lost(told, length_s, folder)
    return told


def assert_nothing_lost(told: Heard, length_s: int, folder: Path) -> None:
    """See that every sample was heard, every decision logged, and all of it is in the files."""
    end = told.end
    assert (end["state"], end["lost_samples"], end["clips"]) == ("idle", 0, 0)
    assert end["handed_s"] == length_s
    assert end["heard_s"] == pytest.approx(length_s, abs=1e-4)
    assert end["steps"] >= HOPS_A_SECOND * length_s
    assert end["kept_answers"] == end["answers"] > HOPS_A_SECOND * length_s / 10
    assert end["kept_segments"] == end["segments"] > length_s / MINUTE_S
    assert Counter(path.suffix for path in folder.iterdir()) == Counter(
        {".csv": 1, ".json": 3, ".txt": 1, ".TextGrid": 1, ".eaf": 1}
    )
    (labels,) = folder.glob("*.txt")
    assert len(labels.read_text(encoding="utf-8").splitlines()) == end["segments"]


def test_minutes_of_speech_are_heard_and_kept(tmp_path: Path) -> None:
    """The short form: every sample, every answer, every utterance; no thread or handle is left."""
    told = heard(SHORT_S, tmp_path)
    assert {(one.threads, one.handles) for one in told.looks} == {
        (told.looks[0].threads, told.looks[0].handles)
    }


@pytest.mark.soak
def test_eight_hours_of_speech(tmp_path: Path, measured: Callable[[str], None]) -> None:
    """Memory, threads, handles and costs stay; the last hour is heard as the second was."""
    told = heard(HOURS * HOUR_S, tmp_path)
    warm = [one for one in told.looks if one.time_s > HOUR_S]
    first, last = told.costs(0), told.costs(HOURS - 1)
    dearer = float(np.median(last / first))
    apart = difference(told.answers(1), told.answers(HOURS - 1))
    end, rest = told.end, min(warm[-10:], key=lambda one: one.threads)
    measured(
        f"{HOURS} h, {100 * end['speech_share']:.0f} % speech, {end['answers']} answers, {end['segments']} "
        f"utterances: {end['lost_samples']} samples lost; last hour's answers as the second's to {apart:.0e}"
    )
    measured(
        f"memory {memory_mb(warm)[0]:.1f} to {memory_mb(warm)[1]:.1f} MB, "
        f"{growth_mb_an_hour(warm):+.2f} MB an hour; threads {rest.threads}, handles {rest.handles}"
    )
    measured(
        f"a hop costs {100 * dearer:.0f} % of what it did in the first hour; "
        f"to draw the window {1000 * end['moment_drawn_s']:.1f} ms; to save in all formats "
        f"{end['saving_s']:.1f} s; all of it {end['processor_s'] / 60:.0f} min of processor time"
    )
    assert growth_mb_an_hour(warm) < 2.0
    an_hour = HOUR_S // MINUTE_S
    for name in ("threads", "handles"):
        held = [getattr(one, name) for one in told.looks]
        assert min(held[:an_hour]) == min(held[-an_hour:])
        assert max(held) <= min(held) + POOLED
    assert dearer < 1.1
    assert apart < 0.05


def difference(one: list[list[float]], other: list[list[float]]) -> float:
    """Return how far the answers of two hours lie apart."""
    assert [len(part) for part in one] == [len(part) for part in other]
    return max(float(np.abs(np.subtract(*pair)).max(initial=0.0)) for pair in zip(one, other, strict=True))
