"""What a person does with recordings, over a scripted queue: list, view, selection, playing, exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ser_desktop.engine.filejobs import Heard, Job, Stage
from ser_desktop.errors import UserError
from ser_desktop.export.tables import read_csv, read_json
from ser_desktop.results import Course
from ser_desktop.ui import theme
from ser_desktop.ui.files.asking import Clash
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import SEVEN
from tests.fakes.jobs import FakeJobs, analysis, done
from tests.fakes.player import FakePlayer
from tests.ui.files.conftest import Answers
from tests.ui.files.heartbeat import Heartbeat

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RATE_HZ = 8_000
BROKEN = UserError("not-audio", "letter.wav is not a sound file.", "It is text.", "Use WAV.")


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard's focus is."""
    QTest.keyClick(window.focusWidget(), key, modifier)


def settle(window: MainWindow, qtbot: QtBot, true: Callable[[], bool]) -> None:
    """Wait until it is so; nothing is told but what is wrong for long."""
    qtbot.waitUntil(true, timeout=20_000)
    assert window.isVisible()


def answers(window: MainWindow) -> Answers:
    """Return who answers in this window."""
    asker = window.files._asker
    assert isinstance(asker, Answers)
    return asker


def listed(window: MainWindow, jobs: FakeJobs, *told: Job) -> None:
    """Let jobs be told, and pulled."""
    jobs.tell(*told)
    window.files.refresh()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Make a recording of ten seconds, louder and louder."""
    path = tmp_path / "clip.wav"
    time_s = np.arange(10 * RATE_HZ) / RATE_HZ
    soundfile.write(path, (0.09 * time_s * np.sin(2 * np.pi * 200 * time_s)).astype(np.float32), RATE_HZ)
    return path


@pytest.fixture
def seen(window: MainWindow, jobs: FakeJobs, clip: Path, qtbot: QtBot) -> MainWindow:
    """Show that recording near."""
    listed(window, jobs, replace(done(1, duration_s=10.0), path=clip))
    window.files.list.select(1)
    press(window, Qt.Key.Key_Return)
    view = window.files.view
    settle(window, qtbot, lambda: view.isVisible() and abs(view.plot.viewport.length_s - 10.0) < 1e-6)
    settle(window, qtbot, lambda: view._overview is not None and view._overview.complete)
    view.tick()  # what was read last is drawn as well
    return window


def test_an_empty_page_invites(window: MainWindow) -> None:
    """Nothing can be done but add."""
    buttons = window.files.list.buttons
    assert [name for name, button in buttons.items() if button.isEnabled()] == ["add-files", "add-folder"]
    assert window.files.list.counts.text() == ""


def test_files_and_folders_are_chosen_by_key_from_any_page(
    window: MainWindow, jobs: FakeJobs, tmp_path: Path
) -> None:
    """Ctrl+O for files, Ctrl+Shift+O for a folder; pages by Ctrl+1 and Ctrl+2."""
    answers(window).files, answers(window).into = [tmp_path / "a.wav"], tmp_path
    press(window, Qt.Key.Key_1, CONTROL)
    assert window.live.isVisible()
    press(window, Qt.Key.Key_O, CONTROL)
    assert window.files.isVisible()
    press(window, Qt.Key.Key_1, CONTROL)
    press(window, Qt.Key.Key_2, CONTROL)
    press(window, Qt.Key.Key_O, CONTROL | SHIFT)
    assert jobs.asked == [("add", [tmp_path / "a.wav"]), ("add", [tmp_path])]


def test_a_failed_row_says_why_below_the_table(window: MainWindow, jobs: FakeJobs) -> None:
    """Title, detail and remedy; the other rows are told as well."""
    failed = Job(2, Path("letter.wav"), stage=Stage.FAILED, error=BROKEN)
    listed(window, jobs, done(1), failed, Job(3, Path("next.wav")))
    window.files.list.select(2)
    shown = window.files.list
    assert (shown.title.text(), shown.line.text()) == (
        "letter.wav is not a sound file.",
        "It is text. Use WAV.",
    )
    window.files._write(0.0)
    assert shown.counts.text() == "3 files · 1 done · 1 failed · 1 waiting"
    assert window.tabs.tabs[1].text() == "Recordings 3"


def test_keys_do_what_can_be_done_to_the_selected_rows(window: MainWindow, jobs: FakeJobs) -> None:
    """Cancel what waits, retry what failed, remove what is selected, clear all; nothing else."""
    failed = Job(2, Path("b.wav"), stage=Stage.FAILED, error=BROKEN)
    listed(window, jobs, Job(1, Path("a.wav")), failed, done(3), Job(4, Path("d.wav"), stage=Stage.RUNNING))
    press(window, Qt.Key.Key_A, CONTROL)
    press(window, Qt.Key.Key_Period, CONTROL)
    press(window, Qt.Key.Key_F5)
    assert jobs.asked == [("cancel", [1, 4]), ("retry", [2])]
    jobs.asked.clear()
    window.files.list.select(2)
    press(window, Qt.Key.Key_Delete)
    assert jobs.asked == [("remove", [2])]
    assert [job.number for job in window.files.list.model.rows.all()] == [1, 3, 4]
    current = window.files.list.current()
    assert current is not None
    assert current.number == 3  # the keyboard goes on from there
    press(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert len(window.files.list.model.rows) == 0


def test_ten_thousand_rows_are_scrolled_and_told_without_standing_still(
    window: MainWindow, jobs: FakeJobs, qtbot: QtBot
) -> None:
    """They come, change by hundreds, are sorted and scrolled; the window goes on breathing."""
    table = window.files.list.table
    listed(window, jobs, *(Job(number, Path(f"{number:05}.wav")) for number in range(1, 10_001)))
    made = [done(number) for number in range(1, 10_001)]
    heart = Heartbeat()
    for start in range(0, 10_000, 500):
        jobs.tell(*made[start : start + 500])
        table.verticalScrollBar().setValue(start * 32)
        qtbot.wait(30)
    settle(window, qtbot, lambda: window.files.list.model.rows.count(Stage.DONE) == 10_000)
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    press(window, Qt.Key.Key_A, CONTROL)
    longest_s = heart.stop()
    print(f"longest without an event: {1000 * longest_s:.0f} ms")
    assert longest_s < 5.0
    assert len(window.files.list.chosen()) == 10_000


def test_a_recording_is_seen_near_and_left_again(seen: MainWindow, jobs: FakeJobs) -> None:
    """Enter shows it, Esc goes back to its row."""
    view = seen.files.view
    assert ("hurry", 1) in jobs.asked
    assert view.name.text() == "clip.wav"
    assert view.texts()[0].startswith("Whole recording: sounds angry 70")
    assert seen.focusWidget() is view.plot
    press(seen, Qt.Key.Key_Escape)
    assert seen.files.list.isVisible()
    current = seen.files.list.current()
    assert current is not None
    assert current.number == 1


def test_the_waveform_is_drawn_as_loud_as_it_is(seen: MainWindow) -> None:
    """More of the lane is covered where the recording is louder."""
    image = seen.files.view.plot.grab().toImage()
    ground = theme.DARK.background
    lane = range(20, image.height() // 3)

    def covered(x: int) -> int:
        return sum(image.pixelColor(x, y).name() != ground for y in lane)

    heights = [np.mean([covered(x) for x in range(at, at + 8)]) for at in (100, 400, 800)]
    assert heights[0] < heights[1] < heights[2]


def test_zooming_by_keys_and_wheel(seen: MainWindow, qtbot: QtBot) -> None:
    """Nearer, away, all; the wheel keeps the place under the pointer."""
    view = seen.files.view
    press(seen, Qt.Key.Key_Plus)
    near = view.plot.viewport
    assert near.span_s < 10.0
    assert view.bar.isVisible()
    press(seen, Qt.Key.Key_Minus)
    assert view.plot.viewport.is_whole
    at = QPointF(view.plot.width() / 2, 50)
    turn = QWheelEvent(
        at,
        view.plot.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(view.plot, turn)
    seen_s = view.plot.viewport
    assert (seen_s.start_s + seen_s.end_s) / 2 == pytest.approx(5.0, abs=0.02)
    for _ in range(30):
        press(seen, Qt.Key.Key_Plus)
    qtbot.wait(200)  # the samples themselves are read and drawn
    assert view.plot.viewport.span_s == pytest.approx(0.02)
    press(seen, Qt.Key.Key_0)
    assert view.plot.viewport.is_whole


def test_a_dragged_stretch_is_analysed_by_itself(seen: MainWindow, jobs: FakeJobs, qtbot: QtBot) -> None:
    """Its samples are asked for once it rests, its answer is written beside the whole one's."""
    plot, view = seen.files.view.plot, seen.files.view
    width = plot.width()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(0.2 * width), 60))
    for share in (0.25, 0.3, 0.4):
        QTest.mouseMove(plot, QPoint(round(share * width), 60))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(0.4 * width), 60))
    settle(seen, qtbot, lambda: jobs.asked[-1][0] == "examine")
    start, end = jobs.asked[-1][1]  # type: ignore[misc]  # what examine is asked
    assert (start / RATE_HZ, end / RATE_HZ) == pytest.approx((2.0, 4.0), abs=0.02)  # type: ignore[has-type]
    assert view.texts()[1].endswith("one moment…")
    number = 1_000_000 + len(jobs.asked)
    heard = analysis("clip.wav", 0.1, 0.1, 0.1, 0.6, 0.1, 0.1, 0.1)
    listed(seen, jobs, Job(number, view.job.path, (start, end), stage=Stage.DONE, analysis=heard))  # type: ignore[has-type,union-attr]
    settle(seen, qtbot, lambda: "sounds happy" in view.texts()[1])
    assert view.texts()[1].startswith("Selection 2.0 to 4.0")
    assert len(seen.files.list.model.rows) == 1
    press(seen, Qt.Key.Key_Escape)
    assert view.texts()[1] == ""
    assert jobs.asked[-1] == ("remove", [number])
    assert view.isVisible()


def test_a_stretch_is_selected_by_keys_and_seen(seen: MainWindow) -> None:
    """Shift with the arrows leads its end, Z fills the plot with it, Ctrl+A takes all."""
    view = seen.files.view
    for _ in range(20):
        press(seen, Qt.Key.Key_Right)
    for _ in range(10):
        press(seen, Qt.Key.Key_Right, SHIFT)
    press(seen, Qt.Key.Key_Left, SHIFT)
    selection = view.region.selection
    assert selection is not None
    assert (selection.start_s, selection.end_s) == pytest.approx((2.0, 2.9))
    press(seen, Qt.Key.Key_Z)
    assert (view.plot.viewport.start_s, view.plot.viewport.end_s) == pytest.approx((2.0, 2.9))
    press(seen, Qt.Key.Key_A, CONTROL)
    assert view.region.selection is not None
    assert view.region.selection.length_s == pytest.approx(10.0)


def test_playing_moves_the_cursor(seen: MainWindow) -> None:
    """Space plays from the cursor and pauses; a selection is played alone."""
    view, player = seen.files.view, seen._player
    assert isinstance(player, FakePlayer)
    press(seen, Qt.Key.Key_Space)
    assert player.playing
    assert player.end_sample == 10 * RATE_HZ
    player.advance(3 * RATE_HZ)
    view.tick()
    assert view.transport.cursor_s == pytest.approx(3.0)
    assert view.play.text() == "Pause"
    press(seen, Qt.Key.Key_Space)
    assert view.play.text() == "Pause"  # written at the next tick
    view.tick()
    assert view.play.text() == "Play"
    for _ in range(10):
        press(seen, Qt.Key.Key_Right, SHIFT)
    press(seen, Qt.Key.Key_Space)
    assert (player.position_samples, player.end_sample) == (3 * RATE_HZ, 4 * RATE_HZ)
    player.advance(RATE_HZ)
    view.tick()
    assert view.play.text() == "Play"
    press(seen, Qt.Key.Key_Space)
    assert player.position_samples == 3 * RATE_HZ  # again from its beginning
    press(seen, Qt.Key.Key_1, CONTROL)
    assert not player.playing


def test_a_loudspeaker_that_is_missing_is_told(seen: MainWindow) -> None:
    """In words, over the view, which stands."""
    player = seen._player
    assert isinstance(player, FakePlayer)
    player.refusal = UserError("no-speaker", "There is nothing to play it on.", "", "Plug in headphones.")
    press(seen, Qt.Key.Key_Space)
    seen.files.view.tick()
    assert "Plug in headphones." in seen.files.toast.text()


def test_results_appear_while_a_recording_is_still_analysed(
    window: MainWindow, jobs: FakeJobs, clip: Path, qtbot: QtBot
) -> None:
    """The areas grow from the left, in the emotions' hues."""
    running = Job(1, clip, stage=Stage.RUNNING, done_s=4.0, duration_s=10.0)
    times_s = np.arange(1.0, 4.0, 0.2)
    shares = np.tile(np.array([1, 0, 0, 0, 0, 0, 0], np.float32), (len(times_s), 1))
    jobs.so_far = Heard(Course(SEVEN, times_s, shares), ())
    listed(window, jobs, running)
    window.files.see(running)
    view = window.files.view
    settle(window, qtbot, lambda: view.plot._heard is not None)
    settle(window, qtbot, lambda: abs(view.plot.viewport.length_s - 10.0) < 1e-6)
    image = view.plot.grab().toImage()
    y = round(0.8 * image.height())
    red = [image.pixelColor(x, y).name() == theme.DARK.emotions["anger"] for x in range(image.width())]
    assert red[round(0.3 * image.width())]
    assert not any(red[round(0.45 * image.width()) :])
    assert view.texts()[0].startswith("Being analysed: 40")
    assert not view.export.isEnabled()


def test_one_recording_is_exported_by_its_menu(seen: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Each format of the menu; what is saved is what was seen."""
    menu, page = seen.files.view_export, seen.files
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["csv", "json", "audacity", "textgrid", "elan", "picture", "clipboard"]
    press(seen, Qt.Key.Key_E, CONTROL)
    assert menu.isVisible()
    menu.close()
    answers(seen).place = (tmp_path / "out.csv", False)
    menu.carry_out("csv")
    settle(seen, qtbot, lambda: page.toast.text() == "Saved as out.csv.")
    job = seen.files.view.job
    assert job is not None
    assert job.analysis is not None
    assert read_csv((tmp_path / "out.csv").read_text()).segments[0].end_s == job.analysis.segments[0].end_s
    answers(seen).place = (tmp_path / "out.png", False)
    menu.carry_out("picture")
    image = QImage(str(tmp_path / "out.png"))
    hues = {image.pixelColor(x, y).name() for x in range(0, 800, 7) for y in range(0, image.height(), 3)}
    assert image.width() > 400
    assert theme.DARK.emotions["anger"] in hues


def test_the_clipboard_gets_a_table(seen: MainWindow, jobs: FakeJobs) -> None:
    """Of the utterances in the view, of the recordings in the list."""
    press(seen, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == ["start_s\tend_s\tlabel\tconfidence", "0.50\t10.00\tanger\t0.70"]
    assert "sha256" in lines[-1]
    press(seen, Qt.Key.Key_Escape)
    listed(seen, jobs, done(2, name="b.wav"))
    press(seen, Qt.Key.Key_A, CONTROL)
    press(seen, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in lines] == ["label", "anger", "anger"]


@pytest.mark.parametrize("answer", list(Clash))
def test_many_go_into_a_folder_and_nothing_there_is_lost(
    window: MainWindow, jobs: FakeJobs, tmp_path: Path, qtbot: QtBot, answer: Clash
) -> None:
    """A file that is in the way is asked about: replaced, kept beside the new one, or nothing is done."""
    there = tmp_path / "b.json"
    there.write_text("mine")
    told = [done(number, name=name) for number, name in enumerate(("a.wav", "b.wav", "x/a.flac"), 1)]
    listed(window, jobs, *told)
    press(window, Qt.Key.Key_A, CONTROL)
    asker = answers(window)
    asker.into, asker.answer = tmp_path, answer
    window.files.list_export.carry_out("json")
    if answer is not Clash.CANCEL:
        settle(window, qtbot, lambda: window.files.toast.text().startswith("Saved 3 files"))
    assert asker.clashes == [there]
    names = {path.name for path in tmp_path.iterdir()}
    assert (
        names
        == {
            Clash.CANCEL: {"b.json"},
            Clash.REPLACE: {"a.json", "a-2.json", "b.json"},
            Clash.KEEP_BOTH: {"a.json", "a-2.json", "b.json", "b-2.json"},
        }[answer]
    )
    assert (there.read_text() == "mine") == (answer is not Clash.REPLACE)
    if answer is not Clash.CANCEL:
        assert Counter(read_json(path.read_text()).name for path in tmp_path.glob("a*.json")) == {
            "a.wav": 1,
            "x/a.flac": 1,
        }


def test_closing_ends_the_queue(window: MainWindow, jobs: FakeJobs) -> None:
    """With the window."""
    window.close()
    assert jobs.asked[-1] == ("close", None)


@pytest.mark.parametrize("palette", [theme.DARK, theme.LIGHT], ids=lambda palette: palette.name)
def test_each_look_is_its_own(seen: MainWindow, palette: theme.Palette) -> None:
    """List and view follow the palette."""
    seen.use_palette(palette)
    assert seen.files.view.plot.grab().toImage().pixelColor(400, 5).name() == palette.background
    press(seen, Qt.Key.Key_Escape)
    assert seen.grab().toImage().pixelColor(450, 400).name() == palette.background


def test_everything_has_a_name_for_a_screen_reader(seen: MainWindow) -> None:
    """Parts and buttons of list and view."""
    view, shown = seen.files.view, seen.files.list
    parts = (shown.table, view.plot, view.bar, view.legend, view.whole, seen.overlay)
    assert all(part.accessibleName() for part in parts)
    assert all(button.text() for button in (*shown.buttons.values(), view.back, view.play, view.export))


@pytest.mark.qt_no_exception_capture
def test_a_mistake_in_the_page_is_told_where_it_is_seen(
    window: MainWindow, jobs: FakeJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, on the page that can tell it; the page of recordings pulls no more."""
    monkeypatch.setattr(jobs, "changed", lambda: 1 // 0)
    window.fail(ZeroDivisionError("a mistake"))
    assert window.live.isVisible()
    assert "ZeroDivisionError: a mistake" in window.live.message.text()
    assert not window.files._timer.isActive()
