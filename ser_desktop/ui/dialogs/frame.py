"""The frame of every dialog: the house's look, a title, a row of buttons at the lower edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size


class Dialog(QDialog):
    """A dialog in the window's look; Escape closes it, as does the system's key for closing a window.

    Whoever derives from it fills :attr:`body`, adds buttons, dresses its own parts in ``use_palette`` and
    writes all texts in ``retranslate``; both are called by :meth:`ready`, and whenever either changes.

    Attributes
    ----------
    title
        The large line at the top; its text is the name of the window too, unless that is given another.
    body
        The column between title and buttons.
    """

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(parent)
        self.setFont(theme.font())
        self.title = QLabel()
        self.title.setFont(theme.font(Size.LARGE, bold=True))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GRID)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self.buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * GRID)
        column.addWidget(self.title)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.reject)
        self._palette = palette

    def add_button(self, *, main: bool = False) -> QPushButton:
        """Add a button at the end of the row; ``main`` is what most people want, and what Return does."""
        button = QPushButton()
        button.setFont(theme.font(bold=main))
        button.setProperty("inviting", main)
        button.setAutoDefault(main)
        button.setDefault(main)
        self.buttons.addWidget(button)
        return button

    def use_palette(self, palette: Palette) -> None:
        """Dress the dialog in ``palette``."""
        self._palette = palette
        self.setPalette(theme.qt_palette(palette))
        self.setStyleSheet(theme.stylesheet(palette))

    def fit(self, width: int, height: int) -> None:
        """Be so large, in pixels, but never larger than the window that it lies over."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(width, height)
        wanted = QSize(width, height).boundedTo(room)
        self.resize(wanted.expandedTo(self.minimumSizeHint()))

    def present(self) -> None:
        """Show it, in front, with the keyboard's focus."""
        self.show()
        self.raise_()
        self.activateWindow()

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window that it lies over."""
        was_active = self.isActiveWindow()
        super().done(result)
        parent = self.parentWidget()
        if was_active and parent is not None:
            parent.window().activateWindow()

    def ready(self) -> None:
        """Dress it and write the texts; called once all parts are there."""
        self.use_palette(self._palette)
        self._write()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        self.retranslate()
        if not self.windowTitle():
            self.setWindowTitle(self.title.text())
