"""Is anybody talking? A detector of speech, and the utterances that follow from it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ser_desktop.features.silero import CHUNK_SAMPLES, RATE_HZ, Silero
from ser_desktop.results import Float32

_SILENCE_PEAK = 10 ** (-75 / 20)
_HZ_PER_BIN = RATE_HZ / CHUNK_SAMPLES
_LOWEST_BIN = 2  # below 60 Hz is rumble
_MAIN_LOBE = np.arange(-2, 3)  # bins of the window's, around its middle


class HeldTone:
    """Recognises a single tone that stays where it is: a beep, a whistle, feedback, one held note.

    Silero takes some sines in the range of voices for speech. A voice too can put nearly all its power into
    one partial, but never holds it: its pitch moves by more than ``most_drift_hz`` from chunk to chunk.
    """

    def __init__(self, least_share: float = 0.95, most_drift_hz: float = 3.0, chunks: int = 4) -> None:
        self._least_share = least_share
        self._most_drift_hz = most_drift_hz
        self._chunks = chunks
        self._window = np.hanning(CHUNK_SAMPLES)
        self.reset()

    def reset(self) -> None:
        """Forget everything heard."""
        self._hz = 0.0
        self._in_a_row = 0

    def push(self, chunks: Float32) -> list[bool]:
        """Take the next chunks [n, 512]; tell of each whether a tone has been held for ``chunks`` of them."""
        return [self._follow(hz, share) for hz, share in self._strongest(chunks)]

    def _follow(self, hz: float, share: float) -> bool:
        before_hz, self._hz = self._hz, hz
        if share < self._least_share:
            self._in_a_row = 0
        elif abs(hz - before_hz) > self._most_drift_hz:
            self._in_a_row = 1
        else:
            self._in_a_row += 1
        return self._in_a_row >= self._chunks

    def _strongest(self, chunks: Float32) -> list[tuple[float, float]]:
        """Return of each chunk the frequency of the strongest partial, and its share of the power."""
        spectrum = np.fft.rfft(chunks * self._window, axis=1)[:, _LOWEST_BIN:]
        power = np.square(spectrum.real) + np.square(spectrum.imag)
        at = np.minimum(np.maximum(power.argmax(axis=1), 2), power.shape[1] - 3)
        partial = power[np.arange(len(power))[:, None], at[:, None] + _MAIN_LOBE]
        total = np.maximum(partial.sum(axis=1), 1e-20)
        hz = (_LOWEST_BIN + at + (partial * _MAIN_LOBE).sum(axis=1) / total) * _HZ_PER_BIN
        share = total / np.maximum(power.sum(axis=1), 1e-12)
        return list(zip(hz.tolist(), share.tolist(), strict=True))


class SpeechDetector:
    """Probability of speech for each 32 ms, by Silero's network, indifferent to level.

    The detector alone misses quiet speakers (20 dB below full scale it loses a fifth of their speech,
    40 dB below nearly all), so it hears the sound brought to one level by a peak follower: at once
    when it gets louder, 6 dB a second when it gets quieter, by at most 40 dB. Noise stays noise, and a
    held tone is no speech whatever the network says.
    """

    def __init__(self, target_peak: float = 0.5, most_gain: float = 100.0, release_db_s: float = 6.0) -> None:
        self._network = Silero()
        self._tone = HeldTone()
        self._target_peak = target_peak
        self._least_peak = target_peak / most_gain
        self._release = 10 ** (-release_db_s * CHUNK_SAMPLES / RATE_HZ / 20)
        self.reset()

    def reset(self) -> None:
        """Forget everything heard."""
        self._network.reset()
        self._tone.reset()
        self._pending = np.zeros(0, np.float32)
        self._peak = self._least_peak

    def push(self, samples: Float32) -> list[float]:
        """Take the next samples [n] at 16 kHz; return the probability of each chunk that they completed."""
        self._pending = np.concatenate([self._pending, samples])
        count = len(self._pending) // CHUNK_SAMPLES
        chunks = self._pending[: count * CHUNK_SAMPLES].reshape(count, CHUNK_SAMPLES)
        self._pending = self._pending[count * CHUNK_SAMPLES :]
        return self._probabilities(chunks) if count else []

    def push_each(self, blocks: Float32) -> list[list[float]]:
        """Take blocks [b, n] that follow each other; return what so many pushes give, computed together."""
        ends = len(self._pending) + blocks.shape[1] * np.arange(1, len(blocks) + 1)
        likely = self.push(blocks.reshape(-1))
        counts = [0, *(ends // CHUNK_SAMPLES).tolist()]
        return [likely[before:end] for before, end in itertools.pairwise(counts)]

    def _probabilities(self, chunks: Float32) -> list[float]:
        peaks = np.maximum(chunks.max(axis=1), -chunks.min(axis=1)).tolist()
        gains = [self._target_peak / self._follow(peak) for peak in peaks]
        held = self._tone.push(chunks)
        levelled = chunks * np.array(gains, np.float32)[:, None]
        if min(peaks) >= _SILENCE_PEAK:
            heard = self._network.probabilities(levelled)
        else:
            audible = [peak >= _SILENCE_PEAK for peak in peaks]
            likely = iter(self._network.probabilities(levelled[audible]))
            heard = [next(likely) if sound else 0.0 for sound in audible]
        return [0.0 if tone else probability for tone, probability in zip(held, heard, strict=True)]

    def _follow(self, peak: float) -> float:
        """Return the level to hear the next chunk at."""
        self._peak = max(peak, self._peak * self._release, self._least_peak)
        return self._peak


THRESHOLD = (0.1, 0.9)
"""Between which probabilities a person may set the speech gate."""

_GOING_ON = 0.9  # of the threshold


@dataclass(frozen=True)
class SpeechRules:
    """When an utterance begins and ends; a probability, seconds, and chunks in a row.

    Raises
    ------
    ValueError
        The threshold is not between 0.1 and 0.9.
    """

    threshold: float = 0.5
    confirm_chunks: int = 2
    hang_s: float = 0.5
    lead_s: float = 0.15

    def __post_init__(self) -> None:
        if not THRESHOLD[0] <= self.threshold <= THRESHOLD[1]:
            raise ValueError(f"threshold is {self.threshold}, not between {THRESHOLD[0]} and {THRESHOLD[1]}")

    @property
    def offset(self) -> float:
        """Probability from which an utterance goes on.

        The network remembers: after a voice it takes other sounds for speech for up to a second and a half,
        hardly ever surely. So going on takes nearly as much as beginning.
        """
        return _GOING_ON * self.threshold


class UtteranceTracker:
    """Joins chunks into utterances: begun by ``confirm_chunks`` likely ones, ended by a pause of ``hang_s``.

    Attributes
    ----------
    speaking
        Whether an utterance is going on.
    start_sample
        Where it began, ``lead_s`` before the first chunk of speech: its onset is often soft.
    voiced_end_sample
        End of its last chunk of speech.
    """

    def __init__(self, rules: SpeechRules) -> None:
        self._rules = rules
        self.reset()

    def reset(self) -> None:
        """Back to silence at sample 0."""
        self.speaking = False
        self.start_sample = 0
        self.voiced_end_sample = 0
        self._heard_samples = 0
        self._in_a_row = 0

    def push(self, probability: float) -> None:
        """Take the next chunk's probability of speech."""
        self._heard_samples += CHUNK_SAMPLES
        rules = self._rules
        if self.speaking:
            if probability >= rules.offset:
                self.voiced_end_sample = self._heard_samples
            elif self._heard_samples - self.voiced_end_sample >= rules.hang_s * RATE_HZ:
                self.speaking = False
                self._in_a_row = 0
            return
        self._in_a_row = self._in_a_row + 1 if probability >= rules.threshold else 0
        if self._in_a_row >= rules.confirm_chunks:
            first = self._heard_samples - self._in_a_row * CHUNK_SAMPLES
            lead = min(first - self.voiced_end_sample, round(rules.lead_s * RATE_HZ))
            self.speaking = True
            self.start_sample = first - lead
            self.voiced_end_sample = self._heard_samples
