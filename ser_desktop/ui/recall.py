"""Back to a moment of the session: what was recorded then is played, what was not is told."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from ser_desktop.engine.clips import LONGEST_S
from ser_desktop.ui import keys, words
from ser_desktop.ui.clips.desk import ClipDesk
from ser_desktop.ui.language import time_of_day, tr
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.widgets.toast import Toast


def _now() -> datetime:
    return datetime.now().astimezone()


class Recall:
    """Looks among the clips for a moment.

    Parameters
    ----------
    now
        The time of day.
    """

    def __init__(
        self, engine: Engine, clips: ClipDesk, toast: Toast, now: Callable[[], datetime] = _now
    ) -> None:
        self._engine = engine
        self._clips = clips
        self._toast = toast
        self._now = now

    def hear(self, moment: datetime) -> None:
        """Open the newest clip that holds ``moment`` and play it from there; or say that there is none.

        What was heard a short while ago is still in memory, and can be kept.
        """
        found = self._clips.shelf.at(moment)
        if found is not None:
            take, from_s = found
            self._clips.hear(take.number, from_s)
            return
        time = time_of_day(moment)
        ago_s = math.ceil((self._now() - moment).total_seconds()) + 1
        if 0 < ago_s <= LONGEST_S and self._engine.snapshot().state in words.HEARING:
            offer = tr("Keep the last {length}", length=words.seconds(ago_s, 0))
            told = tr("{time} was not recorded, but is still in memory.", time=time)
            self._toast.tell(told, offer, lambda: self._clips.record_last(ago_s))
        else:
            length = words.seconds(self._clips.strip.length.value(), 0)
            key = keys.key("record-last")
            told = tr(
                "{time} was not recorded. {key} keeps the last {length}.", time=time, key=key, length=length
            )
            self._toast.tell(told)
