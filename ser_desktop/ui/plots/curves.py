"""What a training comes to, epoch by epoch, as lines on one axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.language import number
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import percent

_CAPTION = 3 * GRID
_RULER = 3 * GRID
_MOST_TICKS = 5
_DOTS_APART = 14.0  # pixels: nearer than this epochs are no more marked one by one
_KEY = 2 * GRID


@dataclass(frozen=True)
class Line:
    """One line of a plot: what it is, in the window's language, and its value for each epoch from the first.

    ``main`` is drawn in the accent colour; any other is dashed, so that no hue is needed to tell them apart.
    """

    name: str
    values: tuple[float, ...]
    main: bool = True


class CurvePlot(QWidget):
    """Lines over epochs, on one axis.

    Parameters
    ----------
    shares
        Whether values are shares of one, drawn from 0 to 100 %; else the axis fits what there is.
    """

    def __init__(self, palette: Palette, *, shares: bool = False) -> None:
        super().__init__()
        self._palette = palette
        self._shares = shares
        self._lines: tuple[Line, ...] = ()
        self._epochs = 1
        self._chance: tuple[float, str] | None = None
        self._axis = ""
        self.setMinimumSize(28 * GRID, 17 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def show_lines(
        self, lines: Sequence[Line], epochs: int, axis: str, chance: tuple[float, str] | None = None
    ) -> None:
        """Draw ``lines`` on an axis of so many epochs, named ``axis``.

        ``chance`` is a value to hold them against, and what that is.
        """
        shown = (tuple(lines), max(1, epochs), axis, chance)
        if shown != (self._lines, self._epochs, self._axis, self._chance):
            self._lines, self._epochs, self._axis, self._chance = shown
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which it is easily read."""
        return QSize(48 * GRID, 28 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axes, what is held against, and the lines."""
        painter = QPainter(self)
        painter.setFont(theme.font(Size.SMALL))
        bottom, top, marks = self._scale()
        words = [(value, percent(value) if self._shares else _plain(value, marks)) for value in marks]
        metrics = QFontMetricsF(painter.font())
        gutter = math.ceil(max(metrics.horizontalAdvance(text) for _, text in words)) + GRID
        room = QRectF(gutter, _CAPTION + 4, self.width() - gutter - 4, self.height() - _CAPTION - _RULER - 4)
        frame = _Frame(room, self._epochs, bottom, top)
        self._paint_key(painter, metrics)
        self._paint_scale(painter, frame, words)
        self._paint_epochs(painter, frame, metrics)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            self._paint_line(painter, frame, line)

    def _scale(self) -> tuple[float, float, list[float]]:
        """Return where the axis begins and ends, and its marks."""
        if self._shares:
            return 0.0, 1.0, [0.0, 0.25, 0.5, 0.75, 1.0]
        values = [value for line in self._lines for value in line.values if math.isfinite(value)]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        step = nice_step(max(high - low, 0.1 * abs(high), 1e-6), _MOST_TICKS - 1)
        first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
        marks = [index * step for index in range(first, last + 1)]
        return marks[0], marks[-1], marks

    def _pen(self, line: Line) -> QPen:
        colour = QColor(self._palette.accent if line.main else self._palette.muted)
        style = Qt.PenStyle.SolidLine if line.main else Qt.PenStyle.DashLine
        pen = QPen(colour, 2.0 if line.main else 1.5, style, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _paint_key(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Name the lines above the plot."""
        x = 0.0
        for line in self._lines:
            painter.setPen(self._pen(line))
            painter.drawLine(QPointF(x + 1, _CAPTION / 2), QPointF(x + _KEY, _CAPTION / 2))
            painter.setPen(QColor(self._palette.text if line.main else self._palette.muted))
            width = metrics.horizontalAdvance(line.name)
            place = QRectF(x + _KEY + GRID, 0, width + 2, _CAPTION)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.name)
            x = place.right() + 2 * GRID

    def _paint_scale(self, painter: QPainter, frame: _Frame, words: Sequence[tuple[float, str]]) -> None:
        room = frame.room
        for value, text in words:
            y = round(frame.y(value))
            painter.fillRect(QRectF(room.left(), y, room.width(), 1), QColor(self._palette.line))
            painter.setPen(QColor(self._palette.muted))
            place = QRectF(0, y - GRID, room.left() - GRID, 2 * GRID)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if self._chance is not None:
            value, text = self._chance
            level = round(frame.y(value)) + 0.5
            painter.setPen(QPen(QColor(self._palette.edge), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(room.left(), level), QPointF(room.right(), level))
            painter.setPen(QColor(self._palette.muted))
            place = QRectF(room.left(), level + 2, room.width(), 2 * GRID)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)

    def _paint_epochs(self, painter: QPainter, frame: _Frame, metrics: QFontMetricsF) -> None:
        painter.setPen(QColor(self._palette.muted))
        top = frame.room.bottom() + 4
        name = metrics.horizontalAdvance(self._axis) + 2
        painter.drawText(QRectF(frame.room.right() - name, top, name, _RULER - 4), 0, self._axis)
        step = max(1, round(nice_step(self._epochs, 6)))
        for epoch in (1, *range(step, self._epochs + 1, step)):
            text = number(epoch)
            half = metrics.horizontalAdvance(text) / 2
            x = frame.x(epoch)
            if x + half < frame.room.right() - name - GRID and (
                epoch == 1 or x - half > frame.x(1) + 2 * GRID
            ):
                painter.drawText(QRectF(x - half, top, 2 * half + 2, _RULER - 4), 0, text)

    def _paint_line(self, painter: QPainter, frame: _Frame, line: Line) -> None:
        points = [
            QPointF(frame.x(index + 1), frame.y(value))
            for index, value in enumerate(line.values)
            if math.isfinite(value)
        ]
        painter.setPen(self._pen(line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        apart = frame.x(2) - frame.x(1) if self._epochs > 1 else _DOTS_APART
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.accent if line.main else self._palette.muted))
        for point in points if apart >= _DOTS_APART else points[-1:]:
            painter.drawEllipse(point, 3.0, 3.0)


@dataclass(frozen=True)
class _Frame:
    """Where a value of an epoch is drawn."""

    room: QRectF
    epochs: int
    bottom: float
    top: float

    def x(self, epoch: float) -> float:
        share = (epoch - 1) / max(1, self.epochs - 1) if self.epochs > 1 else 0.5
        return self.room.left() + 2 * GRID + share * (self.room.width() - 4 * GRID)

    def y(self, value: float) -> float:
        return self.room.bottom() - (value - self.bottom) / (self.top - self.bottom) * self.room.height()


def nice_step(span: float, most: int) -> float:
    """Return 1, 2 or 5 times a power of ten, of which at most ``most`` fit into ``span`` (> 0).

    Examples
    --------
    >>> nice_step(1.0, 4), nice_step(60.0, 6)
    (0.5, 10.0)
    """
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * most >= span * (1 - 1e-9))


def _plain(value: float, marks: Sequence[float]) -> str:
    """Write a mark with as many digits as it takes to tell it from the next one."""
    step = marks[1] - marks[0]
    return number(value, max(0, -math.floor(math.log10(step) + 1e-9)))
