"""A whole clip: its waveform over its attention, with a cursor that tells what is heard."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.results import Trace
from ser_desktop.ui import theme
from ser_desktop.ui.language import N_, number
from ser_desktop.ui.plots.wave import WavePlot
from ser_desktop.ui.theme import Palette, Size

_STEPS_S = (0.5, 1.0, 2.0, 5.0, 10.0)
_MOST_TICKS = 10


class ClipPlot(WavePlot):
    """Draws the trace of a clip from its beginning to its end.

    ``pointed`` tells the second of the clip at which somebody pressed.
    """

    pointed = Signal(float)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, N_("the clip"), parent)
        self._trace: Trace | None = None
        self._duration_s = 1.0
        self._cursor = pg.InfiniteLine(pos=0.0, angle=90)
        self._cursor.hide()
        self._item.addItem(self._cursor, ignoreBounds=True)
        self._plot.scene().sigMouseClicked.connect(self._press)
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        super().use_palette(palette)
        self._cursor.setPen(pg.mkPen(palette.text))
        self._draw()

    def show_clip(self, trace: Trace | None, duration_s: float) -> None:
        """Draw a clip of ``duration_s``; an empty axis where it was not analysed."""
        self._trace, self._duration_s = trace, duration_s
        self._show_span(0.0, duration_s)
        self.point(None)
        self._ticks()
        self._draw()

    def point(self, time_s: float | None) -> None:
        """Put the cursor at ``time_s``, or take it away."""
        self._cursor.setVisible(time_s is not None)
        if time_s is not None:
            self._cursor.setValue(time_s)

    @property
    def cursor_s(self) -> float | None:
        """Where the cursor stands, if it is there."""
        return float(self._cursor.value()) if self._cursor.isVisible() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the outer ticks' words within the margins."""
        super().resizeEvent(event)
        self._ticks()
        self._draw()

    def retranslate(self) -> None:
        """Write captions and ticks in the window's language."""
        super().retranslate()
        self._ticks()

    def _ticks(self) -> None:
        end_s = self._duration_s
        step_s = next((step for step in _STEPS_S if end_s / step <= _MOST_TICKS), _STEPS_S[-1])
        metrics = QFontMetrics(theme.font(Size.SMALL))
        s_per_pixel = end_s / max(1, self._plot.width())
        ticks = []
        for time_s in np.arange(0.0, end_s + step_s / 4, step_s):
            text = f"{number(time_s, None)} s"
            half_s = (metrics.horizontalAdvance(text) / 2 + 2) * s_per_pixel
            ticks.append((min(max(time_s, half_s), end_s - half_s), text))
        self._item.getAxis("bottom").setTicks([ticks])

    def _draw(self) -> None:
        if self._trace is None:
            nothing = np.zeros(0, np.float32)
            self._draw_columns(np.zeros(0), nothing, nothing)
            return
        trace = self._trace
        columns = min(len(trace.envelope), len(trace.attention))
        x = trace.step_s * np.arange(columns, dtype=np.float64)
        self._draw_columns(x, trace.envelope[:columns], trace.attention[:columns])

    def _press(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        time_s = self._item.getViewBox().mapSceneToView(event.scenePos()).x()
        self.pointed.emit(float(min(max(0.0, time_s), self._duration_s)))
