"""Streaming features: any chunks in, each frame computed once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from ser_desktop.features.descriptors import Spectral, rms, zero_crossings
from ser_desktop.features.mfcc import MelFront, delta_kernel
from ser_desktop.features.pitch import Pitch
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.spectrum import PowerSpectrum
from ser_desktop.results import Float32

_BLOCK_FRAMES = 100  # transformed at a time: memory that a processor has at hand


class StreamingFeatures:
    """Turns a stream of samples into frames of features.

    Pushing a clip whole, or in any chunks, gives the same frames: frame ``k`` covers samples
    ``k * hop`` to ``k * hop + frame`` and is computed when its last sample (with descriptors of pitch,
    ``margin_samples`` later; for deltas, with the frames that they look ahead to) has come.

    Examples
    --------
    >>> features = StreamingFeatures(FeatureSpec(descriptors=("pitch",)))
    >>> features.push(np.zeros(16_000, np.float32)).shape
    (92, 95)
    >>> features.flush().shape
    (5, 95)
    """

    def __init__(self, spec: FeatureSpec) -> None:
        self._spec = spec
        self._columns = FrameColumns(spec)
        self._deltas = [delta_kernel(spec.delta_width, order) for order in range(1, spec.delta_order + 1)]
        self.reset()

    def reset(self) -> None:
        """Forget everything heard; the next sample pushed is sample 0."""
        self._samples = np.zeros(self._spec.margin_samples, np.float32)
        self._heard_samples = 0
        self._columns.reset()
        self._waiting = np.zeros((0, self._spec.static_features), np.float32)

    def push(self, samples: Float32) -> Float32:
        """Take the next samples [n], n >= 0, all of them numbers; return the frames [k, F] they completed."""
        self._heard_samples += len(samples)
        return self._with_deltas(self._complete(samples))

    def push_each(self, blocks: Float32) -> list[Float32]:
        """Take blocks [b, n] that follow each other; return the frames [k, F] that each completed.

        They are what so many pushes give, computed together.
        """
        ends = self._heard_samples + blocks.shape[1] * np.arange(len(blocks))
        counts = [self._ready(int(end)) - self._ready(self._heard_samples) for end in ends]
        return np.split(self.push(blocks.reshape(-1)), counts)[1:]

    def _ready(self, heard_samples: int) -> int:
        """How many frames so many samples have completed."""
        spec = self._spec
        columns = (heard_samples - spec.frame_samples - spec.margin_samples) // spec.hop_samples + 1
        return max(0, columns - spec.delay_frames)

    def flush(self) -> Float32:
        """End of the stream: return the frames [k, F] still waiting for a future; then :meth:`reset`.

        The missing future is silence, and for deltas the last frame repeated. Samples that fill no whole
        frame are dropped.
        """
        new = self._complete(np.zeros(self._spec.margin_samples, np.float32))
        last = np.repeat(np.concatenate([self._waiting, new])[-1:], self._spec.delay_frames, axis=0)
        frames = self._with_deltas(np.concatenate([new, last]))
        self.reset()
        return frames

    def _complete(self, samples: Float32) -> Float32:
        """Columns [k, S] of the frames that these samples [n] complete."""
        spec = self._spec
        self._samples = np.concatenate([self._samples, samples])
        length = spec.frame_samples + 2 * spec.margin_samples
        count = max(0, (len(self._samples) - length) // spec.hop_samples + 1)
        if count == 0:
            return self._waiting[:0]
        frames = _overlapping(self._samples, count, length, spec.hop_samples)
        self._samples = self._samples[count * spec.hop_samples :].copy()
        blocks = [
            self._columns.compute(frames[at : at + _BLOCK_FRAMES]) for at in range(0, count, _BLOCK_FRAMES)
        ]
        return blocks[0] if len(blocks) == 1 else np.concatenate(blocks)

    def _with_deltas(self, new: Float32) -> Float32:
        """Put deltas behind the front end; keep the ``2 * ahead`` frames that the next ones need."""
        ahead = self._spec.delay_frames
        if not ahead:
            return new
        if not len(self._waiting) and len(new):
            self._waiting = np.repeat(new[:1], ahead, axis=0)
        waiting = np.concatenate([self._waiting, new])
        ready = max(0, len(waiting) - 2 * ahead)
        self._waiting = waiting[ready:]
        front, beside = np.split(waiting, [self._spec.front_features], axis=1)
        columns = [front[ahead : ahead + ready]]
        for kernel in self._deltas:
            total = np.zeros((ready, front.shape[1]), np.float32)
            for offset, weight in enumerate(kernel):
                total += np.float32(weight) * front[offset : offset + ready]
            columns.append(total)
        return np.concatenate([*columns, beside[ahead : ahead + ready]], axis=1)


def _overlapping(samples: Float32, count: int, length: int, hop: int) -> Float32:
    """Look at samples [n], which lie together, as frames [count, length] that begin ``hop`` apart.

    NumPy's own function for it takes as long as the transform of a few frames.
    """
    step = samples.itemsize
    return np.ndarray((count, length), samples.dtype, samples, strides=(hop * step, step))


class FrameColumns:
    """Front end and descriptors of frames that follow each other, each computed from its own samples.

    Only the spectral flux looks back, by one frame; the first frame after a reset has none.
    """

    def __init__(self, spec: FeatureSpec) -> None:
        self._spec = spec
        length = spec.frame_samples
        self._spectrum = PowerSpectrum(length, length)
        self._front = MelFront(spec)
        self._spectral = Spectral(spec.rate_hz, length)
        self._pitch = Pitch(spec.rate_hz, length + 2 * spec.margin_samples)
        self.reset()

    def reset(self) -> None:
        """Forget the frame before; the next one is frame 0."""
        self._before: Float32 | None = None
        # Frames are numbered by the hop that completes them: those of a block then begin a score.
        self._number = (self._spec.frame_samples + self._spec.margin_samples - 1) // self._spec.hop_samples

    def compute(self, samples: Float32) -> Float32:
        """Describe the next frames, samples [n, margin + frame + margin], without deltas [n, S]."""
        spec = self._spec
        frames = samples[:, spec.margin_samples :][:, : spec.frame_samples]
        power = self._spectrum.of(frames)
        front = self._front.compute(power)
        if not spec.descriptors:
            return front
        before, self._before = power[:1] if self._before is None else self._before, power[-1:].copy()
        describe = self._describers(samples, frames, power, before)
        beside = [describe[name]().reshape(len(samples), -1) for name in spec.descriptors]
        self._number += len(samples)
        return np.concatenate([front, *beside], axis=1)

    def _describers(
        self, samples: Float32, frames: Float32, power: Float32, before: Float32
    ) -> dict[str, Callable[[], Float32]]:
        """Each descriptor by its name; those of pitch share one autocorrelation."""
        spectral, pitch = self._spectral, self._pitch
        heard = cache(lambda: pitch.hear(samples, self._number))
        return {
            "centroid": lambda: spectral.centroid(power),
            "contrast": lambda: spectral.contrast(power),
            "bandwidth": lambda: spectral.bandwidth(power),
            "rolloff": lambda: spectral.rolloff(power),
            "zero_crossings": lambda: zero_crossings(frames),
            "rms": lambda: rms(frames, self._spec.floor),
            "shape": lambda: spectral.shape(power, before, frames),
            "pitch": lambda: pitch.pitch(heard()),
            "pitchgram": lambda: pitch.pitchgram(heard()),
            "chroma": lambda: pitch.chroma(heard()),
        }


def clip_features(samples: Float32, spec: FeatureSpec) -> Float32:
    """Features [T, F] of a whole clip [n] at the spec's rate, through the streaming code."""
    stream = StreamingFeatures(spec)
    return np.concatenate([stream.push(samples), stream.flush()])
