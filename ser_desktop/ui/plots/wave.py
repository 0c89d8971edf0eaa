"""The waveform, and under it the model's attention, on one time axis: what all plots of sound share."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsPolygonItem,
    QHBoxLayout,
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QWidget,
)

from ser_desktop.results import Float32, Float64
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.gutter import GUTTER, paint_name
from ser_desktop.ui.plots.shapes import between, heights, tint
from ser_desktop.ui.theme import GRID, Palette, Size

_AXIS = 3 * GRID
_WAVE_TOP, _RIBBON_TOP, _RIBBON_BOTTOM = 1.05, -1.15, -1.6


class WavePlot(QWidget):
    """The waveform is tinted where the model attends, the ribbon says how much.

    Heights follow the square root of the amplitude, so that a quiet voice is seen and a loud one fits
    without a scale that moves. ``name`` is what is drawn, for those who do not see it; a key of
    translation.
    """

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._palette = palette
        self._plot = pg.PlotWidget()
        self._item = self._plot.getPlotItem()
        self._wave, self._ribbon = QGraphicsPolygonItem(), _SmoothItem()
        self._zero = pg.InfiniteLine(pos=0.0, angle=0)
        self._absence = pg.TextItem(anchor=(0, 0.5))
        self._names = _Names(palette)
        self._lay_out()
        self._attends = True
        WavePlot.retranslate(self)  # those that are made of it write theirs when they have a size
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._names)
        row.addWidget(self._plot, 1)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._plot.setBackground(palette.background)
        axis = self._item.getAxis("bottom")
        axis.setPen(palette.line)
        axis.setTextPen(palette.muted)
        self._zero.setPen(pg.mkPen(palette.line))
        self._absence.setColor(palette.muted)
        self._names.use_palette(palette)
        self._ribbon.setBrush(palette.attention)

    def tell_attention(self, *, shown: bool) -> None:
        """Name the ribbon; or say, in its place, that the model has none to show."""
        if shown != self._attends:  # to write it again would draw it again
            self._attends = shown
            self.retranslate()

    def retranslate(self) -> None:
        """Write the captions in the window's language."""
        attention = tr(words.ATTENTION if self._attends else words.NO_ATTENTION)
        self._names.tell(tr("Voice"), attention if self._attends else "")
        self._absence.setText("" if self._attends else attention)
        name = tr("Waveform of {what}. {attention}", what=tr(self._name), attention=attention)
        if self._attends:
            name = tr("Waveform and attention of {what}", what=tr(self._name))
        self.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size below which other parts give way first."""
        return QSize(80 * GRID, 32 * GRID)

    def texts(self) -> tuple[str, ...]:
        """Return the words in the plot, from the top."""
        return tr("Voice"), tr(words.ATTENTION if self._attends else words.NO_ATTENTION)

    def _show_span(self, left_s: float, right_s: float) -> None:
        """Let the axis reach from one time to the other."""
        self._item.getViewBox().setRange(
            xRange=(left_s, right_s), yRange=(_RIBBON_BOTTOM, _WAVE_TOP), padding=0
        )
        self._absence.setPos(left_s, (_RIBBON_TOP + _RIBBON_BOTTOM) / 2)

    def _draw_columns(self, x: Float64, envelope: Float32, attention: Float32) -> None:
        """Draw columns that begin at ``x`` [N]: minimum and maximum [N, 2], attention [N] from 0 to 1."""
        if not len(x):
            self._wave.setPolygon(QPolygonF())
            self._ribbon.setPolygon(QPolygonF())
            return
        low, high = heights(envelope, self._pixel_height())
        weights = np.clip(attention.astype(np.float64), 0.0, 1.0)
        self._wave.setPolygon(between(x, low, high))
        self._wave.setBrush(tint(x, weights, self._palette))
        base = np.full(len(x), _RIBBON_BOTTOM)
        self._ribbon.setPolygon(between(x, base, base + (_RIBBON_TOP - _RIBBON_BOTTOM) * weights))

    def _lay_out(self) -> None:
        item = self._item
        self._plot.setFrameStyle(0)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item.hideButtons()
        item.setMenuEnabled(False)
        item.hideAxis("left")
        item.setMouseEnabled(x=False, y=False)
        item.setContentsMargins(0, 0, 0, 0)
        item.getViewBox().setDefaultPadding(0)
        axis = item.getAxis("bottom")
        axis.setStyle(tickFont=theme.font(Size.SMALL), tickLength=0, tickTextOffset=GRID)
        for part in (self._zero, self._wave, self._ribbon, self._absence):
            item.addItem(part, ignoreBounds=True)
        for polygon in (self._wave, self._ribbon):
            polygon.setPen(Qt.PenStyle.NoPen)
        self._absence.setFont(theme.font(Size.SMALL))
        self._absence.textItem.document().setDocumentMargin(0)

    def _pixel_height(self) -> float:
        height: int = max(1, self._plot.height() - _AXIS)
        return (_WAVE_TOP - _RIBBON_BOTTOM) / height


class _Names(QWidget):
    """What is drawn, written to the left of it."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._voice = self._attention = ""
        self.setFixedWidth(GUTTER)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def tell(self, voice: str, attention: str) -> None:
        self._voice, self._attention = voice, attention
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        per_unit = (self.height() - _AXIS) / (_WAVE_TOP - _RIBBON_BOTTOM)
        for name, at in ((self._voice, 0.0), (self._attention, (_RIBBON_TOP + _RIBBON_BOTTOM) / 2)):
            place = QRectF(0, (_WAVE_TOP - at) * per_unit - GRID, GUTTER - GRID, 2 * GRID)
            paint_name(painter, place, name, self._palette)


class _SmoothItem(QGraphicsPolygonItem):
    """A polygon with smooth edges; the waveform's are crisp, since smoothing them doubles the cost."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Smooth this item only."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)
