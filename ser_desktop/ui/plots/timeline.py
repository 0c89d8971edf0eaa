"""The last minutes of a session: a lane for each emotion, as high as it was likely."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ser_desktop.engine.session import Lately
from ser_desktop.results import EMOTIONS, Float32
from ser_desktop.ui import icons, theme, words
from ser_desktop.ui.language import time_of_day, tr
from ser_desktop.ui.plots.columns import Tones, columns_of, lane_pixels, missing_columns
from ser_desktop.ui.plots.gutter import GUTTER, paint_name
from ser_desktop.ui.plots.minutes import AXIS, Minutes, Span, paint_missing
from ser_desktop.ui.presenter import SessionLog
from ser_desktop.ui.theme import GRID, Palette

SPAN_S = 300.0
_LEFT = GUTTER
_ICON, _LARGE_ICON = 14, 20
_QUIET = 0.45  # how much of its colour a lane has where it is not the answer
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -40, Qt.Key.Key_PageDown: 40}


class SessionTimeline(QWidget):
    """Draws what a session decided in the last five minutes; where it points, it tells time and values.

    The picture moves by whole pixels: what was drawn is moved, and only what is new is drawn. ``chosen``
    tells the moment, as a time of day, that somebody wants to hear.
    """

    chosen = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._labels: tuple[str, ...] = ()
        self._order: list[int] = []
        self._unsure_below = 0.0
        self._heights = np.zeros((0, 0), np.float32)
        self._gone = np.zeros(0, np.bool_)
        self._right = 0
        self._began: datetime | None = None
        self._marked: int | None = None
        self._clips: tuple[Span, ...] = ()
        self._stale = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Name itself, and what it points at, in the window's language."""
        self.setAccessibleName(tr("Session: the answers of the last five minutes"))
        marked = self._marked
        self.mark(None)
        self.mark(marked)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def show_session(self, log: SessionLog | None, unsure_below: float) -> None:
        """Draw what is new in ``log``."""
        width = self._lanes().width()
        if log is None or width < 1:
            return
        column_s = SPAN_S / width
        lately = log.lately(SPAN_S + 2 * column_s)
        right = math.ceil(lately.end_s / column_s) - 1
        heights = columns_of(lately, right, width, column_s)
        old, moved = (self._heights, self._gone), right - self._right
        known = (
            not self._stale
            and self._heights.shape == heights.shape
            and 0 <= moved < width
            and (lately.course.labels, lately.began) == (self._labels, self._began)
        )
        self._take(lately, right, heights, unsure_below)
        if known:
            self._move(old, moved)
        else:
            self._stale = False
            self.update()

    def show_clips(self, clips: Sequence[Span]) -> None:
        """Mark where clips were recorded: when each began, and its length in seconds."""
        self._clips = tuple(clips)
        lanes = self._lanes()
        self.update(QRect(0, lanes.bottom() + 1, self.width(), AXIS))

    def words_at(self, column: int) -> str:
        """Tell time and values of a column of pixels, counted from the first lane's left edge."""
        time = self._time_of(column)
        if time is None or not 0 <= column < self._heights.shape[1]:
            return ""
        shares = self._heights[:, column]
        told = tr("sound is missing") if self._gone[column] else tr("nobody spoke")
        if not np.isnan(shares).any():
            best = np.argsort(-shares, kind="stable")[:3]
            told = ", ".join(f"{words.noun(self._labels[i])} {words.percent(float(shares[i]))}" for i in best)
        parts = [time_of_day(time), told]
        if any(began <= time <= began + timedelta(seconds=length_s) for began, length_s in self._clips):
            parts.append(tr("recorded: press to hear it"))
        return " · ".join(parts)

    @property
    def marked(self) -> int | None:
        """The column that is pointed at."""
        return self._marked

    def mark(self, column: int | None) -> None:
        """Point at a column, or at none."""
        if column is not None:
            column = min(max(0, column), self._lanes().width() - 1)
        if column == self._marked:
            return
        for one in (self._marked, column):
            if one is not None:
                self.update(QRect(_LEFT + one, 0, 1, self.height()))
        self._marked = column
        text = self.words_at(column) if column is not None else ""
        self.setAccessibleDescription(text)
        if column is None or not text:
            QToolTip.hideText()
        else:
            place = QPoint(_LEFT + column + GRID, self.height() // 2)
            QToolTip.showText(self.mapToGlobal(place), text, self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse does."""
        x = int(event.position().x()) - _LEFT
        self.mark(x if x >= 0 else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to hear the moment that is pressed."""
        x = int(event.position().x()) - _LEFT
        if event.button() is Qt.MouseButton.LeftButton and x >= 0:
            self._choose(x)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.mark(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        self.mark(None)
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys arrive here."""
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys point, and Return ask to hear what is pointed at."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._marked is not None:
            self._choose(self._marked)
            return
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        last = self._lanes().width() - 1
        self.mark(last if self._marked is None else self._marked + step)

    def event(self, event: QEvent) -> bool:
        """Keep the tip while it is asked for again."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all of it with the next moment."""
        super().resizeEvent(event)
        self._stale = True
        self.mark(None)

    def sizeHint(self) -> QSize:
        """Return a size at which lanes are easy to tell apart."""
        return QSize(80 * GRID, 32 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which lanes can still be told apart."""
        return QSize(40 * GRID, 12 * len(self._order) + AXIS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts that are asked for: often the newest columns and the axis, far from each other."""
        painter = QPainter(self)
        height = self._lanes().height()
        for part in (QRect(0, 0, self.width(), height), QRect(0, height, self.width(), AXIS)):
            area = event.region().intersected(part).boundingRect()
            if not area.isEmpty():
                self._paint_area(painter, area)

    def _paint_area(self, painter: QPainter, area: QRect) -> None:
        painter.fillRect(area, QColor(self._palette.background))
        lanes = self._lanes()
        if self.hasFocus():
            bar = QRect(lanes.left() - self._palette.ring - 2, 0, self._palette.ring, lanes.height())
            painter.fillRect(bar, QColor(self._palette.accent))
        if self._began is None or not self._labels or not lanes.width():
            painter.setFont(theme.font())
            painter.setPen(QColor(self._palette.muted))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), centred, tr(words.NO_SESSION))
            return
        if area.top() >= lanes.height():
            minutes = Minutes(self._began, (self._right + 1) * SPAN_S / lanes.width(), SPAN_S, lanes)
            minutes.paint_clips(painter, self._clips, self._palette)
            minutes.paint_times(painter, self._palette)
            return
        first = max(0, area.left() - _LEFT)
        last = min(lanes.width() - 1, area.right() - _LEFT)
        paint_missing(painter, self._gone[: last + 1], lanes, self._palette)
        for lane, index in enumerate(self._order):
            if last >= first:
                self._paint_lane(painter, self._lane(lane), index, first, last)
            if area.left() < _LEFT:
                self._paint_name(painter, self._lane(lane), self._labels[index])
        if self._marked is not None:
            painter.fillRect(QRect(_LEFT + self._marked, 0, 1, lanes.height()), QColor(self._palette.text))

    def _lanes(self) -> QRect:
        return QRect(_LEFT, 0, max(0, self.width() - _LEFT), max(0, self.height() - AXIS))

    def _lane(self, number: int) -> QRect:
        lanes, count = self._lanes(), len(self._order)
        top, bottom = lanes.height() * number // count, lanes.height() * (number + 1) // count
        return QRect(_LEFT, top, lanes.width(), bottom - top)

    def _take(self, lately: Lately, right: int, heights: Float32, unsure_below: float) -> None:
        self._labels, self._began = lately.course.labels, lately.began
        self._order = [self._labels.index(label) for label in EMOTIONS if label in self._labels]
        self._right, self._heights, self._unsure_below = right, heights, unsure_below
        self._gone = missing_columns(lately, right, heights.shape[1], SPAN_S / heights.shape[1])

    def _move(self, before: tuple[Float32, NDArray[np.bool_]], moved: int) -> None:
        """Move what is drawn to the left; draw anew from the first column that is another one now."""
        (old, old_gone), new, width = before, self._heights, self._heights.shape[1]
        if moved and self._marked is not None:
            self.update()  # the line that points stays where it is
            return
        kept = width - moved
        same = (old[:, moved:] == new[:, :kept]) | (np.isnan(old[:, moved:]) & np.isnan(new[:, :kept]))
        other = np.flatnonzero(~same.all(0) | (old_gone[moved:] != self._gone[:kept]))
        first = int(other[0]) if len(other) else kept
        lanes = self._lanes()
        if moved:
            self.scroll(-moved, 0, lanes)
            self.update(QRect(0, lanes.bottom() + 1, self.width(), AXIS))
        if first < width:
            self.update(QRect(_LEFT + first, 0, width - first, lanes.height()))

    def _time_of(self, column: int) -> datetime | None:
        width = self._lanes().width()
        if self._began is None or not width:
            return None
        steps = self._right - (width - 1) + column
        return self._began + timedelta(seconds=max(0.0, (steps + 0.5) * SPAN_S / width))

    def _paint_lane(self, painter: QPainter, lane: QRect, index: int, first: int, last: int) -> None:
        palette = self._palette
        painter.fillRect(
            QRect(_LEFT + first, lane.bottom(), last - first + 1, 1),
            theme.blend(palette.background, palette.line, 1.0 if palette.strong else 0.6),
        )
        emotion = palette.emotions[self._labels[index]]
        full, quiet = (
            QColor(emotion),
            theme.blend(palette.background, emotion, 0.0 if palette.strong else _QUIET),
        )
        shares = self._heights[:, first : last + 1]
        tones = Tones(full.rgba(), quiet.rgba(), QColor(palette.edge).rgba())
        pixels = lane_pixels(shares, index, lane.height() - 3, self._unsure_below, tones)
        image = QImage(
            pixels.data, pixels.shape[1], len(pixels), pixels.strides[0], QImage.Format.Format_ARGB32
        )
        painter.drawImage(_LEFT + first, lane.bottom() - len(pixels), image)

    def _paint_name(self, painter: QPainter, lane: QRect, label: str) -> None:
        middle = lane.center().y() + 1
        side = _LARGE_ICON if lane.height() >= 4 * GRID else min(_ICON, lane.height())
        square = QRectF(max(0, (_ICON - side) // 2), middle - side // 2, side, side)
        icons.paint(painter, label, square, QColor(self._palette.emotions[label]))
        left = max(side + GRID // 2, _ICON + GRID)
        place = QRectF(left, middle - GRID, _LEFT - left - 2, 2 * GRID)
        paint_name(painter, place, words.noun(label), self._palette, focused=self.hasFocus())

    def _choose(self, column: int) -> None:
        time = self._time_of(column)
        if time is not None:
            self.chosen.emit(time)
