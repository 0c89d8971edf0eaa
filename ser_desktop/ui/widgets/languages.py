"""The choice of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import LANGUAGES, tr, wanted


class LanguagePicker(QComboBox):
    """Lists the languages, each in its own words, after that of the system; a choice holds at once."""

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.setFont(theme.font())
        self.addItem("", "system")
        for code, name in LANGUAGES.items():
            self.addItem(name, code)
        self.activated.connect(lambda _index: keeper.change(language=self.currentData()))
        keeper.changed.connect(self._follow)
        self.retranslate()
        self._follow()

    def retranslate(self) -> None:
        """Write the first line in the window's language."""
        self.setItemText(0, tr("As the system: {language}", language=LANGUAGES[wanted("system")]))
        self.setAccessibleName(tr("Language"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _follow(self, *_choices: object) -> None:
        self.setCurrentIndex(self.findData(self._keeper.now.language))
