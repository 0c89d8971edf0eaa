"""What cannot be trained is refused before any work, in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.training.architectures import AttentionBilstm
from tests.training.conftest import Ask


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"corpora": ()}, "corpus"),
        ({"epochs": 0}, "epochs"),
        ({"steps": 0}, "steps"),
        ({"variants": -1}, "variants"),
        ({"seed": -1}, "seed"),
        ({"window_s": 0.1}, "window"),
        ({"labels": ("anger", "angry")}, "“angry” is none of anger"),
        ({"merge": (("clam", "neutral"),)}, "clam"),
        ({"merge": (("calm", "relaxed"),)}, "relaxed"),
        ({"labels": ("anger", "calm"), "merge": (("calm", "neutral"),)}, "calm"),
    ],
)
def test_nonsense_is_refused(ask: Ask, changes: dict[str, object], told: str) -> None:
    """A misspelt emotion must not silently train another model than was meant."""
    with pytest.raises(UserError) as caught:
        ask(**changes)
    assert caught.value.code == "bad-request"
    assert told in caught.value.detail.lower()


def test_the_state_lies_beside_the_model(ask: Ask) -> None:
    """On the same disk, under a name that tells whose it is, and never taken for a model."""
    request = ask(out=Path("models/mine"))
    assert request.state_folder == Path("models/mine.training")


@pytest.mark.parametrize(("stride", "frames"), [(3, 300), (7, 301), (8, 304)])
def test_the_window_is_in_whole_steps(ask: Ask, stride: int, frames: int) -> None:
    """Three seconds, as near as the network's stride allows."""
    assert ask(window_s=3.0, network=AttentionBilstm(stride=stride)).window_frames == frames


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


def test_level_does_not_decide_by_default(ask: Ask) -> None:
    """A quiet microphone must not sound sad: the default features centre the level."""
    assert ask().spec.normaliser.kind == "level"
    assert ask(spec=FeatureSpec()).spec == FeatureSpec()
