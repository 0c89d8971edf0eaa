"""A sign with a headline and a line or two: how something stands, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ser_desktop.ui import icons, theme
from ser_desktop.ui.theme import GRID, Palette

_ICON = 4 * GRID
_LIVELY = ("check", "record")


class Finding(QWidget):
    """Keeps its height, whatever it says: what lies below does not jump.

    Parameters
    ----------
    lines
        How many lines there is room for under the headline; more make it higher.
    """

    def __init__(self, palette: Palette, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(palette)
        self.headline = QLabel()
        self.headline.setFont(theme.font(bold=True))
        self.line = QLabel()
        self.line.setFont(theme.font())
        self.line.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
        self.line.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self.headline, self.line):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        text = QVBoxLayout()
        text.setSpacing(GRID // 2)
        text.addWidget(self.headline)
        text.addWidget(self.line, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        height = self.headline.fontMetrics().lineSpacing() + GRID // 2 + 1
        self.setMinimumHeight(max(_ICON, height + lines * self.line.fontMetrics().lineSpacing()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._sign.use_palette(palette)

    def tell(self, icon: str, headline: str, line: str = "", tip: str = "") -> None:
        """Say how it stands; ``tip`` has what only few want to know."""
        self._sign.show_icon(icon)
        if (headline, line) != (self.headline.text(), self.line.text()):
            self.headline.setText(headline)
            self.line.setText(line)
            self.setAccessibleName(self.text())
        self.setToolTip(tip)

    def text(self) -> str:
        """All that it says."""
        return " ".join(part for part in (self.headline.text(), self.line.text()) if part)


class _Sign(QWidget):
    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._icon = "silence"
        self.setFixedSize(QSize(_ICON, _ICON))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def show_icon(self, icon: str) -> None:
        if icon != self._icon:
            self._icon = icon
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._palette
        colour = palette.accent if self._icon in _LIVELY else palette.sign(self._icon)
        icons.paint(painter, self._icon, QRectF(0, 0, _ICON, _ICON), QColor(colour))
