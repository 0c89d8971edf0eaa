"""Sound files: whatever libsndfile reads, as mono samples, whole or in blocks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import soundfile
import soxr

from ser_desktop.audio import gapnote
from ser_desktop.audio.numbers import only_sound
from ser_desktop.audio.opening import (
    ENDS_BEFORE_SOUND,
    NOTHING_BUT,
    READABLE,
    damaged,
    missing_bytes,
    open_sound,
)
from ser_desktop.audio.quiet import no_stderr
from ser_desktop.errors import UserError
from ser_desktop.results import Float32, Gap

__all__ = ["READABLE", "AudioFile", "read_at_rate", "read_audio"]

_BLOCK_S = 10.0
_MOST_VALUES = 1 << 23  # of a block, in all its channels: 32 MiB
_LOSSY = {"OGG", "MPEG", "MP3"}
_LEAD_S = 0.25  # their decoders need a run-up to where a span begins
_SLACK_S = 0.05  # lossy formats may end a little earlier than they say


class AudioFile:
    """A sound file that is read from beginning to end, once, or span by span; a context manager.

    Opening reads the header only, so it is also the cheap way to ask whether a file holds sound. What is no
    number in it (NaN, infinity: seen in broken float WAVs) counts as silence, and is noted.

    Parameters
    ----------
    path
        Any file that libsndfile reads, with any number of channels.
    channel
        Take this channel, counted from 0. None takes the mean of all.

    Attributes
    ----------
    rate_hz
        Samples a second.

    Raises
    ------
    UserError
        The file is missing, locked, empty, no sound, or has no such channel.
    """

    def __init__(self, path: Path, channel: int | None = None) -> None:
        self.path = path
        self._channel = channel
        self._turn = threading.Lock()  # one position in the file, and a window draws while it plays
        self._sound = open_sound(path)
        self._at = 0
        self._cut_off = bool(missing_bytes(self._sound))
        self._read_values = self._wrong_values = 0
        self.rate_hz: int = self._sound.samplerate
        self._muted = no_stderr if self._sound.format in {"MPEG", "MP3"} else nullcontext
        if channel is not None and not 0 <= channel < self._sound.channels:
            self.close()
            raise UserError(
                "no-such-channel",
                "{name} has no channel {channel}.",
                "It has {count}.",
                "Choose another channel, or the mean of all.",
                name=path.name,
                channel=channel + 1,
                count=self._sound.channels,
            )

    @property
    def n_samples(self) -> int:
        """Length by the header, in samples of each channel."""
        return int(self._sound.frames)

    @property
    def duration_s(self) -> float:
        """Length by the header, in seconds."""
        return float(self._sound.frames / self.rate_hz)

    @property
    def note(self) -> str:
        """What a person should know of the file although it can be read; empty where that is nothing.

        That it ends too early, or holds what is no number: sometimes known only when its end was read.
        """
        return " ".join([CUT_OFF] * self._cut_off + [NO_NUMBERS] * bool(self._wrong_values))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where sound is missing, if the file says so as a saved clip does."""
        return gapnote.read(self._sound.comment)

    def blocks(self, seconds: float = _BLOCK_S) -> Iterator[Float32]:
        """Yield what is left of the file, mono, in blocks [n] of at most ``seconds``; the last is shorter.

        Raises
        ------
        UserError
            "damaged-audio" where it cannot be read on, or not a sample of it.
        """
        most = _MOST_VALUES // self._sound.channels
        n_samples = max(1, min(round(seconds * self.rate_hz), most))
        while len(block := self._next(n_samples)):
            yield block
        if not self._at:
            raise damaged(self.path, ENDS_BEFORE_SOUND)
        if self._at < self.n_samples - _SLACK_S * self.rate_hz:
            self._cut_off = True

    def require_sound(self) -> None:
        """Raise :class:`UserError` "damaged-audio" where nothing of what was read so far was a number."""
        if self._wrong_values and self._wrong_values == self._read_values:
            raise damaged(self.path, NOTHING_BUT)

    def span(self, start: int, end: int) -> Float32:
        """Return samples [n] from ``start`` up to ``end``, mono; fewer where the file ends. For any thread.

        What ``blocks`` yields afterwards follows the span.
        """
        start = min(max(0, start), self.n_samples)
        with self._turn:
            if self._at != start:
                self._go_to(start)
            return self._read(max(0, min(end, self.n_samples) - start))

    def _next(self, n_samples: int) -> Float32:
        with self._turn:
            return self._read(n_samples)

    def _go_to(self, start: int) -> None:
        if not self._sound.can_seek and start < self._at:  # some codecs go forward only
            self._sound.close()
            self._sound, self._at = open_sound(self.path), 0
        if self._sound.can_seek:
            lead = round(_LEAD_S * self.rate_hz) if self._sound.format in _LOSSY else 0
            self._at = self._reading(lambda: self._sound.seek(max(0, start - lead)))
        while self._at < start and len(self._read(min(start - self._at, _MOST_VALUES))):
            pass

    def _read(self, n_samples: int) -> Float32:
        frames = self._reading(  # [n, channels]
            lambda: self._sound.read(n_samples, dtype="float32", always_2d=True)
        )
        self._at += len(frames)
        wanted = slice(None) if self._channel is None else slice(self._channel, self._channel + 1)
        frames, wrong = only_sound(frames[:, wanted])
        self._read_values += frames.size
        self._wrong_values += wrong
        alone = frames.shape[1] == 1  # the mean takes its time for one channel, too
        return np.asarray(frames[:, 0] if alone else frames.mean(axis=1), dtype=np.float32)

    def _reading(self, read: Callable[[], Any]) -> Any:
        try:
            with self._muted():
                return read()
        except soundfile.LibsndfileError as error:
            until = f"Reading stopped after {self._at / self.rate_hz:.1f} of {self.duration_s:.1f} s."
            raise damaged(self.path, f"{until} {error.error_string}".rstrip()) from error

    def close(self) -> None:
        """Give the file back; may be called twice."""
        self._sound.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_audio(path: Path, channel: int | None = None) -> tuple[Float32, int]:
    """Read a whole file.

    Returns
    -------
    samples
        Mono [n]; full scale is 1, and float files may exceed it.
    rate_hz
        The file's own rate.

    Raises
    ------
    UserError
        As :class:`AudioFile`, or the file turned out to be damaged, or without a single sample or number.
    """
    with AudioFile(path, channel) as file:
        blocks = list(file.blocks())
        file.require_sound()
        return np.concatenate(blocks), file.rate_hz


def read_at_rate(path: Path, rate_hz: int, channel: int | None = None) -> Float32:
    """Read a whole file and resample it (soxr, high quality) to ``rate_hz``: mono [n]."""
    samples, own_rate_hz = read_audio(path, channel)
    if own_rate_hz == rate_hz:
        return samples
    return np.asarray(soxr.resample(samples, own_rate_hz, rate_hz, quality="HQ"), dtype=np.float32)


CUT_OFF = "Its header promises more sound than the file holds: it was cut off, or never finished."
NO_NUMBERS = "It holds samples that are no numbers; they count as silence."
