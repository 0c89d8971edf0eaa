"""The program's examination of itself: passes here, and sees what a broken installation would lack."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from ser_desktop import paths, selftest
from ser_desktop.audio import devices
from ser_desktop.errors import UserError
from ser_desktop.ui import proof
from tests.terminal_session import program


def test_this_installation_works(tmp_path: Path) -> None:
    """All of it, as a person or a machine that builds packages asks for it; nothing of theirs is touched."""
    done = program("--selftest", XDG_CONFIG_HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["ok"]
    assert not report["packaged"]
    seen = {check["name"]: check["seen"] for check in report["checks"]}
    assert list(seen) == ["models", "clip", "processes", "window", "devices"]
    assert set(seen["models"]) == {"general", "emodb"}
    assert seen["window"]["languages"] == ["en", "de", "it"]
    assert {path.name for path in tmp_path.iterdir()} <= {"pulse"}  # the sound server's library, always


def tried(part: Callable[[], dict[str, Any]]) -> selftest.Check:
    return selftest._tried("it", part)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an installation that may be damaged."""
    for name in ("models", "assets"):
        shutil.copytree(paths.home() / name, tmp_path / name)
    monkeypatch.setattr(paths, "home", lambda: tmp_path)
    return tmp_path


def test_a_damaged_model_is_seen(installed: Path) -> None:
    """One bit of the weights is enough, and the models that are whole do not hide it."""
    assert tried(selftest._models).ok
    weights = installed / "models" / "emodb" / "model.tflite"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(content)
    check = tried(selftest._models)
    assert not check.ok
    assert "sha256" in check.fault


def test_a_model_that_is_missing_is_seen(installed: Path) -> None:
    """The one that the program comes with."""
    shutil.rmtree(installed / "models" / "general")
    assert "general" in tried(selftest._models).fault


def test_a_clip_that_sounds_otherwise_is_seen(installed: Path) -> None:
    """As with another model in the place of the right one, whole though it is."""
    shutil.rmtree(installed / "models" / "general")
    (installed / "models" / "emodb").rename(installed / "models" / "general")
    assert "instead of" in tried(selftest._clip).fault


def test_sound_that_cannot_be_had_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """No microphone is an answer, no PortAudio is none."""

    def refuse() -> None:
        raise UserError("no-portaudio", "Sound input is not available.")

    monkeypatch.setattr(devices, "portaudio", refuse)
    assert tried(selftest._devices).fault.startswith("no-portaudio")


def test_one_fault_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every check is made, and the report as a whole says no."""

    def broken() -> dict[str, Any]:
        raise OSError("gone")

    for name in ("_models", "_clip", "_processes", "_window"):
        monkeypatch.setattr(selftest, name, broken)
    report = selftest.run()
    assert [check.ok for check in report.checks[:4]] == [False] * 4
    assert {check.fault for check in report.checks[:4]} == {"OSError: gone"}
    assert not report.ok


@pytest.mark.usefixtures("qapp")
def test_an_empty_picture_is_seen(tmp_path: Path) -> None:
    """A window of one colour was not drawn, nor one that is smaller than the window can be."""
    picture = tmp_path / "window.png"
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(os.fspath(picture))
    with pytest.raises(ValueError, match="empty"):
        proof.drawn(picture)
    image.scaled(400, 300).save(os.fspath(picture))
    with pytest.raises(ValueError, match="small"):
        proof.drawn(picture)


@pytest.mark.usefixtures("qapp")
def test_what_is_not_drawn_is_seen(tmp_path: Path) -> None:
    """Vector graphics without Qt's plugin for them, or without anything in them."""
    (tmp_path / "empty.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
    with pytest.raises(ValueError, match="not drawn"):
        proof.vectors([tmp_path / "empty.svg"])
    with pytest.raises(ValueError, match="not there"):
        proof.vectors([])


@pytest.mark.usefixtures("qapp")
def test_a_language_that_is_missing_is_seen(tmp_path: Path) -> None:
    """An empty folder of translations speaks English only."""
    with pytest.raises(ValueError, match="does not speak"):
        proof.languages(tmp_path)
    proof.languages(paths.assets() / "translations")
