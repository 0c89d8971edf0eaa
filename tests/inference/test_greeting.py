"""What a library says of itself does not reach the terminal; what is said before and after does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading

import pytest

from ser_desktop.inference.greeting import without_greeting


def test_only_what_is_said_inside_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    """At the level of the process, where libraries in C++ write."""
    os.write(2, b"before ")
    with without_greeting():
        os.write(2, b"inside ")
    os.write(2, b"behind")
    assert capfd.readouterr().err == "before behind"


def test_the_terminal_is_given_back_whatever_happens(capfd: pytest.CaptureFixture[str]) -> None:
    """After a fault inside, and after many threads at once."""

    def fail() -> None:
        with pytest.raises(RuntimeError), without_greeting():
            raise RuntimeError

    threads = [threading.Thread(target=fail) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.write(2, b"heard")
    assert capfd.readouterr().err == "heard"


@pytest.mark.skipif(os.name != "posix", reason="closes a descriptor as a shell does")
def test_a_process_without_standard_error_is_none_the_worse() -> None:
    """As a windowed program has none: a model runs, and an MP3 is read on, which both would write there."""
    code = """
import os, sys
from pathlib import Path
import numpy as np, soundfile
from ser_desktop import paths
from ser_desktop.audio.files import AudioFile
from ser_desktop.engine.trial import question
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
model = load(paths.home() / "models" / "general")
path = Path(sys.argv[1])
soundfile.write(path, np.zeros(16_000), 16_000, format="MP3")
with AudioFile(path) as file:
    os.close(2)
    answer = Runner(model).predict(question(model.manifest))
    heard = np.concatenate(list(file.blocks()))
print(round(float(answer.probabilities.sum()), 3), len(heard) >= 16_000)
"""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", code, f"{folder}/silence.mp3"]
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "1.0 True\n")
