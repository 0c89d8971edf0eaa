"""Whether a recording of somebody's voice is worth learning from, told while they still speak."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ser_desktop.results import Level, Snapshot, State

RECENT_S = 5.0
"""Over how much of the sound the quality is told: who comes nearer sees it get better."""

QUIET_DBFS = -40.0
"""Speech that never peaks higher is too quiet: 6 dB less, and the speech detector's gain would end."""

LEAST_RATIO_DB = 15.0
"""Speech must be so far above the pauses: models were trained to let noise pass that is 22 dB below it."""

MOST_CLIPPED = 0.05
"""Share of the moments of speech that may touch full scale: a single loud syllable is no harm."""

_FEWEST_S = 1.0  # of speech, before anything is said of it
_ABOVE_PAUSES_DB = 3.0  # what of an utterance is speech; the level of steady noise varies by less
_MOST_STEP_S = 0.5  # a longer gap between two moments is none of speech


class Quality(StrEnum):
    """What is to be said of a recording; only GOOD is worth keeping.

    Meanwhile it may be WAITING for enough speech. SILENT (nothing comes), NOBODY (speaks) and HUM (of the
    mains) are told of a whole one only.
    """

    WAITING = "waiting"
    SILENT = "silent"
    NOBODY = "nobody"
    TOO_QUIET = "too quiet"
    TOO_NOISY = "too noisy"
    HUM = "hum"
    CLIPPED = "clipped"
    GOOD = "good"


@dataclass(frozen=True)
class Verdict:
    """How good the last seconds are, and how many seconds of speech there were since the beginning.

    While too little was heard it is WAITING.
    """

    quality: Quality = Quality.WAITING
    speech_s: float = 0.0


@dataclass(frozen=True)
class _Moment:
    time_s: float
    level: Level
    speaking: bool


class QualityMeter:
    """Follows a recording moment by moment, at whatever pace they come."""

    def __init__(self) -> None:
        self._moments: deque[_Moment] = deque()
        self._gated_s = 0.0  # while the speech gate is open
        self._speech_s = 0.0

    def see(self, snapshot: Snapshot) -> Verdict:
        """Take the engine's newest moment."""
        speaking = snapshot.state in {State.LISTENING, State.UNSURE}
        return self.push(snapshot.time_s, snapshot.level, speaking=speaking)

    def push(self, time_s: float, level: Level, *, speaking: bool) -> Verdict:
        """Take the level at a stream time, and whether an utterance is going on; one seen already is none."""
        if not self._moments or time_s > self._moments[-1].time_s:
            self._take(_Moment(time_s, level, speaking))
        return self._verdict()

    def _take(self, moment: _Moment) -> None:
        before_s = self._moments[-1].time_s if self._moments else moment.time_s
        self._moments.append(moment)
        while self._moments[0].time_s < moment.time_s - RECENT_S:
            self._moments.popleft()
        passed_s = min(moment.time_s - before_s, _MOST_STEP_S)
        if moment.speaking:
            self._gated_s += passed_s
            self._speech_s += passed_s * (moment.level.rms_dbfs >= self._pauses_dbfs() + _ABOVE_PAUSES_DB)

    def _pauses_dbfs(self) -> float:
        """Level of the quietest tenth: also who speaks without end breathes, and stops sound in between."""
        return float(np.percentile([moment.level.rms_dbfs for moment in self._moments], 10))

    def _verdict(self) -> Verdict:
        gated = [moment.level for moment in self._moments if moment.speaking]
        if self._gated_s < _FEWEST_S or not gated:
            return Verdict(speech_s=self._speech_s)
        pauses_dbfs = self._pauses_dbfs()
        above = [level for level in gated if level.rms_dbfs >= pauses_dbfs + _ABOVE_PAUSES_DB]
        spoken = above or gated  # a voice that is covered does not stand out at all
        peak_dbfs = max(level.peak_dbfs for level in spoken)
        power = np.mean([10 ** (level.rms_dbfs / 10) for level in spoken])
        ratio_db = float(10 * np.log10(power)) - pauses_dbfs
        clipped = sum(level.clipped for level in spoken) / len(spoken)
        return Verdict(worst(peak_dbfs, ratio_db, clipped), self._speech_s)


def worst(peak_dbfs: float, ratio_db: float, clipped_share: float) -> Quality:
    """Name the worst that there is of CLIPPED, TOO_QUIET and TOO_NOISY: what the person should mend first.

    Parameters
    ----------
    peak_dbfs
        Highest peak of the speech.
    ratio_db
        How far its mean power is above the pauses.
    clipped_share
        Share of its moments that touch full scale.
    """
    if clipped_share > MOST_CLIPPED:
        return Quality.CLIPPED
    if peak_dbfs < QUIET_DBFS:
        return Quality.TOO_QUIET
    return Quality.TOO_NOISY if ratio_db < LEAST_RATIO_DB else Quality.GOOD
