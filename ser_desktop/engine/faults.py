"""What the engine has to say when something goes wrong."""

from __future__ import annotations

from ser_desktop.audio.recorder import SHORTEST_S
from ser_desktop.errors import UserError


def lost(name: str) -> UserError:
    """Return the words for a microphone that is gone."""
    return UserError(
        "microphone-lost",
        "The microphone is gone.",
        f"{name} sends no sound any more.",
        "Plug it in again: listening goes on by itself. Or choose another microphone.",
    )


INTERNAL = UserError(
    "internal",
    "Listening stopped because of a fault in this program.",
    "The details are in the log.",
    "Press Start to try again.",
)
NOT_LISTENING = UserError(
    "not-listening",
    "There is nothing to record.",
    "No microphone is being listened to.",
    "Press Start, and record once sound comes.",
)
TOO_LITTLE = UserError(
    "too-little-sound",
    "There is too little sound for a clip.",
    f"A clip lasts at least {SHORTEST_S:.0f} second.",
    "Wait a moment, and record again.",
)
CLIP_INTERNAL = UserError(
    "internal",
    "The clip could not be analysed because of a fault in this program.",
    "The clip itself is there and can be saved; the details are in the log.",
    "Save it, and drop the file into the window.",
)
