"""Two models side by side on the same sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ser_desktop.engine.overview import Overview
from ser_desktop.engine.playback import Playback, Samples
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis, Clip, ModelInfo
from ser_desktop.ui import theme
from ser_desktop.ui.files.transport import Transport
from ser_desktop.ui.language import tr
from ser_desktop.ui.models.behind import Models
from ser_desktop.ui.models.comparing import Compared, Comparing
from ser_desktop.ui.models.difference import difference
from ser_desktop.ui.models.side import Side
from ser_desktop.ui.models.sounds import Candidate, Sounds, envelope, of_file
from ser_desktop.ui.plots.compared import Attended, ComparedPlot
from ser_desktop.ui.presenter import MOTION_MS
from ser_desktop.ui.theme import GRID, MARGIN, Palette
from ser_desktop.ui.widgets.choice import Choice
from ser_desktop.ui.widgets.message import Message
from ser_desktop.ui.words import percent

_NO_SOUND = UserError(
    "no-sound",
    "There is nothing to compare on yet",
    "Two models are heard on the same clip or recording.",
    "Record a clip on the page “Live” with R, add recordings on the page “Recordings”, or choose a file.",
)
_ONE_MODEL = UserError(
    "one-model",
    "There is only one model",
    "Two are needed to compare.",
    "Import another one, or train your own.",
)


class CompareView(QWidget):
    """Owns the choice of models and sound, the comparison, and playing; ``tick`` follows while it is seen."""

    faulted = Signal(object)

    def __init__(self, models: Models, player: Playback, sounds: Sounds, palette: Palette) -> None:
        super().__init__()
        self._comparing = Comparing(models)
        self._sounds = sounds
        self._files: list[Candidate] = []
        self._choices: list[Candidate] = []
        self._shown = Compared()
        self._overview: Overview | None = None
        self._version = -1
        self._asked: tuple[object, ...] = ()
        self.transport = Transport(player)
        self.back, self.file, self.play = QPushButton(), QPushButton(), QPushButton()
        self.sound = Choice()
        self._sound_label = QLabel()
        self.plot = ComparedPlot(palette)
        self.sides = (Side(palette), Side(palette))
        self.line = QLabel()
        self.message = Message(wide=True)
        self._filled = QWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(MOTION_MS)
        self._timer.timeout.connect(self.tick)
        self.plot.pointed.connect(self.transport.go)
        self.sound.activated.connect(self._compare)
        for side in self.sides:
            side.model.activated.connect(self._compare)
        self.retranslate()

    def retranslate(self) -> None:
        """Write what is always there in the window's language."""
        self.back.setText(tr("Back"))
        self.file.setText(tr("Choose a file…"))
        self._sound_label.setText(tr("Compare on"))
        self.sound.setAccessibleName(tr("Clip or recording to compare on"))
        for side, name in zip(self.sides, (tr("First model"), tr("Second model")), strict=True):
            side.model.setAccessibleName(name)
        self._name_play()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.plot.use_palette(palette)
        for side in self.sides:
            side.use_palette(palette)

    def open(self, infos: Sequence[ModelInfo], first: str, second: str) -> None:
        """Compare two of these models, to begin with those of these names."""
        usable = [info for info in infos if info.error is None]
        for side, name in zip(self.sides, (first, second), strict=True):
            side.offer(usable, name)
        self._offer_sounds()
        self._asked = ()
        self._compare()

    def take_focus(self) -> None:
        """Let the keyboard go to what is to be chosen first."""
        (self.sound if self._choices else self.file).setFocus()

    def hear(self, path: Path) -> None:
        """Compare on a file."""
        chosen = of_file(path)
        self._files = [chosen, *(known for known in self._files if known.key != chosen.key)]
        self._offer_sounds(chosen.key)
        self._compare()

    def leave(self) -> None:
        """Be silent, and give up what is being compared."""
        self._timer.stop()
        self.transport.stop()
        self._comparing.cancel()
        if self._overview is not None:
            self._overview.close()
            self._overview = None

    def showEvent(self, event: QShowEvent) -> None:
        """Go on following."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent, and follow nothing, while another page is seen."""
        self._timer.stop()
        self.transport.stop()
        super().hideEvent(event)

    def toggle(self) -> None:
        """Play, or pause."""
        self.transport.toggle()
        self._name_play()

    def tick(self) -> None:
        """Follow the comparison, the waveform and what is heard."""
        if self._overview is not None and self._overview.version != self._version:
            self._draw_file(self._overview)
        fault = self.transport.tick()
        if fault is not None:
            self.faulted.emit(fault)
        self.plot.point(self.transport.cursor_s or None)
        self._name_play()
        state = self._comparing.state
        if state is not self._shown:
            self._shown = state
            if state.fault is not None:
                raise state.fault
            self._write()

    def _offer_sounds(self, key: str = "") -> None:
        """List the sounds; the one of ``key`` is chosen, else the one that was, else the first."""
        index = self.sound.currentIndex()
        key = key or (self._choices[index].key if 0 <= index < len(self._choices) else "")
        known = self._sounds.candidates()
        keys_known = {one.key for one in known}
        self._choices = [*(one for one in self._files if one.key not in keys_known), *known]
        self.sound.clear()
        for number, choice in enumerate(self._choices):
            self.sound.addItem(choice.name)
            self.sound.setItemData(number, choice.tip, Qt.ItemDataRole.ToolTipRole)
        found = next((number for number, choice in enumerate(self._choices) if choice.key == key), 0)
        self.sound.setCurrentIndex(found if self._choices else -1)
        self.sound.setEnabled(bool(self._choices))

    def _chosen(self) -> Candidate | None:
        index = self.sound.currentIndex()
        return self._choices[index] if 0 <= index < len(self._choices) else None

    def _compare(self, _index: int = 0) -> None:
        """Begin, if what is chosen is not what was compared last."""
        chosen, names = self._chosen(), tuple(side.name for side in self.sides)
        if chosen is None or self._too_few():
            self._write()
            return
        asked = (chosen.key, *names)
        if asked == self._asked:
            return
        if not self._asked or self._asked[0] != chosen.key:
            self._show_sound(chosen)
        self._asked = asked
        self.plot.show_attended(tuple(Attended(side.model_title) for side in self.sides))
        self._comparing.start(names, chosen.sound)
        self._shown = self._comparing.state
        self._write()

    def _too_few(self) -> bool:
        return self.sides[0].model.count() < 2

    def _show_sound(self, chosen: Candidate) -> None:
        if self._overview is not None:
            self._overview.close()
            self._overview = None
        self.transport.stop()
        self.transport.cursor_s = 0.0
        if isinstance(chosen.sound, Clip):
            clip = chosen.sound
            self.transport.load(Samples(clip.samples, clip.rate_hz))
            self.plot.show_sound(*envelope(clip, 1000), clip.duration_s)
        else:
            self.transport.load(None)
            self.plot.show_sound(np.zeros((0, 2), np.float32), 1.0, 0.0)
            self._overview, self._version = Overview(chosen.sound), -1

    def _draw_file(self, overview: Overview) -> None:
        self._version = overview.version
        if overview.sound is None or not overview.rate_hz:
            return
        self.transport.load(overview.sound)
        _, width, columns = overview.columns(0, overview.n_samples, max(200, self.plot.width()))
        self.plot.show_sound(columns, width / overview.rate_hz, overview.n_samples / overview.rate_hz)

    def _write(self) -> None:
        """Write how the comparison stands."""
        state = self._shown
        nothing = _ONE_MODEL if self._too_few() else _NO_SOUND if self._chosen() is None else None
        self.message.tell(nothing or state.error)
        self._filled.setVisible(self.message.text() == "")
        if nothing is not None or state.error is not None:
            return
        answers: Sequence[Analysis | None] = state.answers or (None, None)
        labels = tuple({label: None for side in self.sides for label in side.labels})
        for side, answer in zip(self.sides, answers, strict=True):
            side.show_answer(answer, labels)
        if state.answers:
            first, second = state.answers
            self.line.setText(difference(first, second))
            self.plot.show_attended(tuple(_attended(answer) for answer in state.answers))
        else:
            self.line.setText(tr("Listening… {share}", share=percent(state.share)))
        self.plot.setAccessibleDescription(self.line.text())

    def _name_play(self) -> None:
        self.play.setText(tr("Pause") if self.transport.playing else tr("Play"))

    def _lay_out(self) -> None:
        for button in (self.back, self.file, self.play):
            button.setFont(theme.font())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        self._sound_label.setFont(theme.font())
        self.sound.setFont(theme.font())
        for part, stretch in (
            (self.back, 0),
            (self._sound_label, 0),
            (self.sound, 1),
            (self.file, 0),
            (self.play, 0),
        ):
            bar.addWidget(part, stretch)
        bar.insertSpacing(1, 2 * GRID)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(GRID)
        filled.addWidget(self.plot, 2)
        sides = QHBoxLayout()
        sides.setSpacing(2 * MARGIN)
        for side in self.sides:
            sides.addWidget(side, 1)
        filled.addLayout(sides, 3)
        self.line.setFont(theme.font(bold=True))
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        filled.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(bar)
        column.addWidget(self._filled, 1)
        column.addWidget(self.message, 1)


def _attended(answer: Analysis) -> Attended:
    return Attended(answer.origin.title, answer.course.attention, answer.course.attention_step_s)
