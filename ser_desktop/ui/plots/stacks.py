"""Answers as stacked areas, and attention, over any time, in no more points than pixels. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ser_desktop.results import Course, Float32, Float64

_BROKEN_HOPS = 1.5  # answers further apart than this have a pause between them


@dataclass(frozen=True)
class Stack:
    """Answers without a pause between them: times [n] in seconds, and the edges [n, C + 1] of the areas.

    Edge 0 is 0 and edge C is 1; between edges c and c + 1 lies the share of label c.
    """

    times_s: Float64
    edges: Float64


def stacks(course: Course, start_s: float, end_s: float, most: int, hop_s: float) -> list[Stack]:
    """Return the answers between two seconds, in about ``most`` points, at most twice as many.

    Where there are more answers than that, those that fall together are averaged. Each run begins a hop
    before its first answer, since an answer is about what was said until then.
    """
    first = max(0, int(np.searchsorted(course.times_s, start_s)) - 1)
    last = min(len(course), int(np.searchsorted(course.times_s, end_s + hop_s)) + 1)
    if last <= first or most < 1:
        return []
    times_s = course.times_s[first:last]
    width_s = max((end_s - start_s) / most, 1e-9)
    shares = course.probabilities[first:last].astype(np.float64)
    edges = np.concatenate([np.zeros((len(shares), 1)), np.cumsum(shares, axis=1)], axis=1)
    edges /= edges[:, -1:]
    pause_s = max(_BROKEN_HOPS * hop_s, hop_s + width_s if width_s > hop_s else 0.0)
    breaks = np.flatnonzero(np.diff(times_s) > pause_s) + 1
    found = []
    for run_s, run in zip(np.split(times_s, breaks), np.split(edges, breaks), strict=True):
        begins_s = run_s[0] - hop_s
        if width_s > hop_s:
            run_s, run = _averaged(run_s, run, width_s)  # noqa: PLW2901 - the run, in fewer points
        found.append(Stack(np.concatenate([[begins_s], run_s]), np.concatenate([run[:1], run])))
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


def _averaged(times_s: Float64, edges: Float64, width_s: float) -> tuple[Float64, Float64]:
    """Return the means of those that fall into the same stretch of ``width_s``, at the last one's time."""
    cells = np.floor(times_s / width_s)
    starts = np.flatnonzero(np.concatenate([[True], np.diff(cells) > 0]))
    ends = np.concatenate([starts[1:], [len(times_s)]])
    means = np.add.reduceat(edges, starts) / (ends - starts)[:, None]
    return times_s[ends - 1], means
