"""The window's other faces: the presentation on a whole screen, and the mini view above other windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ser_desktop.settings import Place
from ser_desktop.ui import actions, keys
from ser_desktop.ui.announcer import Announcer
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import tr
from ser_desktop.ui.mini import SIZE, MiniView
from ser_desktop.ui.places import REST_MS, in_view, screens_now
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import Palette

if TYPE_CHECKING:
    from ser_desktop.ui.presentation import Presentation

_CORNER = 32


class Views(QObject):
    """Shows one of them in the place of ``window``, and the window again.

    What is not seen does not exist: each view is made when it is asked for. While one covers the window, or
    stands in for it, the window is hidden and draws nothing.

    Parameters
    ----------
    deeds
        What can be done in each view by the same keys as in the window, by the actions' names.
    """

    def __init__(
        self,
        window: QWidget,
        engine: Engine,
        keeper: Keeper,
        announcer: Announcer,
        palette: Palette,
        deeds: dict[str, Callable[[], None]],
    ) -> None:
        super().__init__(window)
        self.presentation: Presentation | None = None
        self.small: MiniView | None = None
        self._window = window
        self._engine = engine
        self._keeper = keeper
        self._announcer = announcer
        self._palette = palette
        self._deeds = deeds
        self._at: QPoint | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._keep)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for view in (self.presentation, self.small):
            if view is not None:
                view.use_palette(palette)

    def present(self) -> None:
        """Show the presentation on the window's screen, or leave it."""
        if self.presentation is not None:
            self.leave()
            return
        from ser_desktop.ui.presentation import Presentation

        self.leave()
        view = self.presentation = Presentation(self._engine, self._palette, self._announcer)
        deeds = {**self._deeds, "present": self.leave, "leave-view": self.leave, "mini": self.shrink}
        actions.install(view, {**deeds, "next-screen": self.go_on})
        view.left.connect(self.leave)
        self._cover(view, self._window.screen())

    def go_on(self) -> None:
        """Move the presentation to the next screen."""
        screens = QGuiApplication.screens()
        view = self.presentation
        if view is not None and len(screens) > 1:
            here = screens.index(view.screen()) if view.screen() in screens else 0
            self._cover(view, screens[(here + 1) % len(screens)])

    def shrink(self) -> None:
        """Show the mini view in the place of the window, or the window again."""
        if self.small is not None:
            self.leave()
            return
        self.leave()
        view = self.small = MiniView(self._engine, self._palette, self._announcer)
        view.use_palette(self._palette)
        back = {"mini": self.leave, "leave-view": self.leave}
        actions.install(view, {**back, **self._deeds, "present": self.present})
        place = in_view(self._keeper.now.mini or self._corner(), screens_now())
        view.move(place.x, place.y)
        view.left.connect(self.leave)
        view.moved.connect(self._note)
        view.show()
        view.activateWindow()
        view.setFocus()
        self._window.hide()

    def leave(self) -> None:
        """Show the window again."""
        views = [view for view in (self.presentation, self.small) if view is not None]
        self.presentation = self.small = None
        if not views:
            return
        self._keep()
        if not self._window.isVisible():
            self._window.show()
        self._window.activateWindow()
        for view in views:
            view.hide()
            view.deleteLater()

    def close(self) -> None:
        """Let go of them without the window."""
        self._keep()
        for view in (self.presentation, self.small):
            if view is not None:
                view.hide()
                view.deleteLater()
        self.presentation = self.small = None

    def _cover(self, view: Presentation, screen: QScreen) -> None:
        """Put the presentation on a screen; the window stays in sight on any other."""
        view.setScreen(screen)
        view.setGeometry(screen.geometry())
        view.showFullScreen()
        self._window.setVisible(screen is not self._window.screen())
        view.activateWindow()
        view.tell_ways(_ways)

    def _corner(self) -> Place:
        """Return where the mini view lies at first: the upper right of the window's screen."""
        room = self._window.screen().availableGeometry()
        left = room.x() + room.width() - SIZE.width() - _CORNER
        return Place(left, room.y() + _CORNER, SIZE.width(), SIZE.height())

    def _note(self, at: QPoint) -> None:
        self._at = at
        self._rest.start()

    def _keep(self) -> None:
        self._rest.stop()
        if self._at is not None:
            at, self._at = self._at, None
            self._keeper.change(mini=Place(at.x(), at.y(), SIZE.width(), SIZE.height()))


def _ways() -> str:
    """Say how to leave the presentation, and what else can be done."""
    back = tr("{key}: back to the window", key=keys.key("leave-view"))
    if len(QGuiApplication.screens()) == 1:
        return back
    return f"{tr('{key}: on the next screen', key=keys.key('next-screen'))} · {back}"
