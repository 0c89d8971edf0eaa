"""What happens when somebody records: counting in, the card, playing, saving, discarding, taking away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from ser_desktop.engine.clips import save_clip
from ser_desktop.engine.playback import Playback
from ser_desktop.errors import UserError
from ser_desktop.results import Phase, Recording, Snapshot, State
from ser_desktop.ui import words
from ser_desktop.ui.asking import Asker
from ser_desktop.ui.clips.card import ClipCard
from ser_desktop.ui.clips.playing import ClipPlaying
from ser_desktop.ui.clips.ring import COUNT_IN_S, RecordingRing
from ser_desktop.ui.clips.shelf import FULL, Shelf, Take
from ser_desktop.ui.clips.strip import ClipStrip
from ser_desktop.ui.exporting import ExportMenu, Offer
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.theme import Palette
from ser_desktop.ui.widgets.toast import Toast

_UNDER_WAY = frozenset({Phase.COUNT_IN, Phase.RECORDING, Phase.HEARING})
_AT_STAKE = frozenset({Phase.RECORDING, Phase.HEARING, Phase.DONE})


class ClipDesk(QObject):
    """Stands between the engine's recording and the widgets of clips; the page lays the widgets out.

    ``changed`` tells that the card opened or closed, that the ring came or went, or that there are other
    clips; ``listening_wanted`` that somebody wants to record while nothing is listened to.
    """

    changed = Signal()
    listening_wanted = Signal()

    def __init__(
        self, engine: Engine, player: Playback, asker: Asker, toast: Toast, palette: Palette, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.shelf = Shelf()
        self.ring = RecordingRing(palette)
        self.card = ClipCard(palette)
        self.strip = ClipStrip(palette)
        self._engine = engine
        self._asker = asker
        self._toast = toast
        self._open: int | None = None
        self._waiting = False  # for the microphone, in order to record
        self._recording = False
        self._lent = False
        self._phase = Phase.NONE  # as seen last
        self._playing = ClipPlaying(player, self.card, self)
        menu = ExportMenu(asker, self._offer, self.card)
        menu.done.connect(toast.tell)
        menu.failed.connect(self.card.tell)
        self.menu = menu
        self.card.use_menu(menu)
        self._connect()

    def retranslate(self) -> None:
        """Write what the strip tells of clips in the window's language."""
        self._refresh()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for part in (self.ring, self.card, self.strip):
            part.use_palette(palette)

    @property
    def open_take(self) -> Take | None:
        """The clip whose card is open."""
        return None if self._open is None else self.shelf.get(self._open)

    @property
    def recording(self) -> bool:
        """Whether a clip is being recorded, or about to be."""
        return self._recording

    @property
    def at_stake(self) -> int:
        """How many clips would be lost with the program."""
        return self.shelf.unsaved + (self._phase in _AT_STAKE)

    def kept_line(self) -> str:
        """Say how many clips are kept, and in how much memory; nothing where there are none."""
        takes = self.shelf.takes
        return words.kept_line(len(takes), self.shelf.size_bytes) if takes else ""

    def lengthen(self, step_s: int) -> None:
        """Make the next clips longer, or shorter."""
        self.strip.length.setValue(self.strip.length.value() + step_s)

    def record(self) -> None:
        """Record the next seconds; while it counts in, begin at once."""
        moment = self._engine.snapshot()
        phase = moment.recording.phase
        if phase is Phase.COUNT_IN:
            self._engine.cancel_recording()
            self._engine.record_clip(self.strip.length.value())
        elif phase in _UNDER_WAY or self._waiting:
            return
        elif self._room():
            self.close_card()
            self._playing.stop()
            if moment.state in words.HEARING or moment.state is State.LOST:
                self._engine.record_clip(self.strip.length.value(), COUNT_IN_S)
            else:
                self._waiting = True
                if moment.state is not State.OPENING:
                    self.listening_wanted.emit()
        self.follow(self._engine.snapshot())

    def record_last(self, seconds: int | None = None) -> None:
        """Keep the last seconds as a clip: so many, or as many as the strip says."""
        if self._engine.snapshot().recording.phase not in _UNDER_WAY and not self._waiting and self._room():
            self._engine.last_clip(seconds or self.strip.length.value())
            self.follow(self._engine.snapshot())

    def go_back(self) -> None:
        """Drop the clip that is being recorded; else close the card."""
        if self._waiting or self._engine.snapshot().recording.phase in _UNDER_WAY:
            self._waiting = False
            self._engine.cancel_recording()
            self.follow(self._engine.snapshot())
        else:
            self.close_card()

    def lend(self, *, away: bool) -> None:
        """Leave the engine's recorder to somebody else for a while: what it records then is no clip."""
        self._lent = away

    def follow(self, moment: Snapshot) -> None:
        """Show how far the recording is; open the card of a clip that is complete."""
        if self._lent:
            return
        if self._waiting:
            self._wait(moment)
            moment = self._engine.snapshot()
        recording = moment.recording
        self._phase = recording.phase
        self.ring.advance(recording)
        if recording.phase is Phase.DONE:
            self._phase = Phase.NONE
            self._engine.cancel_recording()
            self.open(self.shelf.add(recording).number)
        elif recording.phase is Phase.FAILED:
            self._engine.cancel_recording()
            self._refuse(recording)
        busy = self._waiting or recording.phase in _UNDER_WAY
        if busy != self._recording:
            self._recording = busy
            self.strip.tell_recording(active=busy)
            self.changed.emit()

    def open(self, number: int) -> None:
        """Open the card of a clip."""
        take = self.shelf.get(number)
        if take is None:
            return
        if number != self._open:
            self._playing.stop()
        self._open = number
        self.card.use_model(
            self._engine.labels, self._engine.unsure_below, has_attention=self._engine.has_attention
        )
        self.card.show_take(take)
        self._refresh()
        self.changed.emit()

    def hear(self, number: int, from_s: float) -> None:
        """Open the card of a clip, and play it from a second of it on."""
        self.open(number)
        self._play_from(from_s)

    def close_card(self) -> None:
        """Go back to what is listened to."""
        if self._open is not None:
            self._playing.stop()
            self._open = None
            self._refresh()
            self.changed.emit()

    def turn(self, step: int) -> None:
        """Open the clip that many places further; from the page itself, the newest or the oldest."""
        numbers = [take.number for take in self.shelf.takes]
        if not numbers:
            return
        place = numbers.index(self._open) + step if self._open in numbers else (-1 if step < 0 else 0)
        self.open(numbers[min(max(place, -1 if self._open is None else 0), len(numbers) - 1)])

    def play(self) -> None:
        """Play the open clip from its beginning, or stop."""
        take = self.open_take
        if take is not None:
            self._playing.toggle(take.clip)

    def save(self) -> None:
        """Ask where, and write the open clip there; where that fails, it stays, and the card says why."""
        take = self.open_take
        if take is None:
            return
        place = self._asker.where(tr("Save the clip"), f"{take.file_name}.wav", tr("WAV sound"))
        if place is None:
            return
        path, replace = place
        try:
            save_clip(take.clip, path, replace=replace)
        except UserError as fault:
            self.card.tell(fault)
            return
        self.card.tell(None)
        self.shelf.saved(take.number, path)
        self._show_again()

    def discard(self) -> None:
        """Take the open clip off, and offer to put it back."""
        take = self.open_take
        if take is None:
            return
        self.close_card()
        self._toast.leave()  # before: with it goes the one that was discarded last
        self.shelf.discard(take.number)
        self._refresh()
        self.changed.emit()
        text = tr("Clip discarded.") if take.path is None else tr("Clip taken off; its file stays.")
        self._toast.tell(text, tr("Undo"), self.undo, self.shelf.forget)

    def undo(self) -> None:
        """Put the clip back that was discarded last."""
        take = self.shelf.restore()
        if take is not None:
            self._toast.leave()
            self.open(take.number)

    def export(self) -> None:
        """Open the menu of the open clip."""
        if self.open_take is not None:
            self.card.export.showMenu()

    def _connect(self) -> None:
        deeds: tuple[tuple[SignalInstance, Callable[[], None]], ...] = (
            (self.strip.record.clicked, self._press),
            (self.strip.last.clicked, self.record_last),
            (self.card.play.clicked, self.play),
            (self.card.save.clicked, self.save),
            (self.card.discard.clicked, self.discard),
            (self.card.back.clicked, self.close_card),
        )
        for signal, deed in deeds:
            signal.connect(lambda _checked=False, deed=deed: deed())
        self.strip.chosen.connect(self._choose)
        self.card.plot.pointed.connect(self._play_from)

    def _press(self) -> None:
        """Do what the button says."""
        if self._recording:
            self.go_back()
        else:
            self.record()

    def _choose(self, number: int) -> None:
        """Open a clip by its chip, or close it by the same chip."""
        if number == self._open:
            self.close_card()
        else:
            self.open(number)

    def _play_from(self, time_s: float) -> None:
        take = self.open_take
        if take is not None:
            self._playing.start(take.clip, time_s)

    def _room(self) -> bool:
        if self.shelf.full:
            self._toast.tell(in_words(FULL))
        return not self.shelf.full

    def _wait(self, moment: Snapshot) -> None:
        """Record once sound comes; give up where it does not."""
        if moment.state in words.HEARING:
            self._waiting = False
            self._engine.record_clip(self.strip.length.value(), COUNT_IN_S)
        elif moment.state in {State.FAILED, State.IDLE}:
            self._waiting = False

    def _refuse(self, recording: Recording) -> None:
        if recording.error is not None:
            self._toast.tell(in_words(recording.error))

    def _offer(self) -> Offer | None:
        take = self.open_take
        if take is None or take.analysis is None:
            return None
        return Offer(take.analysis, take.file_name, self.card.plot.grab)

    def _show_again(self) -> None:
        take = self.open_take
        if take is not None:
            self.card.show_take(take)
        self._refresh()

    def _refresh(self) -> None:
        self.strip.show_takes(self.shelf.takes, self._open, self.kept_line())
