"""A short notice over the lower edge: what was done, perhaps with a way back; it leaves by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ser_desktop.ui import theme
from ser_desktop.ui.theme import GRID

SHOWN_MS = 8000
_WIDEST = 90 * GRID


class Toast(QWidget):
    """Lies over ``above``, at its lower edge; ``tell`` shows it for eight seconds, as it was said.

    They begin when it is seen: what is told before its page is shown waits for that.
    """

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self._deed: Callable[[], None] = _nothing
        self._gone: Callable[[], None] = _nothing
        self._label = QLabel()
        self._label.setFont(theme.font())
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setFont(theme.font(bold=True))
        self.button.setFlat(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._do)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.leave)
        above.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        """Return what is shown, or nothing."""
        return self._label.text() if not self.isHidden() else ""

    def tell(
        self,
        text: str,
        offer: str = "",
        deed: Callable[[], None] | None = None,
        gone: Callable[[], None] | None = None,
    ) -> None:
        """Show ``text``, with a button ``offer`` that does ``deed``; ``gone`` follows where nobody did."""
        self.leave()
        self._deed, self._gone = deed or _nothing, gone or _nothing
        self._label.setWordWrap(False)
        self._label.setText(text)
        if self._label.sizeHint().width() > _WIDEST:
            self._label.setWordWrap(True)
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self.setAccessibleName(f"{text} {offer}".strip())
        self.show()
        self._place()

    def add(self, text: str) -> None:
        """Show ``text`` after what is still shown; what offers something makes room for it."""
        before = self.text() if self.button.isHidden() else ""
        self.tell(before if text in before else f"{before} {text}".strip())

    def leave(self) -> None:
        """Go, as after eight seconds."""
        gone, self._gone, self._deed = self._gone, _nothing, _nothing
        self._timer.stop()
        self.hide()
        gone()

    def showEvent(self, event: QShowEvent) -> None:
        """Count the seconds."""
        super().showEvent(event)
        if not event.spontaneous():
            self._place()
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge when it moves."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        deed, self._gone = self._deed, _nothing
        self.leave()
        deed()

    def _place(self) -> None:
        above = self._above
        room = above.width() - 6 * GRID
        extra = 6 * GRID + (self.button.sizeHint().width() if not self.button.isHidden() else 0)
        wide = min(room, _WIDEST + extra)
        width = wide if self._label.wordWrap() else min(room, self.sizeHint().width())
        height = max(self.sizeHint().height(), self._row.heightForWidth(width))
        self.setGeometry((above.width() - width) // 2, above.height() - height - 13 * GRID, width, height)
        self.raise_()


def _nothing() -> None:
    """Do nothing."""
