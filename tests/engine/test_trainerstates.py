"""How the trainer's lines change what is known of a training: each by what it says, and by no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.trainerstates import (
    BEGUN,
    PHASES,
    EpochFigures,
    Found,
    LeftOut,
    Looked,
    NewModel,
    Training,
    TrainingState,
    died,
    ended,
    heard,
    looked_on,
    looked_through,
)
from ser_desktop.errors import UserError

BAD = UserError("not-audio", "{name} is no recording.", name="tea.wav")
EARLY = UserError("nothing-trained", "Nothing was trained yet.")
EPOCH = {"number": 1, "loss": 1.5, "validation_loss": None, "validation_uar": 0.5}
LEFT_OUT = {"reason": BAD.to_data(), "count": 3, "example": "/voices/tea.wav"}
FOUND = {
    "clips": 24,
    "speakers": ["mine/ann", "mine/bob/junior"],
    "unnamed": 2,
    "labels": {"anger": 8, "neutral": 16},
    "strangers": True,
    "left_out": [LEFT_OUT],
}
MODEL = {
    "folder": "/models/mine",
    "name": "mine",
    "title": "Mine",
    "labels": ["anger", "neutral"],
    "strangers": False,
    "figures": {"uar": 0.6},
    "stopped": False,
}
AT_WORK = Training(
    TrainingState.TRAINING, "training", 3, 10, 7.5, (EpochFigures(1, 1.5, None, 0.5),), stopping=True
)
"""A training in the middle of everything."""


def step(**changes: object) -> dict[str, Any]:
    """Return what the trainer says of how far it is."""
    return {"progress": {"phase": "features", "done": 2, "total": 9, "left_s": 4.5, **changes}}


def same(one: UserError | None, other: UserError) -> None:
    """Hold a fault to another, to all that can be told of it."""
    assert one is not None
    assert one.to_data() == other.to_data()


@pytest.mark.parametrize(("phase", "state"), PHASES.items())
def test_progress_tells_phase_state_and_steps(phase: str, state: TrainingState) -> None:
    """All else stays as it was."""
    told = heard(AT_WORK, step(phase=phase))
    assert told == replace(AT_WORK, state=state, phase=phase, done=2, total=9, left_s=4.5)
    assert told.running


def test_epochs_are_added_one_by_one() -> None:
    """In the order in which they come, with all their figures."""
    second = {"number": 2, "loss": 1.0, "validation_loss": 1.1, "validation_uar": 0.75}
    told = heard(heard(BEGUN, {"epoch": EPOCH}), {"epoch": second})
    assert told == replace(BEGUN, epochs=(EpochFigures(1, 1.5, None, 0.5), EpochFigures(2, 1.0, 1.1, 0.75)))


def test_what_was_found_is_read_whole() -> None:
    """Speakers without their corpus, labels in their order, and what is left out with its reason."""
    found = heard(AT_WORK, {"found": FOUND}).found
    assert found is not None
    (left_out,) = found.left_out
    assert found == Found(
        24, ("ann", "bob/junior"), 2, (("anger", 8), ("neutral", 16)), strangers=True, left_out=(left_out,)
    )
    assert (left_out.count, left_out.example) == (3, Path("/voices/tea.wav"))
    same(left_out.reason, BAD)


def test_more_is_left_out_as_the_trainer_goes_on() -> None:
    """Added to what was left out before; before anything was found there is nothing to add to."""
    first = heard(AT_WORK, {"found": FOUND})
    second = heard(first, {"left_out": {**LEFT_OUT, "count": 1}})
    assert second.found is not None
    assert [one.count for one in second.found.left_out] == [3, 1]
    assert isinstance(second.found.left_out[1], LeftOut)
    assert replace(second, found=first.found) == first
    assert heard(AT_WORK, {"left_out": LEFT_OUT}) == AT_WORK


def over(state: TrainingState) -> Training:
    """Return the training in the middle of everything, as it is once it is over."""
    return replace(AT_WORK, state=state, phase="", done=0, total=0, left_s=None, stopping=False)


@pytest.mark.parametrize("stopped", [False, True])
def test_a_model_is_the_last_word(*, stopped: bool) -> None:
    """DONE, or STOPPED where somebody asked for it; the epochs stay, the steps are over."""
    told = heard(AT_WORK, {"model": {**MODEL, "stopped": stopped}})
    model = NewModel(
        Path("/models/mine"), "mine", "Mine", ("anger", "neutral"), strangers=False, figures={"uar": 0.6}
    )
    state = TrainingState.STOPPED if stopped else TrainingState.DONE
    assert told == replace(over(state), model=model)
    assert not told.running


@pytest.mark.parametrize(
    ("error", "stopping", "state"),
    [
        (EARLY, True, TrainingState.STOPPED),
        (EARLY, False, TrainingState.FAILED),
        (BAD, True, TrainingState.FAILED),
        (BAD, False, TrainingState.FAILED),
    ],
)
def test_a_fault_is_the_last_word(error: UserError, state: TrainingState, *, stopping: bool) -> None:
    """It failed, unless somebody stopped it before there was anything to keep; told with its reason."""
    told = heard(replace(AT_WORK, stopping=stopping), {"error": error.to_data()})
    same(told.error, error)
    assert replace(told, error=None) == over(state)
    assert not told.running


@pytest.mark.parametrize("line", [{}, {"weather": "fine"}, {"progress": None}, {"epoch": 3}])
def test_what_is_not_understood_changes_nothing(line: dict[str, Any]) -> None:
    """A newer trainer may say more."""
    assert heard(AT_WORK, line) is AT_WORK
    assert looked_on(Looked(Path("voices")), line) == Looked(Path("voices"))


def test_cancelled_it_is_stopped_without_a_fault() -> None:
    """Somebody wanted it so."""
    assert ended(AT_WORK, cancelled=True, last_words="Terminated") == over(TrainingState.STOPPED)


@given(words=st.text(max_size=20))
def test_dying_is_told_by_its_last_words(words: str) -> None:
    """Or by a dash, where it had none; with a remedy."""
    told = ended(AT_WORK, cancelled=False, last_words=words)
    same(told.error, died(words))
    assert replace(told, error=None) == over(TrainingState.FAILED)
    assert told.error is not None
    assert told.error.code == "training-crashed"
    assert told.error.detail.endswith(words or "-")
    assert told.error.title
    assert told.error.remedy


@pytest.mark.parametrize("state", TrainingState)
@pytest.mark.parametrize("cancelled", [False, True])
def test_an_end_after_the_last_word_says_nothing_new(state: TrainingState, *, cancelled: bool) -> None:
    """Every process ends; only one that was still at work left something to tell."""
    at_work = state in {TrainingState.PREPARING, TrainingState.TRAINING, TrainingState.MEASURING}
    training = Training(state)
    assert training.running == at_work
    assert (ended(training, cancelled=cancelled, last_words="") is training) != at_work


def test_a_look_goes_from_progress_to_what_was_found() -> None:
    """Each line adds what it says; the end says that it is over, and no more."""
    looked = Looked(Path("voices"))
    first = looked_on(looked, {"progress": {"phase": "looking", "done": 5, "total": 24}})
    assert first == replace(looked, done=5, total=24)
    usable = {"found": {**FOUND, "left_out": []}}
    second = looked_on(first, usable)
    assert second == replace(first, found=heard(BEGUN, usable).found)
    assert second.found is not None
    third = looked_on(second, {"error": BAD.to_data()})
    same(third.error, BAD)
    assert replace(third, error=None) == second
    assert looked_through(second, "Bye") == replace(second, finished=True)
    assert looked_through(third, "Bye") == replace(third, finished=True)
    only_error = replace(third, found=None)
    assert looked_through(only_error, "Bye") == replace(only_error, finished=True)


def test_a_look_that_ends_in_silence_says_so() -> None:
    """By the trainer's last words."""
    looked = looked_through(Looked(Path("voices"), 5, 24), "out of memory")
    same(looked.error, died("out of memory"))
    assert replace(looked, error=None) == Looked(Path("voices"), 5, 24, finished=True)
