"""Opening the program's window: pictures, and faults that are not silent."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ser_desktop import app, paths
from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.models import Models
from ser_desktop.engine.voices import Voices
from ser_desktop.errors import UserError
from ser_desktop.fitting import Fitting
from ser_desktop.results import Snapshot
from ser_desktop.settings import Settings, SettingsFile
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory) -> SettingsFile:
    """Return a person's settings; they saw the first page before."""
    kept = SettingsFile(tmp_path_factory.mktemp("choices") / "settings.json")
    kept.save(Settings(welcomed=True))
    return kept


def test_a_picture_is_taken_and_the_program_leaves(
    tmp_path: Path, engine: FakeEngine, file: SettingsFile
) -> None:
    """The picture is whole, shows the window while it listens, and the engine is closed after it."""
    picture = tmp_path / "live.png"
    picture.write_bytes(b"an older one")
    assert app.run_window(engine, file, {}, screenshot=picture, seconds=0.2) == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) >= (900, 600)
    assert engine.asked == ["start", "close"]
    assert [path.name for path in tmp_path.iterdir()] == ["live.png"]


def test_a_picture_that_cannot_be_written_is_told(
    tmp_path: Path, engine: FakeEngine, file: SettingsFile
) -> None:
    """A folder that is not there ends in words, after the engine was closed."""
    with pytest.raises(UserError) as refused:
        app.run_window(engine, file, {}, screenshot=tmp_path / "missing" / "live.png", start=False)
    assert refused.value.code == "screenshot-not-written"
    assert "missing" in refused.value.detail
    assert engine.asked == ["close"]


class BrokenEngine(FakeEngine):
    """Breaks after a few moments, as only a mistake in the program can."""

    def snapshot(self) -> Snapshot:
        """Return some moments, then none."""
        if self.pulls > 3:
            raise ZeroDivisionError("a mistake")
        return super().snapshot()


@pytest.mark.qt_no_exception_capture
def test_a_mistake_in_a_slot_is_not_silent(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, file: SettingsFile
) -> None:
    """It is told in the window and in full in the log, once; drawing stops, and the exit status says so."""
    told: list[str] = []
    fail = MainWindow.fail

    def watched(window: MainWindow, error: Exception) -> None:
        fail(window, error)
        told.append(window.live.message.text())

    monkeypatch.setattr(MainWindow, "fail", watched)
    deadline_s = time.monotonic() + 30.0

    def quit_later() -> None:
        if told or time.monotonic() > deadline_s:
            QApplication.closeAllWindows()

    timer = QTimer()
    timer.timeout.connect(quit_later)
    timer.start(200)
    with caplog.at_level(logging.ERROR):
        assert app.run_window(BrokenEngine(), file, {}, start=False) == 1
    timer.stop()  # the traceback in the log holds it, and it would close the next test's window
    assert len(told) == 1
    assert "ZeroDivisionError: a mistake" in told[0]
    assert "ZeroDivisionError" in caplog.text


class InterruptedEngine(FakeEngine):
    """Is interrupted from the terminal while the window is open."""

    def snapshot(self) -> Snapshot:
        """Return some moments, then take Ctrl-C as Python delivers it."""
        if self.pulls == 4:
            self.pulls += 1
            raise KeyboardInterrupt
        return super().snapshot()


@pytest.mark.qt_no_exception_capture
def test_ctrl_c_in_the_terminal_closes_the_window(file: SettingsFile) -> None:
    """The engine is closed as with any other end, and it is no fault."""
    engine = InterruptedEngine()
    assert app.run_window(engine, file, {}, start=False) == 0
    assert engine.asked == ["close"]


def test_the_chosen_model_and_rules_are_in_use_before_anything_is_heard(
    tmp_path: Path, engine: FakeEngine, file: SettingsFile
) -> None:
    """What the command line says holds for now and is not kept; the rest is as it was chosen."""
    file.save(Settings(welcomed=True, model="general", smoothing_s=2.0))
    fitting = Fitting(Models([tmp_path / "own", paths.home() / "models"]), Voices(tmp_path))
    assert (
        app.run_window(engine, file, {"model": "emodb"}, screenshot=tmp_path / "a.png", fitting=fitting) == 0
    )
    setup, start = [one for one in engine.asked if one == "start" or isinstance(one, Setup)]
    assert isinstance(setup, Setup)
    assert start == "start", "heard with the model, not before"
    assert setup.model.manifest.name == "emodb"
    assert setup.rules.smoothing_s == 2.0
    assert file.load()[0].model == "general"


def test_a_model_that_is_gone_is_told_in_the_window(
    tmp_path: Path, engine: FakeEngine, file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bundled one listens; a sentence says so, and the choice stays in the file."""
    file.save(Settings(welcomed=True, model="gone", voice="nobody"))
    told: list[str] = []
    tell = MainWindow.tell

    def watched(window: MainWindow, *faults: UserError) -> None:
        tell(window, *faults)
        told.append(window.live.toast.text())

    monkeypatch.setattr(MainWindow, "tell", watched)
    fitting = Fitting(Models([tmp_path / "own", paths.home() / "models"]), Voices(tmp_path))
    assert app.run_window(engine, file, {}, screenshot=tmp_path / "a.png", fitting=fitting) == 0
    (sentence,) = told
    assert "“gone”" in sentence
    assert "“nobody”" in sentence
    assert [one.model.manifest.name for one in engine.asked if isinstance(one, Setup)] == ["general"]
    kept = file.load()[0]
    assert (kept.model, kept.voice) == ("gone", "nobody")
