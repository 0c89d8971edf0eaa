"""How cells are painted: progress as a bar, answers with their face and hue."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.ui import icons, theme
from ser_desktop.ui.files import words
from ser_desktop.ui.files.model import JOB_ROLE, Column
from ser_desktop.ui.theme import GRID, Palette

ROW_HEIGHT = 4 * GRID
_ICON = 2 * GRID
_PAD = GRID
_BAR = 6


class FilesDelegate(QStyledItemDelegate):
    """Paints every cell itself, so that both palettes and all columns look of one piece."""

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._palette = palette

    def use_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's height."""
        return QSize(10 * GRID, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        job: Job = index.data(JOB_ROLE)
        palette = self._palette
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = Column(index.column())
        if state & QStyle.StateFlag.State_Selected:
            self._paint_selected(painter, rect, begins=column is Column.NAME)
        painter.setFont(theme.font())
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if column is Column.STATE:
            self._paint_state(painter, inside, job)
        elif column is Column.SOUNDS:
            self._paint_answer(painter, inside, job)
        else:
            self._paint_text(painter, inside, str(index.data()), column)
        if state & QStyle.StateFlag.State_HasFocus and column is Column.NAME:
            painter.fillRect(_bar(rect), QColor(palette.accent))
        painter.restore()

    def _paint_selected(self, painter: QPainter, rect: QRectF, *, begins: bool) -> None:
        """Raise the row, with a bar where it ``begins``; in high contrast with lines over and under it."""
        painter.fillRect(rect, QColor(self._palette.raised))
        if begins:
            painter.fillRect(_bar(rect), QColor(self._palette.edge))
        if self._palette.strong:
            for top in (rect.top(), rect.bottom() - 2):
                painter.fillRect(QRectF(rect.left(), top, rect.width(), 2), QColor(self._palette.accent))

    def _paint_text(self, painter: QPainter, rect: QRectF, text: str, column: Column) -> None:
        number = column in {Column.CONFIDENCE, Column.DURATION}
        painter.setPen(QColor(self._palette.text))
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _paint_state(self, painter: QPainter, rect: QRectF, job: Job) -> None:
        palette = self._palette
        text = words.state(job)
        if job.stage is Stage.RUNNING:
            self._paint_progress(painter, rect, job.share, text)
            return
        noted = job.analysis is not None and bool(job.analysis.note)
        if job.stage is Stage.FAILED or noted:
            colour = QColor(palette.warning)
            icons.paint(painter, "fault", _square(rect), colour)
            rect = rect.adjusted(_ICON + GRID, 0, 0, 0)
            painter.setPen(colour if job.stage is Stage.FAILED else QColor(palette.text))
        else:
            painter.setPen(QColor(palette.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_progress(self, painter: QPainter, rect: QRectF, share: float, text: str) -> None:
        metrics = painter.fontMetrics()
        figures = max(map(metrics.horizontalAdvance, ("100 %", text))) + GRID
        track = QRectF(rect.left(), rect.center().y() - _BAR / 2, rect.width() - figures, _BAR)
        strong = self._palette.strong
        painter.setPen(QColor(self._palette.edge) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.raised if strong else self._palette.line))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        done = QRectF(track.left(), track.top(), max(_BAR, share * track.width()), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.accent))
        painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)
        painter.setPen(QColor(self._palette.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _paint_answer(self, painter: QPainter, rect: QRectF, job: Job) -> None:
        if job.analysis is None:
            return
        icon, word = words.sounds(job.analysis.prediction)
        icons.paint(painter, icon, _square(rect), QColor(self._palette.sign(icon)))
        named = icon in self._palette.emotions
        painter.setPen(QColor(self._palette.text if named else self._palette.muted))
        painter.drawText(rect.adjusted(_ICON + GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)


def _bar(rect: QRectF) -> QRectF:
    """Return the place of the mark at the beginning of a row."""
    return QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8)


def _square(rect: QRectF) -> QRectF:
    return QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON)
