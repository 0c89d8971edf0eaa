"""The window's queue: real processes, real files; what is asked for is done, and nothing else."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop import paths
from ser_desktop.engine.filejobs import FileJobs, Job, Stage
from ser_desktop.engine.hearing import Rules, Setup
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.errors import UserError
from ser_desktop.inference.calibration import fingerprint
from ser_desktop.inference.manifest import Model, load
from ser_desktop.inference.profile import Profile
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis
from tests.engine.streams import assert_same

DEMO = paths.assets() / "demo.flac"
ENDED = {Stage.DONE, Stage.FAILED, Stage.CANCELLED}
PATIENCE_S = 120.0


class Watched:
    """A queue, and how its jobs stand as far as they were told."""

    def __init__(self, jobs: FileJobs) -> None:
        self.jobs = jobs
        self.states: dict[int, Job] = {}

    def pull(self) -> None:
        """Take what changed, as the window does."""
        self.states.update({job.number: job for job in self.jobs.changed()})

    def until(self, true: Callable[[], bool]) -> None:
        """Pull until it is so."""
        deadline_s = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline_s, list(self.states.values())
            time.sleep(0.01)
            self.pull()

    def until_ended(self, count: int) -> dict[str, Job]:
        """Pull until so many jobs are listed and all have ended; return them by name."""
        self.until(
            lambda: (
                len(self.states) >= count
                and not self.jobs.searching
                and all(job.stage in ENDED for job in self.states.values())
            )
        )
        return {job.path.name: job for job in self.states.values()}

    def one(self, name: str) -> Job:
        """Return the job of a file."""
        (job,) = (job for job in self.states.values() if job.path.name == name)
        return job


@pytest.fixture
def watched(model: Model) -> Iterator[Watched]:
    """Return a queue with one process, and end it."""
    jobs = FileJobs(model, processes=1)
    yield Watched(jobs)
    jobs.close()


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file that takes long."""
    path = tmp_path_factory.mktemp("long") / "hour.wav"
    demo, rate_hz = soundfile.read(DEMO, dtype="float32")
    with soundfile.SoundFile(path, "w", rate_hz, 1) as file:
        for _ in range(3600 * rate_hz // len(demo)):
            file.write(demo)
    return path


def same(one: Analysis | None, other: Analysis | None) -> None:
    """Hold two analyses to each other, to the last bit."""
    assert one is not None
    assert other is not None
    assert_same(one.segments, other.segments)
    np.testing.assert_array_equal(one.course.probabilities, other.course.probabilities)
    np.testing.assert_array_equal(one.course.attention, other.course.attention)


def test_a_folder_is_analysed_as_each_file_would_be(watched: Watched, runner: Runner, tmp_path: Path) -> None:
    """Also below other folders; what cannot be read says why, the others go on, and nothing comes twice."""
    (tmp_path / "below").mkdir()
    shutil.copy(DEMO, tmp_path / "below" / "good.flac")
    (tmp_path / "broken.wav").write_text("no sound at all")
    (tmp_path / "empty.wav").touch()
    (tmp_path / "notes.txt").write_text("no recording")
    watched.jobs.add([tmp_path, tmp_path / "empty.wav"])
    ended = watched.until_ended(3)
    assert {name: job.stage for name, job in ended.items()} == {
        "good.flac": Stage.DONE,
        "broken.wav": Stage.FAILED,
        "empty.wav": Stage.FAILED,
    }
    same(ended["good.flac"].analysis, analyze_file(runner, DEMO))
    for name, code in (("broken.wav", "not-audio"), ("empty.wav", "empty-audio")):
        error = ended[name].error
        assert error is not None
        assert (error.code, bool(error.remedy)) == (code, True)
    watched.jobs.add([tmp_path])
    watched.until(lambda: not watched.jobs.searching)
    watched.pull()
    assert len(watched.states) == 3


def test_what_was_mended_is_tried_again(watched: Watched, tmp_path: Path) -> None:
    """Under the same number."""
    path = tmp_path / "later.flac"
    watched.jobs.add([path])
    number = watched.until_ended(1)["later.flac"].number
    shutil.copy(DEMO, path)
    watched.jobs.retry([number])
    watched.until(lambda: watched.states[number].stage is Stage.DONE)
    assert len(watched.states) == 1


def test_a_long_one_is_heard_while_it_runs_and_can_be_cancelled(watched: Watched, hour: Path) -> None:
    """Answers and utterances grow; then it ends within moments, and the next one has its turn."""
    watched.jobs.add([hour, DEMO])
    watched.until(lambda: any(job.done_s > 20 for job in watched.states.values()))
    long = watched.one(hour.name)
    heard = watched.jobs.heard(long.number)
    assert heard is not None
    assert len(heard.course) > 0
    assert heard.course.times_s[-1] <= long.duration_s
    assert heard.segments
    assert watched.one(DEMO.name).stage is Stage.WAITING
    watched.jobs.cancel([long.number])
    ended = watched.until_ended(2)
    assert (ended[hour.name].stage, ended[DEMO.name].stage) == (Stage.CANCELLED, Stage.DONE)
    assert watched.jobs.heard(long.number) is None


def test_what_was_heard_so_far_is_the_beginning_of_the_whole(watched: Watched, runner: Runner) -> None:
    """Results that appear early are not taken back."""
    watched.jobs.add([DEMO])
    partial = None
    deadline_s = time.monotonic() + PATIENCE_S
    while not watched.states or watched.one(DEMO.name).stage not in ENDED:
        assert time.monotonic() < deadline_s
        for number in watched.states:
            heard = watched.jobs.heard(number)
            partial = heard if heard is not None and len(heard.course) else partial
        watched.pull()
    whole = analyze_file(runner, DEMO).course
    if partial is not None:
        count = len(partial.course)
        np.testing.assert_array_equal(partial.course.probabilities, whole.probabilities[:count])


def test_a_selection_does_not_wait_for_an_hour(
    watched: Watched, runner: Runner, hour: Path, tmp_path: Path
) -> None:
    """It is analysed beside the long one, by itself: as the file that was cut there."""
    watched.jobs.add([hour])
    watched.until(lambda: any(job.stage is Stage.RUNNING for job in watched.states.values()))
    sound, rate_hz = soundfile.read(DEMO, dtype="float32")
    span = (round(1.3 * rate_hz), round(6.9 * rate_hz))
    number = watched.jobs.examine(DEMO, span)
    watched.until(lambda: number in watched.states and watched.states[number].stage is Stage.DONE)
    assert watched.one(hour.name).stage is Stage.RUNNING
    soundfile.write(tmp_path / "cut.wav", sound[slice(*span)], rate_hz, subtype="FLOAT")
    same(watched.states[number].analysis, analyze_file(runner, tmp_path / "cut.wav"))


def test_who_is_looked_at_is_next(watched: Watched, hour: Path, tmp_path: Path) -> None:
    """Not the one that came before it."""
    for name in ("a.flac", "b.flac"):
        shutil.copy(DEMO, tmp_path / name)
    watched.jobs.add([hour, tmp_path / "a.flac", tmp_path / "b.flac"])
    watched.until(lambda: len(watched.states) == 3)
    watched.jobs.hurry(watched.one("b.flac").number)
    watched.until(lambda: watched.one("b.flac").stage is Stage.DONE)
    assert watched.one("a.flac").stage is Stage.WAITING
    assert watched.one(hour.name).stage is Stage.RUNNING


def test_what_is_removed_is_heard_of_no_more(watched: Watched, hour: Path) -> None:
    """Its work ends, its name may be listed again."""
    watched.jobs.add([hour])
    watched.until(lambda: any(job.done_s > 0 for job in watched.states.values()))
    number = watched.one(hour.name).number
    watched.jobs.remove([number])
    watched.pull()
    watched.states.clear()
    shutil.copy(DEMO, hour.parent / "next.flac")
    watched.jobs.add([hour.parent / "next.flac"])
    assert set(watched.until_ended(1)) == {"next.flac"}
    watched.jobs.add([hour])
    watched.until(lambda: len(watched.states) == 2)
    assert watched.one(hour.name).number != number


def test_another_setup_counts_for_what_is_not_begun(
    watched: Watched, model: Model, hour: Path, tmp_path: Path
) -> None:
    """What is being analysed goes on as it began, what waited is heard anew, what was done stays."""
    for name in ("a.flac", "b.flac"):
        shutil.copy(DEMO, tmp_path / name)
    watched.jobs.add([tmp_path / "a.flac"])
    first = watched.until_ended(1)["a.flac"].analysis
    watched.jobs.add([hour, tmp_path / "b.flac"])
    watched.until(lambda: any(job.path == hour and job.done_s > 0 for job in watched.states.values()))
    other = load(paths.home() / "models" / "emodb")
    setup = Setup(other, None, Rules(hop_s=0.4, unsure_below=0.9))
    watched.jobs.use(setup)
    done_s = watched.one(hour.name).done_s
    watched.until(lambda: watched.one(hour.name).done_s > done_s + 20)
    heard = watched.jobs.heard(watched.one(hour.name).number)
    assert heard is not None
    assert heard.course.labels == model.manifest.labels
    watched.jobs.cancel([watched.one(hour.name).number])
    ended = watched.until_ended(3)
    assert ended["a.flac"].analysis is first
    analysis = ended["b.flac"].analysis
    same(analysis, analyze_file(Runner(other), DEMO, rules=setup.rules))
    assert analysis is not None
    assert analysis.origin == setup.hearing().origin
    assert len(watched.jobs._workers) == 1


def test_a_setup_that_is_refused_changes_nothing(watched: Watched, model: Model, runner: Runner) -> None:
    """In words; the next recording is heard as before."""
    profile = Profile("Ann", "2024-05-31", "another model", 10.0, (0.0,) * len(model.manifest.labels), 4)
    with pytest.raises(UserError):
        watched.jobs.use(Setup(model, profile))
    watched.jobs.add([DEMO])
    same(watched.until_ended(1)[DEMO.name].analysis, analyze_file(runner, DEMO))


def test_a_voice_counts_for_recordings_too(watched: Watched, model: Model) -> None:
    """As for what is listened to."""
    opinion = tuple(np.linspace(-1, 1, len(model.manifest.labels)).tolist())
    profile = Profile("Ann", "2024-05-31", fingerprint(model.manifest), 10.0, opinion, 4)
    watched.jobs.use(Setup(model, profile))
    watched.jobs.add([DEMO])
    analysis = watched.until_ended(1)[DEMO.name].analysis
    same(analysis, analyze_file(Runner(model, profile), DEMO))
    assert analysis is not None
    assert analysis.origin.personal


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_process_that_dies_costs_one_file(watched: Watched, hour: Path, tmp_path: Path) -> None:
    """It says so and can be tried again; another process does the others."""
    shutil.copy(DEMO, tmp_path / "other.flac")
    watched.jobs.add([hour, tmp_path / "other.flac"])
    watched.until(lambda: any(job.done_s > 0 for job in watched.states.values()))
    (worker,) = watched.jobs._workers
    assert worker._process.pid
    os.kill(worker._process.pid, signal.SIGKILL)
    ended = watched.until_ended(2)
    error = ended[hour.name].error
    assert error is not None
    assert error.code == "analysis-crashed"
    assert ended["other.flac"].stage is Stage.DONE


def test_closing_ends_the_processes(model: Model, hour: Path) -> None:
    """At once, in the middle of an hour of audio."""
    watched = Watched(FileJobs(model, processes=2))
    watched.jobs.add([hour])
    watched.until(lambda: any(job.done_s > 0 for job in watched.states.values()))
    watched.jobs.close()
    assert watched.jobs._workers
    assert not any(worker._process.is_alive() for worker in watched.jobs._workers)


def test_without_a_model_each_file_says_so(tmp_path: Path) -> None:
    """And no process starts."""
    watched = Watched(FileJobs(None, no_model=UserError("no-model", "There is none.")))
    watched.jobs.add([tmp_path / "one.wav", tmp_path / "two.wav"])
    ended = watched.until_ended(2)
    assert {job.error.code for job in ended.values() if job.error} == {"no-model"}
    watched.jobs.close()


def test_a_first_model_ends_the_want_of_one(model: Model, tmp_path: Path) -> None:
    """What failed for want of one can be tried again."""
    shutil.copy(DEMO, tmp_path / "one.flac")
    watched = Watched(FileJobs(None, processes=1))
    watched.jobs.add([tmp_path / "one.flac"])
    number = watched.until_ended(1)["one.flac"].number
    watched.jobs.use(Setup(model))
    watched.jobs.retry([number])
    watched.until(lambda: watched.states[number].stage is Stage.DONE)
    watched.jobs.close()
