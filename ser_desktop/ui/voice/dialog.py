"""Calibrate to my voice: which voices are known, a text to read, what it changed, a name for it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ser_desktop.engine.quality import Quality
from ser_desktop.engine.voices import Learned
from ser_desktop.errors import UserError
from ser_desktop.results import Clip, Snapshot
from ser_desktop.ui import theme, words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import N_, of_error, tr
from ser_desktop.ui.presenter import Engine, Presenter
from ser_desktop.ui.theme import GRID, Palette
from ser_desktop.ui.voice.behind import VoiceShelf
from ser_desktop.ui.voice.known import KnownVoices
from ser_desktop.ui.voice.listening import QUALITY, Lender, Progress, Reading
from ser_desktop.ui.voice.outcome import Outcome
from ser_desktop.ui.voice.reading import READING_S, ReadingText
from ser_desktop.ui.widgets.finding import Finding
from ser_desktop.ui.widgets.meter import LevelMeter

_KNOWN, _READING, _OUTCOME = range(3)
_SIGNS = {Quality.WAITING: "silence", Quality.GOOD: "check"}
_WHY = N_(
    "The model was made with other people's voices. Once it knows what your everyday voice sounds like, it "
    "tells better what differs from it."
)
_HOW = N_("Read this aloud as you would tell it to a friend, in your everyday voice and place.")
_WHAT = N_("Your everyday voice, as the model hears it without and with what it has learned.")


class VoiceDialog(Dialog):
    """Three pages, of which the second and third lead back to the first.

    Parameters
    ----------
    owner
        Who records otherwise: the engine's recorder is borrowed.
    """

    def __init__(
        self,
        parent: QWidget,
        palette: Palette,
        engine: Engine,
        voices: VoiceShelf,
        keeper: Keeper,
        asker: Asker,
        owner: Lender,
    ) -> None:
        super().__init__(parent, palette)
        self._engine = engine
        self._voices = voices
        self._keeper = keeper
        self._asker = asker
        self._reading = Reading(engine, owner)
        self._learning: Future[Learned] | None = None
        self._learned: Learned | None = None
        self._progress = Progress()
        self._fault: UserError | None = None
        self.known = KnownVoices()
        self.text = ReadingText(palette)
        self.meter = LevelMeter(palette)
        self.bar = QProgressBar()
        self.finding = Finding(palette)
        self.outcome = Outcome(palette)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.name_label, self.hint = QLabel(), QLabel()
        self.pages = QStackedWidget()
        self.back, self.close_button, self.main = (
            self.add_button(),
            self.add_button(),
            self.add_button(main=True),
        )
        self._lay_out()
        self._presenter = Presenter(engine, self, self)
        self.known.chosen.connect(self._use)
        self.known.unwanted.connect(self._delete)
        self.main.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.close_button.clicked.connect(self.reject)
        self.ready()

    def use_palette(self, palette: Palette) -> None:
        """Dress the dialog in ``palette``."""
        super().use_palette(palette)
        for part in (self.text, self.meter, self.finding, self.outcome):
            part.use_palette(palette)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.setWindowTitle(tr("Calibrate to my voice"))
        self.name_label.setText(tr("Name of the voice"))
        self.name.setAccessibleName(tr("Name of the voice"))
        self.close_button.setText(tr("Close"))
        self._say()

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Follow the reading."""
        self.meter.advance(words.level(snapshot), elapsed_s)
        if self._reading.running:
            self._progress = self._reading.follow(snapshot)
            self.text.follow(None if self._progress.count_in_s else self._progress.read_s)
            self.bar.setValue(round(1000 * self._progress.read_s / READING_S))
            if self._progress.fault is not None:
                self._fail(self._progress.fault)
            elif self._progress.clip is not None:
                self._learn(self._progress.clip)
        if self._learning is not None and self._learning.done():
            self._take(self._learning)

    def show_words(self, _snapshot: Snapshot) -> None:
        """Write how good the recording is."""
        self.meter.show_words()
        if self.pages.currentIndex() == _READING:
            self._write_reading()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the voices, or with the text where none is known; look at the engine."""
        super().showEvent(event)
        self._show(_KNOWN if self._voices.known() else _READING)
        self._presenter.resume()

    def done(self, result: int) -> None:
        """Close; a reading going on is dropped."""
        self._reading.end()
        self._presenter.pause()
        self._learning = None
        super().done(result)

    def _go_on(self) -> None:
        """Do what the main button says."""
        page = self.pages.currentIndex()
        if page == _KNOWN:
            self._show(_READING)
        elif page == _OUTCOME:
            self._keep()
        elif self._reading.running:
            self._reading.end()
            self._show(_READING)
        elif self._learning is None:
            self._fault = None
            try:
                self._reading.begin()
            except UserError as fault:
                self._fail(fault)
            self._say()

    def _go_back(self) -> None:
        """Return to the voices, or to the text."""
        self._reading.end()
        self._show(_READING if self.pages.currentIndex() == _OUTCOME else _KNOWN)

    def _learn(self, clip: Clip) -> None:
        pool = ThreadPoolExecutor(1, thread_name_prefix="voice")
        self._learning = pool.submit(self._voices.learn, clip, self._free_name())
        pool.shutdown(wait=False)
        self._say()

    def _take(self, learning: Future[Learned]) -> None:
        self._learning = None
        fault = learning.exception()
        if isinstance(fault, UserError):
            self._fail(fault)
            return
        self._learned = learned = learning.result()
        self.outcome.show_analyses(learned.before, learned.after)
        self.name.setText(learned.profile.name)
        self._show(_OUTCOME)
        self.name.setFocus()
        self.name.selectAll()

    def _keep(self) -> None:
        """Write the voice under its name, and use it."""
        if self._learned is None:
            return
        name = self.name.text().strip()
        learned = replace(self._learned, profile=replace(self._learned.profile, name=name))
        there = [voice.path for voice in self._voices.known() if voice.name.casefold() == name.casefold()]
        if there and not self._asker.may_replace(there):
            return
        try:
            kept = self._voices.keep(learned, replace=bool(there))
        except UserError as fault:
            self._fail(fault)
            return
        self._keeper.renew(voice=kept.name)
        self._show(_KNOWN)

    def _use(self, name: str) -> None:
        self._keeper.change(voice=name)
        self._show(_KNOWN)

    def _delete(self, name: str) -> None:
        if not self._asker.may_delete_voice(name):
            return
        try:
            self._voices.delete(name)
        except UserError as fault:
            self._fail(fault)
            return
        if self._keeper.now.voice == name:
            self._keeper.change(voice="")
        self._show(_KNOWN)

    def _free_name(self) -> str:
        """Propose a name that no voice has."""
        taken = {voice.name.casefold() for voice in self._voices.known()}
        names = [tr("My voice"), *(f"{tr('My voice')} {number}" for number in range(2, 1000))]
        return next(name for name in names if name.casefold() not in taken)

    def _fail(self, fault: UserError) -> None:
        self._fault = fault
        self._say()

    def _show(self, page: int) -> None:
        self._fault, self._progress = None, Progress()
        self.text.follow(None)
        self.bar.setValue(0)
        self.pages.setCurrentIndex(page)
        if page == _KNOWN:
            self.known.show_voices(self._voices.known(), self._keeper.now.voice)
            self.known.list.setFocus()
        else:
            self.main.setFocus()
        self._say()

    def _say(self) -> None:
        """Write what depends on the page and on how far it is."""
        page = self.pages.currentIndex()
        title, hint, back, main = (
            (tr("Voices"), tr(_WHY), "", tr("Record a voice…")),
            (tr("Calibrate to my voice"), tr(_HOW), tr("Voices"), self._reading_deed()),
            (tr("This is what it changes"), tr(_WHAT), tr("Read again"), tr("Keep and use")),
        )[page]
        self.title.setText(title)
        self.hint.setText(hint)
        self.back.setText(back)
        self.back.setVisible(bool(back) and (page == _OUTCOME or bool(self._voices.known())))
        self.main.setText(main)
        self.main.setEnabled(self._learning is None)
        self._write_reading()

    def _reading_deed(self) -> str:
        return tr("Stop") if self._reading.running else tr("Start")

    def _write_reading(self) -> None:
        """Say how the reading stands."""
        progress = self._progress
        if self._fault is not None:
            headline, *lines = of_error(self._fault)
            self.finding.tell("fault", headline, " ".join(line for line in lines if line))
        elif self._learning is not None:
            self.finding.tell("silence", tr("One moment"), tr("Your voice is being learned."))
        elif progress.count_in_s:
            self.finding.tell("silence", tr("Get ready"), tr("It begins in a moment."))
        elif self._reading.running:
            headline, line = QUALITY[progress.verdict.quality]
            self.finding.tell(_SIGNS.get(progress.verdict.quality, "fault"), tr(headline), tr(line))
        else:
            self.finding.tell("silence", tr("Press Start and read"), tr("It takes twenty seconds."))

    def _lay_out(self) -> None:
        for label in (self.hint, self.name_label):
            label.setFont(theme.font())
            label.setWordWrap(True)
        self.hint.setProperty("quiet", True)  # noqa: FBT003 -- Qt's signature
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        reading, outcome = QWidget(), QWidget()
        for page, parts in (
            (reading, (self.text, self.meter, self.bar, self.finding)),
            (outcome, (self.outcome, self.name_label, self.name)),
        ):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2 * GRID)
            for index, part in enumerate(parts):
                column.addWidget(part, int(not index))  # text and bars take what room there is
        for page in (self.known, reading, outcome):
            self.pages.addWidget(page)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.pages, 1)
        self.fit(110 * GRID, 72 * GRID)
