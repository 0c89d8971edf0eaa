"""Power spectra of many frames, in room that is kept from call to call."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ser_desktop.results import Float32

_AT_ONCE = 20  # frames: what is in between then stays near the processor


class PowerSpectrum:
    """Power spectra of frames of ``frame_samples`` under a periodic Hann window, zeros after each.

    They are transformed in double precision, as in librosa: a single one is off by up to 1e-3. Large arrays
    that are made and dropped for each block cost more than the transform: each time the system clears them.
    """

    def __init__(self, frame_samples: int, fft_samples: int) -> None:
        self._fft_samples = fft_samples
        self.taper: NDArray[np.float64] = 0.5 - 0.5 * np.cos(
            2 * np.pi * np.arange(frame_samples) / frame_samples
        )
        bins = fft_samples // 2 + 1
        self._tapered = np.empty((_AT_ONCE, frame_samples))
        self._spectrum = np.empty((_AT_ONCE, bins), np.complex128)
        self._single = np.empty((_AT_ONCE, bins), np.complex64)
        self._imaginary = np.empty((_AT_ONCE, bins), np.float32)
        self._power = np.empty((0, bins), np.float32)

    def of(self, frames: Float32) -> Float32:
        """Power [n, fft / 2 + 1] of frames [n, frame]; it is overwritten by the next call."""
        if len(frames) > len(self._power):
            self._power = np.empty((len(frames), self._power.shape[1]), np.float32)
        for at in range(0, len(frames), _AT_ONCE):
            self._transform(frames[at : at + _AT_ONCE], self._power[at : at + _AT_ONCE])
        return self._power[: len(frames)]

    def _transform(self, frames: Float32, power: Float32) -> None:
        count = len(frames)
        tapered, spectrum = self._tapered[:count], self._spectrum[:count]
        single, imaginary = self._single[:count], self._imaginary[:count]
        np.multiply(frames, self.taper, out=tapered)
        np.fft.rfft(tapered, self._fft_samples, axis=1, out=spectrum)
        np.copyto(single, spectrum, casting="same_kind")
        np.square(single.real, out=power[:count])
        np.square(single.imag, out=imaginary)
        power[:count] += imaginary
