"""The page of recordings on a real screen, over real recordings."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtGui import QImage

from tests.test_live_window import screen

CHILD = Path(__file__).with_name("files_window_child.py")
CORPORA = ("emodb", "ravdess", "emovo", "ased")
COUNT = 24


@pytest.mark.corpora
def test_recordings_are_shown_on_a_real_screen(corpora: Path, tmp_path: Path) -> None:
    """Half done and whole; the counts are right, the pictures are of the window's size."""
    rng = random.Random(3)  # noqa: S311 - a choice of files
    chosen: list[Path] = []
    for corpus in CORPORA:
        there = sorted(
            path for path in (corpora / corpus).rglob("*") if path.suffix in {".wav", ".flac", ".ogg"}
        )
        chosen += rng.sample(there, COUNT // len(CORPORA))
    rng.shuffle(chosen)
    talk = [soundfile.read(path, dtype="float32")[0] for path in chosen if "ased" not in path.parts]
    pause = (0.0005 * np.random.default_rng(1).standard_normal(12_000)).astype(np.float32)
    soundfile.write(
        tmp_path / "Conversation.flac",
        np.concatenate([part for one in talk for part in (one, pause)]),
        16_000,
    )
    (tmp_path / "Letter.wav").write_text("Dear reader, this is no sound.")
    names = [*chosen[:5], tmp_path / "Letter.wav", *chosen[5:], tmp_path / "Conversation.flac"]
    pictures = tmp_path
    with screen() as display:
        result = subprocess.run(
            [sys.executable, "-m", "tests.files_window_child", str(pictures), *map(str, names)],
            env={**os.environ, **display},
            cwd=CHILD.parents[1],
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["half"].startswith(f"{COUNT + 2} files · ")
    assert told["all"] == f"{COUNT + 2} files · {COUNT + 1} done · 1 failed"
    for name in ("files.png", "file.png"):
        image = QImage(str(pictures / name))
        assert (image.width(), image.height()) >= (1280, 800)
