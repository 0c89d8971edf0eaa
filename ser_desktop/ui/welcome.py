"""The first page: does the microphone hear, what does the program do, and what is it not for."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.errors import UserError
from ser_desktop.results import Snapshot
from ser_desktop.ui import theme, words
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import N_, of_error, tr
from ser_desktop.ui.microphones import Microphones
from ser_desktop.ui.presenter import Announcements, Engine, Presenter
from ser_desktop.ui.sound_check import Sound, SoundCheck
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size
from ser_desktop.ui.widgets.finding import Finding
from ser_desktop.ui.widgets.languages import LanguagePicker
from ser_desktop.ui.widgets.meter import LevelMeter
from ser_desktop.ui.widgets.picker import DevicePicker

_WIDTH = 104 * GRID

_SAID = {
    Sound.UNTRIED: (
        "microphone",
        N_("Does the microphone hear you?"),
        N_("Nothing is opened before you press the button. Your system may then ask whether it may be used."),
    ),
    Sound.OPENING: ("microphone", N_("Opening the microphone…"), N_("If your system asks, allow it.")),
    Sound.SILENCE: ("voice", N_("Say something: the bar should move."), N_("It hears silence so far.")),
    Sound.HEARD: ("check", N_("It hears you."), N_("{name} works.")),
}
_PARTS = (
    (
        N_("What it does"),
        N_("It tells how a voice sounds to a model, not what a person feels."),
    ),
    (
        N_("Your privacy"),
        N_(
            "Everything stays on this computer. Nothing is recorded unless you press Record; the last half "
            "minute waits in memory for that, and is forgotten when listening ends."
        ),
    ),
    (
        N_("What it is not for"),
        N_(
            "For judging people. At work and in education the EU's AI Act, Regulation (EU) 2024/1689, "
            "prohibits inferring emotions (Article 5(1)(f); exceptions: medical and safety reasons). "
            "This is no legal advice."
        ),
    ),
)
_MEASURED = N_(
    "With strangers it is often wrong: of acted speech by people whom it did not know, it named {share} "
    "rightly, as a mean over the emotions; by chance it would be {chance}."
)
_NOT_MEASURED = N_("With strangers it is often wrong; how often, nobody has measured for this model.")


class WelcomePage(QWidget):
    """One page in the place of all others; ``ended`` tells that its main button was pressed."""

    ended = Signal()

    def __init__(self, engine: Engine, keeper: Keeper, microphones: Microphones, palette: Palette) -> None:
        super().__init__()
        self._engine = engine
        self._microphones = microphones
        self._check = SoundCheck()
        self._fault: UserError | None = None
        self._announcements = Announcements()
        self.headline = QLabel()
        self.headline.setFont(theme.font(Size.LARGE, bold=True))
        self.subline = QLabel()
        self.subline.setFont(theme.font())
        self.picker = DevicePicker(microphones)
        self.test = QPushButton()
        self.test.setFont(theme.font(bold=True))
        self.test.setMinimumWidth(20 * GRID)  # whatever it says, it stays where it is
        self.meter = LevelMeter(palette)
        self.finding = Finding(palette)
        self.titles = [_label(bold=True) for _ in _PARTS]
        self.texts = [_label(quiet=True) for _ in _PARTS]
        self.language = LanguagePicker(keeper)
        self.language_name = QLabel()
        self.language_name.setFont(theme.font())
        self.language_name.setBuddy(self.language)
        self.begin = QPushButton()
        self.begin.setFont(theme.font(bold=True))
        self.begin.setProperty("inviting", True)  # noqa: FBT003 -- Qt's signature
        self.begin.setMinimumWidth(24 * GRID)
        self._lay_out()
        self._presenter = Presenter(engine, self, self)
        self.test.clicked.connect(self._try)
        self.begin.clicked.connect(self.ended)
        self.picker.failed.connect(self._refuse)
        microphones.changed.connect(self._start_over)
        self.use_palette(palette)
        self.retranslate()

    def take_focus(self) -> None:
        """Let the keyboard begin where most people do; a proxy of the page would hide what is before it."""
        self.test.setFocus()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.meter.use_palette(palette)
        self.finding.use_palette(palette)

    def retranslate(self) -> None:
        """Write all that is always there in the window's language."""
        self.setAccessibleName(tr("Welcome page"))
        self.headline.setText(tr("Welcome. Let us hear your voice."))
        self.subline.setText(tr("This program listens, and shows as you speak how your voice sounds."))
        for (title, text), name, label in zip(_PARTS, self.titles, self.texts, strict=True):
            name.setText(tr(title))
            label.setText(tr(text))
        self.texts[0].setText(f"{tr(_PARTS[0][1])} {self._worth()}")
        self.language_name.setText(tr("Language"))
        self.begin.setText(tr("Start"))
        self.begin.setToolTip(tr("Leave this page and listen"))
        self._write(self._engine.snapshot())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound."""
        self.meter.advance(words.level(snapshot), elapsed_s)
        self._check = self._check.after(snapshot, elapsed_s)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write what is read."""
        self.meter.show_words()
        self._write(snapshot)
        if self._announcements.due(self.finding.text(), time.monotonic()):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.finding.text()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to pull."""
        super().showEvent(event)
        self._presenter.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pull nothing while nobody looks."""
        self._presenter.pause()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button that has the focus."""
        focused = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _try(self) -> None:
        """Open the microphone, or close it."""
        self._start_over()
        if self._engine.snapshot().state in words.RUNNING:
            self._engine.stop()
        else:
            self.meter.reset_clip()
            self._engine.start()
        self._presenter.refresh_words()

    def _start_over(self) -> None:
        """Forget what was heard: another microphone is tried, or the same once more."""
        self._fault, self._check = None, SoundCheck()
        self._write(self._engine.snapshot())

    def _refuse(self, fault: UserError) -> None:
        self._fault = fault
        self._write(self._engine.snapshot())

    def _write(self, snapshot: Snapshot) -> None:
        running = snapshot.state in words.RUNNING
        self.test.setText(tr("Stop") if running else tr("Allow and test"))
        check = self._check.among(self._microphones.devices)
        fault = self._fault or check.fault
        if fault is not None:
            title, detail, remedy = of_error(fault)
            self.finding.tell("fault", title, remedy, detail)
            return
        icon, headline, line = _SAID[check.sound]
        name = words.named(snapshot.source)
        self.finding.tell(icon, tr(headline), tr(line, name=name))

    def _worth(self) -> str:
        """Say what the model is worth with people whom it does not know."""
        uar, labels = self._engine.uar, self._engine.labels
        if uar is None or not labels:
            return tr(_NOT_MEASURED)
        return tr(_MEASURED, share=words.percent(uar), chance=words.percent(1 / len(labels)))

    def _lay_out(self) -> None:
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QWidget()
        page.setFixedWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * GRID)
        heading = QVBoxLayout()
        heading.setSpacing(GRID)
        heading.addWidget(self.headline)
        heading.addWidget(self.subline)
        column.addLayout(heading)
        column.addWidget(self._microphone())
        column.addLayout(self._explained())
        column.addLayout(self._last_row())
        around = QGridLayout(self)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        around.addWidget(page, 1, 1)
        for outer in (0, 2):
            around.setRowStretch(outer, 1)
            around.setColumnStretch(outer, 1)

    def _microphone(self) -> QWidget:
        card = QWidget()
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.picker)
        row.addWidget(self.test)
        row.addStretch()
        column = QVBoxLayout(card)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addWidget(self.meter)
        column.addWidget(self.finding)
        return card

    def _explained(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        for place, (title, text) in enumerate(zip(self.titles, self.texts, strict=True)):
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(title, 0, place)
            grid.addWidget(text, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.language_name)
        row.addWidget(self.language)
        row.addStretch()
        row.addWidget(self.begin)
        return row


def _label(*, bold: bool = False, quiet: bool = False) -> QLabel:
    label = QLabel()
    label.setFont(theme.font(bold=bold))
    label.setProperty("quiet", quiet)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
