"""The whole program without a mouse: what a person comes to do, by keys alone.

Nothing here calls a part of the window to make it do something. A new journey needs ``press`` and ``write``,
and ``go_to`` for a control that has no key of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.filejobs import Stage
from ser_desktop.results import State
from ser_desktop.ui import theme
from ser_desktop.ui.actions import ACTIONS
from ser_desktop.ui.dialogs.pages import Appearance, Language, Listening
from ser_desktop.ui.dialogs.preferences import Preferences
from ser_desktop.ui.dialogs.shortcuts import Shortcuts
from ser_desktop.ui.following import Follower
from ser_desktop.ui.language import Translation
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import WEBCAM, YETI, FakeEngine, prediction
from tests.fakes.house import house
from tests.fakes.jobs import FakeJobs, done
from tests.fakes.player import FakePlayer
from tests.ui.files.conftest import Answers
from tests.ui.hands import focused, go_to, only, press, write

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)
PATIENCE_MS = 20_000
RATE_HZ = 8_000


@pytest.fixture
def jobs() -> FakeJobs:
    """Return a queue that does only what a test says."""
    return FakeJobs()


@pytest.fixture
def window(
    engine: FakeEngine, player: FakePlayer, asker: FakeAsker, jobs: FakeJobs, qtbot: QtBot, tmp_path: Path
) -> Iterator[MainWindow]:
    """Show the window at its smallest size, its choices followed as in the program."""
    stands = house()
    files_asker = Answers(QWidget())
    files_asker.files = [tmp_path / "one.wav"]
    shown = MainWindow(engine, theme.DARK, player, asker, house=stands, jobs=jobs, files_asker=files_asker)
    app = QApplication.instance()
    assert app is not None
    translation = Translation(app, paths.assets() / "translations")
    Follower(stands.keeper, shown, translation, None, shown)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=PATIENCE_MS)
    yield shown
    translation.use("en")
    asker.agrees = True
    shown.close()


def test_listening_starts_and_stops(window: MainWindow, engine: FakeEngine) -> None:
    """One key, wherever Tab has led."""
    press("Space")
    assert engine.snapshot().state is State.NO_SPEECH
    press("Tab", "Tab", "Space")
    assert engine.snapshot().state is State.IDLE
    assert window.isVisible()


def test_a_microphone_is_chosen_in_the_list(window: MainWindow, engine: FakeEngine) -> None:
    """Its key opens the list, arrows go through it, Return chooses; next time it is chosen still."""
    picker = window.live.header.picker
    press("Ctrl+D", "Home")
    for _ in range(picker.count()):
        if picker.view().currentIndex().data() == WEBCAM.id.name:
            break
        press("Down")
    press("Return")
    assert WEBCAM.id in engine.asked
    assert window.house.keeper.now.device == WEBCAM.id
    assert YETI.id not in engine.asked, "passed over"


def test_a_clip_is_recorded_and_saved(
    window: MainWindow, engine: FakeEngine, asker: FakeAsker, qtbot: QtBot
) -> None:
    """Listen, record, wait, save under the name that is proposed, leave the card."""
    press("Space", "R", "R")
    engine.finish_clip(ANGRY)
    qtbot.waitUntil(window.live.clips.card.isVisible, timeout=PATIENCE_MS)
    press("Ctrl+S")
    qtbot.waitUntil(lambda: any(asker.folder.glob("*.wav")), timeout=PATIENCE_MS)
    press("Escape")
    assert not window.live.clips.card.isVisible()


def test_the_length_of_a_clip_is_chosen(window: MainWindow, engine: FakeEngine) -> None:
    """Plus and minus from anywhere, arrows on the control itself."""
    stepper = window.live.clips.strip.length
    before = stepper.value()
    press("Space", "+", "+", "-")
    assert stepper.value() == before + 1
    go_to(stepper)
    press("Up", "Right", "Down")
    assert stepper.value() == before + 2
    press("Shift+R")
    assert ("last", float(before + 2)) in engine.asked


def test_the_timeline_is_opened(window: MainWindow) -> None:
    """Its key shows the last minutes, and hides them again."""
    before = window.live.session.isVisible()
    press("T")
    assert window.live.session.isVisible() is not before
    press("T")
    assert window.live.session.isVisible() is before


def test_pages_are_turned(window: MainWindow) -> None:
    """By their keys, and by arrows on the tabs."""
    pages = (window.live, window.files, window.models)
    for number, page in enumerate(pages, 1):
        press(f"Ctrl+{number}")
        assert page.isVisible()
    go_to(window.tabs.tabs[2])
    press("Left", "Return")
    assert window.files.isVisible()


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Make a recording of ten seconds."""
    path = tmp_path / "one.wav"
    time_s = np.arange(10 * RATE_HZ) / RATE_HZ
    soundfile.write(path, (0.5 * np.sin(2 * np.pi * 200 * time_s)).astype(np.float32), RATE_HZ)
    return path


def seen_s(window: MainWindow) -> float:
    """Return how much of a recording is seen."""
    viewport = window.files.view.plot.viewport
    return viewport.end_s - viewport.start_s


def test_a_recording_is_added_seen_and_exported(
    window: MainWindow, jobs: FakeJobs, recording: Path, qtbot: QtBot
) -> None:
    """Ask for it, open it, come nearer, select, see the selection, go back, and save what was found."""
    press("Ctrl+O")
    assert jobs.asked == [("add", [recording])]
    jobs.tell(replace(done(1, duration_s=10.0), path=recording))
    qtbot.waitUntil(lambda: window.files.list.model.rows.count(Stage.DONE) == 1, timeout=PATIENCE_MS)
    press("Down", "Return")
    view = window.files.view
    qtbot.waitUntil(lambda: view.isVisible() and seen_s(window) > 9.9, timeout=PATIENCE_MS)
    press("+")
    assert seen_s(window) < 9.9
    press("0", "Home", *["Shift+Right"] * 5)
    selection = view.region.selection
    assert selection is not None
    press("Z")
    assert seen_s(window) < 9.9
    press("Escape", "Ctrl+E")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) > 1
    press("Escape", "Escape")
    assert window.files.list.isVisible()


def entries(window: MainWindow) -> list[QAction]:
    """Return what the menu offers."""
    menu = window.menu.menu()
    assert menu is not None
    return [action for action in menu.actions() if not action.isSeparator()]


def test_every_entry_of_the_menu_is_reached(window: MainWindow, qtbot: QtBot) -> None:
    """F10, arrows, Return: each does what it says, and Escape leads back to the window."""
    names = [action.objectName() for action in entries(window)]
    assert {"preferences", "shortcuts", "about", "quit"} <= set(names)
    for index, name in enumerate(names):
        action = entries(window)[index]
        spy = QSignalSpy(action.triggered)
        press("F10")
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=PATIENCE_MS)
        press(*["Down"] * index)
        press("Return")
        assert spy.count() == 1, name
        if name == "quit":
            break
        back_to(window, qtbot)
    assert not window.isVisible()


def back_to(window: MainWindow, qtbot: QtBot) -> None:
    """Press Escape until the window's own pages have the keyboard."""
    for _ in range(3):
        qtbot.wait(50)
        if QApplication.activeWindow() is window:
            break
        press("Escape")
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    press("Ctrl+1")
    assert window.live.isVisible()


def test_theme_language_and_a_number_are_changed(window: MainWindow, qtbot: QtBot) -> None:
    """Each is seen at once behind the dialog; Escape closes it, and all of it stays."""
    english = window.windowTitle(), window.live.privacy.text()
    press("Ctrl+,")
    preferences = only(window, Preferences)
    themes = only(preferences, Appearance).findChildren(QRadioButton)
    go_to(themes[0])
    press("Down")
    assert window.house.keeper.now.theme == "light"
    assert window.grab().toImage().pixelColor(4, 4).name() == theme.LIGHT.background
    go_to(preferences.list)
    press("Down")
    slider = only(preferences, Listening).smoothing_row.slider
    go_to(slider)
    before = window.house.keeper.now.smoothing_s
    press("Right", "Right")
    go_to(preferences.list)
    press("End", "Up")
    go_to(only(preferences, Language).findChildren(QRadioButton)[0])
    press("Down", "Down")
    assert preferences.list.accessibleName()
    press("Escape")
    now = window.house.keeper.now
    assert (now.theme, now.language) == ("light", "de")
    assert now.smoothing_s == pytest.approx(before + 0.2)
    qtbot.waitUntil(lambda: window.live.privacy.text() != english[1], timeout=PATIENCE_MS)


def test_a_shortcut_is_found_and_used(window: MainWindow) -> None:
    """Look it up, close the sheet, press what it said."""
    press("F1")
    sheet = only(window, Shortcuts)
    write("models")
    found = {str(sheet.table.model().index(row, 1).data()) for row in range(sheet.table.model().rowCount())}
    assert "Ctrl+3" in found
    press("Escape", "Ctrl+3")
    assert window.models.isVisible()


def test_the_first_page_is_left_by_its_button(window: MainWindow) -> None:
    """From the menu, on by Tab and Return; then the program listens."""
    index = [action.objectName() for action in entries(window)].index("welcome")
    press("F10", *["Down"] * index, "Return")
    page = window.reception.page
    assert page is not None
    assert page.isVisible()
    go_to(page.begin)
    press("Return")
    assert not page.isVisible()
    assert window.live.isVisible()


@pytest.mark.parametrize("name", ["present", "mini"])
def test_another_view_is_opened_and_left(window: MainWindow, name: str, qtbot: QtBot) -> None:
    """Its key opens it, Escape closes it, and the window has the keyboard again."""
    spec = next(spec for spec in ACTIONS if spec.name == name)
    if name not in {action.objectName() for action in window.actions()}:
        pytest.skip("the window has no such view yet")
    press(spec.shortcut)
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in {None, window}, timeout=PATIENCE_MS)
    press("Escape")
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)


def test_a_model_is_chosen(window: MainWindow) -> None:
    """Its page, the arrow, Return."""
    press("Ctrl+3", "End", "Return")
    assert window.house.keeper.now.model != "general"


def test_closing_asks_before_a_clip_is_lost(
    window: MainWindow, engine: FakeEngine, asker: FakeAsker, qtbot: QtBot
) -> None:
    """Ctrl+Q with a clip that is not saved: no, then yes."""
    press("Space", "R", "R")
    engine.finish_clip(ANGRY)
    qtbot.waitUntil(window.live.clips.card.isVisible, timeout=PATIENCE_MS)
    press("Ctrl+Q")
    assert window.isVisible()
    asker.agrees = True
    press("Ctrl+Q")
    assert not window.isVisible()


def test_the_registry_and_the_window_know_the_same(window: MainWindow, qtbot: QtBot) -> None:
    """Every action of the registry can be done somewhere, with its keys; there is none beside it."""
    known = {
        spec.name: {QKeySequence(key) for key in (spec.shortcut, *spec.others) if key} for spec in ACTIONS
    }
    for show in (window.show_files, window.show_models, window.show_live):  # each is made when it is seen
        show()
    found = installed()
    for name in ("present", "mini"):
        press(next(spec.shortcut for spec in ACTIONS if spec.name == name))
        qtbot.waitUntil(lambda: QApplication.activeWindow() not in {None, window}, timeout=PATIENCE_MS)
        found |= installed()
        press("Escape")
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    assert found.keys() == known.keys()
    for name, keys in found.items():
        assert keys == known[name], name


def installed() -> dict[str, set[QKeySequence]]:
    """Return the names and keys of all actions that any window has now; formats in menus have no key."""
    names = {spec.name for spec in ACTIONS}
    parts = {part for top in QApplication.topLevelWidgets() for part in (top, *top.findChildren(QWidget))}
    actions = (
        one for part in parts for one in part.actions() if one.objectName() in names or one.shortcuts()
    )
    return {action.objectName(): set(action.shortcuts()) for action in actions}


def test_keys_reach_a_control_that_has_the_focus(window: MainWindow) -> None:
    """Return presses the button that Tab has led to, where Space is taken by the page."""
    go_to(window.live.header.button)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.engine.snapshot().state is State.NO_SPEECH
