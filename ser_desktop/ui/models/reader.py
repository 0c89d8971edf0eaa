"""A model's card, read as it is: nothing is loaded from elsewhere, and nothing opened."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from ser_desktop.results import ModelInfo
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.theme.document import show_markdown

PICTURE = "training.png"
"""The one picture that a card may show: it lies beside it."""

_WIDEST = 120 * GRID


class CardReader(QTextBrowser):
    """Shows the card of one model, with the picture of its training."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._info: ModelInfo | None = None
        self._text = ""
        self.setOpenLinks(False)
        self.document().setIndentWidth(2 * GRID)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._show()

    def read(self, info: ModelInfo, text: str) -> None:
        """Show ``text``, the card of ``info`` or what stands in its place, from its beginning."""
        if (info, text) != (self._info, self._text):
            self._info, self._text = info, text
            self._show()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load the training's picture, as wide as there is room; nothing else."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind != 2 or self._info is None or url.toString() != PICTURE:  # 2: a picture
            return None
        picture = QImage(str(self._info.folder / PICTURE))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width = min(self.viewport().width() - 4 * GRID, _WIDEST)
        if picture.width() > width * ratio:
            mode = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(max(1, round(width * ratio)), mode)
        picture.setDevicePixelRatio(ratio)
        return picture

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(40 * GRID, 16 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture follow the width; what is read stays where it is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._show()
            bar.setValue(round(share * bar.maximum()))

    def _dress_tables(self) -> None:
        """Let tables be small and quiet, and their words whole."""
        small = QTextCharFormat()
        small.setProperty(QTextFormat.Property.FontPixelSize, int(Size.SMALL))
        for table in self.document().rootFrame().childFrames():
            if not isinstance(table, QTextTable):
                continue
            style = table.format()
            style.setBorderBrush(QColor(self._palette.line))
            style.setBorderCollapse(True)
            style.setCellPadding(4)
            style.setTopMargin(GRID)
            style.setBottomMargin(GRID)
            table.setFormat(style)
            cursor = table.firstCursorPosition()
            cursor.setPosition(table.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(small)

    def _show(self) -> None:
        text = self._text
        if self._info is not None:
            text = text.removeprefix(f"# {self._info.title}\n")  # it stands above the card
        if self._info is not None and f"]({PICTURE})" not in text and (self._info.folder / PICTURE).is_file():
            text += f"\n\n![]({PICTURE})\n"
        self.document().clear()
        show_markdown(self, text, self._palette)
        self._dress_tables()
        self.verticalScrollBar().setValue(0)
