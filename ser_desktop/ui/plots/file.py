"""A recording on one time axis: waveform over attention, utterances, and probabilities as stacked areas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ser_desktop.results import Course, Float32, Segment
from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.lanes import Lanes, Scene, paint_scene
from ser_desktop.ui.plots.viewport import Selection, Viewport
from ser_desktop.ui.theme import GRID, Palette

_CLICK_PIXELS = 3
_WHEEL = 1.25  # a notch of the wheel
_EDGE = 2.0
_WORTH_TELLING = 0.01


class Columns(Protocol):
    """Where a waveform's columns come from: :class:`~ser_desktop.engine.overview.Overview`."""

    @property
    def rate_hz(self) -> int:
        """Samples a second; 0 while nobody knows."""

    @property
    def version(self) -> int:
        """Another one whenever there is more to draw."""

    def columns(self, start: int, end: int, most: int) -> tuple[int, int, Float32]:
        """Return first sample, samples a column, and the columns [n, 2] between two samples."""


@dataclass(frozen=True)
class Hearing:
    """What the model heard so far, and up to where."""

    course: Course
    segments: tuple[Segment, ...] = ()
    hop_s: float = 0.2
    until_s: float = 0.0
    complete: bool = False


@dataclass
class _Press:
    """A button that is held: where it went down, and whether the pointer left that place."""

    at: QPointF
    time_s: float
    moved: bool = field(default=False)


class FilePlot(QWidget):
    """Draws what is seen through a :class:`Viewport`; the picture is kept until something in it changes.

    ``looked`` tells another viewport that was asked for by wheel or drag, ``pointed`` the second that was
    clicked, ``selecting`` and ``selected`` the stretch being dragged and the one that was.
    """

    looked = Signal(object)
    pointed = Signal(float)
    selecting = Signal(object)
    selected = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._columns: Columns | None = None
        self._heard: Hearing | None = None
        self._viewport = Viewport.whole(1.0)
        self._selection: Selection | None = None
        self._cursor_s: float | None = None
        self._picture: QPixmap | None = None
        self._drawn: tuple[object, ...] = ()
        self._press: _Press | None = None
        self.setMinimumSize(40 * GRID, 30 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()

    @property
    def viewport(self) -> Viewport:
        """What is seen."""
        return self._viewport

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._redraw()

    def show_recording(self, columns: Columns | None) -> None:
        """Draw another recording."""
        self._columns, self._heard, self._selection, self._cursor_s = columns, None, None, None
        self._redraw()

    def show_heard(self, heard: Hearing | None) -> None:
        """Draw what the model heard."""
        if heard is not self._heard:
            self._heard = heard
            self._redraw()

    def look(self, viewport: Viewport) -> None:
        """See another stretch."""
        if viewport != self._viewport:
            self._viewport = viewport
            self._redraw()

    def refresh(self) -> None:
        """Draw again if there is more of the waveform than there was."""
        if self._picture is not None and self._state() != self._drawn:
            self._redraw()

    def select(self, selection: Selection | None) -> None:
        """Mark a stretch, or none."""
        if selection != self._selection:
            self._selection = selection
            self.update()

    def point(self, cursor_s: float | None) -> None:
        """Put the cursor at a time, or take it away; only what lies under it is painted."""
        if cursor_s == self._cursor_s:
            return
        for time_s in (self._cursor_s, cursor_s):
            if time_s is not None:
                x = self._lanes().x(time_s)
                self.update(int(x) - 2, 0, 5, self.height())
        self._cursor_s = cursor_s

    def sizeHint(self) -> QSize:
        """Return a size at which everything can be read."""
        return QSize(100 * GRID, 48 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay selection and cursor over the picture."""
        if self._picture is None:
            self._picture = self._painted()
        painter = QPainter(self)
        ratio = self._picture.devicePixelRatio()
        area = event.rect()
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._picture, source)
        lanes = self._lanes()
        if self._selection is not None:
            self._paint_selection(painter, lanes, self._selection)
        if self._cursor_s is not None and lanes.left <= (x := lanes.x(self._cursor_s)) <= lanes.right:
            painter.fillRect(QRectF(round(x), 0, 1, lanes.ruler.top()), QColor(self._palette.text))
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            theme.paint_frame(painter, QRectF(self.rect()), self._palette, focused=True)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another font or language, or on another screen."""
        super().changeEvent(event)
        self._name()
        self._redraw()

    def event(self, event: QEvent) -> bool:
        """Tell, where the pointer rests, what the model said there."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(self._lanes().time_s(event.pos().x())), self)
            return True
        return super().event(event)

    def told_at(self, time_s: float) -> str:
        """Return the answer about a time in words; nothing where there is none."""
        heard = self._heard
        if heard is None:
            return ""
        index = int(np.searchsorted(heard.course.times_s, time_s))
        if index == len(heard.course) or heard.course.times_s[index] - time_s > heard.hop_s:
            return ""
        row = heard.course.probabilities[index]
        ranked = [(heard.course.labels[label], float(row[label])) for label in np.argsort(-row)]
        told = [(label, share) for label, share in ranked if share >= _WORTH_TELLING]
        lines = [f"{words.noun(label)} {words.percent(share)}" for label, share in told]
        return "\n".join([words.seconds(time_s), *lines])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; sideways, or with Shift, move along."""
        delta = event.angleDelta()
        sideways = delta.x() or (delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways:
            self.looked.emit(self._viewport.moved(-sideways / 120 * 0.1 * self._viewport.span_s))
        elif delta.y():
            at_s = self._lanes().time_s(event.position().x())
            self.looked.emit(self._viewport.zoomed(_WHEEL ** (delta.y() / 120), at_s))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; with Shift, lead the end of the selection here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at_s = self._lanes().time_s(event.position().x())
        self._press = _Press(event.position(), at_s)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection is not None:
            self._press = _Press(event.position(), self._selection.anchor_s, moved=True)
            self.selecting.emit(Selection(self._selection.anchor_s, at_s))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead the selection along."""
        press = self._press
        if press is None:
            return
        if abs(event.position().x() - press.at.x()) > _CLICK_PIXELS:
            press.moved = True
        if press.moved:
            self.selecting.emit(Selection(press.time_s, self._lanes().time_s(event.position().x())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selection; a mere click puts the cursor there."""
        press, self._press = self._press, None
        if press is None:
            return
        if press.moved:
            self.selected.emit(Selection(press.time_s, self._lanes().time_s(event.position().x())))
        else:
            self.selected.emit(None)
            self.pointed.emit(press.time_s)

    def _lanes(self) -> Lanes:
        return Lanes(self.width(), self.height(), self._viewport)

    def _state(self) -> tuple[object, ...]:
        version = self._columns.version if self._columns is not None else 0
        return (version, self._viewport, self._heard)

    def _name(self) -> None:
        self.setAccessibleName(tr("Waveform, attention, utterances and probabilities over time"))

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _painted(self) -> QPixmap:
        self._drawn = self._state()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._palette.background))
        painter = QPainter(picture)
        paint_scene(painter, self._lanes(), self._scene(), self._palette)
        painter.end()
        return picture

    def _scene(self) -> Scene:
        view = self._viewport
        most = max(1, round(self._lanes().right - self._lanes().left))
        envelope, times_s, step_s = np.zeros((0, 2), np.float32), np.zeros(0), 0.0
        if self._columns is not None and (rate_hz := self._columns.rate_hz):
            start, end = int(view.start_s * rate_hz), int(np.ceil(view.end_s * rate_hz))
            first, width, envelope = self._columns.columns(start, end, most)
            times_s = (first + width * np.arange(len(envelope), dtype=np.float64)) / rate_hz
            step_s = width / rate_hz
        heard = self._heard
        return Scene(
            times_s,
            step_s,
            envelope,
            course=heard.course if heard is not None else None,
            segments=heard.segments if heard is not None else (),
            hop_s=heard.hop_s if heard is not None else 0.2,
            until_s=None if heard is None or heard.complete else heard.until_s,
        )

    def _paint_selection(self, painter: QPainter, lanes: Lanes, selection: Selection) -> None:
        left = max(lanes.left - _EDGE, lanes.x(selection.start_s))
        right = min(lanes.right + _EDGE, lanes.x(selection.end_s))
        if right < left:
            return
        veil = QColor(self._palette.accent)
        veil.setAlphaF(0.16)
        painter.fillRect(QRectF(left, 0, right - left, lanes.ruler.top()), veil)
        for x in (left, right):
            painter.fillRect(QRectF(round(x), 0, 1, lanes.ruler.top()), QColor(self._palette.accent))
