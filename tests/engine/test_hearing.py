"""What a person sets counts, everywhere and within bounds; what they leave is the model's."""

from __future__ import annotations

import math
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.hearing import Hearing, Rules, Setup
from ser_desktop.errors import UserError
from ser_desktop.features.speech import SpeechRules
from ser_desktop.inference.calibration import fingerprint
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.profile import Profile
from ser_desktop.inference.runner import Runner

RANGES = {
    "hop_s": (0.1, 1.0),
    "window_s": (1.0, 10.0),
    "smoothing_s": (0.0, 5.0),
    "unsure_below": (0.0, 1.0),
    "threshold": (0.1, 0.9),
}


def rules(name: str, value: float) -> Rules:
    """Set one rule."""
    return Rules(speech=SpeechRules(value)) if name == "threshold" else Rules(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", RANGES)
def test_what_is_out_of_range_is_refused(name: str) -> None:
    """At the door, by its name; the limits themselves are allowed."""
    lowest, highest = RANGES[name]
    for allowed in RANGES[name]:
        rules(name, allowed)
    for refused in (lowest - 0.01, highest + 0.01, math.nan, math.inf, -math.inf):
        with pytest.raises(ValueError, match=name):
            rules(name, refused)


def test_what_is_not_set_is_the_models(runner: Runner) -> None:
    """Nothing set: its manifest's numbers, told with every result."""
    hearing, manifest = Hearing(runner), runner.manifest
    assert hearing.unsure_below == hearing.origin.unsure_below == manifest.unsure_below
    assert hearing.window_s == hearing.origin.window_s == manifest.window_s
    assert (hearing.window_frames, hearing.labels) == (manifest.window_frames, manifest.labels)


@given(hop_s=st.floats(0.1, 1.0), window_s=st.floats(1.0, 10.0), unsure_below=st.floats(0.0, 1.0))
def test_what_is_set_counts_and_is_told(
    runner: Runner, hop_s: float, window_s: float, unsure_below: float
) -> None:
    """Hop and window in whole frames, the window never longer than the network's."""
    hearing = Hearing(runner, Rules(hop_s=hop_s, window_s=window_s, unsure_below=unsure_below))
    assert hearing.origin.hop_s == hearing.hop_s == pytest.approx(hop_s, abs=0.005 + 1e-9)
    wanted_s = min(window_s, runner.manifest.window_s)
    assert hearing.origin.window_s == hearing.window_s == pytest.approx(wanted_s, abs=0.005 + 1e-9)
    assert hearing.window_frames <= runner.manifest.window_frames
    assert hearing.origin.unsure_below == unsure_below


def test_a_setup_travels_to_another_process(model: Model) -> None:
    """With all that it holds."""
    setup = Setup(model, None, Rules(hop_s=0.5, speech=SpeechRules(0.7)))
    back = pickle.loads(pickle.dumps(setup))  # noqa: S301 - our own
    assert back == setup
    assert back.hearing().rules == setup.rules


def test_a_voice_of_another_model_is_refused(model: Model) -> None:
    """In words, before anything is heard by it; one of this model is told with the results."""
    count = len(model.manifest.labels)
    profile = Profile("Ann", "2024-05-31", fingerprint(model.manifest), 10.0, (0.0,) * count, 4)
    assert Setup(model, profile).hearing().origin.personal
    with pytest.raises(UserError) as refused:
        Setup(model, replace(profile, fits="another")).hearing()
    assert refused.value.code == "profile-of-another-model"
