"""A report for whoever is to find a fault: it is shown before it is copied, and goes nowhere by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from ser_desktop.errors import UserError
from ser_desktop.ui import clipboard, theme
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.dialogs.rows import line
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.models.errand import Errand
from ser_desktop.ui.theme import GRID, Palette, Size

Writer = Callable[[], tuple[str, str]]
"""Writes the report, on any thread: its text, and the same with the names of files."""

_SIZE = (100 * GRID, 72 * GRID)


class ReportDialog(Dialog):
    """The text, whether files are named in it, and a button that copies it.

    Parameters
    ----------
    asked
        Called each time when the dialog opens; what it returns takes a second, on a thread of its own.
    """

    def __init__(self, parent: QWidget, palette: Palette, asked: Callable[[], Writer]) -> None:
        super().__init__(parent, palette)
        self._asked = asked
        self._texts = ("", "")
        self._errand = Errand(self)
        self.what = line()
        self.shown = QPlainTextEdit()
        self.shown.setFont(theme.font(Size.SMALL))
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.names = QCheckBox()
        self.names.setFont(theme.font())
        self.names.toggled.connect(self._show)
        for part, stretch in ((self.what, 0), (self.shown, 1), (self.names, 0)):
            self.body.addWidget(part, stretch)
        self.copy = self.add_button(main=True)
        self.copy.clicked.connect(lambda: clipboard.copy(self.text()))
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.accept)
        self.ready()
        self.fit(*_SIZE)

    def text(self) -> str:
        """Return what is shown, and would be copied; nothing while it is being written."""
        return self._texts[self.names.isChecked()]

    def present(self) -> None:
        """Show it, in front, and have the report written anew."""
        super().present()
        if self._errand.busy:
            return
        self.names.setChecked(False)
        self._tell(("", ""))
        self._errand.run(self._asked(), self._tell, self._fail)

    def hideEvent(self, event: QHideEvent) -> None:
        """Name no files the next time, unless that is asked for again."""
        super().hideEvent(event)
        self.names.setChecked(False)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("Report"))
        self.title.setText(tr("Report"))
        self.what.setText(
            tr(
                "If something went wrong, this text helps to find out why. It holds no sound, and is sent "
                "nowhere: read it, copy it, and pass it on yourself."
            )
        )
        self.shown.setAccessibleName(tr("Report"))
        self.shown.setPlaceholderText(tr("One moment…"))
        self.names.setText(tr("With names of files"))
        self.copy.setText(tr("Copy"))
        self.close_button.setText(tr("Close"))

    def _tell(self, texts: tuple[str, str]) -> None:
        self._texts = texts
        self.names.setEnabled(texts[0] != texts[1])
        self.copy.setEnabled(bool(texts[0]))
        self._show()

    def _fail(self, error: UserError) -> None:
        self._tell((in_words(error),) * 2)

    def _show(self) -> None:
        self.shown.setPlainText(self.text())
