"""A model's card, read as it is: nothing is loaded from elsewhere, and nothing opened."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QTextBrowser

from ser_desktop.results import ModelInfo
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.theme.document import show_markdown

PICTURE = "training.png"
"""The one picture that a card may show: it lies beside it."""


class CardReader(QTextBrowser):
    """Shows the card of one model, with the picture of its training."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._info: ModelInfo | None = None
        self._text = ""
        self._shown_width = 0
        self._rest = QTimer(self)  # a document may not be written anew while it is being laid out
        self._rest.setSingleShot(True)
        self._rest.setInterval(150)
        self._rest.timeout.connect(self._follow_width)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A bar that comes and goes would change the width, the width the picture, and the picture the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
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
        """Load the training's picture, and nothing else."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind != 2 or self._info is None or url.toString() != PICTURE:  # 2: a picture
            return None
        picture = QImage(str(self._info.folder / PICTURE))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width = min(round(ratio * self._shown_width), picture.width())
        picture = picture.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture follow the width, once that rests."""
        super().resizeEvent(event)
        if self._room != self._shown_width:
            self._rest.start()

    @property
    def _room(self) -> int:
        """How wide a picture can be: the scroll bar is always there, so the text cannot change that."""
        return self.viewport().width() - 2 * GRID

    def _follow_width(self) -> None:
        if self._room == self._shown_width:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._show()
        bar.setValue(round(share * bar.maximum()))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(40 * GRID, 16 * GRID)

    def _dress_tables(self) -> None:
        """Let tables be small and quiet, and their words whole."""
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
            for row, column in itertools.product(range(table.rows()), range(table.columns())):
                _make_small(table.cellAt(row, column))

    def _fit_pictures(self) -> None:
        """Let no picture be wider than there is room."""
        cursor = self.document().find("\N{OBJECT REPLACEMENT CHARACTER}")
        while not cursor.isNull():
            picture = cursor.charFormat().toImageFormat()
            if picture.isValid():
                picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                cursor.setCharFormat(picture)
            cursor = self.document().find("\N{OBJECT REPLACEMENT CHARACTER}", cursor)

    def _show(self) -> None:
        self._shown_width = self._room
        text = self._text
        if self._info is not None:
            text = text.removeprefix(f"# {self._info.title}\n")  # it stands above the card
        if self._info is not None and f"]({PICTURE})" not in text and (self._info.folder / PICTURE).is_file():
            text += f"\n\n![]({PICTURE})\n"
        show_markdown(self, text, self._palette)
        all_at_once = QTextCursor(self.document())
        all_at_once.beginEditBlock()  # else it would be laid out anew for each cell
        self._dress_tables()
        self._fit_pictures()
        all_at_once.endEditBlock()
        self.verticalScrollBar().setValue(0)


def _make_small(cell: QTextTableCell) -> None:
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    face = cursor.charFormat()
    face.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # it would win
    face.setProperty(QTextFormat.Property.FontPixelSize, int(Size.SMALL))
    cursor.setCharFormat(face)
