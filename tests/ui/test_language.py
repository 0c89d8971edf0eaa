"""The window speaks the languages that it offers, all of it, and changes while it is open."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop import paths
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32
from ser_desktop.ui.files.words import note
from ser_desktop.ui.language import LANGUAGES, number, time_of_day, tr, wanted
from ser_desktop.ui.theme import GRID
from ser_desktop.ui.widgets.picker import DevicePicker
from tests.ui import languages, stages
from tests.ui.languages import Languages, foreign, known_sources, leaks
from tests.ui.said import painted, said
from tests.ui.stages import STAGES, Stage
from tools.translations import TRANSLATED, names

_AROUND_CHOICE = 5 * GRID
"""Margin and arrow of a list."""


@pytest.fixture(scope="session")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a language in which all texts of the source are in another script."""
    folder = tmp_path_factory.mktemp("translations")
    languages.make(folder)
    return folder


@pytest.fixture
def strange(qapp: QApplication, pseudo: Path) -> Iterator[Languages]:
    """Return the program's languages, of which one is that language."""
    known = Languages(qapp, pseudo)
    known.use("en")
    yield known
    known.close()


@pytest.fixture
def real(qapp: QApplication) -> Iterator[Languages]:
    """Return the languages as they are shipped."""
    known = Languages(qapp, paths.assets() / "translations")
    yield known
    known.close()


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """Return the window with all that stands behind it, at its smallest size."""
    made = stages.make(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture(scope="session")
def shortened() -> list[str]:
    """Return the texts of the source that end in an ellipsis of their own."""
    return [text for text in known_sources() if text.endswith("…")]


@pytest.mark.parametrize("name", STAGES)
def test_all_that_is_seen_is_translated(name: str, strange: Languages, stage: Stage) -> None:
    """No text of the program's own stays English, wherever it is painted or kept."""
    strange.use(languages.CODE)
    stage.pull()
    STAGES[name](stage)
    stage.pull()
    for window in stage.windows():
        assert leaks(said(window), *stage.own) == []


@pytest.mark.parametrize("name", STAGES)
def test_the_language_changes_in_the_open_window(name: str, strange: Languages, stage: Stage) -> None:
    """All that is seen is said anew; and back again, it is as it was."""
    STAGES[name](stage)
    stage.settle()
    before = [said(window) for window in stage.windows()]
    strange.use(languages.CODE)
    stage.settle()
    for window in stage.windows():
        assert leaks(said(window), *stage.own) == []
    strange.use("en")
    stage.settle()
    assert [said(window) for window in stage.windows()] == before


@pytest.mark.parametrize("name", STAGES)
def test_nothing_is_cut(name: str, real: Languages, stage: Stage, shortened: list[str]) -> None:
    """In the smallest window and the longer languages, too: no button, no label and no painted line."""
    real.use(TRANSLATED[0])
    STAGES[name](stage)
    for code in TRANSLATED:
        real.use(code)
        stage.settle()
        known = {tr(text) for text in shortened}
        for window in stage.windows():
            assert [
                text
                for text in painted(window)
                if "…" in text and not any(k in text or text in k for k in known)
            ] == []
            assert cut_in(window) == []


def cut_in(window: QWidget) -> list[str]:
    """Return the texts of buttons, labels and lists that have less room than they take."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    lists = [one for one in window.findChildren(QComboBox) if one.isVisible()]
    found = [one.text() for one in buttons if one.sizeHint().width() > one.width()]
    found += [
        one.currentText()
        for one in lists
        if not isinstance(one, DevicePicker)  # names of devices are shortened
        and one.fontMetrics().horizontalAdvance(one.currentText()) > one.width() - _AROUND_CHOICE
    ]
    for label in labels:
        room = label.contentsRect()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height():
                found.append(label.text())
        elif label.fontMetrics().horizontalAdvance(label.text()) > room.width() + 1:
            found.append(label.text())
    return found


def test_a_leak_is_seen() -> None:
    """The rule has teeth: a word in Latin letters is found, names and measures are not."""
    assert leaks([foreign("Saved as {name}.").replace("{name}", "clip.wav")], "clip.wav") == []
    assert leaks(["\N{MINUS SIGN}12 dB", "3 s", f"{foreign('Quit')} (Ctrl+Q)", "44,1 kHz"]) == []
    assert leaks([f"{foreign('Saved')} as clip.wav"], "clip.wav") != []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_can_be_filled_in(code: str, real: Languages) -> None:
    """With names that hold braces of their own; nothing is filled in twice."""
    real.use(code)
    for text in known_sources():
        values = dict.fromkeys(names(text), "{x} {0}")
        assert tr(text, **values).count("{x} {0}") >= len(values), text


def test_numbers_and_times_are_written_as_the_language_does(real: Languages) -> None:
    """With its decimal sign; a minus is as wide as a figure, and nothing is minus nought."""
    moment = datetime(2026, 3, 4, 18, 5, 9)  # noqa: DTZ001 - a time of day
    told = {}
    for code in LANGUAGES:
        real.use(code)
        told[code] = (number(-1234.56, 1), number(44.1, None), number(-0.01, 1), time_of_day(moment))
    assert told == {
        "en": ("\N{MINUS SIGN}1234.6", "44.1", "0.0", "18:05:09"),
        "de": ("\N{MINUS SIGN}1234,6", "44,1", "0,0", "18:05:09"),
        "it": ("\N{MINUS SIGN}1234,6", "44,1", "0,0", "18:05:09"),
    }
    QLocale.setDefault(QLocale("en_US"))
    assert time_of_day(moment).replace("\N{NARROW NO-BREAK SPACE}", " ").upper() == "6:05:09 PM"
    assert time_of_day(moment, seconds=False).replace("\N{NARROW NO-BREAK SPACE}", " ").upper() == "6:05 PM"


def test_the_language_of_the_system_is_taken_where_it_is_there() -> None:
    """A code is taken as it is; what nobody knows is the system's, or else English."""
    assert [wanted(code) for code in LANGUAGES] == list(LANGUAGES)
    assert wanted("system") in LANGUAGES
    assert wanted("xx") in LANGUAGES


def test_what_is_noted_of_a_broken_recording_is_translated(
    real: Languages, runner: Runner, demo: Float32, tmp_path: Path
) -> None:
    """Results keep the note in English; the window tells it in its own language."""
    cut, damaged = tmp_path / "cut.wav", tmp_path / "damaged.flac"
    for path in (cut, damaged):
        soundfile.write(path, demo, 16_000)
    content = cut.read_bytes()
    cut.write_bytes(content[: len(content) * 2 // 3])
    content = damaged.read_bytes()
    middle = len(content) * 2 // 3
    damaged.write_bytes(content[:middle] + bytes(4000) + content[middle + 4000 :])
    real.use("de")
    for path, word in ((cut, "abgeschnitten"), (damaged, "beschädigt")):
        analysis = analyze_file(runner, path)
        assert analysis.note
        assert word in note(analysis)
