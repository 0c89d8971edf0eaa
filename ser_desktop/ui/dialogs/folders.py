"""The page of the preferences that tells where clips go and recordings lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy

from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.dialogs.pages import Page
from ser_desktop.ui.dialogs.rows import Row, line
from ser_desktop.ui.house import Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.theme import GRID, Palette


class Folders(Page):
    """Where clips go and recordings are looked for."""

    title = N_("Folders")
    fields = ("clips_folder", "recordings_folder")

    def __init__(self, keeper: Keeper, choose: Callable[[str, Path], Path | None], default: Path) -> None:
        self.rows = {
            "clips_folder": FolderRow(
                N_("Clips"),
                N_("Where a clip is proposed to be saved. Nothing is saved unless you say so."),
                choose,
                default,
            ),
            "recordings_folder": FolderRow(
                N_("Recordings"), N_("Where recordings are looked for first."), choose, default
            ),
        }
        super().__init__(keeper, tuple(self.rows.values()))
        self.rows["clips_folder"].chosen.connect(lambda path: keeper.change(clips_folder=path))
        self.rows["recordings_folder"].chosen.connect(lambda path: keeper.change(recordings_folder=path))

    def tell(self, settings: Settings, own: Own) -> None:  # noqa: ARG002 -- a page's
        """Show what is chosen now."""
        for field, row in self.rows.items():
            row.tell(getattr(settings, field))

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for row in self.rows.values():
            row.warning.setStyleSheet(f"color: {palette.warning};")


class FolderRow(Row):
    """A folder, a way to another one, and the way back; ``chosen`` tells it, empty for the default."""

    chosen = Signal(str)

    def __init__(
        self, name: str, sentence: str, choose: Callable[[str, Path], Path | None], default: Path
    ) -> None:
        super().__init__(name, sentence)
        self._choose = choose
        self._default = default
        self._folder = ""
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setFont(theme.font())
        self.path.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choose = QPushButton()
        self.back = QPushButton()
        held = QHBoxLayout()
        held.setSpacing(GRID)
        held.addWidget(self.path, 1)
        for button in (self.choose, self.back):
            button.setFont(theme.font())
            button.setAutoDefault(False)
            held.addWidget(button)
        self.warning = line()
        self.warning.hide()
        self.body.setSpacing(GRID // 2)
        self.body.addLayout(held)
        self.body.addWidget(self.warning)
        self.choose.clicked.connect(self._ask)
        self.back.clicked.connect(lambda: self.chosen.emit(""))
        self.retranslate()

    def tell(self, folder: str) -> None:
        """Show the folder; empty is the person's documents."""
        self._folder = folder
        shown = folder or str(self._default)
        self.path.setText(shown)
        self.path.setCursorPosition(0)
        self.path.setToolTip(shown)
        gone = bool(folder) and not Path(folder).is_dir()
        if gone:
            told = tr("This folder is not there now; {default} is used instead.", default=self._default)
            self.warning.setText(told)
            self.path.setAccessibleDescription(told)
        self.warning.setVisible(gone)
        if self.back.hasFocus() and not folder:
            self.choose.setFocus(Qt.FocusReason.TabFocusReason)
        self.back.setEnabled(bool(folder))

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        super().retranslate()
        name = self.name.text()
        self.path.setAccessibleName(name)
        for button, text in ((self.choose, tr("Choose…")), (self.back, tr("Back to default"))):
            button.setText(text)
            button.setAccessibleName(f"{name}: {text}")

    def _ask(self) -> None:
        here = Path(self._folder) if self._folder and Path(self._folder).is_dir() else self._default
        path = self._choose(self.name.text(), here)
        if path is not None:
            self.chosen.emit(str(path))
