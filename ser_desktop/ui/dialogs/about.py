"""What the program is, and of whose parts it is made; all of it can be copied, none of it leads anywhere."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from ser_desktop import __version__
from ser_desktop.ui import clipboard, theme, words
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.dialogs.parts import parts
from ser_desktop.ui.dialogs.rows import line
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette

_NAME = "SER Desktop"
_SIZE = (86 * GRID, 66 * GRID)


class About(Dialog):
    """Name, version, purpose, promise, and the licences of the parts."""

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(parent, palette)
        self._parts = parts()
        self.what = line()
        self.privacy = line(bold=True)
        self.licences = QTextBrowser()
        self.licences.setFont(theme.font())
        self.licences.setOpenLinks(False)
        self.licences.setTabChangesFocus(True)
        self.licences.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.licences.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for part, stretch in ((self.what, 0), (self.privacy, 0), (self.licences, 1)):
            self.body.addWidget(part, stretch)
        self.copy = self.add_button()
        self.copy.clicked.connect(lambda: clipboard.copy(self.text()))
        self.close_button = self.add_button(main=True)
        self.close_button.clicked.connect(self.accept)
        self.ready()
        self.fit(*_SIZE)
        self.close_button.setFocus()

    def text(self) -> str:
        """Return all of it as plain text, a line a part."""
        told = (f"{self.title.text()}\n{self.what.text()}\n{self.privacy.text()}", tr("Parts and licences"))
        rows = (f"{part.name} {part.version}\t{part.licence}" for part in self._parts)
        return "\n".join(("\n\n".join(told), *rows, ""))

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("About this program"))
        self.title.setText(f"{_NAME} {__version__}")
        self.what.setText(
            tr(
                "Shows, as somebody speaks, how the voice sounds. It judges the sound alone: it does not "
                "know what anybody feels, and is not made for judging people at work or in school."
            )
        )
        self.privacy.setText(tr(words.PRIVACY))
        self.copy.setText(tr("Copy all"))
        self.close_button.setText(tr("Close"))
        self.licences.setAccessibleName(tr("Parts and licences"))
        self._write_licences()

    def _write_licences(self) -> None:
        head = _row("th", tr("Part"), tr("Version"), tr("Licence"))
        rows = "".join(_row("td", part.name, part.version, part.licence) for part in self._parts)
        own = tr("The program itself: MIT licence. Parts of others that it is made of:")
        self.licences.setHtml(f"<p>{escape(own)}</p><table cellspacing='0'>{head}{rows}</table>")


def _row(cell: str, *texts: str) -> str:
    style = f"style='padding: {GRID // 2}px {2 * GRID}px {GRID // 2}px 0' align='left'"
    return f"<tr>{''.join(f'<{cell} {style}>{escape(text)}</{cell}>' for text in texts)}</tr>"
