"""The installed models, the card of one beside them, and below each what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from ser_desktop.results import ModelInfo
from ser_desktop.ui import icons, keys, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.models.card import ModelCard
from ser_desktop.ui.models.rows import ModelRows, Row, RowPainter
from ser_desktop.ui.theme import GRID, MARGIN, Palette

_LIST = 35 * GRID
_BELOW_LIST = ("import-model", "train-model")
_BELOW_CARD = ("compare-models", "remove-model", "use-model")
_ICONS = {"import-model": "download", "train-model": "plus", "remove-model": "trash"}


class ModelList(QWidget):
    """List, buttons and card; ``selected`` tells that another row is."""

    selected = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._actions: Mapping[str, QAction] = {}
        self.rows = ModelRows(self)
        self.list = QListView()
        self.card = ModelCard(palette)
        self.buttons: dict[str, QPushButton] = {}
        self._painter = RowPainter(palette, self)
        self._below_list, self._below_card = QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._tell_selected)
        self.rows.modelReset.connect(self._tell_selected)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.list.setAccessibleName(tr("Models"))
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._painter.use_palette(palette)
        self.card.use_palette(palette)
        self.list.viewport().update()
        for name, button in self.buttons.items():
            if name in _ICONS:
                button.setIcon(icons.icon(_ICONS[name], palette.text, palette.faint, before_words=True))
                button.setIconSize(QSize(3 * GRID, 2 * GRID))

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Give each action a button."""
        self._actions = actions
        for name in (*_BELOW_LIST, *_BELOW_CARD):
            button = QPushButton()
            button.setFont(theme.font(bold=name == "use-model"))
            button.setProperty("inviting", name == "use-model")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys.follow(button, actions[name])
            self.buttons[name] = button
            if name == "use-model":
                self._below_card.addStretch()
            (self._below_list if name in _BELOW_LIST else self._below_card).addWidget(button)
        self.use_palette(self._palette)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go from the top to the bottom; an order from before this was in a window would be lost."""
        super().showEvent(event)
        new, chosen = ([self.buttons[name] for name in names] for names in (_BELOW_LIST, _BELOW_CARD))
        for before, after in pairwise((self.list, *new, self.card.reader, *chosen)):
            QWidget.setTabOrder(before, after)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; who was selected stays so, else the one in use is."""
        before = self.current()
        self.rows.show_rows(rows)
        if not self.list.currentIndex().isValid() and rows:
            in_use = next((row.key for row in rows if row.in_use), rows[0].key)
            self.select(before.key if before is not None and self.rows.at(before.key).isValid() else in_use)
        self.show_card()

    def current(self) -> Row | None:
        """Return the row that the keyboard is at."""
        return self.rows.row(self.list.currentIndex())

    def model(self) -> ModelInfo | None:
        """Return the model that the keyboard is at."""
        row = self.current()
        return row.info if row is not None else None

    def select(self, key: str) -> None:
        """Go to a model."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.rows.at(key), flag)

    def show_card(self) -> None:
        """Show the card of the model that the keyboard is at, and offer what can be done with it."""
        row = self.current()
        info = row.info if row is not None else None
        self.card.show_model(info, in_use=row is not None and row.in_use)
        sound = info is not None and info.error is None
        training = row is not None and row.info is None
        can = {
            "use-model": training or (sound and not (row is not None and row.in_use)),
            "compare-models": sum(self._usable()) > 0,
            "remove-model": info is not None and info.own,
        }
        for name, action in self._actions.items():
            action.setEnabled(can.get(name, True))

    def _usable(self) -> list[bool]:
        rows = (self.rows.row(self.rows.index(at)) for at in range(self.rows.rowCount()))
        return [row is not None and row.info is not None and row.info.error is None for row in rows]

    def _tell_selected(self, _now: object = None, _before: object = None) -> None:
        self.show_card()
        self.selected.emit()

    def _lay_out(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._painter)
        self.list.setMouseTracking(True)
        self.list.setFixedWidth(_LIST)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        row.setSpacing(MARGIN)
        for part, below, stretch in (
            (self.list, self._below_list, 0),
            (self.card, self._below_card, 1),
        ):
            column = QVBoxLayout()
            column.setSpacing(2 * GRID)
            below.setSpacing(GRID)
            column.addWidget(part, 1)
            column.addLayout(below)
            row.addLayout(column, stretch)
