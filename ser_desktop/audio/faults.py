"""PortAudio's error codes in words that help."""

from __future__ import annotations

from typing import Any

from ser_desktop.errors import Phrase, UserError
from ser_desktop.results import Device

INVALID_CHANNEL_COUNT = -9998

_HOST_ERROR = -9999
_PERMISSION = ("permission", "access is denied", "access denied", "not permitted")

# PortAudio's code: our code, what happened, what to do
_WORDS = {
    -9985: (
        "microphone-busy",
        Phrase('The microphone "{name}" is used by another program.'),
        Phrase("Close the program that holds it (a call, a recorder), or choose another microphone."),
    ),
    -9996: (
        "no-microphone",
        Phrase('The microphone "{name}" is not there any more.'),
        Phrase("Plug it in again, or choose another one."),
    ),
    -9997: (
        "microphone-rate",
        Phrase('The microphone "{name}" refuses its own sampling rate.'),
        Phrase("Set it to 48000 Hz in the system's sound settings, or choose another microphone."),
    ),
    INVALID_CHANNEL_COUNT: (
        "microphone-channels",
        Phrase('The microphone "{name}" refuses the number of channels it announces.'),
        Phrase("Plug it out and in again, or choose another microphone."),
    ),
}
_FORBIDDEN = (
    "microphone-forbidden",
    Phrase('The microphone "{name}" may not be used by this program.'),
    Phrase(
        "Allow it in the system's privacy settings; on Linux your user may have to be in the group audio."
    ),
)
_OTHER = (
    "microphone-failed",
    Phrase('The microphone "{name}" could not be opened.'),
    Phrase("Plug it out and in again, or choose another microphone. ser-desktop doctor looks for the cause."),
)


def no_sound_system(reason: object) -> UserError:
    """Return the words for a system whose sound does not answer; it may be starting anew just now."""
    return UserError(
        "no-sound-system",
        "Sound input is not available.",
        "The system's sound does not answer ({reason}).",
        "Wait until it is back, or restart it. ser-desktop doctor looks for the cause.",
        reason=reason,
    )


def fault(error: tuple[Any, ...], device: Device) -> UserError:
    """Turn the arguments of a ``sounddevice.PortAudioError`` into words.

    Parameters
    ----------
    error
        Message, PortAudio's code, and for a fault of the host (API index, its code, its message); each
        may be missing.
    device
        The microphone that was being opened.
    """
    message = str(error[0]) if error else ""
    number = error[1] if len(error) > 1 else 0
    if number == _HOST_ERROR and len(error) > 2:
        message = error[2][2] or message
    forbidden = any(word in message.lower() for word in _PERMISSION)
    code, title, remedy = _FORBIDDEN if forbidden else _WORDS.get(number, _OTHER)
    return UserError(
        code,
        title,
        "It is offered by {host} at {rate} Hz; the system says: {reason}.",
        remedy,
        name=device.id.name,
        host=device.id.host_api,
        rate=device.rate_hz,
        reason=message,
    )
