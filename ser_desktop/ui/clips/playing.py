"""Playing the clip whose card is open, with a cursor that moves along it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ser_desktop.engine.playback import Playback, Samples
from ser_desktop.results import Clip
from ser_desktop.ui.clips.card import ClipCard
from ser_desktop.ui.presenter import MOTION_MS


class ClipPlaying(QObject):
    """Follows the player while it plays for the card, and leaves it alone otherwise."""

    def __init__(self, player: Playback, card: ClipCard, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._card = card
        self._rate_hz = 1
        self._timer = QTimer(self)
        self._timer.setInterval(MOTION_MS)
        self._timer.timeout.connect(self._follow)

    @property
    def active(self) -> bool:
        """Whether a clip sounds."""
        return self._timer.isActive()

    def toggle(self, clip: Clip) -> None:
        """Play ``clip`` from its beginning, or stop."""
        if self.active:
            self.stop()
        else:
            self.start(clip, 0.0)

    def start(self, clip: Clip, from_s: float) -> None:
        """Play ``clip`` from a second of it on."""
        self._rate_hz = clip.rate_hz
        self._card.tell(None)
        self._player.start(Samples(clip.samples, clip.rate_hz), round(from_s * clip.rate_hz))
        self._timer.start()
        self._follow()

    def stop(self) -> None:
        """Be silent."""
        if self.active:
            self._player.stop()
            self._rest()

    def _follow(self) -> None:
        if not self._player.playing:
            self._card.tell(self._player.error)
            self._rest()
            return
        if not self._card.isVisible():  # another page is shown
            self.stop()
            return
        self._card.show_playing(playing=True)
        self._card.plot.point(self._player.position_samples / self._rate_hz)

    def _rest(self) -> None:
        self._timer.stop()
        self._card.show_playing(playing=False)
        self._card.plot.point(None)
