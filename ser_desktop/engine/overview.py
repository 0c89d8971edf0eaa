"""A recording as a view draws it: its waveform at every zoom, and its sound to play. Nothing here blocks."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import numpy as np

from ser_desktop.audio.envelope import COLUMN_SAMPLES, Envelope, bounds
from ser_desktop.audio.files import AudioFile
from ser_desktop.errors import UserError
from ser_desktop.results import Float32

_log = logging.getLogger(__name__)

_BLOCK_S = 2.0
_MOST_DETAIL_SAMPLES = 1 << 20  # no view needs more: nearer than the finest column, a pixel a column


class Overview:
    """Opens a recording, reads it through once, then what is looked at closely; on a thread of its own.

    Attributes
    ----------
    sound
        What can be played; None until the file was opened.
    error
        Why it cannot be drawn, or not to its end.
    complete
        Whether all was read.
    version
        Another one whenever there is more to draw.
    """

    def __init__(self, path: Path) -> None:
        self.sound: AudioFile | None = None
        self.error: UserError | None = None
        self.complete = False
        self.version = 0
        self._path = path
        self._envelope = Envelope()
        self._lock = threading.Lock()
        self._wake = threading.Condition(self._lock)
        self._closing = False
        self._wanted: tuple[int, int] | None = None
        self._detail: tuple[int, Float32] = (0, np.zeros(0, np.float32))
        threading.Thread(target=self._main, name="overview", daemon=True).start()

    @property
    def n_samples(self) -> int:
        """How many samples there are: by the header, and once it was read through in truth."""
        if self.complete or self.sound is None:
            return self._envelope.n_samples
        return max(self.sound.n_samples, self._envelope.n_samples)

    @property
    def rate_hz(self) -> int:
        """Samples a second; 0 until the file was opened."""
        return self.sound.rate_hz if self.sound is not None else 0

    def columns(self, start: int, end: int, most: int) -> tuple[int, int, Float32]:
        """Return columns that cover samples [start, end), about ``most`` of them; what is finer comes later.

        Returns
        -------
        first_sample, column_samples
            Where the first column begins, and how many samples each one covers.
        envelope
            Minimum and maximum of each, [n, 2]; fewer where the recording was not read yet.
        """
        start = max(0, start)
        width = max(1, -(-(end - start) // most))
        with self._lock:
            if width < COLUMN_SAMPLES and end - start <= _MOST_DETAIL_SAMPLES:
                first, samples = self._detail
                if first <= start and min(end, self.n_samples) <= first + len(samples):
                    aligned = max(first, start - start % width)
                    return aligned, width, bounds(samples[aligned - first : end - first], width)
                margin = end - start
                self._wanted = (max(0, start - margin), end + margin)
                self._wake.notify()
            return self._envelope.columns(start, end, most)

    def close(self) -> None:
        """Read no more."""
        with self._lock:
            self._closing = True
            self._wake.notify()

    def _main(self) -> None:
        try:
            with AudioFile(self._path) as file:
                self.sound = AudioFile(self._path)  # one is read through, the other jumped about in
                self.version += 1
                for block in file.blocks(_BLOCK_S):
                    with self._lock:
                        self._envelope.push(block)
                    self.version += 1
                    self._look_closer()
                    if self._closing:
                        return
        except UserError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - the view must say that nothing is drawn
            _log.exception("A recording could not be drawn")
            self.error = UserError(
                "internal", "{name} cannot be drawn.", "{reason}", name=self._path.name, reason=str(error)
            )
        self.complete = True
        self.version += 1
        while self.sound is not None and not self._closing:
            with self._lock:
                self._wake.wait_for(lambda: self._closing or self._wanted is not None)
            self._look_closer()

    def _look_closer(self) -> None:
        """Read what is looked at, if it is not what was read before."""
        with self._lock:
            wanted, self._wanted = self._wanted, None
        if wanted is None or self.sound is None:
            return
        try:
            samples = self.sound.span(*wanted)
        except UserError as error:
            self.error = error
            return
        with self._lock:
            self._detail = (wanted[0], samples)
        self.version += 1
