"""What the other faces of the window share: they pull while seen, say the answer, and give way to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.results import Snapshot
from ser_desktop.ui import words
from ser_desktop.ui.announcer import Announcer
from ser_desktop.ui.language import tr
from ser_desktop.ui.presenter import Engine, Presenter
from ser_desktop.ui.theme import Palette


class Face(QWidget):
    """A window of its own; ``left`` tells that it was closed, or that the window is wanted back.

    Parameters
    ----------
    title
        A key of translation.
    """

    left = Signal()

    def __init__(
        self, engine: Engine, palette: Palette, announcer: Announcer, flags: Qt.WindowType, title: str
    ) -> None:
        super().__init__(None, flags)
        self._engine = engine
        self._announcer = announcer
        self._palette = palette
        self._title = title
        self._verdict = words.Verdict("silence", "")
        self._state = ""
        self._presenter = Presenter(engine, self, self)
        self.setWindowTitle(tr(title))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def texts(self) -> tuple[str, str, str]:
        """Headline, line, and the state with the microphone's name, as they are read."""
        return self._verdict.headline, self._verdict.line, self._state

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound."""
        raise NotImplementedError

    def show_words(self, snapshot: Snapshot) -> None:
        """Write the answer."""
        verdict = words.verdict(snapshot, has_model=bool(self._engine.labels))
        state = words.state_line(snapshot)
        if (verdict, state) != (self._verdict, self._state):
            self._verdict, self._state = verdict, state
            self.setAccessibleName(verdict.headline)
            self.setAccessibleDescription(f"{verdict.line} {state}".strip())
            self._take_answer()
            self.update()
        self._announcer.say(self, verdict.headline)

    def _take_answer(self) -> None:
        """Do what else depends on the answer."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to pull."""
        super().showEvent(event)
        self._presenter.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pull nothing while nobody looks."""
        self._presenter.pause()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give way to the window."""
        self.left.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language; the answer does with the next moment."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(tr(self._title))
