"""What a run died of is there at the next start, and a log never harms the program, or another's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ser_desktop.crashes.runlog import FILE_BYTES, MOST_OFTEN, OLD_FILES, PLACES, newest_lines

CHILD = Path(__file__).with_name("dying_child.py")
SECRET = ("anna", "Bruno")


def run(folder: Path, way: str) -> subprocess.CompletedProcess[str]:
    """Let a run end in this way."""
    return subprocess.run(
        [sys.executable, str(CHILD), str(folder), way],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def begin(folder: Path) -> subprocess.Popen[str]:
    """Let a run begin, and go on until its standard input ends."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), "waits"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    while child.stdout.readline().strip() != "ready":
        assert child.poll() is None
    return child


def told(folder: Path) -> str:
    """Return all that the newest log says; no name of a file may be in it."""
    text = "\n".join(newest_lines(folder, 1_000_000))
    assert not any(name in text for name in SECRET)
    return text


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(
    ("way", "seen"),
    [
        ("segfault", "Segmentation fault"),
        ("abort", "Aborted"),
        ("fault", "FileNotFoundError"),
    ],
)
def test_what_it_died_of_is_told_at_the_next_start(tmp_path: Path, way: str, seen: str) -> None:
    """Native crashes too, with the place in the program; once, and then no more."""
    assert run(tmp_path, way).stdout.startswith("ended: False")
    assert run(tmp_path, "well").stdout.startswith("ended: True")
    text = told(tmp_path)
    assert "An earlier run did not end by itself" in text
    assert seen in text
    assert 'File "' in text
    assert run(tmp_path, "well").stdout.startswith("ended: False")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("way", ["well", "thread", "unraisable", "refused", "killed"])
def test_no_other_end_is_a_crash(tmp_path: Path, way: str) -> None:
    """A fault told in words, one that the program outlived, and a person who ended it: nothing is said."""
    run(tmp_path, way)
    assert run(tmp_path, "well").stdout.startswith("ended: False")
    assert not list(tmp_path.glob("*.fault"))


@pytest.mark.parametrize(
    ("way", "seen"),
    [
        ("thread", ["A fault on the thread reader", "Traceback", "No such file"]),
        ("unraisable", ["LookupError: careless", "in __del__"]),
        ("fault", ["The program ends by a fault", "Traceback", "No such file"]),
    ],
)
def test_what_nobody_caught_is_in_the_log(tmp_path: Path, way: str, seen: list[str]) -> None:
    """With all that led to it, on whatever thread; without the name of the file that it was about."""
    run(tmp_path, way)
    text = told(tmp_path)
    assert [line for line in seen if line not in text] == []


def test_the_log_stays_within_bounds(tmp_path: Path) -> None:
    """However much is written, three files are as much as there is, and the newest lines are in them."""
    run(tmp_path, "flood")
    logs = list(tmp_path.glob("run-1.log*"))
    assert len(logs) == OLD_FILES + 1
    assert all(log.stat().st_size <= FILE_BYTES for log in logs)
    assert "number 8999" in told(tmp_path)


def test_one_text_does_not_displace_all_others(tmp_path: Path) -> None:
    """What is said at every drawing is written some times."""
    run(tmp_path, "again")
    assert told(tmp_path).count("the same") == MOST_OFTEN


def test_programs_at_the_same_time_keep_their_own(tmp_path: Path) -> None:
    """Each has a log, whichever ends first; one more than there are places runs without."""
    runs = [begin(tmp_path) for _ in range(PLACES + 1)]
    for number, child in enumerate(runs):
        assert child.stdin is not None
        child.stdin.write(f"this is {number}\n" * 3)
        child.stdin.flush()
    for child in runs:
        child.communicate()
        assert child.returncode == 0
    logs = [path.read_text() for path in sorted(tmp_path.glob("run-?.log"))]
    assert len(logs) == PLACES
    for number, log in enumerate(logs):
        assert log.count(f"this is {number}") == 3
        assert log.count("this is") == 3
        assert log.count("Begins") == log.count("Ends") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_crash_is_told_whoever_starts_next(tmp_path: Path) -> None:
    """Also where it was the second of two programs, and the first one's place is free again."""
    first = begin(tmp_path)
    run(tmp_path, "segfault")
    first.communicate()
    assert run(tmp_path, "well").stdout.startswith("ended: True")
    assert "Segmentation fault" in told(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_costs_the_log_alone(tmp_path: Path) -> None:
    """Nothing is written, nothing is said of it, and the program ends as it would."""
    (tmp_path / "run-1.log").symlink_to("/dev/full")
    done = run(tmp_path, "again")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("what", ["a file", "a folder that is only read", "no folder at all"])
def test_where_no_log_can_be_the_program_runs(tmp_path: Path, what: str) -> None:
    """A file in the folder's place, a place of the system's, a disk that may only be read."""
    place = tmp_path / "log"
    if what == "a file":
        place.touch()
    elif what == "a folder that is only read":
        if not hasattr(os, "geteuid") or os.geteuid() == 0:
            pytest.skip("root may write anywhere")
        place.mkdir(mode=0o500)
    else:
        place = Path("/proc/no/such/place")
    done = run(place, "thread")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("ready\n")
