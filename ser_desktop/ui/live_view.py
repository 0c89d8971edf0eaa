"""What is seen while it listens: level, voice, answer, plane and timeline, in whatever room there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ser_desktop.errors import UserError
from ser_desktop.results import Snapshot, State
from ser_desktop.settings import PANELS, Settings
from ser_desktop.ui import words
from ser_desktop.ui.arrangement import GRID, Box, Needs, arranged
from ser_desktop.ui.clips.ring import RecordingRing
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.plots.gutter import GUTTER
from ser_desktop.ui.plots.plane import AffectPlane
from ser_desktop.ui.plots.trace import TracePlot
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.session import SessionView
from ser_desktop.ui.theme import Palette
from ser_desktop.ui.widgets.bars import EmotionBars
from ser_desktop.ui.widgets.message import Message
from ser_desktop.ui.widgets.meter import LevelMeter
from ser_desktop.ui.widgets.verdict import VerdictView

_RIVALS = {"voice": "timeline", "timeline": "voice"}
_USUAL_ROWS = 7


class LiveView(QWidget):
    """Holds the panels. What a person hides is kept; what has no room comes back with a larger window.

    ``rearranged`` tells that other panels are seen than before, ``cramped`` that one was asked for that has
    no room.

    Attributes
    ----------
    seen
        Which of :data:`~ser_desktop.settings.PANELS` are on the screen.
    """

    rearranged = Signal()
    cramped = Signal()

    def __init__(
        self, engine: Engine, keeper: Keeper, session: SessionView, ring: RecordingRing, palette: Palette
    ) -> None:
        super().__init__()
        self._engine = engine
        self._keeper = keeper
        self.meter = LevelMeter(palette, gutter=GUTTER)
        self.trace = TracePlot(palette)
        self.session = session
        self.verdict = VerdictView(palette)
        self.bars = EmotionBars(palette)
        self.plane = AffectPlane(palette)
        self.message = Message(wide=True)
        self.no_model = Message()
        self.ring = ring
        self.seen: frozenset[str] = frozenset()
        self._front = "voice"
        self._recording = False
        self._verdict_width = 0
        parts = (self.meter, self.trace, session, self.message, self.verdict, ring, self.bars)
        for part in (*parts, self.no_model, self.plane):
            part.setParent(self)
            part.hide()
        keeper.changed.connect(self._follow)
        self._measure()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        parts = (self.meter, self.trace, self.session, self.verdict, self.bars, self.plane)
        for part in parts:
            part.use_palette(palette)

    def show_moment(self, snapshot: Snapshot, elapsed_s: float) -> None:
        """Move what moves with the sound, as far as it is seen."""
        self.meter.advance(words.level(snapshot), elapsed_s)
        if self.trace.isVisible():
            self.trace.show_trace(snapshot.trace)
        self.bars.advance(snapshot.prediction, elapsed_s)
        if self.plane.isVisible():
            self.plane.advance(snapshot.prediction, elapsed_s)

    def show_words(self, snapshot: Snapshot) -> None:
        """Write what is read."""
        engine = self._engine
        has_model = bool(engine.labels)
        self.meter.show_words(hearing=snapshot.state in words.HEARING or snapshot.state is State.LOST)
        self.bars.use_labels(engine.labels, engine.unsure_below)
        self.bars.show_words(snapshot.prediction)
        self.plane.use_labels(engine.labels)
        if self.plane.isVisible():
            self.plane.show_words()
        self.verdict.tell(words.verdict(snapshot, has_model=has_model), words.last_line(snapshot.segment))
        self.trace.tell_attention(shown=engine.has_attention or not has_model)
        self._measure()
        self.session.refresh()

    def tell(self, fault: UserError | None) -> None:
        """Tell a fault in the place of the voice, where the eye is; or that nothing is wrong any more."""
        hidden = set(self._keeper.now.hidden)
        self.message.tell(words.NO_PANELS if fault is None and hidden >= set(PANELS) else fault)
        self.arrange()

    def tell_recording(self, *, active: bool) -> None:
        """Learn whether a clip is being recorded: then the ring takes the place of the large answer."""
        self._recording = active
        self.arrange()

    def toggle(self, panel: str) -> None:
        """Hide a panel that is seen, or show one that is not.

        Where voice and timeline share one place, the one that is seen gives it back to the other.
        """
        rival = _RIVALS.get(panel, "")
        hidden = set(self._keeper.now.hidden)
        if panel in self.seen:
            if rival and rival not in hidden and rival not in self.seen:
                self._front = rival
            else:
                hidden.add(panel)
        else:
            self._front = panel if rival else self._front
            if panel not in hidden:  # there was no room, and there may be none now
                self.arrange()
                hidden |= {panel} - self.seen
            else:
                hidden.remove(panel)
        self._keeper.change(hidden=tuple(one for one in PANELS if one in hidden))
        self.arrange()
        if panel not in self.seen and panel not in hidden:
            self.cramped.emit()

    def arrange(self) -> None:
        """Give every panel its place, or none."""
        told = bool(self.message.text())
        wanted = set(PANELS) - set(self._keeper.now.hidden)
        wanted |= {"voice"} if told else set()
        wanted |= {"answer"} if self._recording else set()
        front = "voice" if told else self._front
        size = (self.width(), self.height())
        boxes = arranged(size, frozenset(wanted), front, self._needs())
        has_model = bool(self._engine.labels)
        _place(self.meter, boxes.get("level"))
        _place(self.trace, None if told else boxes.get("voice"))
        _place(self.message, (boxes.get("voice") or Box(0, 0, *size)) if told else None)
        _place(self.session, boxes.get("timeline"))
        _place(self.verdict, None if self._recording else boxes.get("verdict"))
        _place(self.ring, boxes.get("verdict") if self._recording else None)
        _place(self.bars, boxes.get("bars") if has_model else None)
        _place(self.no_model, None if has_model else boxes.get("bars"))
        _place(self.plane, boxes.get("plane") if has_model else None)
        seen = frozenset("answer" if name in {"verdict", "bars"} else name for name in boxes)
        seen -= {"voice"} if told else set()
        if seen != self.seen:
            self.seen = seen
            self.rearranged.emit()

    def sizeHint(self) -> QSize:
        """Return a size at which all is seen."""
        return QSize(150 * GRID, 75 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panels anew."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words of another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._verdict_width = 0
            self._measure()
            self.arrange()

    def _needs(self) -> Needs:
        rows = len(self._engine.labels) or _USUAL_ROWS
        plot = self.trace.minimumSizeHint().height()
        if self.message.text():
            plot = max(plot, self.message.heightForWidth(self.width()))
        return Needs(rows, (self._verdict_width, self.verdict.sizeHint().height()), plot)

    def _measure(self) -> None:
        """Learn how wide the large answer gets with the emotions of the model."""
        self.no_model.tell(None if self._engine.labels else words.NO_MODEL)
        width = VerdictView.width_for(self._engine.labels)
        if width != self._verdict_width:
            self._verdict_width = width
            self.arrange()

    def _follow(self, before: Settings, now: Settings) -> None:
        if before.hidden != now.hidden:
            self.arrange()


def _place(part: QWidget, box: Box | None) -> None:
    """Put a part into its place, or out of sight."""
    if box is not None:
        part.setGeometry(QRect(box.x, box.y, box.width, box.height))
    part.setVisible(box is not None)
