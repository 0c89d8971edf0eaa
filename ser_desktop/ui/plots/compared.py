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

_GUTTER = 14 * GRID
_RULER = 3 * GRID
_RIBBON = 4 * GRID - 2
_TICK_WIDTH = 9 * GRID


@dataclass(frozen=True)
class Attended:
    """What a model attended to: ``weights`` [M], 0 to 1, each for ``step_s``.

    None of them where the model does not tell; ``weights`` None while nobody knows.
    """

    title: str
    weights: Float32 | None = None
    step_s: float = 0.01


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
        self.setMinimumSize(40 * GRID, 19 * GRID)
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
            share = (event.position().x() - _GUTTER) / self._wide
            self.pointed.emit(min(max(0.0, share), 1.0) * self._duration_s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the top."""
        painter = QPainter(self)
        painter.setFont(theme.font(Size.SMALL))
        ribbons = len(self._attended) * (_RIBBON + GRID)
        height = max(2 * GRID, self.height() - _RULER - ribbons)
        wave = QRectF(_GUTTER, 0, self._wide, height)
        self._name(painter, wave, tr("Voice"))
        self._paint_wave(painter, wave)
        top = wave.bottom() + GRID
        for attended in self._attended:
            lane = QRectF(_GUTTER, top, self._wide, _RIBBON)
            self._paint_ribbon(painter, lane, attended)
            top = lane.bottom() + GRID
        self._paint_ruler(painter)
        if self._cursor_s is not None and self._duration_s:
            x = _GUTTER + round(self._cursor_s / self._duration_s * self._wide)
            painter.fillRect(QRectF(x, 0, 1, self.height() - _RULER), QColor(self._palette.text))

    @property
    def _wide(self) -> int:
        """Pixels of the time axis."""
        return max(1, self.width() - _GUTTER)

    def _xs(self, count: int, step_s: float) -> Float64:
        """Pixels at which so many columns begin, and the last one ends."""
        pixels_per_s = self._wide / max(self._duration_s, 1e-9)
        return _GUTTER + np.arange(count + 1, dtype=np.float64) * step_s * pixels_per_s

    def _name(self, painter: QPainter, lane: QRectF, *lines: str) -> None:
        """Write beside a lane what it is."""
        painter.setPen(QColor(self._palette.muted))
        height = painter.fontMetrics().lineSpacing()
        top = lane.center().y() - height * len(lines) / 2
        for line in lines:
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, _GUTTER - GRID)
            painter.drawText(QRectF(0, top, _GUTTER - GRID, height), Qt.AlignmentFlag.AlignVCenter, shown)
            top += height

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
        self._name(painter, lane, tr(words.ATTENTION), attended.title)
        painter.fillRect(QRectF(lane.left(), lane.bottom(), lane.width(), 1), QColor(self._palette.line))
        if attended.weights is None:
            return
        if not len(attended.weights):
            painter.drawText(lane, Qt.AlignmentFlag.AlignVCenter, tr(words.NO_ATTENTION))
            return
        weights = np.clip(attended.weights.astype(np.float64), 0.0, 1.0)
        x = self._xs(len(weights), attended.step_s)
        pixels = np.searchsorted(x[:-1], np.arange(_GUTTER, self.width()))
        starts = np.unique(pixels.clip(0, len(weights) - 1))
        weights, x = np.maximum.reduceat(weights, starts), x[starts]  # no peak is missed between two pixels
        base = np.full(len(x), lane.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.blend(self._palette.background, self._palette.accent, 0.75))
        painter.drawPolygon(between(x, base, base - lane.height() * weights))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_ruler(self, painter: QPainter) -> None:
        if not self._duration_s:
            return
        metrics = QFontMetricsF(painter.font())
        top = self.height() - _RULER
        painter.fillRect(QRectF(_GUTTER, top + 2, self._wide, 1), QColor(self._palette.line))
        painter.setPen(QColor(self._palette.muted))
        for time_s, text in ticks(0.0, self._duration_s, max(2, self._wide // _TICK_WIDTH)):
            x, width = _GUTTER + time_s / self._duration_s * self._wide, metrics.horizontalAdvance(text)
            left = min(max(float(_GUTTER), x - width / 2), self.width() - width)
            painter.drawText(QRectF(left, top + 4, width + 2, _RULER - 4), 0, text)
