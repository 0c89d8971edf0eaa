"""What a person chooses is done at once, by everything that it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.hearing import Rules, Setup
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.settings import Settings
from ser_desktop.ui import theme
from ser_desktop.ui.asking import Asker, documents
from ser_desktop.ui.dialogs.about import About
from ser_desktop.ui.dialogs.pages import Listening
from ser_desktop.ui.dialogs.preferences import Preferences
from ser_desktop.ui.files.asking import FilesAsker
from ser_desktop.ui.following import Ears, Follower, follow_folders
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import Translation
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine
from tests.fakes.jobs import FakeJobs

FAULT = UserError("x", "This cannot be.")


class Followed:
    """A window whose choices are followed; ``told`` is what is said of each setup, ``none`` gives none."""

    def __init__(self, window: MainWindow, engine: FakeEngine, model: Model) -> None:
        app = QApplication.instance()
        assert app is not None
        self.window, self.engine, self.jobs = window, engine, FakeJobs()
        self.keeper = window.house.keeper
        self.told: tuple[UserError, ...] = ()
        self.none = False
        self._model = model
        self.translation = Translation(app, paths.assets() / "translations")
        ears = Ears(self._setup, (engine, self.jobs))
        self.follower = Follower(self.keeper, window, self.translation, ears, window)

    def _setup(self, settings: Settings) -> tuple[Setup | None, tuple[UserError, ...]]:
        setup = Setup(self._model, None, Rules(hop_s=settings.hop_s, smoothing_s=settings.smoothing_s))
        return None if self.none else setup, self.told

    @property
    def setups(self) -> list[Setup]:
        """All setups that the engine was given."""
        return [one for one in self.engine.asked if isinstance(one, Setup)]


@pytest.fixture
def followed(window: MainWindow, engine: FakeEngine, model: Model) -> Followed:
    """Return a window whose choices are followed."""
    return Followed(window, engine, model)


def background(window: QWidget) -> str:
    """Return the colour in the window's corner."""
    return window.grab().toImage().pixelColor(4, 4).name()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_theme_dresses_the_window(followed: Followed, choice: str) -> None:
    """It is seen in the window's own pixels, and in those of a dialog that is open."""
    followed.window.dialogs.open("about")
    (about,) = followed.window.findChildren(About)
    followed.keeper.change(theme=choice)
    for shown in (followed.window, about):
        assert background(shown) == theme.of(choice).background


def test_the_system_is_followed_live(followed: Followed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Day and night of the system change a window that was left to it, and no other."""
    hints = QGuiApplication.styleHints()
    bright = True
    monkeypatch.setattr("ser_desktop.ui.theme.palette._system_is_light", lambda: bright)
    followed.keeper.change(theme="contrast")
    followed.keeper.change(theme="system")
    assert background(followed.window) == theme.LIGHT.background
    bright = False
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert background(followed.window) == theme.DARK.background
    followed.keeper.change(theme="light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert background(followed.window) == theme.LIGHT.background


def test_a_language_is_spoken_at_once(followed: Followed, qtbot: QtBot) -> None:
    """What stands there is said anew, down to the sign in a number, and back again."""
    followed.window.dialogs.open("preferences")
    (preferences,) = followed.window.findChildren(Preferences)
    (listening,) = preferences.findChildren(Listening)
    number = listening.smoothing_row.number
    assert number.text().startswith("0.8")
    try:
        followed.keeper.change(language="de")
        qtbot.waitUntil(lambda: number.text().startswith("0,8"), timeout=5000)
        assert followed.translation.code == "de"
    finally:
        followed.keeper.change(language="en")
    qtbot.waitUntil(lambda: number.text().startswith("0.8"), timeout=5000)


def test_rules_reach_engine_and_recordings_once_they_rest(followed: Followed, qtbot: QtBot) -> None:
    """A slider that is dragged ends one utterance, not thirty; what is heard last is what was chosen last."""
    for step in range(1, 31):
        followed.keeper.change(smoothing_s=step / 10)
    assert followed.setups == []
    qtbot.waitUntil(lambda: len(followed.setups) == 1, timeout=5000)
    assert followed.setups[0].rules.smoothing_s == 3.0
    assert followed.jobs.asked == [("use", followed.setups[0])]


def test_what_a_name_stands_for_now_is_heard_though_the_name_is_the_same(
    followed: Followed, qtbot: QtBot
) -> None:
    """A model or a voice that took the place of one of its name is loaded; the choice itself is no other."""
    followed.follower.begin()
    before = len(followed.setups)
    kept = followed.keeper.now
    followed.keeper.renew(model=kept.model)
    qtbot.waitUntil(lambda: len(followed.setups) == before + 1, timeout=10_000)
    assert followed.keeper.now == kept


def test_what_is_only_seen_does_not_disturb_what_is_heard(followed: Followed, qtbot: QtBot) -> None:
    """Neither theme nor folder ends the utterance that is going on."""
    followed.keeper.change(theme="light", colours="apart", clips_folder="/somewhere", clip_s=5.0)
    qtbot.wait(400)
    assert followed.setups == []


def test_what_cannot_be_used_is_told(followed: Followed, qtbot: QtBot) -> None:
    """The sentence is on the screen; the choice is still the person's, and what was heard with goes on."""
    followed.engine.setup_refusal = FAULT
    followed.keeper.change(model="broken")
    qtbot.waitUntil(lambda: "This cannot be." in followed.window.live.toast.text(), timeout=5000)
    assert followed.keeper.now.model == "broken"
    followed.engine.setup_refusal, followed.none = None, True
    followed.told = (UserError("y", "No model at all."),)
    followed.window.live.toast.leave()
    before = len(followed.setups)
    followed.keeper.change(model="other")
    qtbot.waitUntil(lambda: "No model at all." in followed.window.live.toast.text(), timeout=5000)
    assert len(followed.setups) == before


def test_the_beginning_carries_out_all_and_returns_what_could_not_be(followed: Followed) -> None:
    """Before the first moment is heard, the chosen model is in use."""
    followed.told = (FAULT,)
    assert followed.follower.begin() == [FAULT]
    assert len(followed.setups) == 1


def test_folders_are_where_askers_begin(window: MainWindow, tmp_path: Path) -> None:
    """What was chosen before, what is chosen now, and the documents again."""
    mine, other = tmp_path / "mine", tmp_path / "other"
    keeper = Keeper(Settings(clips_folder=str(mine), recordings_folder=str(other)), lambda _settings: None)
    asker, files = Asker(window), FilesAsker(window)
    follow_folders(keeper, asker, files)
    assert (asker.folder, files.begins_in) == (mine, str(other))
    keeper.change(clips_folder=str(other), recordings_folder="")
    assert (asker.folder, files.begins_in) == (other, "")
    keeper.change(clips_folder="")
    assert asker.folder == documents()
