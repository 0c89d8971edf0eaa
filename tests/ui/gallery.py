"""One of each standard widget that a dialog may have, as the style sheet dresses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.ui import icons, theme
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size

CARD = """# A model
## What it was trained on
Recordings of *many* people, see [the card](https://example.org).

- one
- two

### Limits
It does not know what you feel.
"""


class Gallery(QDialog):
    """Everything, in three columns; what has the focus is up to the test."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setFont(theme.font())
        self.setPalette(theme.qt_palette(palette))
        self.setStyleSheet(theme.stylesheet(palette))
        self.radios = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setHorizontalSpacing(MARGIN)
        for column, parts in enumerate((self._buttons(palette), self._fields(), self._views(palette))):
            side = QVBoxLayout()
            side.setSpacing(GRID)
            for part in parts:
                side.addWidget(part)
            side.addStretch()
            grid.addLayout(side, 0, column)
        self.resize(1100, 660)

    def menu(self) -> QMenu:
        """Return a menu with check marks, keys, a line that cannot be used, and a submenu."""
        menu = QMenu(self)
        menu.setFont(theme.font())
        for text, key, checked in (("Level", "Ctrl+Alt+1", True), ("Timeline", "Ctrl+Alt+2", False)):
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(checked)
            action.setShortcut(QKeySequence(key))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Preferences…").setShortcut(QKeySequence("Ctrl+,"))
        menu.addAction("Not now").setEnabled(False)
        menu.addMenu("Models").addAction("General")
        return menu

    def _buttons(self, palette: Palette) -> list[QWidget]:
        title = QLabel("Section")
        title.setFont(theme.font(bold=True))
        quiet = QLabel("Small print")
        quiet.setFont(theme.font(Size.SMALL))
        quiet.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        inviting, plain, off, down, flat = map(QPushButton, ("Go", "Plain", "Off", "Down", "Flat"))
        inviting.setProperty("inviting", True)  # noqa: FBT003 - Qt's signature
        plain.setIcon(icons.icon("folder", palette.text, palette.faint))
        off.setIcon(icons.icon("folder", palette.text, palette.faint))
        off.setEnabled(False)
        down.setCheckable(True)
        down.setChecked(True)
        flat.setFlat(True)
        on, unset, half = QCheckBox("Checked"), QCheckBox("Unchecked"), QCheckBox("Checked, off")
        on.setChecked(True)
        half.setChecked(True)
        half.setEnabled(False)
        first, second = QRadioButton("One"), QRadioButton("Other")
        first.setChecked(True)
        return [title, quiet, inviting, plain, off, down, flat, on, unset, half, first, second]

    def _fields(self) -> list[QWidget]:
        named, empty, off = QLineEdit("A name"), QLineEdit(), QLineEdit("Not now")
        empty.setPlaceholderText("What to write here")
        off.setEnabled(False)
        spin, seconds, disabled = QSpinBox(), QDoubleSpinBox(), QSpinBox()
        spin.setValue(3)
        seconds.setSuffix(" s")
        disabled.setEnabled(False)
        combo, off_combo = QComboBox(), QComboBox()
        for box in (combo, off_combo):
            box.addItems(["Built-in microphone", "Blue Yeti"])
        off_combo.setEnabled(False)
        slider, off_slider = QSlider(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        off_slider.setValue(40)
        off_slider.setEnabled(False)
        bar = QProgressBar()
        bar.setValue(60)
        bar.setTextVisible(False)
        return [named, empty, off, spin, seconds, disabled, combo, off_combo, slider, off_slider, bar]

    def _views(self, palette: Palette) -> list[QWidget]:
        side = QListWidget()
        side.addItems(["General", "Appearance", "Listening"])
        side.setCurrentRow(1)
        side.setFixedHeight(140)
        model = QStandardItemModel(3, 2)
        model.setHorizontalHeaderLabels(["Recording", "Sounds"])
        for row in range(3):
            for column in range(2):
                model.setItem(row, column, QStandardItem(f"{row} {column}"))
        table = QTableView()
        table.setModel(model)
        model.setParent(table)
        table.selectRow(0)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.selectRow(1)
        table.verticalHeader().hide()
        table.setFixedHeight(150)
        card = QTextBrowser()
        card.setOpenLinks(False)
        theme.show_markdown(card, CARD, palette)
        card.setFixedHeight(220)
        return [side, table, card]
