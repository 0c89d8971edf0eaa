"""``analyze`` as a person types it: printed or saved, stopped and resumed, and what is said in the end."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from ser_desktop import cli, paths
from ser_desktop.batch.index import INDEX_FILE, JOURNAL_FILE
from ser_desktop.export.formats import FORMATS
from tests.batch.test_run import contents
from tests.engine.cluster import Cluster
from tests.terminal_session import ROOT, Answer

DEMO = paths.assets() / "demo.flac"


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Make a folder with a good and a broken recording."""
    folder = tmp_path / "clips"
    (folder / "deep").mkdir(parents=True)
    shutil.copy(DEMO, folder / "deep" / "demo.flac")
    (folder / "broken.wav").write_text("no sound")
    return folder


def test_the_formats_are_those_that_there_are() -> None:
    """The grammar knows their names without loading them."""
    assert set(cli._FORMATS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_is_saved(ask: Callable[..., Answer], clips: Path, tmp_path: Path, form: str) -> None:
    """Results, table and summary; the status tells that one could not be analysed."""
    out = tmp_path / "out"
    answer = ask("analyze", str(clips), "--out", str(out), "--format", form, "--jobs", "1")
    assert answer.status == 1
    assert (out / "deep" / f"demo.flac{FORMATS[form].suffix}").stat().st_size > 0
    first, speed, labels, failed, table = answer.out.splitlines()
    assert first == "2 files: 1 analysed, 1 not."
    assert "0.01 h of audio in" in speed
    assert labels.endswith(" 1.")
    assert "broken.wav is not a sound file" in failed
    assert table == f"Table: {out / INDEX_FILE}"
    (clips / "broken.wav").unlink()
    resumed = ask("analyze", str(clips), "--out", str(out), "--format", form, "--resume")
    assert (resumed.status, resumed.out.splitlines()[0]) == (
        0,
        "1 files: 1 analysed, 1 of them by an earlier run, 0 not.",
    )


def test_printed_in_order_by_several_processes(ask: Callable[..., Answer], clips: Path) -> None:
    """Whoever is done first, the lines come in the order of the files, whole."""
    short = clips / "zero.wav"
    short.write_bytes(b"")
    answer = ask(
        "analyze", "--json", "--jobs", "2", str(clips / "deep"), str(short), str(clips / "broken.wav")
    )
    assert [Path(line["file"]).name for line in answer.data] == ["demo.flac", "zero.wav", "broken.wav"]
    assert answer.data[0]["origin"]["model"] == "general"
    assert answer.status == 1


def test_a_list_on_standard_input(
    ask: Callable[..., Answer], clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name a line, or parted by nulls, as ``find -print0`` writes them."""
    for parting in (b"\n", b"\0"):
        listed = io.BytesIO(parting.join(os.fsencode(clips / name) for name in ("a b.wav", "broken.wav")))
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=listed))
        answer = ask("analyze", "--json", "-")
        assert [Path(line["file"]).name for line in answer.data] == ["a b.wav", "broken.wav"]


def test_a_quoted_pattern(ask: Callable[..., Answer], clips: Path) -> None:
    """Where no shell resolved it."""
    answer = ask("analyze", "--json", str(clips / "*.wav"))
    assert [Path(line["file"]).name for line in answer.data] == ["broken.wav"]


@pytest.mark.parametrize(
    ("words", "told"), [(["--resume"], "--out DIR"), (["--format", "csv"], "--out DIR")], ids=" ".join
)
def test_saving_needs_a_place(ask: Callable[..., Answer], clips: Path, words: list[str], told: str) -> None:
    """Rather than printing what was to be saved."""
    answer = ask("analyze", str(clips), *words)
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err


def test_an_empty_folder_is_told(ask: Callable[..., Answer], tmp_path: Path) -> None:
    """Nothing to do is no success."""
    answer = ask("analyze", str(tmp_path))
    assert answer.status == 1
    assert "no recording to analyse" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="another signal there")
def test_control_c_leaves_whole_files_and_the_run_goes_on(clips: Path, tmp_path: Path) -> None:
    """To all processes of the terminal, in the middle of the work; resumed, it is as if it never happened."""
    for number in range(12):
        shutil.copy(DEMO, clips / f"{number:02}.flac")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "ser_desktop", "analyze", str(clips), "--jobs", "2", "--out"]
    with subprocess.Popen(
        [*command, str(out)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    ) as child:
        while child.poll() is None and len(list(out.rglob("*.csv"))) < 2:
            time.sleep(0.02)
        os.killpg(child.pid, signal.SIGINT)
        said, complained = child.communicate()
    assert (child.returncode, said) == (1, "")
    assert "--resume goes on" in complained
    assert "Traceback" not in complained
    assert (out / JOURNAL_FILE).exists()
    straight = tmp_path / "straight"
    for folder, more in ((out, ["--resume"]), (straight, [])):
        done = subprocess.run([*command, str(folder), *more], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 1  # the broken one
    assert contents(out) == contents(straight)


def test_a_cluster_saves_what_this_machine_would(
    ask: Callable[..., Answer], clips: Path, tmp_path: Path
) -> None:
    """To the last byte, failures and all."""
    place = tmp_path / "cluster"
    place.mkdir()
    with Cluster(place) as cluster:
        cluster.add_worker()
        far = ask("analyze", str(clips), "--dask", cluster.address, "--out", str(tmp_path / "far"))
    near = ask("analyze", str(clips), "--jobs", "1", "--out", str(tmp_path / "near"))
    assert (far.status, near.status) == (1, 1)
    assert far.out.splitlines()[0] == "2 files: 1 analysed, 1 not."
    assert contents(tmp_path / "far") == contents(tmp_path / "near")


def test_the_cluster_is_an_extra(
    ask: Callable[..., Answer], clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is not installed, the command that installs it is told."""
    monkeypatch.delitem(sys.modules, "ser_desktop.engine.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    answer = ask("analyze", str(clips), "--dask", "tcp://127.0.0.1:9")
    assert answer.status == 1
    assert "[cluster]" in answer.err


def test_python_files_among_the_recordings_are_not_run(clips: Path, tmp_path: Path) -> None:
    """Started in their folder, as people do; the processes that share the work start there too."""
    for name in ("pickle", "socket", "json", "numpy", "ser_desktop", "sitecustomize"):
        (clips / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    shutil.copy(DEMO, clips / "again.flac")
    start = tmp_path / "bin" / "ser-desktop"
    start.parent.mkdir()
    start.write_text(
        "from ser_desktop.__main__ import main\nif __name__ == '__main__':\n    raise SystemExit(main())\n"
    )
    command = [sys.executable, str(start), "analyze", ".", "--jobs", "2", "--out", str(tmp_path / "out")]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    answer = subprocess.run(command, cwd=clips, env=env, capture_output=True, text=True, check=False)
    assert "3 files: 2 analysed, 1 not." in answer.stdout
    assert not (tmp_path / "ran").exists()
