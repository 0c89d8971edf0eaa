"""The program's icon as pixels, in the sizes that desktops ask for."""

from __future__ import annotations

import os
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(drawing: Path, size: int, to: Path) -> Path:
    """Write a square picture, ``size`` pixels wide, of a vector drawing; return where it is.

    The name's end says in which form: PNG, ICO for Windows, ICNS for macOS.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageReader

    reader = QImageReader(os.fspath(drawing))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    to.parent.mkdir(parents=True, exist_ok=True)
    if image.isNull() or not image.save(os.fspath(to)):
        raise ValueError(f"{drawing} cannot be drawn: {reader.errorString()}")
    return to
