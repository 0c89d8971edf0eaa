"""The axis under the last minutes: times of day, and a line where a clip was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ser_desktop.ui import theme
from ser_desktop.ui.language import time_of_day
from ser_desktop.ui.theme import GRID, Palette, Size

MARK = 4
"""Height of the line where a clip was recorded, with the gap under it."""

AXIS = MARK + 3 * GRID
"""Height of the axis."""

_TICK_S = 60
_MISSING = 0.2  # how much of the muted colour

Span = tuple[datetime, float]
"""When something began, and how many seconds it lasted."""


def paint_missing(painter: QPainter, gone: NDArray[np.bool_], lanes: QRect, palette: Palette) -> None:
    """Give the columns [N] of the lanes in which sound is missing a ground of their own."""
    colour = theme.blend(palette.background, palette.muted, _MISSING)
    for column in np.flatnonzero(gone).tolist():
        painter.fillRect(QRect(lanes.left() + column, lanes.top(), 1, lanes.height()), colour)


@dataclass(frozen=True)
class Minutes:
    """The last ``span_s`` of what ``began`` at a time of day, up to ``end_s`` after that, under ``lanes``."""

    began: datetime
    end_s: float
    span_s: float
    lanes: QRect

    def x(self, time_s: float) -> float:
        """Where a time, in seconds since it began, is."""
        return self.lanes.right() + 1 - (self.end_s - time_s) * self.lanes.width() / self.span_s

    def paint_clips(self, painter: QPainter, clips: Sequence[Span], palette: Palette) -> None:
        """Draw a line under what was recorded; it can be seen, however short that was."""
        lanes = self.lanes
        for began, length_s in clips:
            start_s = (began - self.began).total_seconds()
            left = max(float(lanes.left()), self.x(start_s))
            right = min(float(lanes.right() + 1), self.x(start_s + length_s))
            if right > left:
                line = QRectF(left, lanes.bottom() + 1, max(MARK, right - left), MARK - 1)
                painter.fillRect(line, QColor(palette.accent))

    def paint_times(self, painter: QPainter, palette: Palette) -> None:
        """Write full minutes, those that fit."""
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(palette.muted))
        widest = time_of_day(self.began.replace(hour=22, minute=0), seconds=False)
        half = painter.fontMetrics().horizontalAdvance(widest) / 2 + 1
        top = self.lanes.bottom() + 1 + MARK
        for time_s in self._full_minutes():
            x = self.x(time_s)
            if self.lanes.left() + half <= x <= self.lanes.right() + 1 - half:
                text = time_of_day(self.began + timedelta(seconds=time_s), seconds=False)
                place = QRectF(x - half, top, 2 * half, AXIS - MARK)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _full_minutes(self) -> Iterator[float]:
        """Give the times since it began at which the clock shows no seconds, the newest first."""
        past_s = self.began.second + self.began.microsecond / 1e6
        time_s = int((self.end_s + past_s) / _TICK_S) * _TICK_S - past_s
        while time_s > self.end_s - self.span_s and time_s >= 0:
            yield time_s
            time_s -= _TICK_S
