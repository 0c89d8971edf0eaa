"""What the engine has to say when something goes wrong."""

from __future__ import annotations

from pathlib import Path

from ser_desktop.audio.recorder import SHORTEST_S
from ser_desktop.errors import Phrase, UserError


def lost(name: str) -> UserError:
    """Return the words for a microphone that is gone."""
    return UserError(
        "microphone-lost",
        "The microphone is gone.",
        "{name} sends no sound any more.",
        "Plug it in again: listening goes on by itself. Or choose another microphone.",
        name=name,
    )


def too_short(name: str, duration_s: float, shortest_s: float, note: str) -> UserError:
    """Return the words for a recording over before anything can be said of it."""
    plain = Phrase("It lasts {heard} ms; an answer takes {least} ms of speech.")
    noted = Phrase("It lasts {heard} ms; an answer takes {least} ms of speech. {note}")
    return UserError(
        "too-short",
        "{name} is too short.",
        noted if note else plain,
        "Record or select more, best some seconds.",
        name=name,
        heard=round(1000 * duration_s),
        least=round(1000 * shortest_s),
        note=note,
    )


def crashed(path: Path) -> UserError:
    """Return the words for a recording that a process died of."""
    return UserError(
        "analysis-crashed",
        "{name} cannot be analysed.",
        "The process that read {path} died.",
        "Try once more. If it is long, see that there is memory enough; else convert it, for example to WAV.",
        name=path.name,
        path=path,
    )


def internal(path: Path, error: Exception) -> UserError:
    """Return the words for a recording at which this program itself failed."""
    return UserError(
        "internal",
        "{name} was not analysed because of a fault in this program.",
        "{path}: {kind}: {reason}",
        "The details are in the log. Other files are not concerned.",
        name=path.name,
        path=path,
        kind=type(error).__name__,
        reason=str(error),
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
    "A clip lasts at least {least} second.",
    "Wait a moment, and record again.",
    least=round(SHORTEST_S),
)
CLIP_INTERNAL = UserError(
    "internal",
    "The clip could not be analysed because of a fault in this program.",
    "The clip itself is there and can be saved; the details are in the log.",
    "Save it, and drop the file into the window.",
)
