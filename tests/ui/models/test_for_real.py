"""The page over what is really there: models on the disk, and a trainer that trains."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.models import Models
from ser_desktop.engine.trainer import Effort, Trainer, TrainingOrder, TrainingState
from ser_desktop.engine.voices import Voices
from ser_desktop.fitting import Fitting
from ser_desktop.ui.following import Ears, Follower
from ser_desktop.ui.language import Translation
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.models import order as order_step
from tests.fakes.engine import FakeEngine
from tests.fakes.house import house
from tests.training.voices import write_corpus
from tests.ui.files.conftest import Drag, files
from tests.ui.models.conftest import Answers, opened

PATIENCE_MS = 200_000
RECIPE = Path(__file__).parents[2] / "training" / "quick.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the folder of a person's own models, which is not there yet."""
    return tmp_path / "own"


@pytest.fixture
def real(
    own: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, Answers, FakeEngine]]:
    """Show the window over real models and the real trainer; the engine uses what is chosen."""
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "cache"))
    models, engine = Models([own, paths.home() / "models"]), FakeEngine()
    behind = house(models, Trainer(own))
    window, answers = opened(qtbot, behind, engine)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    fitting = Fitting(models, Voices(tmp_path / "voices"))
    ears = Ears(fitting.setup, (engine,))
    follower = Follower(behind.keeper, window, Translation(application, tmp_path), ears, window)
    assert follower.begin() == []
    yield window, answers, engine
    behind.trainer.close()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a quick training be one of seconds, of a very small network."""
    monkeypatch.setattr(order_step, "QUICK", Effort(epochs=3, steps=4, variants=1))
    small = functools.partial(TrainingOrder, recipe=str(RECIPE))
    monkeypatch.setattr(order_step, "TrainingOrder", small)


def drop(window: MainWindow, path: Path) -> None:
    """Drag something from a file manager onto the window."""
    drag = Drag(window, files(path))
    assert drag.enter()
    assert drag.drop()


Change = Callable[[Path], None]


def _cut(folder: Path) -> None:
    weights = folder / "model.tflite"
    weights.write_bytes(weights.read_bytes()[:-1000])


@pytest.mark.parametrize("change", [_cut, lambda folder: (folder / "manifest.json").write_text("{}")])
def test_a_damaged_folder_is_refused_and_nothing_changes(
    real: tuple[MainWindow, Answers, FakeEngine], own: Path, tmp_path: Path, qtbot: QtBot, change: Change
) -> None:
    """The reason is told in words; list, disk and the model that hears are as before."""
    window, _, engine = real
    hears, before = engine.model_title, window.models.list.rows.rowCount()
    folder = tmp_path / "bad"
    shutil.copytree(paths.home() / "models" / "emodb", folder)
    change(folder)
    drop(window, folder)
    toast = window.models.toast
    qtbot.waitUntil(
        lambda: "cannot be used" in toast.text() or "no model" in toast.text(), timeout=PATIENCE_MS
    )
    assert window.models.list.rows.rowCount() == before
    assert not own.exists() or not list(own.iterdir())
    assert engine.model_title == hears


def test_a_good_archive_appears_and_can_be_removed(
    real: tuple[MainWindow, Answers, FakeEngine], own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """A .zip of a model, dropped, hides the bundled one of its name; removed, that is seen again."""
    window, answers, _ = real
    archive = shutil.make_archive(str(tmp_path / "emodb"), "zip", paths.home() / "models", "emodb")
    answers.agrees = True  # it is there already, with the program
    drop(window, Path(archive))
    qtbot.waitUntil(lambda: "is installed" in window.models.toast.text(), timeout=PATIENCE_MS)
    info = window.models.list.model()
    assert info is not None
    assert info.own
    assert info.folder == own / "emodb"
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Delete)
    assert not (own / "emodb").exists()
    window.models.list.select("emodb")
    info = window.models.list.model()
    assert info is not None
    assert not info.own


@pytest.mark.usefixtures("quick")
def test_a_model_is_trained_and_used(
    real: tuple[MainWindow, Answers, FakeEngine], own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """From a dropped folder to the live page that names the new model, by drop and keys alone."""
    window, _, _ = real
    recordings = write_corpus(tmp_path / "voices of friends")
    QTest.keyClick(window.models.list.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    view = window.models.training
    drop(window, recordings)
    qtbot.waitUntil(view.order.start.isEnabled, timeout=PATIENCE_MS)
    assert "54 recordings, 3 emotions, 6 people" in view.order.text.toPlainText()
    view.order.name.setFocus()
    view.order.name.selectAll()
    QTest.keyClicks(view.order.name, "Friends")
    QTest.keyClick(view.order.name, Qt.Key.Key_Return)
    qtbot.waitUntil(view.course.isVisible, timeout=PATIENCE_MS)
    seen: set[str] = set()

    def ended() -> bool:
        seen.add(view.course.figures.text())
        return view.outcome.isVisible()

    qtbot.waitUntil(ended, timeout=PATIENCE_MS)
    assert view.outcome.use.isVisible(), view.outcome.fault.text()
    assert len(window.house.trainer.training.epochs) == 3
    assert any(text.startswith("Epoch") for text in seen)
    assert (own / "friends" / "manifest.json").is_file()
    QTest.keyClick(view.outcome.use, Qt.Key.Key_Space)
    info = window.models.list.model()
    assert info is not None
    assert (info.name, info.title, info.own) == ("friends", "Friends", True)
    window.show_live()
    qtbot.waitUntil(lambda: "Friends" in window.live.model.text(), timeout=PATIENCE_MS)


@pytest.mark.usefixtures("quick")
def test_a_cancelled_training_leaves_nothing(
    real: tuple[MainWindow, Answers, FakeEngine], own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Cancelled while it runs, neither a model nor a state of one lies among the models."""
    window, answers, _ = real
    recordings = write_corpus(tmp_path / "voices", takes=2)
    QTest.keyClick(window.models.list.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    view = window.models.training
    window.models.drop(recordings)
    qtbot.waitUntil(view.order.start.isEnabled, timeout=PATIENCE_MS)
    view.order.start.click()
    qtbot.waitUntil(lambda: window.house.trainer.training.found is not None, timeout=PATIENCE_MS)
    answers.agrees = True
    QTest.keyClick(view.course.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(view.outcome.isVisible, timeout=PATIENCE_MS)
    assert window.house.trainer.training.state is TrainingState.STOPPED
    assert "no new model" in view.outcome.title.text()
    assert not own.exists() or not list(own.iterdir())
    assert window.models.list.rows.rowCount() == 2
