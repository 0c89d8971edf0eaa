"""The page that listens: header, panels, the strip for clips. It only draws and asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId, Snapshot
from ser_desktop.settings import PANELS
from ser_desktop.ui import actions, theme, words
from ser_desktop.ui.announcer import Announcer
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.clips.desk import ClipDesk
from ser_desktop.ui.exporting import CLIPBOARD
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import tr
from ser_desktop.ui.live_view import LiveView
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.presenter import Engine, Presenter
from ser_desktop.ui.recall import Recall
from ser_desktop.ui.session import SessionView
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size
from ser_desktop.ui.widgets.header import Header
from ser_desktop.ui.widgets.toast import Toast


class LivePage(QWidget):
    """One quiet surface. Knows the engine only as the presenter's protocol describes it.

    Attributes
    ----------
    panels
        What shows and hides each panel, by the action's name.
    announcer
        Says to a screen reader what changed.
    """

    def __init__(
        self,
        engine: Engine,
        palette: Palette,
        player: Playback,
        asker: Asker,
        microphones: Microphones,
        keeper: Keeper,
    ) -> None:
        super().__init__()
        self._engine = engine
        self._microphones = microphones
        self._keeper = keeper
        self._fault: UserError | None = None
        self.announcer = Announcer()
        self.header = Header(palette, microphones)
        self.model = _quiet_label()
        self.kept = _quiet_label()
        self.privacy = _quiet_label()
        self.toast = Toast(self)
        self.clips = ClipDesk(engine, player, asker, self.toast, palette, self)
        self.session = SessionView(engine, asker, self.toast, palette)
        self.view = view = LiveView(engine, keeper, self.session, self.clips.ring, palette)
        self.meter, self.trace, self.message = view.meter, view.trace, view.message
        self.no_model, self.verdict, self.bars = view.no_model, view.verdict, view.bars
        self._recall = Recall(engine, self.clips, self.toast)
        self._views = QStackedWidget()
        self._lay_out()
        self.use_palette(palette)
        self._presenter = Presenter(engine, self, self)
        self.panels = self._install()
        self._connect()
        self.header.button.clicked.connect(self.toggle)
        self.header.picker.failed.connect(self.refuse)
        microphones.changed.connect(lambda: self._attempt(lambda: None))
        self.retranslate()

    def retranslate(self) -> None:
        """Write what is always there in the window's language."""
        self.privacy.setText(tr(words.PRIVACY))
        self.clips.retranslate()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Dress the page in ``palette``."""
        for part in (self.header, self.view, self.clips):
            part.use_palette(palette)

    def start(self) -> None:
        """Start listening."""
        self.meter.reset_clip()
        self._attempt(self._engine.start)

    def toggle(self) -> None:
        """Start listening, or stop."""
        if self._engine.snapshot().state in words.RUNNING:
            self._attempt(self._engine.stop)
        else:
            self.start()

    def use_device(self, device: DeviceId | None) -> None:
        """Listen to another microphone."""
        self._attempt(lambda: self._microphones.choose(device))

    def choose_device(self) -> None:
        """Open the device picker."""
        self.header.picker.setFocus()
        self.header.picker.showPopup()

    def refresh_devices(self) -> None:
        """List the microphones that are there now."""
        self._attempt(self._microphones.look)

    def toggle_panel(self, panel: str) -> None:
        """Show or hide a panel; from a clip's card go back to the panels first."""
        self.clips.close_card()
        self.view.toggle(panel)
        self._show_panels()
        self._presenter.refresh_words()

    def export(self) -> None:
        """Open the menu that takes away the open clip's analysis, or else the session's."""
        if self.clips.open_take is not None:
            self.clips.export()
        else:
            self.session.export(self.clips.strip.export)

    def copy(self) -> None:
        """Copy the open clip's analysis, or else the session's."""
        menu = self.clips.menu if self.clips.open_take is not None else self.session.menu
        menu.carry_out(CLIPBOARD)

    def fail(self, error: Exception) -> None:
        """Say that the window itself met a fault, and draw no more: the next moment would meet it again."""
        self._presenter.pause()
        self.view.tell(words.window_fault(error))

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound."""
        self.view.show_moment(snapshot, elapsed_s)
        self.clips.follow(snapshot)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write what is read."""
        self.header.tell(snapshot.state, words.state_line(snapshot), words.named(snapshot.source))
        self.model.setText(words.model_line(self._engine.model_title, self._engine.voice))
        self.view.show_words(snapshot)
        self.view.tell(self._fault or words.message(snapshot))
        self.announcer.say(self, self._news() or self.verdict.texts()[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to pull."""
        super().showEvent(event)
        self._presenter.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pull nothing while nobody looks."""
        self._presenter.pause()
        super().hideEvent(event)

    def resume(self) -> None:
        """Pull what is now, and go on, if anybody can see it."""
        if self.isVisible():
            self._presenter.resume()

    def pause(self) -> None:
        """Pull nothing."""
        self._presenter.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button that has the focus; the space bar is taken."""
        focused = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        strip = self.clips.strip
        self.clips.changed.connect(self._arrange)
        self.clips.listening_wanted.connect(self.start)
        strip.session.clicked.connect(lambda: self.toggle_panel("timeline"))
        strip.export.clicked.connect(self.export)
        self.session.timeline.chosen.connect(self._recall.hear)
        self.view.rearranged.connect(self._show_panels)
        self.view.cramped.connect(lambda: self.toast.tell(tr("There is room for it in a larger window.")))
        strip.length.setValue(round(self._keeper.now.clip_s))
        strip.length.valueChanged.connect(lambda length_s: self._keeper.change(clip_s=float(length_s)))
        self._keeper.changed.connect(lambda _before, now: strip.length.setValue(round(now.clip_s)))
        self._show_panels()

    def _install(self) -> dict[str, QAction]:
        clips = self.clips
        panels = {f"panel-{name}": partial(self.toggle_panel, name) for name in PANELS}
        installed = actions.install(
            self,
            {
                "toggle": self.toggle,
                "choose-device": self.choose_device,
                "refresh-devices": self.refresh_devices,
                "reset-clip": self.meter.reset_clip,
                "record": clips.record,
                "record-last": clips.record_last,
                "shorter": lambda: clips.lengthen(-1),
                "longer": lambda: clips.lengthen(1),
                "back": clips.go_back,
                "play-clip": clips.play,
                "save-clip": clips.save,
                "discard-clip": clips.discard,
                "undo": clips.undo,
                "previous-clip": lambda: clips.turn(-1),
                "next-clip": lambda: clips.turn(1),
                "export": self.export,
                "copy": self.copy,
                **panels,
            },
        )
        return {name: installed[name] for name in panels}

    def _lay_out(self) -> None:
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.header)
        self._views.addWidget(self.view)
        self._views.addWidget(self.clips.card)
        column.addWidget(self._views, 1)
        column.addWidget(self.clips.strip)
        column.addSpacing(-GRID)
        footer = QHBoxLayout()
        footer.addWidget(self.model)
        footer.addStretch()
        footer.addWidget(self.kept)
        footer.addStretch()
        footer.addWidget(self.privacy)
        column.addLayout(footer)

    def _arrange(self) -> None:
        """Show the card or the panels, the ring or the answer, and where clips were recorded."""
        card = self.clips.open_take is not None
        self._views.setCurrentIndex(int(card))
        self.view.tell_recording(active=self.clips.recording)
        self.kept.setText(self.clips.kept_line())
        clips = [take.clip for take in self.clips.shelf.takes]
        self.session.timeline.show_clips([(clip.began, clip.duration_s) for clip in clips])

    def _show_panels(self) -> None:
        """Let menu and strip say which panels are seen."""
        for name, action in self.panels.items():
            action.setChecked(name.removeprefix("panel-") in self.view.seen)
        self.clips.strip.tell_session(shown="timeline" in self.view.seen)

    def refuse(self, fault: UserError) -> None:
        """Tell why something cannot be done, until something else is tried."""
        self._fault = fault
        self._presenter.refresh_words()

    def _attempt(self, deed: Callable[[], None]) -> None:
        """Do what was asked; a fault is told in words, and the last one is forgotten."""
        self._fault = None
        try:
            deed()
        except UserError as fault:
            self._fault = fault
        if self.isVisible():
            self._presenter.refresh_words()

    def _news(self) -> str:
        """Return what a screen reader is to say before it says how the voice sounds."""
        if self.clips.open_take is not None:
            return self.clips.card.title.accessibleName()
        if self.clips.recording:
            return self.clips.ring.accessibleName()
        return self.toast.text() or self.message.text()


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setFont(theme.font(Size.SMALL))
    label.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
    return label
