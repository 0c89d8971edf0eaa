"""A small control for a whole number of seconds: less, more, and the number between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ser_desktop.ui import theme, words
from ser_desktop.ui.language import tr
from ser_desktop.ui.theme import GRID, Palette

_SIDE = 4 * GRID


class SecondsStepper(QAbstractSlider):
    """Arrow keys, page keys, the wheel and its two ends change it; screen readers see a slider.

    ``name`` is a key of translation.
    """

    def __init__(self, palette: Palette, name: str, value_s: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSingleStep(1)
        self.setPageStep(5)
        self.valueChanged.connect(self.retranslate)
        self.setRange(value_s, value_s)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell in the window's language what is shown."""
        self.setAccessibleName(tr(self._name))
        self.setAccessibleDescription(self.text())
        self.setToolTip(f"{tr(self._name)}: {self.text()}")
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def text(self) -> str:
        """Return what is shown between the two signs."""
        return words.seconds(self.value(), 0)

    def sizeHint(self) -> QSize:
        """Return the size of a control."""
        return QSize(2 * _SIDE + 5 * GRID, theme.CONTROL_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step down at the left end, up at the right one."""
        x = event.position().x()
        if x < _SIDE:
            self.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub)
        elif x >= self.width() - _SIDE:
            self.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys arrive here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, signs and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._palette
        frame = QRectF(self.rect())
        theme.paint_frame(painter, frame, palette, focused=self.hasFocus(), ground=palette.raised)
        painter.setFont(theme.font())
        left, right = QRectF(frame), QRectF(frame)
        left.setRight(_SIDE)
        right.setLeft(frame.right() - _SIDE)
        for place, text, active in (
            (left, "\N{MINUS SIGN}", self.value() > self.minimum()),
            (frame, self.text(), True),
            (right, "+", self.value() < self.maximum()),
        ):
            sign = place is not frame
            colour = palette.muted if sign and active else palette.faint if sign else palette.text
            painter.setPen(QColor(colour))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
