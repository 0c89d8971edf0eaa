"""The last seconds of what is listened to, on a time axis that ends now."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.results import Trace
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.plots.wave import WavePlot
from ser_desktop.ui.theme import Palette, Size

SPAN_S = 10.0
_NOW = N_("now")


class TracePlot(WavePlot):
    """Draws a :class:`Trace`; the right edge advances by whole pixels, so that nothing shimmers."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, N_("the last ten seconds"), parent)
        self._trace: Trace | None = None
        self._show_span(-SPAN_S, 0)
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        super().use_palette(palette)
        self._draw()

    def show_trace(self, trace: Trace | None) -> None:
        """Draw ``trace``, or an empty axis where there is none."""
        if trace is not self._trace:
            self._trace = trace
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the last tick's word within the right margin."""
        super().resizeEvent(event)
        self._tick()
        self._draw()

    def retranslate(self) -> None:
        """Write captions and ticks in the window's language."""
        super().retranslate()
        self._tick()

    def _tick(self) -> None:
        now = tr(_NOW)
        half = QFontMetrics(theme.font(Size.SMALL)).horizontalAdvance(now) / 2 + 2
        ticks = [(-s, words.seconds(-s, 0)) for s in range(2, int(SPAN_S), 2)]
        self._item.getAxis("bottom").setTicks([[*ticks, (-SPAN_S * half / max(1, self.width()), now)]])

    def _draw(self) -> None:
        trace = self._trace
        if trace is None:
            nothing = np.zeros(0, np.float32)
            self._draw_columns(np.zeros(0), nothing, nothing)
            return
        right_s = self._steady(trace.end_s)
        x = trace.end_s - right_s - trace.step_s * np.arange(len(trace.envelope), 0, -1.0)
        self._draw_columns(x, trace.envelope, trace.attention)

    def _steady(self, end_s: float) -> float:
        pixels_per_s = max(1.0, self._item.getViewBox().width() * self.devicePixelRatioF() / SPAN_S)
        return float(np.floor(end_s * pixels_per_s) / pixels_per_s)
