"""Whether a microphone is heard, as somebody who tries it out wants to know. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from ser_desktop.errors import UserError
from ser_desktop.results import Device, Snapshot, State
from ser_desktop.ui import device_words, words

HELD_S = 0.5
"""A knock on the table is shorter; a word is not."""
LOUD_DBFS = -40.0
"""A level that speech reaches and a quiet room does not; the detector hears quieter speech, too."""


class Sound(StrEnum):
    """How it stands with the microphone."""

    UNTRIED = "untried"
    OPENING = "opening"
    SILENCE = "silence"
    HEARD = "heard"
    FAULT = "fault"


@dataclass(frozen=True)
class SoundCheck:
    """How it stands after the moments so far. ``fault`` tells in words what hinders it."""

    sound: Sound = Sound.UNTRIED
    fault: UserError | None = None
    heard_s: float = 0.0

    def after(self, moment: Snapshot, elapsed_s: float) -> SoundCheck:
        """Return how it stands after one more moment; what was heard once counts until listening ends."""
        fault = words.message(moment)
        if fault is not None:
            return SoundCheck(Sound.FAULT, fault)
        if moment.state is State.IDLE:
            return SoundCheck()
        if moment.state not in words.HEARING:
            return SoundCheck(Sound.OPENING)
        if self.sound is Sound.HEARD:
            return self
        heard_s = self.heard_s + elapsed_s if _is_loud(moment) else max(0.0, self.heard_s - elapsed_s)
        return SoundCheck(Sound.HEARD if heard_s >= HELD_S else Sound.SILENCE, None, heard_s)

    def among(self, devices: Iterable[Device] | None) -> SoundCheck:
        """Return the same, but for a computer without any microphone; None where nobody looked yet."""
        if self.sound is Sound.UNTRIED and devices is not None and all(one.is_monitor for one in devices):
            return replace(self, sound=Sound.FAULT, fault=device_words.NO_MICROPHONE)
        return self


def _is_loud(moment: Snapshot) -> bool:
    speaks = moment.state in {State.LISTENING, State.UNSURE}
    return speaks or moment.level.rms_dbfs >= LOUD_DBFS
