"""A player without a loudspeaker: it plays as far as a test says."""

from __future__ import annotations

from ser_desktop.engine.playback import Sound
from ser_desktop.errors import UserError


class FakePlayer:
    """Fulfils :class:`~ser_desktop.engine.playback.Playback`.

    Attributes
    ----------
    sound, end_sample
        What is played, and up to where.
    refusal
        Why nothing can be played; None where it can.
    closed
        Whether it was closed.
    """

    def __init__(self) -> None:
        self.sound: Sound | None = None
        self.end_sample = 0
        self.position_samples = 0
        self.playing = self.finished = self.closed = False
        self.refusal: UserError | None = None
        self.error: UserError | None = None

    def start(self, sound: Sound, at_sample: int = 0, end_sample: int | None = None) -> None:
        """Play, or refuse."""
        end = sound.n_samples if end_sample is None else min(end_sample, sound.n_samples)
        self.sound, self.end_sample, self.position_samples = sound, end, max(0, min(at_sample, end))
        self.finished, self.error = False, self.refusal
        self.playing = self.error is None

    def advance(self, samples: int) -> None:
        """Let time pass: so many samples are heard."""
        if self.playing:
            self.position_samples = min(self.end_sample, self.position_samples + samples)
            self.finished = self.position_samples == self.end_sample
            self.playing = not self.finished

    def stop(self) -> None:
        """Be silent."""
        self.playing = False

    def close(self) -> None:
        """Be silent for good."""
        self.playing, self.closed = False, True
