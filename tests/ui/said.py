"""All that a window says: what Qt keeps of it as text, and what is painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEPT = ("text", "title", "placeholderText", "windowTitle", "toolTip", "accessibleName")
_ALSO = ("accessibleDescription", "statusTip", "whatsThis", "prefix", "suffix", "specialValueText")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MOST_ROWS = 50


def said(root: QWidget) -> list[str]:
    """Return all texts of a window that is seen, each once, in an order that does not change."""
    return list(dict.fromkeys(text for text in (*_kept(root), *painted(root)) if text.strip()))


def painted(root: QWidget) -> list[str]:
    """Return the texts that are painted, line by line, as they are seen."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(root.size())
    root.render(drawing)
    buffer.close()
    found = re.findall(r"<text[^>]*>([^<]*)</text>", bytes(content.data()).decode())
    return [unescape(text) for text in found]


def _kept(root: QWidget) -> Iterator[str]:
    for action in root.findChildren(QAction):
        if action.associatedObjects():  # else it is nowhere to be seen
            yield from (action.text(), action.toolTip())
    for widget in (root, *root.findChildren(QWidget)):
        if widget is root or widget.isVisibleTo(root):
            yield from _of_widget(widget)


def _of_widget(widget: QWidget) -> Iterator[str]:
    typed = isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)  # what is in it is the person's
    for name in (*_KEPT, *_ALSO):
        value = widget.property(name)
        if isinstance(value, str) and not (typed and name == "text"):
            yield _plain(value)
    if isinstance(widget, QComboBox | QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    columns = range(1) if isinstance(model, QAbstractListModel) else range(model.columnCount(top))
    for column in columns:
        title = model.headerData(column, Qt.Orientation.Horizontal)
        yield title if isinstance(title, str) else ""
    for row in range(min(model.rowCount(top), _MOST_ROWS)):
        for column in columns:
            for role in _ROLES:
                text = model.index(row, column, top).data(role)
                yield text if isinstance(text, str) else ""


def _plain(text: str) -> str:
    """Return the words of a text, if it is in HTML; a key may be marked by an ampersand."""
    return unescape(re.sub(r"<[^>]+>", " ", text)) if text.startswith("<") else text
