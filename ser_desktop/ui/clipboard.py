"""What is copied: text, and a picture beside it."""

from __future__ import annotations

import atexit
from functools import cache

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QPixmap

_OURS = "application/x-ser-desktop"


def copy(text: str, picture: QPixmap | None = None) -> None:
    """Put ``text`` on the clipboard; programs that paste pictures get the ``picture``."""
    if picture is None:
        QGuiApplication.clipboard().setText(text)
        return
    data = QMimeData()
    data.setText(text)
    data.setImageData(picture.toImage())
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)
    _leave_text_at_the_end()


@cache
def _leave_text_at_the_end() -> None:
    """Let the text alone outlive Python: Qt would destroy what Python made when there is no Python any more.

    That ended the process with a segmentation fault.
    """
    atexit.register(_leave_text)


def _leave_text() -> None:
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        clipboard = QGuiApplication.clipboard()
        if clipboard.mimeData().hasFormat(_OURS):  # else somebody else has copied something since
            clipboard.setText(clipboard.text())
