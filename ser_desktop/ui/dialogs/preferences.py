"""What a person can choose, on a few pages. Each change holds at once, and each page has a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.asking import Asker, documents
from ser_desktop.ui.dialogs.folders import Folders
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.dialogs.pages import Appearance, Language, Listening, Page
from ser_desktop.ui.dialogs.rows import line
from ser_desktop.ui.dialogs.voice import Voice
from ser_desktop.ui.house import House, Own
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, MARGIN, Palette

_SIZE = (100 * GRID, 70 * GRID)


class Preferences(Dialog):
    """A list of pages at the left, and the one that is chosen.

    Parameters
    ----------
    asker
        Asks for folders.
    calibrate
        What makes a voice profile, where the window can do that.
    """

    def __init__(
        self, parent: QWidget, palette: Palette, house: House, asker: Asker, calibrate: QAction | None = None
    ) -> None:
        super().__init__(parent, palette)
        self._house = house
        self._own = Own()  # until it is shown
        self.pages: Sequence[Page] = (
            Appearance(house.keeper, palette),
            Listening(house.keeper),
            Voice(house.keeper, calibrate),
            Language(house.keeper),
            Folders(house.keeper, asker.folder_for, documents()),
        )
        self.list = QListWidget()
        self.list.setFont(theme.font())
        self.list.setFixedWidth(21 * GRID)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = _Back(house)
        self._stack = QStackedWidget()
        for page in self.pages:
            self.list.addItem("")
            self._stack.addWidget(_scrolling(page))
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row)
        self.buttons.insertSpacing(0, self.list.width() + MARGIN)
        self.buttons.insertWidget(1, self.back, 1)
        self.close_button = self.add_button(main=True)
        self.close_button.clicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._turn)
        house.keeper.changed.connect(self._follow)
        self.ready()
        self.list.setCurrentRow(0)
        self.use_palette(palette)
        self.fit(*_SIZE)

    def use_palette(self, palette: Palette) -> None:
        """Dress the dialog in ``palette``."""
        super().use_palette(palette)
        for page in getattr(self, "pages", ()):
            page.use_palette(palette)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("Preferences"))
        self.list.setAccessibleName(tr("Pages of the preferences"))
        for index, page in enumerate(self.pages):
            self.list.item(index).setText(tr(page.title))
        self.title.setText(tr(self.pages[max(0, self.list.currentRow())].title))
        self.close_button.setText(tr("Close"))
        self._tell(self._house.keeper.now)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is chosen now; models, profiles and folders may be others than last time."""
        super().showEvent(event)
        self._own = self._house.own()
        self._tell(self._house.keeper.now)
        self.list.setFocus()

    def _turn(self, index: int) -> None:
        page = self.pages[index]
        self.title.setText(tr(page.title))
        self._stack.setCurrentIndex(index)
        self.back.belong_to(page)

    def _follow(self, before: Settings, now: Settings) -> None:
        if not self.isVisible():
            return
        if (now.model, now.voice) != (before.model, before.voice):
            self._own = self._house.own()
        self._tell(now)

    def _tell(self, settings: Settings) -> None:
        for page in self.pages:
            page.tell(settings, self._own)
        self.back.tell(settings)


class _Back(QWidget):
    """Lets a page be as it came; and while nothing else was done on it, as it was before that."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._keeper = house.keeper
        self._page: Page | None = None
        self._before: dict[str, object] = {}
        self.button = QPushButton()
        self.button.setFont(theme.font())
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        self.told = line()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.button)
        row.addWidget(self.told, 1)

    def belong_to(self, page: Page) -> None:
        """Lead this page back."""
        self._page, self._before = page, {}
        self.tell(self._keeper.now)

    def tell(self, settings: Settings) -> None:
        """Offer what can be done now."""
        if self._page is None:
            return
        came = Settings()
        changed = {
            name: getattr(settings, name)
            for name in self._page.fields
            if getattr(settings, name) != getattr(came, name)
        }
        if changed:
            self._before = {}
        self.button.setText(tr("Undo") if self._before else tr("Back to how it came"))
        self.button.setEnabled(bool(changed or self._before))
        self.told.setText(tr("This page is as the program came.") if self._before else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.tell(self._keeper.now)

    def _press(self) -> None:
        if self._page is None:
            return
        if self._before:
            before, self._before = self._before, {}
            self._keeper.change(**before)
            return
        came, now = Settings(), self._keeper.now
        self._before = {name: getattr(now, name) for name in self._page.fields}
        self._keeper.change(**{name: getattr(came, name) for name in self._page.fields})
        self.tell(self._keeper.now)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told.text()))


def _scrolling(page: Page) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
