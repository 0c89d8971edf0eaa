"""A sound once, and under it what each of two models attended to, on one time axis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import Float32, Float64
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.shapes import between, heights
from ser_desktop.ui.plots.viewport import ticks
from ser_desktop.ui.theme import GRID, Palette, Size

_CAPTION = 2 * GRID + 4
_RULER = 3 * GRID
_RIBBON = 2 * GRID
_TICK_WIDTH = 9 * GRID


@dataclass(frozen=True)
class Attended:
    """What a model attended to: ``weights`` [M], 0 to 1, each for ``step_s``; none where it does not tell."""

    title: str
    weights: Float32
    step_s: float


class ComparedPlot(QWidget):
    """Draws waveform and ribbons; ``pointed`` tells the second that was clicked."""

    pointed = Signal(float)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._envelope: Float32 = np.zeros((0, 2), np.float32)
        self._step_s = 0.01
        self._duration_s = 0.0
        self._attended: tuple[Attended, ...] = ()
        self._cursor_s: float | None = None
        self.setMinimumSize(40 * GRID, 18 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr("Waveform, and what each model attended to"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def show_sound(self, envelope: Float32, step_s: float, duration_s: float) -> None:
        """Draw minimum and maximum [N, 2] of every ``step_s``; fewer where not all was read yet."""
        self._envelope, self._step_s, self._duration_s = envelope, step_s, duration_s
        self.update()

    def show_attended(self, attended: tuple[Attended, ...]) -> None:
        """Draw what the models attended to."""
        self._attended = attended
        self.update()

    def point(self, time_s: float | None) -> None:
        """Put the cursor at a time, or take it away."""
        if time_s != self._cursor_s:
            self._cursor_s = time_s
            self.update()

    @property
    def cursor_s(self) -> float | None:
        """Where the cursor stands, if it is there."""
        return self._cursor_s

    def sizeHint(self) -> QSize:
        """Return the size at which it is easily read."""
        return QSize(80 * GRID, 22 * GRID)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell where in the sound that is."""
        if event.button() is Qt.MouseButton.LeftButton and self._duration_s:
            share = event.position().x() / max(1, self.width())
            self.pointed.emit(min(max(0.0, share), 1.0) * self._duration_s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the top."""
        painter = QPainter(self)
        painter.setFont(theme.font(Size.SMALL))
        ribbons = len(self._attended) * (_CAPTION + _RIBBON + GRID)
        wave = QRectF(0, _CAPTION, self.width(), max(2 * GRID, self.height() - _CAPTION - _RULER - ribbons))
        self._caption(painter, wave, tr("Voice"))
        self._paint_wave(painter, wave)
        top = wave.bottom() + GRID + _CAPTION
        for attended in self._attended:
            lane = QRectF(0, top, self.width(), _RIBBON)
            self._paint_ribbon(painter, lane, attended)
            top = lane.bottom() + GRID + _CAPTION
        self._paint_ruler(painter)
        if self._cursor_s is not None and self._duration_s:
            x = round(self._cursor_s / self._duration_s * self.width())
            painter.fillRect(QRectF(x, 0, 1, self.height() - _RULER), QColor(self._palette.text))

    def _xs(self, count: int, step_s: float) -> Float64:
        """Pixels at which so many columns begin, and the last one ends."""
        pixels_per_s = self.width() / max(self._duration_s, 1e-9)
        return np.arange(count + 1, dtype=np.float64) * step_s * pixels_per_s

    def _caption(self, painter: QPainter, lane: QRectF, text: str) -> None:
        painter.setPen(QColor(self._palette.muted))
        place = QRectF(lane.left(), lane.top() - _CAPTION, lane.width(), _CAPTION - 4)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_wave(self, painter: QPainter, lane: QRectF) -> None:
        middle, half = lane.center().y(), lane.height() / 2
        painter.fillRect(QRectF(lane.left(), round(middle), lane.width(), 1), QColor(self._palette.line))
        if not len(self._envelope):
            return
        low, high = heights(self._envelope, 1.0 / half)
        x = self._xs(len(low), self._step_s)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.wave))
        low, high = np.append(low, low[-1]), np.append(high, high[-1])
        painter.drawPolygon(between(x, middle - half * low, middle - half * high))

    def _paint_ribbon(self, painter: QPainter, lane: QRectF, attended: Attended) -> None:
        painter.fillRect(QRectF(lane.left(), lane.bottom(), lane.width(), 1), QColor(self._palette.line))
        if not len(attended.weights):
            self._caption(painter, lane, f"{attended.title}: {tr(words.NO_ATTENTION)}")
            return
        self._caption(painter, lane, tr("Attention of {model}", model=attended.title))
        weights = np.clip(attended.weights.astype(np.float64), 0.0, 1.0)
        weights = np.append(weights, weights[-1])
        x = self._xs(len(weights) - 1, attended.step_s)
        base = np.full(len(x), lane.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.attention)
        painter.drawPolygon(between(x, base, base - lane.height() * weights))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_ruler(self, painter: QPainter) -> None:
        if not self._duration_s:
            return
        metrics = QFontMetricsF(painter.font())
        top = self.height() - _RULER
        painter.fillRect(QRectF(0, top + 2, self.width(), 1), QColor(self._palette.line))
        painter.setPen(QColor(self._palette.muted))
        for time_s, text in ticks(0.0, self._duration_s, max(2, self.width() // _TICK_WIDTH)):
            x, width = time_s / self._duration_s * self.width(), metrics.horizontalAdvance(text)
            left = min(max(0.0, x - width / 2), self.width() - width)
            painter.drawText(QRectF(left, top + 4, width + 2, _RULER - 4), 0, text)
