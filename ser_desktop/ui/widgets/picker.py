"""The list from which a microphone is chosen; it follows what is plugged in and out, also while open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyleOptionComboBox, QWidget

from ser_desktop.errors import UserError
from ser_desktop.ui import device_words, theme
from ser_desktop.ui.device_words import Choice
from ser_desktop.ui.language import tr
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.theme import GRID, Size

_WIDTH, _WIDEST = 40 * GRID, 80 * GRID
_AROUND = 9 * GRID  # the name: margin and arrow


class DevicePicker(QComboBox):
    """Names devices as people know them, and shows the one in use, also while it is not connected.

    ``failed`` hands on a :class:`UserError` where the list cannot be had.
    """

    failed = Signal(object)

    def __init__(self, microphones: Microphones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._microphones = microphones
        self._choices: list[Choice] = []
        view = QListView()  # the plain one follows the style sheet
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setView(view)
        self.setFont(theme.font())
        self.setFixedWidth(_WIDTH)
        self.setMaxVisibleItems(20)
        self.activated.connect(lambda _index: microphones.choose(self.currentData()))
        microphones.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the list in the window's language."""
        self.setAccessibleName(tr("Microphone"))
        self._choices = []
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def refresh(self) -> None:
        """Show what is there and what is chosen."""
        chosen = self._microphones.chosen
        choices = device_words.choices(self._microphones.devices or (), chosen)
        if choices != self._choices:
            self._choices = choices
            self._list_again()
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setToolTip(self.currentText())

    def showPopup(self) -> None:
        """Look what is there, then open the list."""
        try:
            self._microphones.look()
        except UserError as fault:
            self.failed.emit(fault)
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 -- Qt's name
        """Shorten a long name in its middle, where the style would cut it."""
        super().initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideMiddle, self.width() - _AROUND
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to others: nobody changes the microphone by scrolling past it."""
        event.ignore()

    def _list_again(self) -> None:
        """Fill the list; one that is open stays open, with the same line pointed at."""
        is_open = self.view().isVisible()
        pointed_at = self.view().currentIndex()
        line, device = pointed_at.row(), pointed_at.data(Qt.ItemDataRole.UserRole)
        self.clear()
        self._fill()
        self.view().setMinimumWidth(min(_WIDEST, self.view().sizeHintForColumn(0) + 3 * GRID))
        self.setCurrentIndex(max(0, self.findData(self._microphones.chosen)))
        if is_open:
            super().showPopup()  # in its new size
            same = self.findData(device)
            row = same if same >= 0 else min(line, self.count() - 1)
            self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))

    def _fill(self) -> None:
        monitors = False
        for choice in self._choices:
            if choice.is_monitor and not monitors:
                monitors = True
                self._add_heading(tr("Sound of this computer"))
            self.addItem(choice.text, choice.device)
            self.setItemData(self.count() - 1, choice.tip, Qt.ItemDataRole.ToolTipRole)

    def _add_heading(self, text: str) -> None:
        self.addItem(text, _HEADING)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            heading = model.item(self.count() - 1)
            heading.setEnabled(False)
            heading.setFont(theme.font(Size.SMALL))


_HEADING = "heading"  # in the place of a device; None stands for the default
