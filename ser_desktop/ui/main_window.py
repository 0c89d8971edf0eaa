"""The window: it holds the pages, dresses them, and closes what is open when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from ser_desktop.engine.playback import Playback
from ser_desktop.ui import actions, theme
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.live_page import LivePage
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import Palette

TITLE = "SER Desktop"


class MainWindow(QMainWindow):
    """A frame around the pages; what they do is theirs."""

    def __init__(
        self, engine: Engine, palette: Palette, player: Playback, asker: Asker | None = None
    ) -> None:
        super().__init__()
        self._engine = engine
        self._player = player
        self._asker = asker or Asker(self)
        self.live = LivePage(engine, palette, player, self._asker)
        self.setWindowTitle(TITLE)
        self.setFont(theme.font())
        self.setMinimumSize(900, 600)
        self.setCentralWidget(self.live)
        self.use_palette(palette)
        actions.install(self, {"quit": self._close})
        self.setFocus()

    def use_palette(self, palette: Palette) -> None:
        """Dress the window in ``palette``."""
        self.setPalette(theme.qt_palette(palette))
        self.setStyleSheet(theme.stylesheet(palette))
        self.live.use_palette(palette)

    def start(self) -> None:
        """Start listening."""
        self.live.start()

    def fail(self, error: Exception) -> None:
        """Say that the window itself met a fault."""
        self.live.fail(error)

    def changeEvent(self, event: QEvent) -> None:
        """Draw nothing while minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            follow = self.live.pause if self.isMinimized() else self.live.resume
            follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let microphone and loudspeaker go; ask first if clips would be lost."""
        clips = self.live.clips.at_stake
        if clips and not self._asker.may_lose(clips):
            event.ignore()
            return
        self.live.pause()
        self._player.close()
        self._engine.close()
        super().closeEvent(event)

    def _close(self) -> None:
        self.close()
