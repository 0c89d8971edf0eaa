"""Acts on what a person chooses: look, language, folders, and how they are heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from ser_desktop.engine.hearing import Setup
from ser_desktop.errors import UserError
from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.files.asking import FilesAsker
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import Translation
from ser_desktop.ui.theme import Palette

REST_MS = 250
"""How long a choice of how to be heard must rest before it is carried out: each ends the utterance."""

_HEARING = ("model", "voice", "adapts", "hop_s", "window_s", "smoothing_s", "unsure_below", "speech_gate")
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Hears(Protocol):
    """What listens, or analyses recordings."""

    def use(self, setup: Setup) -> None:
        """Hear by this model, voice and rules from now on; may raise UserError."""


class Window(Protocol):
    """What is dressed, and tells what cannot be done."""

    def use_palette(self, palette: Palette) -> None:
        """Look like this."""

    def tell(self, *faults: UserError) -> None:
        """Say something that is to be known."""


@dataclass(frozen=True)
class Ears:
    """All that hears, and how the settings become a setup.

    Attributes
    ----------
    setup
        Returns what the settings name, or None where no model can be used; and what is to be said of it.
    hearers
        The engine, and the queue of recordings.
    """

    setup: Callable[[Settings], tuple[Setup | None, Sequence[UserError]]]
    hearers: Sequence[Hears]


class Follower(QObject):
    """Follows the keeper, and the system where the person leaves a choice to it.

    ``worn`` is what the window looks like already; it is not dressed alike once more.
    """

    def __init__(
        self,
        keeper: Keeper,
        window: Window,
        translation: Translation,
        ears: Ears | None,
        parent: QObject,
        worn: Palette | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._window = window
        self._translation = translation
        self._ears = ears
        self._palette: Palette | None = worn
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.hear)
        keeper.changed.connect(self._follow)
        keeper.renewed.connect(self._rest.start)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        asked = getattr(hints, "accessibility", None)  # Qt before 6.10 does not know
        if asked is not None:
            asked().contrastPreferenceChanged.connect(self.dress)

    def begin(self) -> list[UserError]:
        """Carry out all that was chosen before; return what could not be."""
        self.dress()
        return self._hear()

    def dress(self, *_scheme: object) -> None:
        """Look as was chosen."""
        palette = dress_for(self._keeper.now)
        if palette != self._palette:
            self._palette = palette
            self._window.use_palette(palette)

    def hear(self) -> None:
        """Hear as was chosen; what cannot be is told, and what was before goes on."""
        faults = self._hear()
        if faults:
            self._window.tell(*faults)

    def _hear(self) -> list[UserError]:
        if self._ears is None:
            return []
        setup, told = self._ears.setup(self._keeper.now)
        faults = list(told)
        if setup is not None:
            try:
                for hearer in self._ears.hearers:
                    hearer.use(setup)
            except UserError as fault:
                faults.append(fault)
        return faults

    def _follow(self, before: Settings, now: Settings) -> None:
        if now.language != before.language:
            self._translation.use(now.language)
        if (now.theme, now.colours) != (before.theme, before.colours):
            self.dress()
        if any(getattr(now, name) != getattr(before, name) for name in _HEARING):
            self._rest.start()


def follow_folders(keeper: Keeper, asker: Asker, files_asker: FilesAsker) -> None:
    """Let both begin in the folders that are chosen, now and from each change on."""

    def follow(before: Settings, now: Settings) -> None:
        if now.clips_folder != before.clips_folder:
            asker.begin_in(now.clips_folder)
        if now.recordings_folder != before.recordings_folder:
            files_asker.look_in(now.recordings_folder)

    follow(Settings(), keeper.now)
    keeper.changed.connect(follow)


def dress_for(settings: Settings) -> Palette:
    """Return the palette that was chosen, and let the system's own dialogs and frames look alike."""
    QGuiApplication.styleHints().setColorScheme(_SCHEMES.get(settings.theme, Qt.ColorScheme.Unknown))
    return theme.of(settings.theme, settings.colours)
