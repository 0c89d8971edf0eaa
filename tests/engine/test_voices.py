"""A voice is learned from speech alone, kept under the name that somebody gave it, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine.comparing import CancelledError, compare
from ser_desktop.engine.hearing import Rules, Setup
from ser_desktop.engine.jobs import analyze_file, analyze_samples
from ser_desktop.engine.voices import Learned, Voices, VoicesInUse
from ser_desktop.errors import UserError
from ser_desktop.features.speech import SpeechRules
from ser_desktop.inference.manifest import Model, load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis, Clip, Float32
from tests.engine.streams import assert_same
from tests.sounds import RATE_HZ, noise, silence

DEMO = paths.assets() / "demo.flac"
BEGAN = datetime(2024, 5, 31, 9, 30, tzinfo=UTC)


@pytest.fixture
def voices(tmp_path: Path) -> Voices:
    """Return the voices of somebody who has none yet, not even a folder."""
    return Voices(tmp_path / "voices")


@pytest.fixture(scope="module")
def other() -> Model:
    """Load another model."""
    return load(paths.home() / "models" / "emodb")


@pytest.fixture(scope="module")
def learned(model: Model, demo: Float32, tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """Learn the demo's voice."""
    return Voices(tmp_path_factory.mktemp("none")).learn(clip_of(demo), "Anna", model)


def clip_of(samples: Float32) -> Clip:
    """Make a clip of samples."""
    return Clip(samples, RATE_HZ, 0, "Test", BEGAN)


def called(learned: Learned, name: str) -> Learned:
    """Give a voice another name."""
    return replace(learned, profile=replace(learned.profile, name=name))


def same(one: Analysis, other: Analysis) -> None:
    """Hold two analyses to each other, to the last bit."""
    assert_same(one.segments, other.segments)
    np.testing.assert_array_equal(one.course.probabilities, other.course.probabilities)
    assert one.origin == other.origin


def test_before_and_after_are_the_pipelines(learned: Learned, model: Model, demo: Float32) -> None:
    """The clip, heard as a stranger's and as this person's: what they would see if they said it again."""
    same(learned.before, analyze_samples(Runner(model), demo, RATE_HZ, "Test"))
    same(learned.after, analyze_samples(Runner(model, learned.profile), demo, RATE_HZ, "Test"))
    assert (learned.before.origin.personal, learned.after.origin.personal) == (False, True)
    assert learned.before.began == learned.after.began == BEGAN
    moved = np.abs(learned.before.course.probabilities - learned.after.course.probabilities)
    assert moved.max() > 0.01
    assert learned.profile.day == "2024-05-31"
    assert 5 < learned.profile.speech_s < 15


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(silence(8.0), id="silence"),
        pytest.param(noise(8.0, 0.1), id="a fan, however loud"),
        pytest.param(noise(8.0, 1e-4), id="a quiet room"),
    ],
)
def test_what_is_no_speech_is_no_voice(voices: Voices, model: Model, sound: Float32) -> None:
    """Else the program would know a fan by name."""
    with pytest.raises(UserError) as refused:
        voices.learn(clip_of(sound), "Anna", model)
    assert refused.value.code == "too-little-speech"


def test_two_words_are_too_little(voices: Voices, model: Model, demo: Float32) -> None:
    """It takes three seconds."""
    with pytest.raises(UserError) as refused:
        voices.learn(clip_of(demo[: round(3.5 * RATE_HZ)]), "Anna", model)
    assert refused.value.code == "too-little-speech"


def test_pauses_and_noise_around_the_words_do_not_count(
    voices: Voices, learned: Learned, model: Model, demo: Float32
) -> None:
    """Silence and a bang before it: the same voice."""
    bang = np.zeros(2 * RATE_HZ, np.float32)
    bang[RATE_HZ : RATE_HZ + 800] = noise(0.05, 0.3)
    after = voices.learn(clip_of(np.concatenate([bang, demo, silence(3.0)])), "Anna", model)
    assert after.profile.speech_s == pytest.approx(learned.profile.speech_s, abs=0.7)
    np.testing.assert_allclose(after.profile.opinion, learned.profile.opinion, atol=0.15)


def test_rules_count_in_learning(voices: Voices, model: Model, demo: Float32) -> None:
    """The comparison is what the person sees, with the window and gate that they set."""
    rules = Rules(hop_s=0.4, window_s=2.0, speech=SpeechRules(0.6))
    found = voices.learn(clip_of(demo), "Anna", model, rules=rules)
    assert (found.after.origin.hop_s, found.after.origin.window_s) == (0.4, 2.0)


def test_what_is_kept_comes_back(
    voices: Voices, learned: Learned, model: Model, other: Model, tmp_path: Path
) -> None:
    """As it was; whether it fits is told of the model that is asked about."""
    assert voices.known(model) == ()
    info = voices.keep(learned)
    assert voices.known(model) == (info,)
    assert (info.name, info.day, info.fits, info.error) == ("Anna", "2024-05-31", True, None)
    assert info.path.parent == tmp_path / "voices"
    assert voices.load("Anna") == learned.profile
    assert [voice.fits for voice in voices.known(other)] == [False]
    assert [voice.fits for voice in voices.known(None)] == [False]
    voices.delete("Anna")
    assert voices.known(model) == ()
    assert not list((tmp_path / "voices").iterdir())


def test_nobody_loses_their_voice_to_a_namesake(voices: Voices, learned: Learned, model: Model) -> None:
    """Not in other letters either; where it may be replaced there is one voice after it, the new one."""
    voices.keep(learned)
    second = replace(learned, profile=replace(learned.profile, name="ANNA", day="2024-06-01"))
    with pytest.raises(UserError) as refused:
        voices.keep(second)
    assert refused.value.code == "profile-exists"
    assert voices.load("anna") == learned.profile
    voices.keep(second, replace=True)
    assert [(voice.name, voice.day) for voice in voices.known(model)] == [("ANNA", "2024-06-01")]


@pytest.mark.parametrize(
    "name", ["Zoë Müller-Lüdenscheidt", "李小龙", "نور", "a/b\\c: d?", "CON", "x" * 400, "🙂"]
)
def test_any_name_will_do(voices: Voices, learned: Learned, model: Model, tmp_path: Path, name: str) -> None:
    """In any script, however long; it is shown as it was typed, and stays in its folder."""
    info = voices.keep(called(learned, name))
    assert [voice.name for voice in voices.known(model)] == [name]
    assert voices.load(name).name == name
    assert info.path.parent == tmp_path / "voices"
    voices.delete(name)
    assert voices.known(model) == ()


def test_voices_are_listed_by_name(voices: Voices, learned: Learned, model: Model) -> None:
    """Whatever the order of their files."""
    for name in ("zoe", "Ben", "anna"):
        voices.keep(called(learned, name))
    assert [voice.name for voice in voices.known(model)] == ["anna", "Ben", "zoe"]


def test_a_broken_file_is_told_and_can_be_deleted(voices: Voices, learned: Learned, model: Model) -> None:
    """The others are still known."""
    whole = voices.keep(called(learned, "Ben"))
    (whole.path.parent / "broken.json").write_text('{"name": 3}')
    first, second = voices.known(model)
    assert (first.name, second.name, second.error is not None) == ("Ben", "broken", True)
    with pytest.raises(UserError) as refused:
        voices.load("broken")
    assert refused.value.code == "bad-profile"
    voices.delete("broken")
    assert [voice.name for voice in voices.known(model)] == ["Ben"]


def test_a_copied_file_is_a_voice_of_its_own(voices: Voices, learned: Learned, model: Model) -> None:
    """Two of one name could not be told apart: the copy goes by its file's."""
    path = voices.keep(learned).path
    (path.parent / "a copy.json").write_bytes(path.read_bytes())
    assert [voice.name for voice in voices.known(model)] == ["a copy", "Anna"]
    voices.delete("a copy")
    assert voices.load("Anna") == learned.profile


def test_who_is_not_known_is_told_as_such(voices: Voices) -> None:
    """To load and to delete; without a name there is none."""
    ways: tuple[Callable[[str], object], ...] = (voices.load, voices.delete)
    for way in ways:
        with pytest.raises(UserError) as refused:
            way("Nobody")
        assert refused.value.code == "no-profile"


def test_a_model_without_calibration_learns_nobody(voices: Voices, model: Model, demo: Float32) -> None:
    """It says so."""
    plain = replace(model, manifest=replace(model.manifest, calibration=None))
    with pytest.raises(UserError) as refused:
        voices.learn(clip_of(demo), "Anna", plain)
    assert refused.value.code == "no-calibration"


def test_two_models_hear_the_same(model: Model, other: Model, demo: Float32) -> None:
    """A file or a clip: each answer is what the model alone would have given; progress goes from 0 to 1."""
    shares: list[float] = []
    rules = Rules(hop_s=0.4)
    setups = [Setup(model), Setup(other, None, rules)]
    one, two = compare(setups, DEMO, on_progress=shares.append)
    same(one, analyze_file(Runner(model), DEMO))
    same(two, analyze_file(Runner(other), DEMO, rules=rules))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 10
    for clip, file in zip(compare(setups, clip_of(demo)), (one, two), strict=True):
        assert_same(clip.segments, file.segments)


def test_a_comparison_can_be_called_off(model: Model, other: Model) -> None:
    """In the middle of a file."""
    asked = 0

    def enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    with pytest.raises(CancelledError):
        compare([Setup(model), Setup(other)], DEMO, cancelled=enough)


@pytest.mark.corpora
def test_real_voices_are_told_apart(voices: Voices, model: Model, corpora: Path) -> None:
    """Neutral speech of two people makes two profiles that differ, and fits neither's answers badly.

    Their own neutral speech, other sentences than those learned from, is not taken for less neutral.
    """
    profiles, neutral = [], model.manifest.labels.index("neutral")
    for actor in ("Actor_01", "Actor_02"):
        clips = sorted((corpora / "ravdess" / actor).glob("03-01-01-*"))
        sounds = [np.concatenate([silence(0.5), read_at_rate(clip, RATE_HZ)]) for clip in clips]
        learned = voices.learn(clip_of(np.concatenate(sounds[:3])), actor, model)
        rest = clip_of(np.concatenate(sounds[3:]))
        before, after = compare([Setup(model), Setup(model, learned.profile)], rest)
        assert before.prediction is not None
        assert after.prediction is not None
        assert after.prediction.probabilities[neutral] >= before.prediction.probabilities[neutral] - 0.05
        profiles.append(np.array(learned.profile.opinion))
    assert np.abs(profiles[0] - profiles[1]).max() > 0.1


def test_the_model_in_use_learns_and_tells_whom_it_knows(
    voices: Voices, model: Model, other: Model, demo: Float32
) -> None:
    """Whatever is chosen at that moment; without a model nobody is learned, and nobody fits."""
    setup: Setup | None = Setup(model)
    seen = VoicesInUse(voices, lambda: setup)
    learned = seen.learn(clip_of(demo), "Anna")
    assert seen.keep(learned).fits
    assert seen.keep(learned, replace=True).name == "Anna"
    assert [(one.name, one.fits) for one in seen.known()] == [("Anna", True)]
    setup = Setup(other)
    assert [(one.name, one.fits) for one in seen.known()] == [("Anna", False)]
    setup = None
    assert [(one.name, one.fits) for one in seen.known()] == [("Anna", False)]
    with pytest.raises(UserError) as refused:
        seen.learn(clip_of(demo), "Ben")
    assert refused.value.code == "no-model"
    seen.delete("Anna")
    assert seen.known() == ()
