"""From settings to how somebody is heard: what is named is found, what cannot be used is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ser_desktop import paths
from ser_desktop.engine.hearing import HOP_S, SMOOTHING_S, UNSURE_BELOW, WINDOW_S
from ser_desktop.engine.models import Model, Models
from ser_desktop.engine.voices import Voices
from ser_desktop.features.speech import THRESHOLD
from ser_desktop.fitting import Fitting, rules
from ser_desktop.inference.calibration import fingerprint
from ser_desktop.inference.profile import Profile, save_profile
from ser_desktop.settings import Settings, SettingsFile

ALL_OTHER = Settings(
    adapts=True, hop_s=0.4, window_s=1.5, smoothing_s=2.0, unsure_below=0.6, speech_gate=0.7, model="emodb"
)


@pytest.fixture
def fitting(tmp_path: Path) -> Fitting:
    """Return one over the models that are shipped, and voices in the test's folder."""
    return Fitting(Models([tmp_path / "models", paths.home() / "models"]), Voices(tmp_path / "voices"))


def voice_of(model: Model, name: str, folder: Path) -> Profile:
    """Keep the profile of a voice."""
    opinion = tuple(float(x) for x in np.linspace(-0.5, 0.5, len(model.manifest.labels)))
    profile = Profile(name, "2026-11-25", fingerprint(model.manifest), 12.0, opinion, 9)
    save_profile(profile, folder / "voices" / f"{name}.json")
    return profile


def test_every_choice_arrives(fitting: Fitting) -> None:
    """Model and all rules are those that were chosen, none of them the default's."""
    setup, told = fitting.setup(ALL_OTHER)
    assert told == ()
    assert setup is not None
    assert setup.model.manifest.name == "emodb"
    made, came = setup.rules, rules(Settings())
    assert (made.hop_s, made.window_s, made.smoothing_s, made.unsure_below) == (0.4, 1.5, 2.0, 0.6)
    assert made.adapts
    assert made.speech.threshold == 0.7
    assert made.speech != came.speech


def test_what_came_is_what_a_pipeline_does_by_itself() -> None:
    """Somebody who chose nothing is heard as the command line hears."""
    from ser_desktop.engine.hearing import Rules

    assert rules(Settings()) == Rules()


def test_a_model_that_is_not_there_gives_way(fitting: Fitting) -> None:
    """The bundled one listens, and both names are told with the reason."""
    setup, (told,) = fitting.setup(Settings(model="gone"))
    assert setup is not None
    assert setup.model.manifest.name == "general"
    assert told.code == "model-not-used"
    assert "“gone”" in told.title
    assert setup.model.manifest.title in told.title
    assert "emodb" in told.detail, "what is installed"


def test_a_damaged_model_of_the_bundled_one_s_name_gives_way(fitting: Fitting, tmp_path: Path) -> None:
    """It hides the one that came with the program, which listens all the same."""
    (tmp_path / "models" / "general").mkdir(parents=True)
    (tmp_path / "models" / "general" / "manifest.json").write_text("{")
    for name in ("general", "gone"):
        setup, (told,) = fitting.setup(Settings(model=name))
        assert setup is not None
        assert setup.model.folder == paths.home() / "models" / "general"
        assert told.code == "model-not-used"


def test_a_damaged_model_gives_way(fitting: Fitting, model: Model, tmp_path: Path) -> None:
    """A file that its manifest does not describe is not run."""
    folder = tmp_path / "models" / "mine"
    folder.mkdir(parents=True)
    for path in model.folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes()[:-1])
    setup, told = fitting.setup(Settings(model="mine"))
    assert setup is not None
    assert setup.model.manifest.name == "general"
    assert [one.code for one in told] == ["model-not-used"]


def test_without_any_model_it_is_told(tmp_path: Path) -> None:
    """Nothing to hear with, one sentence, no traceback."""
    setup, told = Fitting(Models([tmp_path]), Voices(tmp_path)).setup(Settings())
    assert setup is None
    assert [one.code for one in told] == ["no-model"]


def test_a_voice_is_used_with_its_model_alone(fitting: Fitting, model: Model, tmp_path: Path) -> None:
    """With another model it is left out, and that is told; it is named only where it fits."""
    profile = voice_of(model, "Anna", tmp_path)
    setup, told = fitting.setup(Settings(voice="Anna"))
    assert setup is not None
    assert (setup.profile, told) == (profile, ())
    assert fitting.voices(model) == ("Anna",)
    setup, (refusal,) = fitting.setup(Settings(voice="Anna", model="emodb"))
    assert setup is not None
    assert setup.profile is None
    assert refusal.code == "voice-not-used"
    assert fitting.voices(setup.model) == ()


@pytest.mark.parametrize("damaged", [False, True])
def test_a_voice_that_cannot_be_read_is_left_out(
    fitting: Fitting, model: Model, tmp_path: Path, *, damaged: bool
) -> None:
    """Gone or damaged: the program listens without it, and says which."""
    if damaged:
        voice_of(model, "Anna", tmp_path)
        (tmp_path / "voices" / "Anna.json").write_text("{")
    setup, (told,) = fitting.setup(Settings(voice="Anna"))
    assert setup is not None
    assert setup.profile is None
    assert "“Anna”" in told.title
    assert not str(told).count("..")


def test_choices_are_only_read(fitting: Fitting) -> None:
    """A choice that cannot be carried out is still the person's choice."""
    chosen = replace(ALL_OTHER, model="gone", voice="gone")
    before = replace(chosen)
    fitting.setup(chosen)
    assert chosen == before


@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("hop_s", HOP_S),
        ("window_s", WINDOW_S),
        ("smoothing_s", SMOOTHING_S),
        ("unsure_below", UNSURE_BELOW),
        ("speech_gate", THRESHOLD),
    ],
)
def test_what_may_be_chosen_can_be_heard_by(tmp_path: Path, name: str, limits: tuple[float, float]) -> None:
    """The settings take what the rules take, to the last number, and nothing beyond: no start fails on it."""
    for end, beyond in zip(limits, (-1e-6, 1e-6), strict=True):
        file = SettingsFile(tmp_path / "settings.json")
        chosen: dict[str, Any] = {name: end}
        file.save(Settings(**chosen))
        settings, note = file.load()
        assert (getattr(settings, name), note) == (end, None)
        rules(settings)
        too_far: dict[str, Any] = {name: end + beyond}
        file.save(Settings(**too_far))
        assert file.load()[1] is not None
