"""A picture that grows to the right and forgets on the left: a waveform over its attention. No Qt here.

What was drawn stays where it is in a ring of columns; a moment later only what is new, or another one now, is
drawn. So a large picture costs hardly more than a small one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ser_desktop.results import Float32, Trace

Pixels = NDArray[np.uint32]

_RIBBON = 0.17  # of the height, for the attention
_GAP = 0.04
_TINTS, _EDGES = 32, 8  # so many colours between rest and attention, and shades at an edge
_FINE = 2048  # steps of a height that are told apart
_OPAQUE = 0xFF000000


@dataclass(frozen=True)
class Tones:
    """Colours as (red, green, blue), 0 to 255: ground, zero line, the wave at rest and attended to."""

    ground: Sequence[int]
    line: Sequence[int]
    rest: Sequence[int]
    attended: Sequence[int]
    ribbon: Sequence[int]


@dataclass(frozen=True)
class Columns:
    """What is drawn in each column of pixels [n]: the wave's edges, -1 to 1, and the attention, 0 to 1.

    All are rounded, so that a column that is read again a moment later is the same to the last bit.
    """

    low: Float32
    high: Float32
    attention: Float32


def columns_of(trace: Trace, first: int, count: int, column_s: float) -> Columns:
    """Read a trace at columns of pixels; column ``k`` is the time from ``k * column_s`` of the stream on.

    Heights follow the square root of the amplitude, so that a quiet voice is seen and a loud one fits. What
    lies outside the trace is zero.
    """
    rows = np.concatenate([trace.envelope.T, trace.attention[None]]).astype(np.float64)
    begin = (first + np.arange(count)) * column_s
    place = (begin - trace.end_s) / trace.step_s + rows.shape[1]  # in steps of the trace
    if column_s >= trace.step_s:
        low, high, attention = _extremes(rows, place, column_s / trace.step_s)
    else:
        steps = np.arange(rows.shape[1]) + 0.5
        middle = place + column_s / trace.step_s / 2
        low, high, attention = (np.interp(middle, steps, row) for row in rows)
    inside = (place > -1) & (place < rows.shape[1])
    low, high = (np.sign(edge) * np.sqrt(np.minimum(np.abs(edge), 1.0)) for edge in (low, high))
    found = (np.where(inside, one, 0.0) for one in (low, high, np.clip(attention, 0, 1)))
    return Columns(*((np.round(one * _FINE) / _FINE).astype(np.float32) for one in found))


def _extremes(
    rows: NDArray[np.float64], place: NDArray[np.float64], steps: float
) -> tuple[NDArray[np.float64], ...]:
    """Lowest, highest and most attended of all the steps that a column touches."""
    count = rows.shape[1]
    first = np.clip(np.floor(place + 1e-6), 0, count - 1).astype(np.intp)
    last = np.clip(np.ceil(place + steps - 1e-6), first + 1, count).astype(np.intp)
    edges = np.stack([first, last], axis=1).ravel()
    closed = np.concatenate([rows, rows[:, -1:]], axis=1)
    kinds = (np.minimum, np.maximum, np.maximum)
    return tuple(kind.reduceat(row, edges)[::2] for kind, row in zip(kinds, closed, strict=True))


class WaveRing:
    """``width`` columns of ``height`` pixels, as 0xffRRGGBB [height, width], that show ``span_s`` seconds.

    Attributes
    ----------
    pixels
        The columns, column ``k`` of the stream at index ``k % width``.
    right
        The newest column of the stream.
    """

    def __init__(self, width: int, height: int, span_s: float, tones: Tones) -> None:
        self.width, self.height = max(1, width), max(8, height)
        self._column_s = span_s / self.width
        self._ribbon_height = max(3, round(_RIBBON * self.height))
        self._wave_height = self.height - self._ribbon_height - max(2, round(_GAP * self.height))
        self._paint = _Paint(tones)
        self._edges = np.zeros((self._wave_height, self.width), np.uint8)
        self.pixels: Pixels = np.empty((self.height, self.width), np.uint32)
        self.right = 0
        self._drawn: Columns | None = None
        self.clear()

    def clear(self) -> None:
        """Show nothing but the zero line."""
        self.pixels[:] = self._paint.ground
        self.pixels[self._wave_height // 2] = self._paint.line
        self._edges[:] = 0
        self._drawn = None

    @property
    def wave_bottom(self) -> int:
        """The first row below the waveform."""
        return self._wave_height

    @property
    def ribbon_top(self) -> int:
        """The first row of the attention."""
        return self.height - self._ribbon_height

    def advance(self, trace: Trace) -> int:
        """Draw what is new in ``trace``, or other than before; tell how many columns that were."""
        right = int(np.floor(trace.end_s / self._column_s)) - 1
        now = columns_of(trace, right - self.width + 1, self.width, self._column_s)
        moved = right - self.right
        shape = tint = np.ones(self.width, np.bool_)
        if self._drawn is not None and 0 <= moved < self.width:
            old, new = slice(moved, None), slice(0, self.width - moved)
            was, shape, tint = self._drawn, shape.copy(), tint.copy()
            shape[new] = (was.low[old] != now.low[new]) | (was.high[old] != now.high[new])
            tint[new] = was.attention[old] != now.attention[new]
        self.right, self._drawn = right, now
        self._shape(np.flatnonzero(shape), now)
        other = np.flatnonzero(shape | tint)
        self._colour(other, now)
        return len(other)

    def parts(self) -> list[tuple[int, int, int]]:
        """Return what to copy to show the columns from the oldest on: from, to, and how many columns."""
        oldest = (self.right + 1) % self.width
        return [(oldest, 0, self.width - oldest), (0, self.width - oldest, oldest)]

    def _index(self, columns: NDArray[np.intp]) -> NDArray[np.intp]:
        """Where columns, counted from the oldest, lie in the ring."""
        index: NDArray[np.intp] = (self.right - self.width + 1 + columns) % self.width
        return index

    def _shape(self, columns: NDArray[np.intp], now: Columns) -> None:
        """Measure how much of each pixel the wave covers; it is one pixel high at least."""
        half = self._wave_height / 2
        top = half * (1.0 - now.high[columns])
        bottom = half * (1.0 - now.low[columns])
        thin = np.maximum(0.0, 1.0 - (bottom - top)) / 2
        rows = np.arange(self._wave_height, dtype=np.float32)[:, None]
        covered = np.minimum(rows + 1, bottom + thin) - np.maximum(rows, top - thin)
        self._edges[:, self._index(columns)] = np.round(np.clip(covered, 0, 1) * (_EDGES - 1))

    def _colour(self, columns: NDArray[np.intp], now: Columns) -> None:
        index = self._index(columns)
        attention = now.attention[columns]
        tints = np.round(attention * (_TINTS - 1)).astype(np.intp)
        self.pixels[: self._wave_height, index] = self._paint.wave[tints, self._edges[:, index]]
        rows = np.arange(self._ribbon_height, 0, -1, dtype=np.float32)[:, None]
        covered = np.clip(attention * self._ribbon_height - rows + 1, 0, 1)
        self.pixels[self.ribbon_top :, index] = self._paint.ribbon[
            np.round(covered * (_EDGES - 1)).astype(np.intp)
        ]


class _Paint:
    """The colours that are needed, ready-made: of the wave [tints, edges], of the ribbon [edges]."""

    def __init__(self, tones: Tones) -> None:
        ground = np.array(tones.ground, np.float64)
        rest, attended = np.array(tones.rest, np.float64), np.array(tones.attended, np.float64)
        share = np.linspace(0, 1, _TINTS)[:, None]
        cover = np.linspace(0, 1, _EDGES)[:, None]
        hues = rest + share * (attended - rest)
        self.wave = _packed(ground + cover[None] * (hues[:, None] - ground))
        self.ribbon = _packed(ground + cover * (np.array(tones.ribbon, np.float64) - ground))
        self.ground = _packed(ground)
        self.line = _packed(np.array(tones.line, np.float64))


def _packed(colours: NDArray[np.float64]) -> Pixels:
    red, green, blue = np.moveaxis(np.round(colours).astype(np.uint32), -1, 0)
    packed: Pixels = np.uint32(_OPAQUE) | (red << 16) | (green << 8) | blue
    return packed
