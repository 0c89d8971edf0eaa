"""The last seconds of what is listened to, the waveform over its attention, on a time axis that ends now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import Trace
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.gutter import GUTTER, paint_name
from ser_desktop.ui.plots.ring import Tones, WaveRing
from ser_desktop.ui.theme import GRID, Palette, Size

SPAN_S = 10.0
_AXIS = 3 * GRID
_TICK_S = 2
_LEAST = 11 * GRID


class TracePlot(QWidget):
    """Draws a :class:`Trace`; it advances by whole pixels, so that nothing shimmers.

    Heights follow the square root of the amplitude, so that a quiet voice is seen and a loud one fits
    without a scale that moves. The waveform is tinted where the model attends, the ribbon says how much.
    """

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._trace: Trace | None = None
        self._ring: WaveRing | None = None
        self._image = QImage()
        self._attends = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette, self._ring = palette, None
        self.update()

    def show_trace(self, trace: Trace | None) -> None:
        """Draw ``trace``, or an empty axis where there is none."""
        if trace is self._trace:
            return
        self._trace = trace
        if self._ring is None or self._follow(self._ring):
            self.update(self._plot())

    def tell_attention(self, *, shown: bool) -> None:
        """Name the ribbon; or say, in its place, that the model has none to show."""
        if shown != self._attends:
            self._attends = shown
            self.retranslate()
            self.update()

    def retranslate(self) -> None:
        """Name what is drawn, in the window's language."""
        what = tr("the last ten seconds")
        name = tr("Waveform and attention of {what}", what=what)
        if not self._attends:
            name = tr("Waveform of {what}. {attention}", what=what, attention=tr(words.NO_ATTENTION))
        self.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()

    def texts(self) -> tuple[str, str]:
        """Return the words in the plot, from the top."""
        return tr("Voice"), tr(words.ATTENTION if self._attends else words.NO_ATTENTION)

    def sizeHint(self) -> QSize:
        """Return a size at which syllables are told apart."""
        return QSize(80 * GRID, 32 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(40 * GRID, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all of it anew."""
        super().resizeEvent(event)
        self._ring = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture; names and axis only where they are asked for."""
        painter = QPainter(self)
        plot = self._plot()
        ratio = self.devicePixelRatioF()
        if self._ring is None or self._image.devicePixelRatio() != ratio:
            self._begin(plot, ratio)
        if not plot.contains(event.rect()):
            painter.fillRect(event.rect(), QColor(self._palette.background))
            self._paint_names(painter, plot)
            self._paint_axis(painter, plot)
        if self._ring is not None and plot.intersects(event.rect()):
            self._paint_ring(painter, plot, self._ring, ratio)
        if not self._attends:
            self._paint_absence(painter, plot)

    def _plot(self) -> QRect:
        return QRect(GUTTER, 0, max(0, self.width() - GUTTER), max(0, self.height() - _AXIS))

    def _begin(self, plot: QRect, ratio: float) -> None:
        palette = self._palette
        names = (palette.background, palette.line, palette.wave, palette.accent)
        ground, line, rest, attended = (_rgb(QColor(name)) for name in names)
        ribbon = _rgb(theme.blend(palette.background, palette.accent, 0.85))
        width, height = round(plot.width() * ratio), round(plot.height() * ratio)
        ring = self._ring = WaveRing(width, height, SPAN_S, Tones(ground, line, rest, attended, ribbon))
        pixels = ring.pixels
        self._image = QImage(
            pixels.data, ring.width, ring.height, pixels.strides[0], QImage.Format.Format_RGB32
        )
        self._image.setDevicePixelRatio(ratio)
        self._follow(ring)

    def _follow(self, ring: WaveRing) -> bool:
        """Draw what is new; tell whether anything was."""
        if self._trace is None:
            ring.clear()
            return True
        before = ring.right
        return ring.advance(self._trace) > 0 or ring.right != before

    def _paint_ring(self, painter: QPainter, plot: QRect, ring: WaveRing, ratio: float) -> None:
        for source, target, count in ring.parts():
            if count:
                place = QPointF(plot.left() + target / ratio, plot.top())
                painter.drawImage(place, self._image, QRectF(source, 0, count, ring.height))

    def _paint_names(self, painter: QPainter, plot: QRect) -> None:
        voice, attention = self.texts()
        wave, ribbon = self._halves(plot)
        paint_name(painter, QRectF(0, wave.top(), GUTTER - GRID, wave.height()), voice, self._palette)
        if self._attends:
            place = QRectF(0, ribbon.center().y() - GRID, GUTTER - GRID, 2 * GRID)
            paint_name(painter, place, attention, self._palette)

    def _paint_absence(self, painter: QPainter, plot: QRect) -> None:
        _, ribbon = self._halves(plot)
        place = QRectF(ribbon.left(), ribbon.center().y() - GRID, ribbon.width(), 2 * GRID)
        painter.fillRect(place, QColor(self._palette.background))
        paint_name(painter, place, self.texts()[1], self._palette)

    def _halves(self, plot: QRect) -> tuple[QRectF, QRectF]:
        """Where the waveform is, and where the attention."""
        ring, ratio = self._ring, self.devicePixelRatioF()
        if ring is None:
            return QRectF(plot), QRectF()
        wave = QRectF(plot.left(), plot.top(), plot.width(), ring.wave_bottom / ratio)
        top = ring.ribbon_top / ratio
        return wave, QRectF(plot.left(), top, plot.width(), plot.height() - top)

    def _paint_axis(self, painter: QPainter, plot: QRect) -> None:
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(self._palette.muted))
        top, per_s = plot.bottom() + 1, plot.width() / SPAN_S
        for ago_s in range(_TICK_S, int(SPAN_S), _TICK_S):
            place = QRectF(plot.right() + 1 - ago_s * per_s - 4 * GRID, top, 8 * GRID, _AXIS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.seconds(-ago_s, 0))
        now = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(plot.left(), top, plot.width(), _AXIS), now, tr("now"))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
