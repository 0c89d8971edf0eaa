"""Files, folders and patterns become the recordings that a person means, each once, in order."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ser_desktop.audio.find import recordings


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a folder with recordings, with other things, and with a link that leads back."""
    for name in ("b/2.wav", "b/1.FLAC", "b/c/3.mp3", "a.wav", "a.txt", "b/._1.wav", ".hidden/4.wav"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def found(tree: Path, *names: str) -> list[str]:
    """Return what is found below the tree, by relative names."""
    return [path.relative_to(tree).as_posix() for path in recordings(tree / name for name in names)]


def test_a_folder_means_all_recordings_below_it(tree: Path) -> None:
    """By their endings, sorted; what the system or an editor hides is left alone."""
    assert found(tree, "") == ["a.wav", "b/1.FLAC", "b/2.wav", "b/c/3.mp3"]


def test_a_named_file_is_taken_as_it_is(tree: Path) -> None:
    """Whatever its name, even if it is not there: opening it will tell."""
    assert found(tree, "a.txt", "absent", "b/._1.wav") == ["a.txt", "absent", "b/._1.wav"]


def test_a_folder_called_like_a_recording(tree: Path) -> None:
    """With nothing in it it comes as itself, rather than be passed over in silence; else it is a folder."""
    for name in ("empty.wav", "bag.wav"):
        (tree / name).mkdir()
    (tree / "bag.wav" / "1.wav").touch()
    assert found(tree, "empty.wav", "bag.wav") == ["empty.wav", "bag.wav/1.wav"]


def test_patterns(tree: Path) -> None:
    """Where no shell did it; what they match may be folders. What matches nothing is kept as it is."""
    assert found(tree, "**/*.wav") == ["a.wav", "b/2.wav"]
    assert found(tree, "[b]") == ["b/1.FLAC", "b/2.wav", "b/c/3.mp3"]
    assert found(tree, "*.ogg") == ["*.ogg"]
    (tree / "x[1].wav").touch()
    assert found(tree, "x[1].wav") == ["x[1].wav"]


def test_each_recording_comes_once(tree: Path) -> None:
    """However often it is meant."""
    assert found(tree, "b/2.wav", "b", "b/c/../2.wav", "b/*.wav") == ["b/2.wav", "b/1.FLAC", "b/c/3.mp3"]


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes rights there")
def test_links_do_not_lead_in_circles(tree: Path) -> None:
    """A link to a folder above is passed over; a dangling link to a file is told when it is opened."""
    (tree / "b" / "up").symlink_to(tree)
    (tree / "b" / "gone.wav").symlink_to(tree / "nowhere")
    assert found(tree, "b") == ["b/1.FLAC", "b/2.wav", "b/gone.wav", "b/c/3.mp3"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="nothing is closed to root",
)
def test_a_closed_folder_is_told(tree: Path) -> None:
    """It comes as itself, and opening it fails in words."""
    (tree / "b").chmod(0)
    try:
        assert found(tree, "") == ["a.wav", "b"]
    finally:
        (tree / "b").chmod(0o755)
