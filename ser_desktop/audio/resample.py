"""From the device's rate to the model's, without a seam."""

from __future__ import annotations

import os

import numpy as np
import soxr

from ser_desktop.results import Float32

# soxr gathers sound until a long transform is full; this variable of its own, read for each new stream, makes
# transforms as short as its filter allows. Half as much is held back, for a ten-thousandth of a processor.
os.environ.setdefault("SOXR_LARGE_DFT_SIZE", "8")


class Resampler:
    """Streaming soxr at high quality; any chunks in give, in all, exactly the same samples out."""

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._same = from_hz == to_hz
        self._stream = soxr.ResampleStream(from_hz, to_hz, 1, dtype="float32", quality="HQ")

    def push(self, samples: Float32) -> Float32:
        """Take the next samples [n] and return what they completed [m].

        soxr holds back up to 18 ms at the usual 44.1 and 48 kHz, up to 55 ms at any rate.
        """
        return samples if self._same else np.asarray(self._stream.resample_chunk(samples), np.float32)

    def flush(self) -> Float32:
        """End of the stream: the samples [m] held back."""
        nothing = np.zeros(0, np.float32)
        return (
            nothing if self._same else np.asarray(self._stream.resample_chunk(nothing, last=True), np.float32)
        )
