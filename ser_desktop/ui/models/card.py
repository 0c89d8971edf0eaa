"""One model seen near: its name, what it hears, what it is worth, and its card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ser_desktop.results import EMOTIONS, ModelInfo
from ser_desktop.ui import icons, theme
from ser_desktop.ui.language import of_error, tr
from ser_desktop.ui.models import words
from ser_desktop.ui.models.reader import CardReader
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.finding import Finding
from ser_desktop.ui.words import noun

_ICON = 2 * GRID
_ROW = 3 * GRID


class ModelCard(QWidget):
    """Shows the model that it was given last."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._info: ModelInfo | None = None
        self._in_use = False
        self.title = _label(theme.font(Size.LARGE, bold=True))
        self.emotions = Emotions(palette)
        self.figure = _label(theme.font(bold=True))
        self.origin = _label(theme.font())
        self.origin.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.fault = Finding(palette)
        self.reader = CardReader(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.title, self.fault, self.emotions, self.figure, self.origin):
            column.addWidget(part)
        room = QWidget()  # is there where the reader is not: what is above it stays above
        below = QVBoxLayout(room)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.reader)
        column.addWidget(room, 1)
        self._write()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for part in (self.emotions, self.fault, self.reader):
            part.use_palette(palette)

    def show_model(self, info: ModelInfo | None, *, in_use: bool) -> None:
        """Show another model, or how it stands now."""
        if (info, in_use) != (self._info, self._in_use):
            self._info, self._in_use = info, in_use
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        info = self._info
        self.reader.setAccessibleName(tr("Card of the model"))
        for part in (self.title, self.emotions, self.figure, self.origin):
            part.setVisible(info is not None and (info.error is None or part in {self.title, self.origin}))
        self.fault.setVisible(info is not None and info.error is not None)
        if info is None:
            self.reader.hide()
            return
        self.title.setText(info.title)
        self.emotions.use_labels(info.labels)
        self.figure.setText(" ".join(filter(None, [f"{words.figure(info)}.", words.caution(info)])))
        self.figure.setToolTip(words.explained(info))
        self.origin.setText(" · ".join(filter(None, [words.origin(info), tr("In use") * self._in_use])))
        self.origin.setToolTip(str(info.folder))
        if info.error is not None:
            title, detail, remedy = of_error(info.error)
            self.fault.tell("fault", title, f"{detail} {remedy}".strip())
        text = info.card or tr("This model came without a card.")
        self.reader.setVisible(info.error is None or bool(info.card))
        self.reader.read(info, text)


class Emotions(QWidget):
    """Faces and words of what a model hears, in as many rows as it takes."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._labels: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.font())

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def use_labels(self, labels: tuple[str, ...]) -> None:
        """Show these."""
        self._labels = tuple(label for label in EMOTIONS if label in labels)
        self.setAccessibleName(tr("Hears {emotions}", emotions=words.emotions(labels)))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that all rows take."""
        places = self._places(width)
        return int(places[-1][1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        """Return the height at this width."""
        return QSize(40 * GRID, self.heightForWidth(max(self.width(), 40 * GRID)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them side by side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._palette.text))
        for label, place in self._places(self.width()):
            square = QRectF(place.left(), place.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, label, square, QColor(self._palette.emotions[label]))
            painter.drawText(place.adjusted(_ICON + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, noun(label))

    def _places(self, width: int) -> list[tuple[str, QRectF]]:
        places: list[tuple[str, QRectF]] = []
        x, y = 0.0, 0.0
        for label in self._labels:
            wide = _ICON + 6 + self.fontMetrics().horizontalAdvance(noun(label)) + 2
            if x and x + wide > width:
                x, y = 0.0, y + _ROW
            places.append((label, QRectF(x, y, wide, _ROW)))
            x += wide + 2 * GRID
        return places


def _label(font: QFont) -> QLabel:
    label = QLabel()
    label.setFont(font)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
