"""Which microphones there are, under the names that people know, and where PortAudio keeps them.

A device is known by its name within a host API, never by PortAudio's index, which moves whenever
something is plugged in. PortAudio takes its list once; :func:`refresh` makes it look again.
"""

from __future__ import annotations

import re
import sys
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from ser_desktop.audio import sound_server
from ser_desktop.audio.faults import no_sound_system
from ser_desktop.audio.sound_server import Source
from ser_desktop.errors import UserError
from ser_desktop.results import Device, DeviceId

SOUND_SERVER = "Sound server"
"""Host API under which the sources of PulseAudio or PipeWire are listed."""

PREFERRED = ("Windows WASAPI", "Core Audio", "PulseAudio")
"""Host APIs that list every microphone once and by its full name; the others of that system repeat them."""

exclusively = threading.RLock()
"""Held around PortAudio's functions: they may not run side by side, and two threads look for devices."""

_LINUX = sys.platform.startswith("linux")

# ALSA's ready-made plugins: conversions and wirings of cards that are listed anyway.
_PLUGIN = re.compile(
    r"(null|oss|jack|sysdefault|front|rear|center_lfe|side|surround\d+|iec958|spdif|hdmi|dmix|dsnoop|modem"
    r"|phoneline|lavrate|(sample|speex)rate\w*|speex|a52|(up|vdown)mix|usbstream)(:.*)?"
)


held: list[object] = []
"""Streams that are played, or that their driver does not let go: PortAudio may not look anew meanwhile.

Changed under ``exclusively`` only.
"""

left: list[object] = []
"""Streams that PortAudio failed to close: their threads may still run, and never may they be freed."""


@dataclass(frozen=True)
class Input:
    """A microphone and the way to it: PortAudio's index (until :func:`refresh`) and the server's source."""

    device: Device
    index: int
    source: str | None = None


def portaudio() -> Any:
    """Load the module sounddevice, and PortAudio with it, on first use.

    Raises
    ------
    UserError
        "no-portaudio" where the library is missing or cannot start.
    """
    try:
        import sounddevice
    except (
        Exception
    ) as error:  # sounddevice raises OSError without the library, its own kind if it fails to start
        raise UserError(
            "no-portaudio",
            "Sound input is not available.",
            "The PortAudio library could not be loaded ({reason}).",
            "On Debian and Ubuntu: sudo apt-get install libportaudio2. Everywhere: ser-desktop doctor.",
            reason=error,
        ) from error
    return sounddevice


def refresh() -> None:
    """Look again at what is plugged in. Only while no source is open: PortAudio would pull it away.

    Nothing while a sound is played, for the same reason.

    Raises
    ------
    UserError
        "no-sound-system" where the system's own has gone; it may be back with the next look.
    """
    library = portaudio()
    served = _served()  # PortAudio would wait for a server that stands still
    with exclusively, _told(library):
        if held:
            return
        _renew(library)
        if not served and _served():  # it came up meanwhile, and a part of the list is from before
            _renew(library)


def _served() -> bool:
    return _LINUX and sound_server.answers()


def _renew(library: Any) -> None:
    if library._initialized:  # noqa: SLF001 - sounddevice offers no public way to renew the list
        library._terminate()  # noqa: SLF001 - see above
    library._initialize()  # noqa: SLF001 - see above


@contextmanager
def _told(library: Any) -> Iterator[None]:
    """Say in words that PortAudio itself cannot go on."""
    try:
        yield
    except library.PortAudioError as error:
        raise no_sound_system(error) from error


def inputs() -> list[Input]:
    """Return every microphone with the way to it, the default first, monitors of outputs last.

    Raises
    ------
    UserError
        "no-portaudio" or "no-sound-system".
    """
    library = portaudio()
    sources = sound_server.sources() if _LINUX else None
    with exclusively, _told(library):
        return arrange(library.query_devices(), library.query_hostapis(), sources)


def list_devices() -> list[Device]:
    """Return every microphone, the default first, monitors of outputs last."""
    return [found.device for found in inputs()]


def find(wanted: DeviceId | None) -> Input:
    """Return the way to a microphone; None means the system's default.

    Raises
    ------
    UserError
        "no-microphone" where there is none at all, or not that one.
    """
    found = inputs()
    microphones = [one for one in found if not one.device.is_monitor]
    if wanted is None and microphones:
        return found[0]
    for one in found:
        if one.device.id == wanted:
            return one
    if wanted is None or not found:
        raise UserError(
            "no-microphone",
            "No microphone was found.",
            "The system lists no sound input."
            if not found
            else "The system lists only monitors of its outputs.",
            "Plug one in, or allow this program to use it in the system's privacy settings.",
        )
    raise UserError(
        "no-microphone",
        'The microphone "{name}" is not there.',
        "Found: {found}.",
        "Plug it in again, or choose another one.",
        name=wanted.name,
        found=", ".join(one.device.id.name for one in found),
    )


def arrange(
    devices: Iterable[Mapping[str, Any]], apis: Sequence[Mapping[str, Any]], sources: Sequence[Source] | None
) -> list[Input]:
    """Make people's list of microphones out of PortAudio's list and the sound server's.

    Where ALSA leads to a sound server, the server's sources stand for it: it holds the cards, so that
    opening one of them beside it would fail as busy. That is so too while it has none yet, because it is just
    starting; with None nobody can ask it.
    """
    every = [_input(device, apis) for device in devices if device["max_input_channels"] > 0]
    every = [one for one in every if not _is_plugin(one.device.id)]
    for api in PREFERRED:
        chosen = [one for one in every if one.device.id.host_api == api]
        if chosen:
            return _sorted(chosen)
    doors = [one.index for one in every if one.device.id == DeviceId("pulse", "ALSA")]
    if doors and sources is not None:
        return _sorted(_of_server(sources, doors[0]))
    return _sorted(every)


def _is_plugin(device: DeviceId) -> bool:
    return device.host_api == "ALSA" and _PLUGIN.fullmatch(device.name) is not None


def _input(device: Mapping[str, Any], apis: Sequence[Mapping[str, Any]]) -> Input:
    api = apis[device["hostapi"]]
    name = " ".join(device["name"].split())
    return Input(
        Device(
            DeviceId(name, api["name"]),
            round(device["default_samplerate"]),
            device["max_input_channels"],
            is_default=device["index"] == api["default_input_device"],
            is_monitor=name.startswith("Monitor of "),
        ),
        device["index"],
    )


def _of_server(sources: Sequence[Source], door: int) -> list[Input]:
    """List the server's sources; two of one description are told apart by the server's names."""
    count = Counter(source.description for source in sources)
    return [
        Input(
            Device(
                DeviceId(
                    source.description
                    if count[source.description] == 1
                    else f"{source.description} ({source.name})",
                    SOUND_SERVER,
                ),
                source.rate_hz,
                source.channels,
                is_default=source.is_default,
                is_monitor=source.is_monitor,
            ),
            door,
            source.name,
        )
        for source in sources
    ]


def _sorted(found: list[Input]) -> list[Input]:
    """Order them for a picker; where several host APIs each name a default, the first one's counts."""
    if not found:
        return []
    first, *others = sorted(found, key=lambda one: (not one.device.is_default, one.device.is_monitor))
    return [first, *(replace(one, device=replace(one.device, is_default=False)) for one in others)]
