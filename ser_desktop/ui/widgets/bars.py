"""A bar for each emotion: icon, word, bar and percent, always in the same order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import EMOTIONS, Prediction
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.ballistics import Easing
from ser_desktop.ui.words import noun, percent

_ICON_COLUMN = 4 * GRID
_WORDS_LEAST = 12 * GRID
_PERCENT_WIDTH = 7 * GRID
_CAPTION = 2 * GRID
_ROW_MAX = 52
_ICON_MIN, _ICON_MAX = 16, 28
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EmotionBars(QWidget):
    """Bars glide with the sound (:meth:`advance`), figures change at reading pace (:meth:`show_words`).

    Without a prediction the bars rest at zero, muted, and no figure is shown. The hatched zone on the left is
    where no emotion is named.

    Parameters
    ----------
    scale
        How much larger everything is than in the window.
    """

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, scale: float = 1.0) -> None:
        super().__init__(parent)
        self._palette = palette
        self._scale = scale
        self._labels: tuple[str, ...] = ()
        self._unsure_below = 0.0
        self._easing = Easing(0)
        self._shown: Prediction | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr("How the voice sounds"))
        self._describe()
        self._measure()
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

    def use_scale(self, scale: float) -> None:
        """Draw so much larger than in the window."""
        self._scale = scale
        self.update()

    def use_labels(self, labels: tuple[str, ...], unsure_below: float) -> None:
        """Show these emotions, in the order that every list has."""
        ordered = tuple(name for name in EMOTIONS if name in labels)
        if (ordered, unsure_below) == (self._labels, self._unsure_below):
            return
        self._labels, self._unsure_below = ordered, unsure_below
        self._easing = Easing(len(ordered))
        self._describe()
        self._measure()
        self.updateGeometry()
        self.update()

    def advance(self, prediction: Prediction | None, elapsed_s: float) -> None:
        """Move the bars by ``elapsed_s`` towards ``prediction``."""
        shares = _shares(prediction)
        self._easing.targets[:] = [shares.get(label, 0.0) for label in self._labels]
        before = self._easing.values
        if self._easing.advance(elapsed_s):
            moved = QRegion()
            for index, (was, now) in enumerate(zip(before, self._easing.values, strict=True)):
                if was != now:
                    moved += self._bar_rect(index)
            self.update(moved)

    def show_words(self, prediction: Prediction | None) -> None:
        """Write the figures of ``prediction`` and emphasise its label."""
        if prediction is not self._shown:
            self._shown = prediction
            self._describe()
            self.update()

    def texts(self) -> list[str]:
        """Rows as they can be read: "Anger 71 %", or the word alone while there is no answer."""
        shares = _shares(self._shown)
        return [
            f"{noun(label)} {percent(shares[label])}" if label in shares else noun(label)
            for label in self._labels
        ]

    def sizeHint(self) -> QSize:
        """Return the height at which all rows are easy to read."""
        return QSize(60 * GRID, len(self._labels) * 4 * GRID + _CAPTION)

    def minimumSizeHint(self) -> QSize:
        """Return the height at which rows do not touch."""
        return QSize(36 * GRID, len(self._labels) * 3 * GRID + _CAPTION)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows over the unsure zone; words only where they are asked for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.background))
        if not self._labels:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        bars_only = self._bars_rect().contains(event.rect())
        self._paint_zone(painter)
        rows = [index for index in range(len(self._labels)) if self._touches(event, index)]
        for index in rows:
            self._paint_track(painter, index)
        self._paint_threshold(painter)
        for index in rows:
            self._paint_fill(painter, index)
        if not bars_only:
            self._paint_words(painter)
            self._paint_caption(painter)

    def _measure(self) -> None:
        """Leave room before the tracks for the longest word of the language."""
        metrics = QFontMetrics(theme.font(bold=True))
        widest = max((metrics.horizontalAdvance(noun(label)) for label in self._labels), default=0)
        self._track_left = _ICON_COLUMN + max(_WORDS_LEAST, widest + GRID)

    def _touches(self, event: QPaintEvent, index: int) -> bool:
        return event.region().intersects(self._bar_rect(index))

    @property
    def _row_height(self) -> int:
        room = int(self.height() / self._scale) - _CAPTION
        return min(_ROW_MAX, room // max(1, len(self._labels)))

    @property
    def _icon_side(self) -> int:
        height = self._row_height
        return min(_ICON_MAX, max(_ICON_MIN, height - 4 if height < 28 else 20 + (height - 28) // 3))

    def _row(self, index: int) -> QRectF:
        height = self._row_height
        return QRectF(0, index * height, self.width() / self._scale, height)

    def _track(self, index: int, *, wins: bool) -> QRectF:
        row = self._row(index)
        thick = row.height() * (0.36 if wins else 0.22)
        width = max(0.0, row.width() - self._track_left - _PERCENT_WIDTH)
        return QRectF(self._track_left, row.center().y() - thick / 2, width, thick)

    def _bar_rect(self, index: int) -> QRect:
        """Return the pixels that a bar can cover."""
        track = self._track(index, wins=True).adjusted(-1, -1, 1, 1)
        return QRectF(track.topLeft() * self._scale, track.size() * self._scale).toAlignedRect()

    def _bars_rect(self) -> QRect:
        return self._bar_rect(0).united(self._bar_rect(len(self._labels) - 1))

    def _wins(self, index: int) -> bool:
        return self._shown is not None and self._shown.label == self._labels[index]

    def _colour(self, index: int) -> QColor:
        palette = self._palette
        return QColor(palette.wave if self._shown is None else palette.emotions[self._labels[index]])

    def _paint_track(self, painter: QPainter, index: int) -> None:
        track, palette = self._track(index, wins=self._wins(index)), self._palette
        _paint_bar(painter, track, 1.0, QColor(palette.selected))
        if palette.strong:
            _outline_bar(painter, track, QColor(palette.edge))

    def _paint_fill(self, painter: QPainter, index: int) -> None:
        track = self._track(index, wins=self._wins(index))
        _paint_bar(painter, track, float(self._easing.values[index]), self._colour(index))

    def _paint_words(self, painter: QPainter) -> None:
        """Draw icons, words and figures; the winner's and the second's stand out."""
        shares = _shares(self._shown)
        first_two = list(shares)[:2]
        side = self._icon_side
        for index, label in enumerate(self._labels):
            row = self._row(index)
            square = QRectF(0, round(row.center().y() - side / 2), side, side)
            icons.paint(painter, label, square, self._colour(index))
            painter.setFont(theme.font(bold=self._wins(index)))
            painter.setPen(QColor(self._palette.text if label in first_two else self._palette.muted))
            painter.drawText(row.adjusted(_ICON_COLUMN, 0, 0, 0), _MIDDLE, noun(label))
            if label in shares:
                painter.drawText(row, _MIDDLE | Qt.AlignmentFlag.AlignRight, percent(shares[label]))

    def _zone(self) -> QRectF:
        """Where a bar that ends there names nothing."""
        if not 0 < self._unsure_below < 1:
            return QRectF()
        track = self._track(0, wins=True)
        return QRectF(
            track.left(), 0, round(self._unsure_below * track.width()), self._row_height * len(self._labels)
        )

    def _paint_zone(self, painter: QPainter) -> None:
        zone, palette = self._zone(), self._palette
        if zone.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.blend(palette.background, palette.text, 0.05))
        painter.drawRect(zone)

    @property
    def _unsure(self) -> bool:
        return self._shown is not None and self._shown.label is None

    def _paint_threshold(self, painter: QPainter) -> None:
        zone, palette = self._zone(), self._palette
        if not zone.isEmpty():
            edge = QRectF(zone.right(), 0, 2 if self._unsure else 1, zone.height())
            painter.fillRect(edge, QColor(palette.text if self._unsure else palette.edge))

    def _paint_caption(self, painter: QPainter) -> None:
        zone = self._zone()
        if zone.isEmpty():
            return
        painter.setFont(theme.font(Size.SMALL, bold=self._unsure))
        painter.setPen(QColor(self._palette.text if self._unsure else self._palette.muted))
        place = QRectF(zone.left(), zone.bottom(), zone.width(), _CAPTION)
        flags = _MIDDLE | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip
        painter.drawText(place, flags, self._caption())

    def _caption(self) -> str:
        return tr("unsure below {share}", share=percent(self._unsure_below))

    def _describe(self) -> None:
        """Tell a screen reader the rows, and where no emotion is named."""
        told = self.texts()
        if 0 < self._unsure_below < 1:
            told.append(self._caption())
        self.setAccessibleDescription("; ".join(told))


def _paint_bar(painter: QPainter, track: QRectF, share: float, colour: QColor) -> None:
    bar = QRectF(track.left(), track.top(), share * track.width(), track.height())
    radius = min(bar.width(), bar.height()) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(bar, radius, radius)


def _outline_bar(painter: QPainter, track: QRectF, colour: QColor) -> None:
    frame = track.adjusted(-0.5, -0.5, 0.5, 0.5)
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)


def _shares(prediction: Prediction | None) -> Mapping[str, float]:
    return {} if prediction is None else dict(prediction.ranked)
