"""Rich text in the house's look."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser

from ser_desktop.ui.theme.measures import GRID, font
from ser_desktop.ui.theme.palette import Palette

_TWICE = 3  # Qt's step of size that doubles the body's: the large one; a document heeds no pixels beside it


def show_markdown(browser: QTextBrowser, text: str, palette: Palette) -> None:
    """Show Markdown: headings in the sizes that there are, links in their own colour.

    Call it again for another palette: a document keeps the colours that it was made with.
    """
    browser.setFont(font())
    browser.setMarkdown(text)
    cursor = QTextCursor(browser.document())
    cursor.beginEditBlock()  # else all of it is laid out anew for each run
    for block in list(_blocks(browser)):
        level = block.blockFormat().headingLevel()
        for begin, end, is_link in list(_runs(block)):
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_format(level, palette, is_link=is_link))
        if level:
            cursor.setPosition(block.position())
            paragraph = block.blockFormat()
            paragraph.setTopMargin(0 if block.position() == 0 else 2 * GRID)
            paragraph.setBottomMargin(GRID / 2)
            cursor.setBlockFormat(paragraph)
    cursor.endEditBlock()


def _format(level: int, palette: Palette, *, is_link: bool) -> QTextCharFormat:
    face = QTextCharFormat()
    face.setProperty(QTextFormat.Property.FontSizeAdjustment, _TWICE if level == 1 else 0)
    if level:
        face.setFontWeight(QFont.Weight.DemiBold)
    if is_link:
        face.setFontUnderline(True)
    face.setForeground(QColor(palette.link if is_link else palette.muted if level > 2 else palette.text))
    return face


def _blocks(browser: QTextBrowser) -> Iterator[QTextBlock]:
    block = browser.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[tuple[int, int, bool]]:
    """Tell where text of one kind begins and ends, and whether it is a link."""
    run = block.begin()
    while not run.atEnd():
        piece = run.fragment()
        yield piece.position(), piece.position() + piece.length(), piece.charFormat().isAnchor()
        run += 1
