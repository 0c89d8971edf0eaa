"""A bar for each emotion: icon, word, bar and percent, always in the same order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ser_desktop.results import EMOTIONS, Prediction
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.ballistics import Easing
from ser_desktop.ui.words import noun, percent

_ICON = 20
_WORD_LEFT = _ICON + 12
_TRACK_LEFT = _WORD_LEFT + 12 * GRID
_PERCENT_WIDTH = 7 * GRID
_CAPTION = 2 * GRID
_ROW_MIN, _ROW_MAX = 3 * GRID, 5 * GRID
_THIN, _THICK = 6.0, 10.0


class EmotionBars(QWidget):
    """Bars glide with the sound (:meth:`advance`), figures change at reading pace (:meth:`show_words`).

    Without a prediction the bars rest at zero, muted, and no figure is shown.
    """

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._labels: tuple[str, ...] = ()
        self._unsure_below = 0.0
        self._easing = Easing(0)
        self._shown: Prediction | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr("How the voice sounds"))
        self.setAccessibleDescription("; ".join(self.texts()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def use_labels(self, labels: tuple[str, ...], unsure_below: float) -> None:
        """Show these emotions, in the order that every list has."""
        ordered = tuple(name for name in EMOTIONS if name in labels)
        if (ordered, unsure_below) == (self._labels, self._unsure_below):
            return
        self._labels, self._unsure_below = ordered, unsure_below
        self._easing = Easing(len(ordered))
        self.updateGeometry()
        self.update()

    def advance(self, prediction: Prediction | None, elapsed_s: float) -> None:
        """Move the bars by ``elapsed_s`` towards ``prediction``."""
        shares = _shares(prediction)
        self._easing.targets[:] = [shares.get(label, 0.0) for label in self._labels]
        if self._easing.advance(elapsed_s):
            self.update()

    def show_words(self, prediction: Prediction | None) -> None:
        """Write the figures of ``prediction`` and emphasise its label."""
        if prediction is not self._shown:
            self._shown = prediction
            self.setAccessibleDescription("; ".join(self.texts()))
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
        """Return the height below which rows would touch."""
        return QSize(40 * GRID, len(self._labels) * _ROW_MIN + _CAPTION)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows and the unsure zone."""
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(_ROW_MAX, (self.height() - _CAPTION) // len(self._labels))
        shares = _shares(self._shown)
        for index, label in enumerate(self._labels):
            self._paint_row(
                painter, QRectF(0, index * height, self.width(), height), index, shares.get(label)
            )
        self._paint_unsure_zone(painter, height * len(self._labels))

    def _track(self, row: QRectF, thickness: float) -> QRectF:
        width = row.width() - _TRACK_LEFT - _PERCENT_WIDTH
        return QRectF(_TRACK_LEFT, row.center().y() - thickness / 2, width, thickness)

    def _paint_row(self, painter: QPainter, row: QRectF, index: int, share: float | None) -> None:
        label, palette = self._labels[index], self._palette
        wins = self._shown is not None and self._shown.label == label
        colour = QColor(palette.wave if share is None else palette.emotions[label])
        icons.paint(painter, label, QRectF(0, row.center().y() - _ICON / 2, _ICON, _ICON), colour)

        track = self._track(row, _THICK if wins else _THIN)
        _paint_bar(painter, track, 1.0, QColor(palette.raised))
        if palette.strong:
            _outline_bar(painter, track, QColor(palette.edge))
        _paint_bar(painter, track, float(self._easing.values[index]), colour)

        painter.setFont(theme.font(bold=wins))
        painter.setPen(QColor(palette.text if wins else palette.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row.adjusted(_WORD_LEFT, 0, 0, 0), middle, noun(label))
        if share is not None:
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, percent(share))

    def _paint_unsure_zone(self, painter: QPainter, bottom: float) -> None:
        if not 0 < self._unsure_below < 1:
            return
        track = self._track(QRectF(0, 0, self.width(), _ROW_MIN), _THIN)
        x = round(track.left() + self._unsure_below * track.width()) + 0.5
        painter.setPen(QColor(self._palette.edge))
        painter.drawLine(int(x), 0, int(x), int(bottom))
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(self._palette.muted))
        caption = QRectF(track.left(), bottom, x - track.left(), _CAPTION)
        painter.drawText(
            caption,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip,
            tr("unsure below {share}", share=percent(self._unsure_below)),
        )


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
