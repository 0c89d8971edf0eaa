"""The clips of this run: in memory only until they are saved, and none dropped in silence. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.results import Analysis, Clip, Recording

MOST_CLIPS = 20
_NEAR_S = 0.5  # somebody who points at a picture of minutes means the clip's beginning
FULL = UserError(
    "clips-full",
    "{count} clips are kept already, and none of them is saved.",
    "Each takes room in memory.",
    "Save one, or discard one.",
    count=MOST_CLIPS,
)


@dataclass(frozen=True)
class Take:
    """A clip on the shelf: ``recording`` has one; ``path`` is the file that holds it, if there is one."""

    number: int
    recording: Recording
    path: Path | None = None

    @property
    def clip(self) -> Clip:
        """Its sound."""
        if self.recording.clip is None:
            raise ValueError("a recording without a clip is no take")
        return self.recording.clip

    @property
    def file_name(self) -> str:
        """The name that is proposed for its file, without a suffix; or that it has."""
        return self.path.stem if self.path else f"clip-{self.clip.began:%Y-%m-%d-%H%M%S}"

    @property
    def analysis(self) -> Analysis | None:
        """What it sounded like, under the name of its file; None where it could not be analysed."""
        analysis = self.recording.analysis
        if analysis is None:
            return None
        name = self.path.name if self.path else f"{self.file_name}.wav"
        return replace(analysis, name=name, path=self.path)


class Shelf:
    """At most 20 takes, oldest first. For a new one the oldest that is saved makes room.

    Attributes
    ----------
    takes
        Those that there are.
    discarded
        The one that was discarded last and can still be put back.
    """

    def __init__(self, most: int = MOST_CLIPS) -> None:
        self.takes: tuple[Take, ...] = ()
        self.discarded: Take | None = None
        self._most = most
        self._numbers = 0

    @property
    def full(self) -> bool:
        """Whether there is no room for another clip without one being lost."""
        return len(self.takes) >= self._most and not any(take.path for take in self.takes)

    @property
    def unsaved(self) -> int:
        """How many would be lost with the program."""
        return sum(take.path is None for take in self.takes)

    @property
    def size_bytes(self) -> int:
        """Memory that their sound takes."""
        return sum(take.clip.samples.nbytes for take in self.takes)

    def get(self, number: int) -> Take | None:
        """Return the take of that number, if it is there."""
        return next((take for take in self.takes if take.number == number), None)

    def at(self, moment: datetime) -> tuple[Take, float] | None:
        """Return the newest take that holds ``moment``, and at which second of it."""
        for take in reversed(self.takes):
            from_s = (moment - take.clip.began).total_seconds()
            if -_NEAR_S <= from_s < take.clip.duration_s:
                return take, max(0.0, from_s)
        return None

    def add(self, recording: Recording) -> Take:
        """Put a clip on the shelf. Whoever asks for another beforehand looks at ``full``."""
        self._numbers += 1
        take = Take(self._numbers, recording)
        self._place(take)
        return take

    def saved(self, number: int, path: Path) -> None:
        """Note that a take is in a file."""
        self.takes = tuple(replace(one, path=path) if one.number == number else one for one in self.takes)

    def discard(self, number: int) -> None:
        """Take one off; it can be put back until the next one is."""
        self.discarded = self.get(number)
        self.takes = tuple(one for one in self.takes if one.number != number)

    def restore(self) -> Take | None:
        """Put the discarded one back in its place."""
        take, self.discarded = self.discarded, None
        if take is not None:
            self._place(take)
        return take

    def forget(self) -> None:
        """Let the discarded one go for good."""
        self.discarded = None

    def _place(self, take: Take) -> None:
        kept = list(self.takes)
        if len(kept) >= self._most:
            saved = next((one for one in kept if one.path), None)
            if saved is not None:
                kept.remove(saved)
        self.takes = tuple(sorted([*kept, take], key=lambda one: one.number))
