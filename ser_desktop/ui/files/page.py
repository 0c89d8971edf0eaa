"""The page of recordings: a list, and one of them seen near. It pulls what changed 30 times a second."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis
from ser_desktop.ui import actions, keys
from ser_desktop.ui.files import words
from ser_desktop.ui.files.asking import FilesAsker
from ser_desktop.ui.files.listing import FilesList
from ser_desktop.ui.files.queue import Jobs
from ser_desktop.ui.files.rows import TimeLeft, summary
from ser_desktop.ui.files.saving import Saved, Saver
from ser_desktop.ui.files.taking import FilesExport
from ser_desktop.ui.files.view import FileView
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.presenter import MOTION_MS, WORDS_S
from ser_desktop.ui.theme import Palette
from ser_desktop.ui.widgets.toast import Toast

_SORT_EVERY_S = 1.0


class FilesPage(QWidget):
    """Owns list and view, and what can be done in each. ``counted`` tells how many recordings there are."""

    counted = Signal(int)

    def __init__(
        self, jobs: Jobs, player: Playback, palette: Palette, asker: FilesAsker | None = None
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._player = player
        self._saver = Saver()
        self._time_left = TimeLeft()
        self._wrote_s = self._sorted_s = 0.0
        self._stale = self._unsorted = False
        self.list = FilesList(palette)
        self.view = FileView(jobs, player, palette)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.view)
        self.toast = Toast(self)
        self.use_asker(asker or FilesAsker(self))
        self.view.failed.connect(self.tell_fault)
        self._listed = self._install()
        self.use_palette(palette)
        self._timer = QTimer(self)
        self._timer.setInterval(MOTION_MS)
        self._timer.timeout.connect(self.refresh)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.list.use_palette(palette)
        self.view.use_palette(palette)

    def use_asker(self, asker: FilesAsker) -> None:
        """Ask through ``asker``."""
        self._asker = asker
        self.list_export = FilesExport(asker, self._saver, self._chosen, self)
        self.view_export = FilesExport(asker, self._saver, self._seen, self, self.view.picture)
        for menu in (self.list_export, self.view_export):
            menu.done.connect(self.tell)
            menu.failed.connect(self.tell_fault)

    def adopt(self, adding: Mapping[str, QAction]) -> None:
        """Give the window's own actions a button too."""
        self.list.offer({**adding, **self._listed}, inviting="add-files")

    def add(self, names: Iterable[Path]) -> None:
        """Analyse files, and folders with all below them."""
        self.show_list()
        self._jobs.add(names)
        self._stale = True

    def ask_files(self) -> None:
        """Ask which recordings to add."""
        names = self._asker.recordings()
        if names:
            self.add(names)

    def ask_folder(self) -> None:
        """Ask which folder to add."""
        folder = self._asker.recordings_folder()
        if folder is not None:
            self.add([folder])

    def take_focus(self) -> None:
        """Let the keyboard go to what is seen."""
        seen = self.view.plot if self.view.job is not None else self.list.table
        seen.setFocus()

    def show_list(self) -> None:
        """Go back to the list, to the row that was seen."""
        job = self.view.job
        self.view.leave()
        self._pages.setCurrentWidget(self.list)
        if job is not None:
            self.list.select(job.number)
        self.list.table.setFocus()

    def see(self, job: Job) -> None:
        """See one recording near; if it waits, it is the next."""
        self._jobs.hurry(job.number)
        self._pages.setCurrentWidget(self.view)
        self.view.open(job)
        self.view.plot.setFocus()

    def tell(self, text: str) -> None:
        """Say what was done."""
        self.toast.tell(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tell_fault(self, fault: UserError) -> None:
        """Say what could not be done."""
        self.tell(in_words(fault))

    def refresh(self) -> None:
        """Show what changed."""
        jobs = self._jobs.changed()
        if self.list.model.take(jobs):
            self._stale = self._unsorted = True
        for job in jobs:
            self.view.follow(job)
        if self.view.isVisible():
            self.view.tick()
        for saved in self._saver.finished():
            self._tell_saved(saved)
        now_s = time.monotonic()
        if now_s - self._wrote_s >= WORDS_S and (self._stale or self.list.model.rows.busy):
            self._wrote_s = now_s
            self._write(now_s)
        if self._unsorted and now_s - self._sorted_s >= _SORT_EVERY_S:
            self._sorted_s, self._unsorted = now_s, False
            self.list.model.sort_again()

    def close_down(self) -> None:
        """End all work; results on their way to the disk arrive."""
        self._timer.stop()
        self.view.leave()
        self._jobs.close()
        self._saver.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to pull."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._write(time.monotonic())

    def hideEvent(self, event: QHideEvent) -> None:
        """Pull nothing while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def pause(self) -> None:
        """Pull nothing until resumed."""
        self._timer.stop()

    def resume(self) -> None:
        """Go on pulling, if the page is seen."""
        if self.isVisible():
            self._timer.start()

    def _write(self, now_s: float) -> None:
        rows = self.list.model.rows
        self._stale = False
        left_s = self._time_left.judge(*rows.bytes_done, now_s)
        text = summary(rows, left_s) if len(rows) else ""
        if self._jobs.searching:
            text = " · ".join(filter(None, [text, tr(words.SEARCHING)]))
            self._stale = True
        self.list.counts.setText(text)
        self.list.allow()
        self.list.show_details()
        self.counted.emit(len(rows))

    def _tell_saved(self, saved: Saved) -> None:
        if saved.errors:
            told, others = in_words(saved.errors[0]), len(saved.errors) - 1
            self.tell(f"{told} {tr('And {count} more were not saved.', count=others)}" if others else told)
        elif len(saved.paths) == 1:
            self.tell(tr("Saved as {name}.", name=saved.paths[0].name))
        else:
            folder = saved.paths[0].parent
            self.tell(tr("Saved {count} files in {folder}.", count=len(saved.paths), folder=folder))

    def _chosen(self) -> list[Analysis]:
        return [job.analysis for job in self.list.chosen() if job.analysis is not None]

    def _seen(self) -> list[Analysis]:
        job = self.view.job
        return [job.analysis] if job is not None and job.analysis is not None else []

    def _numbers(self, *stages: Stage) -> list[int]:
        return [job.number for job in self.list.chosen() if not stages or job.stage in stages]

    def _view_current(self) -> None:
        job = self.list.current()
        if job is not None:
            self.see(job)

    def _cancel(self) -> None:
        self._jobs.cancel(self._numbers(Stage.WAITING, Stage.RUNNING))

    def _retry(self) -> None:
        self._jobs.retry(self._numbers(Stage.FAILED, Stage.CANCELLED))

    def _remove(self) -> None:
        self._forget(self._numbers())

    def _clear(self) -> None:
        self._forget([job.number for job in self.list.model.rows.all()])

    def _forget(self, numbers: list[int]) -> None:
        """Remove rows, and go to the one that follows."""
        row = self.list.table.currentIndex().row()
        self._jobs.remove(numbers)
        self.list.model.remove(numbers)
        rows = self.list.model.rows
        if len(rows):
            self.list.select(rows[min(max(0, row), len(rows) - 1)].number)
        self._write(time.monotonic())

    def _install(self) -> dict[str, QAction]:
        """Give list and view their actions; a key that both have does what fits the one that is seen."""
        listed = actions.install(
            self.list,
            {
                "view-file": self._view_current,
                "cancel-files": self._cancel,
                "retry-files": self._retry,
                "remove-files": self._remove,
                "clear-files": self._clear,
                "export": lambda: self._pop_up(self.list_export, self.list.buttons["export"]),
                "copy": lambda: self.list_export.carry_out("clipboard"),
            },
        )
        self.list.table.doubleClicked.connect(lambda _index: self._view_current())
        view = self.view
        seen = actions.install(
            view,
            {
                "leave-file": self._back,
                "play": view.toggle,
                "zoom-in": lambda: view.zoom(1.5),
                "zoom-out": lambda: view.zoom(1 / 1.5),
                "zoom-whole": view.see_whole,
                "zoom-selection": view.see_selection,
                "go-left": lambda: view.go(-1),
                "go-right": lambda: view.go(1),
                "go-begin": lambda: view.go_to(0.0),
                "go-end": lambda: view.go_to(float("inf")),
                "select-left": lambda: view.lead_selection(-1),
                "select-right": lambda: view.lead_selection(1),
                "select-whole": view.select_whole,
                "export": lambda: self._pop_up(self.view_export, view.export),
                "copy": lambda: self.view_export.carry_out("clipboard"),
            },
        )
        for button, name in ((view.back, "leave-file"), (view.play, "play"), (view.export, "export")):
            button.clicked.connect(lambda _checked=False, name=name: seen[name].trigger())
            keys.explain(button, seen[name])
        return listed

    def _back(self) -> None:
        """Select nothing; where nothing is selected, go back to the list."""
        if self.view.region.selection is not None:
            self.view.select(None)
        else:
            self.show_list()

    def _pop_up(self, menu: FilesExport, button: QPushButton) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
