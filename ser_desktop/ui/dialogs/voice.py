"""The page of the preferences that tells whose voice is heard."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton

from ser_desktop.settings import Settings
from ser_desktop.ui import keys, theme
from ser_desktop.ui.dialogs.pages import Page
from ser_desktop.ui.dialogs.rows import Row, SwitchRow
from ser_desktop.ui.house import Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.theme import GRID
from ser_desktop.ui.widgets.choice import Choice


class Voice(Page):
    """Whose voice is heard."""

    title = N_("Your voice")
    fields = ("voice", "adapts")

    def __init__(self, keeper: Keeper, calibrate: QAction | None) -> None:
        profile = Row(
            N_("Voice profile"),
            N_(
                "A profile tells the program what your ordinary speech sounds like, so that it does not take "
                "the voice that you have for an emotion. It stays on this computer."
            ),
        )
        self.combo = Choice()
        self.combo.setView(QListView())  # the plain one follows the style sheet
        self.combo.setFont(theme.font())
        self.combo.setMinimumWidth(30 * GRID)
        self.button = QPushButton()
        self.button.setFont(theme.font())
        self.button.setAutoDefault(False)
        self.button.setVisible(calibrate is not None)
        held = QHBoxLayout()
        held.setSpacing(GRID)
        held.addWidget(self.combo, 1)
        held.addWidget(self.button)
        profile.body.addLayout(held)
        profile.name.setBuddy(self.combo)
        profile.retranslate()
        self._adapts = SwitchRow(
            N_("Adapts as you speak"),
            N_(
                "Learns from each utterance what the person who speaks sounds like. It takes for granted "
                "that you speak in all moods: after an hour of calm it no longer hears calm as calm."
            ),
        )
        super().__init__(keeper, (profile, self._adapts))
        if calibrate is not None:
            keys.follow(self.button, calibrate)
        self.combo.activated.connect(lambda _index: keeper.change(voice=self.combo.currentData()))
        self._adapts.switched.connect(lambda on: keeper.change(adapts=on))

    def tell(self, settings: Settings, own: Own) -> None:
        """Show what is chosen now; a profile that is not there, or not this model's, is named too."""
        names = {name: name for name in own.voices}
        if settings.voice and settings.voice not in names:
            names[settings.voice] = tr("{name} (cannot be used now)", name=settings.voice)
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItem(tr("None: hear me like anybody"), "")
            for name, text in names.items():
                self.combo.addItem(text, name)
            self.combo.setCurrentIndex(self.combo.findData(settings.voice))
        self.combo.setAccessibleName(tr("Voice profile"))
        self._adapts.tell(on=settings.adapts)
