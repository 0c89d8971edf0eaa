"""A plane from unpleasant to pleasant and from calm to excited, with a point for the voice and its trail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import EMOTIONS, Prediction
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import number, tr
from ser_desktop.ui.plots.affect import POSITIONS, TRAIL_S, Place, Trail, apart
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.ballistics import Easing

_ICON, _LARGE_ICON = 16, 24
_LARGE = 40 * GRID  # a plot of this height has room for larger faces
_TEXT = 2 * GRID
_POINT = 5.0
_FADE_S = 0.1  # how often the trail gets paler while the point rests
_FAINT = 0.5


class AffectPlane(QWidget):
    """Shows where the emotions' probabilities lie between them; it says that nothing was measured."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._labels: tuple[str, ...] = ()
        self._trail = Trail()
        self._easing = Easing(2)
        self._resting_s = 0.0
        self._ground: QPixmap | None = None
        self._plot = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Name itself, and what it shows, in the window's language."""
        self.setAccessibleName(tr("Valence and arousal, {caption}", caption=self._caption()))
        self.setToolTip(
            tr(
                "Each emotion has the place that people gave it in a study; the point is their mean, "
                "weighted by what the model says. The trail shows the last eight seconds."
            )
        )
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._redraw()

    def use_labels(self, labels: tuple[str, ...]) -> None:
        """Show these emotions at their places."""
        ordered = tuple(label for label in EMOTIONS if label in labels)
        if ordered != self._labels:
            self._labels = ordered
            self._redraw()

    def advance(self, prediction: Prediction | None, elapsed_s: float) -> None:
        """Move the point by ``elapsed_s`` towards ``prediction``, and let the trail fade."""
        was_there = self._trail.now is not None
        there = self._trail.advance(prediction, elapsed_s)
        now = self._trail.now
        if now is not None:
            self._easing.targets[:] = now.valence, now.arousal
            if not was_there:
                self._easing.values = self._easing.targets.copy()
        self._resting_s += elapsed_s
        if self._easing.advance(elapsed_s) or (there and self._resting_s >= _FADE_S):
            self._resting_s = 0.0
            self.update(self._plot.adjusted(1, 1, -1, -1).toAlignedRect())

    def show_words(self) -> None:
        """Tell a screen reader where the point is."""
        now = self._trail.now
        told = tr("Nobody speaks") if now is None else self._told(now)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def sizeHint(self) -> QSize:
        """Return a size at which the emotions stand apart."""
        return QSize(36 * GRID, 30 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which words and faces have room."""
        return QSize(26 * GRID, 20 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all of it anew."""
        super().resizeEvent(event)
        self._ground = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the trail and the point over what never moves."""
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._painted(ratio)
        painter = QPainter(self)
        area = event.rect()
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._ground, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trail(painter)

    def _caption(self) -> str:
        return tr("derived from the emotions, not measured")

    def _told(self, place: Place) -> str:
        valence, arousal = number(place.valence, 1), number(place.arousal, 1)
        return tr("Valence {valence}, arousal {arousal}", valence=valence, arousal=arousal)

    def _redraw(self) -> None:
        self._ground = None
        self.update()

    def _caption_height(self) -> int:
        metrics = QFontMetrics(theme.font(Size.SMALL))
        lines = 1 if metrics.horizontalAdvance(self._caption()) <= self.width() else 2
        return lines * _TEXT

    def _measure(self) -> QRectF:
        """Return where points lie: what words leave."""
        height = self.height() - _TEXT - self._caption_height() - GRID / 2
        return QRectF(_TEXT + 2.5, 0.5, max(1, self.width() - _TEXT - 3), max(1, height))

    def _point(self, valence: float, arousal: float) -> QPointF:
        plot = self._plot
        middle = plot.center()
        x = middle.x() + valence * (plot.width() / 2 - GRID)
        return QPointF(x, middle.y() - arousal * (plot.height() / 2 - GRID))

    def _painted(self, ratio: float) -> QPixmap:
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(QColor(self._palette.background))
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot = self._measure()
        painter.setPen(QColor(self._palette.line))
        painter.drawRoundedRect(plot, GRID, GRID)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        middle = plot.center().toPoint()
        painter.drawLine(QLineF(plot.left(), middle.y(), plot.right(), middle.y()))
        painter.drawLine(QLineF(middle.x(), plot.top(), middle.x(), plot.bottom()))
        self._paint_faces(painter)
        self._paint_axes(painter, plot)
        painter.end()
        return ground

    def _paint_faces(self, painter: QPainter) -> None:
        share = 1.0 if self._palette.strong else _FAINT
        places = [self._point(*POSITIONS[label]) for label in self._labels]
        side = _LARGE_ICON if self._plot.height() >= _LARGE else _ICON
        middles = apart([(place.x(), place.y()) for place in places], side + 4)
        for label, (x, y) in zip(self._labels, middles, strict=True):
            colour = theme.blend(self._palette.background, self._palette.emotions[label], share)
            square = QRectF(round(x - side / 2), round(y - side / 2), side, side)
            icons.paint(painter, label, square, colour)

    def _paint_axes(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme.font(Size.SMALL))
        below = QRect(int(plot.left()), int(plot.bottom()) + 2, int(plot.width()), _TEXT)
        self._paint_axis(painter, below, tr("unpleasant"), tr("Valence"), tr("pleasant"))
        painter.save()
        painter.translate(0, plot.bottom())
        painter.rotate(-90)
        beside = QRect(0, 0, int(plot.height()), _TEXT)
        self._paint_axis(painter, beside, tr("calm"), tr("Arousal"), tr("excited"))
        painter.restore()
        painter.setPen(QColor(self._palette.muted))
        caption = QRect(0, below.bottom() + 1 + GRID // 2, self.width(), self._caption_height())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(caption, flags, self._caption())

    def _paint_axis(self, painter: QPainter, room: QRect, low: str, name: str, high: str) -> None:
        """Write the ends of an axis, and between them its name if there is room."""
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self._palette.muted))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, high)
        metrics = painter.fontMetrics()
        ends = max(map(metrics.horizontalAdvance, (low, high)))
        if room.width() - 2 * ends >= metrics.horizontalAdvance(name) + 2 * GRID:
            painter.setPen(QColor(self._palette.text))
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignHCenter, name)

    def _paint_trail(self, painter: QPainter) -> None:
        palette = self._palette
        before: QPointF | None = None
        points = self._trail.points
        for number_, (age_s, place) in enumerate(points):
            if place is None:
                before = None
                continue
            last = number_ == len(points) - 1
            at = self._point(*self._easing.values) if last else self._point(place.valence, place.arousal)
            if before is not None:
                share = max(0.0, 1.0 - age_s / TRAIL_S)
                painter.setPen(QPen(theme.blend(palette.background, palette.accent, share), 2))
                painter.drawLine(before, at)
            before = at
        if self._trail.now is not None:
            painter.setPen(QPen(QColor(palette.background), 2))
            painter.setBrush(QColor(palette.accent))
            painter.drawEllipse(self._point(*self._easing.values), _POINT, _POINT)
