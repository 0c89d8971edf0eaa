"""The front end's own columns: mel levels and their cepstrum, and derivatives over time."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.results import Float32


class MelFront:
    """Turns power spectra into mel levels or MFCC, as a spec says."""

    def __init__(self, spec: FeatureSpec) -> None:
        self._floor = np.float32(spec.floor)
        self._mel, self._dct = _bases(spec)

    def compute(self, power: Float32) -> Float32:
        """Levels of the mel bands in dB [n, mels], or their cepstrum [n, coefficients]."""
        level_db = 10.0 * np.log10(np.maximum(_rows(power, self._mel), self._floor))
        return np.asarray(level_db if self._dct is None else _rows(level_db, self._dct), np.float32)


def _rows(frames: NDArray[np.floating], basis: NDArray[np.floating]) -> NDArray[np.floating]:
    """Product [n, m] of frames [n, k] and a basis [k, m], frame by frame.

    All at once it would be rounded as suits their number, and a frame would depend on its company.
    """
    return np.asarray(np.matmul(frames[:, None], basis)[:, 0])


@lru_cache(maxsize=4)
def _bases(spec: FeatureSpec) -> tuple[Float32, NDArray[np.float64] | None]:
    """Mel bands and cosines as rows are multiplied by them: each recording begins with them."""
    mel = mel_basis(spec).T.astype(np.float32)
    return mel, dct_basis(spec).T if spec.front == "mfcc" else None


def mel_basis(spec: FeatureSpec) -> NDArray[np.float64]:
    """Slaney's mel bands [mels, frame/2 + 1], each of unit area (Auditory Toolbox, 1998).

    Linear below 1 kHz (200/3 Hz a mel), logarithmic above (27 mels for a factor of 6.4).
    """
    bins_hz = np.fft.rfftfreq(spec.frame_samples, 1 / spec.rate_hz)
    low, high = (_mel(np.array(edge)) for edge in (spec.low_hz, spec.high_hz))
    edges_hz = _hz(np.linspace(low, high, spec.mels + 2))
    rise = (bins_hz - edges_hz[:-2, None]) / np.diff(edges_hz)[:-1, None]
    fall = (edges_hz[2:, None] - bins_hz) / np.diff(edges_hz)[1:, None]
    area = 2.0 / (edges_hz[2:] - edges_hz[:-2])
    return np.asarray(np.maximum(0.0, np.minimum(rise, fall)) * area[:, None])


def dct_basis(spec: FeatureSpec) -> NDArray[np.float64]:
    """First rows of the orthonormal DCT-II [coefficients, mels]."""
    bands = (np.arange(spec.mels) + 0.5) * np.pi / spec.mels
    basis = np.cos(np.arange(spec.coefficients)[:, None] * bands) * np.sqrt(2.0 / spec.mels)
    basis[0] /= np.sqrt(2.0)
    return np.asarray(basis)


def delta_kernel(width: int, order: int) -> NDArray[np.float64]:
    """Weights [width] whose weighted sum is the ``order``-th derivative (Savitzky and Golay, 1964).

    A polynomial of degree ``order`` is fitted to ``width`` frames by least squares.
    """
    positions = np.arange(width) - width // 2
    fit = np.linalg.pinv(np.vander(positions, order + 1, increasing=True).astype(float))
    return np.asarray(fit[order] * order)  # order! equals order for 1 and 2


def _mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(hz < 1000, hz * 3 / 200, 15 + 27 * np.log(np.maximum(hz, 1000) / 1000) / np.log(6.4))


def _hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mel < 15, mel * 200 / 3, 1000 * 6.4 ** ((np.maximum(mel, 15) - 15) / 27))
