"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from ser_desktop import paths

if TYPE_CHECKING:
    from ser_desktop.inference.manifest import Model
    from ser_desktop.inference.runner import Runner
    from ser_desktop.results import Float32

pytest_plugins = ["tests.terminal_session", "tests.virtual_microphone"]

# As the program does: a pool of BLAS threads that wait for each other costs more than it saves.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A slow machine is no fault of the code: examples are not timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Find the real recordings, one folder a corpus; they never enter the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    root = Path(os.environ.get("SER_CORPORA", beside))
    if not root.is_dir():
        pytest.skip(f"no real recordings in {root}; SER_CORPORA names their folder")
    return root


@pytest.fixture(scope="session")
def model() -> Model:
    """Load the model that is shipped; without it the tests fail, as the program would."""
    from ser_desktop.inference.manifest import load

    return load(paths.home() / "models" / "general")


@pytest.fixture(scope="session")
def runner(model: Model) -> Runner:
    """Run the model that is shipped."""
    from ser_desktop.inference.runner import Runner

    return Runner(model)


@pytest.fixture(scope="session")
def demo() -> Float32:
    """Read the bundled synthetic clip [n] at 16 kHz: four sentences, 1.4 s of a quiet room around each."""
    from ser_desktop.audio.files import read_at_rate

    return read_at_rate(paths.assets() / "demo.flac", 16_000)
