"""A whole clip: its waveform over its attention, with a cursor that tells what is heard."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import Float64, Trace
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import number, tr
from ser_desktop.ui.plots.gutter import GUTTER, paint_name
from ser_desktop.ui.plots.shapes import between, heights, tint
from ser_desktop.ui.theme import GRID, Palette, Size

_AXIS = 3 * GRID
_WAVE_TOP, _RIBBON_TOP, _RIBBON_BOTTOM = 1.05, -1.15, -1.6
_STEPS_S = (0.5, 1.0, 2.0, 5.0, 10.0)
_MOST_TICKS = 10
_Number = TypeVar("_Number", float, Float64)


class ClipPlot(QWidget):
    """Draws the trace of a clip from its beginning to its end.

    The waveform is tinted where the model attends, the ribbon under it says how much. Heights follow the
    square root of the amplitude, so that a quiet voice is seen and a loud one fits without a scale that
    moves.

    ``pointed`` tells the second of the clip at which somebody pressed.
    """

    pointed = Signal(float)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._trace: Trace | None = None
        self._duration_s = 1.0
        self._cursor_s: float | None = None
        self._attends = True
        self._wave, self._ribbon, self._tint = QPolygonF(), QPolygonF(), QBrush()
        self._drawn: QRect | None = None  # the place for which these were made
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette, self._drawn = palette, None
        self.update()

    def show_clip(self, trace: Trace | None, duration_s: float) -> None:
        """Draw a clip of ``duration_s``; an empty axis where it was not analysed."""
        self._trace, self._duration_s = trace, duration_s
        self._cursor_s = self._drawn = None
        self.update()

    def point(self, time_s: float | None) -> None:
        """Put the cursor at ``time_s``, or take it away."""
        for moment_s in (self._cursor_s, time_s):  # nothing else of it changes
            if moment_s is not None and time_s != self._cursor_s:
                at = round(self._x(moment_s))
                self.update(at - 2, 0, 5, self.height())
        self._cursor_s = time_s

    @property
    def cursor_s(self) -> float | None:
        """Where the cursor stands, if it is there."""
        return self._cursor_s

    def tell_attention(self, *, shown: bool) -> None:
        """Name the ribbon; or say, in its place, that the model has none to show."""
        if shown != self._attends:
            self._attends = shown
            self.retranslate()

    def retranslate(self) -> None:
        """Name what is drawn in the window's language, and write it anew."""
        what, attention = tr("the clip"), self.texts()[1]
        name = tr("Waveform and attention of {what}", what=what)
        if not self._attends:
            name = tr("Waveform of {what}. {attention}", what=what, attention=attention)
        self.setAccessibleName(name)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size below which other parts give way first."""
        return QSize(80 * GRID, 32 * GRID)

    def texts(self) -> tuple[str, str]:
        """Return the words in the plot, from the top."""
        return tr("Voice"), tr(words.ATTENTION if self._attends else words.NO_ATTENTION)

    def place(self) -> QRect:
        """Return where the clip is drawn, from its beginning to its end, in the widget's pixels."""
        return QRect(GUTTER, 0, max(1, self.width() - GUTTER), max(1, self.height() - _AXIS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which second was pressed."""
        plot, x = self.place(), event.position().x()
        if event.button() is Qt.MouseButton.LeftButton and x >= plot.left():
            time_s = (x - plot.left()) / plot.width() * self._duration_s
            self.pointed.emit(min(time_s, self._duration_s))
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it all, or what of it is asked for."""
        plot, palette = self.place(), self._palette
        if plot != self._drawn:
            self._shape(plot)
        painter = QPainter(self)
        painter.fillRect(QRect(GUTTER, 0, plot.width(), self.height()), QColor(palette.background))
        painter.setPen(QColor(palette.line))
        for y in (round(self._y(0.0)), plot.bottom() + 1):
            painter.drawLine(plot.left(), y, plot.right(), y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tint)  # crisp, since smoothing the waveform doubles the cost
        painter.drawPolygon(self._wave)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.attention))
        painter.drawPolygon(self._ribbon)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if event.rect().left() < GUTTER or event.rect().bottom() > plot.bottom():
            self._paint_words(painter, plot)
        if self._cursor_s is not None:
            at = round(self._x(self._cursor_s))
            painter.setPen(QColor(palette.text))
            painter.drawLine(at, plot.top(), at, plot.bottom())

    def _shape(self, plot: QRect) -> None:
        """Make the waveform and the ribbon for this place."""
        self._drawn = plot
        self._wave, self._ribbon = QPolygonF(), QPolygonF()
        trace = self._trace
        columns = min(len(trace.envelope), len(trace.attention)) if trace else 0
        if trace is None or not columns:
            return
        x = self._x(trace.step_s * np.arange(columns, dtype=np.float64))
        low, high = heights(trace.envelope[:columns], (_WAVE_TOP - _RIBBON_BOTTOM) / plot.height())
        weights = np.clip(trace.attention[:columns].astype(np.float64), 0.0, 1.0)
        self._wave = between(x, self._y(low), self._y(high))
        self._tint = tint(x, weights, self._palette)
        top = _RIBBON_BOTTOM + (_RIBBON_TOP - _RIBBON_BOTTOM) * weights
        self._ribbon = between(x, np.full(columns, self._y(_RIBBON_BOTTOM)), self._y(top))

    def _paint_words(self, painter: QPainter, plot: QRect) -> None:
        """Write the names to the left, or that there is no attention in its place; seconds below."""
        voice, attention = self.texts()
        ribbon = self._y((_RIBBON_TOP + _RIBBON_BOTTOM) / 2)
        left = QRectF(0, 0, GUTTER - GRID, 2 * GRID)
        paint_name(painter, left.translated(0, self._y(0.0) - GRID), voice, self._palette)
        if self._attends:
            paint_name(painter, left.translated(0, ribbon - GRID), attention, self._palette)
        else:
            place = QRectF(plot.left(), ribbon - GRID, plot.width(), 2 * GRID)
            paint_name(painter, place, attention, self._palette)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(self._palette.muted))
        for at, text in self._ticks(plot, painter.fontMetrics()):
            place = QRectF(at - 4 * GRID, plot.bottom() + 1, 8 * GRID, _AXIS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _ticks(self, plot: QRect, metrics: QFontMetrics) -> list[tuple[float, str]]:
        """Return where seconds are written; the outer ones keep within the margins."""
        end_s = self._duration_s
        step_s = next((step for step in _STEPS_S if end_s / step <= _MOST_TICKS), _STEPS_S[-1])
        ticks = []
        for time_s in np.arange(0.0, end_s + step_s / 4, step_s):
            text = f"{number(time_s, None)} s"
            half = metrics.horizontalAdvance(text) / 2 + 2
            ticks.append((min(max(self._x(time_s), plot.left() + half), plot.right() - half), text))
        return ticks

    def _x(self, time_s: _Number) -> _Number:
        plot = self.place()
        return plot.left() + time_s / self._duration_s * plot.width()

    def _y(self, height: _Number) -> _Number:
        return (_WAVE_TOP - height) / (_WAVE_TOP - _RIBBON_BOTTOM) * self.place().height()
