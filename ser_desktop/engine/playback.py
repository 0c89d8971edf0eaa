"""Playing as the window sees it, so that it can be tested without a loudspeaker."""

from __future__ import annotations

from typing import Protocol

from ser_desktop.audio.player import Samples, Sound
from ser_desktop.errors import UserError

__all__ = ["Playback", "Samples", "Sound"]


class Playback(Protocol):
    """Plays one sound at a time; :class:`~ser_desktop.audio.player.Player` does. Nothing here blocks."""

    @property
    def playing(self) -> bool:
        """Whether something is played, or about to be."""

    @property
    def finished(self) -> bool:
        """Whether the last sound was played to its end, without a fault and without being stopped."""

    @property
    def position_samples(self) -> int:
        """Sample of the sound that is heard now; 0 if nothing was played yet."""

    @property
    def error(self) -> UserError | None:
        """Why the last sound could not be played; None where it could."""

    def start(self, sound: Sound, at_sample: int = 0, end_sample: int | None = None) -> None:
        """Play ``sound`` from ``at_sample`` up to ``end_sample``, its end for None, instead of another."""

    def stop(self) -> None:
        """Be silent; the position stays."""

    def close(self) -> None:
        """Be silent for good."""
