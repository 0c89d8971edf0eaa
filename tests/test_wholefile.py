"""A file is old or new, never half, wherever its writer is killed; nobody's file is taken in silence."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ser_desktop import wholefile

OLD, NEW = b"old" * 1000, b"new" * 2000
KILLED = """
import os, sys
from pathlib import Path
from ser_desktop import wholefile
path, step, replace = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "replace"
count = 0
def die(event, _details):
    global count
    if event in {"open", "os.rename", "os.link", "os.remove", "os.scandir"}:
        count += 1
        if count == step:
            os.kill(os.getpid(), 9)
sys.addaudithook(die)
wholefile.write(path, b"new" * 2000, replace=replace)
os.kill(os.getpid(), 15)
"""


def killed_at(step: int, path: Path, *, replace: bool) -> bool:
    """Write in a process that dies before its so manieth step on the disk; return whether it got there."""
    word = "replace" if replace else "new"
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(step), word], check=False)
    assert done.returncode in {-9, -15}
    return done.returncode == -9


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("replace", [True, False])
def test_killed_before_every_step_on_the_disk(tmp_path: Path, *, replace: bool) -> None:
    """Not at moments that happen to come, but before each thing that is done to the disk, in turn."""
    step = 1
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        path = folder / "file"
        if replace:
            path.write_bytes(OLD)
        reached = killed_at(step, path, replace=replace)
        content = path.read_bytes() if path.exists() else None
        assert content in ((OLD, NEW) if replace else (None, NEW))
        seen = {one.name for one in folder.iterdir() if not one.name.startswith(".")}
        assert seen <= {"file"}
        if not reached:
            assert content == NEW
            break
        step += 1
    assert step > 4, "hardly a step was seen"


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    """Only what is surely a part and old: neither one that is being written, nor what only looks like one."""
    old, fresh = (tmp_path / f".file.{sign * 16}.part" for sign in "ab")
    others = [
        tmp_path / name for name in (".file.part", "film.part", f"file.{'c' * 16}.part", f".{'d' * 16}.part")
    ]
    folder = tmp_path / f".model.{'e' * 16}.part"
    folder.mkdir()
    for one in (old, fresh, *others):
        one.touch()
    for one in (old, *others, folder):
        os.utime(one, (time.time() - 7200,) * 2)
    wholefile.write(tmp_path / "file", NEW)
    left = {one.name for one in tmp_path.iterdir()}
    assert left == {"file", fresh.name, folder.name, *(one.name for one in others)}


def test_of_many_that_want_a_name_one_gets_it(tmp_path: Path) -> None:
    """Whatever they do at the same moment: one file is whole, and all others are told."""
    path = tmp_path / "file"
    told: list[bytes | None] = []
    start = threading.Barrier(8)

    def write(content: bytes) -> None:
        start.wait()
        try:
            wholefile.write(path, content, replace=False)
            told.append(content)
        except FileExistsError:
            told.append(None)

    threads = [threading.Thread(target=write, args=(bytes([number]) * 100_000,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = (content for content in told if content is not None)
    assert path.read_bytes() == winner
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_without_hard_links_nothing_is_taken_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick knows none: a name that is free is given, one that is taken is left."""

    def refuse(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "file"
    wholefile.write(path, OLD, replace=False)
    with pytest.raises(FileExistsError):
        wholefile.write(path, NEW, replace=False)
    assert path.read_bytes() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "😀" * 63, "a\udcffb.wav"])
def test_names_as_long_as_names_may_be(tmp_path: Path, name: str) -> None:
    """What is a name for a file is one for this writer: its part's is no longer."""
    path = tmp_path / name
    wholefile.write(path, NEW, replace=False)
    assert path.read_bytes() == NEW


def test_where_it_cannot_be_written_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails at the last moment costs the new content alone, and leaves no part."""
    path = tmp_path / "file"
    path.write_bytes(OLD)

    def fail(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        wholefile.write(path, NEW)
    assert path.read_bytes() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_only_what_must_last_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be made again is written whole all the same, in a hundredth of the time."""
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    wholefile.write(tmp_path / "features", NEW, lasting=False)
    assert not waited
    assert (tmp_path / "features").read_bytes() == NEW
    wholefile.write(tmp_path / "settings", NEW)
    assert waited
    assert sorted(one.name for one in tmp_path.iterdir()) == ["features", "settings"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none")
def test_a_pipe_stays_one(tmp_path: Path) -> None:
    """As does a device: who names /dev/null or /dev/stdout does not want a file in its place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    wholefile.write(pipe, NEW)
    reader.join(10)
    assert read == [NEW]
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
