"""What PulseAudio (or PipeWire in its place) knows of the microphones, and which of them ALSA's plugin uses.

PortAudio reaches a Linux sound server through ALSA as one device named "pulse", whatever microphone is
behind it. The server's own tool tells their names; libpulse's environment variable chooses one of them.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from ser_desktop.audio.faults import no_sound_system
from ser_desktop.errors import Phrase, UserError

_PLAIN = {"LC_ALL": "C.UTF-8", "LANGUAGE": "C"}  # field names in English, values as they are
_WAIT_S = 2
_STANDS_STILL = Phrase("its sound server stands still")
_FIELD = re.compile(r"^\t(\w[\w ]*): (.*)$", re.MULTILINE)
_SAMPLE = re.compile(r"(\d+)ch (\d+)Hz")


@dataclass(frozen=True)
class Source:
    """A recording source of the sound server; ``name`` is the server's, ``description`` the person's."""

    name: str
    description: str
    rate_hz: int
    channels: int
    is_default: bool = False
    is_monitor: bool = False


def sources() -> list[Source] | None:
    """Ask the server for its sources; none where it has none, or is gone; None where there is no ``pactl``.

    Raises
    ------
    UserError
        "no-sound-system" where there is one that stands still.
    """
    if shutil.which("pactl") is None:
        return None
    return parse(_pactl("list", "sources"), _pactl("info"))


def answers() -> bool:
    """Whether there is one; raises :class:`UserError` as :func:`sources` does."""
    return bool(_pactl("info"))


def has(name: str) -> bool:
    """Whether the server still has the source ``name``; True also where nobody can tell."""
    with contextlib.suppress(UserError):
        rows = [line.split("\t") for line in _pactl("list", "short", "sources").splitlines()]
        return not rows or any(name in row[1:2] for row in rows)
    return True


def prefers(name: str) -> bool:
    """Whether who names no source gets ``name`` from the server; True also where nobody can tell."""
    with contextlib.suppress(UserError):
        return _default_in(_pactl("info")) in {None, name}
    return True


def parse(listing: str, info: str) -> list[Source]:
    """Read the answers of ``pactl list sources`` and of ``pactl info``."""
    marked = _default_in(info)
    found = []
    for block in re.split(r"^Source #\d+$", listing, flags=re.MULTILINE):
        fields: dict[str, str] = dict(_FIELD.findall(block))
        sample = _SAMPLE.search(fields.get("Sample Specification", ""))
        if "Name" not in fields or sample is None:
            continue
        found.append(
            Source(
                name=fields["Name"],
                description=fields.get("Description", fields["Name"]),
                rate_hz=int(sample[2]),
                channels=int(sample[1]),
                is_default=fields["Name"] == marked,
                is_monitor=fields.get("Monitor of Sink", "n/a") != "n/a",
            )
        )
    return found


def _default_in(info: str) -> str | None:
    return dict(re.findall(r"^(\w[\w ]*): (.*)$", info, re.MULTILINE)).get("Default Source")


@contextlib.contextmanager
def chosen(source: str | None) -> Iterator[None]:
    """Let streams that are opened inside listen to ``source``; None leaves the choice to the server.

    libpulse reads PULSE_SOURCE whenever a stream connects, so the variable is needed only while opening.
    """
    if source is None:
        yield
        return
    before = os.environ.get("PULSE_SOURCE")
    os.environ["PULSE_SOURCE"] = source
    try:
        yield
    finally:
        if before is None:
            del os.environ["PULSE_SOURCE"]
        else:
            os.environ["PULSE_SOURCE"] = before


def _pactl(*arguments: str) -> str:
    program = shutil.which("pactl")
    if program is None:
        return ""
    try:
        answer = subprocess.run(
            [program, *arguments], env=_environment(), capture_output=True, timeout=_WAIT_S, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise no_sound_system(_STANDS_STILL) from error
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode(errors="replace")


def _environment() -> dict[str, str]:
    """Return the environment for a program of the system: not with the libraries of the packaged program."""
    environment = {**os.environ, **_PLAIN}
    if getattr(sys, "frozen", False):
        environment["LD_LIBRARY_PATH"] = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    return environment
