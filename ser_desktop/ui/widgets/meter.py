"""The level meter: peak over RMS on a scale in dBFS, with zones, peak hold and a clip lamp."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import Level
from ser_desktop.ui import theme
from ser_desktop.ui.language import number, tr
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.ballistics import FLOOR_DBFS, MeterBallistics, Needles

_TICKS_DBFS = (-60, -48, -36, -24, -12, -6, 0)
_LOUD_DBFS, _HOT_DBFS = -12.0, -6.0
_LAMP_WIDTH = 6 * GRID
_FIGURE_WIDTH = 9 * GRID
_TOP = 6.0


class LevelMeter(QWidget):
    """Shows that it hears, before anything is inferred. A press on the lamp puts it out.

    Parameters
    ----------
    thick
        Height of the bar in pixels.
    """

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, thick: int = GRID) -> None:
        super().__init__(parent)
        self._palette = palette
        self._thick = thick
        self._ballistics = MeterBallistics()
        self._drawn = Needles()
        self._figure = ""
        self.setFixedHeight(3 * GRID + thick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr("Level of the microphone"))
        self.setToolTip(
            tr(
                "Level in dB below full scale; speak so that it stays below the red zone. "
                "The lamp stays on after clipping until it is pressed."
            )
        )
        self._figure = ""
        self.show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    @property
    def clipped(self) -> bool:
        """Whether the clip lamp is on."""
        return self._ballistics.needles.clipped

    def advance(self, level: Level, elapsed_s: float) -> None:
        """Move the needles by ``elapsed_s`` towards ``level``."""
        needles = self._ballistics.advance(level, elapsed_s)
        if needles != self._drawn:
            self._drawn = needles
            self.update()

    def show_words(self) -> None:
        """Write the held peak."""
        hold = self._ballistics.needles.hold_dbfs
        figure = "" if hold <= FLOOR_DBFS else f"{number(hold, 1)} dB"
        if figure != self._figure:
            self._figure = figure
            told = tr("Peak {level}", level=figure) if figure else tr("Peak too quiet to show")
            self.setAccessibleDescription(f"{told}, {tr('clipped')}" if self.clipped else told)
            self.update()

    def reset_clip(self) -> None:
        """Put the clip lamp out."""
        self._ballistics.reset_clip()
        self._drawn = self._ballistics.needles
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width at which the ticks stand apart."""
        return QSize(60 * GRID, 3 * GRID + self._thick)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the lamp out when it is pressed."""
        if event.position().x() >= self.width() - _LAMP_WIDTH:
            self.reset_clip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, needles, ticks, figure and lamp."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, _TOP, self.width() - _LAMP_WIDTH - _FIGURE_WIDTH - 3 * GRID, self._thick)
        self._paint_needles(painter, track)
        self._paint_ticks(painter, track)
        self._paint_lamp(painter)

    def _x(self, track: QRectF, dbfs: float) -> float:
        return track.left() + track.width() * (1.0 - dbfs / FLOOR_DBFS)

    def _paint_needles(self, painter: QPainter, track: QRectF) -> None:
        palette, needles = self._palette, self._drawn
        zones = (
            (FLOOR_DBFS, _LOUD_DBFS, palette.wave),
            (_LOUD_DBFS, _HOT_DBFS, palette.accent),
            (_HOT_DBFS, 0.0, palette.warning),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        for low, high, colour in zones:
            left, right = self._x(track, low), self._x(track, high)
            zone = QRectF(left, track.top(), right - left - 1, track.height())
            painter.fillRect(zone, theme.blend(palette.background, colour, 0.22))
            if palette.strong:
                painter.fillRect(QRectF(left, track.bottom(), zone.width(), 2), QColor(colour))
            for dbfs, tone in ((needles.peak_dbfs, 0.6), (needles.rms_dbfs, 1.0)):
                reach = QRectF(zone)
                reach.setRight(min(zone.right(), self._x(track, dbfs)))
                if reach.width() > 0:
                    painter.fillRect(reach, theme.blend(palette.background, colour, tone))
        if needles.hold_dbfs > FLOOR_DBFS:
            hold = self._x(track, needles.hold_dbfs)
            painter.fillRect(QRectF(hold - 2, track.top() - 2, 2, track.height() + 4), QColor(palette.text))

    def _paint_ticks(self, painter: QPainter, track: QRectF) -> None:
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(self._palette.muted))
        for dbfs in _TICKS_DBFS:
            text = number(dbfs)
            half = painter.fontMetrics().horizontalAdvance(text) / 2
            x = max(half, self._x(track, dbfs))  # the first one stays within the margin
            place = QRectF(x - half, track.bottom() + 2, 2 * half + 1, 2 * GRID)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        figure = QRectF(track.right() + GRID, track.center().y() - GRID, _FIGURE_WIDTH, 2 * GRID)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._figure)

    def _paint_lamp(self, painter: QPainter) -> None:
        palette, lit = self._palette, self._drawn.clipped
        lamp = QRectF(
            self.width() - _LAMP_WIDTH + 0.5, 0.5, _LAMP_WIDTH - 1, 2 * (_TOP + self._thick / 2) - 1
        )
        painter.setPen(Qt.PenStyle.NoPen if lit else QColor(palette.edge))
        painter.setBrush(QColor(palette.warning) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(lamp, 4, 4)
        painter.setFont(theme.font(Size.SMALL, bold=lit))
        painter.setPen(QColor(palette.background if lit else palette.muted))
        painter.drawText(lamp, Qt.AlignmentFlag.AlignCenter, tr("Clip"))
