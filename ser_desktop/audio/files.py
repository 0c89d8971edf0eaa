"""Sound files: whatever libsndfile reads, as mono samples, whole or in blocks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import soundfile
import soxr

from ser_desktop.errors import UserError
from ser_desktop.results import Float32

READABLE = "WAV, FLAC, Ogg, Opus, MP3 and AIFF"
"""The formats to name to a person; libsndfile reads more."""

_BLOCK_S = 10.0
_LONGEST_S = 7 * 24 * 3600.0  # a header that claims more than a week does not know its length


class AudioFile:
    """A sound file that is read from beginning to end, once; a context manager.

    Opening reads the header only, so it is also the cheap way to ask whether a file holds sound.

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
        self._sound = _open(path)
        self.rate_hz: int = self._sound.samplerate
        if channel is not None and not 0 <= channel < self._sound.channels:
            self.close()
            raise UserError(
                "no-such-channel",
                f"{path.name} has no channel {channel + 1}.",
                f"It has {self._sound.channels}.",
                "Choose another channel, or the mean of all.",
            )

    @property
    def duration_s(self) -> float:
        """Length by the header, in seconds."""
        return float(self._sound.frames / self.rate_hz)

    def blocks(self, seconds: float = _BLOCK_S) -> Iterator[Float32]:
        """Yield what is left of the file, mono, in blocks [n] of ``seconds``; the last one is shorter.

        Samples that are no numbers (NaN, infinity: seen in broken float WAVs) become zeros.
        """
        n_samples = max(1, round(seconds * self.rate_hz))
        while len(block := self._read(n_samples)):
            yield block

    def _read(self, n_samples: int) -> Float32:
        try:
            frames = self._sound.read(n_samples, dtype="float32", always_2d=True)  # [n, channels]
        except soundfile.LibsndfileError as error:
            raise UserError(
                "damaged-audio",
                f"{self.path.name} is damaged.",
                f"Reading stopped in the middle: {error}",
                "Copy or export the file again.",
            ) from error
        frames = np.nan_to_num(frames, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
        if self._channel is not None:
            return np.ascontiguousarray(frames[:, self._channel])
        return np.asarray(frames.mean(axis=1), dtype=np.float32)

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
        As :class:`AudioFile`, or the file turned out to be damaged or without a single sample.
    """
    with AudioFile(path, channel) as file:
        blocks = list(file.blocks())
        if not blocks:
            raise _empty(path)
        return np.concatenate(blocks), file.rate_hz


def read_at_rate(path: Path, rate_hz: int, channel: int | None = None) -> Float32:
    """Read a whole file and resample it (soxr, high quality) to ``rate_hz``: mono [n]."""
    samples, own_rate_hz = read_audio(path, channel)
    if own_rate_hz == rate_hz:
        return samples
    return np.asarray(soxr.resample(samples, own_rate_hz, rate_hz, quality="HQ"), dtype=np.float32)


def _open(path: Path) -> soundfile.SoundFile:
    """Open for reading, or say in words why not."""
    try:
        with path.open("rb") as file:  # libsndfile calls every one of these faults "System error"
            if not file.read(1):
                raise _empty(path)
        # As bytes where the system's names are bytes: soundfile refuses a name that is not valid UTF-8.
        sound = soundfile.SoundFile(os.fsencode(path) if os.name == "posix" else path)
    except FileNotFoundError as error:
        raise UserError(
            "file-not-found", f"{path.name} is not there.", f"Looked for {path}.", "Check the name."
        ) from error
    except OSError as error:
        raise UserError(
            "file-not-readable",
            f"{path.name} cannot be opened.",
            f"{path}: {error.strerror or error}.",
            "Check that it is a file and that you may read it.",
        ) from error
    except soundfile.LibsndfileError as error:
        raise UserError(
            "not-audio",
            f"{path.name} is not a sound file that can be read.",
            f"{path}: {error.error_string}",
            f"Use {READABLE}; other formats can be converted to WAV.",
        ) from error
    if 0 < sound.frames < _LONGEST_S * sound.samplerate:
        return sound
    sound.close()
    if sound.frames == 0:
        raise _empty(path)
    raise UserError(  # libsndfile cannot reach the end of such a FLAC, which programs write into a pipe
        "unknown-length",
        f"{path.name} does not say how long it is.",
        f"{path} was probably never finished, or written through a pipe.",
        "Convert it once, for example to WAV.",
    )


def _empty(path: Path) -> UserError:
    return UserError("empty-audio", f"{path.name} holds no sound.", f"{path} is empty.", "Record it again.")
