"""The frame of every dialog: the house's look, a title, a row of buttons at the lower edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size


class Dialog(QDialog):
    """A dialog in the window's look; Escape closes it.

    Whoever derives from it fills :attr:`body`, adds buttons, and writes all texts in ``retranslate``, which
    is called by :meth:`ready` and whenever the language changes.

    Attributes
    ----------
    body
        The column between title and buttons.
    """

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
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
        self.use_palette(palette)

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
        self.setPalette(theme.qt_palette(palette))
        self.setStyleSheet(
            f"QDialog#surface {{ background: {palette.background}; }}" + theme.stylesheet(palette)
        )

    def ready(self) -> None:
        """Write the texts; called once all parts are there."""
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
