"""A microphone without a sound card: a private PulseAudio server, real PortAudio streams on top of it.

What is played into its speaker (``play``) is heard by every program started with its ``env``. Killing the
server is pulling the microphone out. PortAudio and ALSA read the environment when they are first loaded, so
the program under test runs in a child process.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

NAME = "Virtual microphone"
PATIENCE_S = 20.0

_ASOUNDRC = """
pcm.pulse { type pulse }
ctl.pulse { type pulse }
pcm.!default { type pulse }
ctl.!default { type pulse }
"""
_SERVER = ("pulseaudio", "--realtime=no", "--high-priority=no")
_PLAYER = ("paplay",)
_CONTROL = ("pactl",)
_FOREIGN = ("PULSE_", "ALSA_", "DBUS_", "XDG_", "PIPEWIRE_")
_OWN = ("XDG_CONFIG_HOME", "XDG_DATA_HOME")  # the tests' own folders for settings, profiles and models


def missing() -> str:
    """Tell what this machine lacks for a virtual microphone; empty where nothing is missing."""
    if not sys.platform.startswith("linux"):
        return "a virtual microphone needs Linux"
    programs = [name for name, *_ in (_SERVER, _PLAYER, _CONTROL) if shutil.which(name) is None]
    if programs:
        return f"not installed: {', '.join(programs)}"
    plugins = [
        found
        for root in ("/usr/lib", "/usr/lib64")
        for found in Path(root).glob("**/alsa-lib/*_pcm_pulse.so")
    ]
    return "" if plugins else "not installed: ALSA's plugin for PulseAudio (libasound2-plugins)"


class VirtualMicrophone:
    """A private sound server in a folder of its own; started by the context manager :func:`virtual`.

    Attributes
    ----------
    env
        Environment for a child process that shall hear it; its HOME is empty, so nothing of the user's
        is read or written.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._runtime = home / "run"
        self._runtime.mkdir(mode=0o700)
        (home / ".asoundrc").write_text(_ASOUNDRC)
        self._socket = self._runtime / "native"
        self._server: subprocess.Popen[bytes] | None = None
        kept = {
            name: value for name, value in os.environ.items() if name in _OWN or not name.startswith(_FOREIGN)
        }
        self.env = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "PULSE_SERVER": f"unix:{self._socket}",
        }

    def plug_in(self, *, microphone: bool = True) -> None:
        """Start the server, and return once it answers; without ``microphone`` it has only outputs."""
        modules = [
            "module-rescue-streams",
            f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
            f"module-null-sink sink_name=speaker rate=48000 norewinds=1 {_MONO} sink_{_called('Speaker')}",
            f"module-null-sink sink_name=unused rate=44100 norewinds=1 {_MONO} sink_{_called('Unused')}",
        ]
        if microphone:
            modules.append(" ".join(_WIRED))
        options = ("-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-target=stderr")
        with (self._home / "server.log").open("wb") as log:
            self._server = subprocess.Popen(
                [*_SERVER, *options, *(f"--load={module}" for module in modules)],
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + PATIENCE_S
        while subprocess.run([*_CONTROL, "info"], env=self.env, capture_output=True, check=False).returncode:
            if self._server.poll() is not None or time.monotonic() > deadline:
                self.pull_out()
                raise RuntimeError("no sound server:\n" + (self._home / "server.log").read_text())
            time.sleep(0.02)

    def pull_out(self) -> None:
        """Kill the server, as an unplugged device goes: without a word to those who listen."""
        server, self._server = self._server, None
        if server is not None:
            server.kill()
            server.wait()

    def take_away(self) -> None:
        """Remove the microphone alone: the server moves who listens to another source, without a word."""
        command = [*_CONTROL, "list", "short", "modules"]
        told = subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout
        (number,) = (line.split("\t")[0] for line in told.splitlines() if "source_name=virtual" in line)
        self.control("unload-module", number)

    def put_back(self) -> None:
        """Plug the microphone in again that was taken away, or was never there."""
        self.control("load-module", *_WIRED)

    def starve(self) -> None:
        """Let the server stand still: nobody is told anything, and nothing comes."""
        assert self._server
        self._server.send_signal(signal.SIGSTOP)

    def feed(self) -> None:
        """Let the server go on."""
        assert self._server
        self._server.send_signal(signal.SIGCONT)

    def control(self, *words: str) -> None:
        """Tell the server something."""
        command = [*_CONTROL, *words]
        subprocess.run(command, env=self.env, check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE_S)

    def add(self, description: str) -> tuple[str, ...]:
        """Plug one more microphone in, with a loudspeaker; return what :meth:`remove` needs."""
        modules = (
            ("module-null-sink", "sink_name=another", f"sink_{_called(f'{description} speaker')}"),
            (
                "module-remap-source",
                "master=another.monitor",
                "source_name=more",
                f"source_{_called(description)}",
            ),
        )
        return tuple(
            subprocess.run(
                [*_CONTROL, "load-module", *module], env=self.env, check=True, capture_output=True, text=True
            ).stdout.strip()
            for module in modules
        )

    def remove(self, modules: tuple[str, ...]) -> None:
        """Unplug what was added."""
        for module in reversed(modules):
            subprocess.run([*_CONTROL, "unload-module", module], env=self.env, check=True)

    def listeners(self) -> int:
        """Tell how many programs listen to it now."""
        command = [*_CONTROL, "list", "short", "source-outputs"]
        told = subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout
        outputs = [line.split("\t") for line in told.splitlines()]
        return sum(len(output) > 2 and output[2] not in {"", "-"} for output in outputs)

    def play(self, path: Path) -> None:
        """Play a sound file into the microphone and return when it was played."""
        subprocess.run(self._player(path), env=self.env, check=True, timeout=600)

    def start_playing(self, path: Path) -> subprocess.Popen[bytes]:
        """Play a sound file into the microphone in the background; the caller waits for the player."""
        return subprocess.Popen(self._player(path), env=self.env)

    @staticmethod
    def _player(path: Path) -> list[str]:
        return [*_PLAYER, "--device=speaker", "--latency-msec=2000", str(path)]


def _called(description: str) -> str:
    escaped = description.replace(" ", r"\ ")
    return f"properties=device.description='{escaped}'"


_MONO = "channels=1 channel_map=mono"
_WIRED = (
    "module-remap-source",
    f"master=speaker.monitor source_name=virtual {_MONO}",
    f"source_{_called(NAME)}",
)


@contextlib.contextmanager
def virtual() -> Iterator[VirtualMicrophone]:
    """Give a virtual microphone that is plugged in, and take everything away afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="microphone-"
    ) as home:  # short: a socket's path has 107 characters
        microphone = VirtualMicrophone(Path(home))
        microphone.plug_in()
        try:
            yield microphone
        finally:
            microphone.pull_out()


@pytest.fixture
def virtual_microphone() -> Iterator[VirtualMicrophone]:
    """Plug a virtual microphone in for one test; skip, and say why, where that is impossible."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    with virtual() as microphone:
        yield microphone
