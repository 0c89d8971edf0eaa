"""A report says what helps to find a fault, and nothing of the person."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

import pytest

from ser_desktop import __version__, doctor, paths
from ser_desktop.crashes.discretion import Discretion
from ser_desktop.crashes.report import report
from ser_desktop.inference.manifest import load


def test_it_names_all_that_runs() -> None:
    """Versions of the program, of Python, of every library; PortAudio, devices, models with their sums."""
    text, _ = report({"Samples lost": 7}, ["the last line"])
    for what in (__version__, platform.python_version(), platform.platform(), "PortAudio", "Microphones: "):
        assert what in text
    for distribution in doctor.RUNTIME.values():
        assert f"{distribution} {metadata.version(distribution)}" in text
    model = load(paths.home() / "models" / "general").manifest
    assert f"general (sha256 {model.sha256[:12]}" in text
    assert "Samples lost: 7" in text
    assert text.endswith("the last line\n")


def test_nobodys_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path of this very Python may begin with somebody's name."""
    monkeypatch.setattr(Path, "home", paths.home)
    text, _ = report({}, [])
    assert str(paths.home()) not in text
    assert "There is no log." in text


def test_names_of_files_are_in_the_other_text() -> None:
    """Only the run itself knows them, and only who asks for it gets them."""
    discretion = Discretion()
    log = [discretion.hide("'/data/Interview.wav' is too short.")]
    text, named = report({}, log, discretion)
    assert "Interview" not in text
    assert "'/data/Interview.wav' is too short." in named
    assert report({}, log)[1] == report({}, log)[0]
