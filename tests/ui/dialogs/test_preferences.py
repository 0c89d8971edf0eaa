"""Preferences by keys alone: each choice holds at once, says what it is, and has a way back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton, QScrollArea

from ser_desktop.settings import Settings
from ser_desktop.ui.dialogs.folders import Folders
from ser_desktop.ui.dialogs.pages import Appearance, Language, Listening, Page
from ser_desktop.ui.dialogs.preferences import Preferences
from ser_desktop.ui.dialogs.rows import Row
from ser_desktop.ui.dialogs.voice import Voice
from ser_desktop.ui.house import Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.asker import FakeAsker
from tests.ui.hands import focused, go_to, only, press

_Page = TypeVar("_Page", bound=Page)
PAGES = (Appearance, Listening, Voice, Language, Folders)
NOT_HERE = {"welcomed", "device", "model", "clip_s", "hidden", "window", "mini"}
"""What is chosen elsewhere: in the header, on pages of their own, or by moving windows."""


@pytest.fixture
def preferences(window: MainWindow) -> Preferences:
    """Open them by their key."""
    press("Ctrl+,")
    return only(window, Preferences)


def turn_to(preferences: Preferences, page: type[_Page]) -> _Page:
    """Choose a page in the list."""
    go_to(preferences.list)
    press("Home", *["Down"] * [kind.__name__ for kind in PAGES].index(page.__name__))
    return only(preferences, page)


def test_every_choice_has_its_place(preferences: Preferences) -> None:
    """No field of the settings is forgotten, and none is on two pages."""
    fields = [field for page in preferences.pages for field in page.fields]
    assert sorted(fields) == sorted(Settings.__dataclass_fields__.keys() - NOT_HERE)


def test_themes_are_chosen_with_arrows(preferences: Preferences, keeper: Keeper) -> None:
    """Each step down is another theme, chosen at once; there is nothing to apply."""
    page = turn_to(preferences, Appearance)
    go_to(next(one for one in page.findChildren(QRadioButton) if one.isChecked()))
    seen = [keeper.now.theme]
    for _ in range(3):
        press("Down")
        seen.append(keeper.now.theme)
    assert seen == ["system", "light", "dark", "contrast"]


def test_colours_are_chosen_apart_from_the_theme(preferences: Preferences, keeper: Keeper) -> None:
    """The two groups have a button each of their own."""
    page = turn_to(preferences, Appearance)
    go_to([one for one in page.findChildren(QRadioButton) if one.isChecked()][1])
    press("Down")
    assert (keeper.now.colours, keeper.now.theme) == ("apart", "system")


@pytest.mark.parametrize(
    ("row", "field", "right"),
    [
        ("hop_row", "hop_s", 0.3),
        ("smoothing_row", "smoothing_s", 0.9),
        ("gate_row", "speech_gate", 0.55),
    ],
)
def test_a_slider_steps_by_arrows(
    preferences: Preferences, keeper: Keeper, row: str, field: str, right: float
) -> None:
    """A step to the right, its ends with Home and End; the number is written with its unit."""
    page = turn_to(preferences, Listening)
    chosen = getattr(page, row)
    go_to(chosen.slider)
    came = getattr(keeper.now, field)
    press("Right")
    assert getattr(keeper.now, field) == pytest.approx(right)
    press("Left")
    assert getattr(keeper.now, field) == pytest.approx(came)
    for key in ("Home", "End"):
        press(key)
        value = getattr(keeper.now, field)
        assert value == pytest.approx(chosen.slider.value() / (100 if field == "speech_gate" else 1000))
        Settings(**{field: value})
    assert chosen.number.text()[-1] in "s%"
    assert chosen.slider.accessibleName()


def test_the_longest_window_is_the_models_own(
    preferences: Preferences, keeper: Keeper, own: list[Own]
) -> None:
    """At the right end nothing is chosen: another model then hears as much as it was made for."""
    page = turn_to(preferences, Listening)
    slider = page.window_row.slider
    go_to(slider)
    assert slider.value() == slider.maximum() == 3000
    press("Left", "Left")
    assert asdict(keeper.now)["window_s"] == 2.5
    assert "model" not in page.window_row.number.text()
    press("End")
    assert asdict(keeper.now)["window_s"] is None
    assert "model" in page.window_row.number.text()
    own[0] = Own(2.0)
    keeper.change(window_s=2.5, model="another")
    assert slider.value() == slider.maximum() == 2000
    assert keeper.now.window_s == 2.5, "showing another model's limit chooses nothing"


def test_unsure_is_left_to_the_model_or_not(preferences: Preferences, keeper: Keeper) -> None:
    """The box gives the threshold away; without it the slider begins at the model's own."""
    page = turn_to(preferences, Listening)
    assert page.own.isChecked()
    assert not page.unsure_row.slider.isEnabled()
    go_to(page.own)
    press("Space")
    assert keeper.now.unsure_below == pytest.approx(0.45)
    go_to(page.unsure_row.slider)
    press("Right")
    assert keeper.now.unsure_below == pytest.approx(0.46)
    go_to(page.own)
    press("Space")
    assert keeper.now.unsure_below is None


def test_a_number_between_steps_stays_until_it_is_moved(window: MainWindow, keeper: Keeper) -> None:
    """A value that somebody wrote into the file is shown as it is, and looking at it changes nothing."""
    keeper.change(hop_s=0.37, speech_gate=0.333)
    before = keeper.now
    press("Ctrl+,")
    page = only(window, Listening)
    assert keeper.now == before
    assert page.hop_row.number.text().startswith("0.4")


def test_a_voice_is_switched(preferences: Preferences, keeper: Keeper) -> None:
    """None, Anna, Bruno; and a voice that does not fit is named as such."""
    page = turn_to(preferences, Voice)
    go_to(page.combo)
    press("Down")
    assert keeper.now.voice == "Anna"
    press("Down")
    assert keeper.now.voice == "Bruno"
    press("Home")
    assert keeper.now.voice == ""
    keeper.change(voice="Carla")
    assert "Carla" in page.combo.currentText()
    assert page.combo.currentText() != "Carla"


def test_adapting_is_chosen_with_its_caveat(preferences: Preferences, keeper: Keeper) -> None:
    """What it takes for granted stands beside the box, and is what a screen reader says of it."""
    page = turn_to(preferences, Voice)
    box = only(page, QCheckBox)
    go_to(box)
    press("Space")
    assert keeper.now.adapts
    assert "all moods" in box.accessibleDescription()


def test_a_language_is_chosen(preferences: Preferences, keeper: Keeper) -> None:
    """Each under its own name."""
    page = turn_to(preferences, Language)
    buttons = page.findChildren(QRadioButton)
    assert [one.text() for one in buttons[1:]] == ["English", "Deutsch", "Italiano"]
    go_to(buttons[0])
    press("Down", "Down")
    assert keeper.now.language == "de"


def test_a_folder_is_chosen_and_given_back(
    preferences: Preferences, keeper: Keeper, asker: FakeAsker, tmp_path: Path
) -> None:
    """Choosing asks, beginning where one is; what is chosen is shown; default is one press away."""
    page = turn_to(preferences, Folders)
    row = page.rows["clips_folder"]
    assert not row.back.isEnabled()
    asker.chosen = tmp_path
    go_to(row.choose)
    press("Space")
    assert keeper.now.clips_folder == str(tmp_path)
    assert row.path.text() == str(tmp_path)
    asker.chosen = None
    press("Space")
    assert keeper.now.clips_folder == str(tmp_path), "nobody wanted to"
    assert asker.asked[-1][1] == tmp_path  # type: ignore[index]
    go_to(row.back)
    press("Space")
    assert keeper.now.clips_folder == ""
    assert focused() is row.choose, "the focus is not lost with the button"


def test_a_folder_that_is_gone_is_told(preferences: Preferences, keeper: Keeper, tmp_path: Path) -> None:
    """What is used instead is said in words; when it is back, nothing is said."""
    page = turn_to(preferences, Folders)
    row = page.rows["recordings_folder"]
    keeper.change(recordings_folder=str(tmp_path / "stick"))
    assert row.warning.isVisible()
    assert "is not there" in row.warning.text()
    (tmp_path / "stick").mkdir()
    press("Escape", "Ctrl+,")
    assert not row.warning.isVisible()


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_goes_back_to_how_it_came_and_undoes_that(
    preferences: Preferences, keeper: Keeper, kind: type[Page]
) -> None:
    """Only that page's choices; pressing again brings them back, unless something was chosen meanwhile."""
    other = Settings(
        language="en",
        theme="dark",
        colours="apart",
        voice="Anna",
        adapts=True,
        hop_s=0.4,
        window_s=2.0,
        smoothing_s=1.5,
        unsure_below=0.6,
        speech_gate=0.7,
        clips_folder="/x",
        recordings_folder="/y",
    )
    chosen = {field: getattr(other, field) for page in preferences.pages for field in page.fields}
    keeper.change(**chosen)
    page = turn_to(preferences, kind)
    go_to(preferences.back.button)
    press("Space")
    for field, value in chosen.items():
        expected = getattr(Settings(), field) if field in page.fields else value
        assert getattr(keeper.now, field) == expected, field
    assert focused() is preferences.back.button
    press("Space")
    assert {field: getattr(keeper.now, field) for field in chosen} == chosen
    press("Space")
    keeper.change(**{page.fields[0]: chosen[page.fields[0]]})
    press("Space")
    assert getattr(keeper.now, page.fields[-1]) == getattr(Settings(), page.fields[-1]), "nothing to undo"


def test_nothing_to_go_back_to_offers_nothing(preferences: Preferences) -> None:
    """On a page that is as it came the button cannot be pressed."""
    turn_to(preferences, Listening)
    assert not preferences.back.button.isEnabled()


def test_each_choice_has_a_sentence(preferences: Preferences) -> None:
    """Whoever meets a choice for the first time reads what it does."""
    rows = preferences.findChildren(Row)
    assert len(rows) >= 11
    for row in rows:
        assert row.name.text()
        assert len(row.sentence.text()) > len(row.name.text())


def test_what_has_the_focus_is_scrolled_to(preferences: Preferences) -> None:
    """In a small window the last slider is seen once the keyboard reaches it."""
    page = turn_to(preferences, Listening)
    slider = page.gate_row.slider
    go_to(slider)
    area = next(one for one in preferences.findChildren(QScrollArea) if one.widget() is page)
    top = slider.mapTo(area.viewport(), slider.rect().topLeft())
    assert area.viewport().rect().contains(top)
    assert area.viewport().rect().contains(slider.mapTo(area.viewport(), slider.rect().bottomRight()))


def test_escape_closes_and_the_keyboard_goes_back(preferences: Preferences, window: MainWindow) -> None:
    """No dialog keeps the keys; the window's own work again, and it opens once more."""
    press("Escape")
    assert not preferences.isVisible()
    press("Ctrl+2", "Ctrl+,")
    assert preferences.isVisible()
    assert only(window, Preferences) is preferences


def test_it_closes_with_the_window(preferences: Preferences, window: MainWindow) -> None:
    """Else the program would go on behind a lonely dialog."""
    window.close()
    assert not preferences.isVisible()
