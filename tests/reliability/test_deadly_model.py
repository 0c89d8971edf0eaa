"""The whole program starts, and can be used, though its settings name a network that ends what runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop.engine import trial
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, Model
from ser_desktop.settings import Settings, SettingsFile
from tests.engine.model_mutants import mutant
from tests.hygiene.source import ROOT

pytestmark = pytest.mark.soak

CANDIDATES = (29, *range(9, 600, 10))
"""Numbers of networks whose tables are wrong; the first ends LiteRT 2.1."""


@pytest.fixture(scope="module")
def deadly() -> Model:
    """Find a network that ends the process that runs it."""
    for number in CANDIDATES:
        _, model = mutant(number)
        try:
            trial.try_out(model)
        except UserError as error:
            if "died" in error.detail:
                return model
    pytest.skip("this LiteRT survives them all")


def test_the_window_opens_again_and_again(
    tmp_path: Path, deadly: Model, measured: Callable[[str], None]
) -> None:
    """Somebody copied it into the folder of models and chose it; the one that ships listens instead."""
    folder = tmp_path / "data" / "ser-desktop" / "models" / "mine"
    folder.mkdir(parents=True)
    (folder / MODEL_FILE).write_bytes(deadly.content)
    (folder / MANIFEST_FILE).write_text(deadly.manifest.to_json())
    settings = SettingsFile(tmp_path / "config" / "ser-desktop" / "settings.json")
    settings.save(Settings(welcomed=True, model="mine"))
    places = {
        f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    for start in range(4):
        picture = tmp_path / f"{start}.png"
        child = subprocess.run(
            [sys.executable, "-m", "ser_desktop", "--demo", "--screenshot", str(picture), "--seconds", "3"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert child.returncode == 0, child.stderr
        assert picture.stat().st_size > 0
    assert settings.load()[0].model == "mine", "the choice is kept"
    (note,) = (tmp_path / "data" / "ser-desktop" / "tried").iterdir()
    assert json.loads(note.read_bytes())["attempts"] == 2, "after that it is not tried any more"
    heard = subprocess.run(
        [sys.executable, "-m", "ser_desktop", "analyze", "--model", "mine", "assets/demo.flac"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (heard.returncode, heard.stdout) == (1, "")
    assert "This model cannot be run." in heard.stderr
    assert "Traceback" not in heard.stderr
    measured("4 starts of the window, each with the model that ships; 1 command refused in words")
