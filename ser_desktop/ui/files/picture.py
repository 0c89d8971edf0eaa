"""A plot as a picture to keep: what it shows, and what made it, are written on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ser_desktop.engine.filejobs import Job
from ser_desktop.ui import theme
from ser_desktop.ui.files import words
from ser_desktop.ui.language import number, tr
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size
from ser_desktop.ui.words import percent

_LINE = 3 * GRID


def labelled(parts: Sequence[QPixmap], job: Job, selection: str, palette: Palette) -> QPixmap:
    """Return parts of a view, the plot first, under what they show and above the results' origin."""
    ratio = parts[0].devicePixelRatio()
    width, height = parts[0].width() / ratio, sum(part.height() for part in parts) / ratio
    above = [(job.path.name, True, palette.text), (words.whole(job)[1], False, palette.text)]
    if selection:
        above.append((selection, False, palette.text))
    below = []
    if job.analysis is not None:
        origin = job.analysis.origin
        below = [
            tr(
                "{title} ({name}), windows of {window} s every {hop} s, unsure below {share}; "
                "SER Desktop {version}",
                title=origin.title,
                name=origin.model,
                window=number(origin.window_s, None),
                hop=number(origin.hop_s, None),
                share=percent(origin.unsure_below),
                version=origin.version,
            ),
            f"sha256 {origin.sha256}",
        ]
    total = height + _LINE * (len(above) + len(below)) + 2 * MARGIN + GRID
    picture = QPixmap(round((width + 2 * MARGIN) * ratio), round(total * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(palette.background))
    painter = QPainter(picture)
    top = float(MARGIN)
    for text, bold, colour in above:
        painter.setFont(theme.font(bold=bold))
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(MARGIN, top, width, _LINE), Qt.AlignmentFlag.AlignVCenter, text)
        top += _LINE
    for part in parts:
        size = part.deviceIndependentSize()
        painter.drawPixmap(QRectF(MARGIN, top, size.width(), size.height()), part, QRectF(part.rect()))
        top += size.height()
    top += GRID
    painter.setFont(theme.font(Size.SMALL))
    painter.setPen(QColor(palette.muted))
    for text in below:
        painter.drawText(QRectF(MARGIN, top, width, _LINE), Qt.AlignmentFlag.AlignVCenter, text)
        top += _LINE
    painter.end()
    return picture
