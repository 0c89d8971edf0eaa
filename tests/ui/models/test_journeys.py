"""What a person does on the page of models, and must then see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ser_desktop.errors import UserError
from ser_desktop.ui import theme
from ser_desktop.ui.house import House
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.fakes.jobs import FakeJobs
from tests.fakes.models import DAMAGED, EMODB, GENERAL, OWN, FakeModels
from tests.fakes.player import FakePlayer
from tests.ui.files.conftest import Drag, files
from tests.ui.models.conftest import Answers

PATIENCE_MS = 30_000


def rows(window: MainWindow) -> list[str]:
    """Return all that the list says, row by row."""
    model = window.models.list.rows
    return [str(model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(model.rowCount())]


def test_another_model_is_chosen_by_keyboard_alone(window: MainWindow, behind: House) -> None:
    """Ctrl+3, an arrow and Return: the choice is kept, the row says that it is in use, and so does a word."""
    window.show_live()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.models.isVisible()
    assert "in use" in rows(window)[0]
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Down)
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Return)
    assert behind.keeper.now.model == EMODB.name
    assert "in use" in rows(window)[1]
    assert "in use" not in rows(window)[0]
    assert EMODB.title in window.models.toast.text()
    assert not window.models.list.buttons["use-model"].isEnabled()


def test_a_row_tells_what_a_model_is_worth(window: MainWindow) -> None:
    """The figure is said to be on strangers, with how many they were, and that few are a hint."""
    figure = window.models.list.card.figure
    assert (
        figure.text().replace("\N{NARROW NO-BREAK SPACE}", " ") == "65 % of emotions right on 28 strangers."
    )
    window.models.list.select(EMODB.name)
    assert "hint" in figure.text()


def test_all_emotions_are_named_in_a_window_made_smaller(
    behind: House, engine: FakeEngine, qtbot: QtBot
) -> None:
    """They take a second row where one is not enough, and the row is there."""
    window = MainWindow(engine, theme.DARK, FakePlayer(), FakeAsker(Path()), house=behind, jobs=FakeJobs())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_models()
    emotions = window.models.list.card.emotions
    qtbot.waitUntil(lambda: emotions.height() == emotions.heightForWidth(emotions.width()))
    one_row = emotions.height()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: emotions.heightForWidth(emotions.width()) > one_row)
    qtbot.waitUntil(lambda: emotions.height() == emotions.heightForWidth(emotions.width()))


def test_a_damaged_model_says_why_and_cannot_be_used(
    window: MainWindow, models: FakeModels, behind: House
) -> None:
    """It stays in the list, its reason is read, and neither Return nor a button chooses it."""
    models.infos.append(DAMAGED)
    window.models.reload()
    window.models.list.select(DAMAGED.name)
    assert "sha256 differs" in window.models.list.card.fault.text()
    assert not window.models.list.buttons["use-model"].isEnabled()
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Return)
    assert behind.keeper.now.model == GENERAL.name


def test_a_damaged_choice_shows_who_hears_instead(
    window: MainWindow, models: FakeModels, behind: House
) -> None:
    """Where the chosen model is damaged, the bundled one is marked: it is what listens."""
    models.infos.append(DAMAGED)
    behind.keeper.change(model=DAMAGED.name)
    window.models.reload()
    assert ["in use" in row for row in rows(window)] == [True, False, False]


@pytest.mark.parametrize("way", ["dropped", "chosen"])
def test_a_model_is_brought(
    window: MainWindow, answers: Answers, models: FakeModels, tmp_path: Path, qtbot: QtBot, way: str
) -> None:
    """A folder, dropped or chosen with Ctrl+I, appears in the list and is selected; no recording is added."""
    if way == "dropped":
        drag = Drag(window, files(tmp_path))
        assert drag.enter()
        assert window.overlay.accessibleName() == "Drop a model here"
        assert drag.drop()
    else:
        answers.chosen = tmp_path
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(rows(window)) == 3, timeout=PATIENCE_MS)
    assert models.asked == [("bring", tmp_path, False)]
    assert window.models.list.model() == OWN
    assert window.models.isVisible()


def test_what_is_no_model_is_told(
    window: MainWindow, models: FakeModels, tmp_path: Path, qtbot: QtBot
) -> None:
    """The reason and the remedy are read, and the list is as it was."""
    models.arriving = UserError(
        "no-model-there", "There is no model in it.", "It is empty.", "Choose another."
    )
    window.models.drop(tmp_path)
    qtbot.waitUntil(lambda: "There is no model in it." in window.models.toast.text(), timeout=PATIENCE_MS)
    assert "Choose another." in window.models.toast.text()
    assert len(rows(window)) == 2


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_model_of_the_same_name_is_replaced_only_if_wanted(
    window: MainWindow, answers: Answers, models: FakeModels, tmp_path: Path, qtbot: QtBot, answer: str
) -> None:
    """A no changes nothing, a yes replaces, and what was in use under that name is heard anew."""
    models.infos.append(replace(OWN, title="Older"))
    answers.agrees = agrees = answer == "yes"
    heard: list[str] = []
    window.house.keeper.change(model=OWN.name)
    window.house.keeper.renewed.connect(lambda: heard.append(window.house.keeper.now.model))
    window.models.drop(tmp_path)
    told = "is installed" if agrees else "Nothing was changed"
    qtbot.waitUntil(lambda: told in window.models.toast.text(), timeout=PATIENCE_MS)
    assert len(answers.asked) == 1
    assert ("bring", tmp_path, True) in models.asked or not agrees
    assert [info.title for info in models.infos if info.name == OWN.name] == [
        "My voice" if agrees else "Older"
    ]
    assert heard == ([OWN.name] if agrees else [])


def test_removing_asks_and_falls_back(
    window: MainWindow, answers: Answers, models: FakeModels, behind: House
) -> None:
    """Only own models can go, after a question; the one in use gives way to the bundled one."""
    models.infos.append(OWN)
    behind.keeper.change(model=OWN.name)
    window.models.reload()
    window.models.list.select(GENERAL.name)
    assert not window.models.list.buttons["remove-model"].isEnabled()
    window.models.list.select(OWN.name)
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Delete)
    assert len(answers.asked) == 1
    assert OWN in models.infos
    answers.agrees = True
    QTest.keyClick(window.models.list.list, Qt.Key.Key_Delete)
    assert OWN not in models.infos
    assert behind.keeper.now.model == GENERAL.name
    assert len(rows(window)) == 2


def test_a_card_loads_nothing_from_elsewhere(window: MainWindow, models: FakeModels, tmp_path: Path) -> None:
    """Of all that a card names only the picture beside it is loaded: no address, no other file."""
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    for name in ("training.png", "other.png"):
        assert picture.save(str(tmp_path / name))
    kind = QTextDocument.ResourceType.ImageResource.value
    card = (
        "# My voice\n\n![a](training.png) ![b](https://example.org/x.png) ![c](other.png) ![d](file:///x.png)"
    )
    models.infos.append(replace(OWN, folder=tmp_path, card=card))
    window.models.reload()
    window.models.list.select(OWN.name)
    reader = window.models.list.card.reader
    assert isinstance(reader.loadResource(kind, "training.png"), QImage)
    for name in ("https://example.org/x.png", "other.png", "file:///x.png", str(tmp_path / "training.png")):
        assert reader.loadResource(kind, name) is None
    assert not reader.openLinks()


def test_everything_is_reached_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """Each view's controls are passed by Tab, and all of them say what they are."""
    views = (window.models.list, window.models.compare, window.models.training)
    for deed, view in zip(
        (window.models.show_list, window.models._compare, window.models._train), views, strict=True
    ):
        deed()
        qtbot.wait(50)
        seen = [one for one in view.findChildren(QPushButton) if one.isVisible()]
        assert seen
        for button in seen:
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert button.text() or button.accessibleName()
            needed = button.sizeHint().width()
            assert button.width() >= needed, f"{button.text()} is cut: {button.width()} of {needed}"
