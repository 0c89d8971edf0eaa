"""One recording seen near: its plot, how it and a selection of it sound, and its sound."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.engine.overview import Overview
from ser_desktop.engine.playback import Playback
from ser_desktop.ui import theme
from ser_desktop.ui.files import words
from ser_desktop.ui.files.lines import AnswerLine, Legend
from ser_desktop.ui.files.picture import labelled
from ser_desktop.ui.files.queue import Source
from ser_desktop.ui.files.region import Region
from ser_desktop.ui.files.transport import Transport
from ser_desktop.ui.language import tr
from ser_desktop.ui.plots.file import FilePlot, Hearing
from ser_desktop.ui.plots.viewport import Selection, Viewport
from ser_desktop.ui.theme import GRID, MARGIN, Palette, Size
from ser_desktop.ui.widgets.message import Message

_HEARD_EVERY_S = 0.25
_STEP = 0.01  # of what is seen: how far an arrow key goes
_NEVER_S = float("-inf")


class FileView(QWidget):
    """Shows the job it was given last; ``tick`` follows it. ``failed`` tells in words what cannot be done."""

    failed = Signal(object)

    def __init__(self, source: Source, player: Playback, palette: Palette) -> None:
        super().__init__()
        self._source = source
        self._job: Job | None = None
        self._overview: Overview | None = None
        self._asked_s = _NEVER_S
        self._version = -1
        self.transport = Transport(player)
        self.region = Region(source)
        self.back, self.play, self.export = QPushButton(), QPushButton(), QPushButton()
        self.name, self.facts = QLabel(), QLabel()
        self.plot = FilePlot(palette)
        self.message = Message()
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.legend = Legend(palette)
        self.whole, self.selected = AnswerLine(palette), AnswerLine(palette)
        self._palette = palette
        self._lay_out()
        self.retranslate()
        self.plot.looked.connect(self.look)
        self.plot.pointed.connect(self.transport.go)
        self.plot.selecting.connect(self.plot.select)
        self.plot.selected.connect(self.select)
        self.bar.valueChanged.connect(self._scroll)

    def retranslate(self) -> None:
        """Write what is always there in the window's language."""
        self.back.setText(tr("Back"))
        self.export.setText(tr("Export…"))
        self.bar.setAccessibleName(tr("Stretch that is seen"))
        self._name_play()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def job(self) -> Job | None:
        """The job that is seen."""
        return self._job

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for part in (self.plot, self.legend, self.whole, self.selected):
            part.use_palette(palette)

    def open(self, job: Job) -> None:
        """Show another recording, from its beginning, whole."""
        self.leave()
        self._job, self._asked_s, self._version = job, _NEVER_S, -1
        self._overview = Overview(job.path)
        self.transport.cursor_s = 0.0
        self.plot.show_recording(self._overview)
        self.look(Viewport.whole(job.duration_s or 1.0))
        self.follow(job)

    def follow(self, job: Job) -> None:
        """Show how the job stands now; a stretch of it is the selection's."""
        self.region.take(job)
        if self._job is None or job.number != self._job.number:
            return
        self._job = job
        self.name.setText(job.path.name)
        self.name.setToolTip(str(job.path))
        self._write()
        if job.analysis is not None:
            origin, course = job.analysis.origin, job.analysis.course
            self.legend.use_labels(origin.labels)
            self.plot.show_heard(Hearing(course, job.analysis.segments, origin.hop_s, complete=True))

    def leave(self) -> None:
        """Show nothing, and hold nothing."""
        self.transport.load(None)
        self.select(None)
        if self._overview is not None:
            self._overview.close()
        self._job = self._overview = None
        self.plot.show_recording(None)

    def tick(self) -> None:
        """Follow what is read, heard and played."""
        job, overview = self._job, self._overview
        if job is None or overview is None:
            return
        now_s = time.monotonic()
        if overview.version != self._version:
            self._version = overview.version
            self._measure(overview)
        if job.stage is Stage.RUNNING and now_s - self._asked_s >= _HEARD_EVERY_S:
            self._asked_s = now_s
            self._show_heard(job)
        self.region.tick(job.path, overview.rate_hz, now_s)
        self.selected.tell(*self.region.text())
        fault = self.transport.tick()
        if fault is not None:
            self.failed.emit(fault)
        if self.transport.playing:
            self.look(self.plot.viewport.following(self.transport.cursor_s))
        self.plot.point(self.transport.cursor_s if overview.rate_hz else None)
        self._name_play()

    def toggle(self) -> None:
        """Play, or pause."""
        self.transport.toggle()

    def zoom(self, factor: float) -> None:
        """Come nearer to the cursor, or to the middle where it is out of sight."""
        view, cursor_s = self.plot.viewport, self.transport.cursor_s
        seen = view.start_s <= cursor_s <= view.end_s
        self.look(view.zoomed(factor, cursor_s if seen else view.start_s + view.span_s / 2))

    def see_selection(self) -> None:
        """Let the selection fill the plot."""
        selection = self.region.selection
        if selection is not None:
            self.look(self.plot.viewport.showing(selection.start_s, selection.end_s))

    def see_whole(self) -> None:
        """See all of it."""
        self.look(Viewport.whole(self.plot.viewport.length_s))

    def go(self, steps: float) -> None:
        """Move the cursor by steps of what is seen."""
        self.transport.go(self.transport.cursor_s + steps * _STEP * self.plot.viewport.span_s)
        self._show_cursor()

    def go_to(self, time_s: float) -> None:
        """Put the cursor at a time; what lies beyond the end is the end."""
        self.transport.go(min(time_s, self.plot.viewport.length_s))
        self._show_cursor()

    def lead_selection(self, steps: float) -> None:
        """Lead the end of the selection by steps; from the cursor where nothing is selected."""
        view, old = self.plot.viewport, self.region.selection
        if old is None:
            old = Selection(self.transport.cursor_s, self.transport.cursor_s)
        edge_s = min(max(0.0, old.edge_s + steps * _STEP * view.span_s), view.length_s)
        self.select(Selection(old.anchor_s, edge_s))
        self.look(view.following(edge_s))

    def select(self, selection: Selection | None) -> None:
        """Select a stretch, or none: it is analysed by itself, and played alone."""
        self.region.select(selection, time.monotonic())
        self.plot.select(self.region.selection)
        self.transport.select(self.region.selection)
        self.selected.tell(*self.region.text())

    def select_whole(self) -> None:
        """Select all of it."""
        self.select(Selection(0.0, self.plot.viewport.length_s))

    def look(self, viewport: Viewport) -> None:
        """See another stretch."""
        self.plot.look(viewport)
        self.bar.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.bar.setRange(0, round(1000 * (viewport.length_s - viewport.span_s)))
        self.bar.setPageStep(max(1, round(1000 * viewport.span_s)))
        self.bar.setSingleStep(max(1, round(100 * viewport.span_s)))
        self.bar.setValue(round(1000 * viewport.start_s))
        self.bar.setVisible(not viewport.is_whole)
        self.bar.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def picture(self) -> QPixmap:
        """Return the plot as it is seen now, with what it shows and what made it written over it."""
        assert self._job is not None  # noqa: S101 - nothing else is offered for export
        return labelled(
            [self.plot.grab(), self.legend.grab()], self._job, self.region.text()[1], self._palette
        )

    def texts(self) -> tuple[str, str]:
        """Return what is written of the whole recording and of the selection."""
        return self.whole.text(), self.selected.text()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent where nobody looks."""
        self.transport.stop()
        super().hideEvent(event)

    def _measure(self, overview: Overview) -> None:
        """Take over what is known of the file itself by now."""
        if overview.sound is not None:
            self.transport.load(overview.sound)
        if overview.rate_hz and overview.n_samples:
            self.look(self.plot.viewport.of_length(overview.n_samples / overview.rate_hz))
        unseen = overview.error is not None and not overview.n_samples
        error = overview.error if unseen else None
        self.message.tell(error)
        self.plot.setVisible(error is None)
        self.plot.refresh()
        self._write()

    def _show_heard(self, job: Job) -> None:
        heard = self._source.heard(job.number)
        if heard is not None and len(heard.course.labels):
            self.legend.use_labels(heard.course.labels)
            self.plot.show_heard(Hearing(heard.course, heard.segments, until_s=job.done_s))

    def _write(self) -> None:
        """Write how the whole recording sounds, or how far it is."""
        job = self._job
        if job is None:
            return
        rate_hz = self._overview.rate_hz if self._overview is not None else 0
        self.facts.setText(words.facts(self.plot.viewport.length_s, rate_hz, job.analysis))
        self.whole.tell(*words.whole(job))
        self.export.setEnabled(job.analysis is not None)

    def _name_play(self) -> None:
        self.play.setText(tr("Pause") if self.transport.playing else tr("Play"))

    def _show_cursor(self) -> None:
        self.look(self.plot.viewport.following(self.transport.cursor_s))

    def _scroll(self, value: int) -> None:
        view = self.plot.viewport
        self.plot.look(view.moved(value / 1000 - view.start_s))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.back)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        self.facts.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        for label, font in ((self.name, theme.font(bold=True)), (self.facts, theme.font(Size.SMALL))):
            label.setFont(font)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            titles.addWidget(label)
        head.addSpacing(GRID)
        head.addLayout(titles, 1)
        head.addWidget(self.play)
        head.addWidget(self.export)
        for button in (self.back, self.play, self.export):
            button.setFont(theme.font())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.play.setMinimumWidth(12 * GRID)
        column.addLayout(head)
        plot = QGridLayout()
        plot.addWidget(self.plot, 0, 0)
        plot.addWidget(self.message, 0, 0)
        column.addLayout(plot, 1)
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(kept)
        column.addWidget(self.bar)
        column.addWidget(self.legend)
        column.addWidget(self.whole)
        column.addWidget(self.selected)
