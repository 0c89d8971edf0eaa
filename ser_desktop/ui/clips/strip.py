"""The strip under the page: record, how long, the last seconds, and a chip for each clip that is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ser_desktop.engine.clips import LONGEST_S, SHORTEST_S
from ser_desktop.ui import icons, keys, theme, words
from ser_desktop.ui.clips.shelf import Take
from ser_desktop.ui.language import N_, tr
from ser_desktop.ui.theme import CONTROL_HEIGHT, GRID, Palette
from ser_desktop.ui.widgets.stepper import SecondsStepper

_DEFAULT_S = 3
_ICON = 3 * GRID


class ClipStrip(QWidget):
    """Its buttons are connected by whoever knows what they do; ``chosen`` tells the number of a clip."""

    chosen = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = RecordButton(palette)
        self.length = SecondsStepper(palette, N_("Length of a clip"), _DEFAULT_S)
        self.length.setRange(round(SHORTEST_S), round(LONGEST_S))
        self.last, self.session, self.export = _button(), _button(), _button()
        self.session.setCheckable(True)
        self.export.hide()
        self._recording = False
        self.chips = _Chips(palette)
        self.chips.chosen.connect(self.chosen)
        self.length.valueChanged.connect(self.retranslate)
        self.retranslate()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for part in (self.record, self.length, self.last):
            row.addWidget(part)
        row.addSpacing(GRID)
        row.addWidget(self.chips, 1)
        row.addWidget(self.export)
        row.addWidget(self.session)

    def retranslate(self) -> None:
        """Write in the window's language what the buttons do."""
        length = words.seconds(self.length.value(), 0)
        self.record.setText(tr("Cancel") if self._recording else tr("Record"))
        self.last.setText(tr("Last {length}", length=length))
        self.session.setText(tr("Timeline"))
        self.export.setText(tr("Export"))
        drop, record = tr("Drop what is being recorded"), tr("Record the next {length}", length=length)
        tips = (
            (self.record, drop if self._recording else record, "back" if self._recording else "record"),
            (self.last, tr("Keep the last {length} as a clip", length=length), "record-last"),
            (self.session, tr("Show or hide the last minutes of this session"), "panel-timeline"),
            (self.export, tr("Save what was decided in this session for other programs"), "export"),
        )
        for button, does, name in tips:
            button.setToolTip(keys.tip(does, name))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for part in (self.record, self.length, self.chips):
            part.use_palette(palette)

    def show_takes(self, takes: Sequence[Take], chosen: int | None, tip: str) -> None:
        """Show a chip for each of ``takes``; ``chosen`` is open, ``tip`` tells of all of them."""
        self.chips.show_takes(takes, chosen, tip)

    def tell_recording(self, *, active: bool) -> None:
        """Learn whether a clip is being recorded; then the button cancels it."""
        self._recording = active
        self.last.setEnabled(not active)
        self.retranslate()

    def tell_session(self, *, shown: bool) -> None:
        """Learn whether the session is shown, which then can be exported."""
        self.session.setChecked(shown)
        self.export.setVisible(shown)


class RecordButton(QPushButton):
    """A dot and the word; the one button that invites."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.setFont(theme.font(bold=True))
        self.setMinimumWidth(14 * GRID)
        self.setStyleSheet(f"padding-left: {4 * GRID}px;")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the dot before the word."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.accent))
        painter.drawEllipse(QPointF(2.5 * GRID, self.height() / 2), 5.0, 5.0)


class Chip(QAbstractButton):
    """The face of a clip's answer; a dot beside it while the clip is not saved, a line under the open one."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_ = palette
        self.unsaved = True
        self._icon = "silence"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)

    def tell(self, take: Take, *, chosen: bool) -> None:
        """Show ``take``."""
        self._icon = words.answer(take.analysis).icon
        self.unsaved = take.path is None
        line = words.chip_line(take.clip, take.analysis, saved=not self.unsaved)
        self.setToolTip(line)
        self.setAccessibleName(tr("Clip {line}", line=line))
        self.setChecked(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a control."""
        return QSize(CONTROL_HEIGHT, CONTROL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face and its marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette_
        side = float(self.height())
        if self.isChecked() or self.underMouse() or self.hasFocus():
            frame = QRectF(0, 0, side, side)
            theme.paint_frame(painter, frame, palette, focused=self.hasFocus(), ground=palette.raised)
        square = QRectF((side - _ICON) / 2, (side - _ICON) / 2, _ICON, _ICON)
        icons.paint(painter, self._icon, square, QColor(palette.sign(self._icon)))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.unsaved:
            painter.setBrush(QColor(palette.text))
            painter.drawEllipse(QPointF(side - 7, 7), 2.5, 2.5)
        if self.isChecked():
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(QRectF(side / 4, side - 4, side / 2, 2), 1, 1)


class _Chips(QScrollArea):
    """A row of chips; where there are more than fit, the open one is seen, and the wheel shows the others."""

    chosen = Signal(int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._chips: dict[int, Chip] = {}
        self._open: Chip | None = None
        self._inside = QWidget()
        self._inside.setObjectName("chips")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Clips"))

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for chip in self._chips.values():
            chip.palette_ = palette
            chip.update()

    def show_takes(self, takes: Sequence[Take], chosen: int | None, tip: str) -> None:
        """Show a chip for each of ``takes``."""
        self.setAccessibleName(tr("Clips"))
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        numbers = [take.number for take in takes]
        for gone in set(self._chips) - set(numbers):
            chip = self._chips.pop(gone)
            self._row.removeWidget(chip)
            chip.deleteLater()
        for index, take in enumerate(takes):
            if take.number not in self._chips:
                self._chips[take.number] = self._new(take.number, index)
            self._chips[take.number].tell(take, chosen=take.number == chosen)
        self._open = None if chosen is None else self._chips.get(chosen)
        self._inside.adjustSize()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the open one in sight."""
        super().resizeEvent(event)
        self._follow()

    def texts(self) -> list[str]:
        """Return what each chip is, from the left."""
        return [self._chips[number].toolTip() for number in sorted(self._chips)]

    def chip(self, number: int) -> Chip:
        """Return the chip of a clip."""
        return self._chips[number]

    def minimumSizeHint(self) -> QSize:
        """Return room for one."""
        return QSize(CONTROL_HEIGHT, CONTROL_HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move along the row."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.y() or delta.x()) // 3)

    def _follow(self) -> None:
        self._row.activate()
        if self._open is not None:
            self.ensureWidgetVisible(self._open, 0, 0)

    def _new(self, number: int, index: int) -> Chip:
        chip = Chip(self._palette)
        chip.clicked.connect(lambda: self.chosen.emit(number))
        self._row.insertWidget(index, chip)
        chip.show()  # by itself a row shows it when the loop turns, and until then leaves no room for it
        return chip


def _button() -> QPushButton:
    button = QPushButton()
    button.setFont(theme.font())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
