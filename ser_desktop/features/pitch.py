"""Pitch and voice quality: how periodic a voice is, at which frequency, and its lowest harmonics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import LOWEST_PITCH_HZ
from ser_desktop.results import Float32

_STEPS = 36  # points of the pitch grid in an octave, three to a semitone
_SHOWN = 3 * _STEPS  # points of the pitchgram: three octaves
_GRID = _SHOWN + 11  # and on to 606 Hz, so that a peak at 595 Hz still has a neighbour on either side
_FINER = 2  # lags a sample: the narrow peak of a high voice lies between samples
_OCTAVE_COST = 0.03  # what a candidate loses for each octave that it lies below the highest
_VOICED = 0.45  # Boersma's threshold of voicing
_CHROMA_HZ = (60.0, 5_000.0)
_A4_HZ = 440.0
_TINY = np.float32(1e-30)
_QUIETEST = np.float32(1e-10)  # part of a frame's power below which nothing is told apart: -100 dB


@dataclass(frozen=True)
class Periodicity:
    """What the descriptors of pitch share.

    Attributes
    ----------
    power
        Power spectrum [n, frame + 1] of the frames without their mean, a bin every quarter of ``1 / length``.
    salience
        Normalised autocorrelation [n, 119] at the periods of a grid of frequencies, 36 to an octave.
    """

    power: Float32
    salience: Float32


class Pitch:
    """Pitch by the autocorrelation of a frame over that of its window (Boersma, 1993).

    Frames here are twice as long as the spectral ones, so that the lowest pitch, 62.5 Hz, has four
    periods in 64 ms.
    """

    def __init__(self, rate_hz: int, frame_samples: int) -> None:
        self._fft_samples = 2 * frame_samples  # zeros after the frame: no lag wraps around
        self._bin_hz = rate_hz / self._fft_samples
        self._taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(frame_samples) / frame_samples)
        lags = _FINER * rate_hz / (LOWEST_PITCH_HZ * 2 ** (np.arange(_GRID) / _STEPS))
        self._lag = np.floor(lags).astype(int)
        self._beyond = (lags - self._lag).astype(np.float32)
        spectrum = np.abs(np.fft.rfft(self._taper, self._fft_samples)) ** 2
        window = np.fft.irfft(spectrum, _FINER * self._fft_samples)[None].astype(np.float32)
        self._window = np.maximum(self._at_periods(window / window[:, :1]), np.float32(0.05))
        self._reward = (_OCTAVE_COST * np.arange(_GRID) / _STEPS).astype(np.float32)
        self._class_bins, self._class_starts = _pitch_classes(self._bin_hz, frame_samples + 1)

    def hear(self, frames: Float32) -> Periodicity:
        """Spectrum and autocorrelation of frames [n, frame]."""
        centred = (frames - frames.mean(1, keepdims=True)) * self._taper
        spectrum = np.fft.rfft(centred, self._fft_samples, axis=1).astype(np.complex64)
        power = spectrum.real**2 + spectrum.imag**2
        correlation = np.fft.irfft(power.astype(np.complex64), _FINER * self._fft_samples, axis=1)
        shares = np.asarray(correlation / np.maximum(correlation[:, :1], _TINY), np.float32)
        return Periodicity(power, np.asarray(self._at_periods(shares) / self._window, np.float32))

    def pitch(self, heard: Periodicity) -> Float32:
        """Pitch and voice quality [n, 5].

        Columns: octaves above 62.5 Hz, strength of the period (0 noise, 1 periodic), 1 where voiced,
        and level of the first harmonic over the second and over the third in bels (voice quality,
        Hanson 1997). The first and the last two are 0 where nothing is voiced.
        """
        octaves, strength = self._candidate(heard.salience)
        voiced = strength > _VOICED
        first, second, third = (self._harmonic(heard.power, octaves, number) for number in (1, 2, 3))
        floor = np.maximum(_QUIETEST * heard.power.max(1), _TINY)
        columns = [
            voiced * octaves,
            strength,
            voiced,
            voiced * np.log10((first + floor) / (second + floor)),
            voiced * np.log10((first + floor) / (third + floor)),
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def pitchgram(self, heard: Periodicity) -> Float32:
        """Strength [n, 36] of each semitone's period from 62.5 Hz up, three octaves: 0 noise, 1 periodic."""
        semitones = heard.salience[:, :_SHOWN].reshape(len(heard.salience), 36, -1)
        return np.asarray(semitones.max(2))

    def chroma(self, heard: Periodicity) -> Float32:
        """Power [n, 12] in each pitch class (A first) from 60 Hz to 5 kHz, the strongest at 1."""
        classes = np.add.reduceat(heard.power[:, self._class_bins], self._class_starts, axis=1)
        return np.asarray(classes / np.maximum(classes.max(1, keepdims=True), _TINY))

    def _candidate(self, salience: Float32) -> tuple[Float32, Float32]:
        """Octaves above the lowest pitch [n] and strength [n] of each frame's best peak; 0 without one.

        Peaks only: rumble and low-passed noise, whose salience just rises toward short periods, have
        no pitch. Between points of the grid the peak is a parabola's.
        """
        left, middle, right = salience[:, :-2], salience[:, 1:-1], salience[:, 2:]
        peaks = (middle >= left) & (middle > right)
        best = np.where(peaks, middle + self._reward[1:-1], np.float32(-np.inf)).argmax(1)[:, None]
        left, middle, right = (np.take_along_axis(part, best, axis=1)[:, 0] for part in (left, middle, right))
        found = np.take_along_axis(peaks, best, axis=1)[:, 0]
        bend = np.minimum(left - 2 * middle + right, -_TINY)
        offset = found * np.clip(0.5 * (left - right) / bend, -0.5, 0.5)
        octaves = (best[:, 0] + 1 + offset) / np.float32(_STEPS)
        return np.asarray(found * octaves, np.float32), np.asarray(found * middle, np.float32)

    def _at_periods(self, correlation: Float32) -> Float32:
        """Autocorrelation [n, lags] at the grid's periods, which lie between lags."""
        here, after = correlation[:, self._lag], correlation[:, self._lag + 1]
        return np.asarray(here + self._beyond * (after - here), np.float32)

    def _harmonic(self, power: Float32, octaves: Float32, number: int) -> Float32:
        """Power [n] of the strongest bin near a multiple of the pitch."""
        middle = np.rint(number * LOWEST_PITCH_HZ * 2**octaves / self._bin_hz).astype(int)
        bins = middle[:, None] + np.arange(-2, 3)
        return np.asarray(np.take_along_axis(power, bins, axis=1).max(1))


def _pitch_classes(bin_hz: float, count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Bins of the audible notes, class by class, and where each of the 12 classes begins."""
    bins_hz = np.arange(count) * bin_hz
    bins = np.flatnonzero((bins_hz > _CHROMA_HZ[0]) & (bins_hz < _CHROMA_HZ[1]))
    classes = np.rint(12 * np.log2(bins_hz[bins] / _A4_HZ)).astype(int) % 12
    order = np.argsort(classes, kind="stable")
    return bins[order], np.searchsorted(classes[order], np.arange(12))
