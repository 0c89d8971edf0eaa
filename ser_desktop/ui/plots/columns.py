"""Answers over time as columns of pixels. No Qt here."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ser_desktop.engine.session import Lately
from ser_desktop.results import Float32

_LOW = 2  # pixels: what is no higher has no outline


def columns_of(lately: Lately, right: int, count: int, column_s: float) -> Float32:
    """Return the highest probability [C, count] of each label in each column; NaN where there is no answer.

    Column ``k`` is the time from ``k * column_s`` of the session on; the last one returned is ``right``. An
    answer speaks for the ``answer_s`` before it.
    """
    course = lately.course
    heights = np.full((len(course.labels), count), np.nan, np.float32)
    if not len(course):
        return heights
    starts_s = (right - count + 1 + np.arange(count)) * column_s
    first = np.searchsorted(course.times_s, starts_s, side="right")
    last = np.searchsorted(course.times_s, starts_s + column_s + lately.answer_s - 1e-6, side="left")
    spoken = np.flatnonzero(last > first)
    if len(spoken):
        edges = np.stack([first[spoken], last[spoken]], axis=1).ravel()  # from, up to, from, up to...
        closed = np.concatenate([course.probabilities, course.probabilities[-1:]])
        heights[:, spoken] = np.maximum.reduceat(closed, edges)[::2].T
    return heights


def missing_columns(lately: Lately, right: int, count: int, column_s: float) -> NDArray[np.bool_]:
    """Return in which of the columns [count] of :func:`columns_of` sound is missing, be it for a moment."""
    first = right - count + 1
    gone = np.zeros(count, np.bool_)
    for one in lately.missing:
        start, end = int(one.start_s // column_s) - first, math.ceil(one.end_s / column_s) - first
        gone[max(0, start) : max(0, end, start + 1)] = True
    return gone


def filled(shares: Float32, room: int) -> NDArray[np.bool_]:
    """Return which pixels [room, N] of a lane are filled; an answer has one at least."""
    heights = np.maximum(1, np.round(np.nan_to_num(shares) * room)) * ~np.isnan(shares)
    bars: NDArray[np.bool_] = np.arange(room, 0, -1)[:, None] <= heights
    return bars


def topmost(bars: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the highest pixel of each column of bars [room, N]: an outline where all below is pale."""
    tops = bars.copy()
    tops[1:] &= ~bars[:-1]
    return tops


@dataclass(frozen=True)
class Tones:
    """Colours as 0xAARRGGBB: of the answer, of what is not the answer, and of its outline."""

    full: int
    quiet: int
    edge: int


def lane_pixels(
    shares: Float32, index: int, room: int, unsure_below: float, tones: Tones
) -> NDArray[np.uint32]:
    """Return the pixels [room, N] of lane ``index`` over columns [C, N]; transparent above the bars."""
    best = np.where(np.isnan(shares), -1.0, shares).max(0, initial=0.0)
    named = (shares[index] >= best) & (best >= unsure_below)
    bars = filled(shares[index], room)
    outlined = topmost(bars) & (bars.sum(0) > _LOW)
    pale = np.where(outlined, tones.edge, tones.quiet)
    return np.where(bars, np.where(named, tones.full, pale), 0).astype(np.uint32)
