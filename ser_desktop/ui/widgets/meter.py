"""The level meter: peak over RMS on a scale in dBFS, with zones, peak hold and a clip lamp."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
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
_SILENT_DBFS = -90.0  # 16 bits reach down to here; no microphone in a room does


class LevelMeter(QWidget):
    """Shows that it hears, before anything is inferred. A press on the lamp puts it out.

    Parameters
    ----------
    thick
        Height of the bar in pixels.
    gutter
        Room to the left for its name; none where it is 0.
    """

    def __init__(
        self, palette: Palette, parent: QWidget | None = None, *, thick: int = GRID, gutter: int = 0
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._thick = thick
        self._gutter = gutter
        self._ballistics = MeterBallistics()
        self._level = Level()
        self._drawn = Needles()
        self._figure = ""
        self._figure_width = _FIGURE_WIDTH
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        widest = QFontMetrics(theme.font(Size.SMALL)).horizontalAdvance(tr("no signal"))
        self._figure_width = max(_FIGURE_WIDTH, widest + GRID)
        self._figure = ""
        self.show_words()
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

    @property
    def clipped(self) -> bool:
        """Whether the clip lamp is on."""
        return self._ballistics.needles.clipped

    def advance(self, level: Level, elapsed_s: float) -> None:
        """Move the needles by ``elapsed_s`` towards ``level``."""
        self._level = level
        before, self._drawn = self._drawn, self._ballistics.advance(level, elapsed_s)
        if self._drawn.clipped != before.clipped:
            self.update()
        elif self._drawn != before:
            self.update(self._track().adjusted(0, -2, 0, 2).toAlignedRect())

    def show_words(self, *, hearing: bool = True) -> None:
        """Write the held peak; or that no signal comes, where there should be one: ``hearing``."""
        hold, silent = self._drawn.hold_dbfs, self._level.peak_dbfs <= _SILENT_DBFS
        figure = f"{number(hold, 1)} dB" if hold > FLOOR_DBFS else ""
        told = tr("Peak {level}", level=figure) if figure else tr("Peak too quiet to show")
        if silent and not figure:
            figure = tr("no signal") if hearing else ""
            told = tr("No signal") if hearing else tr("Not listening")
        told = f"{told}, {tr('clipped')}" if self.clipped else told
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        if figure != self._figure:
            self._figure = figure
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, needles, ticks, figure and lamp."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._palette.background))
        track = self._track()
        self._paint_needles(painter, track)
        if not track.adjusted(0, -3, 0, 3).contains(QRectF(event.rect())):
            self._paint_ticks(painter, track)
            self._paint_lamp(painter)

    def _track(self) -> QRectF:
        width = self.width() - self._gutter - _LAMP_WIDTH - self._figure_width - 3 * GRID
        return QRectF(self._gutter, _TOP, max(0, width), self._thick)

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
                if palette.strong and tone < 1.0:  # the peak is thinner there, not paler
                    reach.setTop(track.center().y())
                if reach.width() > 0:
                    share = 1.0 if palette.strong else tone
                    painter.fillRect(reach, theme.blend(palette.background, colour, share))
        if needles.hold_dbfs > FLOOR_DBFS:
            hold = self._x(track, needles.hold_dbfs)
            painter.fillRect(QRectF(hold - 2, track.top() - 2, 2, track.height() + 4), QColor(palette.text))

    def _paint_ticks(self, painter: QPainter, track: QRectF) -> None:
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(self._palette.muted))
        for dbfs in _TICKS_DBFS:
            text = number(dbfs)
            half = painter.fontMetrics().horizontalAdvance(text) / 2
            x = max(track.left() + half, self._x(track, dbfs))  # the first one stays within the margin
            place = QRectF(x - half, track.bottom() + 2, 2 * half + 1, 2 * GRID)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        figure = QRectF(track.right() + GRID, track.center().y() - GRID, self._figure_width, 2 * GRID)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._figure)
        if self._gutter:
            name = QRectF(0, track.center().y() - GRID, self._gutter - GRID, 2 * GRID)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, tr("Level"))

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
