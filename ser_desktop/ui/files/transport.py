"""Playing a recording: from the cursor on, and of a selection only that. No Qt here."""

from __future__ import annotations

from ser_desktop.engine.playback import Playback, Sound
from ser_desktop.errors import UserError
from ser_desktop.ui.plots.viewport import Selection


class Transport:
    """Where the cursor stands, and what moves it.

    Attributes
    ----------
    cursor_s
        Where playing begins, or where it is.
    """

    def __init__(self, player: Playback) -> None:
        self.cursor_s = 0.0
        self._player = player
        self._sound: Sound | None = None
        self._selection: Selection | None = None
        self._playing = False

    @property
    def playing(self) -> bool:
        """Whether the recording is heard."""
        return self._playing

    def load(self, sound: Sound | None) -> None:
        """Take another recording; None while there is nothing to play."""
        if sound is not self._sound:
            self.stop()
            self._sound = sound

    def select(self, selection: Selection | None) -> None:
        """Let playing keep to a selection; the cursor goes to its beginning."""
        self._selection = selection
        if selection is not None:
            self.stop()
            self.cursor_s = selection.start_s

    def toggle(self) -> None:
        """Play, or pause where the cursor is."""
        if self._playing:
            self.stop()
        else:
            self._play()

    def go(self, time_s: float) -> None:
        """Put the cursor somewhere; what plays goes on from there."""
        again = self._playing
        self.stop()
        length_s = self._length_s
        self.cursor_s = min(max(0.0, time_s), length_s) if length_s else max(0.0, time_s)
        if again:
            self._play()

    def stop(self) -> None:
        """Be silent; the cursor stays."""
        if self._playing:
            self.tick()
            self._player.stop()
            self._playing = False

    def tick(self) -> UserError | None:
        """Follow what is heard; return why nothing is, if so."""
        if not self._playing or self._sound is None:
            return None
        if self._player.error is not None:
            self._playing = False
            return self._player.error
        self.cursor_s = self._player.position_samples / self._sound.rate_hz
        if not self._player.playing:
            self._playing = False
        return None

    @property
    def _length_s(self) -> float:
        return self._sound.n_samples / self._sound.rate_hz if self._sound is not None else 0.0

    def _play(self) -> None:
        if self._sound is None:
            return
        start_s, end_s = 0.0, self._length_s
        if self._selection is not None:
            start_s, end_s = self._selection.start_s, self._selection.end_s
        if not start_s <= self.cursor_s < end_s - 1 / self._sound.rate_hz:
            self.cursor_s = start_s
        rate_hz = self._sound.rate_hz
        self._player.start(self._sound, round(self.cursor_s * rate_hz), round(end_s * rate_hz))
        self._playing = True
