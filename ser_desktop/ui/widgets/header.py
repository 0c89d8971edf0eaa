"""The first row: which microphone, what is happening, start and stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ser_desktop.results import State
from ser_desktop.ui import icons, keys, theme
from ser_desktop.ui.language import tr
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.widgets.picker import DevicePicker
from ser_desktop.ui.words import RUNNING

_DOT = GRID
_ICON = 20


class StateLine(QWidget):
    """A dot and a line of words: "Listening · Blue Yeti · 48 kHz"; a long name is shortened in its middle."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._state = State.IDLE
        self._text = self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def tell(self, state: State, text: str, name: str = "") -> None:
        """Show ``text`` with a dot that says how things stand; ``name`` is the part that may be shortened."""
        if (state, text, name) != (self._state, self._text, self._name):
            self._state, self._text, self._name = state, text, name
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
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.fitted(place.width()))

    def fitted(self, width: int) -> str:
        """Return the words as they fit into ``width`` pixels: what stands around the name stays whole."""
        metrics = QFontMetrics(theme.font())
        before, name, after = self._text.partition(self._name) if self._name else (self._text, "", "")
        room = width - metrics.horizontalAdvance(before + after)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, max(0, room)) or ("…" if name else "")
        return metrics.elidedText(before + name + after, Qt.TextElideMode.ElideMiddle, width)

    def _dot_colour(self) -> str:
        if self._state in {State.LOST, State.FAILED}:
            return self._palette.warning
        return self._palette.accent if self._state in RUNNING else self._palette.muted


class Header(QWidget):
    """Picker, test, state and button in one row."""

    def __init__(self, palette: Palette, microphones: Microphones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = DevicePicker(microphones)
        self.test = QToolButton()
        self.test.setIconSize(QSize(_ICON, _ICON))
        self.test.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.state = StateLine(palette)
        self.button = QPushButton()
        self.button.setFont(theme.font(bold=True))
        self.button.setMinimumWidth(14 * GRID)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()
        self.use_palette(palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.picker)
        row.addSpacing(-GRID)
        row.addWidget(self.test)
        row.addWidget(self.state)
        row.addWidget(self.button)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.test.setIcon(icons.icon("voice", palette.text))
        self.state.use_palette(palette)

    def tell(self, state: State, text: str, name: str = "") -> None:
        """Show the state, in which ``name`` may be shortened, and on the button what a press would do."""
        self.state.tell(state, text, name)
        inviting = state not in RUNNING
        if inviting != bool(self.button.property("inviting")):
            self._invite(inviting=inviting)

    def retranslate(self) -> None:
        """Write the buttons in the window's language."""
        self.test.setToolTip(keys.tip(tr("Test the microphone"), "test-microphone"))
        self.test.setAccessibleName(tr("Test the microphone"))
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
