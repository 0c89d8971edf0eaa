"""The sheet of shortcuts: every action of the registry with its keys, and a line that finds some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ser_desktop.ui import theme
from ser_desktop.ui.actions import ACTIONS, ActionSpec
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.dialogs.rows import line
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette

_SIZE = (86 * GRID, 72 * GRID)
_ROW = 4 * GRID
_KEYS_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """A row: a heading, or an action with its keys; as they are read."""

    text: str
    keys: tuple[str, ...] = ()
    heading: bool = False


def entries(first: Sequence[str] = (), wanted: str = "") -> list[Entry]:
    """Return the rows in the window's language: what ``first`` is about before all else.

    ``wanted``: words that must all be in a row's text, its keys or its heading.
    """
    abouts = dict.fromkeys([*first, *(spec.about for spec in ACTIONS)])
    parts = wanted.casefold().split()
    rows: list[Entry] = []
    for about in abouts:
        found = [_entry(spec) for spec in ACTIONS if spec.about == about]
        found = [entry for entry in found if _matches(entry, tr(about), parts)]
        if found:
            rows += [Entry(tr(about), heading=True), *found]
    return rows


def seen(window: QWidget) -> tuple[str, ...]:
    """Return what the keys are about that work on the page that is seen in ``window``."""
    parts = (part for part in window.findChildren(QWidget) if part.isVisible())
    names = {action.objectName() for part in parts for action in part.actions()}
    return tuple(dict.fromkeys(spec.about for spec in ACTIONS if spec.name in names))


def _entry(spec: ActionSpec) -> Entry:
    native = QKeySequence.SequenceFormat.NativeText
    keys = (QKeySequence(key).toString(native) for key in (spec.shortcut, *spec.others) if key)
    return Entry(tr(spec.text).rstrip("…"), tuple(dict.fromkeys(keys)) or (tr("in the menu"),))


def _matches(entry: Entry, about: str, parts: Sequence[str]) -> bool:
    told = " ".join((entry.text, *entry.keys, about)).casefold()
    return all(part in told for part in parts)


class Shortcuts(Dialog):
    """One table in two columns; letters go to the line that finds, arrow keys to the table."""

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(parent, palette)
        self._above = parent
        self._first: tuple[str, ...] = ()
        self.search = _Find()
        self.search.setFont(theme.font())
        self.table = QTableView()
        self.nothing = line()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._model = _Model(self)
        self._keys = _Keys(palette, self)
        self._set_up()
        self.search.leads_to = self.table
        self.search.textChanged.connect(self._fill)
        self.close_button = self.add_button(main=True)
        self.close_button.clicked.connect(self.accept)
        for part, stretch in ((self.search, 0), (self.table, 1), (self.nothing, 1)):
            self.body.addWidget(part, stretch)
        self.ready()
        self.fit(*_SIZE)

    def use_palette(self, palette: Palette) -> None:
        """Dress the dialog in ``palette``."""
        super().use_palette(palette)
        if hasattr(self, "_keys"):
            self._keys.palette = palette
            self.table.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what can be done on the page that is seen, and let a word be typed."""
        super().showEvent(event)
        self._first = seen(self._above.window())
        self.search.clear()
        self._fill()
        self.search.setFocus()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.title.setText(tr("Keyboard shortcuts"))
        self.setWindowTitle(self.title.text())
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.table.setAccessibleName(self.title.text())
        self.close_button.setText(tr("Close"))
        self._fill()

    def _fill(self) -> None:
        rows = entries(self._first, self.search.text())
        self._model.show_entries(rows)
        self.table.clearSpans()
        for index, row in enumerate(rows):
            if row.heading:
                self.table.setSpan(index, 0, 1, 2)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(tr("Nothing is called “{text}”.", text=self.search.text().strip()))
        if rows:
            self.table.setCurrentIndex(self._model.index(1, 0))
            self.table.scrollToTop()

    def _set_up(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setFont(theme.font())
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setItemDelegate(self._keys)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        head = table.horizontalHeader()
        head.hide()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)


class _Find(QLineEdit):
    """Hands the keys that move up and down to the table."""

    leads_to: QWidget | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the table with an arrow key."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} and self.leads_to is not None:
            self.leads_to.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _Model(QAbstractTableModel):
    """The rows as Qt's table and screen readers see them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []

    def show_entries(self, rows: list[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 -- Qt's name
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 -- Qt's name
        """Return 2: what is done, and its keys."""
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and row.heading:
            return theme.font(bold=True)
        if role == _KEYS_ROLE:
            return row.keys if index.column() == 1 else ()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return row.text if index.column() == 0 else ", ".join(row.keys)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if self._rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Keys(QStyledItemDelegate):
    """Draws each key in a frame of its own, at the right edge."""

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self.palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for the frames."""
        keys = index.data(_KEYS_ROLE)
        if not keys:
            return super().sizeHint(option, index)
        widths = [_width(option.fontMetrics, key) for key in keys]
        return QSize(int(sum(widths)) + GRID * (len(keys) + 1), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell."""
        keys = index.data(_KEYS_ROLE)
        if not keys:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        right = float(option.rect.right() - GRID)
        for key in reversed(keys):
            width = _width(option.fontMetrics, key)
            frame = QRectF(right - width, option.rect.top() + 4.5, width, _ROW - 9)
            painter.setPen(QColor(self.palette.edge))
            painter.drawRoundedRect(frame, 4, 4)
            painter.setPen(QColor(self.palette.text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + GRID
        painter.restore()


def _width(metrics: QFontMetrics, key: str) -> float:
    return float(max(3 * GRID, metrics.horizontalAdvance(key) + 2 * GRID))
