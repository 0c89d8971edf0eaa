"""The lanes of a recording's plot, and what is painted into each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from ser_desktop.results import Course, Float32, Float64, Segment
from ser_desktop.ui import icons, theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.shapes import between, heights, tint
from ser_desktop.ui.plots.stacks import attention_between, pixels, stacks
from ser_desktop.ui.plots.viewport import Viewport, ticks
from ser_desktop.ui.theme import GRID, Palette, Size

_RULER = 3 * GRID
_CAPTION = 2 * GRID + 4
_SEGMENTS = 4 * GRID
_ATTENTION = 3 * GRID
_GAP = GRID
_WAVE_SHARE = 0.52  # of what the fixed lanes leave; the probabilities have the rest
_ICON = 2 * GRID
_TICK_WIDTH = 9 * GRID
_TINTS = 200


class Lanes:
    """Where what is painted: lanes from the top, and the times along them.

    Parameters
    ----------
    width, height
        Of the whole plot, in pixels.
    """

    def __init__(self, width: float, height: float, viewport: Viewport) -> None:
        self.left, self.right = 0.0, max(1.0, float(width))
        self._viewport = viewport
        room = max(10.0, height - _RULER - _SEGMENTS - _ATTENTION - 3 * _CAPTION - 3 * _GAP)
        top = float(_CAPTION)
        self.wave = QRectF(0, top, self.right, _WAVE_SHARE * room)
        self.attention = QRectF(0, self.wave.bottom() + _CAPTION, self.right, _ATTENTION)
        self.segments = QRectF(0, self.attention.bottom() + 2 * _GAP, self.right, _SEGMENTS)
        top = self.segments.bottom() + _GAP + _CAPTION
        self.course = QRectF(0, top, self.right, max(4.0, height - _RULER - top))
        self.ruler = QRectF(0, height - _RULER, self.right, _RULER)

    @property
    def viewport(self) -> Viewport:
        """What is seen."""
        return self._viewport

    def x(self, time_s: float) -> float:
        """Return the pixel of a time."""
        view = self._viewport
        return self.left + (time_s - view.start_s) / view.span_s * (self.right - self.left)

    def xs(self, times_s: Float64) -> Float64:
        """Return the pixels [n] of times [n]."""
        view = self._viewport
        return self.left + (times_s - view.start_s) / view.span_s * (self.right - self.left)

    def time_s(self, x: float) -> float:
        """Return the time of a pixel, within the recording."""
        view = self._viewport
        share = (x - self.left) / (self.right - self.left)
        return min(max(0.0, view.start_s + share * view.span_s), view.length_s)


@dataclass(frozen=True)
class Scene:
    """What is to be painted: columns that begin at ``times_s`` [n], ``step_s`` apart, and what was heard.

    ``until_s`` is how far the analysis came; None where it is complete, or there is none.
    """

    times_s: Float64
    step_s: float
    envelope: Float32
    course: Course | None
    segments: tuple[Segment, ...]
    hop_s: float
    until_s: float | None


def paint_scene(painter: QPainter, lanes: Lanes, scene: Scene, palette: Palette) -> None:
    """Paint all lanes."""
    _paint_ruler(painter, lanes, palette)
    _paint_wave(painter, lanes, scene, palette)
    _paint_segments(painter, lanes, scene, palette)
    if scene.course is not None:
        _paint_course(painter, lanes, scene, scene.course, palette)
    attends = scene.course is None or len(scene.course.attention) > 0
    _paint_captions(painter, lanes, palette, tr(words.ATTENTION if attends else words.NO_ATTENTION))
    if scene.until_s is not None:
        _paint_frontier(painter, lanes, scene.until_s, palette)


def _paint_wave(painter: QPainter, lanes: Lanes, scene: Scene, palette: Palette) -> None:
    lane = lanes.wave
    middle, half = lane.center().y(), lane.height() / 2
    painter.fillRect(QRectF(lane.left(), round(middle), lane.width(), 1), QColor(palette.line))
    if not len(scene.times_s):
        return
    x = lanes.xs(scene.times_s)
    low, high = heights(_unbroken(scene.envelope), 1.0 / half)
    attention = np.zeros(len(x))
    if scene.course is not None:
        attention = attention_between(scene.course, scene.times_s, scene.step_s).astype(np.float64)
    if len(x) > 1:
        step = x[1] - x[0]
        x, low, high = np.append(x, x[-1] + step), np.append(low, low[-1]), np.append(high, high[-1])
        attention = np.append(attention, attention[-1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(*_pooled(x, np.clip(attention, 0.0, 1.0)), palette))
    painter.drawPolygon(between(x, middle - half * low, middle - half * high))
    if attention.any():
        ribbon = lanes.attention
        base = np.full(len(x), ribbon.bottom())
        painter.setBrush(palette.attention)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(between(x, base, base - ribbon.height() * np.clip(attention, 0.0, 1.0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _unbroken(envelope: Float32) -> Float32:
    """Let each column [n, 2] reach to the one before: between few samples there would be holes."""
    joined = envelope.copy()
    joined[1:, 0] = np.minimum(envelope[1:, 0], envelope[:-1, 1])
    joined[1:, 1] = np.maximum(envelope[1:, 1], envelope[:-1, 0])
    return joined


def _pooled(x: Float64, attention: Float64) -> tuple[Float64, Float64]:
    """Return fewer places and the greatest attention from each to the next, so that no peak is missed."""
    starts = np.unique(np.linspace(0, len(x) - 1, min(_TINTS, len(x))).astype(int))
    return x[starts], np.maximum.reduceat(attention, starts)


def _paint_segments(painter: QPainter, lanes: Lanes, scene: Scene, palette: Palette) -> None:
    """Draw utterances as ribbons with face and word; those narrower than a pixel share one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view, lane = lanes.viewport, lanes.segments
    last_right = -1.0
    for segment in scene.segments:
        if segment.end_s < view.start_s or segment.start_s > view.end_s:
            continue
        left = max(lanes.left, lanes.x(segment.start_s))
        right = min(lanes.right, max(lanes.x(segment.end_s), left + 1))
        if right <= last_right + 0.5:
            continue
        last_right = right
        _paint_ribbon(painter, QRectF(left, lane.top(), right - left, lane.height()), segment, palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_ribbon(painter: QPainter, rect: QRectF, segment: Segment, palette: Palette) -> None:
    label = segment.prediction.label
    icon = label or "unsure"
    hue = palette.sign(icon)
    painter.setPen(QColor(hue) if palette.strong else Qt.PenStyle.NoPen)
    painter.setBrush(palette.tint(hue))
    radius = min(4.0, rect.width() / 2)
    painter.drawRoundedRect(rect, radius, radius)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), QColor(hue))
    face = QRectF(rect.left() + 4, rect.center().y() - _ICON / 2 - 1, _ICON, _ICON)
    if rect.width() < _ICON + 8:
        return
    icons.paint(painter, icon, face, QColor(hue))
    word = words.noun(label) if label else tr("Unsure")
    text = f"{word} {words.percent(segment.prediction.confidence)}" if label else word
    painter.setFont(theme.font(Size.SMALL))
    room = rect.width() - _ICON - 16
    metrics = QFontMetricsF(painter.font())
    if metrics.horizontalAdvance(text) > room:
        text = word
    if metrics.horizontalAdvance(text) <= room:
        painter.setPen(QColor(palette.text))
        place = QRectF(face.right() + 6, rect.top(), room + 2, rect.height() - 3)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_course(painter: QPainter, lanes: Lanes, scene: Scene, course: Course, palette: Palette) -> None:
    """Draw the areas: from afar pixel by pixel, near as shapes."""
    lane, view = lanes.course, lanes.viewport
    if view.span_s > scene.hop_s * lane.width():
        painter.drawImage(
            lane, _image(course, view, round(lane.width()), round(lane.height()), scene, palette)
        )
        return
    painter.save()
    painter.setClipRect(lane)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # In high contrast a seam parts two areas whose hues are alike in lightness.
    painter.setPen(QPen(QColor(palette.background), 2) if palette.strong else Qt.PenStyle.NoPen)
    for stack in stacks(course, view.start_s, view.end_s, scene.hop_s):
        x = lanes.xs(stack.times_s)
        ground = np.full(len(x), lane.bottom())
        # Each down to the ground, the highest first: no seam shows between two.
        for index in range(len(course.labels) - 1, -1, -1):
            painter.setBrush(QColor(palette.emotions[course.labels[index]]))
            painter.drawPolygon(between(x, ground, ground - lane.height() * stack.edges[:, index + 1]))
    painter.restore()


def _image(course: Course, view: Viewport, width: int, height: int, scene: Scene, palette: Palette) -> QImage:
    found = pixels(course, view.start_s, view.end_s, width, height, scene.hop_s)
    if palette.strong:
        found[1:][found[1:] != found[:-1]] = len(course.labels)
    image = QImage(found.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    hues = [QColor(palette.emotions[label]) for label in course.labels]
    image.setColorTable([hue.rgba() for hue in (*hues, QColor(palette.background))])
    return image.copy()  # its own memory


def _paint_captions(painter: QPainter, lanes: Lanes, palette: Palette, attention: str) -> None:
    painter.setFont(theme.font(Size.SMALL))
    painter.setPen(QColor(palette.muted))
    captions = (
        (tr("Voice"), lanes.wave),
        (attention, lanes.attention),
        (tr("How it sounds, moment by moment"), lanes.course),
    )
    for text, lane in captions:
        place = QRectF(lane.left(), lane.top() - _CAPTION, lane.width(), _CAPTION - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_ruler(painter: QPainter, lanes: Lanes, palette: Palette) -> None:
    view, ruler = lanes.viewport, lanes.ruler
    painter.setFont(theme.font(Size.SMALL))
    metrics = QFontMetricsF(painter.font())
    most = max(2, int((lanes.right - lanes.left) / _TICK_WIDTH))
    painter.fillRect(QRectF(ruler.left(), ruler.top() + 2, ruler.width(), 1), QColor(palette.line))
    for time_s, text in ticks(view.start_s, view.end_s, most):
        x = lanes.x(time_s)
        width = metrics.horizontalAdvance(text)
        painter.fillRect(QRectF(round(x), ruler.top() + 2, 1, 4), QColor(palette.muted))
        left = min(max(lanes.left, x - width / 2), lanes.right - width)
        painter.setPen(QColor(palette.muted))
        painter.drawText(QPointF(left, ruler.bottom() - 3), text)


def _paint_frontier(painter: QPainter, lanes: Lanes, until_s: float, palette: Palette) -> None:
    """Show how far the analysis came: what lies behind is still to be heard."""
    x = lanes.x(until_s)
    if x >= lanes.right:
        return
    veil = QColor(palette.background)
    veil.setAlphaF(0.0 if palette.strong else 0.5)
    top = lanes.wave.top()
    painter.fillRect(
        QRectF(max(lanes.left, x), top, lanes.right - max(lanes.left, x), lanes.ruler.top() - top), veil
    )
    if x > lanes.left:
        painter.setPen(QPen(QColor(palette.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, lanes.ruler.top()))
