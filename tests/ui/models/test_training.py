"""Training one's own model, step by step: what is asked, what is seen meanwhile, and what comes of it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ser_desktop.engine.trainer import (
    QUICK,
    THOROUGH,
    EpochFigures,
    Found,
    LeftOut,
    Looked,
    NewModel,
    Training,
    TrainingOrder,
    TrainingState,
)
from ser_desktop.errors import UserError
from ser_desktop.ui import theme
from ser_desktop.ui.house import House
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.models import trainwords
from ser_desktop.ui.models.outcome import COMMAND
from ser_desktop.ui.plots.curves import CurvePlot, Line, nice_step
from tests.fakes.models import OWN, FakeModels, FakeTrainer
from tests.ui.files.conftest import Drag, files
from tests.ui.models.conftest import Answers

PATIENCE_MS = 30_000
PEOPLE = tuple(f"p{number}" for number in range(6))
NOTES = LeftOut(
    UserError("not-an-emotion", "“{name}” is not the name of an emotion", name="notes"), 14, Path("n/a.wav")
)
FOUND = Found(54, PEOPLE, 0, (("anger", 18), ("neutral", 36)), strangers=True, left_out=(NOTES,))
MADE = NewModel(
    Path("own/my-voice"),
    "my-voice",
    "My voice",
    ("anger", "neutral"),
    strangers=True,
    figures={"uar": 0.71, "speakers": 6, "clips": 20},
)


def open_training(window: MainWindow) -> None:
    """Press the key for a new model."""
    QTest.keyClick(window.models.list.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def started(window: MainWindow, trainer: FakeTrainer, qtbot: QtBot) -> TrainingOrder:
    """Go through the first step; return the order."""
    open_training(window)
    order = window.models.training.order
    trainer.looked = Looked(Path("/recordings"), 54, 54, FOUND, finished=True)
    qtbot.waitUntil(order.start.isEnabled, timeout=PATIENCE_MS)
    QTest.keyClick(order.start, Qt.Key.Key_Space)
    given = trainer.asked[-1]
    assert isinstance(given, TrainingOrder)
    return given


def epochs(count: int) -> tuple[EpochFigures, ...]:
    """Return epochs that get better."""
    return tuple(EpochFigures(n + 1, 1.0 / (n + 1), 1.2 / (n + 1), 0.5 + 0.1 * n) for n in range(count))


def test_the_first_step_explains_what_is_wanted(window: MainWindow) -> None:
    """Before a folder is chosen the layout is drawn, and it is said how many people it takes."""
    open_training(window)
    order = window.models.training.order
    told = order.text.toPlainText()
    assert "anger/" in told
    assert "How many people?" in told
    assert not order.start.isEnabled()
    assert order.choose.hasFocus()


def test_a_dropped_folder_is_looked_into(
    window: MainWindow, trainer: FakeTrainer, tmp_path: Path, qtbot: QtBot
) -> None:
    """What was found and what was left out is told in words; then the training can begin."""
    open_training(window)
    drag = Drag(window, files(tmp_path))
    assert drag.enter()
    assert window.overlay.accessibleName() == "Drop a folder of recordings here"
    assert drag.drop()
    assert trainer.asked == [("look", tmp_path)]
    trainer.looked = Looked(tmp_path, 54, 54, FOUND, finished=True)
    order = window.models.training.order
    qtbot.waitUntil(order.start.isEnabled, timeout=PATIENCE_MS)
    told = order.text.toPlainText()
    assert "54 recordings, 2 emotions, 6 people" in told
    assert "Anger 18, Neutral 36" in told
    assert "14 recordings, as a.wav: “notes” is not the name of an emotion" in told


def test_a_folder_of_which_nothing_can_be_made_says_why(
    window: MainWindow, trainer: FakeTrainer, qtbot: QtBot
) -> None:
    """Reason, remedy and the wanted layout are there, and nothing can be started."""
    open_training(window)
    fault = UserError("one-label", "There is one emotion only.", "All are anger.", "Add another.")
    trainer.looked = Looked(Path("/x"), 5, 5, None, finished=True, error=fault)
    order = window.models.training.order
    qtbot.waitUntil(lambda: "one emotion only" in order.text.toPlainText(), timeout=PATIENCE_MS)
    assert "Add another." in order.text.toPlainText()
    assert "anger/" in order.text.toPlainText()
    assert not order.start.isEnabled()


@pytest.mark.parametrize(
    ("people", "unnamed", "strangers", "told"),
    [
        (PEOPLE, 0, True, "that figure is for strangers"),
        (("anna",), 0, False, "will work for that voice"),
        ((), 54, False, "Nobody said who speaks"),
        (("anna", "ben"), 0, False, "Too few people"),
    ],
)
def test_what_it_will_be_good_for_is_told_before(
    window: MainWindow,
    trainer: FakeTrainer,
    qtbot: QtBot,
    people: tuple[str, ...],
    unnamed: int,
    *,
    strangers: bool,
    told: str,
) -> None:
    """Whoever trains on one voice reads that the figure will not hold for others."""
    open_training(window)
    found = Found(54, people, unnamed, FOUND.labels, strangers, ())
    trainer.looked = Looked(Path("/x"), 54, 54, found, finished=True)
    text = window.models.training.order.text
    qtbot.waitUntil(lambda: told in text.toPlainText(), timeout=PATIENCE_MS)


def test_a_name_that_is_taken_is_refused_before(
    window: MainWindow, models: FakeModels, trainer: FakeTrainer, qtbot: QtBot
) -> None:
    """A free name is proposed; one that a model has already cannot be started with, nor an empty one."""
    models.infos.append(OWN)
    open_training(window)
    order = window.models.training.order
    trainer.looked = Looked(Path("/x"), 54, 54, FOUND, finished=True)
    qtbot.waitUntil(order.start.isEnabled, timeout=PATIENCE_MS)
    assert order.name.text() == "My voice 2"
    for name in ("my VOICE", "", "!!"):
        order.name.setText(name)
        assert not order.start.isEnabled()
    order.name.setText("Another")
    assert order.start.isEnabled()


def test_the_order_is_what_was_asked_for(window: MainWindow, trainer: FakeTrainer, qtbot: QtBot) -> None:
    """Folder, name and title as given; quick, unless thorough is chosen."""
    assert started(window, trainer, qtbot) == TrainingOrder(
        Path("/recordings"), "my-voice", "My voice", QUICK
    )
    trainer.finish(None, TrainingState.STOPPED)
    course = window.models.training.outcome
    qtbot.waitUntil(course.again.isVisible, timeout=PATIENCE_MS)
    QTest.keyClick(course.again, Qt.Key.Key_Space)
    order = window.models.training.order
    QTest.keyClick(order.thorough, Qt.Key.Key_Space)
    QTest.keyClick(order.name, Qt.Key.Key_Return)
    qtbot.waitUntil(window.models.training.course.isVisible, timeout=PATIENCE_MS)
    given = trainer.asked[-1]
    assert isinstance(given, TrainingOrder)
    assert given.effort == THOROUGH


def test_what_was_broken_off_can_be_gone_on_with(
    window: MainWindow, trainer: FakeTrainer, qtbot: QtBot
) -> None:
    """It is offered, and done unless somebody says otherwise; then the old state is given up first."""
    trainer.broken_off = {"my-voice"}
    assert started(window, trainer, qtbot).resume
    trainer.finish(None, TrainingState.STOPPED)
    qtbot.waitUntil(window.models.training.outcome.again.isVisible, timeout=PATIENCE_MS)
    window.models.training.outcome.again.click()
    order = window.models.training.order
    assert order.resume.isVisible()
    order.resume.setChecked(False)
    order.start.click()
    given = trainer.asked[-1]
    assert isinstance(given, TrainingOrder)
    assert not given.resume
    assert ("discard", "my-voice") in trainer.asked


def test_curves_and_words_follow_the_training(window: MainWindow, trainer: FakeTrainer, qtbot: QtBot) -> None:
    """Each epoch is drawn and told; progress, time left and the tab's title move."""
    started(window, trainer, qtbot)
    course = window.models.training.course
    assert not course.stop.isEnabled()
    trainer.tell(
        state=TrainingState.TRAINING, phase="training", done=100, total=300, left_s=147.0, epochs=epochs(2)
    )
    qtbot.waitUntil(lambda: "epoch 2" in course.phase.text(), timeout=PATIENCE_MS)
    assert course.left.text() == "About 3 min left"
    assert "best 60" in course.figures.text()
    assert course.right.accessibleDescription() == course.figures.text()
    assert "45" in window.tabs.tabs[2].text()
    few = _ink(course.right)
    trainer.tell(epochs=epochs(5), done=250)
    qtbot.waitUntil(lambda: "epoch 5" in course.phase.text(), timeout=PATIENCE_MS)
    assert _ink(course.right) > few
    QTest.keyClick(course.stop, Qt.Key.Key_Space)
    assert trainer.asked[-1] == "stop"
    qtbot.waitUntil(lambda: course.phase.text() == "Stopping…", timeout=PATIENCE_MS)


def test_it_goes_on_while_other_things_are_seen(
    window: MainWindow, trainer: FakeTrainer, qtbot: QtBot
) -> None:
    """Escape leads back to the list, which shows it; the title of the page does; its end is told anywhere."""
    started(window, trainer, qtbot)
    trainer.tell(state=TrainingState.TRAINING, phase="training", done=150, total=300, epochs=epochs(1))
    QTest.keyClick(window.models.training, Qt.Key.Key_Escape)
    listed = window.models.list.rows
    qtbot.waitUntil(
        lambda: "57" in str(listed.index(2).data(Qt.ItemDataRole.AccessibleTextRole)), timeout=PATIENCE_MS
    )
    assert str(listed.index(2).data()) == "My voice"
    window.models.list.list.setCurrentIndex(listed.index(2))
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Return)
    assert window.models.training.course.isVisible()
    window.show_live()
    trainer.tell(done=300)
    qtbot.waitUntil(lambda: "94" in window.tabs.tabs[2].text(), timeout=PATIENCE_MS)
    trainer.finish(MADE)
    qtbot.waitUntil(lambda: "is ready" in window.live.toast.text(), timeout=PATIENCE_MS)
    assert window.tabs.tabs[2].text() == "Models"
    window.show_models()
    qtbot.waitUntil(window.models.training.outcome.isVisible, timeout=PATIENCE_MS)


def test_the_result_is_told_and_used(
    window: MainWindow, trainer: FakeTrainer, models: FakeModels, behind: House, qtbot: QtBot
) -> None:
    """Figures with what guessing would give; a button chooses the new model, which is in the list."""
    started(window, trainer, qtbot)
    models.infos.append(OWN)
    trainer.finish(MADE, epochs=epochs(3))
    outcome = window.models.training.outcome
    qtbot.waitUntil(outcome.isVisible, timeout=PATIENCE_MS)
    told = outcome.worth.text().replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert told.startswith("71 % of emotions right on 6 people whom it never heard.")
    assert "By guessing it would be 50 %." in told
    assert outcome.use.hasFocus()
    QTest.keyClick(outcome.use, Qt.Key.Key_Space)
    assert behind.keeper.now.model == "my-voice"
    assert window.models.list.model() == OWN


def test_a_failure_has_words_and_can_be_tried_again(
    window: MainWindow, trainer: FakeTrainer, qtbot: QtBot
) -> None:
    """What happened and what to do is read; the next try begins with what was chosen."""
    started(window, trainer, qtbot)
    fault = UserError(
        "training-crashed", "The training ended unexpectedly.", "Killed", "Close other programs."
    )
    trainer.finish(None, TrainingState.FAILED, error=fault)
    outcome = window.models.training.outcome
    qtbot.waitUntil(outcome.isVisible, timeout=PATIENCE_MS)
    assert "Close other programs." in outcome.fault.text()
    assert not outcome.use.isVisible()
    QTest.keyClick(outcome.again, Qt.Key.Key_Space)
    assert window.models.training.order.isVisible()
    assert window.models.training.order.start.isEnabled()


def test_cancelling_asks_first(
    window: MainWindow, trainer: FakeTrainer, answers: Answers, qtbot: QtBot
) -> None:
    """A no lets it go on; a yes ends it, and it is said that there is no new model."""
    started(window, trainer, qtbot)
    cancel = window.models.training.course.cancel
    QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert "cancel" not in trainer.asked
    answers.agrees = True
    QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert "cancel" in trainer.asked
    qtbot.waitUntil(window.models.training.outcome.isVisible, timeout=PATIENCE_MS)
    assert "no new model" in window.models.training.outcome.title.text()


def test_closing_while_it_trains_asks_once(
    window: MainWindow, trainer: FakeTrainer, answers: Answers, qtbot: QtBot
) -> None:
    """A no keeps the window and the training; a yes ends both."""
    started(window, trainer, qtbot)
    assert not window.close()
    assert len(answers.asked) == 1
    assert "close" not in trainer.asked
    answers.agrees = True
    assert window.close()
    assert len(answers.asked) == 2
    assert trainer.asked[-1] == "close"


def test_without_a_trainer_the_command_can_be_copied(window: MainWindow) -> None:
    """It is said what is missing and how to get it; a button copies the command."""
    fault = UserError("no-training-extra", "The trainer is not installed.", "", "Install it.")
    window.models.training._missing = lambda: fault
    open_training(window)
    missing = window.models.training.missing
    assert "The trainer is not installed." in missing.finding.text()
    QTest.keyClick(missing.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == COMMAND
    QTest.keyClick(missing, Qt.Key.Key_Escape)
    assert window.models.list.isVisible()


def _ink(plot: CurvePlot) -> int:
    """Pixels in the accent colour, below the names of the lines."""
    image = plot.grab().toImage()
    accent = QColor(theme.DARK.accent)
    return sum(
        image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(30, image.height())
    )


@given(st.floats(1e-6, 1e6), st.integers(1, 20))
def test_steps_of_an_axis_are_round(span: float, most: int) -> None:
    """A step is 1, 2 or 5 times a power of ten; so many cover the span, and none is needlessly wide."""
    step = nice_step(span, most)
    mantissa = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - nice) for nice in (1, 2, 5, 10)) < 1e-6
    assert step * most >= span * (1 - 1e-6)
    assert step * most <= 2.6 * span


@given(st.lists(st.floats(-10, 10) | st.just(math.nan), max_size=30), st.integers(0, 40))
def test_any_values_can_be_drawn(values: list[float], expected: int) -> None:
    """No epoch, one, equal values and missing ones all give a picture."""
    QGuiApplication.instance()
    plot = CurvePlot(theme.DARK)
    plot.resize(400, 200)
    plot.show_lines([Line("a", tuple(values))], expected, "epoch")
    assert not plot.grab().isNull()


def test_progress_never_goes_back() -> None:
    """Through all phases, each from none to all of its steps, the share of the whole only grows."""
    shares = [
        trainwords.share(Training(TrainingState.PREPARING, phase, done, 10))
        for phase in ("starting", "looking", "features", "training", "measuring", "writing")
        for done in range(11)
    ]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
