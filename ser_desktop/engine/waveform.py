"""The waveform of a recording of any length, from all of it down to single samples; and the sound to play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ser_desktop.audio.envelope import COLUMN_SAMPLES, Envelope, bounds
from ser_desktop.audio.files import AudioFile
from ser_desktop.results import Float32

_BLOCK_S = 2.0


@dataclass(frozen=True)
class View:
    """A stretch of a waveform to draw: columns of ``column_samples`` from ``first_sample`` on.

    ``envelope`` [n, 2] holds minimum and maximum of each; they are equal where a column is a single sample.
    """

    first_sample: int
    column_samples: int
    envelope: Float32


class Waveform:
    """A recording that is drawn and played; fulfils :class:`~ser_desktop.engine.playback.Sound`.

    Opening reads the header only. ``read`` goes through the file once, on a thread of its own, while ``view``
    draws what came so far. It holds 15 to 30 MB for two hours, whatever the file's size.

    Raises
    ------
    UserError
        As :class:`~ser_desktop.audio.files.AudioFile`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = AudioFile(path)
        self._envelope = Envelope()

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._file.rate_hz

    @property
    def n_samples(self) -> int:
        """How many there are, by the header."""
        return self._file.n_samples

    @property
    def read_samples(self) -> int:
        """How many were read so far."""
        return self._envelope.n_samples

    def read(
        self, cancelled: Callable[[], bool] = lambda: False, on_progress: Callable[[], None] = lambda: None
    ) -> None:
        """Go through the file, two seconds at a time, until ``cancelled`` says True; once, on any thread."""
        with AudioFile(self.path) as file:
            for block in file.blocks(_BLOCK_S):
                if cancelled():
                    return
                self._envelope.push(block)
                on_progress()

    def view(self, start: int, end: int, most: int) -> View:
        """Return what to draw of samples [start, end) in at most ``most`` columns (some thousands).

        Far away from what was read already; near by, from the file: some milliseconds, in compressed files
        some tens of them.
        """
        start, end = max(0, start), min(end, self.n_samples)
        width = -(-max(1, end - start) // most)
        if width >= COLUMN_SAMPLES:
            return View(*self._envelope.columns(start, end, most))
        return View(start, width, bounds(self.span(start, end), width))

    def span(self, start: int, end: int) -> Float32:
        """Return the samples [n] from ``start`` up to ``end``, mono."""
        return self._file.span(start, end) if end > start else np.zeros(0, np.float32)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
