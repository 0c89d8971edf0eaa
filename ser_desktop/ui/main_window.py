"""The window: it holds the pages, dresses them, and closes what is open when it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ser_desktop.engine.filejobs import FileJobs, Job
from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.ui import actions, keys, theme, words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.dialogs.making import makers
from ser_desktop.ui.dialogs.opening import Dialogs
from ser_desktop.ui.files.asking import FilesAsker
from ser_desktop.ui.files.drop import RECORDINGS, DropZone, Invitation, Overlay
from ser_desktop.ui.following import follow_folders
from ser_desktop.ui.language import N_, in_words, tr
from ser_desktop.ui.live_page import LivePage
from ser_desktop.ui.menu import MenuButton
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.places import WindowPlace
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.reception import Reception
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.views import Views
from ser_desktop.ui.widgets.tabs import PageTabs

if TYPE_CHECKING:
    from ser_desktop.ui.files.page import FilesPage
    from ser_desktop.ui.files.queue import Jobs
    from ser_desktop.ui.house import House
    from ser_desktop.ui.models.asking import ModelsAsker
    from ser_desktop.ui.models.page import ModelsPage

TITLE = "SER Desktop"


class MainWindow(QMainWindow):
    """A frame around the pages; what they do is theirs.

    Only the page that listens is there from the beginning: all else is made when it is first wanted.
    """

    def __init__(
        self,
        engine: Engine,
        palette: Palette,
        player: Playback,
        asker: Asker | None = None,
        *,
        house: House,
        jobs: Jobs | None = None,
        files_asker: FilesAsker | None = None,
        models_asker: ModelsAsker | None = None,
    ) -> None:
        super().__init__()
        self.engine = engine
        self._player = player
        self.house = house
        self._asker = asker or Asker(self)
        self.microphones = Microphones(engine, house.keeper, self)
        self.live = LivePage(engine, palette, player, self._asker, self.microphones, house.keeper)
        self._palette = palette
        self._queue: Jobs = jobs if jobs is not None else FileJobs(None, no_model=words.NO_MODEL)
        self._files_asker = files_asker or FilesAsker(self)
        self._models_asker = models_asker
        follow_folders(house.keeper, self._asker, self._files_asker)
        self.overlay = Overlay(palette, self)
        self.overlay.invites = self._invitation
        self.tabs = PageTabs((N_("Live"), N_("Recordings"), N_("Models")), palette)
        self.menu = MenuButton(palette)
        self.dialogs = Dialogs(palette, makers(self, self._asker))
        self._pages = QStackedWidget()
        self.setWindowTitle(TITLE)
        self.setFont(theme.font())
        self.setMinimumSize(900, 600)
        self._frame = QStackedWidget()
        self._frame.addWidget(self._surface())
        self.setCentralWidget(self._frame)
        self.reception = Reception(
            engine, player, house.keeper, self.microphones, self.live, self._frame, palette
        )
        deeds = {"toggle": self.live.toggle, "quit": self._close}
        self.views = Views(self, engine, house.keeper, self.live.announcer, palette, deeds)
        self.place = WindowPlace(self, house.keeper)
        self.use_palette(palette)
        self._install()
        self.reception.begin()
        self.live.setFocus()

    def use_palette(self, palette: Palette) -> None:
        """Dress the window in ``palette``."""
        self._palette = palette
        self.setPalette(theme.qt_palette(palette))
        self.setStyleSheet(theme.stylesheet(palette))
        parts = (self.overlay, self.tabs, self.menu, self.reception, self.dialogs, self.views)
        for part in (*self._made(), *parts):
            part.use_palette(palette)

    @cached_property
    def files(self) -> FilesPage:
        """The page of recordings."""
        from ser_desktop.ui.files.page import FilesPage

        page = FilesPage(self._queue, self._player, self._palette, self._files_asker)
        self._pages.addWidget(page)  # first, for the order of Tab is the window's
        page.adopt({name: self._installed[name] for name in ("add-files", "add-folder")})
        page.counted.connect(lambda number: self.tabs.count(1, number))
        return page

    @cached_property
    def models(self) -> ModelsPage:
        """The page of models."""
        from ser_desktop.ui.models.page import ModelsPage
        from ser_desktop.ui.models.sounds import Sounds

        sounds = Sounds(lambda: self.live.clips.shelf.takes, self._recordings)
        page = ModelsPage(self.house, self._player, sounds, self._palette, self._models_asker)
        page.use_palette(self._palette)
        page.noted.connect(lambda text: self.tabs.note(2, text))
        page.news.connect(self._say)
        self._pages.addWidget(page)
        return page

    def _recordings(self) -> Sequence[Job]:
        return self.files.list.model.rows.all() if "files" in vars(self) else ()

    def _made(self) -> list[LivePage | FilesPage | ModelsPage]:
        """Return the pages that there are by now."""
        return [page for name in ("live", "files", "models") if (page := vars(self).get(name)) is not None]

    def open(self, names: Iterable[Path]) -> None:
        """Show the recordings' page, and analyse these files and folders."""
        self.show_files()
        self.files.add(names)

    def show_live(self) -> None:
        """Show what is heard now."""
        self.reception.leave()
        self._pages.setCurrentWidget(self.live)
        self.tabs.show_page(0)
        self.live.setFocus()

    def show_files(self) -> None:
        """Show the recordings."""
        self.reception.leave()
        self._pages.setCurrentWidget(self.files)
        self.tabs.show_page(1)
        self.files.take_focus()

    def show_models(self) -> None:
        """Show the models."""
        self.reception.leave()
        self._pages.setCurrentWidget(self.models)
        self.tabs.show_page(2)
        self.models.take_focus()

    def welcome(self) -> None:
        """Show the first page in the place of all others."""
        self.reception.welcome()

    def start(self) -> None:
        """Start listening."""
        self.live.start()

    def tell(self, *faults: UserError) -> None:
        """Say something that is to be known, and that nobody has to act on at once."""
        self._seen().toast.add(" ".join(map(in_words, faults)))

    def own_up(self) -> None:
        """Say, after what is said now, that the program did not end by itself last time; offer the report."""
        toast = self._seen().toast
        told = tr("The program ended unexpectedly last time.")
        toast.tell(f"{toast.text()} {told}".strip(), tr("Report"), lambda: self.dialogs.open("report"))

    def fail(self, error: Exception) -> None:
        """Say that the window itself met a fault, where it is seen; nothing is pulled any more."""
        self.views.leave()
        if "files" in vars(self):
            self.files.pause()
        self.show_live()
        self.live.fail(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow which microphones are plugged in."""
        super().showEvent(event)
        self.microphones.watch(not self.isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing while nobody looks."""
        self.microphones.watch(False)  # noqa: FBT003 -- as the engine says it
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw nothing while minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            for page in (self.live, vars(self).get("files")):
                if page is not None:
                    follow = page.pause if self.isMinimized() else page.resume
                    follow()
            self.microphones.watch(not self.isMinimized())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let microphone and loudspeaker go; ask first if clips would be lost."""
        clips = self.live.clips.at_stake
        if clips and not self._asker.may_lose(clips):
            event.ignore()
            return
        if "models" in vars(self) and not self.models.may_close():
            event.ignore()
            return
        self.views.close()
        self.dialogs.close()
        self.live.pause()
        if "files" in vars(self):
            self.files.close_down()
        if "models" in vars(self):
            self.models.close_down()
        self._queue.close()
        self._player.close()
        self.engine.close()
        super().closeEvent(event)

    def _surface(self) -> QWidget:
        surface = QWidget()
        surface.setObjectName("surface")
        column = QVBoxLayout(surface)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID, 0)  # the sign of the menu ends where the pages do
        head.addWidget(self.tabs, 1)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self._pages.addWidget(self.live)
        column.addWidget(self._pages, 1)
        return surface

    def _install(self) -> None:
        deeds = {
            "show-live": self.show_live,
            "show-files": self.show_files,
            "show-models": self.show_models,
            "add-files": lambda: self._adding(self.files.ask_files),
            "add-folder": lambda: self._adding(self.files.ask_folder),
            "test-microphone": self.reception.test,
            "welcome": self.welcome,
            "menu": self.menu.showMenu,
            "preferences": lambda: self.dialogs.open("preferences"),
            "shortcuts": lambda: self.dialogs.open("shortcuts"),
            "about": lambda: self.dialogs.open("about"),
            "report": lambda: self.dialogs.open("report"),
            "calibrate": lambda: self.dialogs.open("calibrate"),
            "present": self.views.present,
            "mini": self.views.shrink,
            "quit": self._close,
        }
        keys.ReturnPresses(self)
        installed = self._installed = actions.install(self, deeds)
        self.menu.offer({**installed, **self.live.panels})
        self.tabs.explain([installed[name] for name in ("show-live", "show-files", "show-models")])
        self.live.header.test.clicked.connect(self.reception.test)
        self.tabs.chosen.connect(lambda index: (self.show_live, self.show_files, self.show_models)[index]())
        DropZone(self, self.overlay).dropped.connect(self._take)

    def _invitation(self) -> Invitation:
        return self.models.invitation() if self._sees_models() else RECORDINGS

    def _sees_models(self) -> bool:
        return "models" in vars(self) and self.models.isVisible()

    def _take(self, paths: list[Path]) -> None:
        """Take what was dropped: the page of models has its own uses for it, else it is recordings."""
        if self._sees_models():
            self.models.drop(paths[0])
        else:
            self.open(paths)

    def _say(self, text: str) -> None:
        self._seen().toast.tell(text)

    def _seen(self) -> LivePage | FilesPage | ModelsPage:
        return next((page for page in self._made()[1:] if page.isVisible()), self.live)

    def _adding(self, ask: Callable[[], None]) -> None:
        self.show_files()
        ask()

    def _close(self) -> None:
        self.views.leave()
        self.close()
