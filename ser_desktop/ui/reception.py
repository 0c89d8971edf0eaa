"""Receives a person: the first page, the microphone's test, a word about one that is missed or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId
from ser_desktop.ui import words
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.live_page import LivePage
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import Palette

if TYPE_CHECKING:
    from ser_desktop.ui.dialogs.microphone import MicrophoneTest
    from ser_desktop.ui.welcome import WelcomePage


class Reception(QObject):
    """Stands beside the pages.

    Parameters
    ----------
    frame
        Holds all that the window shows, as its first part; the first page takes its place for a while.
    """

    def __init__(
        self,
        engine: Engine,
        player: Playback,
        keeper: Keeper,
        microphones: Microphones,
        live: LivePage,
        frame: QStackedWidget,
        palette: Palette,
    ) -> None:
        super().__init__(frame)
        self._engine = engine
        self._player = player
        self._keeper = keeper
        self._microphones = microphones
        self._live = live
        self._frame = frame
        self._palette = palette
        self.page: WelcomePage | None = None
        self.dialog: MicrophoneTest | None = None
        microphones.returned.connect(self._offer)

    def begin(self) -> None:
        """Use the microphone that was chosen last; say so where it is not there."""
        try:
            missing = self._microphones.begin()
        except UserError as fault:
            self._live.refuse(fault)
            return
        if missing is not None:
            self._live.toast.tell(in_words(missing))

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for part in (self.page, self.dialog):
            if part is not None:
                part.use_palette(palette)

    def welcome(self) -> None:
        """Show the first page in the place of all others; nothing is listened to because of that."""
        if self.page is None:
            from ser_desktop.ui.welcome import WelcomePage

            self.page = WelcomePage(self._engine, self._keeper, self._microphones, self._palette)
            self.page.ended.connect(self._end)
            self._frame.addWidget(self.page)
        self._frame.setCurrentWidget(self.page)
        self.page.take_focus()

    def leave(self) -> None:
        """Show the pages again; the first page comes back next time, unless it was seen to its end."""
        page, self.page = self.page, None
        if page is not None:
            self._frame.setCurrentIndex(0)
            self._frame.removeWidget(page)
            page.deleteLater()

    def test(self) -> None:
        """Open the test of the microphone; not while a clip is being recorded."""
        if self.dialog is not None:
            return
        if self._live.clips.recording:
            self._live.toast.tell(tr("A clip is being recorded. Test the microphone after it."))
            return
        from ser_desktop.ui.dialogs.microphone import MicrophoneTest

        self._live.clips.lend(away=True)
        self.dialog = MicrophoneTest(
            self._frame.window(), self._palette, self._engine, self._player, self._microphones
        )
        self.dialog.finished.connect(self._tested)
        self.dialog.open()

    def _end(self) -> None:
        """Remember that the first page was seen to its end, and listen if nothing is listened to yet."""
        self._keeper.change(welcomed=True)
        self.leave()
        self._live.setFocus()
        if self._engine.snapshot().state not in words.RUNNING:
            self._live.start()

    def _tested(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._live.clips.lend(away=False)

    def _offer(self, device: DeviceId) -> None:
        """Say that the microphone which was missed is there; it is used only if the person says so."""
        text = tr("{name} is connected again.", name=device.name)
        self._live.toast.tell(text, tr("Use it"), lambda: self._live.use_device(device))
