"""From frames to the fixed window that a network takes, and the history that windows are cut from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.results import Float32

_COVERED_DB = np.float32(22)  # below the mean level of speech: what an ordinary room's noise covers
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
        power = 10 ** (frames[:, : spec.mels] / np.float32(10))
        return np.asarray(10 * np.log10(power.mean(1) + np.float32(1e-20)), np.float32)
    return np.asarray(frames[:, 0] / np.float32(np.sqrt(spec.mels)), np.float32)


def active(frames: Float32, spec: FeatureSpec) -> NDArray[np.bool_]:
    """Which frames [T] count as speech of this stretch: those close to its loudest."""
    levels = level_db(frames, spec)
    return np.asarray(levels >= levels.max(initial=-np.inf) - spec.normaliser.active_db)


def normalise(frames: Float32, spec: FeatureSpec) -> Float32:
    """Centre and scale frames [T, F] as the spec's normaliser says."""
    normaliser = spec.normaliser
    if normaliser.kind == "none" or not len(frames):
        return frames
    if normaliser.kind == "utterance":
        spoken = active(frames, spec)
        mean, scale = frames[spoken].mean(0), frames[spoken].std(0) + np.float32(1e-3)
        return np.asarray((frames - mean) / scale, np.float32)
    mean, scale = (np.asarray(values, np.float32) for values in (normaliser.mean, normaliser.scale))
    centred = np.asarray((levelled(frames, spec) - mean) / scale, np.float32)
    return _faded(centred, frames, spec) if normaliser.kind == "speech" else centred


def levelled(frames: Float32, spec: FeatureSpec) -> Float32:
    """Make the level of frames [T, F] relative to that of their speech, where the normaliser says so."""
    kind = spec.normaliser.kind
    if kind not in {"level", "speech"} or not len(frames):
        return frames
    spoken = active(frames, spec)
    frames = frames.copy()
    for columns in spec.level_columns:
        frames[:, columns] -= frames[spoken, columns].mean()
        if kind == "speech":
            np.maximum(frames[:, columns], -_COVERED_DB, out=frames[:, columns])
    return frames


def _faded(centred: Float32, frames: Float32, spec: FeatureSpec) -> Float32:
    """Take the descriptors of frames [T, F] to their mean, 0, where the frame is too weak to be trusted."""
    levels = level_db(frames, spec)
    below_db = levels.max() - np.float32(spec.normaliser.active_db) - levels
    trust = np.clip(1 - below_db / np.float32(_FADE_DB), 0, 1)
    described = spec.front_features * (1 + spec.delta_order)
    centred[:, described:] *= trust[:, None]
    return centred


def to_window(frames: Float32, spec: FeatureSpec, length: int) -> Float32:
    """Cut the network's input [length, F]: the last frames, normalised, zero rows where none came yet.

    Missing history stays exactly zero, which the network reads as absent: its attention never falls
    there.
    """
    window = np.zeros((length, spec.features), np.float32)
    recent = normalise(frames[-length:], spec)
    if len(recent):
        window[-len(recent) :] = recent
    return window
