"""From clips' features to the windows that a network learns from.

Live, a window holds what was said since the utterance began, at most its own length. Training draws
the same: a clip up to some moment, so the network meets beginnings as often as whole sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.features.windows import level_db, to_window
from ser_desktop.results import Float32
from ser_desktop.training.extract import Heard

_EVALUATION_STEP_S = 0.4
_SHORTEST_S = 0.8
_SPOKEN_DB = 20.0  # below a clip's loudest; other people at the next table lie below that
_TOGETHER = 5  # frames
_ELSEWHERE = 0.5  # share of windows that are a variant's; more costs accuracy on clips as they were recorded


@dataclass(frozen=True)
class Example:
    """A clip ready for training: features [T, F] of it and of its variants, cut to the speech; its origin."""

    features: Heard
    target: int
    corpus: str
    speaker: str
    sex: str


def speech_span(frames: Float32, spec: FeatureSpec, margin_s: float = 0.15) -> tuple[int, int]:
    """First and last frame (exclusive) of what is said, with a margin; by level, relative to the loudest.

    The level is that of some frames together, so that people far behind the speaker do not open a clip.
    """
    together = np.ones(min(_TOGETHER, len(frames)))
    power = np.convolve(10 ** (level_db(frames, spec) / 10), together, "same")
    loud = np.flatnonzero(power >= power.max() * 10 ** (-_SPOKEN_DB / 10))
    margin = spec.frames(margin_s)
    return max(0, int(loud[0]) - margin), min(len(frames), int(loud[-1]) + 1 + margin)


def cut_to_speech(heard: Heard, spec: FeatureSpec) -> Heard:
    """Cut a clip and its variants, which may be faster or slower, to the span of the clip's own speech."""
    start, end = speech_span(np.asarray(heard[0], np.float32), spec)
    paces = (len(frames) / len(heard[0]) for frames in heard)
    return tuple(
        frames[round(start * pace) : max(round(end * pace), round(start * pace) + 1)]
        for frames, pace in zip(heard, paces, strict=True)
    )


def random_window(example: Example, spec: FeatureSpec, length: int, rng: Generator) -> Float32:
    """Draw one window [length, F] of the clip or of a variant, from near its beginning to a random moment."""
    plain, *variants = example.features
    heard = variants[rng.integers(len(variants))] if variants and rng.random() < _ELSEWHERE else plain
    shortest = min(len(heard), spec.frames(_SHORTEST_S))
    end = int(rng.integers(shortest, len(heard) + 1)) if rng.random() < 0.5 else len(heard)
    late = int(rng.integers(0, max(1, min(spec.frames(0.3), end - shortest) + 1)))
    return to_window(np.asarray(heard[max(late, end - length) : end], np.float32), spec, length)


def evaluation_windows(frames: Float32, spec: FeatureSpec, length: int) -> Float32:
    """Windows [K, length, F] of one clip that judge it: full ones every 0.4 s and the last; or all of it."""
    ends = [*range(length, len(frames), spec.frames(_EVALUATION_STEP_S)), len(frames)]
    return np.stack([to_window(frames[:end], spec, length) for end in ends])


def sampling_weights(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Probability [N] of drawing each clip, so that classes are balanced and no corpus rules one.

    Each class has the same share; within a class a corpus weighs as the square root of its number of
    speakers there; within a corpus and class, clips are alike.
    """
    cells: dict[tuple[int, str], list[int]] = {}
    for index, example in enumerate(examples):
        cells.setdefault((example.target, example.corpus), []).append(index)
    weights = np.zeros(len(examples))
    for members in cells.values():
        speakers = len({examples[index].speaker for index in members})
        weights[members] = np.sqrt(speakers) / len(members)
    targets = np.array([example.target for example in examples])
    for target in np.unique(targets):
        weights[targets == target] /= weights[targets == target].sum()
    return np.asarray(weights / weights.sum())
