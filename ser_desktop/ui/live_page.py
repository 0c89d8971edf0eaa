"""The page that listens: header, level, waveform over attention, verdict and bars. It only draws and asks."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId, Snapshot
from ser_desktop.ui import actions, theme, words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.clips.desk import ClipDesk
from ser_desktop.ui.exporting import CLIPBOARD
from ser_desktop.ui.language import tr
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.plots.trace import TracePlot
from ser_desktop.ui.presenter import Announcements, Engine, Presenter
from ser_desktop.ui.session import SessionView
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size
from ser_desktop.ui.widgets.bars import EmotionBars
from ser_desktop.ui.widgets.header import Header
from ser_desktop.ui.widgets.message import Message
from ser_desktop.ui.widgets.meter import LevelMeter
from ser_desktop.ui.widgets.toast import Toast
from ser_desktop.ui.widgets.verdict import VerdictView


class LivePage(QWidget):
    """One quiet surface. Knows the engine only as the presenter's protocol describes it."""

    def __init__(
        self, engine: Engine, palette: Palette, player: Playback, asker: Asker, microphones: Microphones
    ) -> None:
        super().__init__()
        self._engine = engine
        self._microphones = microphones
        self._fault: UserError | None = None
        self._announcements = Announcements()
        self.header = Header(palette, microphones)
        self.meter = LevelMeter(palette)
        self.trace = TracePlot(palette)
        self.message = Message(wide=True)
        self.no_model = Message()
        self.verdict = VerdictView(palette)
        self.bars = EmotionBars(palette)
        self.model = _quiet_label()
        self.kept = _quiet_label()
        self.privacy = _quiet_label()
        self.toast = Toast(self)
        self.clips = ClipDesk(engine, player, asker, self.toast, palette, self)
        self.session = SessionView(engine, asker, self.toast, palette)
        self._views = QStackedWidget()
        self._lay_out()
        self.use_palette(palette)
        self._presenter = Presenter(engine, self, self)
        self._install()
        self.clips.changed.connect(self._arrange)
        self.clips.listening_wanted.connect(self.start)
        self.clips.strip.session.clicked.connect(self.show_session)
        self.clips.strip.export.clicked.connect(self.export)
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
        parts = (self.header, self.meter, self.trace, self.session, self.verdict, self.bars, self.clips)
        for part in parts:
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

    def show_session(self) -> None:
        """Show the last minutes of the session in the place of the voice, or the voice again."""
        self.clips.close_card()
        self.session.wanted = not self.session.wanted
        self.clips.strip.tell_session(shown=self.session.wanted)
        self._tell(self._fault or words.message(self._engine.snapshot()))
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
        self._tell(words.window_fault(error))

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound."""
        self.meter.advance(words.level(snapshot), elapsed_s)
        if self.trace.isVisible():
            self.trace.show_trace(snapshot.trace)
        self.bars.advance(snapshot.prediction, elapsed_s)
        self.clips.follow(snapshot)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write what is read."""
        has_model = bool(self._engine.labels)
        verdict = words.verdict(snapshot, has_model=has_model)
        self.header.tell(snapshot.state, words.state_line(snapshot), words.named(snapshot.source))
        self.meter.show_words()
        self.bars.use_labels(self._engine.labels, self._engine.unsure_below)
        self.bars.show_words(snapshot.prediction)
        self.verdict.tell(verdict, words.last_line(snapshot.segment))
        self.model.setText(
            tr("Model: {title}", title=self._engine.model_title) if has_model else tr("No model")
        )
        self.trace.tell_attention(shown=self._engine.has_attention or not has_model)
        self.no_model.tell(None if has_model else words.NO_MODEL)
        self.bars.setVisible(has_model)
        self.session.refresh()
        self._tell(self._fault or words.message(snapshot))
        self._announce(self._news() or verdict.headline)

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

    def _install(self) -> None:
        clips = self.clips
        actions.install(
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
                "session": self.show_session,
                "export": self.export,
                "copy": self.copy,
            },
        )

    def _lay_out(self) -> None:
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.header)
        self._views.addWidget(self._listening())
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

    def _listening(self) -> QWidget:
        listening = QWidget()
        column = QVBoxLayout(listening)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.meter)
        plot = QGridLayout()
        plot.addWidget(self.trace, 0, 0)
        plot.addWidget(self.session, 0, 0)
        plot.addWidget(self.message, 0, 0)
        plot.setRowMinimumHeight(0, 12 * GRID)
        column.addLayout(plot)  # without a stretch: in a small window the rows of bars give way first
        answer = QHBoxLayout()
        answer.setSpacing(MARGIN)
        answer.addWidget(self.verdict)
        answer.addWidget(self.clips.ring)
        answer.addWidget(self.bars, 1)
        answer.addWidget(self.no_model, 1)
        column.addLayout(answer)
        self.clips.ring.hide()
        return listening

    def _arrange(self) -> None:
        """Show the card or what is listened to, the ring or the answer."""
        card = self.clips.open_take is not None
        self._views.setCurrentIndex(int(card))
        self.clips.ring.setVisible(self.clips.recording)
        self.verdict.setVisible(not self.clips.recording)
        self.kept.setText(self.clips.kept_line())

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

    def _tell(self, fault: UserError | None) -> None:
        """Tell a fault in the place of the plot, where the eye is."""
        self.message.tell(fault)
        self.trace.setVisible(fault is None and not self.session.wanted)
        self.session.setVisible(fault is None and self.session.wanted)

    def _news(self) -> str:
        """Return what a screen reader is to say before it says how the voice sounds."""
        if self.clips.open_take is not None:
            return self.clips.card.title.accessibleName()
        if self.clips.recording:
            return self.clips.ring.accessibleName()
        return self.toast.text() or self.message.text()

    def _announce(self, text: str) -> None:
        if self._announcements.due(text, time.monotonic()):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setFont(theme.font(Size.SMALL))
    label.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
    return label
