"""Does what a person does with the window, waits for what shall be seen, and takes pictures of it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import soundfile
from PIL import Image
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ser_desktop.audio.files import read_at_rate
from ser_desktop.results import Snapshot, State
from ser_desktop.settings import THEMES
from ser_desktop.ui.main_window import MainWindow
from tests.virtual_microphone import VirtualMicrophone

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
DRESSES = tuple(theme for theme in THEMES if theme != "system")
SETTLED_S = 0.4
PATIENCE_S = 90.0
GAIN = 0.5  # half of the corpora are normalised to full scale, as no microphone should be
ROOM = 0.0006  # a room is never silent: that would be a muted microphone
_RATE_HZ = 16_000


class Director:
    """One window, one microphone.

    Parameters
    ----------
    sizes
        Width and height of the window in each picture, in its own pixels.
    """

    def __init__(
        self,
        app: QApplication,
        microphone: VirtualMicrophone,
        corpora: Path,
        sizes: Sequence[tuple[int, int]],
    ) -> None:
        self.microphone = microphone
        self.corpora = corpora
        self._app = app
        self._sizes = sizes
        self._player: subprocess.Popen[bytes] | None = None
        (self.window,) = (widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow))

    def moment(self) -> Snapshot:
        """Return what the engine does now."""
        return self.window.engine.snapshot()

    def wait(self, holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
        """Return once it is so."""
        deadline_s = time.monotonic() + patience_s
        while not holds():
            if time.monotonic() > deadline_s:
                raise TimeoutError
            QTest.qWait(20)

    def press(self, key: str, at: QWidget | None = None) -> None:
        """Press a key, as "Ctrl+E"; where nobody manages windows, the window is made the active one first."""
        place = at or self.window
        place.activateWindow()
        QTest.qWaitForWindowActive(place)
        QTest.keySequence(place, QKeySequence(key))

    def speak(
        self, clips: Sequence[Path], pause_s: float = 0.3, times: int = 1, silent_s: float = 0.0
    ) -> None:
        """Let these recordings be heard one after the other in a quiet room, while the scene goes on.

        ``times`` over; ``silent_s`` is how long the room is heard after them.
        """
        self.hush()
        pause = np.zeros(round(pause_s * _RATE_HZ), np.float32)
        talk = np.concatenate([part for clip in clips for part in (read_at_rate(clip, _RATE_HZ), pause)])
        sound = np.concatenate([GAIN * np.tile(talk, times), np.zeros(round(silent_s * _RATE_HZ))])
        sound += ROOM * np.random.default_rng(1).standard_normal(len(sound))
        path = Path(self.microphone.env["HOME"]) / "talk.wav"
        soundfile.write(path, sound, _RATE_HZ)
        self._player = self.microphone.start_playing(path)

    def hush(self) -> None:
        """Let nobody speak any more."""
        if self._player is not None:
            self._player.kill()
            self._player.wait()
            self._player = None

    def pictures(self, name: str, holds: Callable[[], bool] = lambda: True) -> None:
        """Take a picture in every theme and size, each once ``holds`` has been so for a moment."""
        for dress in DRESSES:
            for width, height in self._sizes:
                path = IMAGES / dress / f"{name}-{width}x{height}.png"
                self._dress(dress, width, height)
                self._take(self.window, path, holds)

    def picture(self, name: str, of: QWidget | None, dress: str = "dark") -> None:
        """Take one picture, at scale 1 and the window's largest size only."""
        if of is None:
            raise LookupError(name)
        if self._app.devicePixelRatio() == 1:
            self._dress(dress, *self._sizes[-1])
            self._take(of, IMAGES / f"{name}.png", lambda: True)

    def close(self) -> None:
        """Close the window; clips are not asked for."""
        self.hush()
        self.window.live.clips.shelf.takes = ()
        for widget in self._app.topLevelWidgets():
            widget.close()

    def _dress(self, dress: str, width: int, height: int) -> None:
        self.window.house.keeper.change(theme=dress)
        self.window.resize(width, height)

    def _take(self, of: QWidget, path: Path, holds: Callable[[], bool]) -> None:
        since_s = time.monotonic()

        def settled() -> bool:
            nonlocal since_s
            if not holds():
                since_s = time.monotonic()
            return time.monotonic() - since_s >= SETTLED_S

        self.wait(settled)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not of.grab().save(str(path), "PNG"):
            raise OSError(path)
        _shrink(path)


def _shrink(path: Path) -> None:
    """Write a picture with the 255 colours that suit it best: a third of its size, and nobody sees it."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(255, kmeans=1, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def says(window: MainWindow, *states: State) -> Callable[[], bool]:
    """Tell whether the window's state is one of these."""
    return lambda: window.engine.snapshot().state in states
