"""The page of models: the list, two of them compared, or a training; and what can be done in each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import ModelInfo
from ser_desktop.settings import BUNDLED, Settings
from ser_desktop.ui import actions, keys
from ser_desktop.ui.files.drop import Invitation
from ser_desktop.ui.house import House
from ser_desktop.ui.language import N_, in_words, tr
from ser_desktop.ui.models import trainwords
from ser_desktop.ui.models.asking import ModelsAsker
from ser_desktop.ui.models.bringing import Bringing
from ser_desktop.ui.models.compare import CompareView
from ser_desktop.ui.models.listing import ModelList
from ser_desktop.ui.models.rows import Row
from ser_desktop.ui.models.sounds import Sounds
from ser_desktop.ui.models.training import TrainingView
from ser_desktop.ui.models.words import line
from ser_desktop.ui.presenter import WORDS_S
from ser_desktop.ui.theme import Palette
from ser_desktop.ui.widgets.toast import Toast
from ser_desktop.ui.words import percent

_MODEL = Invitation("download", N_("Drop a model here"), N_("A model's folder, or a .zip of it"))
_SOUND = Invitation("recordings", N_("Drop a recording here"), N_("Both models will hear it"))
_LEARN = Invitation("folder", N_("Drop a folder of recordings here"), N_("A model will learn from them"))


class ModelsPage(QWidget):
    """Owns the three views.

    ``noted`` tells what is to stand behind the page's title, or nothing; ``news`` what somebody should hear
    who looks at another page.
    """

    noted = Signal(str)
    news = Signal(str)

    def __init__(
        self,
        house: House,
        player: Playback,
        sounds: Sounds,
        palette: Palette,
        asker: ModelsAsker | None = None,
    ) -> None:
        super().__init__()
        self._house = house
        self._infos: tuple[ModelInfo, ...] = ()
        self._bringing = Bringing(house.models, self)
        self._trained = False  # whether a model was being trained when that was last looked at
        self.list = ModelList(palette)
        self.compare = CompareView(house.models, player, sounds, palette)
        self.training = TrainingView(house.trainer, house.missing_trainer, palette)
        self._views = QStackedLayout(self)
        for view in (self.list, self.compare, self.training):
            self._views.addWidget(view)
        self.toast = Toast(self)
        self.use_asker(asker or ModelsAsker(self))
        self._install()
        house.keeper.changed.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * WORDS_S))
        self._timer.timeout.connect(self.refresh)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for view in (self.list, self.compare, self.training):
            view.use_palette(palette)

    def use_asker(self, asker: ModelsAsker) -> None:
        """Ask through ``asker``."""
        self._asker = asker
        self.training.use_asker(asker)
        self._bringing.use_asker(asker)

    def invitation(self) -> Invitation:
        """Return what may be dropped here."""
        seen = self._views.currentWidget()
        return _SOUND if seen is self.compare else _LEARN if seen is self.training else _MODEL

    def drop(self, path: Path) -> None:
        """Take what was dropped as what fits the view that is seen."""
        seen = self._views.currentWidget()
        if seen is self.compare:
            self.compare.hear(path)
        elif seen is self.training:
            self.training.drop(path)
        else:
            self._bringing.bring(path)

    def take_focus(self) -> None:
        """Let the keyboard go to what is seen."""
        seen = self._views.currentWidget()
        if seen is self.training:
            self.training.take_focus()
        elif seen is self.compare:
            self.compare.take_focus()
        else:
            self.list.list.setFocus()

    def show_list(self) -> None:
        """Go back to the list; a training goes on."""
        self.compare.leave()
        self._views.setCurrentWidget(self.list)
        self.reload()
        self.list.list.setFocus()

    def reload(self) -> None:
        """Look anew which models there are."""
        self._infos = self._house.models.installed()
        self._write()

    def tell(self, text: str) -> None:
        """Say what was done."""
        self.toast.tell(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tell_fault(self, fault: UserError) -> None:
        """Say what could not be done."""
        self.tell(in_words(fault))

    def refresh(self) -> None:
        """Follow the training."""
        running = self.training.running
        if self.isVisible():
            self.training.tick()
        if running or self._trained:
            self._write()
            self.noted.emit(percent(trainwords.share(self._house.trainer.training)) if running else "")
        if self._trained and not running:
            self._over()
        self._trained = running
        if not running and not self.isVisible():
            self._timer.stop()

    def may_close(self) -> bool:
        """Ask, where a training would end with the window."""
        return not self.training.running or self._asker.may_close()

    def close_down(self) -> None:
        """End all work."""
        self._timer.stop()
        self._bringing.close()
        self.compare.leave()
        self._house.trainer.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is installed now."""
        super().showEvent(event)
        self.reload()
        self._timer.start()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._write()

    def _in_use(self) -> str:
        """Name the model that hears: the chosen one, or the bundled one where that cannot be used."""
        usable = {info.name for info in self._infos if info.error is None}
        chosen = self._house.keeper.now.model
        return chosen if chosen in usable else BUNDLED

    def _write(self) -> None:
        in_use = self._in_use()
        rows = [Row(info.title, line(info), info, in_use=info.name == in_use) for info in self._infos]
        training = self._house.trainer.training
        if training.running:
            share = trainwords.share(training)
            rows.append(Row(self.training.title, trainwords.row(training), share=share))
        self.list.show_rows(tuple(rows))

    def _follow(self, before: Settings, now: Settings) -> None:
        if now.model != before.model:
            self._write()

    def _use(self, name: str) -> None:
        self._house.keeper.change(model=name)
        title = next((info.title for info in self._infos if info.name == name), name)
        self.tell(tr("“{title}” hears you now.", title=title))

    def _use_current(self) -> None:
        row = self.list.current()
        if row is not None and row.info is None:
            self._train()
        elif row is not None and row.info is not None and row.info.error is None and not row.in_use:
            self._use(row.info.name)

    def _use_new(self, name: str) -> None:
        self.show_list()
        self.list.select(name)
        self._use(name)

    def _brought(self, info: ModelInfo) -> None:
        self.reload()
        self.list.select(info.name)
        if info.name == self._house.keeper.now.model:  # what hears under this name is another one now
            self._house.keeper.renew(model=info.name)
        self.tell(tr("“{title}” is installed.", title=info.title))

    def _remove(self) -> None:
        info = self.list.model()
        if info is None or not info.own:
            return
        in_use = info.name == self._in_use()
        if not self._asker.may_remove(info.title, in_use=in_use):
            return
        try:
            self._house.models.remove(info.name)
        except UserError as fault:
            self.tell_fault(fault)
            return
        if self._house.keeper.now.model == info.name:
            self._house.keeper.renew(model=BUNDLED)
        self.reload()
        self.tell(tr("“{title}” was removed.", title=info.title))

    def _compare(self) -> None:
        """Compare the model that is seen with the one in use, or that with the next."""
        usable = [info.name for info in self._infos if info.error is None]
        first, seen = self._in_use(), self.list.model()
        others = [name for name in usable if name != first]
        second = seen.name if seen is not None and seen.name in others else (others or [first])[0]
        self._views.setCurrentWidget(self.compare)
        self.compare.open(self._infos, first, second)
        self.take_focus()

    def _ask_sound(self) -> None:
        path = self._asker.sound()
        if path is not None:
            self.compare.hear(path)

    def _train(self) -> None:
        self._views.setCurrentWidget(self.training)
        self.training.open(lambda: {info.name for info in self._house.models.installed()})

    def _over(self) -> None:
        """Tell, when a training has ended, what came of it."""
        training = self._house.trainer.training
        self.reload()
        if training.model is not None:
            told = tr("Your model “{title}” is ready.", title=training.model.title)
        elif training.error is not None:
            told = in_words(training.error)
        else:
            return
        if self._views.currentWidget() is not self.training or not self.isVisible():
            (self.tell if self.isVisible() else self.news.emit)(told)

    def _install(self) -> None:
        listed = actions.install(
            self.list,
            {
                "use-model": self._use_current,
                "compare-models": self._compare,
                "import-model": self._bringing.ask,
                "train-model": self._train,
                "remove-model": self._remove,
            },
        )
        self.list.offer(listed)
        self.list.list.activated.connect(lambda _index: self._use_current())
        compared = actions.install(
            self.compare, {"leave-file": self.show_list, "play-clip": self.compare.toggle}
        )
        for button, name in ((self.compare.back, "leave-file"), (self.compare.play, "play-clip")):
            button.clicked.connect(compared[name].trigger)
            keys.explain(button, compared[name])
        actions.install(self.training, {"leave-file": self.show_list})
        self.compare.file.clicked.connect(self._ask_sound)
        self.compare.faulted.connect(self.tell_fault)
        self._bringing.brought.connect(self._brought)
        self._bringing.told.connect(self.tell)
        self.training.left.connect(self.show_list)
        self.training.failed.connect(self.tell_fault)
        self.training.use_wanted.connect(self._use_new)
        self.training.began.connect(self.refresh)
