"""Streaming MFCC: any chunks in, each frame computed once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.results import Float32

_BLOCK_FRAMES = 512  # frames transformed at a time: bounds memory for long files
_LOUDEST = np.float32(1e10)  # beyond any unit in use; far beyond it squares overflow


class StreamingMfcc:
    """Turns a stream of samples into frames of features.

    Pushing a clip whole, or in any chunks, gives the same frames: frame ``k`` covers samples
    ``k * hop`` to ``k * hop + frame`` and is computed when its last sample (and, for deltas, the
    frames that they look ahead to) has come.

    Examples
    --------
    >>> mfcc = StreamingMfcc(FeatureSpec())
    >>> mfcc.push(np.zeros(16_000, np.float32)).shape
    (93, 90)
    >>> mfcc.flush().shape
    (4, 90)
    """

    def __init__(self, spec: FeatureSpec) -> None:
        self._spec = spec
        taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(spec.frame_samples) / spec.frame_samples)
        self._taper = taper  # double, as in librosa: a single-precision FFT is off by up to 1e-3
        self._mel = mel_basis(spec).T.astype(np.float32)
        self._dct = dct_basis(spec).T
        self._deltas = [delta_kernel(spec.delta_width, order) for order in range(1, spec.delta_order + 1)]
        self.reset()

    def reset(self) -> None:
        """Forget everything heard; the next sample pushed is sample 0."""
        self._samples = np.zeros(0, np.float32)
        self._static = np.zeros((0, self._spec.coefficients), np.float32)

    def push(self, samples: Float32) -> Float32:
        """Take the next samples [n], n >= 0, and return the frames [k, F] that they completed.

        Samples that are no sound count as silence, see :func:`only_sound`.
        """
        self._samples = np.concatenate([self._samples, only_sound(samples)])
        spec = self._spec
        count = max(0, (len(self._samples) - spec.frame_samples) // spec.hop_samples + 1)
        if count == 0:
            return self._with_deltas(self._static[:0])
        frames = np.lib.stride_tricks.sliding_window_view(self._samples, spec.frame_samples)
        frames = frames[: count * spec.hop_samples : spec.hop_samples]
        static = [self._cepstra(frames[at : at + _BLOCK_FRAMES]) for at in range(0, count, _BLOCK_FRAMES)]
        self._samples = self._samples[count * spec.hop_samples :].copy()
        return self._with_deltas(np.concatenate(static))

    def flush(self) -> Float32:
        """End of the stream: return the frames [k, F] still waiting for a future; then :meth:`reset`.

        The missing future is the last frame repeated. Samples that fill no whole frame are dropped.
        """
        ahead = self._spec.delay_frames
        last = np.repeat(self._static[-1:], ahead, axis=0)
        frames = self._with_deltas(last)
        self.reset()
        return frames

    def _cepstra(self, frames: Float32) -> Float32:
        spectrum = np.fft.rfft(frames * self._taper, axis=1).astype(np.complex64)
        power = spectrum.real**2 + spectrum.imag**2
        level_db = 10.0 * np.log10(np.maximum(power @ self._mel, np.float32(self._spec.floor)))
        return (level_db @ self._dct).astype(np.float32)

    def _with_deltas(self, new: Float32) -> Float32:
        """Append deltas; keep the ``2 * ahead`` static frames that the next ones need."""
        ahead = self._spec.delay_frames
        if not ahead:
            return new
        if not len(self._static) and len(new):
            self._static = np.repeat(new[:1], ahead, axis=0)
        self._static = np.concatenate([self._static, new])
        ready = max(0, len(self._static) - 2 * ahead)
        static = self._static
        columns = [static[ahead : ahead + ready]]
        for kernel in self._deltas:
            total = np.zeros((ready, static.shape[1]), np.float32)
            for offset, weight in enumerate(kernel):
                total += np.float32(weight) * static[offset : offset + ready]
            columns.append(total)
        self._static = static[ready:]
        return np.concatenate(columns, axis=1)


def clip_features(samples: Float32, spec: FeatureSpec) -> Float32:
    """Features [T, F] of a whole clip [n] at the spec's rate, through the streaming code."""
    mfcc = StreamingMfcc(spec)
    return np.concatenate([mfcc.push(samples), mfcc.flush()])


def only_sound(samples: Float32) -> Float32:
    """Return samples [n] with silence for not-a-number, infinite and absurdly large ones.

    A broken driver or file sends such; one of them must not poison a frame, nor a filter's memory.
    """
    return np.where(np.abs(samples) < _LOUDEST, samples, np.float32(0)).astype(np.float32, copy=False)


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
