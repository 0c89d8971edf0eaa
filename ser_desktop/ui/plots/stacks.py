"""Answers as stacked areas, and attention, over any time, with no more work than pixels. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ser_desktop.results import Course, Float32, Float64

_BROKEN_HOPS = 1.5  # answers further apart than this have a pause between them


@dataclass(frozen=True)
class Stack:
    """Answers without a pause between them: times [n] in seconds, and the edges [n, C + 1] of the areas.

    Edge 0 is 0 and edge C is 1; between edges c and c + 1 lies the share of label c.
    """

    times_s: Float64
    edges: Float64


def stacks(course: Course, start_s: float, end_s: float, hop_s: float) -> list[Stack]:
    """Return the answers between two seconds, each as it is: for a view in which a pixel is less than a hop.

    Each run begins a hop before its first answer, since an answer is about what was said until then.
    """
    first = max(0, int(np.searchsorted(course.times_s, start_s)) - 1)
    last = min(len(course), int(np.searchsorted(course.times_s, end_s + hop_s)) + 1)
    if last <= first:
        return []
    times_s = course.times_s[first:last]
    edges = _edges(course.probabilities[first:last])
    breaks = np.flatnonzero(np.diff(times_s) > _BROKEN_HOPS * hop_s) + 1
    return [
        Stack(np.concatenate([[run_s[0] - hop_s], run_s]), np.concatenate([run[:1], run]))
        for run_s, run in zip(np.split(times_s, breaks), np.split(edges, breaks), strict=True)
    ]


def pixels(
    course: Course, start_s: float, end_s: float, width: int, height: int, hop_s: float
) -> NDArray[np.uint8]:
    """Return which label is at which pixel [height, width], from the top; C where nobody spoke.

    For a view from afar: a pixel's column shows the mean of all answers about its time, however many.
    """
    bounds_s = np.linspace(start_s, end_s, width + 1)
    first = np.searchsorted(course.times_s, bounds_s[:-1], side="right")
    last = np.searchsorted(course.times_s, bounds_s[1:] + hop_s, side="left")
    spoken = last > first
    edges = _edges(course.probabilities)
    sums = np.concatenate([np.zeros((1, edges.shape[1])), np.cumsum(edges, axis=0)])
    means = (sums[last] - sums[first]) / np.maximum(last - first, 1)[:, None]
    heights = (np.arange(height, 0, -1) - 0.5) / height
    found = np.zeros((height, width), np.uint8)
    for edge in means.T[1:-1]:
        found += heights[:, None] > edge
    found[:, ~spoken] = len(course.labels)
    return found


def attention_between(course: Course, times_s: Float64, width_s: float) -> Float32:
    """Return the greatest attention [n] within ``width_s`` from each of these times [n] on; 0 for none."""
    kept = len(course.attention)
    found = np.zeros(len(times_s), np.float32)
    if not kept or not len(times_s):
        return found
    first = np.floor(times_s / course.attention_step_s + 1e-6).astype(int)
    inside = (first >= 0) & (first < kept)
    wide = max(1, round(width_s / course.attention_step_s))
    ends = np.minimum(first[inside] + wide, kept)
    pairs = np.stack([first[inside], ends], axis=1).ravel()
    if len(pairs):
        padded = np.concatenate([course.attention, np.zeros(1, np.float32)])  # an end may be the array's
        found[inside] = np.maximum.reduceat(padded, pairs)[::2]
    return found


def _edges(shares: Float32) -> Float64:
    """Return the edges [n, C + 1] of stacked shares [n, C]."""
    sums = np.cumsum(shares, axis=1, dtype=np.float64)
    edges = np.concatenate([np.zeros((len(shares), 1)), sums], axis=1)
    return np.asarray(edges / edges[:, -1:], np.float64)
