"""The installed models as a list, with the training that is under way at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ser_desktop.results import ModelInfo
from ser_desktop.ui import icons, theme
from ser_desktop.ui.models import words
from ser_desktop.ui.theme import GRID, Palette, Size

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 7 * GRID
_ICON = 2 * GRID

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A line of the list: a model, or the training that is under way, of which ``share`` is done."""

    title: str
    line: str
    info: ModelInfo | None = None
    in_use: bool = False
    share: float | None = None

    @property
    def key(self) -> str:
        """By what it is found again: the model's name."""
        return self.info.name if self.info is not None else ""

    @property
    def spoken(self) -> str:
        """All that it shows, for those who do not see it."""
        if self.info is None:
            return f"{self.title}, {self.line}"
        return words.spoken(self.info, in_use=self.in_use)


class ModelRows(QAbstractListModel):
    """The rows as Qt wants them; those that stay the same stay selected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, index: Index) -> Row | None:
        """Return what is there."""
        return self._rows[index.row()] if index.isValid() else None

    def at(self, key: str) -> QModelIndex:
        """Return where a model is; not valid where it is not."""
        keys = [row.key for row in self._rows]
        return self.index(keys.index(key)) if key in keys else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says; its painter asks for the row itself."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:  # what is typed looks for the title
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, [row.title, words.fault(row.info) if row.info else "", row.line]))
        return None


class RowPainter(QStyledItemDelegate):
    """Two lines and a sign: what is in use, what is damaged, how far a training is."""

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._palette = palette

    def use_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a row's height."""
        return QSize(20 * GRID, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW_ROLE)
        palette, rect = self._palette, QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option)
        sign, colour = self._sign(row)
        square = QRectF(rect.left() + GRID + 4, rect.top() + GRID + 2, _ICON, _ICON)
        icons.paint(painter, sign, square, QColor(colour))
        left = square.right() + GRID + 4
        title = QRectF(left, rect.top() + GRID - 1, rect.right() - left - GRID, 3 * GRID - 2)
        below = title.translated(0, 3 * GRID - 2)
        muted = palette.warning if row.info is not None and row.info.error is not None else palette.muted
        for place, text, font, shade in (
            (title, row.title, theme.font(bold=True), palette.text),
            (below, row.line, theme.font(Size.SMALL), muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(shade))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        if row.share is not None:
            track = QRectF(left, rect.bottom() - 5, rect.right() - left - GRID - 4, 3)
            painter.fillRect(track, QColor(palette.line))
            painter.fillRect(
                QRectF(track.topLeft(), QSize(round(row.share * track.width()), 3)), QColor(palette.accent)
            )
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        palette = self._palette
        if option.state & QStyle.StateFlag.State_Selected:
            frame = QPen(QColor(palette.accent), palette.ring)
            painter.setPen(frame if palette.strong else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.selected))
            painter.drawRoundedRect(rect, 6, 6)
            painter.fillRect(
                QRectF(rect.left(), rect.top() + 8, 3, rect.height() - 16), QColor(palette.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.raised))
            painter.drawRoundedRect(rect, 6, 6)

    def _sign(self, row: Row) -> tuple[str, str]:
        palette = self._palette
        if row.info is None:
            return "record", palette.accent
        if row.info.error is not None:
            return "warning", palette.warning
        return ("check", palette.accent) if row.in_use else ("model", palette.muted)
