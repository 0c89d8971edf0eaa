"""Folds take hours: what is done must stay done, whatever ends the others."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.protocols.folds import Fold
from ser_desktop.training.protocols.jobs import Job
from ser_desktop.training.protocols.runner import run_jobs
from tests.training.conftest import RECIPE
from tests.training.protocols.fake_work import THREADS, left, work

Make = Callable[[str], Job]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes a job whose child does what the fold's name says."""

    def job(name: str) -> Job:
        return Job("P1", RECIPE, Fold(name, (), (), ()), tmp_path / "P1", tmp_path / "cache", "0" * 16)

    return job


def nothing(*_arguments: object) -> None:
    """Hear of progress and do nothing."""


def test_all_are_done_and_none_twice(make: Make) -> None:
    """No more at once than asked for, one thread each; a second run finds nothing to do."""
    jobs = [make(name) for name in ("a", "b", "c")]
    heard: list[tuple[str, int]] = []
    ended: list[str] = []
    before = dict(os.environ)
    run_jobs(
        jobs,
        2,
        lambda job, count: heard.append((job.fold.name, count)),
        lambda job: ended.append(job.fold.name),
        work,
    )
    assert sorted(heard) == [(name, count) for name in ("a", "b", "c") for count in (1, 2)]
    assert sorted(ended) == ["a", "b", "c"]
    for job in jobs:
        at_once, *threads = left(job)
        assert int(at_once) <= 2
        assert threads == ["1"] * len(THREADS)
    assert dict(os.environ) == before
    ended.clear()
    run_jobs(jobs, 2, nothing, lambda job: ended.append(job.fold.name), work)
    assert not ended


@pytest.mark.parametrize(("name", "code"), [("fails", "too-loud"), ("dies", "job-died")])
def test_a_fault_is_told_and_finished_folds_stay(make: Make, name: str, code: str) -> None:
    """What one fold says, or that it died, reaches the person; the others end and leave what they did."""
    good, endless, bad = make("a"), make("endless"), make(name)
    run_jobs([good], 1, nothing, nothing, work)
    with pytest.raises(UserError) as caught:
        run_jobs([good, endless, bad], 2, nothing, nothing, work)
    assert caught.value.code == code
    assert [job.done for job in (good, endless, bad)] == [True, False, False]
    assert not multiprocessing.active_children()


def test_ctrl_c_ends_all_and_keeps_what_is_done(make: Make) -> None:
    """The same command goes on afterwards."""
    good, endless = make("a"), make("endless")

    def ctrl_c(_job: Job) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_jobs([good, endless], 2, nothing, ctrl_c, work)
    assert good.done
    assert not endless.done
    assert not multiprocessing.active_children()
