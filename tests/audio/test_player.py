"""What is played arrives at the loudspeaker, sample for sample; the position tells what is heard.

A real PortAudio stream into a private sound server, whose loudspeaker a microphone hears.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr

from ser_desktop.audio.player import Player, Samples, Sound
from ser_desktop.engine.playback import Playback
from ser_desktop.results import Float32
from tests.audio.test_microphone import RATE_HZ, aligned, sweep
from tests.fakes.player import FakePlayer
from tests.sounds import noise
from tests.virtual_microphone import VirtualMicrophone

CHILD = Path(__file__).with_name("play_child.py")


def played(
    microphone: VirtualMicrophone, what: str, folder: Path, sound: Float32, rate_hz: int, *span: int
) -> tuple[list[dict[str, Any]], Float32]:
    """Play a sound in a child process; return what it told and what was heard."""
    soundfile.write(folder / "sound.wav", sound, rate_hz, subtype="FLOAT")
    command = [sys.executable, str(CHILD), what, "heard.npy", "sound.wav", *map(str, span)]
    with subprocess.Popen(
        command, env=microphone.env, cwd=folder, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        lines = []
        for line in child.stdout:
            lines.append(json.loads(line))
            if what == "lose":
                time.sleep(0.3)
                microphone.pull_out()
        assert child.wait(timeout=30) == 0
    return lines, np.load(folder / "heard.npy")


@pytest.mark.audio_server
@pytest.mark.parametrize(
    ("rate_hz", "span"), [(48_000, ()), (44_100, ()), (16_000, ()), (48_000, (24_000, 96_000))]
)
def test_what_is_played_is_heard(
    virtual_microphone: VirtualMicrophone, tmp_path: Path, rate_hz: int, span: tuple[int, ...]
) -> None:
    """All of it, or the span that was asked for, once, in order and at its level, at any rate."""
    sound = soxr.resample(sweep(3.0), RATE_HZ, rate_hz, quality="HQ")
    lines, heard = played(virtual_microphone, "play", tmp_path, sound, rate_hz, *span)
    end = span[1] if span else len(sound)
    assert lines[-1] == {
        "monotonic": True,
        "seen": lines[-1]["seen"],
        "open": 0,
        "finished": True,
        "position": end,
        "error": None,
    }
    assert lines[-1]["seen"] > 10, "a cursor moves"
    expected = soxr.resample(sound[slice(*span)] if span else sound, rate_hz, RATE_HZ, quality="HQ")
    found = aligned(heard, expected)
    correlation = np.corrcoef(found, expected)[0, 1]
    print(f"played at {rate_hz} Hz: correlation {correlation:.5f}")
    assert correlation > 0.99
    loud = np.flatnonzero(np.abs(heard) > 0.01)
    assert (loud[-1] - loud[0]) / RATE_HZ == pytest.approx(len(expected) / RATE_HZ, abs=0.05)


@pytest.mark.audio_server
def test_stopped_it_stays_where_it_was(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """Stopping returns at once, the position stays, and the device is given back."""
    lines, _ = played(virtual_microphone, "stop", tmp_path, sweep(3.0), RATE_HZ)
    end = lines[-1]
    assert (end["finished"], end["error"], end["open"]) == (False, None, 0)
    assert RATE_HZ // 2 < end["position"] < 2 * RATE_HZ


@pytest.mark.audio_server
def test_a_lost_loudspeaker_is_told(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """Nothing hangs, and the reason is given."""
    lines, _ = played(virtual_microphone, "lose", tmp_path, sweep(20.0), RATE_HZ)
    assert lines[-1]["error"] in {"speaker-lost", "speaker-failed"}
    assert not lines[-1]["finished"]


@pytest.mark.audio_server
def test_without_a_loudspeaker_it_is_told(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """As a fault to show, not as an exception out of nowhere."""
    virtual_microphone.pull_out()
    lines, _ = played(virtual_microphone, "stop", tmp_path, sweep(1.0), RATE_HZ)
    assert lines[-1]["error"] in {"no-speaker", "speaker-failed"}
    assert lines[-1]["open"] == 0


def test_the_real_one_and_the_fake_are_what_the_window_knows() -> None:
    """A window that is tested with the fake works with the real one."""
    for player in (Player(), FakePlayer()):
        playback: Playback = player
        playback.stop()
        assert (playback.playing, playback.finished, playback.position_samples) == (False, False, 0)
        assert playback.error is None
        playback.close()


def test_samples_are_a_sound() -> None:
    """Any span of them, none beyond their end."""
    samples = noise(1.0, 0.1)
    sound: Sound = Samples(samples, 16_000)
    assert sound.n_samples == 16_000
    np.testing.assert_array_equal(sound.span(15_990, 17_000), samples[15_990:])
    assert len(sound.span(20_000, 21_000)) == 0
