"""Taking an analysis away: every format, a picture, the clipboard; nothing is overwritten in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ser_desktop.export.formats import FORMATS, files_of
from ser_desktop.export.tables import read_csv, read_json
from ser_desktop.ui.asking import Asker, free_name
from ser_desktop.ui.clips.desk import ClipDesk
from ser_desktop.ui.exporting import PICTURE
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import FakeEngine
from tests.ui.test_clip_journeys import CTRL, PATIENCE_MS, plain, press, record

STEM = "clip-2026-11-25-154702"


@pytest.fixture
def desk(window: MainWindow, engine: FakeEngine, qtbot: QtBot) -> ClipDesk:
    """Return the desk with the card of an angry clip open."""
    record(window, engine, qtbot)
    return window.live.clips


def suffix(name: str) -> str:
    """Return how the files of an entry end."""
    return ".png" if name == PICTURE else FORMATS[name].suffix


@pytest.mark.parametrize("name", [*FORMATS, PICTURE])
def test_each_entry_writes_its_file(desk: ClipDesk, asker: FakeAsker, name: str) -> None:
    """Under the clip's name; every format with what made it, beside it where it has no place for that."""
    desk.menu.carry_out(name)
    path = asker.folder / f"{STEM}{suffix(name)}"
    expected = {path} if name == PICTURE else set(files_of(name, path))
    assert set(asker.folder.iterdir()) == expected
    assert all(one.stat().st_size > 0 for one in expected)
    assert desk.card.state.text() == "Not saved: in memory only.", "the sound is not"


@pytest.mark.parametrize("name", [*FORMATS, PICTURE])
def test_what_is_there_stays_unless_somebody_says_so(desk: ClipDesk, asker: FakeAsker, name: str) -> None:
    """The file itself, and the one beside it that nobody was shown in the dialog."""
    path = asker.folder / f"mine{suffix(name)}"
    asker.name = path.name
    beside = files_of(name, path)[-1] if name != PICTURE else path
    for older in {path, beside}:
        older.write_bytes(b"an older one")
        desk.menu.carry_out(name)
        assert asker.asked[-1] == [older.name]
        assert older.read_bytes() == b"an older one"
        asker.agrees = True
        desk.menu.carry_out(name)
        assert older.read_bytes() != b"an older one"
        asker.agrees = False
        for one in asker.folder.iterdir():
            one.unlink()


def test_what_was_written_reads_back(desk: ClipDesk, asker: FakeAsker) -> None:
    """With the clip's name and answer; saved before, its file is named too."""
    desk.menu.carry_out("json")
    analysis = read_json((asker.folder / f"{STEM}.json").read_text())
    assert (analysis.name, analysis.label, analysis.path) == (f"{STEM}.wav", "anger", None)
    desk.save()
    desk.menu.carry_out("csv")
    analysis = read_csv((asker.folder / f"{STEM}.csv").read_text())
    assert analysis.path == asker.folder / f"{STEM}.wav"


def test_the_picture_is_the_plot(desk: ClipDesk, asker: FakeAsker) -> None:
    """As large as it is on the screen, and not empty."""
    desk.menu.carry_out(PICTURE)
    image = QImage(str(asker.folder / f"{STEM}.png"))
    assert image.size() == desk.card.plot.size() * desk.card.plot.devicePixelRatioF()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(image.height())}) > 5


def test_the_clipboard_has_words_and_a_picture(window: MainWindow, desk: ClipDesk) -> None:
    """To paste into a letter; the key copies what the menu copies."""
    press(window, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    lines = plain(data.text()).splitlines()
    assert lines[0] == f"{STEM}.wav, 3.0 s: Sounds angry · 71 % then afraid 14 %"
    assert lines[1] == "Anger\t71 %"
    assert lines[-1] == "SER Desktop 0.1.0, model General"
    assert data.hasImage()
    assert window.live.toast.text() == "Copied: text and picture."
    assert desk.card.isVisible()


def test_an_export_that_fails_says_why(desk: ClipDesk, asker: FakeAsker) -> None:
    """A file stands where the folder should be: in words on the card, and the clip is untouched."""
    (asker.folder / "file").write_bytes(b"")
    asker.folder = asker.folder / "file"
    desk.menu.carry_out("json")
    assert "could not be saved" in desk.card.state.text()
    assert desk.shelf.unsaved == 1


def test_the_key_opens_the_menu(window: MainWindow, desk: ClipDesk, qtbot: QtBot) -> None:
    """Ctrl+E on the card; its entries name the formats for people."""
    seen: list[str] = []

    def look() -> None:
        seen.extend(action.text() for action in desk.menu.actions() if action.text())
        desk.menu.close()

    QTimer.singleShot(200, look)
    press(window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    assert seen[:2] == ["CSV table…", "JSON…"]
    assert seen[-2:] == ["Picture of the plot (PNG)…", "Copy to the clipboard"]


def in_dialog(qtbot: QtBot, deed: object) -> list[object]:
    """Do ``deed`` to the dialog that opens next; return where that is noted."""
    done: list[object] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, act)
            return
        done.append(dialog)
        deed(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, act)
    assert qtbot is not None
    return done


@pytest.mark.parametrize("typed", ["mine", "mine.wav"])
def test_the_real_dialog_asks_where(window: MainWindow, qtbot: QtBot, tmp_path: Path, typed: str) -> None:
    """It proposes a free name, adds the suffix, and remembers the folder."""
    (tmp_path / "clip.wav").write_bytes(b"")
    (tmp_path / "other").mkdir()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    asker = Asker(window)
    asker.folder = tmp_path
    proposed: list[str] = []

    def fill(dialog: QFileDialog) -> None:
        proposed.extend(Path(one).name for one in dialog.selectedFiles())
        dialog.selectFile(str(tmp_path / "other" / typed))
        QTimer.singleShot(0, dialog.accept)

    in_dialog(qtbot, fill)
    assert asker.where("Save", "clip.wav", "WAV sound") == (tmp_path / "other" / "mine.wav", False)
    assert proposed == ["clip-2.wav"]
    assert asker.folder == tmp_path / "other"


@pytest.mark.parametrize("button", ["Replace", "Cancel"])
def test_the_real_question_before_replacing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, button: str
) -> None:
    """It names the file, and only the button that says so agrees."""
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box.text())
        buttons = {one.text().replace("&", ""): one for one in box.findChildren(QPushButton)}
        buttons[button].click()

    in_dialog(qtbot, answer)
    assert Asker(window).may_replace([tmp_path / "clip.wav"]) == (button == "Replace")
    assert said == ["clip.wav is there already."]


def test_a_free_name_is_found(tmp_path: Path) -> None:
    """The first number that nobody has."""
    assert free_name(tmp_path, "a.json") == "a.json"
    for name in ("a.json", "a-2.json"):
        (tmp_path / name).write_text(json.dumps(1))
    assert free_name(tmp_path, "a.json") == "a-3.json"
