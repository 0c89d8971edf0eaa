"""How microphones are named where one is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ser_desktop.errors import UserError
from ser_desktop.results import Device, DeviceId
from ser_desktop.ui.language import tr
from ser_desktop.ui.words import named, rate

NO_MICROPHONE = UserError(
    "no-microphone",
    "No microphone was found.",
    "The system lists no sound input.",
    "Plug one in, or allow this program to use it in the system's privacy settings.",
)


_ALIASES = {"default", "pulse"}  # ALSA's names for whatever is the default: they tell nobody anything


@dataclass(frozen=True)
class Choice:
    """One line of the device picker; ``device`` None is the system's default."""

    text: str
    tip: str
    device: DeviceId | None
    is_monitor: bool = False


def choices(devices: Iterable[Device], chosen: DeviceId | None = None) -> list[Choice]:
    """Lines of the device picker: the default first, then microphones, then the computer's own sound.

    The chosen one is among them even while it is unplugged.
    """
    known = sorted(devices, key=lambda device: device.is_monitor)
    default = next((device.id.name for device in known if device.is_default), "")
    names = Counter(device.id.name for device in known)
    told = default and default not in _ALIASES
    text = tr("System default: {name}", name=named(default)) if told else tr("System default")
    lines = [Choice(text, "", None)]
    for device in known:
        twin = names[device.id.name] > 1
        name = f"{device.id.name} ({device.id.host_api})" if twin else named(device.id.name)
        one = device.channels == 1
        channels = tr("1 channel") if one else tr("{count} channels", count=device.channels)
        tip = f"{device.id.host_api}, {rate(device.rate_hz)}, {channels}"
        lines.append(Choice(name, tip, device.id, device.is_monitor))
    if chosen is not None and all(device.id != chosen for device in known):
        gone = Choice(tr("{name} (not connected)", name=chosen.name), "", chosen)
        lines.insert(sum(not line.is_monitor for line in lines), gone)
    return lines


def not_there(wanted: DeviceId, devices: Iterable[Device]) -> UserError:
    """Say that the microphone that was chosen once is not there, and which one is used."""
    default = next((device.id.name for device in devices if device.is_default), "")
    return UserError(
        "chosen-microphone-missing",
        "{name} is not connected.",
        "The system's default is used instead: {default}."
        if default
        else "The system's default is used instead.",
        name=wanted.name,
        default=default,
    )
