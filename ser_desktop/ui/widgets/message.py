"""A fault or a hint in full sentences: what happened, what was seen, what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ser_desktop.errors import UserError
from ser_desktop.ui import theme
from ser_desktop.ui.language import of_error
from ser_desktop.ui.theme import GRID

_WIDTH, _WIDE = 60 * GRID, 90 * GRID


class Message(QWidget):
    """Centred text in the place of what cannot be shown; hidden while there is nothing to say.

    ``wide`` where there is more room beside it than below.
    """

    def __init__(self, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: UserError | None = None
        self._shown: tuple[str, ...] = ()
        self._lines = [QLabel() for _ in range(3)]
        title, detail, remedy = self._lines
        title.setFont(theme.font(bold=True))
        detail.setFont(theme.font())
        detail.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
        remedy.setFont(theme.font())
        text = QWidget()
        text.setFixedWidth(_WIDE if wide else _WIDTH)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addStretch()
        for line in self._lines:
            line.setWordWrap(True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(line)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(text)
        row.addStretch()
        self.hide()

    def text(self) -> str:
        """All that is shown, or nothing."""
        return " ".join(part for part in self._shown if part)

    def lines(self) -> list[QLabel]:
        """Return the labels that are shown."""
        return [line for line in self._lines if line.isVisible()]

    def tell(self, error: UserError | None) -> bool:
        """Show ``error``, or hide where there is none; tell whether anything changed."""
        self._error = error
        shown = of_error(error) if error is not None else ()
        if shown == self._shown:
            return False
        self._shown = shown
        for line, text in zip(self._lines, shown or ("", "", ""), strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self.setAccessibleName(self.text())
        self.setVisible(bool(shown))
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.tell(self._error)
