"""A saved clip is the clip, bit by bit; where it cannot be saved nothing is harmed and the reason is told."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ser_desktop.audio.files import read_audio
from ser_desktop.audio.saving import save_clip
from ser_desktop.errors import UserError
from ser_desktop.results import Clip, Float32
from tests.sounds import noise

AT = datetime(2024, 5, 6, tzinfo=timezone.utc)  # noqa: UP017 - the name that Python 3.11 documents first


def clip(samples: Float32 | None = None, rate_hz: int = 48_000) -> Clip:
    """Make a clip of noise, or of these samples."""
    return Clip(noise(3.0, 0.1) if samples is None else samples, rate_hz, 0, "Fake", AT)


def refusal(path: Path, *, replace: bool = False) -> UserError:
    """Save where it cannot be done; nothing but what was there before may be in the folder then."""
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(UserError) as told:
        save_clip(clip(), path, replace=replace)
    assert (sorted(path.parent.iterdir()) if path.parent.is_dir() else []) == before
    assert path.name in told.value.title
    assert told.value.remedy.startswith("The clip is still here")
    return told.value


@given(
    samples=arrays.arrays(np.float32, st.integers(1, 200), elements=st.floats(-8, 8, width=32)),
    rate_hz=st.sampled_from([8_000, 16_000, 44_100, 48_000, 192_000]),
)
def test_what_is_saved_is_what_was_heard(
    tmp_path_factory: pytest.TempPathFactory, samples: Float32, rate_hz: int
) -> None:
    """Bit by bit, beyond full scale too: the file is the clip."""
    path = tmp_path_factory.mktemp("saved") / "clip.wav"
    save_clip(clip(samples, rate_hz), path)
    stored, stored_hz = soundfile.read(path, dtype="float32")
    assert (stored.tobytes(), stored_hz) == (samples.tobytes(), rate_hz)
    np.testing.assert_array_equal(read_audio(path)[0], samples)
    info = soundfile.info(path)
    assert (info.format, info.subtype, info.channels) == ("WAV", "FLOAT", 1)
    assert [one.name for one in path.parent.iterdir()] == ["clip.wav"]


def test_another_file_is_never_overwritten_unless_told(tmp_path: Path) -> None:
    """What is there stays, to the byte; who insists gets the clip."""
    path = tmp_path / "clip.wav"
    path.write_bytes(b"somebody's work")
    assert refusal(path).code == "file-exists"
    assert path.read_bytes() == b"somebody's work"
    save_clip(clip(), path, replace=True)
    np.testing.assert_array_equal(read_audio(path)[0], clip().samples)


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    """A folder that is not there, a file where a folder should be, a folder where the file should be."""
    assert refusal(tmp_path / "nowhere" / "clip.wav").code == "folder-not-found"
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "clip.wav").code == "folder-not-found"
    (tmp_path / "folder.wav").mkdir()
    assert refusal(tmp_path / "folder.wav", replace=True).code == "folder-not-found"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_forbidden_folder_is_told(tmp_path: Path) -> None:
    """By permission."""
    tmp_path.chmod(0o500)
    try:
        assert refusal(tmp_path / "clip.wav").code == "folder-not-writable"
    finally:
        tmp_path.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KiB, where this process may."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this process may not mount a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told(small_disk: Path) -> None:
    """A real one: 576 KB of sound do not fit into 64; the file that is there is not touched."""
    there = small_disk / "there.wav"
    there.write_bytes(b"x" * 1000)
    assert refusal(small_disk / "clip.wav").code == "disk-full"
    assert refusal(there, replace=True).code == "disk-full"
    assert there.read_bytes() == b"x" * 1000


def test_a_disk_that_may_only_be_read_is_told(small_disk: Path) -> None:
    """A real one, and root is refused too."""
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert refusal(small_disk / "clip.wav").code == "folder-not-writable"


_CHILD = """
import resource, signal, sys
from pathlib import Path
from tests.audio.test_saving import refusal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
print(refusal(Path(sys.argv[1])).code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_limit_of_the_system_is_told(tmp_path: Path) -> None:
    """A process that may write no longer files finds no room either; needs no rights, unlike a small disk."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path / "clip.wav")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("disk-full\n", "")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EIO, "not-saved"), (errno.EDQUOT, "disk-full"), (errno.EROFS, "folder-not-writable")],
)
def test_a_disk_that_fails_at_the_last_moment_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    """When all is written but not yet safe."""

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert refusal(tmp_path / "clip.wav").code == code
