"""From frames to the fixed window that a network takes, and the history that windows are cut from."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.results import Float32

_COVERED_DB = np.float32(22)  # below the mean level of speech: what an ordinary room's noise covers
_NEPERS_PER_DB = np.float32(np.log(10) / 10)  # of power
_FADE_DB = 8.0  # from full trust in a frame's descriptors to none


class FrameHistory:
    """The last frames of a stream, addressed by absolute frame index.

    Keeps at least ``capacity`` frames; each append copies no more than it must.
    """

    def __init__(self, capacity: int, features: int) -> None:
        self._capacity = capacity
        self._rows = np.zeros((4 * capacity, features), np.float32)
        self._used = 0
        self._dropped = 0

    @property
    def end(self) -> int:
        """Index of the next frame to come."""
        return self._dropped + self._used

    def append(self, frames: Float32) -> None:
        """Take the next frames [n, F]."""
        for at in range(0, len(frames), self._capacity):
            self._append(frames[at : at + self._capacity])

    def _append(self, frames: Float32) -> None:
        if self._used + len(frames) > len(self._rows):
            surplus = self._used - self._capacity
            self._rows[: self._capacity] = self._rows[surplus : self._used]
            self._used = self._capacity
            self._dropped += surplus
        self._rows[self._used : self._used + len(frames)] = frames
        self._used += len(frames)

    def span(self, start: int, end: int) -> Float32:
        """Frames ``start`` to ``end`` (absolute, end exclusive), as far as they are still held."""
        first = max(start - self._dropped, 0)
        return self._rows[first : max(min(end, self.end) - self._dropped, first)]


def level_db(frames: Float32, spec: FeatureSpec) -> Float32:
    """Level [T] of each frame in dB.

    Of log-mel frames it is that of the bands' mean power, in which weak noise between the words is weak;
    of cepstra the mean of the bands' levels, read back from coefficient 0.
    """
    if spec.front == "log_mel":
        power = np.exp(frames[:, : spec.mels] * _NEPERS_PER_DB)  # a power of ten takes ten times as long
        return np.asarray(10 * np.log10(power.mean(1) + np.float32(1e-20)), np.float32)
    return np.asarray(frames[:, 0] / np.float32(np.sqrt(spec.mels)), np.float32)


def active(frames: Float32, spec: FeatureSpec) -> NDArray[np.bool_]:
    """Which frames [T] count as speech of this stretch: those close to its loudest."""
    return _loud(level_db(frames, spec), spec)


def _loud(levels_db: Float32, spec: FeatureSpec) -> NDArray[np.bool_]:
    return np.asarray(levels_db >= levels_db.max(initial=-np.inf) - spec.normaliser.active_db)


def normalise(frames: Float32, spec: FeatureSpec) -> Float32:
    """Centre and scale frames [T, F] as the spec's normaliser says."""
    frames = frames.copy()
    _normalise(frames, spec)
    return frames


def _normalise(frames: Float32, spec: FeatureSpec) -> None:
    """Centre and scale them in place."""
    normaliser = spec.normaliser
    if normaliser.kind == "none" or not len(frames):
        return
    if normaliser.kind == "utterance":
        spoken = active(frames, spec)
        mean, scale = frames[spoken].mean(0), frames[spoken].std(0) + np.float32(1e-3)
    else:
        levels_db = _level(frames, spec)
        mean, scale = _statistics(normaliser)
    frames -= mean
    frames /= scale
    if normaliser.kind == "speech":
        _fade(frames, levels_db, spec)


def levelled(frames: Float32, spec: FeatureSpec) -> Float32:
    """Make the level of frames [T, F] relative to that of their speech, where the normaliser says so."""
    frames = frames.copy()
    _level(frames, spec)
    return frames


@lru_cache(maxsize=4)
def _statistics(normaliser: Normaliser) -> tuple[Float32, Float32]:
    """Mean and scale [F] of the training clips."""
    return np.asarray(normaliser.mean, np.float32), np.asarray(normaliser.scale, np.float32)


def _level(frames: Float32, spec: FeatureSpec) -> Float32:
    """Make their level relative, in place; return the levels [T] that frames had, empty where none counts."""
    kind = spec.normaliser.kind
    if kind not in {"level", "speech"} or not len(frames):
        return frames[:0, 0]
    levels_db = level_db(frames, spec)
    spoken = _loud(levels_db, spec)
    for columns in spec.level_columns:
        part = frames[:, columns]
        part -= part[spoken].mean()
        if kind == "speech":
            np.maximum(part, -_COVERED_DB, out=part)
    return levels_db


def _fade(centred: Float32, levels_db: Float32, spec: FeatureSpec) -> None:
    """Take the descriptors of frames [T, F] to their mean, 0, where the frame is too weak to be trusted."""
    below_db = levels_db.max() - np.float32(spec.normaliser.active_db) - levels_db
    trust = np.clip(1 - below_db / np.float32(_FADE_DB), 0, 1)
    described = spec.front_features * (1 + spec.delta_order)
    centred[:, described:] *= trust[:, None]


def to_window(frames: Float32, spec: FeatureSpec, length: int) -> Float32:
    """Cut the network's input [length, F]: the last frames, normalised, zero rows where none came yet.

    Missing history stays exactly zero, which the network reads as absent: its attention never falls
    there.
    """
    window = np.zeros((length, spec.features), np.float32)
    heard = frames[-length:]
    recent = window[length - len(heard) :]
    recent[:] = heard
    _normalise(recent, spec)
    return window
