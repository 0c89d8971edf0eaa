"""What is recorded through a microphone is what was played into it, and gets the answer of its file.

A real PortAudio stream on a private sound server, into which real recordings are played.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr

from ser_desktop.audio.files import read_audio
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from tests.audio.test_microphone import aligned, sweep
from tests.sounds import spread
from tests.virtual_microphone import NAME, VirtualMicrophone

CHILD = Path(__file__).with_name("record_child.py")
RATE_HZ = 48_000


class Desk:
    """The child process that listens, and what it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self.line() == {"source": NAME}

    def ask(self, what: str, seconds: float, out: Path) -> None:
        """Send a command."""
        assert self._process.stdin
        self._process.stdin.write(f"{what} {seconds} {out}\n")
        self._process.stdin.flush()

    def line(self) -> dict[str, Any]:
        """Read what it says next."""
        assert self._process.stdout
        facts: dict[str, Any] = json.loads(self._process.stdout.readline())
        return facts


@contextmanager
def desk(microphone: VirtualMicrophone) -> Iterator[Desk]:
    """Start the engine on this microphone, and end it."""
    with subprocess.Popen(
        [sys.executable, str(CHILD)],
        env=microphone.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Desk(process)
        finally:
            process.kill()


def resampled(path: Path) -> Float32:
    """Read a recording at the microphone's rate."""
    samples, rate_hz = read_audio(path)
    return np.asarray(soxr.resample(samples, rate_hz, RATE_HZ, quality="HQ"), np.float32)


@pytest.mark.audio_server
@pytest.mark.corpora
def test_a_recorded_clip_is_the_file_that_was_played(
    corpora: Path, virtual_microphone: VirtualMicrophone, runner: Runner, tmp_path: Path
) -> None:
    """One recording of each corpus: sample for sample after alignment, and the same label."""
    with desk(virtual_microphone) as engine:
        for number, path in enumerate(spread(corpora, 1)):
            played = resampled(path)
            soundfile.write(tmp_path / "play.wav", played, RATE_HZ, subtype="PCM_16")
            out = tmp_path / f"clip{number}.wav"
            seconds = round(min(30.0, len(played) / RATE_HZ + 2.5), 3)
            engine.ask("record", seconds, out)
            assert engine.line()["phase"] == "recording"
            with virtual_microphone.start_playing(tmp_path / "play.wav"):
                told = engine.line()
            assert (told["duration_s"], told["rate_hz"], told["gaps"]) == (seconds, RATE_HZ, 0)
            clip, _ = read_audio(out)
            assert len(clip) == round(seconds * RATE_HZ)
            correlation = np.corrcoef(aligned(clip, played), played)[0, 1]
            file, saved = analyze_file(runner, path), analyze_file(runner, out)
            off = 0.0
            if file.prediction is not None and told["probabilities"] is not None:
                off = float(np.abs(file.prediction.probabilities - told["probabilities"]).max())
            print(
                f"{path.parent.name}/{path.name}: correlation {correlation:.5f}, "
                f"file {file.label}, clip {told['label']}, probabilities within {off:.3f}"
            )
            assert correlation > 0.99
            assert told["label"] == saved.label == file.label
            if saved.prediction is not None:
                np.testing.assert_allclose(saved.prediction.probabilities, told["probabilities"], atol=1e-5)


@pytest.mark.audio_server
def test_the_last_seconds_are_kept_after_the_fact(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """Nobody pressed Record in time: what was just heard is there all the same, without a sample missing."""
    soundfile.write(tmp_path / "play.wav", sweep(3.0), RATE_HZ, subtype="PCM_16")
    with desk(virtual_microphone) as engine:
        virtual_microphone.play(tmp_path / "play.wav")
        time.sleep(1.0)  # its end is still on its way
        engine.ask("last", 8.0, tmp_path / "clip.wav")
        told = engine.line()
    assert told["gaps"] == 0
    clip, _ = read_audio(tmp_path / "clip.wav")
    correlation = np.corrcoef(aligned(clip, sweep(3.0)), sweep(3.0))[0, 1]
    print(f"the last {told['duration_s']:.1f} s: correlation {correlation:.5f}")
    assert correlation > 0.99
