"""Whatever is dropped in, each file gets a clear answer and the others go on: no crash, no noise, no leak."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from ser_desktop.audio.files import AudioFile
from ser_desktop.audio.quiet import no_stderr
from ser_desktop.engine.jobs import Progress, analyze_file
from ser_desktop.errors import UserError
from ser_desktop.inference.runner import Runner
from tests.audio.broken_inputs import ANSWER, NOTED, RATE_HZ, SECONDS, Input, inputs, sound
from tests.hygiene.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and permissions as in POSIX")

EVERYTHING = list(inputs())


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """Analyse all of them in one process."""
    folder = tmp_path_factory.mktemp("broken", numbered=False)
    for above in (folder, *folder.parents[:2]):  # so that it is the file that may not be read
        above.chmod(above.stat().st_mode | 0o055)
    command = [sys.executable, "-m", "tests.audio.broken_child", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)


@pytest.fixture(scope="module")
def lines(outcome: subprocess.CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    """Return what was told of each."""
    told = [json.loads(line) for line in outcome.stdout.splitlines()]
    return {line["name"]: line for line in told}


def test_no_crash_and_no_noise(outcome: subprocess.CompletedProcess[str]) -> None:
    """The process goes on to its end, and neither Python nor a C library writes a word beside."""
    assert (outcome.returncode, outcome.stderr) == (0, "")


@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.name.encode("ascii", "replace").decode()[:40])
def test_each_gets_its_answer(lines: dict[str, dict[str, Any]], one: Input) -> None:
    """An answer, or the very reason in words: which file, what happened, and what to do."""
    line = lines[one.name]
    if "code" not in line:
        assert (NOTED if line["note"] else ANSWER) in one.expected
        assert line["label"]
        return
    assert line["code"] in one.expected
    assert Path(one.name).name in line["title"]
    assert line["detail"]
    assert line["remedy"]
    assert not {"Error", "Traceback", "Errno", "errno"} & set(line["title"].split())


def test_whole_files_are_whole(lines: dict[str, dict[str, Any]]) -> None:
    """Of an answer without a note nothing is missing; lossy formats may pad."""
    whole = (".wav", ".flac", ".mp3", ".ogg", ".opus", ".aiff")
    others = {"3-gb-sparse.wav"}
    for one in EVERYTHING:
        if one.expected == (ANSWER,) and one.name.endswith(whole) and one.name not in others:
            assert lines[one.name]["duration_s"] == pytest.approx(SECONDS, abs=0.05), one.name


def test_there_are_enough_of_them() -> None:
    """Forty at least, each under its own name."""
    names = {one.name for one in EVERYTHING}
    assert len(names) == len(EVERYTHING) >= 40
    print(f"{len(EVERYTHING)} broken and odd inputs")


def test_nothing_leaks(lines: dict[str, dict[str, Any]]) -> None:
    """No file stays open, no thread is left, and three gigabytes need no more memory than two seconds."""
    before = lines["warm-up"]
    most_mb = max(line["peak_mb"] for line in lines.values())
    print(f"most memory: {before['peak_mb']} MB before, {most_mb} MB in all")
    assert most_mb < before["peak_mb"] + 150
    for line in lines.values():
        assert (line["files"], line["threads"]) == (before["files"], before["threads"])


def test_a_file_that_shrinks_while_it_is_read_is_noted(runner: Runner, tmp_path: Path) -> None:
    """Somebody writes it anew at that moment: what was read is answered, and the loss is told."""
    path = tmp_path / "shrinking.wav"
    soundfile.write(path, sound(10.0), RATE_HZ)
    size = path.stat().st_size

    def shrink(_progress: Progress) -> None:
        os.truncate(path, size // 2)

    analysis = analyze_file(runner, path, on_progress=shrink)
    assert "cut off" in analysis.note
    assert analysis.duration_s == pytest.approx(5.0, abs=0.1)


def test_a_file_that_is_deleted_while_it_is_read_is_read(runner: Runner, tmp_path: Path) -> None:
    """It was there when it was opened."""
    path = tmp_path / "deleted.wav"
    soundfile.write(path, sound(5.0), RATE_HZ)
    analysis = analyze_file(runner, path, on_progress=lambda _progress: path.unlink(missing_ok=True))
    assert (analysis.duration_s, analysis.note) == (5.0, "")


def test_what_comes_before_a_damage_is_not_lost(runner: Runner, tmp_path: Path) -> None:
    """Half of an hour is better than an error after half an hour; length and note say what is missing."""
    path = tmp_path / "half.flac"
    soundfile.write(path, sound(30.0), RATE_HZ)
    os.truncate(path, path.stat().st_size // 2)
    analysis = analyze_file(runner, path)
    assert 10 < analysis.duration_s < 15.1
    assert analysis.note == f"It is damaged after {analysis.duration_s:.0f} s; the rest was not heard."


def test_a_cut_off_file_that_is_too_short_says_both(runner: Runner, tmp_path: Path) -> None:
    """Otherwise a person would look for the recording that they made."""
    path = tmp_path / "cut.wav"
    soundfile.write(path, sound(), RATE_HZ)
    os.truncate(path, 1_000)
    with pytest.raises(UserError) as told:
        analyze_file(runner, path)
    assert told.value.code == "too-short"
    assert "cut off" in told.value.detail


def test_standard_error_comes_back(capfd: pytest.CaptureFixture[str]) -> None:
    """It is closed only while somebody needs it, and for all who need it at once."""
    os.write(2, b"before ")
    with no_stderr():
        os.write(2, b"lost ")
        with no_stderr():
            os.write(2, b"lost ")
        os.write(2, b"lost ")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


def test_an_mp3_without_its_end_is_read_in_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The library that reads it would warn on standard error, in the middle of a progress bar."""
    path = tmp_path / "cut.mp3"
    soundfile.write(path, sound(), RATE_HZ, format="MP3")
    os.truncate(path, path.stat().st_size // 2)
    with AudioFile(path) as file:
        heard = np.concatenate(list(file.blocks()))
        assert file.note
    assert RATE_HZ // 2 < len(heard) < 2 * RATE_HZ
    assert capfd.readouterr().err == ""
