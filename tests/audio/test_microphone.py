"""The microphone hears exactly what is spoken into it, knows its name, and notices its own death.

Real PortAudio streams on a private sound server; without one, only the words for PortAudio's errors.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from ser_desktop.audio import devices, microphone
from ser_desktop.audio.faults import fault
from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.source import AudioSource
from ser_desktop.results import Device, DeviceId, Float32
from tests.virtual_microphone import NAME, VirtualMicrophone

CHILD = Path(__file__).with_name("listen_child.py")
RATE_HZ = 48_000


class Listener:
    """The child process that opens the microphone, and what it says."""

    def __init__(self, process: subprocess.Popen[str], out: Path) -> None:
        self._process = process
        self._out = out
        self.begin = self._line()

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout
        facts: dict[str, Any] = json.loads(self._process.stdout.readline())
        return facts

    def end(self, *, stop: bool) -> dict[str, Any]:
        """Wait for the last line, after asking for it where ``stop``."""
        if stop:
            assert self._process.stdin
            self._process.stdin.write("stop\n")
            self._process.stdin.flush()
        facts = self._line()
        assert self._process.wait(timeout=20) == 0
        return facts

    @property
    def heard(self) -> Float32:
        """All samples [n] that the microphone handed over."""
        samples: Float32 = np.load(self._out)
        return samples


@contextlib.contextmanager
def listening(microphone: VirtualMicrophone, out: Path, *device: str) -> Iterator[Listener]:
    """Start a listener, and see that it ends."""
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(out), *device],
        env=microphone.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Listener(process, out)
        finally:
            process.kill()


def sweep(seconds: float) -> Float32:
    """Make a tone that rises from 100 to 6000 Hz under a slow tremolo: no two stretches are alike."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    phase = 2 * np.pi * 100 * seconds / np.log(60) * (60 ** (time_s / seconds) - 1)
    return np.asarray(0.4 * (1 + 0.5 * np.sin(2 * np.pi * 3 * time_s)) * np.sin(phase), dtype=np.float32)


def aligned(heard: Float32, played: Float32) -> Float32:
    """Cut out of ``heard`` the stretch that fits ``played`` best, by cross-correlation."""
    size = len(heard) + len(played)
    similarity = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(played, size)), size)
    start = int(np.argmax(similarity[: len(heard) - len(played) + 1]))
    stretch: Float32 = heard[start : start + len(played)]
    return stretch


@pytest.mark.audio_server
@pytest.mark.parametrize("device", [(), (NAME, "Sound server")], ids=["default", "named"])
def test_what_is_played_is_what_is_heard(
    virtual_microphone: VirtualMicrophone, tmp_path: Path, device: tuple[str, ...]
) -> None:
    """Every sample comes once, in order, at its level: the default microphone, under its real name."""
    clip = tmp_path / "sweep.wav"
    soundfile.write(clip, sweep(3.0), RATE_HZ, subtype="PCM_16")
    with listening(virtual_microphone, tmp_path / "heard.npy", *device) as listener:
        assert listener.begin == {"name": NAME, "rate_hz": RATE_HZ}
        virtual_microphone.play(clip)
        end = listener.end(stop=True)
    assert end == {"alive": True, "alive_when_closed": False, "lost": 0, "finished": False}
    played = sweep(3.0)
    heard = aligned(listener.heard, played)
    assert np.corrcoef(heard, played)[0, 1] > 0.99
    np.testing.assert_allclose(heard, played, atol=0.01)


@pytest.mark.audio_server
def test_the_chosen_one_is_heard_and_no_other(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """A device chosen by name is the one that is opened, at its own rate, although another is the default."""
    clip = tmp_path / "sweep.wav"
    soundfile.write(clip, sweep(1.0), RATE_HZ, subtype="PCM_16")
    with listening(
        virtual_microphone, tmp_path / "heard.npy", "Monitor of Unused", "Sound server"
    ) as listener:
        assert listener.begin == {"name": "Monitor of Unused", "rate_hz": 44_100}
        virtual_microphone.play(clip)
        listener.end(stop=True)
    assert len(listener.heard) > 44_100 // 2
    assert not listener.heard.any()


@pytest.mark.audio_server
def test_an_unplugged_microphone_is_dead(virtual_microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """The device vanishes without a word: no exception, no hanging close, and ``alive`` says so."""
    clip = tmp_path / "sweep.wav"
    soundfile.write(clip, sweep(20.0), RATE_HZ, subtype="PCM_16")
    with (
        listening(virtual_microphone, tmp_path / "heard.npy") as listener,
        virtual_microphone.start_playing(clip),
    ):
        time.sleep(1.0)
        virtual_microphone.pull_out()
        end = listener.end(stop=False)
    assert end == {"alive": False, "alive_when_closed": False, "lost": 0, "finished": False}
    assert np.abs(listener.heard).max() > 0.1


@pytest.mark.audio_server
def test_a_microphone_taken_away_is_not_replaced_in_silence(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """The sound server goes on with another source; that is not the microphone whose name is shown."""
    with listening(virtual_microphone, tmp_path / "heard.npy") as listener:
        assert listener.begin["name"] == NAME
        virtual_microphone.take_away()
        end = listener.end(stop=False)
    assert not end["alive"]


@pytest.mark.audio_server
def test_a_microphone_that_is_not_there_is_named(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """Opening one that is not plugged in says which, and which there are."""
    with listening(virtual_microphone, tmp_path / "none.npy", "Headset", "Sound server") as listener:
        told = listener.begin
    assert told["error"] == "no-microphone"
    assert "Headset" in told["text"]
    assert NAME in told["text"]


def test_before_it_is_opened_it_is_a_quiet_source() -> None:
    """A microphone not yet opened has a name, no life and nothing to read, and may be closed."""
    source: AudioSource = Microphone(DeviceId("Headset", "ALSA"))
    source.close()
    assert source.name == "Headset"
    assert not source.alive
    assert len(source.read()) == 0


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (("Error opening InputStream: Device unavailable", -9985), "microphone-busy"),
        (("Error opening InputStream: Invalid device", -9996), "no-microphone"),
        (("Error opening InputStream: Invalid sample rate", -9997), "microphone-rate"),
        (("Error opening InputStream: Invalid number of channels", -9998), "microphone-channels"),
        (("Unanticipated host error", -9999, (0, -13, "Permission denied")), "microphone-forbidden"),
        (("Unanticipated host error", -9999, (0, -5, "Input/output error")), "microphone-failed"),
        (("Unanticipated host error", -9999, (0, -5, "")), "microphone-failed"),
        (("Internal PortAudio error", -9986), "microphone-failed"),
        ((), "microphone-failed"),
    ],
)
def test_errors_of_portaudio_are_told_in_words(error: tuple[Any, ...], code: str) -> None:
    """Every code, known or not, becomes a sentence with the device's name and a remedy, without number."""
    told = fault(error, Device(DeviceId("Headset", "ALSA"), 44100, 1))
    assert told.code == code
    assert "Headset" in told.title
    assert told.remedy
    assert "-99" not in str(told)
    assert "PaErrorCode" not in str(told)


def test_a_driver_that_does_not_let_go_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing returns, and PortAudio is not asked to end while the stream is open: it would wait for ever."""
    release = threading.Event()
    asked: list[object] = []

    class Stuck:
        """A stream of which nobody answers for the driver."""

        def close(self, *, ignore_errors: bool) -> None:
            assert not ignore_errors
            release.wait()

    monkeypatch.setattr(microphone, "CLOSE_S", 0.05)
    monkeypatch.setattr(devices, "held", [])
    monkeypatch.setattr(atexit, "unregister", asked.append)
    library = devices.portaudio()
    monkeypatch.setattr(library, "_terminate", lambda: asked.append("terminate"))
    source = microphone.Microphone()
    source._stream = Stuck()
    source.close()
    devices.refresh()
    assert asked == [library._exit_handler]
    assert len(devices.held) == 1
    release.set()
