"""What one program holds no other gets, and its end, of whatever kind, lets it go."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ser_desktop.filelock import hold

HOLDER = """
import sys
from pathlib import Path
from ser_desktop.filelock import hold
held = hold(Path(sys.argv[1]))
print(held is not None, flush=True)
sys.stdin.read()
"""


def test_it_is_held_until_it_is_closed(tmp_path: Path) -> None:
    """Also by the same program twice: whoever asked first has it."""
    held = hold(tmp_path / "place")
    assert held is not None
    assert hold(tmp_path / "place") is None
    held.close()
    again = hold(tmp_path / "place")
    assert again is not None
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process the way of Unix")
def test_a_killed_program_lets_it_go(tmp_path: Path) -> None:
    """There is no lock left behind that somebody would have to delete by hand."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "place")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert hold(tmp_path / "place") is None
        other.send_signal(signal.SIGKILL)
        other.wait()
    held = hold(tmp_path / "place")
    assert held is not None
    held.close()


def test_a_place_that_cannot_be_is_no_place_that_is_taken(tmp_path: Path) -> None:
    """Whoever asks is told that the folder is not there, and does not wait for another program."""
    with pytest.raises(FileNotFoundError):
        hold(tmp_path / "nowhere" / "place")
