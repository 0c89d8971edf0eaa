"""What a window does with clips: how long they may be, and how they become files."""

from __future__ import annotations

from ser_desktop.audio.recorder import LONGEST_S, SHORTEST_S
from ser_desktop.audio.saving import save_clip

__all__ = ["LONGEST_S", "SHORTEST_S", "save_clip"]
