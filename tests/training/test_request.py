"""What is asked of the trainer: enough to begin, and what tells one training from another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.architectures import AttentionBilstm
from tests.training.conftest import Ask


def test_without_recordings_there_is_nothing_to_learn(ask: Ask) -> None:
    """A recipe without corpora of its own needs them from the person."""
    with pytest.raises(UserError) as caught:
        ask(corpora=())
    assert caught.value.code == "bad-request"
    assert "--corpus" in caught.value.remedy


def test_the_state_lies_beside_the_model(ask: Ask) -> None:
    """On the same disk, under a name that tells whose it is, and never taken for a model."""
    request = ask(out=Path("models/mine"))
    assert request.state_folder == Path("models/mine.training")


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 2},
        {"epochs": 9},
        {"steps": 9},
        {"variants": 2},
        {"window_s": 2.0},
        {"merge": (("sadness", "neutral"),)},
        {"network": AttentionBilstm()},
    ],
)
def test_settings_tell_runs_apart(ask: Ask, change: dict[str, object]) -> None:
    """Whatever changes the outcome shows in the settings that --resume compares; they are plain data."""
    settings = ask().settings()
    assert ask(**change).settings() != settings
    assert ask(out=Path("elsewhere"), title="Other", resume=True, replace=True).settings() == settings
    json.dumps(settings)
