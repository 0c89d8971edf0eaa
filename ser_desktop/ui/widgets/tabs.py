"""Which page is seen: a word each, at the top of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ser_desktop.ui import keys, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, MARGIN, Palette


class PageTabs(QWidget):
    """One tab for each action that shows a page; ``chosen`` tells which was pressed.

    ``titles`` are keys of translation.
    """

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], palette: Palette) -> None:
        super().__init__()
        self.tabs = [QPushButton() for _ in titles]
        self._titles = list(titles)
        self._notes = [""] * len(self.tabs)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GRID, MARGIN, 0)
        row.setSpacing(3 * GRID)
        for index, tab in enumerate(self.tabs):
            tab.setCheckable(True)
            tab.setFont(theme.font(bold=True))
            self._group.addButton(tab, index)
            row.addWidget(tab)
        row.addStretch()
        self._group.idClicked.connect(self.chosen)
        self.show_page(0)
        self.use_palette(palette)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the titles in the window's language."""
        for tab, title, note in zip(self.tabs, self._titles, self._notes, strict=True):
            tab.setText(f"{tr(title)} {note}" if note else tr(title))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        inner = 32 - 2 * palette.ring
        self.setStyleSheet(f"""
        QPushButton {{ min-height: 30px; max-height: 30px; padding: 0 3px; border: none; border-radius: 0;
            background: transparent; color: {palette.muted}; border-bottom: 2px solid transparent; }}
        QPushButton:checked {{ color: {palette.text}; border-bottom-color: {palette.accent}; }}
        QPushButton:hover, QPushButton:focus {{ color: {palette.text}; }}
        QPushButton:focus {{ border: {palette.ring}px solid {palette.accent}; border-radius: 6px;
            padding: 0 {3 - palette.ring}px; min-height: {inner}px; max-height: {inner}px; }}
        """)

    def explain(self, actions: Sequence[QAction]) -> None:
        """Tell on hover which key does the same."""
        for tab, action in zip(self.tabs, actions, strict=True):
            keys.explain(tab, action)

    def show_page(self, index: int) -> None:
        """Mark the tab of the page that is seen: Tab stops there, and arrows lead to the others."""
        self.tabs[index].setChecked(True)
        for tab in self.tabs:
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab.isChecked() else Qt.FocusPolicy.ClickFocus)

    def count(self, index: int, number: int) -> None:
        """Write how many things a page holds behind its title."""
        self.note(index, str(number) if number else "")

    def note(self, index: int, text: str) -> None:
        """Write something short behind a page's title, or nothing."""
        self._notes[index] = text
        self.retranslate()
