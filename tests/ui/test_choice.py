"""A list says all of what is chosen where there is room, and that there is more where there is none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ser_desktop.ui import theme
from ser_desktop.ui.widgets.choice import Choice
from tests.ui.said import painted

NAME = "Everybody who ever spoke into this microphone"


@pytest.mark.parametrize(("width", "whole"), [(160, False), (600, True)])
def test_a_name_is_shortened_and_never_cut(qtbot: QtBot, width: int, whole: bool) -> None:  # noqa: FBT001
    """An ellipsis says so, and the tool tip tells the rest."""
    choice = Choice()
    qtbot.addWidget(choice)
    choice.setStyleSheet(theme.stylesheet(theme.DARK))
    choice.addItem(NAME)
    choice.resize(width, choice.sizeHint().height())
    choice.show()
    (text,) = painted(choice)
    assert (text == NAME) is whole
    assert text.endswith("…") is not whole
    assert choice.toolTip() == NAME
