"""What tests of several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["tests.virtual_microphone"]


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Find the real recordings, one folder a corpus; they never enter the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    root = Path(os.environ.get("SER_CORPORA", beside))
    if not root.is_dir():
        pytest.skip(f"no real recordings in {root}; SER_CORPORA names their folder")
    return root
