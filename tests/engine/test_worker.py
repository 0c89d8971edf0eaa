"""A process for recordings does what it is given, stops when it is told, and ends with its window."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop.engine.hearing import Hearing, Setup
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.engine.worker import Report, Task, Worker, _done
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.engine.streams import assert_same
from tests.sounds import RATE_HZ, noise

PATIENCE_S = 60.0


@pytest.fixture(scope="module")
def worker(model: Model) -> Iterator[Worker]:
    """Start a process; at the end its window is gone, and it ends by itself."""
    one = Worker(Setup(model))
    yield one
    one.connection.close()
    one._process.join(PATIENCE_S)
    assert one._process.exitcode == 0


@pytest.fixture
def recording(demo: Float32, tmp_path: Path) -> Path:
    """Write the demo's first sentence."""
    path = tmp_path / "said.wav"
    soundfile.write(path, demo[: 6 * RATE_HZ], RATE_HZ)
    return path


def reports(worker: Worker) -> list[Report]:
    """Return all that is told of the task, to its end."""
    told = [worker.report()]
    while not told[-1].ended:
        told.append(worker.report())
    return told


def test_a_recording_is_heard_as_in_this_process(worker: Worker, runner: Runner, recording: Path) -> None:
    """The same answer, progress to its end, and the process is free again."""
    busy = [worker.busy]
    worker.give((1, 1), Task(recording))
    busy.append(worker.busy)
    told = reports(worker)
    assert [*busy, worker.busy] == [False, True, False]
    assert told[-1].analysis is not None
    assert_same(told[-1].analysis.segments, analyze_file(runner, recording).segments)
    progress = [one for report in told for one in report.progress]
    assert progress[-1].done_s == pytest.approx(6.0)


def test_a_part_of_a_recording(worker: Worker, recording: Path) -> None:
    """Its samples alone."""
    worker.give((1, 2), Task(recording, (RATE_HZ, 3 * RATE_HZ)))
    (*_, last) = reports(worker)
    assert last.analysis is not None
    assert last.analysis.duration_s == pytest.approx(2.0)


def test_what_cannot_be_read_is_told(worker: Worker, tmp_path: Path) -> None:
    """In words; the process goes on."""
    worker.give((1, 3), Task(tmp_path / "nowhere.wav"))
    (*_, last) = reports(worker)
    assert last.error is not None
    assert last.error.code == "file-not-found"


def test_told_to_stop_it_stops(worker: Worker, recording: Path, tmp_path: Path) -> None:
    """In the middle of an hour; then it does the next as if nothing had been."""
    path = tmp_path / "long.flac"
    soundfile.write(path, np.tile(noise(60.0, 0.01), 60), RATE_HZ)
    worker.give((1, 4), Task(path))
    assert worker.report().progress
    worker.stop()
    worker.stop()
    told_to = worker.stopping
    assert not worker.stuck(PATIENCE_S)
    assert worker.stuck(-1.0)
    (*_, last) = reports(worker)
    assert (last.analysis, last.error) == (None, None)
    assert (told_to, worker.stopping) == (True, False)
    worker.give((1, 5), Task(recording))
    assert reports(worker)[-1].analysis is not None


def test_a_fault_of_the_program_is_told(
    model: Model, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other files go on; this one says that it was the program."""

    def fail(*_asked: object) -> None:
        raise ZeroDivisionError("by nothing")

    faulty = Runner(model)
    monkeypatch.setattr(faulty, "predict", fail)
    here, there = Pipe()
    with here, there:
        last = _done(Hearing(faulty), Task(recording), there)
    assert last.error is not None
    assert last.error.code == "internal"
    assert "ZeroDivisionError" in last.error.detail


def test_a_process_that_died_is_noticed(model: Model, recording: Path) -> None:
    """Whatever killed it: nothing more is told, and giving it a task fails nobody."""
    one = Worker(Setup(model))
    one._process.kill()
    one._process.join(PATIENCE_S)
    one.give((1, 1), Task(recording))
    one.stop()
    with pytest.raises(EOFError):
        reports(one)
    one.kill()
