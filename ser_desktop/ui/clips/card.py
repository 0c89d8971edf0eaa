"""The card of a clip: how it sounded, what it looks like, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ser_desktop.errors import UserError
from ser_desktop.ui import icons, keys, theme, words
from ser_desktop.ui.clips.shelf import Take
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.plots.clip import ClipPlot
from ser_desktop.ui.theme import GRID, Palette, Size
from ser_desktop.ui.widgets.bars import EmotionBars
from ser_desktop.ui.widgets.paragraph import Paragraph
from ser_desktop.ui.words import Verdict

_ICON = 6 * GRID
_INSET = _ICON / icons.UNITS  # the drawing leaves one unit free on each side
_AT_ONCE_S = 60.0


class ClipCard(QWidget):
    """Shows one take; its buttons are connected by whoever knows what they do."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = CardTitle(palette)
        self.plot = ClipPlot(palette)
        self.bars = EmotionBars(palette)
        self.play, self.save, self.export, self.discard = _button(), _button(), _button(), _button()
        self.back = _button()
        self._playing = False
        self.state = Paragraph()
        self._palette = palette
        self._take: Take | None = None
        self._fault: UserError | None = None
        self._lay_out()
        self.retranslate()
        self.use_palette(palette)

    def retranslate(self) -> None:
        """Write all that is shown in the window's language."""
        discard = tr("Take the clip off; it can be put back for a while")
        for button, text, does, name in (
            (self.save, tr("Save WAV…"), tr("Save the clip as a sound file"), "save-clip"),
            (self.export, tr("Export"), tr("Save its analysis for other programs"), "export"),
            (self.discard, tr("Discard"), discard, "discard-clip"),
            (self.back, tr("Back"), tr("Back to what is listened to"), "back"),
            (self.play, "", tr("Play the clip, or stop"), "play-clip"),
        ):
            button.setText(text)
            button.setToolTip(keys.tip(does, name))
        self.show_playing(playing=self._playing)
        if self._take is not None:
            self.show_take(self._take)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for part in (self.title, self.plot, self.bars):
            part.use_palette(palette)
        self._write()

    def use_menu(self, menu: QMenu) -> None:
        """Let the export button open ``menu``."""
        self.export.setMenu(menu)

    def use_model(self, labels: tuple[str, ...], unsure_below: float, *, has_attention: bool) -> None:
        """Show the emotions of this model."""
        self.bars.use_labels(labels, unsure_below)
        self.plot.tell_attention(shown=has_attention)

    def show_take(self, take: Take) -> None:
        """Show a clip; the same one again where something of it changed."""
        another = self._take is None or take.number != self._take.number
        self._take = take
        analysis = take.analysis
        prediction = analysis.prediction if analysis else None
        self.title.tell(words.answer(analysis), words.clip_line(take.clip))
        if another:
            self.plot.show_clip(take.recording.trace, take.clip.duration_s)
            self._fault = None
        self.bars.show_words(prediction)
        self.bars.advance(prediction, _AT_ONCE_S)
        self.export.setEnabled(analysis is not None)
        line = words.chip_line(take.clip, analysis, saved=take.path is not None)
        self.setAccessibleName(tr("Clip. {line}", line=line))
        self._write()

    def tell(self, fault: UserError | None) -> None:
        """Say why something could not be done with the clip, or that nothing is wrong any more."""
        self._fault = fault
        self._write()

    def show_playing(self, *, playing: bool) -> None:
        """Let the first button say what a press would do."""
        self._playing = playing
        self.play.setText(tr("Stop") if playing else tr("Play"))

    def _write(self) -> None:
        if self._take is None:
            return
        fault = self._fault or self._take.recording.error
        if fault is not None:
            text, colour = in_words(fault), self._palette.warning
        else:
            path = self._take.path
            saved = tr("Saved as {name}.", name=path.name) if path else tr("Not saved: in memory only.")
            text = " ".join(part for part in (saved, words.missing_line(self._take.clip.missing)) if part)
            colour = self._palette.muted
        self.state.tell(text, colour)
        self.state.setToolTip(text if fault or not self._take.path else str(self._take.path))

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(self.title, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.plot)  # without a stretch: in a small window the bars give way first
        self.plot.setMinimumHeight(8 * GRID)
        below = QWidget()  # more height than it takes is the plot's
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        answer = QHBoxLayout(below)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(3 * GRID)
        answer.addWidget(self._side())
        answer.addWidget(self.bars, 1)
        column.addWidget(below)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(36 * GRID)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for index, button in enumerate((self.play, self.save, self.export, self.discard)):
            grid.addWidget(button, index // 2, index % 2)
        grid.addWidget(self.state, 2, 0, 1, 2)
        grid.setRowStretch(2, 1)
        return side


class CardTitle(QWidget):
    """Icon, answer, and under it when and how long."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._verdict = Verdict("silence", "")
        self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.update()

    def tell(self, verdict: Verdict, line: str) -> None:
        """Show the answer, and ``line`` under it."""
        self._verdict, self._line = verdict, line
        self.setAccessibleName(verdict.headline)
        self.setAccessibleDescription(" ".join(part for part in (verdict.line, line) if part))
        self.update()

    def texts(self) -> tuple[str, str, str]:
        """Return headline, what goes with it, and the line."""
        return self._verdict.headline, self._verdict.line, self._line

    def sizeHint(self) -> QSize:
        """Return the height of icon and lines."""
        return QSize(40 * GRID, _ICON + GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, and the lines beside it."""
        painter = QPainter(self)
        palette, verdict = self._palette, self._verdict
        square = QRectF(-_INSET, GRID / 2 - _INSET, _ICON + 2 * _INSET, _ICON + 2 * _INSET)
        icons.paint(painter, verdict.icon, square, QColor(palette.sign(verdict.icon)))
        left = _ICON + 2.0 * GRID
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(Size.LARGE, bold=True))
        painter.setPen(QColor(palette.text))
        headline = QRectF(left, 0, self.width() - left, 4 * GRID)
        painter.drawText(headline, middle, verdict.headline)
        headline.setLeft(left + painter.fontMetrics().horizontalAdvance(verdict.headline) + 2 * GRID)
        below = QRectF(left, 4 * GRID + 2, self.width() - left, 3 * GRID - 2)
        painter.setFont(theme.font())
        painter.setPen(QColor(palette.muted))
        for place, text in ((headline.translated(0, 3), verdict.line), (below, self._line)):
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, middle, shown)


def _button() -> QPushButton:
    button = QPushButton()
    button.setFont(theme.font())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
