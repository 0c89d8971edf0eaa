"""Saving in any format: with its origin, whole or not at all, and never over what is there."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import threading
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.export.files import write
from ser_desktop.export.formats import FORMATS, files_of, save
from ser_desktop.export.tables import read_csv, read_json
from tests.export.analyses import ORIGIN, long_analysis

ANALYSIS = long_analysis(3)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_made_it(tmp_path: Path, name: str) -> None:
    """In the file, or beside it where the format has no place; nothing else is left in the folder."""
    path = tmp_path / "new" / f"clip.wav{FORMATS[name].suffix}"
    save(ANALYSIS, name, path)
    files = files_of(name, path)
    assert sorted(path.parent.iterdir()) == sorted(files)
    told = files[-1].read_text(encoding="utf-8")
    assert ORIGIN.sha256 in told
    assert ORIGIN.version in told
    if len(files) > 1:
        assert json.loads(told)["origin"]["model"] == ORIGIN.model


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_overwritten_in_silence(tmp_path: Path, name: str) -> None:
    """Neither the file nor what lies beside it; with ``replace`` it is the new one."""
    path = tmp_path / "clip"
    for file in files_of(name, path):
        file.write_text("mine")
        with pytest.raises(UserError) as refused:
            save(ANALYSIS, name, path)
        assert refused.value.code == "file-exists"
        assert file.read_text() == "mine"
    save(ANALYSIS, name, path, replace=True)
    assert path.read_text() == FORMATS[name].text(ANALYSIS)


def test_a_live_session_is_saved_like_a_file(tmp_path: Path) -> None:
    """Without a path: every format takes it, and the tables read back as it was."""
    live = dataclasses.replace(ANALYSIS, name="Live, 31 May", path=None)
    for name, kind in FORMATS.items():
        save(live, name, tmp_path / f"log{kind.suffix}")
    for read, suffix in ((read_csv, ".csv"), (read_json, ".json")):
        assert read((tmp_path / f"log{suffix}").read_text(encoding="utf-8")).path is None


def test_of_many_that_write_one_wins(tmp_path: Path) -> None:
    """The others are told; nobody's file is replaced, and it is whole."""
    path = tmp_path / "one.txt"
    refused: list[str] = []
    begin = threading.Barrier(8)

    def try_it(number: int) -> None:
        begin.wait()
        try:
            write(path, f"{number}" * 10_000)
        except UserError as error:
            refused.append(error.code)

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == ["file-exists"] * 7
    assert path.read_text() == path.read_text()[0] * 10_000
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """A file where a folder should be; the reason is in words."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as refused:
        write(tmp_path / "file" / "new.csv", "text")
    assert refused.value.code == "not-saved"
    assert refused.value.remedy


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old file stays, and no part of the new one."""
    path = tmp_path / "results.csv"
    path.write_text("old")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError, match="No space left"):
        write(path, "new", replace=True)
    assert (os.listdir(tmp_path), path.read_text()) == (["results.csv"], "old")  # noqa: PTH208
