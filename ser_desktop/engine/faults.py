"""What the engine has to say when something goes wrong."""

from __future__ import annotations

from pathlib import Path

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


def too_short(name: str, duration_s: float, shortest_s: float, note: str) -> UserError:
    """Return the words for a recording over before anything can be said of it."""
    reason = f"It lasts {1000 * duration_s:.0f} ms; an answer takes {1000 * shortest_s:.0f} ms of speech."
    return UserError(
        "too-short",
        f"{name} is too short.",
        f"{reason} {note}".rstrip(),
        "Record or select more, best some seconds.",
    )


def crashed(path: Path) -> UserError:
    """Return the words for a recording that a process died of."""
    return UserError(
        "analysis-crashed",
        f"{path.name} cannot be analysed.",
        f"The process that read {path} died.",
        "Try once more. If it is long, see that there is memory enough; else convert it, for example to WAV.",
    )


def internal(path: Path, error: Exception) -> UserError:
    """Return the words for a recording at which this program itself failed."""
    return UserError(
        "internal",
        f"{path.name} was not analysed because of a fault in this program.",
        f"{path}: {type(error).__name__}: {error}",
        "The details are in the log. Other files are not concerned.",
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
