"""Pitch and voice quality: how periodic a voice is, at which frequency, and its lowest harmonics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.seats import product, seated
from ser_desktop.features.spec import LOWEST_PITCH_HZ
from ser_desktop.features.spectrum import PowerSpectrum
from ser_desktop.results import Float32

_STEPS = 36  # points of the pitch grid in an octave, three to a semitone
_SHOWN = 3 * _STEPS  # points of the pitchgram: three octaves
_GRID = _SHOWN + 11  # and on to 606 Hz, so that a peak at 595 Hz still has a neighbour on either side
_FINER = 2  # lags a sample: the narrow peak of a high voice lies between samples
_OCTAVE_COST = 0.03  # what a candidate loses for each octave that it lies below the highest
_VOICED = 0.45  # Boersma's threshold of voicing
_HARMONICS = np.arange(1, 4, dtype=np.float32)[:, None]
_NEAR = np.arange(-2, 3)  # bins around a harmonic
_SCORE = 20  # frames that one product takes: a hop of 0.2 s
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
        fft_samples = 2 * frame_samples  # zeros after the frame: no lag wraps around
        self._bin_hz = rate_hz / fft_samples
        self._spectrum = PowerSpectrum(frame_samples, fft_samples)
        self._periods = _periods(rate_hz, frame_samples)
        self._reward = (_OCTAVE_COST * np.arange(_GRID) / _STEPS).astype(np.float32)
        self._class_bins, self._class_starts = _pitch_classes(self._bin_hz, frame_samples + 1)

    def hear(self, frames: Float32, first: int = 0) -> Periodicity:
        """Spectrum and autocorrelation of frames [n, frame], whose first is number ``first`` of its stream.

        The spectrum is overwritten by the next call.
        """
        power = self._spectrum.of(frames - frames.mean(1, keepdims=True))
        seats, place = seated(power, first, _SCORE)
        correlation = product(seats, self._periods, len(seats) // _SCORE)[place]
        salience = correlation[:, :_GRID] / np.maximum(correlation[:, _GRID:], _TINY)
        return Periodicity(power, np.asarray(salience, np.float32))

    def pitch(self, heard: Periodicity) -> Float32:
        """Pitch and voice quality [n, 5].

        Columns: octaves above 62.5 Hz, strength of the period (0 noise, 1 periodic), 1 where voiced,
        and level of the first harmonic over the second and over the third in bels (voice quality,
        Hanson 1997). The first and the last two are 0 where nothing is voiced.
        """
        octaves, strength = self._candidate(heard.salience)
        voiced = strength > _VOICED
        first, second, third = self._harmonics(heard.power, octaves)
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
        low, middle, high = (heard.salience[:, third:_SHOWN:3] for third in range(3))
        return np.asarray(np.maximum(np.maximum(low, middle), high))

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
        best = np.where(peaks, middle + self._reward[1:-1], np.float32(-np.inf)).argmax(1)
        frames = np.arange(len(salience))
        left, middle, right = (part[frames, best] for part in (left, middle, right))
        found = peaks[frames, best]
        bend = np.minimum(left - 2 * middle + right, -_TINY)
        offset = found * np.clip(0.5 * (left - right) / bend, -0.5, 0.5)
        octaves = (best + 1 + offset) / np.float32(_STEPS)
        return np.asarray(found * octaves, np.float32), np.asarray(found * middle, np.float32)

    def _harmonics(self, power: Float32, octaves: Float32) -> Float32:
        """Power [3, n] of the strongest bin near the pitch, its double and its triple."""
        multiples = _HARMONICS * (LOWEST_PITCH_HZ / self._bin_hz * 2**octaves)
        bins = np.rint(multiples).astype(np.intp)[:, :, None] + _NEAR
        return np.asarray(power[np.arange(len(power))[:, None], bins].max(2))


@lru_cache(maxsize=4)
def _periods(rate_hz: int, frame_samples: int) -> Float32:
    """Matrix [frame + 1, 120] from a power spectrum to the autocorrelation over the window's.

    At the periods of the grid, which lie between lags of half a sample, on the line from one to the next;
    and in the last column to the autocorrelation without a lag.
    """
    fft_samples = 2 * frame_samples
    lags = _FINER * rate_hz / (LOWEST_PITCH_HZ * 2 ** (np.arange(_GRID) / _STEPS))
    before = np.floor(lags)
    beyond = lags - before
    bins = np.arange(frame_samples + 1)[:, None]
    turn = 2 * np.pi * bins / (_FINER * fft_samples)
    at_periods = (1 - beyond) * np.cos(turn * before) + beyond * np.cos(turn * (before + 1))
    both_signs = np.where(bins, 2.0, 1.0) / (_FINER * fft_samples)  # of frequency
    basis = both_signs * np.column_stack([at_periods, np.ones_like(turn)])
    taper = PowerSpectrum(frame_samples, fft_samples).taper
    window = (np.abs(np.fft.rfft(taper, fft_samples)) ** 2) @ basis
    basis[:, :_GRID] /= np.maximum(window[:_GRID] / window[_GRID], 0.05)
    return np.asarray(basis, np.float32)


def _pitch_classes(bin_hz: float, count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Bins of the audible notes, class by class, and where each of the 12 classes begins."""
    bins_hz = np.arange(count) * bin_hz
    bins = np.flatnonzero((bins_hz > _CHROMA_HZ[0]) & (bins_hz < _CHROMA_HZ[1]))
    classes = np.rint(12 * np.log2(bins_hz[bins] / _A4_HZ)).astype(int) % 12
    order = np.argsort(classes, kind="stable")
    return bins[order], np.searchsorted(classes[order], np.arange(12))
