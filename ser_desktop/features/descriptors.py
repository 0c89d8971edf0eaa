"""Descriptors of a frame's spectrum and waveform, beside its cepstrum."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ser_desktop.results import Float32

_TINY = np.float32(1e-30)  # keeps digital silence from being divided by
_QUIETEST = np.float32(1e-10)  # part of a frame's power below which nothing is told apart: -100 dB
_OCTAVES_HZ = (0, 200, 400, 800, 1_600, 3_200, 6_400)
_EXTREMES = 0.02  # share of a band's bins that make its peak and its valley


class Spectral:
    """Descriptors of power spectra [n, frame/2 + 1], frame by frame; none of them depends on level.

    The single ones are librosa's of the same name, of the magnitude spectrum. :meth:`shape` is a group,
    of the power spectrum, its columns scaled to the order of 1. Digital silence gives zeros.
    """

    def __init__(self, rate_hz: int, frame_samples: int) -> None:
        bins_hz = np.asarray(np.arange(frame_samples // 2 + 1) * (rate_hz / frame_samples), np.float64)
        self._bins_khz = (bins_hz / 1000).astype(np.float32)
        self._octaves = _octave_bands(bins_hz)
        edges = np.searchsorted(bins_hz, [50, 500, 1_000, 1_500, 2_000, 5_000])
        self._50, self._500, self._1000, self._1500, self._2000, self._5000 = (int(edge) for edge in edges)

    def centroid(self, power: Float32) -> Float32:
        """Centre of the magnitude spectrum [n] in kHz (``librosa.feature.spectral_centroid``)."""
        return self._centre_khz(_shares(np.sqrt(power)))

    def bandwidth(self, power: Float32) -> Float32:
        """Deviation of the magnitude spectrum [n] in kHz (``librosa.feature.spectral_bandwidth``)."""
        shares = _shares(np.sqrt(power))
        return self._deviation_khz(shares, self._centre_khz(shares))

    def rolloff(self, power: Float32) -> Float32:
        """Where 85 % of the magnitude lie below [n], in kHz (``librosa.feature.spectral_rolloff``)."""
        return self._rolloff_khz(np.cumsum(np.sqrt(power), axis=1), 0.85)

    def contrast(self, power: Float32) -> Float32:
        """Peak over valley [n], mean over octave bands, in dB (Jiang et al., 2002).

        Peak and valley of a band are the mean of its largest and smallest 2 % of magnitudes; the dB are
        those of ``librosa.feature.spectral_contrast``: ten times the logarithm of a magnitude. No valley is
        lower than 100 dB below the frame's strongest bin: a codec's empty band says nothing of the voice.
        """
        magnitude = np.sqrt(np.maximum(power, _QUIETEST * power.max(1, keepdims=True) + _TINY))
        total = np.zeros(len(power), np.float32)
        for band, count in self._octaves:
            ordered = np.sort(magnitude[:, band], axis=1)
            total += np.log10(ordered[:, -count:].mean(1) / ordered[:, :count].mean(1))
        return np.asarray(10 * total / len(self._octaves), np.float32)

    def shape(self, power: Float32, before: Float32, frames: Float32) -> Float32:
        """Spectral shape [n, 12] of the power spectrum.

        Columns: centroid, bandwidth and roll-off at 25, 50, 75 and 90 % in kHz; flatness (geometric over
        arithmetic mean) in nepers; flux (Euclidean distance of the normalised spectrum from that of the
        frame ``before`` [1, bins]) times 5; alpha ratio (50 Hz - 1 kHz over 1 - 5 kHz), Hammarberg index
        (peak below 2 kHz over peak of 2 - 5 kHz, Hammarberg et al., 1980) and low slope (0 - 500 Hz over
        500 - 1500 Hz) in bels; zero crossings a sample of the ``frames`` [n, frame], times 10.
        """
        shares = _shares(power)
        centre_khz = self._centre_khz(shares)
        below = np.cumsum(shares, axis=1)
        change = np.empty_like(shares)
        np.subtract(shares[:1], _shares(before), out=change[:1])
        np.subtract(shares[1:], shares[:-1], out=change[1:])
        columns = [
            centre_khz,
            self._deviation_khz(shares, centre_khz),
            *(self._rolloff_khz(below, part) for part in (0.25, 0.5, 0.75, 0.9)),
            np.log(shares + _QUIETEST).mean(1) - np.log(shares.mean(1) + _QUIETEST),
            5 * np.sqrt(np.vecdot(change, change)),
            _bels(shares[:, self._50 : self._1000].sum(1), shares[:, self._1000 : self._5000].sum(1)),
            _bels(shares[:, : self._2000].max(1), shares[:, self._2000 : self._5000].max(1)),
            _bels(shares[:, : self._500].sum(1), shares[:, self._500 : self._1500].sum(1)),
            10 * zero_crossings(frames),
        ]
        return np.stack(columns, axis=1).astype(np.float32, copy=False)

    def _centre_khz(self, shares: Float32) -> Float32:
        return np.asarray(np.vecdot(shares, self._bins_khz))

    def _deviation_khz(self, shares: Float32, centre_khz: Float32) -> Float32:
        squared = np.square(self._bins_khz - centre_khz[:, None])
        return np.asarray(np.sqrt(np.vecdot(shares, squared)))

    def _rolloff_khz(self, below: Float32, part: float) -> Float32:
        reached = _count(below < np.float32(part) * below[:, -1:])
        return np.asarray(self._bins_khz[reached], np.float32)


def zero_crossings(frames: Float32) -> Float32:
    """Count changes of sign a sample [n] in frames [n, frame] (``librosa.feature.zero_crossing_rate``)."""
    negative = frames < 0
    changes = _count(negative[:, 1:] != negative[:, :-1])
    return np.asarray(changes / frames.shape[1], np.float32)


def rms(frames: Float32, floor: float) -> Float32:
    """Level [n] of frames [n, frame] in dB, not below that of the mean power ``floor``."""
    return np.asarray(10 * np.log10(np.maximum((frames**2).mean(1), np.float32(floor))), np.float32)


def _count(true: NDArray[np.bool_]) -> NDArray[np.intp]:
    """How many [n] are true in each row [n, m]; eight are a byte, whose bits are counted at once."""
    return np.asarray(np.bitwise_count(np.packbits(true, axis=1)).sum(axis=1), np.intp)


def _shares(spectra: Float32) -> Float32:
    """Spectra [n, bins] whose sum is 1; all 0 in digital silence."""
    return np.asarray(spectra / np.maximum(spectra.sum(1, keepdims=True), _TINY))


def _bels(over: Float32, under: Float32) -> Float32:
    return np.asarray(np.log10((over + _QUIETEST) / (under + _QUIETEST)))


def _octave_bands(bins_hz: NDArray[np.float64]) -> list[tuple[slice, int]]:
    """Bins of each octave, and how many of them make an extreme; librosa's edges to the bin."""
    lows_hz = [low for low in _OCTAVES_HZ if low < bins_hz[-1]]
    starts = np.maximum(np.searchsorted(bins_hz, lows_hz) - 1, 0).tolist()
    ends = [*np.searchsorted(bins_hz, lows_hz[1:], side="right").tolist(), len(bins_hz)]
    counts = [max(1, round(_EXTREMES * (end - start))) for start, end in zip(starts, ends, strict=True)]
    lasts = [*(end - 1 for end in ends[:-1]), len(bins_hz)]  # the upper edge belongs to the next band
    return [(slice(*band), count) for *band, count in zip(starts, lasts, counts, strict=True)]
