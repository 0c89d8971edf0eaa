"""Made recordings with the names that real ones have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes short recordings by relative name and returns their folder."""

    def write(*names: str, channels: int = 1) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            soundfile.write(path, np.full((80, channels), 0.1, np.float32), 8000)
        return tmp_path

    return write
