"""What the window says of each moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.results import EMOTIONS, Level, Snapshot, State
from ser_desktop.ui import words
from ser_desktop.ui.language import number
from ser_desktop.ui.presenter import ANNOUNCE_S, Announcements
from tests.fakes.engine import prediction


def test_every_emotion_and_state_has_its_words() -> None:
    """No label and no state can reach the screen without words of its own."""
    assert len({words.noun(label) for label in EMOTIONS}) == len(EMOTIONS)
    assert len({words.adjective(label) for label in EMOTIONS}) == len(EMOTIONS)
    lines = {words.state_line(Snapshot(state)) for state in State}
    assert len(lines) == len(State)
    for state in State:
        assert words.verdict(Snapshot(state), has_model=True).headline


@given(st.sampled_from(sorted(set(State) - {State.LISTENING, State.UNSURE})))
def test_only_speech_has_an_emotion(state: State) -> None:
    """Even if an old prediction is left in the moment, it is not told as the present."""
    told = words.verdict(Snapshot(state, prediction=prediction(9, 1, 1, 1, 1, 1, 1)), has_model=True)
    assert told.icon not in EMOTIONS


def test_the_label_is_the_models_not_the_largest_share() -> None:
    """Hysteresis may hold a label that is no longer the likeliest; the words follow the label."""
    held = prediction(0.4, 0.05, 0.42, 0.05, 0.03, 0.03, 0.02, label="anger")
    told = words.verdict(Snapshot(State.LISTENING, prediction=held), has_model=True)
    assert told.headline == "Sounds angry"
    assert told.line == f"{words.percent(0.4)}, then afraid {words.percent(0.42)}"


def test_a_lost_microphone_has_no_level() -> None:
    """The last level before the loss is not shown as if it were heard now."""
    assert words.level(Snapshot(State.LOST, level=Level(-6.0, -12.0))) == Level()
    assert words.level(Snapshot(State.NO_SPEECH, level=Level(-6.0, -12.0))).peak_dbfs == -6.0


def test_a_microphone_that_is_waited_for_was_not_lost() -> None:
    """Busy, forbidden, or not there yet: nobody is told that it is gone."""
    for code, told in (("microphone-lost", "Microphone lost"), ("busy", "Waiting for the microphone")):
        moment = Snapshot(State.LOST, source="Headset", error=UserError(code, "Title"))
        assert words.state_line(moment) == f"{told} · Headset"


@pytest.mark.parametrize(("value", "digits", "text"), [(-9.04, 1, "\N{MINUS SIGN}9.0"), (0, 0, "0")])
def test_numbers_have_a_true_minus(value: float, digits: int, text: str) -> None:
    """A minus is as wide as a figure, so that numbers do not jitter."""
    assert number(value, digits) == text


def test_a_screen_reader_is_not_flooded() -> None:
    """A change is said once, and at most one in two seconds; the last one is not lost."""
    said = Announcements()
    assert said.due("Sounds angry", 0.0)
    assert not said.due("Sounds angry", 10.0)
    assert said.due("Sounds happy", 10.0)
    assert not said.due("Sounds sad", 10.0 + ANNOUNCE_S - 0.1)
    assert said.due("Sounds sad", 10.0 + ANNOUNCE_S)
    assert not said.due("", 99.0)
