"""The mini view: the answer in a corner of the screen, above all other windows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
)

from ser_desktop.results import Snapshot
from ser_desktop.ui import icons, theme, words
from ser_desktop.ui.announcer import Announcer
from ser_desktop.ui.face import Face
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.ballistics import FLOOR_DBFS, MeterBallistics

SIZE = QSize(36 * GRID, 12 * GRID)
_ICON = 7 * GRID
_LINE = 4
_PAD = 2 * GRID
_DRAGGED = 4  # pixels: nearer than that a press is no drag


class MiniView(Face):
    """Can be dragged anywhere; ``moved`` tells where it was put."""

    moved = Signal(QPoint)

    def __init__(self, engine: Engine, palette: Palette, announcer: Announcer) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(engine, palette, announcer, Qt.WindowType.Window | flags, N_("Mini view"))
        self._ballistics = MeterBallistics()
        self._drawn = self._ballistics.needles
        self._grip: QPoint | None = None
        self._moving = False
        self.setFixedSize(SIZE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.setStyleSheet(theme.stylesheet(palette))
        self.update()

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move the level."""
        before, self._drawn = self._drawn, self._ballistics.advance(words.level(snapshot), elapsed_s)
        if self._drawn != before:
            self.update(self._level().toAlignedRect())

    def _take_answer(self) -> None:
        way = tr("Double click, or Return: back to the window")
        told = (self._verdict.headline, self._verdict.line, self._state, way)
        self.setToolTip("\n".join(part for part in told if part))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._moving = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Come along; the system moves it where it can, since under Wayland only it may."""
        grip, at = self._grip, event.position().toPoint()
        if grip is None or (not self._moving and (at - grip).manhattanLength() < _DRAGGED):
            return
        if not self._moving and self.windowHandle().startSystemMove():
            self._grip = None
        else:
            self._moving = True
            self.move(event.globalPosition().toPoint() - grip)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stay there."""
        self._grip = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Give way to the window."""
        self._grip = None
        self.left.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell where it lies."""
        super().moveEvent(event)
        if self.isVisible():
            self.moved.emit(self.pos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, words and level; a frame, since there is none around it."""
        painter = QPainter(self)
        palette = self._palette
        painter.fillRect(event.rect(), QColor(palette.background))
        if not self._level().contains(QRectF(event.rect())):
            painter.setPen(QColor(palette.edge))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            top = (self.height() - _LINE - _ICON) / 2
            square = QRectF(_PAD - 2, top, _ICON, _ICON)
            icons.paint(painter, self._verdict.icon, square, QColor(palette.sign(self._verdict.icon)))
            self._paint_words(painter)
        self._paint_level(painter)

    def _paint_words(self, painter: QPainter) -> None:
        palette, verdict = self._palette, self._verdict
        left = _PAD + _ICON + 12
        width = self.width() - left - GRID
        lines = (
            (verdict.headline, theme.font(bold=True), palette.text, 3 * GRID),
            (verdict.line, theme.font(), palette.text, 20),
            (self._state, theme.font(Size.SMALL), palette.muted, 20),
        )
        there = [line for line in lines if line[0]]
        top = (self.height() - _LINE - sum(line[3] for line in there)) / 2
        for text, font, colour, height in there:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, shown)
            top += height

    def _level(self) -> QRectF:
        return QRectF(1, self.height() - _LINE - 1, self.width() - 2, _LINE)

    def _paint_level(self, painter: QPainter) -> None:
        line, palette = self._level(), self._palette
        painter.fillRect(line, QColor(palette.raised))
        for dbfs, tone in ((self._drawn.peak_dbfs, 0.5), (self._drawn.rms_dbfs, 1.0)):
            reach = QRectF(line)
            reach.setWidth(line.width() * (1.0 - dbfs / FLOOR_DBFS))
            painter.fillRect(reach, theme.blend(palette.raised, palette.accent, tone))
