"""What stands behind the dialog of voices."""

from __future__ import annotations

from typing import Protocol

from ser_desktop.engine.voices import Learned
from ser_desktop.results import Clip, VoiceInfo


class VoiceShelf(Protocol):
    """The voices, as seen with the model in use."""

    def known(self) -> tuple[VoiceInfo, ...]:
        """Return them by name."""

    def learn(self, clip: Clip, name: str) -> Learned:
        """Learn a voice from a clip, in a second or so; may raise UserError."""

    def keep(self, learned: Learned, *, replace: bool = False) -> VoiceInfo:
        """Write a voice; may raise UserError."""

    def delete(self, name: str) -> None:
        """Delete a voice; may raise UserError."""
