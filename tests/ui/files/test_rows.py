"""The rows behind the table: nothing is lost or counted twice, whatever comes in which order."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.ui.files.rows import Rows, TimeLeft, ranges, summary
from tests.fakes.jobs import done

STAGES = st.sampled_from(list(Stage))


@st.composite
def jobs(draw: st.DrawFn) -> list[Job]:
    """Make jobs of all stages, each with another number."""
    made = []
    for number, stage in enumerate(draw(st.lists(STAGES, max_size=30)), 1):
        shares = draw(st.lists(st.floats(0.01, 1.0), min_size=7, max_size=7))
        job = done(
            number, *shares, name=draw(st.sampled_from("abcXYZ")), duration_s=draw(st.floats(1.0, 9.0))
        )
        analysis = job.analysis if stage is Stage.DONE else None
        made.append(replace(job, stage=stage, analysis=analysis, size_bytes=draw(st.integers(0, 10**9))))
    return made


def counted(rows: Rows) -> Counter[Stage]:
    """Count them one by one."""
    return Counter(job.stage for job in rows.all())


@given(jobs(), st.lists(st.tuples(st.integers(0, 29), STAGES)), st.sets(st.integers(1, 30)))
def test_counts_follow_whatever_happens(
    made: list[Job], changes: list[tuple[int, Stage]], gone: set[int]
) -> None:
    """Counts, places and bytes are those that a recount gives."""
    rows = Rows()
    rows.append(made)
    rows.change([replace(made[at], stage=stage) for at, stage in changes if at < len(made)])
    rows.keep(lambda job: job.number not in gone)
    assert {stage: rows.count(stage) for stage in Stage if rows.count(stage)} == dict(counted(rows))
    assert [rows.row_of(job.number) for job in rows.all()] == list(range(len(rows)))
    assert all(rows.row_of(number) is None for number in gone)
    recount = Rows()
    recount.append(rows.all())
    assert rows.bytes_done == recount.bytes_done


@given(
    st.lists(st.tuples(st.integers(1, 10**9), st.lists(st.floats(0, 1), max_size=5)), min_size=1, max_size=9)
)
def test_of_what_is_done_nothing_is_left(files: list[tuple[int, list[float]]]) -> None:
    """Whatever shares were told on the way: no rest of a byte keeps the time that is left in sight."""
    rows = Rows()
    waiting = [Job(number, Path("a.wav"), size_bytes=size) for number, (size, _) in enumerate(files, 1)]
    rows.append(waiting)
    for job, (_, shares) in zip(waiting, files, strict=True):
        for share in shares:
            rows.change([replace(job, stage=Stage.RUNNING, done_s=3.0 * share, duration_s=3.0)])
    rows.change([replace(job, stage=Stage.FAILED) for job in waiting])
    done_bytes, all_bytes = rows.bytes_done
    assert done_bytes == all_bytes == sum(size for size, _ in files)


@given(jobs(), st.integers(0, 4), st.booleans())
def test_sorting_orders_and_keeps_all(made: list[Job], column: int, descending: bool) -> None:  # noqa: FBT001
    """The same rows, in order; those without a value come last either way."""
    rows = Rows()
    rows.append(made)
    rows.sort(column, descending=descending)
    assert sorted(job.number for job in rows.all()) == [job.number for job in made]
    if column == 3:
        values = [
            job.analysis.prediction.confidence
            for job in rows.all()
            if job.analysis and job.analysis.prediction
        ]
        assert values == sorted(values, reverse=descending)
        missing = [job.analysis is None for job in rows.all()]
        assert missing == sorted(missing)
    rows.sort(0, descending=False)
    names = [job.path.name.casefold() for job in rows.all()]
    assert names == sorted(names)


@given(st.lists(st.integers(0, 60)))
def test_ranges_cover_exactly_what_they_join(numbers: list[int]) -> None:
    """No row more, no row less, and no two that could be one."""
    found = ranges(numbers)
    assert [row for first, last in found for row in range(first, last + 1)] == sorted(set(numbers))
    assert all(after[0] > before[1] + 1 for before, after in itertools.pairwise(found))


def test_the_summary_reads_as_a_person_says_it() -> None:
    """Only what there is is told."""
    rows = Rows()
    rows.append([replace(done(1), stage=Stage.WAITING, analysis=None), done(2), done(3)])
    assert summary(rows, None) == "3 files · 2 done · 1 waiting"
    rows.change([replace(done(3), stage=Stage.FAILED, analysis=None)])
    assert summary(rows, 200.0) == "3 files · 1 done · 1 failed · 1 waiting · about 3 minutes left"
    rows.change([done(1), done(3)])
    assert summary(rows, None) == "3 files · 3 done"


def test_the_time_left_is_judged_by_bytes() -> None:
    """A quarter in ten seconds: thirty are left; at the beginning and at the end nothing is said."""
    left = TimeLeft()
    assert left.judge(0, 400, 5.0) is None
    assert left.judge(1, 400, 5.5) is None
    assert left.judge(100, 400, 15.0) == 30.0
    assert left.judge(400, 400, 60.0) is None
    assert left.judge(400, 800, 100.0) is None  # more came: judged anew
    assert left.judge(500, 800, 110.0) == 30.0


def test_a_stretch_of_a_file_has_no_row() -> None:
    """It belongs to the view."""
    new, known = Rows().split([Job(1, Path("a.wav")), Job(2, Path("a.wav"), span=(0, 10))])
    assert [job.number for job in new] == [1]
    assert known == []
