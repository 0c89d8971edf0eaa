"""How recordings of the queue stand: each in one stage, told once, in order, and only if still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.filestates import Job, Stage, States
from ser_desktop.engine.jobs import Progress
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.worker import Report
from ser_desktop.errors import UserError
from ser_desktop.results import Prediction, Segment, State, Trace
from tests.fakes.jobs import analysis

LABELS = ("anger", "neutral")
NO_MODEL = UserError("no-model", "There is none.")
BROKEN = UserError("not-audio", "That is no recording.")


def room(_urgent: bool) -> bool:  # noqa: FBT001 - States asks so
    """There is always room."""
    return True


def queue(*names: str, refusal: UserError | None = None) -> States:
    """Return a queue in which these wait, numbered from 1; nothing of them was told."""
    states = States(refusal)
    for name in names:
        states.enter(Path(name), None, 100)
    states.changed()
    return states


def take(states: States) -> Job:
    """Let the next one run; there must be one."""
    job = states.take(LABELS, room)
    assert job is not None
    return job


def cancelled(job: Job) -> Job:
    """Return the job without a future."""
    return replace(job, stage=Stage.CANCELLED)


def again(job: Job) -> Job:
    """Return a new attempt at the job."""
    return Job(job.number, job.path, attempt=job.attempt + 1)


def progress(done_s: float, duration_s: float = 4.0) -> Progress:
    """Say that the recording was heard up to there, and that an utterance ended."""
    probabilities = np.array([0.25, 0.75], np.float32)
    said = Prediction(LABELS, probabilities, "neutral")
    step = Step(done_s, State.LISTENING, probabilities, said, Segment(done_s - 1, done_s, said))
    trace = Trace(done_s, 0.01, np.zeros((300, 2), np.float32), np.zeros(300, np.float32))
    return Progress(done_s, duration_s, (step,), trace)


def test_what_enters_waits_and_is_told_once() -> None:
    """With all that is known of it, in the order in which it came."""
    states = States(None)
    assert [states.enter(Path(name), None, size) for name, size in (("a.wav", 7), ("b.wav", 8))] == [1, 2]
    assert states.changed() == (Job(1, Path("a.wav"), size_bytes=7), Job(2, Path("b.wav"), size_bytes=8))
    assert states.changed() == ()


def test_the_first_comes_first() -> None:
    """Each is taken once, runs from then on, and after the last there is none."""
    states = queue("a.wav", "b.wav")
    assert take(states) == Job(1, Path("a.wav"), size_bytes=100, stage=Stage.RUNNING)
    assert take(states).number == 2
    assert states.take(LABELS, room) is None
    assert [job.stage for job in states.changed()] == [Stage.RUNNING] * 2


def test_without_room_nothing_runs() -> None:
    """It waits on, in its place."""
    states = queue("a.wav", "b.wav")
    assert states.take(LABELS, lambda _urgent: False) is None
    assert states.changed() == ()
    assert take(states).number == 1


def asked(states: States) -> list[bool]:
    """Take all that wait; return of each whether somebody waits for it."""
    told: list[bool] = []

    def noted(urgent: bool) -> bool:  # noqa: FBT001 - States asks so
        told.append(urgent)
        return True

    while states.take(LABELS, noted) is not None:
        pass
    return told


def test_who_is_in_a_hurry_is_next_and_says_so() -> None:
    """Only while it waits: what runs or is over is not begun again, and the next attempt is in no hurry."""
    states = queue("a.wav", "b.wav", "c.wav")
    states.hurry(3)
    states.hurry(99)
    assert take(states).number == 3
    states.hurry(3)
    states.change([3], {Stage.RUNNING}, again)
    assert asked(states) == [False, False, False]
    states = queue("a.wav", "b.wav")
    states.hurry(2)
    assert asked(states) == [True, False]


def test_a_stretch_goes_before_all_others() -> None:
    """Somebody has just selected it."""
    states = queue("a.wav")
    number = states.enter(Path("a.wav"), (100, 900), 0)
    job = take(states)
    assert (job.number, job.span) == (number, (100, 900)) == (2, (100, 900))
    states.enter(Path("a.wav"), (1, 2), 0)
    assert asked(states) == [True, False]


def test_a_hurry_ends_with_what_it_was_for() -> None:
    """Cancelled and begun anew, it has its place at the end and is in no hurry."""
    states = queue("a.wav", "b.wav")
    states.hurry(2)
    states.change([2], {Stage.WAITING}, cancelled)
    states.change([2], {Stage.CANCELLED}, again)
    assert asked(states) == [False, False]


def test_only_jobs_in_these_stages_change() -> None:
    """Unknown numbers and other stages are left alone, the rest of the list is not."""
    states = queue("a.wav", "b.wav", "c.wav")
    take(states)
    states.changed()
    states.change([99, 1, 2], {Stage.WAITING}, cancelled)
    assert [(job.number, job.stage) for job in states.changed()] == [(2, Stage.CANCELLED)]
    assert take(states).number == 3, "what was cancelled is not begun"


def test_only_the_attempt_that_runs_is_wanted() -> None:
    """Neither one that waits, nor an earlier attempt, nor none."""
    states = queue("a.wav", "b.wav")
    first = take(states)
    assert states.wanted(first.key)
    assert not states.wanted(None)
    assert not states.wanted((1, 1))
    assert not states.wanted((2, 0))
    assert not states.wanted((99, 0))
    states.change([1], {Stage.RUNNING}, cancelled)
    assert not states.wanted(first.key)
    states.change([1], {Stage.CANCELLED}, again)
    take(states)
    second = take(states)
    assert second.key == (1, 1)
    assert states.wanted(second.key)
    assert not states.wanted(first.key)


def test_progress_is_kept_and_told() -> None:
    """How far it is, by the newest report, and what was heard so far, as long as it runs."""
    states = queue("a.wav", "b.wav")
    job = take(states)
    empty = states.heard(1)
    assert empty is not None
    assert (len(empty.course), empty.course.labels, empty.segments) == (0, LABELS, ())
    states.report(job.key, Report((progress(1.0), progress(2.0, 5.0))))
    states.report(job.key, Report((progress(3.0, 6.0),)))
    (told,) = states.changed()
    assert (told.stage, told.done_s, told.duration_s) == (Stage.RUNNING, 3.0, 6.0)
    heard = states.heard(1)
    assert heard is not None
    assert heard.course.times_s.tolist() == [1.0, 2.0, 3.0]
    assert [segment.end_s for segment in heard.segments] == [1.0, 2.0, 3.0]
    assert len(heard.course.attention) == 300, "the picture is kept with the answers"
    assert states.heard(2) is None


@pytest.mark.parametrize(
    ("report", "stage"),
    [
        (Report(ended=True, analysis=analysis("a.wav", duration_s=3.5)), Stage.DONE),
        (Report(ended=True, error=BROKEN), Stage.FAILED),
    ],
    ids=["done", "failed"],
)
def test_an_end_is_told_with_its_outcome(report: Report, stage: Stage) -> None:
    """The true duration is the analysis's; what was heard so far is dropped; nothing is wanted any more."""
    states = queue("a.wav")
    job = take(states)
    states.report(job.key, Report((progress(1.0),)))
    states.report(job.key, report)
    (told,) = states.changed()
    assert (told.stage, told.analysis, told.error) == (stage, report.analysis, report.error)
    assert told.duration_s == (3.5 if report.analysis else 4.0)
    assert told.done_s == 1.0
    assert states.heard(1) is None
    assert not states.wanted(job.key)


@pytest.mark.parametrize("change", [cancelled, again], ids=["cancelled", "begun anew"])
def test_what_nobody_wants_any_more_is_not_taken_over(change: Callable[[Job], Job]) -> None:
    """A process that ends late changes neither what was cancelled nor the next attempt."""
    states = queue("a.wav")
    job = take(states)
    states.change([1], {Stage.RUNNING}, change)
    (before,) = states.changed()
    states.report(job.key, Report((progress(1.0),), ended=True, error=BROKEN))
    states.report(None, Report(ended=True, error=BROKEN))
    assert states.changed() == ()
    states.change([1], {before.stage}, again)
    assert states.changed()[0].attempt == before.attempt + 1


def test_what_is_removed_is_never_told_of_again() -> None:
    """Waiting, running or over; those that stay go on."""
    states = States(None)
    for name in ("a.wav", "b.wav", "c.wav"):
        states.enter(Path(name), None, 0)
    states.hurry(3)
    running = take(states)
    gone = states.remove([99, 3, 2])
    assert [job.number for job in gone] == [3, 2]
    assert states.heard(3) is None
    assert not states.wanted(running.key)
    states.report(running.key, Report(ended=True, error=BROKEN))
    assert [job.number for job in states.changed()] == [1]
    assert take(states).number == 1
    assert states.take(LABELS, room) is None
    assert states.remove([2, 3]) == []


def test_where_nothing_can_be_analysed_each_says_so() -> None:
    """Until it can: then those that are begun anew wait as they should."""
    states = queue("a.wav", refusal=NO_MODEL)
    states.enter(Path("b.wav"), (1, 2), 0)
    (told,) = states.changed()
    assert (told.stage, told.error) == (Stage.FAILED, NO_MODEL)
    states.hurry(2)
    assert states.take(LABELS, room) is None
    states.allow()
    states.change([1], {Stage.FAILED}, again)
    (told,) = states.changed()
    assert (told.stage, told.error) == (Stage.WAITING, None)
    assert take(states).key == (1, 1)


def test_a_refusal_touches_only_what_waits() -> None:
    """What somebody cancelled did not fail."""
    states = queue("a.wav", refusal=NO_MODEL)
    states.change([1], {Stage.FAILED}, cancelled)
    (told,) = states.changed()
    assert told.stage is Stage.CANCELLED


@given(done_s=st.floats(0, 1e4), duration_s=st.floats(0, 1e4), stage=st.sampled_from(Stage))
def test_the_share_done_is_a_share(done_s: float, duration_s: float, stage: Stage) -> None:
    """0 to 1 whatever a header says; all where it ended, none where nothing is known."""
    share = Job(1, Path("a.wav"), stage=stage, done_s=done_s, duration_s=duration_s).share
    assert 0 <= share <= 1
    if stage in {Stage.DONE, Stage.FAILED}:
        assert share == 1
    elif duration_s == 0:
        assert share == 0
    elif done_s <= duration_s:
        assert share == done_s / duration_s


class Plain:
    """The queue as plain lists, to hold the real one to."""

    def __init__(self) -> None:
        self.jobs: dict[int, Job] = {}
        self.waiting: list[int] = []

    def enter(self) -> int:
        number = len(self.jobs) + 1
        self.put(Job(number, Path("a.wav")))
        return number

    def take(self) -> Job | None:
        if not self.waiting:
            return None
        return self.put(replace(self.jobs[self.waiting[0]], stage=Stage.RUNNING))

    def change(self, number: int, stages: set[Stage], change: Callable[[Job], Job]) -> None:
        if number in self.jobs and self.jobs[number].stage in stages:
            self.put(change(self.jobs[number]))

    def put(self, job: Job) -> Job:
        self.jobs[job.number] = job
        self.waiting = [number for number in self.waiting if number != job.number]
        if job.stage is Stage.WAITING:
            self.waiting.append(job.number)
        return job


CHANGES: dict[str, tuple[set[Stage], Callable[[Job], Job]]] = {
    "cancel": ({Stage.WAITING, Stage.RUNNING}, cancelled),
    "again": ({Stage.FAILED, Stage.CANCELLED}, again),
}


@given(st.lists(st.tuples(st.sampled_from(["enter", "take", "fail", *CHANGES]), st.integers(1, 6))))
def test_each_is_in_one_place(commands: list[tuple[str, int]]) -> None:
    """Whatever order commands come in, jobs run in the order, and are told in the stage, of plain lists."""
    states, plain, told = States(None), Plain(), dict[int, Stage]()
    for command, number in commands:
        if command == "enter":
            assert states.enter(Path("a.wav"), None, 0) == plain.enter()
        elif command == "take":
            assert states.take(LABELS, room) == plain.take()
        elif command == "fail":
            states.report((number, 0), Report(ended=True, error=BROKEN))
            if number in plain.jobs and plain.jobs[number].attempt == 0:
                failed = replace(plain.jobs[number], stage=Stage.FAILED, error=BROKEN)
                plain.change(number, {Stage.RUNNING}, lambda _job, failed=failed: failed)  # type: ignore[misc]  # bound now
        else:
            states.change([number], *CHANGES[command])
            plain.change(number, *CHANGES[command])
        told |= {one.number: one.stage for one in states.changed()}
    assert told == {number: job.stage for number, job in plain.jobs.items()}
    for number, job in plain.jobs.items():
        assert (states.heard(number) is not None) == (job.stage is Stage.RUNNING)
