"""The session in the window: its last minutes as lanes, and the menu that takes all of it away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ser_desktop.errors import UserError
from ser_desktop.ui import words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.exporting import ExportMenu, Offer
from ser_desktop.ui.language import in_words
from ser_desktop.ui.plots.timeline import SessionTimeline
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import Palette
from ser_desktop.ui.widgets.toast import Toast


class SessionView(QWidget):
    """Asks the engine's log for what is new while it is seen, and for nothing while it is not."""

    def __init__(self, engine: Engine, asker: Asker, toast: Toast, palette: Palette) -> None:
        super().__init__()
        self.timeline = SessionTimeline(palette)
        self.menu = ExportMenu(asker, self._offer, self)
        self._engine = engine
        self._toast = toast
        self.menu.done.connect(toast.tell)
        self.menu.failed.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.timeline)
        self.hide()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.timeline.use_palette(palette)

    def refresh(self) -> None:
        """Draw what is new."""
        if self.isVisible():
            self.timeline.show_session(self._engine.session, self._engine.unsure_below)

    def export(self, button: QWidget) -> None:
        """Open the menu over ``button``."""
        if self._engine.session is not None:
            place = button if button.isVisible() else self
            size = self.menu.sizeHint()
            corner = QPoint(place.width() - size.width(), -size.height() if place is button else 0)
            self.menu.popup(place.mapToGlobal(corner))

    def _offer(self) -> Offer | None:
        log = self._engine.session
        if log is None:
            return None
        report = log.report(words.SESSION)
        began = report.began or datetime.now().astimezone()
        return Offer(report, f"session-{began:%Y-%m-%d-%H%M%S}", self.timeline.grab)

    def _refuse(self, fault: UserError) -> None:
        self._toast.tell(in_words(fault))
