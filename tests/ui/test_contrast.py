"""What is drawn can be read: every text of real widgets against what lies behind it, in every palette."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QSlider,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.results import Course, Level, Segment, State
from ser_desktop.settings import COLOURS
from ser_desktop.ui import theme
from ser_desktop.ui.clips.card import CardTitle
from ser_desktop.ui.clips.ring import RecordingRing
from ser_desktop.ui.clips.strip import Chip
from ser_desktop.ui.files.lines import AnswerLine, Legend
from ser_desktop.ui.files.listing import FilesTable
from ser_desktop.ui.files.model import FilesModel
from ser_desktop.ui.plots.file import FilePlot, Hearing
from ser_desktop.ui.plots.timeline import SessionTimeline
from ser_desktop.ui.plots.viewport import Viewport
from ser_desktop.ui.theme import PALETTES, Palette
from ser_desktop.ui.widgets.bars import EmotionBars
from ser_desktop.ui.widgets.header import StateLine
from ser_desktop.ui.widgets.meter import LevelMeter
from ser_desktop.ui.widgets.stepper import SecondsStepper
from ser_desktop.ui.widgets.tabs import PageTabs
from ser_desktop.ui.widgets.verdict import VerdictView
from ser_desktop.ui.words import Verdict
from tests.fakes.clips import recording
from tests.fakes.engine import SEVEN, prediction
from tests.fakes.jobs import done
from tests.fakes.session import FakeLog
from tests.ui.colour_science import contrast
from tests.ui.gallery import Gallery

EACH = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
SCALE = 3  # pixels a unit, at which a stem of small type is filled
ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)


Pixels = NDArray[np.uint32]


def picture(widget: QWidget) -> Pixels:
    """Draw ``widget`` large: pixels [rows, columns], ``SCALE`` a unit."""
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    widget.render(image)
    return pixels(image)


def pixels(image: QImage) -> Pixels:
    """Return the pixels [rows, columns] of a picture, as 0xrrggbb."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & np.uint32(0xFFFFFF)


def within(whole: QWidget, part: QWidget) -> tuple[slice, slice]:
    """Return the rows and columns of ``part`` in the picture of ``whole``."""
    corner = part.mapTo(whole, QPoint(0, 0)) * SCALE
    return (
        slice(corner.y(), corner.y() + part.height() * SCALE),
        slice(corner.x(), corner.x() + part.width() * SCALE),
    )


def colours(found: Pixels, place: QRectF, scale: float = SCALE) -> Counter[str]:
    """Count the colours of a picture within ``place`` (units)."""
    area = QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect()
    inside = found[max(0, area.top()) : area.bottom() + 1, max(0, area.left()) : area.right() + 1]
    values, counts = np.unique(inside, return_counts=True)
    return Counter(dict(zip(map(name, values.tolist()), counts.tolist(), strict=True)))


def name(value: int) -> str:
    """Return a colour as it is written."""
    return f"#{value:06x}"


def sharpest(found: Counter[str]) -> float:
    """Return the contrast of the ground, the colour that there is most of, and what differs most from it."""
    ground = found.most_common(1)[0][0]
    return max(contrast(colour, ground) for colour in found)


def least(palette: Palette, *, enabled: bool = True) -> float:
    """Return what is asked of text: AA, in high contrast AAA; 3:1 for what cannot be used."""
    return 7.0 if palette.strong else 4.5 if enabled else 3.0


@pytest.fixture
def gallery(qtbot: QtBot) -> Callable[[Palette], Gallery]:
    """Show the gallery in a palette."""

    def shown(palette: Palette) -> Gallery:
        made = Gallery(palette)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
        return made

    return shown


def texts_of(part: QWidget) -> list[QRect]:
    """Return where a standard widget writes, apart from frames and marks."""
    if isinstance(part, QTableView):
        view, model = part, part.model()
        cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        rects = [view.visualRect(model.index(*cell)) for cell in cells]
        return [
            QRect(view.viewport().mapTo(view, r.topLeft()), r.size()).adjusted(4, 4, -4, -4) for r in rects
        ]
    if isinstance(part, QListView):
        rects = [part.visualRect(part.model().index(row, 0)) for row in range(part.model().rowCount())]
        return [
            QRect(part.viewport().mapTo(part, r.topLeft()), r.size()).adjusted(8, 4, -4, -4) for r in rects
        ]
    if isinstance(part, QCheckBox | QRadioButton):
        return [part.rect().adjusted(30, 6, -6, -6)]
    if isinstance(part, QComboBox | QAbstractSpinBox):
        return [part.rect().adjusted(40, 6, -40, -6)]
    if isinstance(part, QLabel):
        return [part.rect()]
    return [part.rect().adjusted(8, 6, -8, -6)]


@EACH
def test_standard_widgets_can_be_read(gallery: Callable[[Palette], Gallery], palette: Palette) -> None:
    """Whatever a dialog is made of: labels, buttons, fields, placeholders, choices, lists, tables, cards."""
    shown = gallery(palette)
    kinds = (
        *(QLabel, QPushButton, QLineEdit, QAbstractSpinBox, QComboBox, QCheckBox, QRadioButton),
        *(QListView, QTableView, QTextBrowser),
    )
    parts = [part for kind in kinds for part in shown.findChildren(kind) if part.isVisible()]
    assert len(parts) >= 25
    image = picture(shown)
    weak = []
    for part in parts:
        for place in texts_of(part):
            place.translate(part.mapTo(shown, QPoint(0, 0)))
            reached = sharpest(colours(image, QRectF(place)))
            if reached < least(palette, enabled=part.isEnabled()):
                weak.append((type(part).__name__, part.isEnabled(), place, round(reached, 2)))
    assert weak == []


@EACH
def test_a_menu_can_be_read(gallery: Callable[[Palette], Gallery], palette: Palette, qtbot: QtBot) -> None:
    """Words, keys and check marks; the line that is pointed at, and the one that cannot be used."""
    shown = gallery(palette)
    menu = shown.menu()
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.actions()[0])
    image = picture(menu)

    def part(action: QAction, left: int, right: int) -> Counter[str]:
        place = QRectF(menu.actionGeometry(action)).adjusted(0, 6, 0, -6)
        place.setRight(place.left() + right)
        place.setLeft(place.left() + left)
        return colours(image, place)

    for action in menu.actions():
        if not action.isSeparator():
            asked = least(palette, enabled=action.isEnabled())
            assert sharpest(part(action, 32, menu.width() - 16)) >= asked, action.text()
    checked, unchecked = menu.actions()[:2]
    assert sharpest(part(checked, 8, 28)) >= 3.0
    assert len(part(unchecked, 8, 28)) == 1
    menu.close()


@EACH
def test_the_focus_is_seen(gallery: Callable[[Palette], Gallery], palette: Palette, qtbot: QtBot) -> None:
    """With the focus each standard widget changes all around, in high contrast three pixels wide.

    What appears has 3:1 against what was there, or, on the button that invites, against the ground.
    """
    shown = gallery(palette)
    parts = [
        part
        for part in shown.findChildren(QWidget)
        if part.isEnabled()
        and part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part.parent(), QAbstractSpinBox)
    ]
    assert len(parts) >= 16
    weak = []
    for part in parts:
        shown.setFocus()
        qtbot.waitUntil(lambda part=part: not part.hasFocus())  # type: ignore[misc]
        rows, columns = within(shown, part)
        before = picture(shown)[rows, columns]
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(part.hasFocus)
        after = picture(shown)[rows, columns]
        pairs = Counter(zip(before.ravel().tolist(), after.ravel().tolist(), strict=True))
        changed = sum(
            count
            for (was, now), count in pairs.items()
            if was != now
            and max(contrast(name(now), name(was)), contrast(name(now), palette.background)) >= 3.0
        )
        around = 40 if isinstance(part, QSlider) else 1.2 * (part.width() + part.height())
        asked = around * SCALE * SCALE * (2 if palette.strong and not isinstance(part, QSlider) else 1)
        if changed < asked:
            weak.append((type(part).__name__, part.property("text"), changed, round(asked)))
    assert weak == []


@EACH
def test_the_focus_is_seen_on_what_paints_itself(palette: Palette, qtbot: QtBot) -> None:
    """Tab leads over stepper, chip, tab, timeline and a recording's plot; each shows that it came there."""
    stepper, chip, tabs = SecondsStepper(palette, "Length", 3), Chip(palette), PageTabs(("Live",), palette)
    plot, timeline = FilePlot(palette), SessionTimeline(palette)
    log = FakeLog(SEVEN)
    log.say(ANGRY, 0.0, 200.0)
    page = surface(palette, QPushButton("First"), stepper, chip, tabs, timeline, plot)
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=20_000)
    timeline.show_session(log, 0.45)
    page.findChildren(QPushButton)[0].setFocus()
    for part in (stepper, chip, tabs.tabs[0], timeline, plot):
        rows, columns = within(page, part)
        before = picture(page)[rows, columns]
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert part.hasFocus()
        after = picture(page)[rows, columns]
        changed = before != after
        pairs = Counter(zip(before[changed].tolist(), after[changed].tolist(), strict=True))
        seen = sum(count for (was, now), count in pairs.items() if contrast(name(was), name(now)) >= 3.0)
        side = 0.8 * min(part.width(), part.height())  # one at least, as long as the lanes without their axis
        assert seen >= palette.ring * SCALE * SCALE * side, type(part)


@dataclass(frozen=True)
class Written:
    """A text that a widget painted: where, in units of ``on``; its colour; its ground where it is known."""

    text: str
    place: QRectF
    colour: str
    on: QObject | None
    ground: str = ""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Written]:
    """Note all that is painted as text."""
    notes: list[Written] = []
    draw: Any = QPainter.drawText

    def noted(painter: QPainter, *arguments: Any) -> None:
        text = next(part for part in reversed(arguments) if isinstance(part, str))
        place = painter.transform().mapRect(_place(painter, arguments, text))
        device = painter.device()
        if text.strip():
            on = device if isinstance(device, QWidget) else None
            ground = ""
            if isinstance(device, QPixmap):
                ground = _ground(pixels(device.toImage()), place, device.devicePixelRatio())
            notes.append(Written(text, place, painter.pen().color().name(), on, ground))
        draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", noted)
    return notes


def _place(painter: QPainter, arguments: tuple[Any, ...], text: str) -> QRectF:
    room, flags = arguments[:2]
    if isinstance(room, QRect | QRectF):
        flags = flags if isinstance(flags, int) else flags.value
        return QRectF(painter.boundingRect(QRectF(room), flags, text))
    return QFontMetricsF(painter.font()).boundingRect(text).translated(room)


def _ground(found: Pixels, place: QRectF, scale: float) -> str:
    return colours(found, place, scale).most_common(1)[0][0]


def surface(palette: Palette, *parts: QWidget) -> QWidget:
    """Put parts under each other, as on a page."""
    ground = QWidget()
    ground.setObjectName("surface")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    ground.setPalette(theme.qt_palette(palette))
    ground.setStyleSheet(theme.stylesheet(palette))
    column = QVBoxLayout(ground)
    for part in parts:
        column.addWidget(part)
    return ground


def live_parts(palette: Palette) -> list[Any]:
    """Return what the page that listens paints itself, while somebody sounds angry and the sound clips."""
    bars, silent, meter, lamp = (
        *(EmotionBars(palette), EmotionBars(palette)),
        *(LevelMeter(palette), LevelMeter(palette)),
    )
    for one in (bars, silent):
        one.use_labels(SEVEN, 0.45)
    bars.show_words(ANGRY)
    bars.advance(ANGRY, 10.0)
    meter.advance(Level(peak_dbfs=-3.0, rms_dbfs=-12.0), 1.0)
    lamp.advance(Level(peak_dbfs=0.0, rms_dbfs=-2.0, clipped=True), 1.0)
    verdict, state, title = VerdictView(palette), StateLine(palette), CardTitle(palette)
    verdict.tell(Verdict("anger", "Sounds angry", "71 %, then disgust"), "Before: neutral")
    state.tell(State.LISTENING, "Listening · Blue Yeti")
    title.tell(Verdict("fault", "Not analysed", "Too short"), "15:47, 3 s")
    ring = RecordingRing(palette)
    ring.advance(recording(ANGRY))
    stepper = SecondsStepper(palette, "Length", 3)
    timeline = SessionTimeline(palette)
    timeline.resize(700, 180)
    log = FakeLog(SEVEN)
    log.say(ANGRY, 0.0, 200.0)
    timeline.show_session(log, 0.45)
    return [state, meter, lamp, verdict, bars, silent, title, ring, stepper, timeline]


class Still:
    """A recording without a sound."""

    rate_hz = 0
    version = 0


def file_parts(palette: Palette) -> list[Any]:
    """Return what the recordings' page paints: a table with chosen rows, a recording with all emotions."""
    model = FilesModel()
    failed = Job(2, Path("bad.wav"), None, 10, Stage.FAILED)
    running = Job(3, Path("long.wav"), None, 10, Stage.RUNNING, 4.0, 10.0)
    model.take([done(1, name="a.wav"), failed, running, done(4, 0.2, 0.2, 0.2, name="torn.wav")])
    table = FilesTable(model, palette)
    model.setParent(table)
    table.use_palette(palette)
    table.setFixedHeight(220)
    table.selectAll()
    plot, legend, line = FilePlot(palette), Legend(palette), AnswerLine(palette)
    legend.use_labels(SEVEN)
    line.tell("anger", "The whole: sounds angry")
    said = [prediction(*(10.0 if i == k else 1.0 for i in range(len(SEVEN)))) for k in range(len(SEVEN))]
    segments = tuple(Segment(2.0 * k, 2.0 * k + 1.9, one) for k, one in enumerate(said))
    none = Course(SEVEN, [], [])  # type: ignore[arg-type]
    plot.look(Viewport.whole(14.0))
    plot.show_heard(Hearing(none, segments, complete=True))
    plot.setFixedHeight(260)
    return [table, legend, line, plot]


@pytest.mark.parametrize("make", [live_parts, file_parts])
@pytest.mark.parametrize(
    "palette",
    [palette.with_colours(colours) for palette in PALETTES for colours in COLOURS],
    ids=lambda palette: f"{palette.name}-{palette.colours}",
)
def test_painted_texts_can_be_read(
    qtbot: QtBot, written: list[Written], palette: Palette, make: Callable[[Palette], list[Any]]
) -> None:
    """Each text that a widget paints, in the pen's colour on the colour that there is most of around it."""
    parts = make(palette)
    page = surface(palette, *parts)
    qtbot.addWidget(page)
    page.resize(880, 1400)
    page.show()
    qtbot.waitExposed(page)
    written.clear()
    for part in parts:
        part.use_palette(palette)  # what is kept of a picture is drawn anew
    image = pixels(page.grab().toImage())
    assert len({note.text for note in written}) >= 15
    weak = []
    for note in written:
        ground = note.ground
        if isinstance(note.on, QWidget):
            ground = _ground(image, note.place.translated(note.on.mapTo(page, QPoint(0, 0))), 1.0)
        reached = contrast(note.colour, ground)
        faint = note.colour == palette.faint
        if reached < least(palette, enabled=not faint):
            weak.append((note.text, note.colour, ground, round(reached, 2)))
    assert weak == []
