"""Many files in processes: the same answers, and one file's fate is no other's."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop import paths
from ser_desktop.engine import pool
from ser_desktop.engine.pool import Outcome, analyze_each
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from tests.engine.streams import assert_same


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    """Make short pieces of the demo clip, and a broken file."""
    samples, rate_hz = soundfile.read(paths.assets() / "demo.flac", dtype="float32")
    made = []
    for second in (1, 6, 12):
        made.append(tmp_path / f"from {second}.wav")
        soundfile.write(made[-1], samples[second * rate_hz : (second + 3) * rate_hz], rate_hz)
    made.append(tmp_path / "broken.wav")
    made[-1].write_text("no sound")
    return made


def by_path(outcomes: list[Outcome]) -> dict[Path, Outcome]:
    """Return outcomes by their files, of which none may come twice."""
    found = {outcome.path: outcome for outcome in outcomes}
    assert len(found) == len(outcomes)
    return found


def test_processes_answer_as_one_would(model: Model, clips: list[Path]) -> None:
    """To the last bit, whichever of them it was; a broken file comes with its reason whole."""
    alone = by_path(list(analyze_each(model, clips, jobs=1)))
    together = by_path(list(analyze_each(model, clips, jobs=2)))
    assert set(alone) == set(together) == set(clips)
    for path in clips[:3]:
        one, other = alone[path].analysis, together[path].analysis
        assert one is not None
        assert other is not None
        assert one.segments
        assert_same(one.segments, other.segments)
        np.testing.assert_array_equal(one.course.probabilities, other.course.probabilities)
    for outcomes in (alone, together):
        error = outcomes[clips[3]].error
        assert error is not None
        assert (error.code, bool(error.remedy)) == ("not-audio", True)


def deadly(path: Path) -> Outcome:
    """Die of one file, as of a fault in a decoder."""
    if path.name == "deadly.wav":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(path, error=UserError("survived", "It lived."))


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_file_that_kills_its_process_is_told_and_the_others_go_on(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file has one outcome, and only the guilty one is blamed."""
    monkeypatch.setattr(pool, "_work", deadly)
    files = [tmp_path / f"{number}.wav" for number in range(6)]
    files.insert(2, tmp_path / "deadly.wav")
    outcomes = by_path(list(analyze_each(model, files, jobs=2)))
    codes = {path.name: outcome.error.code for path, outcome in outcomes.items() if outcome.error}
    assert codes == {path.name: "survived" for path in files} | {"deadly.wav": "analysis-crashed"}


def test_closing_ends_the_work(model: Model, tmp_path: Path) -> None:
    """Also in the middle of an hour of audio: no process stays behind."""
    long = tmp_path / "hour.wav"
    shutil.copy(paths.assets() / "demo.flac", tmp_path / "short.flac")
    demo, rate_hz = soundfile.read(paths.assets() / "demo.flac", dtype="float32")
    with soundfile.SoundFile(long, "w", rate_hz, 1) as file:
        for _ in range(160):
            file.write(demo)
    outcomes = analyze_each(model, [tmp_path / "short.flac", long], jobs=2)
    assert next(outcomes).path.name == "short.flac"
    outcomes.close()  # type: ignore[attr-defined]  # a generator
    assert multiprocessing.active_children() == []


def test_faults_travel_between_processes() -> None:
    """With all four parts."""
    import pickle

    error = pickle.loads(pickle.dumps(UserError("code", "Title.", "Detail.", "Remedy.")))  # noqa: S301
    assert (error.code, error.title, error.detail, error.remedy) == ("code", "Title.", "Detail.", "Remedy.")
