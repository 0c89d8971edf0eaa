"""The first row: which microphone, what is happening, start and stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QPushButton, QSizePolicy, QWidget

from ser_desktop.results import DeviceId, State
from ser_desktop.ui import keys, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.words import RUNNING, Choice

_DOT = GRID
_CHEVRON = 4.0


class DevicePicker(QComboBox):
    """Names devices as people know them; the list is made anew each time it opens."""

    opening = Signal()
    picked = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._choices: list[Choice] = []
        self.setView(QListView())  # the plain one follows the style sheet
        self.setFont(theme.font())
        self.setFixedWidth(40 * GRID)
        self.setAccessibleName(tr("Microphone"))
        self.activated.connect(lambda _index: self.picked.emit(self.currentData()))

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language; whoever offers the choices offers them anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Microphone"))

    def offer(self, choices: list[Choice]) -> None:
        """List ``choices``; the device chosen before stays chosen, even while it is unplugged."""
        if choices == self._choices:
            return
        chosen: DeviceId | None = self.currentData()
        if chosen is not None and all(choice.device != chosen for choice in choices):
            choices = [*choices, Choice(tr("{name} (not connected)", name=chosen.name), "", chosen)]
        self._choices = choices
        self.clear()
        monitors = False
        for choice in choices:
            if choice.is_monitor and not monitors:
                monitors = True
                self._add_heading(tr("Sound of this computer"))
            self.addItem(choice.text, choice.device)
            self.setItemData(self.count() - 1, choice.tip, Qt.ItemDataRole.ToolTipRole)
            if choice.device == chosen:
                self.setCurrentIndex(self.count() - 1)

    def showPopup(self) -> None:
        """Ask for a fresh list, then open it."""
        self.opening.emit()
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow in the window's own hand."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._palette.muted), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() - 2.5 * GRID, self.height() / 2 - _CHEVRON / 4
        painter.drawPolyline(
            [
                QPointF(x - _CHEVRON, y - _CHEVRON / 2),
                QPointF(x, y + _CHEVRON / 2),
                QPointF(x + _CHEVRON, y - _CHEVRON / 2),
            ]
        )

    def _add_heading(self, text: str) -> None:
        self.addItem(text)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            heading = model.item(self.count() - 1)
            heading.setEnabled(False)
            heading.setFont(theme.font(Size.SMALL))


class StateLine(QWidget):
    """A dot and a line of words: "Listening · Blue Yeti"; long names are shortened in the middle."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._state = State.IDLE
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def tell(self, state: State, text: str) -> None:
        """Show ``text`` with a dot that says how things stand."""
        if (state, text) != (self._state, self._text):
            self._state, self._text = state, text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        """Return the words, unshortened."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the height of a control."""
        return QSize(20 * GRID, theme.CONTROL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dot and words on one line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._dot_colour()))
        painter.drawEllipse(QRectF(0, middle - _DOT / 2, _DOT, _DOT))
        painter.setFont(theme.font())
        painter.setPen(QColor(self._palette.text))
        place = self.rect().adjusted(_DOT + GRID, 0, 0, 0)
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _dot_colour(self) -> str:
        if self._state in {State.LOST, State.FAILED}:
            return self._palette.warning
        return self._palette.accent if self._state in RUNNING else self._palette.muted


class Header(QWidget):
    """Picker, state and button in one row."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = DevicePicker(palette)
        self.state = StateLine(palette)
        self.button = QPushButton()
        self.button.setFont(theme.font(bold=True))
        self.button.setMinimumWidth(14 * GRID)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._invite(inviting=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.picker)
        row.addWidget(self.state)
        row.addWidget(self.button)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.picker.use_palette(palette)
        self.state.use_palette(palette)

    def tell(self, state: State, text: str) -> None:
        """Show the state, and on the button what a press would do."""
        self.state.tell(state, text)
        inviting = state not in RUNNING
        if inviting != bool(self.button.property("inviting")):
            self._invite(inviting=inviting)

    def retranslate(self) -> None:
        """Write the button in the window's language."""
        self._invite(inviting=bool(self.button.property("inviting")))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _invite(self, *, inviting: bool) -> None:
        self.button.setText(tr("Start") if inviting else tr("Stop"))
        does = tr("Start listening") if inviting else tr("Stop listening")
        self.button.setToolTip(keys.tip(does, "toggle"))
        self.button.setProperty("inviting", inviting)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
