"""About: what it is, what it promises, and whose parts it is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ser_desktop import __version__
from ser_desktop.ui.dialogs.about import About
from ser_desktop.ui.dialogs.parts import parts
from ser_desktop.ui.main_window import MainWindow
from tests.ui.hands import go_to, only, press

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_all_that_ships_is_named_with_its_licence() -> None:
    """Every dependency of the project file, and what these bring along; none of the tools of development."""
    wanted = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    named = {part.name.casefold().replace("_", "-") for part in parts()}
    for line in wanted:
        match = re.match(r"[A-Za-z0-9._-]+", line)
        assert match
        assert match.group().casefold() in named
    assert {"shiboken6", "cffi", "python"} <= named
    assert not {"pytest", "ruff", "keras", "tensorflow", "librosa"} & named
    for part in parts():
        assert part.version[0].isdigit()
        assert "?" not in part.licence, part.name
        assert "\n" not in part.licence
        assert len(part.licence) < 120


def test_licences_that_ask_to_be_named_are() -> None:
    """The libraries under the LGPL, also where they lie inside another part."""
    told = {part.name: part.licence for part in parts()}
    (qt,) = (licence for name, licence in told.items() if name.startswith("PySide6"))
    assert "Qt: LGPL" in qt
    assert "libsndfile" in told["soundfile"]
    assert "LGPL" in told["soxr"]


def test_it_is_read_and_copied_without_a_mouse(window: MainWindow) -> None:
    """From the menu, by keys; what is copied is all that is read, as plain text."""
    window.dialogs.open("about")
    about = only(window, About)
    assert __version__ in about.title.text()
    assert about.privacy.text() == "Everything stays on this computer."
    assert "not made for judging people" in about.what.text()
    go_to(about.copy)
    press("Space")
    copied = QApplication.clipboard().text()
    for part in parts():
        assert f"{part.name} {part.version}\t{part.licence}" in copied
        assert part.licence in " ".join(about.licences.toPlainText().split())
    assert about.privacy.text() in copied
    assert "<" not in copied


def test_nothing_leads_out_of_the_program(window: MainWindow) -> None:
    """No links: nothing here opens a browser."""
    window.dialogs.open("about")
    about = only(window, About)
    assert "href" not in about.licences.toHtml()
    assert not about.licences.openLinks()
